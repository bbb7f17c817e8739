# SPDX-License-Identifier: EUPL-1.2
"""Borgoluce has exhibitions: the recipe for a new kind of block gives them all that the other kinds have."""

from __future__ import annotations

import json

import pytest

from tests.project import Built, Project
from tests.recipes.manual import build, command, errors_of_style, example, follow

_ID = "2026-05-le-lanterne-del-mondo"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def with_exhibitions(city: Project) -> Project:
    follow(city, "kind")
    city.edit("issues/2026-05.md", "## Delegazioni", f"## Mostre\n\n{example('kind')}\n## Delegazioni")
    return city


@pytest.fixture(scope="module")
def built(with_exhibitions: Project) -> Built:
    return build(with_exhibitions)


def test_an_exhibition_stands_wherever_records_stand(built: Built) -> None:
    page = built.html("issues/2026-05.html")
    (block,) = page.xpath("//section[contains(@class, 'record-exhibition')]")
    assert "Duecento lanterne" in block.text_content()
    assert "9 aprile – 2 giugno 2026" in built.words("issues/2026-05.html")
    (caption,) = built.html("indexes/mostre.html").xpath("//table/caption")
    assert "Mostre" in caption.text_content()
    assert built.links("indexes/mostre.html")["Le lanterne del mondo"].endswith(f"/records/{_ID}.html")
    assert [path for path in built.tree if path.startswith("topics/") and "Le lanterne del mondo" in built.words(path)]

    row = built.records[_ID]
    assert (row["kind"], row["start"], row["end"]) == ("exhibition", "2026-04-09", "2026-06-02")
    schema = json.loads(built.text("data/records.schema.json"))
    assert "exhibition" in json.dumps(schema["$defs"]["record"]["properties"]["kind"])
    assert ",exhibition,Le lanterne del mondo," in built.text("data/records.csv")


def test_it_has_a_calendar_of_its_own_and_stands_in_the_others(built: Built) -> None:
    own = built.text("calendar/exhibitions.ics")
    assert "SUMMARY:Le lanterne del mondo" in own
    assert "Mostre" in own
    for name in ("all", "topics/cultura", "years/2026", "issues/2026-05", f"records/{_ID}"):
        assert "Le lanterne del mondo" in built.text(f"calendar/{name}.ics"), name
    assert any("calendar/exhibitions.ics" in href for href in built.html("iscriviti.html").xpath("//a/@href"))
    assert "Mostre" in built.words("iscriviti.html")


def test_search_finds_it_by_its_kind_and_search_engines_know_it(built: Built) -> None:
    assert built.naming('"exhibition"') & {path for path in built.tree if "search" in path}
    (told,) = built.html("issues/2026-05.html").xpath("//script[contains(text(), '\"Event\"')]/text()")
    assert "Le lanterne del mondo" in told


def test_no_reader_meets_an_english_word_of_it(built: Built) -> None:
    pages = [path for path in built.tree if path.endswith(".html")]
    assert [page for page in pages if "Exhibition" in built.words(page, "//body")] == []


def test_it_is_printed(with_exhibitions: Project) -> None:
    printed = build(with_exhibitions, "newsletter-pdf")
    assert (printed.folder / "issues/2026-05.pdf").is_file()


def test_whoever_writes_is_helped_as_with_the_others(with_exhibitions: Project) -> None:
    started = command(with_exhibitions, "new_block", "exhibition")
    assert started.stdout.startswith(":::{exhibition} Titolo\n:date:\n:place:\n")
    with_exhibitions.write("issues/2026-06.md", f"# Giugno 2026\n\n{example('kind')}".replace("exhibition", "mostra"))
    checked = command(with_exhibitions, "check")
    with_exhibitions.delete("issues/2026-06.md")
    assert checked.returncode == 1
    assert "2026-06.md:3: WARNING: " in checked.stderr
    assert "{exhibition}" in checked.stderr


def test_the_code_of_the_recipe_is_in_the_projects_style(with_exhibitions: Project) -> None:
    assert errors_of_style(with_exhibitions) == ""
