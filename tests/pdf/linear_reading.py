# SPDX-License-Identifier: EUPL-1.2
"""Read a PDF as a screen reader does, in the order of its tags (ISO 32000-1, 14.8)."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pypdfium2.raw as pdfium_c  # type: ignore[import-untyped]  # the same

_INLINE = frozenset({"Span", "Link", "Em", "Strong", "Code", "Reference", "Note", "Lbl", "Quote", "Sub", "Sup"})


_UNHEARD = re.compile("[\x02\u00ad\u200b\u2060]")
"""Hyphens that only a line's end made, and marks of where lines may end."""


class Said(NamedTuple):
    """One stretch that is said without a pause."""

    role: str
    """Of the innermost block: ``P``, ``H1``, ``TOCI``, ``LBody``."""
    words: str
    page: int
    """From 1; 0 where nothing tells."""


def linear_reading(path: Path) -> list[Said]:
    """Return all that is said of the PDF at *path*."""
    with pikepdf.open(path) as pdf:
        reader = _Reader(_marked_text(path), {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)})
        reader.read(pdf.Root.StructTreeRoot, 0)
        reader.pause("")
        return reader.said


@dataclass
class _Reader:
    text: dict[tuple[int, int], str]
    """Of each marked content, by page and number."""
    pages: dict[tuple[int, int], int]
    said: list[Said] = field(default_factory=list)
    _role: str = ""
    _words: list[str] = field(default_factory=list)
    _page: int = 0

    def pause(self, role: str) -> None:
        words = " ".join(_UNHEARD.sub("", "".join(self._words)).split())
        if words:
            self.said.append(Said(self._role, words, self._page))
        self._role, self._words = role, []

    def read(self, element: pikepdf.Object, page: int) -> None:
        role = str(element.get("/S", "/"))[1:]
        page = self.pages[element.Pg.objgen] if "/Pg" in element else page
        block = role not in _INLINE
        around = self._role
        if block:
            self.pause(role)
        if "/ActualText" in element or "/Alt" in element:
            self._words.append(str(element.get("/ActualText", element.get("/Alt"))))
        else:
            for kid in _kids(element):
                self._read_kid(kid, page)
        if block:
            self.pause(around)

    def _read_kid(self, kid: Any, page: int) -> None:
        if isinstance(kid, pikepdf.Dictionary):
            page = self.pages[kid.Pg.objgen] if "/Pg" in kid else page
            if "/S" in kid:
                self.read(kid, page)
            elif "/MCID" in kid:
                self._say(page, int(kid.MCID))
        else:
            self._say(page, int(kid))

    def _say(self, page: int, mark: int) -> None:
        self._page = page
        self._words.append(self.text.get((page, mark), ""))


def _kids(element: pikepdf.Object) -> Iterator[Any]:
    kids = element.get("/K")
    if kids is not None:
        yield from kids if isinstance(kids, pikepdf.Array) else [kids]


def _marked_text(path: Path) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = defaultdict(str)
    with pdfium.PdfDocument(path) as document:
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            for item in page.get_objects(max_depth=1):
                mark = pdfium_c.FPDFPageObj_GetMarkedContentID(item)
                if mark >= 0:
                    found[number, mark] += "".join(_texts(item, text))
    return found


def _texts(item: Any, text: Any) -> Iterator[str]:
    """Yield the text that a page object shows, which may be a form of others."""
    raw = getattr(item, "raw", item)
    if pdfium_c.FPDFPageObj_GetType(raw) == pdfium_c.FPDF_PAGEOBJ_FORM:
        for at in range(pdfium_c.FPDFFormObj_CountObjects(raw)):
            yield from _texts(pdfium_c.FPDFFormObj_GetObject(raw, at), text)
    elif pdfium_c.FPDFPageObj_GetType(raw) == pdfium_c.FPDF_PAGEOBJ_TEXT:
        size = pdfium_c.FPDFTextObj_GetText(raw, text, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium_c.FPDFTextObj_GetText(raw, text, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
        # A stretch that is a space alone is none to PDFium.
        yield unicodedata.normalize("NFC", buffer.raw[: size - 2].decode("utf-16-le")) or " "
