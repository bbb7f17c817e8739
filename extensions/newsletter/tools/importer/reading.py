# SPDX-License-Identifier: EUPL-1.2
"""From a file to lines: plain text, HTML, Word and PDF."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from email import message_from_bytes, policy
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from newsletter.source.source_text import split_lines, without_invisible
from newsletter.tools.console import Refusal, refuse
from newsletter.tools.importer.escape import escape_inline
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.web_page import read_html

_BULLET = re.compile(r"[•·▪◦‣*–-]\s+(?=\S)")
_HEADER = re.compile(r"(?P<marks>#{1,6})\s+(?=\S)")
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARTS_WITH_TEXT = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml")


def decode(raw: bytes) -> str:
    """Return the text of *raw*: UTF-8 or UTF-16 by its mark, else UTF-8, else what Windows wrote in Italy."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw.decode("utf-16", errors="replace")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def read_text(text: str) -> list[Line]:
    """Return the lines of plain *text*; a blank line parts paragraphs, ``#`` and underlines make headings."""
    lines: list[Line] = []
    gap = True
    for number, written in enumerate(split_lines(text), start=1):
        words = " ".join(without_invisible(written).split())
        if not words:
            gap = True
            continue
        if re.fullmatch(r"[=\-_*~. ]{3,}", words):  # a rule, or the underline of a heading; no word is in it
            if lines and not gap and set(words) <= {"=", "-"}:
                last = lines[-1]
                lines[-1] = Line(last.text, last.number, last.markdown, 1 if "=" in words else 2, gap=last.gap)
            gap = True
            continue
        header, bullet = _HEADER.match(words), _BULLET.match(words)
        heading = len(header["marks"]) if header else 0
        bare = words[header.end() :] if header else words[bullet.end() :] if bullet else words
        lines.append(Line(bare, number, escape_inline(bare), heading, gap=gap or bool(bullet), item=bool(bullet)))
        gap = bool(heading)
    return lines


def _read_text_file(raw: bytes) -> list[Line]:
    return read_text(decode(raw))


def _read_html_file(raw: bytes) -> list[Line]:
    found = re.search(rb"charset=[\"']?([\w-]+)", raw[:2048])
    try:
        text = raw.decode(found[1].decode("ascii")) if found else decode(raw)
    except (LookupError, UnicodeDecodeError):
        text = decode(raw)
    return read_html(without_invisible(text))


def _read_mail(raw: bytes) -> list[Line]:
    """Return the lines of a mail as it is saved: its subject, then its text, of which the version in HTML says more."""
    message = message_from_bytes(raw, policy=policy.default)
    body = message.get_body(("html", "plain"))
    if body is None:
        return _read_text_file(raw)
    content = without_invisible(str(body.get_content()))
    lines = read_html(content) if body.get_content_subtype() == "html" else read_text(content)
    subject = " ".join(str(message["subject"] or "").split())
    return [*([Line(subject, 0, escape_inline(subject), aside=True)] if subject else []), *lines]


def _read_word(raw: bytes) -> list[Line]:
    """Return the lines of a Word document, then what mammoth leaves out: headers, footers, unusual boxes."""
    import mammoth  # type: ignore[import-untyped]  # noqa: PLC0415 - optional, and without types

    try:
        lines = read_html(
            mammoth.convert_to_html(BytesIO(raw), convert_image=mammoth.images.img_element(_no_image)).value
        )
        everything = list(_word_paragraphs(raw))
    except (BadZipFile, KeyError, etree.XMLSyntaxError):
        raise refuse(
            "This is no Word document in the form .docx. Open it in Word or LibreOffice and save it so."
        ) from None
    known = " ".join(line.text for line in lines)
    rest = [text for text in everything if text not in known]
    return lines + [
        Line(text, len(lines) + place, escape_inline(text), aside=True) for place, text in enumerate(rest, 1)
    ]


def _no_image(_image: object) -> Mapping[str, str]:
    return {}


def _word_paragraphs(raw: bytes) -> list[str]:
    found: list[str] = []
    with ZipFile(BytesIO(raw)) as archive:
        for name in archive.namelist():
            if _PARTS_WITH_TEXT.fullmatch(name):
                parser = etree.XMLParser(resolve_entities=False, no_network=True)
                for paragraph in etree.fromstring(archive.read(name), parser).iter(f"{_WORD}p"):
                    pieces = (
                        each.text if each.tag == f"{_WORD}t" else " "
                        for each in paragraph.iter(f"{_WORD}t", f"{_WORD}tab", f"{_WORD}br")
                    )
                    found.append(" ".join("".join(piece or "" for piece in pieces).split()))
    return [text for text in dict.fromkeys(found) if text]


def _read_pdf(raw: bytes) -> list[Line]:
    from newsletter.tools.importer.pdf_pages import read_pdf  # noqa: PLC0415 - what it needs is optional

    return read_pdf(raw)


_READERS: Mapping[str, Callable[[bytes], list[Line]]] = {
    ".txt": _read_text_file,
    ".text": _read_text_file,
    ".md": _read_text_file,
    ".eml": _read_mail,
    ".html": _read_html_file,
    ".htm": _read_html_file,
    ".docx": _read_word,
    ".pdf": _read_pdf,
}


_OF_OFFICES = frozenset({".doc", ".odt", ".rtf", ".pages", ".wpd"})


def read_file(path: Path) -> list[Line]:
    """Return the lines of the file at *path*.

    :raises Refusal: where it is not there, is of a kind that is not read, or needs a package that is missing.
    """
    reader = _READERS.get(path.suffix.lower())
    if path.suffix.lower() in _OF_OFFICES:
        raise refuse(
            "%(name)s: this kind of file is not read. Open it in Word or LibreOffice and save it as .docx.",
            name=path.name,
        )
    if reader is None:
        raise refuse(
            "%(name)s: only these kinds of files are read: %(kinds)s.", name=path.name, kinds=", ".join(_READERS)
        )
    try:
        lines = reader(path.read_bytes())
    except FileNotFoundError:
        raise refuse("There is no file %(name)s. Look at its name, and at the folder before it.", name=path) from None
    except OSError as error:
        raise refuse("%(name)s cannot be opened: %(reason)s.", name=path, reason=error.strerror) from None
    except ModuleNotFoundError as error:
        raise _missing(error) from None
    if not any(line.text for line in lines):
        raise refuse(
            "%(name)s holds no text. A scanned sheet has to go through a character recognition first.", name=path.name
        )
    return lines


def _missing(error: ModuleNotFoundError) -> Refusal:
    return refuse("The package %(name)s is missing: “make import” installs it.", name=error.name)
