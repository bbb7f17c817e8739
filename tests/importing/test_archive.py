# SPDX-License-Identifier: EUPL-1.2
"""Lia brings in fifteen years with one command; where it stops, the same command goes on."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from newsletter.tools.console import CommandError
from newsletter.tools.importer.__main__ import main
from newsletter.tools.importer.html_reader import Beside
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.reading import read_bytes
from tests.importing.score import DOCUMENTS
from tests.project import EXTENSIONS

MONTHS = ("gennaio", "febbraio", "marzo")


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    return tmp_path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    folder = tmp_path / "archivio"
    for month in MONTHS:
        path = folder / "2013" / f"{month}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"Notiziario, {month} 2013\n\nEVENTI\n\nFesta - 9 {month}: si balla.\n", encoding="utf-8")
    (folder / "leggimi.txt").write_text("Qui ci sono i numeri vecchi.\n", encoding="utf-8")
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff")
    for name in (".DS_Store", "Thumbs.db", "2013/desktop.ini"):
        (folder / name).write_bytes(b"\0")
    return folder


def log(city: Path) -> dict[str, tuple[str, int]]:
    """Return what became of each file, by its name: its issue and the number of its records."""
    entries = json.loads((city / "_build" / "import" / "log.json").read_text("utf-8"))
    return {Path(entry["file"]).name: (entry["issue"], entry["records"]) for entry in entries}


def issues(city: Path) -> list[str]:
    return sorted(path.stem for path in (city / "issues").glob("*.md"))


def test_a_folder_comes_in_each_file_into_its_issue(
    city: Path, archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(archive), "--source", str(city)]) == 3  # not all of it held records
    assert issues(city) == ["2013-01", "2013-02", "2013-03"]
    table = capsys.readouterr().out
    months = {"gennaio.txt": ("2013-01", 1), "febbraio.txt": ("2013-02", 1), "marzo.txt": ("2013-03", 1)}
    assert log(city) == {**months, "leggimi.txt": ("", 0), "foto.jpg": ("", 0)}
    assert table.count("leggimi.txt") == table.count("marzo.txt") == 2  # as it goes, and in the table
    assert "ISSUE=2026-05" in table  # what to do about the one that says no month
    assert ".docx" in table  # and about the one that is no newsletter
    assert (city / "_build" / "import" / "2013-02.html").exists()


def test_what_was_stopped_goes_on_and_what_was_corrected_stays(
    city: Path, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()

    def stopped_at_march(name: str, raw: bytes, beside: Beside) -> Original:
        asked.append(name)
        if name == "marzo.txt" and asked.count(name) == 1:
            raise KeyboardInterrupt
        return read_bytes(name, raw, beside)

    monkeypatch.setattr("newsletter.tools.importer.one_file.read_bytes", stopped_at_march)
    files = [str(archive / "2013" / f"{month}.txt") for month in MONTHS]
    with pytest.raises(KeyboardInterrupt):
        main([*files, "--source", str(city)])
    corrected = city / "issues" / "2013-01.md"
    corrected.write_text("# Corretto\n", encoding="utf-8")
    assert main([*files, "--source", str(city)]) == 0
    assert issues(city) == ["2013-01", "2013-02", "2013-03"]
    assert corrected.read_text("utf-8") == "# Corretto\n"
    assert asked == ["gennaio.txt", "febbraio.txt", "marzo.txt", "marzo.txt"]


def test_a_draft_that_was_taken_away_is_made_anew(city: Path, archive: Path) -> None:
    pattern = str(archive / "2013" / "*.txt")
    main([pattern, "--source", str(city)])
    (city / "issues" / "2013-02.md").unlink()
    main([pattern, "--source", str(city)])
    assert issues(city) == ["2013-01", "2013-02", "2013-03"]


def test_a_zip_comes_in_without_being_unpacked(city: Path) -> None:
    assert main([str(DOCUMENTS / "open" / "b19-archivio-valdombra.zip"), "--source", str(city)]) == 3
    assert sum(records for _issue, records in log(city).values()) == 7
    assert issues(city) == ["2013-01", "2013-02", "2013-03"]


def test_a_damaged_file_costs_itself_alone(city: Path, archive: Path) -> None:
    path = city / "vecchi.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.write(archive / "2013" / "marzo.txt", "marzo.txt")
        file.writestr("rotto.docx", b"PK\x03\x04word/")
        file.writestr("../fuori.txt", "Notiziario, aprile 2013\n\nEVENTI\n\nFesta - 9 aprile: si balla.\n")
    main([str(path), "--source", str(city)])
    assert issues(city) == ["2013-03", "2013-04"]
    assert not (city.parent / "fuori.txt").exists()
    assert log(city)["rotto.docx"] == ("", 0)


def test_one_issue_is_no_name_for_several_files(city: Path, archive: Path) -> None:
    with pytest.raises(CommandError, match="ISSUE"):
        main([str(archive), "--issue", "2013-01", "--source", str(city)])
    with pytest.raises(CommandError, match=r"\*\.doc"):
        main([str(archive / "*.doc"), "--source", str(city)])


@pytest.mark.slow
def test_two_hundred_files_are_stopped_half_way_and_go_on(city: Path) -> None:
    folder = city / "archivio"
    folder.mkdir()
    for n in range(200):
        year, month = 2005 + n // 12, n % 12 + 1
        record = f"<h3>Festa {n}</h3><p>9/{month}/{year}, Molo</p>"
        page = f"<h2>Eventi</h2>{record}"
        (folder / f"{year}-{month:02}.html").write_text(page, encoding="utf-8")
    command = [sys.executable, "-m", "newsletter.tools.importer", str(folder), "--source", str(city)]
    environment = {**os.environ, "PYTHONPATH": EXTENSIONS}
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as running:
        assert running.stdout is not None
        for line in running.stdout:
            if line.startswith("100/200"):
                running.send_signal(signal.SIGINT)
    before = {path: path.stat().st_mtime_ns for path in (city / "issues").glob("*.md")}
    assert 99 <= len(before) < 200
    assert running.returncode
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    assert len(issues(city)) == 200
    assert {path: path.stat().st_mtime_ns for path in before} == before
