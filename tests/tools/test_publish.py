# SPDX-License-Identifier: EUPL-1.2
"""A finished build takes the place of the published one all at once, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from newsletter.tools import publish as module
from newsletter.tools.publish import Outcome, publish

Tree = dict[str, str]


def write(root: Path, tree: Tree) -> Path:
    for name, text in tree.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def read(root: Path) -> Tree:
    return {
        path.relative_to(root).as_posix(): path.read_text(encoding="utf-8")
        for path in root.rglob("*")
        if path.is_file()
    }


@pytest.fixture(params=["exchange", "two renames"])
def system(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Stand for a system that can exchange two folders, then for one that cannot."""
    if request.param == "two renames":
        monkeypatch.setattr(module, "_exchange_at_once", lambda _one, _other: False)
    return str(request.param)


def test_the_first_build_is_published_without_the_notes_of_sphinx(tmp_path: Path, system: str) -> None:
    staged = write(tmp_path / "stage", {"index.html": "home", "pdf/a.pdf": "%PDF", ".buildinfo": "x", ".d/y": "z"})
    write(staged, {".well-known/security.txt": "mailto:ada@example.org"})
    assert publish(staged, tmp_path / "html") == Outcome(written=3, removed=0), system
    assert read(tmp_path / "html") == {
        "index.html": "home",
        "pdf/a.pdf": "%PDF",
        ".well-known/security.txt": "mailto:ada@example.org",
    }


def test_what_is_gone_from_the_build_is_gone_from_the_site(tmp_path: Path, system: str) -> None:
    published = write(tmp_path / "html", {"index.html": "home", "issues/2026-04.html": "old", "empty/x": ""})
    staged = write(tmp_path / "stage", {"index.html": "home", "issues/2026-05.html": "new"})
    assert publish(staged, published) == Outcome(written=1, removed=2), system
    assert read(published) == {"index.html": "home", "issues/2026-05.html": "new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "stage"]


def test_the_settings_of_the_server_stay_where_they_were_put(tmp_path: Path, system: str) -> None:
    published = write(tmp_path / "html", {".htaccess": "Options -Indexes", "index.html": "home", "old.html": "old"})
    staged = write(tmp_path / "stage", {"index.html": "home", "new.html": "new"})
    assert publish(staged, published) == Outcome(written=1, removed=1), system
    assert read(published) == {".htaccess": "Options -Indexes", "index.html": "home", "new.html": "new"}
    assert publish(staged, published) == Outcome(0, 0)


def test_a_page_that_did_not_change_keeps_its_time(tmp_path: Path, system: str) -> None:
    published = write(tmp_path / "html", {"index.html": "home", "a.html": "one"})
    os.utime(published / "index.html", (1_000_000_000, 1_000_000_000))
    staged = write(tmp_path / "stage", {"index.html": "home", "a.html": "two"})
    assert publish(staged, published) == Outcome(written=1, removed=0), system
    assert (published / "index.html").stat().st_mtime == 1_000_000_000
    assert read(published)["a.html"] == "two"


def test_nothing_is_touched_where_nothing_changed(tmp_path: Path) -> None:
    published = write(tmp_path / "html", {"index.html": "home"})
    before = published.stat().st_ino
    assert publish(write(tmp_path / "stage", {"index.html": "home"}), published) == Outcome(0, 0)
    assert published.stat().st_ino == before


def test_later_changes_of_the_stage_do_not_reach_readers(tmp_path: Path) -> None:
    staged, published = write(tmp_path / "stage", {"index.html": "home", "a.html": "one"}), tmp_path / "html"
    publish(staged, published)
    write(staged, {"a.html": "two"})
    publish(staged, published)
    write(staged, {"index.html": "half written", "a.html": "half written"})
    assert read(published) == {"index.html": "home", "a.html": "two"}


def test_a_publication_killed_between_two_renames_is_undone_by_the_next(tmp_path: Path) -> None:
    write(tmp_path / "html.former", {"index.html": "whole"})
    write(tmp_path / "html.next", {"index.html": "half"})
    staged = write(tmp_path / "stage", {"index.html": "whole", "new.html": "new"})
    assert publish(staged, tmp_path / "html") == Outcome(written=1, removed=0)
    assert read(tmp_path / "html") == {"index.html": "whole", "new.html": "new"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["html", "stage"]


def test_a_publication_that_fails_leaves_the_old_site_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = write(tmp_path / "html", {"index.html": "home", "a.html": "one"})
    staged = write(tmp_path / "stage", {"index.html": "other", "a.html": "two"})

    def disk_full(*_arguments: object, **_named: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr("shutil.copy2", disk_full)
    with pytest.raises(OSError, match="No space left"):
        publish(staged, published)
    assert read(published) == {"index.html": "home", "a.html": "one"}


def test_the_published_folder_may_be_a_link_to_the_servers_own(tmp_path: Path) -> None:
    served = write(tmp_path / "server" / "www", {"index.html": "old"})
    (tmp_path / "html").symlink_to(served, target_is_directory=True)
    publish(write(tmp_path / "stage", {"index.html": "new"}), tmp_path / "html")
    assert (tmp_path / "html").is_symlink()
    assert read(served) == {"index.html": "new"}
