# SPDX-License-Identifier: EUPL-1.2
"""The set of codes is closed: what can be said, what the manual explains, and what the source says are the same."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from newsletter.messages import GROUPS, MESSAGES
from newsletter.model.codes import Code

ROOT = Path(__file__).resolve().parents[2]
EXTENSION = ROOT / "extensions" / "newsletter"


def _words_of_the_source() -> Iterator[str]:
    """Return all texts of the extension's source, but for the declaration of codes and the manual."""
    declarations = [EXTENSION / "model" / "codes.py", *(EXTENSION / "messages").glob("*.py")]
    for path in EXTENSION.rglob("*.py"):
        if path not in declarations:
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    yield node.value


def test_the_manual_explains_each_code_once() -> None:
    explained = [code for _heading, group in GROUPS for code in group]
    assert sorted(explained) == sorted(get_args(Code))
    assert all(message.meaning for message in MESSAGES.values())


def test_each_code_is_in_use() -> None:
    assert set(get_args(Code)) - set(_words_of_the_source()) == set()


def test_a_misspelt_code_does_not_pass_the_type_checker(tmp_path: Path) -> None:
    model = tmp_path / "newsletter" / "model"  # these two modules alone, since the whole extension takes long to check
    model.mkdir(parents=True)
    for path in (model.parent / "__init__.py", model / "__init__.py"):
        path.touch()
    for name in ("codes.py", "diagnostics.py"):
        shutil.copy(EXTENSION / "model" / name, model)
    (tmp_path / "wrong.py").write_text(
        "from newsletter.model.diagnostics import ContentError\n"
        "right = ContentError('date-form', 'No date.')\n"
        "wrong = ContentError('date-from', 'No date.')\n"
    )
    command = [sys.executable, "-m", "mypy", "--strict", "wrong.py"]
    found = subprocess.run(command, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert "wrong.py:3: error" in found.stdout
    assert "Found 1 error" in found.stdout
