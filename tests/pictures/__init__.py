# SPDX-License-Identifier: EUPL-1.2
"""Pictures as contributors bring them, and what readers get of them."""
