# SPDX-License-Identifier: EUPL-1.2
"""Lines of a Word document: by the meaning of its styles, then what these leave out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.tools.console import refuse, require_extra
from newsletter.tools.importer.html_reader import picture_name, read_html
from newsletter.tools.importer.lines import plain_line
from newsletter.tools.importer.original import Fate, Original, Part

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_WITH_TEXT = re.compile(r"word/(?:document|comments|footnotes|endnotes|header\d*|footer\d*)\.xml")
_SHOWN = 60  # characters of a paragraph by which it is found again
_DELETED = f"{_WORD}delText"


def read_word(raw: bytes) -> Original:
    """Return what a Word document holds; headers, footers, comments and deleted words are no part of its text.

    :raises CommandError: where it is none.
    """
    require_extra("import")
    import mammoth  # type: ignore[import-untyped]  # noqa: PLC0415 - optional, and without types

    images: dict[str, bytes] = {}
    try:
        convert = mammoth.images.img_element(_into(images))
        page = mammoth.convert_to_html(BytesIO(raw), convert_image=convert).value
        with ZipFile(BytesIO(raw)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
        texts, notes = [*_paragraphs(parts)], dict(_notes(parts))
    except (BadZipFile, KeyError, etree.XMLSyntaxError):
        raise refuse(
            "This is no Word document in the form .docx. Open it in Word or LibreOffice and save it so."
        ) from None
    found = read_html(page)
    known = " ".join(line.text for line in found.lines)
    rest = [text for text in dict.fromkeys(texts) if text in notes or text not in known]
    start = len(found.lines)
    lines = [plain_line(notes.get(text, text), start + n, aside=True) for n, text in enumerate(rest, 1)]
    return Original(
        [*found.lines, *lines],
        texts=texts,
        links=[*dict.fromkeys(_links(parts))],
        pictures=[*found.pictures, *(name for name in parts if name.startswith("word/media/"))][: _pictures(parts)],
        images=images,
        parts=[
            Part(name, Fate.READ if _WITH_TEXT.fullmatch(name) else Fate.LEFT)
            for name in parts
            if name.startswith("word/") and (_WITH_TEXT.fullmatch(name) or "embeddings" in name)
        ],
    )


def _into(images: dict[str, bytes]) -> Callable[[Any], Mapping[str, str]]:
    """Return what puts the pictures of a document into *images*, each under the name that the page has for it."""

    def keep(image: Any) -> Mapping[str, str]:
        try:
            with image.open() as file:
                data = file.read()
        except (KeyError, ValueError):  # it is not in the document, which only names a file elsewhere
            return {}
        name = picture_name(data)
        images[name] = data
        return {"src": name}

    return keep


def _pictures(parts: Mapping[str, bytes]) -> int:
    return sum(
        raw.count(b"<a:blip ") + raw.count(b"<v:imagedata ") for raw in parts.values() if raw.startswith(b"<?xml")
    )


def _links(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the URLs of the links to the web that the document holds."""
    for name, raw in parts.items():
        if re.fullmatch(r"word/_rels/.*\.rels", name):
            for each in _tree(raw).iter(_RELATIONSHIP):
                if each.get("TargetMode") == "External" and str(each.get("Type", "")).endswith("/hyperlink"):
                    yield str(each.get("Target", ""))


def _tree(raw: bytes) -> etree._Element:
    return etree.fromstring(raw, etree.XMLParser(resolve_entities=False, no_network=True))


def _paragraphs(parts: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the text of all paragraphs, and what was deleted from them as paragraphs of their own."""
    for name, raw in parts.items():
        if not _WITH_TEXT.fullmatch(name):
            continue
        for paragraph in _tree(raw).iter(f"{_WORD}p"):
            yield from filter(None, (_text(paragraph), _deleted(paragraph)))


def _text(paragraph: etree._Element) -> str:
    kept = paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br")
    return " ".join("".join(each.text or "" if each.tag == f"{_WORD}t" else " " for each in kept).split())


def _deleted(paragraph: etree._Element) -> str:
    return " ".join("".join(each.text or "" for each in paragraph.iter(_DELETED)).split())


def _notes(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Yield what was deleted and what was commented, each with a note that says so, and where in the text."""
    document = _tree(parts["word/document.xml"])
    commented: dict[str, str] = {}
    for paragraph in document.iter(f"{_WORD}p"):
        text, deleted = _text(paragraph), _deleted(paragraph)
        if deleted:
            yield deleted, translate(_("deleted in “%(text)s”: %(words)s")) % {"text": _short(text), "words": deleted}
        for reference in paragraph.iter(f"{_WORD}commentReference"):
            commented[str(reference.get(f"{_WORD}id"))] = _short(text)
    if "word/comments.xml" in parts:
        for comment in _tree(parts["word/comments.xml"]).iter(f"{_WORD}comment"):
            where = commented.get(str(comment.get(f"{_WORD}id")), "")
            for words in filter(None, map(_text, comment.iter(f"{_WORD}p"))):
                yield words, translate(_("comment on “%(text)s”: %(words)s")) % {"text": where, "words": words}


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rpartition(' ')[0]} …"
