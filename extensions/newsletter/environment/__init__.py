# SPDX-License-Identifier: EUPL-1.2
"""Keep with Sphinx what the sources say, for everything above."""
