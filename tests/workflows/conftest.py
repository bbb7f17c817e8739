# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the workflows share: a host to write to, and a job that has its token."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from tests.project import ROOT
from tests.workflows.files import POSTING
from tests.workflows.host import NAME, TOKEN, Host, Json

Job = Callable[..., str]


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    use_language("it")
    yield
    use_language("en")


@pytest.fixture
def host(tmp_path: Path) -> Host:
    """Give a host with an empty repository."""
    (tmp_path / "bin").mkdir()
    return Host(tmp_path / "bin")


@pytest.fixture
def job(host: Host, tmp_path: Path) -> Job:
    """Return what runs a task with the token, as its workflow does: with what that checks out, and a bare Python."""
    for path in POSTING:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        (shutil.copytree if (ROOT / path).is_dir() else shutil.copy)(ROOT / path, target)

    def run(task: str, event: Json, findings: object, *, fails: bool = False) -> str:
        (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
        (tmp_path / "findings.json").write_text(
            findings if isinstance(findings, str) else json.dumps(findings), "utf-8"
        )
        environment = {
            "PYTHONPATH": "extensions",
            "PYTHONDONTWRITEBYTECODE": "1",
            "PATH": host.install(),
            "GH_TOKEN": TOKEN,
            "GITHUB_REF_NAME": "main",
            "GITHUB_REPOSITORY": NAME,
            "GITHUB_REPOSITORY_OWNER": NAME.partition("/")[0],
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        }
        words = [sys.executable, "-S", "-m", "scripts.github", task, str(tmp_path / "findings.json")]
        done = subprocess.run(words, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        host.recall()
        assert (done.returncode != 0) is fails, done.stderr
        return done.stdout + done.stderr

    return run
