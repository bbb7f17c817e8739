# SPDX-License-Identifier: EUPL-1.2
"""Do on GitHub what takes a token that may write: by ``gh`` and the standard library alone.

It is run as ``python3 -m scripts.github`` where nothing else is checked out but the two files of the extension that it
imports, so that no third party's package stands beside the token. What it is given comes out of jobs that ran a
contributor's code or read a stranger's text: it is checked for its form, cut to size and escaped.
"""
