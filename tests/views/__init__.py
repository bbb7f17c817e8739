# SPDX-License-Identifier: EUPL-1.2
"""What pages show of the whole archive."""
