# SPDX-License-Identifier: EUPL-1.2
"""Word documents: with styles or bold paragraphs alone, with tracked changes and comments."""

import io
import zipfile
from importlib import import_module
from typing import Any

from .marks import Block, Keys, cells, picture, runs
from .office import archive

LEVELS = {"h1": 0, "h2": 1, "h3": 2}
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
DAY = "2026-04-28T09:00:00Z"


class Writer:
    """One document, paragraph by paragraph."""

    def __init__(self, *, styled: bool) -> None:
        self.document: Any = import_module("docx").Document()
        self.xml: Any = import_module("docx.oxml")
        self.name: Any = import_module("docx.oxml.ns").qn
        self.styled = styled
        self.pictures = 0
        self.table: Any = None

    def changed(self, paragraph: Any, words: str, tag: str) -> None:
        """Add a tracked insertion or deletion."""
        mark = self.xml.OxmlElement(f"w:{tag}")
        for key, value in (("id", str(len(self.document.element.body))), ("author", "Redazione"), ("date", DAY)):
            mark.set(self.name(f"w:{key}"), value)
        run = self.xml.OxmlElement("w:r")
        inner = self.xml.OxmlElement("w:delText" if tag == "del" else "w:t")
        inner.text = words
        inner.set(XML_SPACE, "preserve")
        run.append(inner)
        mark.append(run)
        paragraph._p.append(mark)  # noqa: SLF001

    def link(self, paragraph: Any, words: str, address: str) -> None:
        """Add a link, for which the library has no call."""
        kind = import_module("docx.opc.constants").RELATIONSHIP_TYPE.HYPERLINK
        made = self.xml.OxmlElement("w:hyperlink")
        made.set(self.name("r:id"), self.document.part.relate_to(address, kind, is_external=True))
        made.append(paragraph.add_run(words)._r)  # noqa: SLF001
        paragraph._p.append(made)  # noqa: SLF001

    def comment(self, paragraph: Any, words: str) -> None:
        """Add a comment to the words before it."""
        made = self.document.add_comment(paragraph.runs[-1], text=words, author="Redazione", initials="R")
        made._comment_elm.set(self.name("w:date"), DAY)  # noqa: SLF001

    def fill(self, paragraph: Any, text: str, *, bold: bool = False) -> None:
        """Add the runs of a paragraph."""
        for style, words, address in runs(text):
            if style == "t":
                self.link(paragraph, words, address)
            elif style in {"ins", "gone"}:
                self.changed(paragraph, words, "ins" if style == "ins" else "del")
            elif style == "note":
                self.comment(paragraph, words)
            else:
                for number, piece in enumerate(words.split("\\\\")):
                    run = paragraph.add_run()
                    if number:
                        run.add_break()
                    run.add_text(piece)
                    run.bold, run.italic = (bold or style == "b") or None, style == "i" or None

    def image(self, text: str) -> None:
        """Add a picture with its alternative text."""
        self.pictures += 1
        width = import_module("docx.shared").Cm(5)
        self.document.add_picture(io.BytesIO(picture(self.pictures)), width=width)
        self.document.inline_shapes[-1]._inline.docPr.set("descr", text)  # noqa: SLF001

    def row(self, text: str) -> None:
        """Add a row to the table that stands open."""
        values = cells(text)
        if self.table is None:
            self.table = self.document.add_table(rows=0, cols=len(values), style="Table Grid")
        for cell, value in zip(self.table.add_row().cells, values, strict=True):
            self.fill(cell.paragraphs[0], value)

    def add(self, kind: str, text: str) -> None:
        """Add one paragraph."""
        if kind == "row":
            self.row(text)
            return
        self.table = None
        if kind == "img":
            self.image(text)
        elif kind in LEVELS and self.styled:
            self.fill(self.document.add_heading(level=LEVELS[kind]), text)
        elif kind in {"li", "li2"} and self.styled:
            self.fill(self.document.add_paragraph(style="List Bullet" if kind == "li" else "List Bullet 2"), text)
        else:
            mark = {"li": "- ", "li2": "   - "}.get(kind, "")
            self.fill(self.document.add_paragraph(), mark + text, bold=kind in LEVELS)


def docx(keys: Keys, blocks: list[Block]) -> bytes:
    """Write a whole document, with no hour in it."""
    writer = Writer(styled=keys["look"] == "styles")
    for kind, text in blocks:
        writer.add(kind, text)
    section = writer.document.sections[0]
    if "head" in keys:
        section.header.paragraphs[0].text = keys["head"]
    if "foot" in keys:
        section.footer.paragraphs[0].text = keys["foot"]
    out = io.BytesIO()
    writer.document.save(out)
    with zipfile.ZipFile(out) as made:
        return archive({name: made.read(name) for name in made.namelist()})
