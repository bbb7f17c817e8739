# SPDX-License-Identifier: EUPL-1.2
"""Tests of the pages in a browser, and of what stands around their text."""
