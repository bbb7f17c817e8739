# SPDX-License-Identifier: EUPL-1.2
"""Ada Esempio commits: the hooks of .pre-commit-config.yaml let a good issue pass and stop a bad one at its line."""

from __future__ import annotations

import os
import re
import shutil
import subprocess

import pytest
import yaml

from newsletter.tools.commands import GROUPS, names
from tests.adopting import adopt, lend_environment
from tests.project import ROOT, Project

_HOOKS = [
    hook
    for repository in yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    for hook in repository["hooks"]
]
_MAY = """
# Maggio 2026

## Appuntamenti

:::{event} Concerto del ponte
:date: 13 maggio
:place: Borgoluce
:::
"""


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give the project as Borgoluce has adopted it, with the environment that runs this test."""
    if shutil.which("make") is None:
        pytest.skip("there is no make on this machine")
    project = adopt(tmp_path_factory.mktemp("hooks") / "borgoluce")
    lend_environment(project.folder)
    return project


def commit(project: Project, path: str) -> tuple[dict[str, int], str]:
    """Run what the commit of *path* starts; return how each hook ends for pre-commit, and all that they say."""
    outcomes, said = {}, ""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("MAKE", "PYTHON", "VERSIONS"))
    }
    for hook in _HOOKS:
        if not re.search(hook["files"], path):
            continue
        assert (hook["language"], hook["pass_filenames"]) == ("system", False)
        before = (project.folder / path).read_bytes()
        done = subprocess.run(
            hook["entry"].split(),
            cwd=project.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )
        modified = (project.folder / path).read_bytes() != before  # which stops a commit too
        outcomes[hook["id"]] = done.returncode or int(modified)
        said += done.stdout + done.stderr
    return outcomes, said


@pytest.mark.slow
def test_a_good_issue_passes(city: Project) -> None:
    city.write("issues/2026-05.md", _MAY)
    assert commit(city, "issues/2026-05.md")[0] == {"make-format": 0, "make-check": 0}


@pytest.mark.slow
def test_a_bad_one_is_stopped_at_its_file_and_line(city: Project) -> None:
    city.write("issues/2026-05.md", _MAY.replace("13 maggio", "31 giugno"))
    outcomes, said = commit(city, "issues/2026-05.md")
    assert outcomes["make-format"] == 0
    assert outcomes["make-check"] != 0
    assert re.search(r"issues/2026-05\.md:6: WARNING: .* \[newsletter\.date-impossible\]", said)


@pytest.mark.slow
def test_an_untidy_one_is_put_in_order_and_to_be_added_again(city: Project) -> None:
    city.write("issues/2026-05.md", _MAY.replace(":date: 13", ":date:    13"))
    assert commit(city, "issues/2026-05.md")[0] == {"make-format": 1, "make-check": 0}
    assert commit(city, "issues/2026-05.md")[0] == {"make-format": 0, "make-check": 0}
    assert (city.folder / "issues/2026-05.md").read_text("utf-8") == _MAY.lstrip()


@pytest.mark.parametrize(
    ("path", "started"),
    [
        ("issues/2026-05/concerto.md", {"make-format", "make-check"}),
        ("issues/2026-05/ponte.jpg", {"make-check"}),
        ("registers.yaml", {"make-check"}),
        ("indexes/agenda.md", {"make-check"}),
        ("dati.md", {"make-check"}),
        ("extensions/newsletter/model/kinds.py", set()),
        ("docs/hosting.md", set()),
    ],
)
def test_a_commit_starts_only_what_concerns_it(path: str, started: set[str]) -> None:
    assert {hook["id"] for hook in _HOOKS if re.search(hook["files"], path)} == started


def test_each_command_is_one_of_the_projects_own() -> None:
    assert {hook["entry"] for hook in _HOOKS} <= {f"python3 newsletter.py {name}" for name in names(GROUPS)}
