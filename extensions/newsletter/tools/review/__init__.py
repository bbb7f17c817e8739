# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer of a change is told: the records that it changes, and the messages about its sources."""
