# SPDX-License-Identifier: EUPL-1.2
"""Ada Esempio writes in Visual Studio Code: what is checked in for it is well-formed, and its snippets are right."""

from __future__ import annotations

import json

import pytest
from PIL import Image

from newsletter.tools.check import check
from tests.conftest import MakeProject
from tests.project import ROOT
from tests.tools.test_new_block import SNIPPETS, expanded

_FILES = sorted((ROOT / ".vscode").iterdir())
_IN_A_BLOCK = "Immagine di un blocco"


@pytest.mark.parametrize("path", _FILES, ids=lambda path: path.name)
def test_each_file_is_plain_json(path: object) -> None:
    assert isinstance(json.loads((ROOT / ".vscode" / str(path)).read_text("utf-8")), dict)


@pytest.mark.parametrize("name", sorted(SNIPPETS))
def test_a_snippet_with_nothing_filled_in_passes_the_check(
    name: str, make_project: MakeProject, capfd: pytest.CaptureFixture[str]
) -> None:
    lines = expanded(SNIPPETS[name]["body"])
    assert not any("$" in line for line in lines)
    if name == _IN_A_BLOCK:
        lines = [":::{event} Festa", ":date: 12 luglio", ":place: Borgoluce", *lines, ":::"]
    text = "\n".join(lines)
    project = make_project({"issues/2026-07.md": f"# Luglio 2026\n\n## Blocchi\n\n{text}\n"})
    Image.new("RGB", (40, 30)).save(project.folder / "issues/nome-del-file.jpg")
    assert check(project.folder, []) == 0, capfd.readouterr().err


def test_no_two_snippets_answer_to_one_word() -> None:
    prefixes = [prefix for snippet in SNIPPETS.values() for prefix in snippet["prefix"]]
    assert len(prefixes) == len(set(prefixes))
