# SPDX-License-Identifier: EUPL-1.2
"""Documents as offices wrote them, and what a careful reader finds in them."""
