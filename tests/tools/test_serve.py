# SPDX-License-Identifier: EUPL-1.2
"""Lia Modello keeps “make serve” open while she writes: each save shows, and says in Italian what is wrong."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.conftest import MakeProject
from tests.languages.two_languages import LANGUAGES
from tests.project import CONF, ROOT

DRAFT = "---\ndraft: true\n---\n\n# Maggio 2026\n\n:::{event} Notte delle lanterne\n:date: 12 maggio\n:::\n"


@dataclass
class Terminal:
    """What the command printed so far; whoever waits for a line is woken by it."""

    lines: list[str] = field(default_factory=list)
    heard: threading.Condition = field(default_factory=threading.Condition)

    def listen(self, process: subprocess.Popen[str]) -> None:
        for line in process.stdout or ():
            with self.heard:
                self.lines.append(line)
                self.heard.notify_all()

    def count(self, words: str) -> int:
        return sum(words in line for line in self.lines)

    def wait_for(self, words: str, times: int = 1) -> None:
        with self.heard:
            assert self.heard.wait_for(lambda: self.count(words) >= times, timeout=90), "".join(self.lines)


@dataclass(frozen=True)
class Served:
    """The site of a project in the making, as its writer sees it."""

    folder: Path
    port: int
    terminal: Terminal

    def page(self, name: str) -> str:
        for _attempt in range(100):  # the first build is done a moment before the server listens
            try:
                with urlopen(f"http://127.0.0.1:{self.port}/{name}", timeout=30) as answer:
                    return str(answer.read().decode("utf-8"))
            except URLError:
                time.sleep(0.2)
        pytest.fail("nobody serves the pages")


@pytest.fixture
def serve(make_project: MakeProject) -> Iterator[Callable[..., Served]]:
    started: list[subprocess.Popen[str]] = []

    def start(text: str, **others: str) -> Served:
        project = make_project({"issues/2026-05.md": text, **others})
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [sys.executable, "-m", "newsletter.tools.serve", f"--port={port}", f"--source={project.folder}"]
        process = subprocess.Popen(
            command,
            cwd=project.folder,
            env={**os.environ, "PYTHONPATH": str(ROOT / "extensions"), "NO_COLOR": "1"},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
        )
        started.append(process)
        terminal = Terminal()
        threading.Thread(target=terminal.listen, args=[process], daemon=True).start()
        terminal.wait_for("Aggiornato")
        return Served(project.folder, port, terminal)

    yield start
    for process in started:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=30)
        if process.stdout:
            process.stdout.close()


@pytest.mark.slow
def test_a_draft_is_shown_and_each_save_is_built_once_with_its_faults_named(serve: Callable[..., Served]) -> None:
    served = serve(DRAFT)
    issue = served.folder / "issues" / "2026-05.md"
    assert "Notte delle lanterne" in served.page("issues/2026-05.html")
    assert served.terminal.count("sphinx-autobuild") == 0

    issue.write_text(DRAFT.replace("12 maggio", "32 maggio"), encoding="utf-8")
    served.terminal.wait_for("Aggiornato", times=2)
    assert served.terminal.count("Salvato: issues/2026-05.md") == 1
    fault = next(line for line in served.terminal.lines if "WARNING" in line)
    assert fault.startswith("issues/2026-05.md:8: WARNING: ")
    assert "avvisi 1" in served.terminal.lines[-1]
    assert "32 maggio" in served.page("issues/2026-05.html")

    issue.write_text(DRAFT.replace("lanterne", "candele"), encoding="utf-8")
    served.terminal.wait_for("Aggiornato", times=3)
    assert "Notte delle candele" in served.page("issues/2026-05.html")
    assert served.terminal.count("Aggiornato") == 3
    assert not (served.folder / "_build" / "html").exists()


@pytest.mark.slow
def test_a_translator_sees_each_save_in_both_languages(serve: Callable[..., Served]) -> None:
    english = "---\ndraft: true\n---\n\n# May\n\n:::{event} Night of lanterns\n:id: 2026-05-notte-delle-lanterne\n:::\n"
    served = serve(DRAFT, **{"conf.py": CONF + LANGUAGES, "issues/2026-05.en.md": english})
    assert 'href="../en/issues/2026-05.html"' in served.page("issues/2026-05.html")
    assert "Night of lanterns" in served.page("en/issues/2026-05.html")

    (served.folder / "issues" / "2026-05.en.md").write_text(english.replace("lanterns", "lights"), encoding="utf-8")
    served.terminal.wait_for("Aggiornato", times=2)
    assert "Night of lights" in served.page("en/issues/2026-05.html")
    assert "Notte delle lanterne" in served.page("issues/2026-05.html")

    (served.folder / "issues" / "2026-05.md").write_text(DRAFT.replace("12 maggio", "14 maggio"), encoding="utf-8")
    served.terminal.wait_for("Aggiornato", times=3)
    assert "14 May 2026" in served.page("en/issues/2026-05.html")
    assert "14 maggio 2026" in served.page("issues/2026-05.html")


def _refusal(folder: Path, port: int) -> str:
    command = [sys.executable, "-m", "newsletter.tools.serve", f"--port={port}", f"--source={folder}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "extensions"), "NO_COLOR": "1"}
    ended = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    return ended.stderr


def test_a_second_preview_says_where_the_first_is_and_ends(serve: Callable[..., Served]) -> None:
    served = serve(DRAFT)
    assert f"http://127.0.0.1:{served.port}" in _refusal(served.folder, served.port + 1)


def test_a_port_of_another_program_is_told_before_anything_is_built(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": DRAFT})
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        assert f"PORT={port + 1}" in _refusal(project.folder, port)
