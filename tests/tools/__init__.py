# SPDX-License-Identifier: EUPL-1.2
"""The commands behind make, as contributors and staff use them."""
