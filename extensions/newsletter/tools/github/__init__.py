# SPDX-License-Identifier: EUPL-1.2
"""What the workflows do on GitHub with a token that may write: the standard library alone, and none of our other code.

It is run as ``python3 -m github`` with this folder's parent on the path, so that no third party's package stands beside
the token. What it is given comes out of jobs that ran a contributor's code or read a stranger's text: it is checked for
its form, cut to size and escaped.
"""
