# SPDX-License-Identifier: EUPL-1.2
"""The blocks that contributors write, as Sphinx directives."""
