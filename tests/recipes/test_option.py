# SPDX-License-Identifier: EUPL-1.2
"""Borgoluce says what its events cost: the recipe for a new option, one declaration, has it wherever records are."""

from __future__ import annotations

import csv
import io
import json

import pytest

from tests.project import Built, Project
from tests.recipes.manual import build, command, errors_of_style, example, follow

_ID = "2026-05-concerto-d-organo"
_JUNE = f"# Giugno 2026\n\n:::{{event}} Concerto d'organo, ancora\n:id: {_ID}\n:date: 12 maggio\n:::\n"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def with_admission(city: Project) -> Project:
    follow(city, "option")
    city.edit("issues/2026-05.md", "## Delegazioni", f"## Appuntamenti\n\n{example('option')}\n## Delegazioni")
    city.write("issues/2026-06.md", _JUNE)
    return city


@pytest.fixture(scope="module")
def built(with_admission: Project) -> Built:
    return build(with_admission)


@pytest.mark.parametrize("issue", ["2026-05", "2026-06"], ids=["told", "told again"])
def test_pages_show_it_with_its_name(built: Built, issue: str) -> None:
    assert "Ingresso: Offerta libera" in built.words(f"issues/{issue}.html")


def test_it_is_published_as_data_and_described(built: Built) -> None:
    assert built.records[_ID]["admission"] == "Offerta libera"
    (row,) = (row for row in csv.DictReader(io.StringIO(built.text("data/records.csv"))) if row["id"] == _ID)
    assert row["admission"] == "Offerta libera"
    schema = json.loads(built.text("data/records.schema.json"))
    assert schema["$defs"]["record"]["properties"]["admission"]["description"] == "Quanto costa entrare."
    assert "admission" in built.words("dati.html")


def test_calendars_search_and_the_guide_tell_it(built: Built) -> None:
    assert "Ingresso: Offerta libera" in built.text(f"calendar/records/{_ID}.ics")
    assert any(path.startswith("search/") for path in built.naming("Offerta libera"))
    guide = [path for path in built.tree if path.startswith("guida/") and path.endswith(".html")]
    assert any("quanto costa entrare" in built.words(page) for page in guide)


def test_it_is_printed(with_admission: Project) -> None:
    printed = build(with_admission, "newsletter-pdf")
    assert (printed.folder / "issues/2026-05.pdf").is_file()


def test_whoever_writes_is_helped_as_with_the_others(with_admission: Project) -> None:
    assert ":admission:" in command(with_admission, "new_block", "event").stdout
    with_admission.write("issues/2026-07.md", f"# Luglio\n\n{example('option')}".replace(":admission:", ":admision:"))
    checked = command(with_admission, "check")
    with_admission.delete("issues/2026-07.md")
    assert "«:admission:»" in checked.stderr


def test_a_name_that_is_withheld_stands_in_no_output_of_it(with_admission: Project) -> None:
    with_admission.write("registers.yaml", "withheld:\n  - Gino Segretissimo\n")
    with_admission.edit("issues/2026-05.md", "Offerta libera", "da chiedere a Gino Segretissimo")
    built = build(with_admission)
    assert "da chiedere a" in str(built.records[_ID]["admission"])
    assert built.naming("Segretissimo") == set()


def test_the_code_of_the_recipe_is_in_the_projects_style(with_admission: Project) -> None:
    assert errors_of_style(with_admission) == ""
