# SPDX-License-Identifier: EUPL-1.2
"""Blocks and issues as contributors write them."""
