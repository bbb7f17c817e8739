# SPDX-License-Identifier: EUPL-1.2
"""Sources that are not in UTF-8: reported, and read all the same, so that the build goes on and no letter is lost.

What is no UTF-8 was most likely saved by an office program in Windows-1252.
"""

from __future__ import annotations

import codecs
from pathlib import Path

from sphinx.application import Sphinx

from newsletter.environment.issue_files import FOLDER
from newsletter.environment.reporter import warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.source.issue_folder import markdown_files

NAME = "newsletter_source"
_HANDLER = "newsletter_windows"


def decode(data: bytes) -> str:
    """Return the text of *data*: UTF-8 with or without a mark at its start, UTF-16 with one, or Windows-1252."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # “Unicode” in Windows' Notepad
        return data.decode("utf-16", errors="replace")
    return data.decode("utf-8-sig", errors=_HANDLER)


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(bytes([byte]).decode("cp1252", errors="replace") for byte in wrong), error.end


class _Decoder(codecs.BufferedIncrementalDecoder):
    """Waits for the end, since files of issues are small."""

    def _buffer_decode(self, data: bytes, _errors: str, final: bool) -> tuple[str, int]:  # type: ignore[override] # noqa: FBT001 - the signature is Python's
        return (decode(data), len(data)) if final else ("", 0)


def _find(name: str) -> codecs.CodecInfo | None:
    if name != NAME:
        return None
    return codecs.CodecInfo(
        encode=codecs.utf_8_encode,
        decode=lambda data, _errors="strict": (decode(bytes(data)), len(data)),
        incrementaldecoder=_Decoder,
        incrementalencoder=codecs.getincrementalencoder("utf-8"),
        name=NAME,
    )


codecs.register_error(_HANDLER, _as_windows)
codecs.register(_find)


def accept_encodings(app: Sphinx) -> None:
    """Let Sphinx read what is not in UTF-8, and report it (``builder-inited``)."""
    app.env.settings["input_encoding"] = NAME
    for path in markdown_files(Path(app.srcdir, FOLDER)):
        line = _first_wrong_line(path.read_bytes())
        if line is not None:
            message = _("This line is not in UTF-8. Save the file as UTF-8, then look at its accents.")
            warn(ContentError("encoding", message).diagnostic, str(path), line)


def _first_wrong_line(data: bytes) -> int | None:
    """Return the line of the first byte that is no UTF-8; None where there is none."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start].replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        return before.count(b"\n") + 1
    return None
