# SPDX-License-Identifier: EUPL-1.2
"""The report of a year."""
