# SPDX-License-Identifier: EUPL-1.2
"""Borgoluce wants plain lists: the recipe for a new exporter has them published, offered, and removed in time."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.recipes.manual import build, errors_of_style, example, follow

_OLD = "# Dicembre 2025\n\n## In primo piano\n\n:::{news} Un premio\n:date: 3 dicembre 2025\n:::\n"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def with_lists(city: Project) -> Project:
    follow(city, "exporter")
    city.write("indexes/elenchi.md", f"# Elenchi\n\n{example('exporter')}")
    return city


def test_its_files_are_published_and_offered_and_go_with_their_records(with_lists: Project) -> None:
    with_lists.write("issues/2025-12.md", _OLD)
    built = build(with_lists)
    assert built.text("plain/all.txt") == "2025-12-03\tUn premio\n2026-04-14\tCittà di Prova\n"
    assert built.text("plain/2025.txt") == "2025-12-03\tUn premio\n"
    assert built.links("indexes/elenchi.html")["Tutto come semplice elenco"] == "../plain/all.txt"

    with_lists.delete("issues/2025-12.md")
    built = build(with_lists)
    assert built.text("plain/all.txt") == "2026-04-14\tCittà di Prova\n"
    assert {path for path in built.tree if path.startswith("plain/")} == {"plain/all.txt", "plain/2026.txt"}


def test_the_code_of_the_recipe_is_in_the_projects_style(with_lists: Project) -> None:
    assert errors_of_style(with_lists) == ""
