# SPDX-License-Identifier: EUPL-1.2
"""The rules of a newsletter, tested without Sphinx."""
