# SPDX-License-Identifier: EUPL-1.2
"""From the Markdown of contributors, who are not trusted, to doctrees."""
