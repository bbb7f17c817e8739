# SPDX-License-Identifier: EUPL-1.2
"""``make import``: an old newsletter as the draft of an issue, without the loss of a word.

``reading`` chooses the reader of a file, which makes an ``original`` of it: ``lines`` with style, links and pictures,
beside all that the file holds. ``outline`` walks the lines: ``headings`` open sections, ``rules`` tell, one after the
other, where a record starts, ``when`` finds dates. ``guesses`` adds what the text suggests, ``draft`` writes Markdown
and looks for each word, link and picture of the file in it, and ``account`` shows the two side by side.
"""
