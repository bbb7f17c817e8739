# SPDX-License-Identifier: EUPL-1.2
"""Publish what lies beside the pages; the builders that write no pages."""
