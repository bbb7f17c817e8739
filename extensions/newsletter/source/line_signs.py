# SPDX-License-Identifier: EUPL-1.2
"""Signs at the beginning of a line that were meant to be read and that Markdown takes, or the other way about."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.languages import any_of, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.source.fields import OPTION_WORDS
from newsletter.source.options import malformed_option
from newsletter.source.source_text import Fence

# A sign of Markdown before a figure, which means “more than 65”, “+39 011 …”, “10 per cent”, the year 2026.
_FIGURE = re.compile(
    r"[ ]{0,3}(?P<sign>>|\+|%|(?P<year>\d{3,9})(?P<end>[.)]))[ ]+(?P<rest>\d.*)|"
    r"[ ]{0,3}(?P<number>\d{3,9})(?P<dot>[.)])[ ]+(?P<words>\S.*)|[ ]{0,3}>(?P<tight>\d.*)"
)
_CALLOUT = re.compile(r"\s*>\s*\[!(?P<name>\w+)\](?P<rest>.*)")
_NOTE_TEXT = re.compile(r"(?P<sign>\[(?:\^[ ]+|[ ]*)(?P<label>\d{1,2})[ ]*\]):?[ ]+(?P<rest>[^\s\[(].*)")
CLOCK = any_of(words_of("clock_words") | words_of("clock_openers"))
"""A pattern of the words before an hour."""
_WIKI = re.compile(r"[ ]{0,3}(?P<signs>={1,6})[ ]*(?P<title>[^\s=].*?)[ ]*=*")
_UNDERLINE = re.compile(r"[ ]{0,3}-{2,}[ \t]*")
_RULE = 3  # hyphens: more of them under a few words are meant to make a heading
_TEXT = re.compile(r"[ ]{0,3}[^\s:>|#`~%+*=<-]")
_HASHTAG = re.compile(r"#(?P<title>[^\s#!].*)")
# “#Programma della sera”, alone: a hashtag is one word, often with capitals in it, and a sentence ends in a stop.
_UNSPACED = re.compile(r"#(?P<title>[A-ZÀ-Ý][^\W\d_A-ZÀ-Ý]+(?: [^\s#]+){1,5}(?<![.!?…:,;]))")
_DASHED = re.compile(r"[ ]{0,3}(?P<sign>-(?=[^\W\d_])|[–—][ ]?(?=\w)|\*(?=[^\W\d_][^*]*$))")
_HOUR = re.compile(rf"[ ]{{0,3}}(?:{CLOCK}\s+)?\d{{1,2}}(?:[.:]\d{{2}}|\s*h\b)(?!\d|[./]\d).*[^\W\d_]")


def line_signs(lines: Sequence[str], fences: Sequence[Fence]) -> Iterator[tuple[int, ContentError]]:
    """Yield what to ask about signs at the beginning of *lines*, each with its line, counted from 1."""
    code = {n for each in fences if not each.info.startswith("{") for n in range(each.first, each.last + 1)}
    begun = False
    for number, line in enumerate(lines, start=1):
        above, below = lines[number - 2] if number > 1 else "", lines[number] if number < len(lines) else ""
        if number in code or not line.strip():
            continue
        error = _figure(line, above, below) or _heading(line, above) or _dash(line, above, below)
        error = error or _programme(line, above, below) or _below_nothing(lines, number)
        if not begun and not error and (match := _HASHTAG.fullmatch(line)):
            error = _no_heading(line, f"# {match['title']}")
        if note := _NOTE_TEXT.fullmatch(line):
            message = _(
                "“%(sign)s” is no footnote: write “[^%(label)s]” in the text, and here “[^%(label)s]: %(rest)s”."
            )
            error = ContentError("markup-sign", message, sign=note["sign"], label=note["label"], rest=note["rest"])
        if match := _CALLOUT.fullmatch(line):
            message = _("“%(text)s” is shown as it stands: a note is opened with “:::{note}” and closed with “:::”.")
            error = ContentError("markup-sign", message, text=line.strip(" >"))
        if not (error or above.strip() or below.strip()) and (match := _UNSPACED.fullmatch(line)):
            error = _no_heading(line, f"### {match['title']}")
        begun = True
        if error:
            yield number, error


def _figure(line: str, above: str, below: str) -> ContentError | None:
    match = _FIGURE.fullmatch(line)
    if match is None:
        return None
    text = line.strip()
    if number := match["year"] or match["number"]:
        if above.strip() and not above.startswith(":"):  # in a paragraph such a number begins no list
            return None
        message = _("“%(sign)s” begins a list here, and is in no data: write “%(better)s”.")
        sign = f"{number}{match['end'] or match['dot']}"
        return ContentError("markup-sign", message, sign=sign, better=f"{number}\\{text[len(number) :]}")
    sign = match["sign"] or ">"
    if sign != "%" and any(other.lstrip().startswith(sign) for other in (above, below)):
        return None
    if sign == "+":
        message = _("“+” begins a list here, and is not shown: write “%(better)s”.")
        return ContentError("markup-sign", message, better=f"+{match['rest']}")
    if sign == "%":
        message = _(
            "A line that begins with “%%” is a note to yourselves, and is shown nowhere. If readers are to see it, "
            "write “%(better)s”."
        )
        return ContentError("markup-sign", message, better=f"\\{text}")
    message = _("“>” begins a quotation here, and is not shown: write “%(better)s”.")
    return ContentError("markup-sign", message, better=f"\\{text}")


def _heading(line: str, above: str) -> ContentError | None:
    if not above.strip() and (match := _WIKI.fullmatch(line)):
        return _no_heading(line, f"{'#' * max(2, len(match['signs']))} {match['title']}")
    if (
        _UNDERLINE.fullmatch(line)
        and _TEXT.match(above)
        and not malformed_option(above, OPTION_WORDS)
        and (len(line.strip()) <= _RULE or above.rstrip()[-1:] in ".:!?")
    ):
        message = _("“%(sign)s” makes a heading of “%(text)s”: leave an empty line between them, or write “## …”.")
        return ContentError("heading", message, sign=line.strip(), text=above.strip())
    return None


def _no_heading(line: str, better: str) -> ContentError:
    message = _("“%(text)s” is no heading: write “%(better)s”.")
    return ContentError("heading", message, text=line.strip(), better=better)


def _dash(line: str, above: str, below: str) -> ContentError | None:
    match, after = _DASHED.match(line), _DASHED.match(below)
    before = _DASHED.match(above)
    if match is None or after is None or before:
        return None
    return ContentError("list-sign", _("A list is made with hyphens: begin this line with “- ”."))


_ITEM = re.compile(r"[ ]{0,3}(?P<sign>[-*])[ ]+(?P<rest>\S.*)")


def _below_nothing(lines: Sequence[str], number: int) -> ContentError | None:
    """Ask about line *number* where it is alone a list: below zero, or a note on an asterisk in the lines above."""
    match = _ITEM.fullmatch(lines[number - 1])
    around = [next((line for line in each if line.strip()), "") for each in (lines[number - 2 :: -1], lines[number:])]
    if match is None or any(line.startswith((" ", match["sign"])) for line in around):
        return None
    above = lines[max(0, number - _NEAR) : number - 1]
    if match["sign"] == "*" and any(re.search(r"[^\W_]\*(?![\w*])", line) and line.count("*") == 1 for line in above):
        message = _("“*” begins a list here, and is not shown: write “%(better)s”.")
        return ContentError("markup-sign", message, better=f"\\* {match['rest']}")
    if match["sign"] == "-" and re.match(r"\d+(?:[.,]\d+)?\s*(?:°|gradi\b|degrees\b|%)", match["rest"]):
        message = _("“-” begins a list here, and is not shown: write “%(better)s”.")
        return ContentError("markup-sign", message, better=f"−{match['rest']}")
    return None


_NEAR = 8  # lines between an asterisk and its note


def _programme(line: str, above: str, below: str) -> ContentError | None:
    """Ask about the first of two lines or more that begin with an hour, which a page runs together."""
    if not (_HOUR.match(line) and _HOUR.match(below)) or _HOUR.match(above) or line.endswith(("\\", "  ")):
        return None
    message = _("These lines are run together in one paragraph: begin each of them with “- ”, after an empty line.")
    return ContentError("list-sign", message)
