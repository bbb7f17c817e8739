# SPDX-License-Identifier: EUPL-1.2
"""The commands behind the Makefile: what they do around Sphinx, none of it needed by a plain ``sphinx-build``."""
