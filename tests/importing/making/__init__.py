# SPDX-License-Identifier: EUPL-1.2
"""What makes the documents that cannot be typed by hand."""
