# SPDX-License-Identifier: EUPL-1.2
"""Tell a reviewer of a change which records it changes, and the messages about its sources."""
