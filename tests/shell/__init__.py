# SPDX-License-Identifier: EUPL-1.2
"""The newsletter through its life: issues come, change and go, and every builder and every page keeps up."""
