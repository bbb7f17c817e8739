# SPDX-License-Identifier: EUPL-1.2
"""What is published beside the pages, and the builders that write no pages."""
