# SPDX-License-Identifier: EUPL-1.2
"""The text of issues and the options in it, read without Sphinx."""
