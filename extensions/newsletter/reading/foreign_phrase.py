# SPDX-License-Identifier: EUPL-1.2
"""A phrase in another language: ``[positive energy districts]{lang=en}``, with that one attribute."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline

_LANGUAGE = re.compile(r"""\{lang=(?P<quote>["']?)(?P<code>[\w-]+)(?P=quote)\}""")


def read_languages(markdown: MarkdownIt) -> None:
    """Let *markdown* read phrases with a language, as tokens ``span``; nobody may write a class or an anchor."""
    markdown.inline.ruler.before("link", "phrase", _read_phrase)


def _read_phrase(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 -- the signature is markdown-it's
    if state.src[state.pos] != "[":
        return False
    start, end, maximum = state.pos + 1, parseLinkLabel(state, state.pos), state.posMax
    found = _LANGUAGE.match(state.src, end + 1, maximum) if end > start else None
    if found is None:
        return False
    if not silent:
        state.pos, state.posMax = start, end
        state.push("span_open", "span", 1).attrs = {"lang": found["code"]}
        state.md.inline.tokenize(state)
        state.push("span_close", "span", -1)
    state.pos, state.posMax = found.end(), maximum
    return True
