# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the workflows share: the files of .github, a host to write to, and a job that has its token."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from tests.project import ROOT
from tests.workflows.host import NAME, TOKEN, Host, Json

Job = Callable[..., str]


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    use_language("it")
    yield
    use_language("en")


@pytest.fixture
def host() -> Iterator[Host]:
    """Give a host with an empty repository."""
    host = Host()
    thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield host
    host.shutdown()
    thread.join()
    host.server_close()


@pytest.fixture
def job(host: Host, tmp_path: Path) -> Job:
    """Return what runs a task with the token, as its workflow does, on a bare Python without installed packages."""

    def run(task: str, event: Json, findings: object, *, fails: bool = False) -> str:
        (tmp_path / "event.json").write_text(json.dumps(event), "utf-8")
        (tmp_path / "findings.json").write_text(
            findings if isinstance(findings, str) else json.dumps(findings), "utf-8"
        )
        environment = {
            "PYTHONPATH": str(ROOT / "extensions/newsletter/tools"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PATH": os.environ["PATH"],
            "GITHUB_API_URL": host.address,
            "GITHUB_REPOSITORY": NAME,
            "GITHUB_TOKEN": TOKEN,
            "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        }
        words = [sys.executable, "-S", "-m", "github", task, str(tmp_path / "findings.json")]
        done = subprocess.run(words, env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
        assert (done.returncode != 0) is fails, done.stderr
        return done.stdout + done.stderr

    return run
