# SPDX-License-Identifier: EUPL-1.2
"""Find the lines of a source that look as if they opened a block, whatever the parser makes of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsletter.languages import meanings
from newsletter.model.kinds import Kind
from newsletter.source.source_text import COMMENT

KIND_WORDS = {word: Kind(name) for word, name in meanings("kinds").items()} | {kind.value: kind for kind in Kind}
"""Words for a kind, the right ones and those that are answered."""

# Anywhere in a line, but for inline code and what a backslash takes its meaning from.
_OPENING = re.compile(
    r"""(?<![\\:`~])
    (?: (?: :{3,} | `{3,} | ~{3,} ) [ \t\u00a0]* \{[ \t]* (?P<braced>\w+) \b
        (?: [^{}]* \} (?=[ \t]*\S) | [ \t]*\}? )  # words behind the name; the title, if none stands behind them
    | :{3,} [ \t\u00a0]* (?P<bare>\w+)\b )
    [ \t\u00a0]* (?P<title>.*)""",
    re.VERBOSE,
)


def clean_title(title: str) -> str:
    """Return *title* without the rest of a brace, a colon or other signs gone astray; an ellipsis where it is empty."""
    title = title.strip().removesuffix(":::").strip(" :")
    bare = title.rstrip("*_|`#")
    if set(title[len(bare) :]).isdisjoint(bare):
        title = bare.rstrip()
    if title.startswith("{") and title.endswith("}"):
        title = title[1:-1].strip()
    return title.removesuffix("}").strip() if title.count("}") > title.count("{") else title or "…"


@dataclass(frozen=True, slots=True)
class Opening:
    """A line that looks like the first of a block."""

    line: int
    """Counted from 1."""
    kind: Kind
    title: str
    alone: bool
    """Whether nothing but white space, quote and list marks stands before it."""


def openings(lines: Sequence[str]) -> Iterator[Opening]:
    """Yield the openings in *lines*; a line that is a comment of its own (``% …``) has none."""
    for number, line in enumerate(lines, start=1):
        match = None if COMMENT.match(line) else _OPENING.search(line)
        if match and (kind := KIND_WORDS.get((match["braced"] or match["bare"]).lower())):
            before = line[: match.start()]
            yield Opening(number, kind, match["title"].strip(), alone=not before.strip(" \t>-*+.)0123456789|#_"))
