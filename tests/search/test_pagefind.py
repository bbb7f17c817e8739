# SPDX-License-Identifier: EUPL-1.2
"""The conversation with Pagefind, and the index that comes out of it."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsletter.export.site import File
from newsletter.search import pagefind
from newsletter.search.entry import SearchEntry
from newsletter.search.pagefind import PagefindError, build_index

ENTRIES = [
    SearchEntry(f"issues/2026-05.html#{number}", f"Parola {number} del testo.", "2026-05-01", {"title": f"N. {number}"})
    for number in range(30)
]


def digest(files: list[File]) -> str:
    return hashlib.sha256(b"".join(file.path.encode() + b"\0" + file.content for file in files)).hexdigest()


def test_the_same_entries_give_the_same_bytes_in_any_order_and_in_any_process() -> None:
    here = digest(build_index(ENTRIES, "it"))
    assert digest(build_index(ENTRIES[::-1], "it")) == here
    script = "from tests.search.test_pagefind import *; print(digest(build_index(ENTRIES, 'it')))"
    elsewhere = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True, env={"PYTHONPATH": _path()}
    )
    assert elsewhere.stdout.strip() == here


def _path() -> str:
    return ":".join(str(path) for path in (Path(__file__).parents[2], Path(__file__).parents[2] / "extensions"))


def test_only_what_our_page_loads_is_published() -> None:
    paths = [file.path for file in build_index(ENTRIES, "it")]
    assert {path for path in paths if path.count("/") == 1 and "pf_meta" not in path} == {
        "pagefind/pagefind.js",
        "pagefind/pagefind-entry.json",
        "pagefind/wasm.it.pagefind",
    }
    assert sum("/fragment/" in path for path in paths) == len(ENTRIES)
    assert not [path for path in paths if "ui" in path.rsplit("/", 1)[-1] or "worker" in path]


def test_all_entries_stand_in_one_index_under_the_version_that_was_looked_at() -> None:
    entry = next(file for file in build_index(ENTRIES, "it") if file.path.endswith("entry.json"))
    told = json.loads(entry.content)
    assert told["version"] == "1.5.2"
    assert {language: index["page_count"] for language, index in told["languages"].items()} == {"it": len(ENTRIES)}


@pytest.mark.parametrize("language", ["it", "en", "la", "pt-BR"])
def test_a_language_that_pagefind_does_not_know_still_gets_an_index(language: str) -> None:
    paths = [file.path for file in build_index(ENTRIES[:1], language)]
    assert sum("wasm." in path for path in paths) == 1


def test_an_empty_archive_is_no_error() -> None:
    assert [file.path for file in build_index([], "it")] == ["pagefind/pagefind-entry.json", "pagefind/pagefind.js"]


def pretend(monkeypatch: pytest.MonkeyPatch, folder: Path, *lines: str) -> None:
    """Put a program of these *lines* in the place of Pagefind."""
    program = folder / "pagefind"
    program.write_text("\n".join(["#!/bin/sh", *lines, ""]), encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr(pagefind, "_executable", lambda: str(program))


def test_a_refusal_of_pagefind_is_told_in_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = {"message_id": 0, "payload": {"type": "Error", "message": "no such language"}}
    answer = base64.b64encode(json.dumps(error).encode()).decode()
    pretend(monkeypatch, tmp_path, f"printf '%s,' {answer}", "cat > /dev/null")
    with pytest.raises(PagefindError, match="refused NewIndex: no such language"):
        build_index(ENTRIES, "it")


def test_a_program_that_ends_early_is_told_with_its_last_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, tmp_path, "echo 'no memory left' >&2")
    with pytest.raises(PagefindError, match="no memory left"):
        build_index(ENTRIES, "it")


def test_an_answer_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, tmp_path, "printf 'aGVsbG8=,'", "cat > /dev/null")
    with pytest.raises(PagefindError, match="answer cannot be read"):
        build_index(ENTRIES, "it")


def test_a_missing_program_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pagefind, "_executable", lambda: str(tmp_path / "nothing"))
    with pytest.raises(PagefindError, match="does not start"):
        build_index(ENTRIES, "it")


def test_a_program_that_never_answers_is_ended_and_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pretend(monkeypatch, tmp_path, "exec sleep 600")
    with pytest.raises(PagefindError, match=r"has not finished within 0\.2 seconds"):
        build_index(ENTRIES * 1000, "it", patience=0.2)


def test_a_build_that_is_killed_leaves_neither_files_nor_processes(tmp_path: Path) -> None:
    silent, temporary = tmp_path / "pagefind", tmp_path / "temporary"
    ended = tmp_path / "ended"
    # As Pagefind does, it goes on until its input ends; it kills the build that asks it.
    silent.write_text(f"#!/bin/sh\nkill -9 $PPID\ncat > /dev/null\ntouch '{ended}'\n")
    silent.chmod(0o700)
    temporary.mkdir()
    build = f"""
import newsletter.search.pagefind as pagefind
pagefind._executable = lambda: {str(silent)!r}
pagefind.build_index([], "it")
"""
    surroundings = {**os.environ, "PYTHONPATH": _path(), "TMPDIR": str(temporary)}
    assert subprocess.run([sys.executable, "-c", build], check=False, env=surroundings, timeout=60).returncode == -9

    for _moment in range(100):
        if not ended.exists():
            time.sleep(0.1)
    assert ended.exists()
    assert list(temporary.iterdir()) == []
