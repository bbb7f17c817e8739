# SPDX-License-Identifier: EUPL-1.2
"""What somebody types after ``make`` is text, whatever it is: a price, a quotation mark, the name of a branch."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest

from tests.adopting import adopt, lend_environment
from tests.project import Project

_DOLLARS = 'Costa $5, $(shell touch ran) `touch ran` $(touch ran) \\ "e" l\'altro # ; touch ran'


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Project:
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    project = adopt(tmp_path_factory.mktemp("make") / "borgoluce")
    lend_environment(project.folder)
    subprocess.run(["git", "init", "--quiet"], cwd=project.folder, check=True)
    project.write("issues/2026-05.md", "# Maggio 2026\n")
    return project


def make(project: Project, *words: str, **variables: str) -> tuple[int, str]:
    """Type ``make`` with *words*, *variables* being in the environment; return how it ends and what it says."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTHON", "VERSIONS"))}
    done = subprocess.run(
        ["make", *words], cwd=project.folder, env=kept | variables, capture_output=True, text=True, check=False
    )
    assert not (project.folder / "ran").exists(), "what was typed was run"
    return done.returncode, done.stdout + done.stderr


@pytest.mark.parametrize("given", ["with the command", pytest.param("in the environment", marks=pytest.mark.slow)])
@pytest.mark.parametrize(
    "title", [pytest.param("Cena da $100 a testa", marks=pytest.mark.slow), "-h", _DOLLARS, "Due\nrighe"]
)
def test_a_title_stands_in_the_block_as_it_was_typed(city: Project, title: str, given: str) -> None:
    variables = {"TITLE": title, "ISSUE": "2026-05"}
    words = [f"{name}={value}" for name, value in variables.items()] if given == "with the command" else []
    assert make(city, "new-event", *words, **({} if words else variables))[0] == 0
    (written,) = (city.folder / "issues/2026-05").iterdir()
    assert written.read_text("utf-8").splitlines()[0] == f":::{{event}} {' '.join(title.split())}"
    written.unlink()


@pytest.mark.parametrize(
    "revision",
    ["-h", _DOLLARS, *(pytest.param(word, marks=pytest.mark.slow) for word in ("--output=ran", "main; touch ran"))],
)
@pytest.mark.parametrize("command", ["diff", pytest.param("review", marks=pytest.mark.slow)])
def test_what_is_no_revision_is_named_in_a_sentence(city: Project, command: str, revision: str) -> None:
    code, said = make(city, command, f"BASE={revision}")
    assert (code == 0) is (command == "review"), "the report of a review is posted, so it tells and ends well"
    unescaped = f"«{revision}»".replace("\\", "")  # a review is Markdown, where backslashes come and go
    assert unescaped in said.replace("\\", "")
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "words",
    [
        ("new", "ISSUE=-h"),
        ("html", f"VERSIONS={_DOLLARS}"),
        (f"new-{_DOLLARS}",),
        *(
            pytest.param(words, marks=pytest.mark.slow)
            for words in (
                ("import", f"FILE={_DOLLARS}"),
                ("html", f"JOBS={_DOLLARS}"),
                ("serve", f"PORT={_DOLLARS}"),
                ("diff", "BASE=HEAD", f"FORMAT={_DOLLARS}"),
            )
        ),
    ],
    ids=lambda words: words[0][:8],
)
def test_no_other_word_is_run_either(city: Project, words: tuple[str, ...]) -> None:
    code, said = make(city, *words)
    assert code != 0
    assert "Traceback" not in said
