# SPDX-License-Identifier: EUPL-1.2
"""Lines of an HTML page, such as a newsletter sent by e-mail; Word documents come this way too."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from lxml import etree, html

from newsletter.core.addresses import read_address
from newsletter.core.problem import ContentError
from newsletter.tools.importer.escape import escape_inline
from newsletter.tools.importer.lines import Line

_SKIPPED = frozenset({"script", "style", "head", "template", "noscript"})
_INLINE = frozenset(
    re.findall(
        "[a-z]+",
        "a abbr b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup "
        "time tt u var wbr",
    )
)
_BOLD = frozenset({"b", "strong"})
_CELLS = frozenset({"td", "th"})


@dataclass
class _Run:
    """The line being gathered."""

    words: list[tuple[str, str, bool]] = field(default_factory=list)
    """Pieces of text, each with the address that it links and whether it is bold."""
    heading: int = 0
    item: bool = False
    gap: bool = True


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.run = _Run()

    def flush(self, *, gap: bool = True) -> None:
        """End the line; the next one starts a paragraph where there is a *gap*."""
        run, self.run = self.run, _Run(gap=gap)
        text = " ".join("".join(word for word, _link, _bold in run.words).split())
        if not text:
            self.run.gap = gap or run.gap
            return
        strong = all(bold for word, _link, bold in run.words if word.strip())
        links = tuple(dict.fromkeys(link for _word, link, _bold in run.words if link))
        number = len(self.lines) + 1
        self.lines.append(Line(text, number, _markdown(run), run.heading, strong, run.gap, run.item, links))

    def walk(self, element: Any, link: str, *, bold: bool) -> None:
        """Take in *element*, what it holds and what follows it."""
        name = element.tag if isinstance(element.tag, str) else ""
        if name and name not in _SKIPPED:
            self.enter(name, element, link, bold=bold)
        if element.tail:
            self.run.words.append((element.tail, link, bold))

    def enter(self, name: str, element: Any, link: str, *, bold: bool) -> None:
        if name == "br":
            self.flush(gap=False)
            return
        block = name not in _INLINE and name not in _CELLS and name != "img"
        if block:
            self.flush()
            self.run.heading = int(name[1]) if re.fullmatch("h[1-6]", name) else 0
            self.run.item = name == "li"
        if name in _CELLS and element.getprevious() is not None:
            self.cell_border()
        own = (_address(element.get("href", "")) if name == "a" else "") or link
        inside_bold = bold or name in _BOLD
        for text in filter(None, (element.get("alt") if name == "img" else None, element.text)):
            self.run.words.append((text, own, inside_bold))
        for child in element:
            self.walk(child, own, bold=inside_bold)
        if block:
            self.flush()

    def cell_border(self) -> None:
        """Part a cell from the one before it, in the line where both are short enough to have one."""
        if "".join(word for word, _link, _bold in self.run.words).strip():
            self.run.words.append((" | ", "", True))


def _address(href: str) -> str:
    try:
        return read_address(href.strip())
    except ContentError:
        return ""


def _markdown(run: _Run) -> str:
    pieces: list[str] = []
    for word, link, _bold in run.words:
        text = re.sub(r"\s+", " ", word)
        safe = escape_inline(text)
        if link and text.strip() and text.strip() not in {link, link.removeprefix("mailto:")}:
            # Text of a link holds no link of its own.
            shown = re.sub(r"<([^<>\\\s]+)>", r"\1", safe).strip()
            target = f"<{link}>" if re.search(r"[()\s]", link) else link
            safe = f"{text[: len(text) - len(text.lstrip())]}[{shown}]({target}){text[len(text.rstrip()) :]}"
        pieces.append(safe)
    return re.sub(" +", " ", "".join(pieces)).strip()


def read_html(text: str) -> list[Line]:
    """Return the lines of the HTML page *text*."""
    if not text.strip():
        return []
    try:
        root = html.document_fromstring(text.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return []
    reader = _Reader()
    reader.walk(root, "", bold=False)
    reader.flush()
    return reader.lines
