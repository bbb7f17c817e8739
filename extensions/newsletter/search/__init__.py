# SPDX-License-Identifier: EUPL-1.2
"""Search: the index of records and pages, and what the search page is filled with."""
