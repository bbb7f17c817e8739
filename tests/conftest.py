# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: small fictional newsletters, and the shipped one, built once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NoReturn

import pytest
from playwright.sync_api import Browser, Error, sync_playwright

from newsletter.tools.environ import settle_variables
from newsletter.tools.settings import setting
from tests.project import ROOT, Built, Project, write_project

settle_variables()  # the tests run on any day, too

MakeProject = Callable[[Mapping[str, str]], Project]


def pytest_assertrepr_compare(op: str, left: object, right: object) -> list[str] | None:
    """Name the files in which two published trees differ, instead of printing both of them."""
    if op != "==" or not (isinstance(left, dict) and isinstance(right, dict) and "index.html" in left.keys() & right):
        return None
    differing = sorted(path for path in left.keys() | right.keys() if left.get(path) != right.get(path))
    return ["the same files", *(f"{path}: {left.get(path)!r:.200} != {right.get(path)!r:.200}" for path in differing)]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Return what writes a small newsletter of Borgoluce; one a test."""
    return lambda files: write_project(tmp_path / "borgoluce", files)


@pytest.fixture(scope="session")
def first_city() -> None:
    """Skip what is about the issues of the first city where another has adopted the project."""
    if setting(ROOT, "newsletter_namespace") != "comune.torino.it,2026":
        pytest.skip("the issues of the first city are not here")


@pytest.fixture(scope="session")
def shipped_sources(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a copy of the sources of the shipped newsletter."""
    folder = tmp_path_factory.mktemp("shipped") / "newsletter"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "_build", "tests", "__pycache__"))
    return Project(folder)


@pytest.fixture(scope="session")
def shipped(shipped_sources: Project) -> Built:
    """Give the site of the shipped newsletter, built in May 2026 with warnings as errors; hints are for its editors."""
    built = shipped_sources.build("html", "-W", "--keep-going", strict=False)
    assert built.code == 0, built.messages
    return built


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Give a Chromium, Debian's or the one that Playwright keeps; one a session, since Playwright allows no second."""
    try:
        playwright = sync_playwright().start()
    except Exception as error:  # noqa: BLE001 - it raises nothing narrower where its program cannot be run
        _no_browser(f"Playwright does not start, perhaps for want of libatomic1: {error}")
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    try:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-gpu"])
    except Error as error:
        playwright.stop()
        _no_browser(error.message.splitlines()[0])
    yield chromium
    chromium.close()
    playwright.stop()


def _no_browser(why: str) -> NoReturn:
    """Skip what needs a browser; in CI there has to be one."""
    reason = f"no Chromium to read the site with: {why}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)
