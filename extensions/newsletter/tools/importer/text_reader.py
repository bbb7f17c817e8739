# SPDX-License-Identifier: EUPL-1.2
"""Lines of plain text, and of Markdown."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from markdown_it import MarkdownIt

from newsletter.source.source_text import split_lines, without_invisible
from newsletter.tools.importer.escape import find_urls
from newsletter.tools.importer.html_reader import Beside, nothing_beside, read_html
from newsletter.tools.importer.lines import Line, Piece, line_of
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.words import HYPHEN, broken_words

_BULLET = re.compile(r"(?P<indent>\s*)(?:[•·▪◦‣●*–+-]|o(?=\s{2}))\s+(?=\S)")
_HEADER = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")
_RULE = re.compile(r"[=\-_*~.+#—– ]{3,}")
_IN_RULES = re.compile(r"([=\-_*~+#])\1{2,}\s*(?P<words>\S.*?)\s*\1{3,}")
_WIDEST = 100  # characters beyond which no program wraps lines
_NARROW = 40  # characters, which every program has room for
_NEARLY_FULL = 0.75
_FEW = 2
_LONGEST_SIGNATURE = 10  # lines, from the mark that mail programs set before it
_EMPHASIS = re.compile(
    r"\*(?P<bold>[^\s*](?:[^*]{0,200}[^\s*])?)\*(?![\w*])|_(?P<italic>[^\s_](?:[^_]{0,200}[^\s_])?)_(?![\w_])"
)
"""Bold and italic words as mail programs write them into plain text; further on an asterisk may be one."""
_DEEPEST_QUOTE = 8
_QUOTE = re.compile(r">[ ]?")
_DEEPER = 2  # spaces that make a list one within another
_TWICE_ENCODED = re.compile("[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]")


def _as_windows(error: UnicodeError) -> tuple[str | bytes, int]:
    """Read one byte that is no UTF-8 as Windows wrote it in Western Europe."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.start + 1].decode("cp1252", errors="replace"), error.start + 1


codecs.register_error("newsletter-windows", _as_windows)


def decode(raw: bytes, charset: str = "") -> str:
    """Return the text of *raw*: by the mark at its start, else as *charset*, else UTF-8 or what Windows wrote.

    Where a few bytes are no UTF-8 and most are, only these are read otherwise. Text that somebody took for
    Windows' and encoded a second time ("CittÃ ") is put right.
    """
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    text = _in_charset(raw, charset)
    if text is None:
        mixed = raw.decode("utf-8-sig", errors="newsletter-windows")
        good = len(raw) - len(raw.decode("utf-8", errors="ignore"))  # bytes of letters beyond ASCII, about
        bad = raw.decode("utf-8", errors="replace").count("\ufffd")
        text = mixed if bad <= good else raw.decode("cp1252", errors="replace")
    if _TWICE_ENCODED.search(text):
        try:
            return text.encode("cp1252").decode("utf-8")
        except UnicodeError:
            pass
    return text


def _in_charset(raw: bytes, charset: str) -> str | None:
    for name in filter(None, ("utf-8-sig" if charset.lower() in {"", "utf-8", "utf8"} else charset,)):
        try:
            return raw.decode(name)
        except (LookupError, UnicodeDecodeError):
            continue
    return None


def _is_wrapped(written: Sequence[str], width: int) -> bool:
    """Tell whether a program broke the lines of *written*, the longest of *width* characters, to fit a window."""
    broken = sum(len(line) >= width * _NEARLY_FULL and following[:1].islower() for line, following in pairwise(written))
    return width <= _WIDEST and broken >= _FEW


def unwrap(written: Sequence[str]) -> list[tuple[int, str]]:
    """Return the lines of *written* with their numbers, those together that a mail program broke.

    A break is the writer's own where the first word of the next line would have had room. A word that is parted at
    the end of its line becomes one.
    """
    bare = [line.rstrip() for line in written]
    width = max(map(len, bare), default=0)
    wrapped = _is_wrapped(bare, width)
    whole = list[tuple[int, str]]()
    for number, line in enumerate(bare, start=1):
        last = bare[number - 2] if number > 1 else ""
        starts = _BULLET.match(line) or _HEADER.match(line) or _RULE.fullmatch(line) or not line.strip()
        fits = len(last) + 1 + len(line.split(maxsplit=1)[0]) <= width if line.strip() else True
        broken = (
            (wrapped or (whole and _hangs(line, last, whole[-1][1]))) and last.strip() and not _RULE.fullmatch(last)
        )
        if broken and not starts and not fits:
            first, text = whole[-1]
            parted = HYPHEN.search(text) if line.strip()[0].islower() else None
            whole[-1] = (first, f"{text[: parted.start()]}{line.strip()}" if parted else f"{text} {line.strip()}")
        else:
            whole.append((number, line))
    return whole


def _hangs(line: str, last: str, item: str) -> bool:
    """Tell whether *line* goes on, indented, with the bullet *item*; what begins with a number may be its date.

    :param last: the line above.
    """
    bullet = _BULLET.match(item)
    indent = len(line) - len(line.lstrip())
    if bullet is None or not _NARROW <= len(last) <= _WIDEST or line.lstrip()[:1].isdigit():
        return False
    return 0 < indent <= bullet.end()


def read_text(text: str) -> Original:
    """Return what plain *text* holds; a blank line parts paragraphs, ``#`` and underlines make headings."""
    lines = list[Line]()
    gap = True
    depths = list[int]()
    signature = False
    whole = _unquoted(split_lines(without_invisible(text)))
    for number, written in unwrap(whole):
        words = " ".join(written.split())
        signature = signature or (words == "--" and number > len(whole) - _LONGEST_SIGNATURE)
        if _RULE.fullmatch(words) or words in {"", "--"}:  # a rule, or the underline of a heading; no word is in it
            if words and lines and not gap and set(words) <= {"=", "-"}:
                lines[-1] = replace(lines[-1], heading=1 if "=" in words else 2)
            gap = True
            continue
        header, bullet, between = _HEADER.match(words), _BULLET.match(written), _IN_RULES.fullmatch(words)
        heading = len(header["marks"]) if header else 2 if between else 0
        item = 0
        if bullet:
            indent = len(bullet["indent"].expandtabs(4))
            depths = [*(depth for depth in depths if depth + _DEEPER <= indent), indent]
            item = len(depths)
        bare = words[header.end() :] if header else between["words"] if between else words
        bare = " ".join(written[bullet.end() :].split()) if bullet else bare
        looks: dict[str, object] = {"heading": heading, "gap": gap or bool(bullet), "item": item, "aside": signature}
        lines.append(line_of(_emphasised(bare), number=number, **looks))
        gap = bool(heading)
    texts = text.splitlines()
    return Original(lines, texts=texts, links=find_urls(text), broken=broken_words(texts))


def _emphasised(text: str) -> Iterator[Piece]:
    """Yield the parts of *text*, words at its start between asterisks or low lines with that look."""
    match = _EMPHASIS.match(text)
    if match:
        yield Piece(match["bold"] or match["italic"], bold=bool(match["bold"]), italic=bool(match["italic"]))
    yield Piece(text[match.end() if match else 0 :])


def _unquoted(written: Sequence[str]) -> Sequence[str]:
    """Return the lines of *written* without the marks of a quoted mail, where nearly all of it is one."""
    filled = sum(bool(line.strip()) for line in written)
    for _level in range(_DEEPEST_QUOTE):
        quoted = sum(line.startswith(">") for line in written)
        if not quoted or quoted < _NEARLY_FULL * filled:
            break
        written = [_QUOTE.sub("", line, count=1) for line in written]
    return written


_MARKDOWN = MarkdownIt("commonmark", {"breaks": True}).enable("table")


def read_markdown(text: str, beside: Beside = nothing_beside) -> Original:
    """Return what Markdown *text* holds: its headings, lists, tables, emphasis and links are kept as such."""
    text = without_invisible(text)
    return read_html(_MARKDOWN.render("\n".join(line for _number, line in unwrap(split_lines(text)))), beside)
