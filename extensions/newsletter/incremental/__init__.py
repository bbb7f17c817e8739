# SPDX-License-Identifier: EUPL-1.2
"""Which pages are stale although their source is unchanged."""
