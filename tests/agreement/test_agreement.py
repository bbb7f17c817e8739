# SPDX-License-Identifier: EUPL-1.2
"""Readers of Borgoluce's newsletter meet a record on a page, in a calendar, on paper: it is the same everywhere."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from .archive import EXPECTED, Expected
from .outputs import OUTPUTS, Said, entries_of, expected_of


@pytest.mark.parametrize("output", OUTPUTS)
def test_an_output_tells_title_days_and_state_of_every_record_that_it_shows(site: Path, output: str) -> None:
    _agrees(site, output)


@pytest.mark.slow
@pytest.mark.parametrize("output", sorted(OUTPUTS.keys() - {"open data", "table"}))
def test_an_output_tells_the_same_in_english(in_english: Path, output: str) -> None:
    _agrees(in_english, output)


def _agrees(site: Path, output: str) -> None:
    told: dict[str, list[Said]] = {}
    for name, said in OUTPUTS[output](site):
        told.setdefault(name, []).append(said)

    assert set(told) == {name for name, expected in EXPECTED.items() if _is_shown(output, name, expected)}
    assert [
        fault
        for name, sayings in told.items()
        for said in sayings
        for fault in _faults(output, expected_of(site)[name], name, said)
    ] == []


def _is_shown(output: str, name: str, expected: Expected) -> bool:
    if output == "calendars":
        return expected.in_calendars
    if output == "json-ld":  # only public events with a day and a place
        return expected.in_calendars and expected.kind == "event" and name != "somma"
    return True


def _faults(output: str, expected: Expected, name: str, said: Said) -> Iterator[str]:
    state = "confirmed" if output == "json-ld" and expected.state == "tentative" else expected.state
    if said.title not in {None, expected.title}:
        yield f"{said.where}: {name} is called {said.title!r}"
    if said.state != state:
        yield f"{said.where}: {name} is {said.state}, not {state}"
    if said.words not in {None, expected.words}:
        yield f"{said.where}: {name} is on {said.words!r}, not on {expected.words!r}"
    if said.days not in {None, expected.days}:
        yield f"{said.where}: {name} is on {said.days}, not on {expected.days}"


def test_the_years_together_hold_every_occurrence_and_no_other_day(site: Path) -> None:
    from_years: dict[str, set[tuple[str, str]]] = {}
    for path in sorted((site / "calendar/years").iterdir()):
        for name, days in entries_of(path):
            from_years.setdefault(name, set()).add(days)

    assert from_years == {name: set(expected.days) for name, expected in EXPECTED.items() if expected.in_calendars}


def test_what_was_moved_names_its_former_day_wherever_words_are_told(site: Path) -> None:
    former = "8 maggio 2026"
    for path in ("issues/2026-05.html", "feeds/atom.xml", "feeds/feed.json", "calendar/records/fiera-del-libro.ics"):
        assert former in (site / path).read_bytes().decode(), path
    for suffix in ("html", "txt"):
        assert former in (site.parent / f"newsletter-email/2026-05.{suffix}").read_text("utf-8")
    assert '"previousStartDate": "2026-05-08"' in (site / "issues/2026-05.html").read_text("utf-8")


def test_the_table_of_people_says_what_the_records_say(site: Path) -> None:
    records = json.loads((site / "data/records.json").read_text("utf-8"))["records"]
    in_records = [
        (record["id"], person["name"], person["role"], side)
        for record in records
        for side in ("people", "hosts")
        for person in record[side]
    ]
    content = (site / "data/appearances.csv").read_bytes().decode()
    _header, *rows = csv.reader(io.StringIO(content, newline=""))
    assert in_records
    assert list(map(tuple, rows)) == in_records


def test_the_catalogue_names_files_that_are_published_with_their_size(site: Path) -> None:
    graph = json.loads((site / "data/catalog.jsonld").read_text("utf-8"))["@graph"]
    forms = [node for node in graph if "dcat:Distribution" in node["@type"]]
    named = {form["dcat:downloadURL"]["@id"].rpartition("/")[2]: form["dcat:byteSize"]["@value"] for form in forms}
    assert set(named) == {"records.json", "records.csv", "appearances.csv"}
    assert {name: str((site / "data" / name).stat().st_size) for name in named} == named
