# SPDX-License-Identifier: EUPL-1.2
"""What all tests share: small fictional newsletters, and the shipped one, built once."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.project import ROOT, Built, Project, write_project

MakeProject = Callable[[Mapping[str, str]], Project]


@pytest.fixture
def make_project(tmp_path: Path) -> MakeProject:
    """Return what writes a small newsletter of Borgoluce; one a test."""
    return lambda files: write_project(tmp_path / "borgoluce", files)


@pytest.fixture(scope="session")
def shipped_sources(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give a copy of the sources of the shipped newsletter."""
    folder = tmp_path_factory.mktemp("shipped") / "newsletter"
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".*", "_build", "tests", "__pycache__"))
    return Project(folder)


@pytest.fixture(scope="session")
def shipped(shipped_sources: Project) -> Built:
    """Give the site of the shipped newsletter, built with warnings as errors, in May 2026."""
    return shipped_sources.build("html", "-W", "--keep-going", "-j", "2")
