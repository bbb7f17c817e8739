# SPDX-License-Identifier: EUPL-1.2
"""Prose: paragraphs with nothing of Markdown in them but strong and emphasised words and links to the web.

Most of what a newsletter tells is of this sort. It needs no parser, for what it shows is known beforehand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

# A line begins so that it is no list, heading, fence, option, comment or underline; no character in it can be markup,
# an entity or an escape; and it does not end with spaces, which would be a line break. What is marked stands between
# such characters: after a letter, stars might not be bold, and after an exclamation mark brackets are an image. An
# address has no character that would be written otherwise in HTML or is not its own (RFC 3986, section 2.1).
_LETTER = r"[^\W_]"
_SIGN = r"[ ,.;:?!()’‘“”„«»‹›–—…'\"/%°€£§@+=-]"
_WORDS = rf"{_LETTER}++(?:{_SIGN}++{_LETTER}++)*+"
_STARRED = rf"(?<!{_LETTER})(?<!\*)(?:\*\*{_WORDS}\*\*|\*{_WORDS}\*)(?!{_LETTER}|\*)"
_ADDRESS = r"(?:https?://[A-Za-z0-9][A-Za-z0-9.:/?=&#~+,_-]{,500}|mailto:[A-Za-z0-9._+-]{1,100}@[A-Za-z0-9.-]{1,100})"
_LINK = rf"(?<!!)\[{_WORDS}\]\({_ADDRESS}\)"
_START = r"[^\W\d_]|[0-9]++(?![.)])|[(«“„‹\"'’]"
_PLAIN = rf"(?:{_START})(?:{_LETTER}++|{_SIGN}++)*+(?<! )"
_LINE = rf"(?:{_START}|{_STARRED}|{_LINK})(?:{_LETTER}++|{_SIGN}++|{_STARRED}|{_LINK})*+(?<! )"
_PARAGRAPH = rf"{_LINE}(?:\n{_LINE})*+"
_PROSE = re.compile(rf"\n*{_PARAGRAPH}(?:\n\n++{_PARAGRAPH})*+\n*")
_ONE = re.compile(_PARAGRAPH)
_BETWEEN = re.compile(r"\n\n+")
_PLAIN_LINE = re.compile(_PLAIN)
_MARKED = re.compile(rf"(?P<stars>\*\*?)(?P<starred>{_WORDS})\*\*?|\[(?P<linked>{_WORDS})\]\((?P<address>[^)]+)\)")


class Run(NamedTuple):
    """Some words of one line, all alike."""

    text: str
    stars: str = ""
    """What stands around them: two for strong words, one for emphasised ones."""
    address: str = ""
    """Where the words lead."""


class Paragraph(NamedTuple):
    """A paragraph as it is written."""

    line: int
    """The number of its first line, from 0."""
    text: str

    def lines(self) -> Iterator[tuple[int, list[Run]]]:
        """Return what each line shows, with its number from 0."""
        for number, line in enumerate(self.text.split("\n"), self.line):
            yield number, list(_runs(line))

    @property
    def words(self) -> str:
        """What a reader sees, in one line."""
        return _MARKED.sub(lambda found: found["starred"] or found["linked"], self.text).replace("\n", " ")


def is_plain_line(text: str) -> bool:
    """Tell whether *text* is one line that says what it is, with or without Markdown."""
    return _PLAIN_LINE.fullmatch(text) is not None


def is_prose(text: str) -> bool:
    """Tell whether *text* is prose."""
    return _PROSE.fullmatch(text) is not None


def paragraphs(prose: str) -> Iterator[Paragraph]:
    """Return the paragraphs of *prose*."""
    line = end = 0
    for found in _ONE.finditer(prose):
        line += prose.count("\n", end, found.start())
        end = found.start()
        yield Paragraph(line, found[0])


def as_html(prose: str) -> str:
    """Return *prose* as HTML, as the writer of pages makes it of nodes."""
    marked = _MARKED.sub(_marked_html, escape(prose.strip("\n"), quote=False))
    return "".join(f"<p>{paragraph}</p>\n" for paragraph in _BETWEEN.split(marked))


def _marked_html(found: re.Match[str]) -> str:
    if found["stars"]:
        name = "strong" if found["stars"] == "**" else "em"
        return f"<{name}>{found['starred']}</{name}>"
    return f'<a class="reference external" href="{found["address"]}">{found["linked"]}</a>'


def _runs(line: str) -> Iterator[Run]:
    end = 0
    for found in _MARKED.finditer(line):
        if found.start() > end:
            yield Run(line[end : found.start()])
        end = found.end()
        yield Run(found["starred"] or found["linked"], found["stars"] or "", found["address"] or "")
    if end < len(line):
        yield Run(line[end:])
