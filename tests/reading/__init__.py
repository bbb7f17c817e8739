# SPDX-License-Identifier: EUPL-1.2
"""What contributors write wrongly, by mistake or on purpose, and what becomes of it."""
