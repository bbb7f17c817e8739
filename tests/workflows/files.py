# SPDX-License-Identifier: EUPL-1.2
"""The files of the repository that its host reads."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.project import ROOT

WORKFLOWS = tuple(sorted((ROOT / ".github/workflows").glob("*.yml")))
POSTING = ["scripts/github", "extensions/newsletter/tools/report.py", "extensions/newsletter/tools/escaping.py"]
"""All that a job with a token that may write checks out."""


def load(path: Path) -> dict[str, Any]:
    """Return what the YAML file at *path* holds; the word ``on`` stays a word."""
    found: dict[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {("on" if key is True else key): value for key, value in found.items()}


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    """Return all jobs, each with the name of its workflow's file and its own."""
    return [(path.name, name, job) for path in WORKFLOWS for name, job in load(path)["jobs"].items()]


def steps() -> list[tuple[str, dict[str, Any]]]:
    """Return all steps, each with ``file: job``."""
    return [(f"{path}: {name}", step) for path, name, job in jobs() for step in job["steps"]]
