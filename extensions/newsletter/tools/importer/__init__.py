# SPDX-License-Identifier: EUPL-1.2
"""``make import``: an old newsletter as the draft of an issue, without the loss of a word.

``reading`` makes lines of a file, ``when`` finds dates, ``titles`` tells where a record starts, ``outline`` puts
lines into sections and records, ``draft`` writes them as Markdown, ``words`` checks that nothing was lost.
"""
