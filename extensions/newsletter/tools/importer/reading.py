# SPDX-License-Identifier: EUPL-1.2
"""From a file to lines: which of the readers a file needs, told by its first bytes rather than by its name."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path

from newsletter.pictures.formats import IMAGES
from newsletter.source.source_text import without_invisible
from newsletter.tools.console import CommandError, refuse, require_extra
from newsletter.tools.importer.html_reader import Beside, nothing_beside, read_html
from newsletter.tools.importer.mail_reader import read_mail
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.text_reader import decode, read_markdown, read_text
from newsletter.tools.importer.word_reader import read_word

_CHARSET = re.compile(rb"charset=[\"']?([\w-]+)", re.IGNORECASE)
_MAIL = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){3,}")
_MAIL_FIELD = re.compile(rb"^(?:MIME-Version|Content-Type|Message-ID|Received|Subject):", re.IGNORECASE | re.MULTILINE)
_RTF_CHARACTER = re.compile(rb"\\u-?\d{1,5}(?=[^\s\d\\{}])")
"""A character by its number, and right behind it what stands for it in old programs, of which pandoc takes one letter
too many unless a space parts them, which is a part of the first."""
_HEAD = 4096  # bytes in which a file says what it is
_SECONDS = 120


def _read_text_file(raw: bytes) -> Original:
    return read_text(decode(raw))


def _read_markdown_file(raw: bytes, beside: Beside = nothing_beside) -> Original:
    return read_markdown(decode(raw), beside)


def _read_html_file(raw: bytes, beside: Beside = nothing_beside) -> Original:
    found = _CHARSET.search(raw[:_HEAD])
    return read_html(without_invisible(decode(raw, found[1].decode("ascii") if found else "")), beside)


def _read_pdf_file(raw: bytes) -> Original:
    require_extra("import")
    from newsletter.tools.importer.pdf_reader import read_pdf  # noqa: PLC0415 - what it needs is optional

    return read_pdf(raw)


def _read_outlook_file(raw: bytes) -> Original:
    try:
        import extract_msg  # type: ignore[import-not-found]  # noqa: PLC0415 - optional
    except ModuleNotFoundError:
        raise refuse(
            "This is a mail as Outlook saves it. Save it as .eml or .html, or install what reads it: "
            "pip install extract-msg"
        ) from None
    try:
        saved = extract_msg.openMsg(raw)
        mail = saved.asEmailMessage()
    except Exception as error:  # a damaged file fails in many ways, and an appointment is no mail
        raise refuse("This file cannot be read: it may be damaged. Open it in Outlook, and save it as .eml.") from error
    if not mail["Subject"] and saved.subject:
        del mail["Subject"]  # a mail that was never sent has no header, but its subject
        mail["Subject"] = " ".join(saved.subject.split())
    return read_mail(mail.as_bytes())


def _read_by_pandoc(form: str) -> Callable[[bytes], Original]:
    def read(raw: bytes) -> Original:
        if form == "rtf":
            raw = _RTF_CHARACTER.sub(rb"\g<0> ", raw)
        program = shutil.which("pandoc")
        if program is None:
            raise refuse(
                "This kind of file is read where pandoc is installed (https://pandoc.org). Or open it in Word or "
                "LibreOffice and save it as .docx."
            )
        # Pictures are written into the page; a sandboxed pandoc reads none that is not in the document.
        command = [program, f"--from={form}", "--to=html", "--wrap=none", "--sandbox", "--self-contained"]
        try:
            done = subprocess.run(  # noqa: S603 - a program of the machine, which is given the file and nothing else
                command, input=raw, capture_output=True, check=True, timeout=_SECONDS
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired):
            raise refuse("This file cannot be read: it may be damaged. Open it, and save it as .docx.") from None
        return replace(read_html(without_invisible(done.stdout.decode("utf-8"))), title="")

    return read


_READERS: Mapping[str, Callable[[bytes], Original]] = {
    ".txt": _read_text_file,
    ".md": _read_markdown_file,
    ".html": _read_html_file,
    ".eml": read_mail,
    ".mhtml": read_mail,
    ".msg": _read_outlook_file,
    ".docx": read_word,
    ".odt": _read_by_pandoc("odt"),
    ".rtf": _read_by_pandoc("rtf"),
    ".pdf": _read_pdf_file,
}
_PAGES = {".md": _read_markdown_file, ".html": _read_html_file}
"""Those whose pictures may lie beside them."""
_ALSO = {".text": ".txt", ".markdown": ".md", ".htm": ".html", ".xhtml": ".html", ".mht": ".mhtml"}
_TEXTS = frozenset({".txt", ".md", ".html", ".eml", ".mhtml"})
_ARCHIVES = frozenset({".zip", ".7z", ".rar", ".tar", ".gz"})


def kind_of_file(name: str, raw: bytes) -> str:
    """Return the suffix of the kind of file that *raw* is; by *name* where its bytes do not say it."""
    suffix = Path(name).suffix.lower()
    suffix = _ALSO.get(suffix, suffix)
    head = raw[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in raw[:1024]:
        return ".pdf"
    if head.startswith(b"PK\x03\x04"):
        text = b"application/vnd.oasis.opendocument.text" in head
        return ".odt" if text else ".docx" if b"word/" in raw else ".zip"
    if head.startswith(b"{\\rtf"):
        return ".rtf"
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        return ".msg" if suffix == ".msg" else ".doc"
    if re.match(rb"<(?:!doctype html|html|head|body)\b", head, re.IGNORECASE):
        return ".html"
    if suffix not in _TEXTS - {".txt"} and _MAIL.match(head) and _MAIL_FIELD.search(head):
        return ".eml"
    if suffix in _READERS and suffix not in _TEXTS:
        # Its name says a form that its bytes are not in.
        return ".txt" if b"\0" not in raw[:_HEAD] and raw.strip() and not head.startswith(b"PK") else suffix
    return suffix


def read_file(path: Path) -> Original:
    """Return what the file at *path* holds.

    :raises CommandError: where it is not there, is of a kind that is not read, or needs a package that is missing.
    """
    return read_bytes(path.name, bytes_of(path), partial(file_beside, path))


def file_beside(path: Path, url: str) -> bytes | None:
    """Return the bytes of the picture *url* in the folder of the page at *path*, or in one within; else None."""
    if Path(url).suffix.lower() not in IMAGES or ":" in url or "\0" in url:
        return None
    folder = path.parent.resolve()
    file = (folder / url).resolve()
    try:
        return file.read_bytes() if file.is_relative_to(folder) and file.is_file() else None
    except OSError:
        return None


def bytes_of(path: Path) -> bytes:
    """Return the bytes of the file at *path*.

    :raises CommandError: where it is not there, or cannot be opened.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise refuse("There is no file %(name)s. Look at its name, and at the folder before it.", name=path) from None
    except OSError as error:
        raise refuse("%(name)s cannot be opened: %(reason)s.", name=path, reason=error.strerror) from None


def read_bytes(name: str, raw: bytes, beside: Beside = nothing_beside) -> Original:
    """Return what *raw*, the bytes of a file called *name*, hold.

    :param beside: what reads the pictures of a page that lie beside it.
    :raises CommandError: where they are of a kind that is not read, or need a package that is missing.
    """
    kind = kind_of_file(name, raw)
    reader = _READERS.get(kind)
    if reader is None:
        raise _not_read(name, kind)
    try:
        original = reader(raw) if kind not in _PAGES else _PAGES[kind](raw, beside)
    except ModuleNotFoundError as error:
        raise refuse("The package %(name)s is missing: “make import” installs it.", name=error.name) from None
    if not any(line.text for line in original.lines):
        raise refuse(
            "%(name)s holds no text. A scanned sheet has to go through a character recognition first.", name=name
        )
    return original


def _not_read(name: str, kind: str) -> CommandError:
    if kind in _ARCHIVES:
        return refuse("%(name)s: unpack it, and import the folder: make import FILE=folder", name=name)
    if kind in {".doc", ".pages", ".wpd"}:
        return refuse(
            "%(name)s: this kind of file is not read. Open it in Word or LibreOffice and save it as .docx.", name=name
        )
    return refuse("%(name)s: only these kinds of files are read: %(kinds)s.", name=name, kinds=", ".join(_READERS))
