# SPDX-License-Identifier: EUPL-1.2
"""Somebody types ``make`` in the folder of the newsletter, and all that the contract promises is there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT, Built

ENVIRONMENT = Path(sys.prefix)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a copy of the project that shares the Python environment, since a new one would need the network."""
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    if not (ENVIRONMENT / ".requirements").exists():
        pytest.skip("this is no environment that “make test” made")
    folder = tmp_path_factory.mktemp("make") / "newsletter con spazi"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "_build", "tests", "__pycache__"))
    (folder / ".venv").symlink_to(ENVIRONMENT)
    return folder


def make(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    # As old as the environment, so that make sees no requirement that is newer.
    for path in folder.glob("requirements*"):
        os.utime(path, (0, 0))
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("MAKE", "PYTEST", "PYTHON", "VERSIONS"))
    }
    return subprocess.run(
        ["make", *words],
        cwd=folder,
        env=environment | {"SOURCE_DATE_EPOCH": "1779098400", "PIP_NO_INDEX": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def built(folder: Path) -> Built:
    done = make(folder)
    assert done.returncode == 0, done.stdout + done.stderr
    assert ": WARNING: " not in done.stderr
    return Built(folder / "_build" / "html", done.returncode, done.stdout)


@pytest.mark.slow
@pytest.mark.usefixtures("first_city")
def test_make_publishes_everything(built: Built) -> None:
    issues = {path.removeprefix("issues/").removesuffix(".html") for path in built.tree if path.startswith("issues/")}
    assert {"2023-12", "2025-12", "2026-05"} <= issues
    years = {issue[:4] for issue in issues}
    pdfs = {"work-in-progress", *(f"issues/{issue}" for issue in issues), *(f"years/{year}" for year in years)}

    assert "pdf/posters/2026-05.pdf" in built.tree
    others = {path for path in built.tree if path.startswith("pdf/") and not path.startswith("pdf/posters/")}
    assert others == {f"pdf/{name}.pdf" for name in pdfs}
    assert all(built.tree[f"pdf/{name}.pdf"].startswith(b"%PDF-") for name in pdfs)
    assert {"index.html", "search.html", "404.html", "calendar/all.ics", "feeds/atom.xml", "sitemap.xml"} <= set(
        built.tree
    )


@pytest.mark.slow
@pytest.mark.usefixtures("first_city")
def test_pages_offer_the_pdfs(built: Built) -> None:
    hrefs = {href for page in built.tree if page.endswith(".html") for href in built.html(page).xpath("//a/@href")}

    assert {"pdf/work-in-progress.pdf", "../pdf/issues/2026-05.pdf"} <= hrefs
    local = {href.replace("../", "") for href in hrefs if href.endswith(".pdf") and "://" not in href}
    offered = {href.removeprefix("/relint/work-in-progress/") for href in local}  # so the page 404 links them
    assert offered <= set(built.tree)


@pytest.mark.slow
def test_no_sphinx_notes_and_no_paths_of_this_machine_are_published(built: Built, folder: Path) -> None:
    assert not [path for path in built.folder.rglob("*") if path.name.startswith(".") or path.suffix == ".doctree"]
    assert built.naming(str(folder)) == set()


@pytest.mark.slow
@pytest.mark.usefixtures("first_city")
def test_make_again_changes_nothing_and_an_issue_that_goes_takes_its_pdf_along(built: Built, folder: Path) -> None:
    left = {record_id for record_id, row in built.records.items() if row["issues"] != ["2025-12"]}
    times = {path: (built.folder / path).stat().st_mtime_ns for path in built.tree}
    assert make(folder).returncode == 0
    assert {path: (built.folder / path).stat().st_mtime_ns for path in built.tree} == times

    (folder / "issues" / "2025-12.md").unlink()
    done = make(folder, "SPHINXOPTS=-q")
    assert done.returncode == 0, done.stdout + done.stderr

    after = Built(built.folder, 0, "")
    assert not {path for path in after.tree if "issues/2025-12" in path}
    assert after.records.keys() == left


def test_make_help_names_the_commands_of_the_contract() -> None:
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    shown = subprocess.run(["make", "help"], cwd=ROOT, capture_output=True, text=True, check=True).stdout

    for command in (
        "html",
        "pdf",
        "ics",
        "new",
        "serve",
        "check",
        "diff",
        "test",
        "linkcheck",
        "bench",
        "clean",
        "help",
    ):
        assert f"make {command} " in shown
