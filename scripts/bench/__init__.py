# SPDX-License-Identifier: EUPL-1.2
"""``make bench``: measure what a build costs, beside what plain Sphinx takes for the same words."""
