# SPDX-License-Identifier: EUPL-1.2
"""What Lia gets from old Outlook, LibreOffice and Word where the readers for it are installed, as the guide says."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from newsletter.model.issue import IssueName, Period
from newsletter.tools.console import CommandError
from newsletter.tools.importer.issue_name import issue_name
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.reading import read_file
from tests.importing.making.outlook import write_msg

HTML = "<h2>Eventi</h2><p><b>Festa delle lanterne</b><br>9 maggio, Ponte</p><p>Ingresso 3 €.</p>"
PLAIN = "Eventi\n\nFesta delle lanterne\n9 maggio, Ponte\n\nIngresso 3 €.\n"

needs_pandoc = pytest.mark.skipif(shutil.which("pandoc") is None, reason="pandoc is not installed")


def titles(original: Original) -> list[tuple[str, str]]:
    draft = make_draft(original, IssueName(Period(2026, 5)), Path("/nowhere"))
    assert draft.lost == 0
    return [(item.title, item.options["date"]) for item in draft.items]


def test_a_mail_of_outlook_is_read_with_its_subject(tmp_path: Path) -> None:
    extract_msg = pytest.importorskip("extract_msg")
    path = tmp_path / "vecchia.msg"
    write_msg(path, extract_msg.OleWriter(), "Borgoluce, maggio 2026", PLAIN, f"<html><body>{HTML}</body></html>")
    original = read_file(path)
    assert str(issue_name(path, original)) == "2026-05"
    assert titles(original) == [("Festa delle lanterne", "9 maggio")]


def test_a_damaged_mail_of_outlook_is_refused_with_advice(tmp_path: Path) -> None:
    pytest.importorskip("extract_msg")
    path = tmp_path / "rotta.msg"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))
    with pytest.raises(CommandError, match=r"\.eml"):
        read_file(path)


@needs_pandoc
@pytest.mark.parametrize("form", ["odt", "rtf"])
def test_documents_of_libreoffice_and_old_word_are_read_by_pandoc(tmp_path: Path, form: str) -> None:
    path = tmp_path / f"maggio.{form}"
    command = ["pandoc", "--from=html", f"--to={form}", "--standalone", f"--output={path}"]
    subprocess.run(command, input=HTML.encode(), check=True)
    assert titles(read_file(path)) == [("Festa delle lanterne", "9 maggio")]


@needs_pandoc
def test_no_letter_behind_an_accent_of_a_rich_text_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "maggio.rtf"
    path.write_bytes(rb"{\rtf1\ansi\uc1 {\pard Zs\u243?fia, K\u233 ?kforr\u225\'e1s e \u8364?uro\par}}")
    assert read_file(path).lines[0].text == "Zsófia, Kékforrás e €uro"


@needs_pandoc
def test_a_document_that_pandoc_cannot_read_is_refused_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "rotto.odt"
    path.write_bytes(b"PK\x03\x04" + b"application/vnd.oasis.opendocument.text" + bytes(100))
    with pytest.raises(CommandError, match=r"\.docx"):
        read_file(path)
