# SPDX-License-Identifier: EUPL-1.2
"""Dates as contributors write them."""
