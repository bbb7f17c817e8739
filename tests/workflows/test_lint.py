# SPDX-License-Identifier: EUPL-1.2
"""Each workflow is read by linters that are not ours, offline."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project import ROOT
from tests.workflows.files import WORKFLOWS

_FORMS = [f".github/ISSUE_TEMPLATE/{name}.yml" for name in ("event", "delegation", "mission", "news", "problem")]
_SCHEMAS = [
    ("vendor.github-workflows", [str(path.relative_to(ROOT)) for path in WORKFLOWS]),
    ("custom.github-workflows-require-timeout", [str(path.relative_to(ROOT)) for path in WORKFLOWS]),
    ("vendor.github-issue-forms", _FORMS),
    ("vendor.github-issue-config", [".github/ISSUE_TEMPLATE/config.yml"]),
    ("vendor.dependabot", [".github/dependabot.yml"]),
    ("vendor.readthedocs", [".readthedocs.yaml"]),
]


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False)


def _command(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} comes with requirements-test.txt"
    return found


def test_zizmor_finds_nothing_unsafe_even_when_it_is_pedantic() -> None:
    words = ("--offline", "--no-progress", "--persona", "pedantic", "--strict-collection")
    done = _run(_command("zizmor"), *words, ".github")
    assert done.returncode == 0, done.stdout + done.stderr


def test_zizmor_would_find_a_title_that_goes_through_a_shell(tmp_path: Path) -> None:
    text = (ROOT / ".github/workflows/form.yml").read_text("utf-8")
    faulty = text.replace('EVENT="$GITHUB_EVENT_PATH"', 'EVENT="${{ github.event.issue.title }}"')
    assert faulty != text
    (tmp_path / "form.yml").write_text(faulty, "utf-8")
    done = _run(_command("zizmor"), "--offline", "--no-progress", str(tmp_path / "form.yml"))
    assert "template-injection" in done.stdout


@pytest.mark.slow
@pytest.mark.parametrize(("schema", "files"), _SCHEMAS, ids=[schema for schema, _files in _SCHEMAS])
def test_each_file_has_the_form_that_its_reader_asks_for(schema: str, files: list[str]) -> None:
    assert files
    done = _run(_command("check-jsonschema"), "--builtin-schema", schema, *files)
    assert done.returncode == 0, done.stdout + done.stderr
