# SPDX-License-Identifier: EUPL-1.2
"""Tests of the search: what is indexed, by what program, and what a reader finds."""
