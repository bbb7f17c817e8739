# SPDX-License-Identifier: EUPL-1.2
"""Mails of the fictional city of Borgoluce, and what other hands read in them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from functools import cached_property
from pathlib import Path
from typing import Any

from lxml import html

from newsletter.export.email.content import Paragraph, Part, Run, Section, Told
from newsletter.export.email.files import email_files
from newsletter.export.email.letter import Mailing
from newsletter.export.email.mail_entry import Picture
from newsletter.model.record import Record
from tests.export.export_factory import site

PARAGRAPH = "Le lanterne si accendono al tramonto, e il percorso parte dalla piazza. " * 4


@dataclass(frozen=True)
class Mail:
    """The files of one mail, by what their names end in."""

    files: Mapping[str, bytes]

    @property
    def html(self) -> str:
        return self.files["html"].decode()

    @property
    def text(self) -> str:
        return self.files["txt"].decode()

    @property
    def raw(self) -> bytes:
        return self.files["eml"]

    @cached_property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(self.files["json"])
        return facts

    @cached_property
    def page(self) -> Any:
        """The HTML part as lxml reads it."""
        page = html.document_fromstring(self.html)
        for line_break in page.iter("br"):
            line_break.tail = f" {line_break.tail or ''}"
        return page

    @cached_property
    def message(self) -> EmailMessage:
        """The message as the standard library's newer parser reads it."""
        message = message_from_bytes(self.raw, policy=default)
        assert isinstance(message, EmailMessage)
        assert not message.defects
        return message

    def headings(self, level: int) -> list[str]:
        return [words(heading) for heading in self.page.xpath(f"//h{level}")]


def words(element: Any) -> str:
    """Return what a reader sees of *element*, with single spaces."""
    return " ".join(element.text_content().split())


def paragraph(text: str) -> Paragraph:
    return Paragraph((Run(text),))


PICTURE = Picture("https://newsletter.borgoluce.example/estero/_images/notte.jpg", "", 552, 368)
"""What mail programs can show of any picture."""


def mail(records: Sequence[Record] = (), *, parts: Sequence[Part] = (), **publication: Any) -> Mail:
    """Return the mail of May 2026 that says *parts*, then tells *records*, each with a text, in a section."""
    told = site(records, issues=["2026-05"], **publication)
    [issue] = [each for each in told.archive.issues if str(each.name) == "2026-05"]
    texts = tuple(Told(record.id, (paragraph(PARAGRAPH), paragraph("Altro."))) for record in records)
    content = Section("Maggio 2026", (*parts, Section("Appuntamenti", texts)))
    files = email_files(Mailing(site=told, issue=issue, content=content, picture_of=_shown))
    return Mail({_end(file.path): file.content for file in files})


def _shown(path: str) -> Picture | None:
    """Return what mail programs can show of the picture at *path*; nothing of a drawing."""
    return None if path.endswith(".svg") else PICTURE


def read_mail(folder: Path, stem: str) -> Mail:
    """Return the mail that a build left in *folder*."""
    return Mail({_end(path.name): path.read_bytes() for path in folder.glob(f"*{stem}.*")})


def _end(name: str) -> str:
    return "preview" if name.startswith("preview-") else name.rpartition(".")[2]
