# SPDX-License-Identifier: EUPL-1.2
"""A journalist opens the data in a spreadsheet, a developer in a program: both see the same records."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date, time
from hashlib import sha256
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from newsletter.export.opendata import COLUMNS, opendata_files
from newsletter.export.site import Site
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.values import Hours, Person, Picture, Precision, Status
from tests.export.export_factory import BASE, days, record, site

RICH = record(
    "visita",
    "2026-05-13",
    "2026-05-20/2026-05-22",
    kind=Kind.DELEGATION,
    title='Visita, con «virgolette»; e "doppie"',
    countries=("JP", "FR"),
    places=("Borgoluce", "Lyon"),
    people=(Person("Ada Esempio", "Sindaca"), Person("Bruno Prova")),
    hosts=(Person("Carla Modello", "Assessora"),),
    partners=("Ente Finto", "Scuola Finta"),
    topics=("cultura",),
    status=Status.TENTATIVE,
    url="https://example.org/visita",
    issues=("2026-05", "2026-06"),
    picture=Picture("issues/foto.png", "Una piazza", "Foto di Dario Finto"),
    body="Prima riga.\nSeconda riga.",
    published=date(2026, 5, 1),
    revised=date(2026, 6, 3),
)


def published(archive: Site) -> dict[str, bytes]:
    """Return the data files by address."""
    return {file.path: file.content for file in opendata_files(archive)}


def as_json(*records: Record) -> Any:
    """Return the records of ``records.json``."""
    return json.loads(published(with_images(records))["data/records.json"])["records"]


def as_rows(*records: Record) -> list[dict[str, str]]:
    """Return the rows of ``records.csv``."""
    content = published(with_images(records))["data/records.csv"].decode()
    return list(csv.DictReader(io.StringIO(content, newline="")))


def with_images(records: tuple[Record, ...]) -> Site:
    """Return a site whose images are published."""
    return replace(site(records), image_of=lambda path: path.replace("issues/", "_images/"))


def test_a_record_says_everything_that_the_contract_promises() -> None:
    (told,) = as_json(RICH)
    span = {"time_start": None, "time_end": None}
    assert told == {
        "id": "2026-05-visita",
        "kind": "delegation",
        "title": 'Visita, con «virgolette»; e "doppie"',
        "start": "2026-05-13",
        "end": "2026-05-22",
        "precision": "day",
        "occurrences": [
            {"start": "2026-05-13", "end": "2026-05-13", **span},
            {"start": "2026-05-20", "end": "2026-05-22", **span},
        ],
        "countries": ["JP", "FR"],
        "places": ["Borgoluce", "Lyon"],
        "people": [{"name": "Ada Esempio", "role": "Sindaca"}, {"name": "Bruno Prova", "role": ""}],
        "hosts": [{"name": "Carla Modello", "role": "Assessora"}],
        "partners": ["Ente Finto", "Scuola Finta"],
        "topics": ["cultura"],
        "status": "tentative",
        "url": "https://example.org/visita",
        "issue": "2026-06",
        "issues": ["2026-05", "2026-06"],
        "page": "issues/2026-06.html#2026-05-visita",
        "lang": "it",
        "published": "2026-05-01",
        "updated": "2026-06-03",
        "image": {"address": "_images/foto.png", "alt": "Una piazza", "credit": "Foto di Dario Finto"},
        "text": "Prima riga.\nSeconda riga.",
        "takes_place": "yes",
    }


def test_the_spreadsheet_says_the_same_one_row_a_record() -> None:
    (row,) = as_rows(RICH)
    assert row["title"] == 'Visita, con «virgolette»; e "doppie"'
    assert row["occurrences"] == "2026-05-13; 2026-05-20/2026-05-22"
    assert row["countries"] == "JP; FR"
    assert row["people"] == "Ada Esempio (Sindaca); Bruno Prova"
    assert row["hosts"] == "Carla Modello (Assessora)"
    assert row["issues"] == "2026-05; 2026-06"
    assert row["image"] == "_images/foto.png"
    assert row["text"] == "Prima riga. Seconda riga."


def test_hours_are_those_of_the_city_on_each_day() -> None:
    told = record("corso", "2026-05-13", "2026-05-20", hours=Hours(time(9, 5)))
    for occurrence in as_json(told)[0]["occurrences"]:
        assert (occurrence["time_start"], occurrence["time_end"]) == ("09:05", None)
    assert (as_rows(told)[0]["time_start"], as_rows(told)[0]["time_end"]) == ("09:05", "")
    closed = as_json(record(hours=Hours(time(18), time(20))))[0]["occurrences"][0]
    assert (closed["time_start"], closed["time_end"]) == ("18:00", "20:00")


def test_a_month_is_published_as_a_month() -> None:
    (told,) = as_json(record("forse", dates=days("2026-09-01/2026-10-31", precision=Precision.MONTH)))
    assert (told["precision"], told["start"], told["end"]) == ("month", "2026-09-01", "2026-10-31")


def test_records_come_by_day_and_then_by_name_however_they_were_read() -> None:
    records = [record("b"), record("a"), record("prima", "2026-05-02", kind=Kind.NEWS)]
    assert [told["id"] for told in as_json(*records)] == ["2026-05-prima", "2026-05-a", "2026-05-b"]
    assert published(site(records)) == published(site(reversed(records)))


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r\n@", "\x00+"])
def test_no_cell_is_a_formula(start: str) -> None:
    text = f"{start}HYPERLINK(1)"
    told = record(title=text, places=(text,), people=(Person(text, text),), partners=(text,), body=text)
    (row,) = as_rows(told)
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]
    assert row["title"] == f"'{start[-1]}HYPERLINK(1)"
    assert as_json(told)[0]["title"] == f"{start[-1]}HYPERLINK(1)"


def test_the_table_is_one_of_rfc_4180_in_utf_8_without_a_mark() -> None:
    content = published(site([RICH, record(title="riga\nspezzata\u2028ancora", body="a\nb")]))["data/records.csv"]
    assert content.startswith(b"id,kind,title,")
    assert content.count(b"\r\n") == content.count(b"\n") == content.count(b"\r") == 3
    rows = list(csv.reader(io.StringIO(content.decode(), newline=""), strict=True))
    assert {len(row) for row in rows} == {len(COLUMNS)}


def test_the_data_keep_their_own_schema() -> None:
    odd = record(
        "strano",
        title="🎪\x00\ud800\n\u202e",
        status=Status.POSTPONED,
        lang="en",
        url="",
        hours=Hours(time(0), time(1)),
    )
    files = published(
        with_images((RICH, odd, record("forse", dates=days("2026-09-01/2026-09-30", precision=Precision.MONTH))))
    )
    schema = json.loads(files["data/records.schema.json"])
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    data = json.loads(files["data/records.json"])
    validator.validate(data)
    for name, wrong in (("kind", "party"), ("start", "13 maggio"), ("topics", ["ignoto"]), ("countries", ["jp"])):
        broken = {"records": [{**data["records"][0], name: wrong}]}
        assert not validator.is_valid(broken)
    assert not validator.is_valid({"records": [{"id": "2026-05-visita"}]})
    assert schema["$id"] == f"{BASE}data/records.schema.json"


def test_the_package_describes_the_files_that_stand_beside_it() -> None:
    files = published(with_images((RICH,)))
    package = json.loads(files["data/datapackage.json"])
    assert package["licenses"] == [
        {"name": "CC-BY-4.0", "path": "https://creativecommons.org/licenses/by/4.0/", "title": "CC BY 4.0"}
    ]
    for resource in package["resources"]:
        content = files[f"data/{resource['path']}"]
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{sha256(content).hexdigest()}"
    header = files["data/records.csv"].decode().split("\r\n")[0].split(",")
    fields = package["resources"][0]["schema"]["fields"]
    assert [field["name"] for field in fields] == header
    assert all(field["description"] for field in fields)


def test_the_package_says_of_when_it_is_what_it_is_about_and_which_schema_holds() -> None:
    package = json.loads(published(site([RICH]))["data/datapackage.json"])
    assert (package["version"], package["created"], package["modified"]) == (
        "2026.6.3",
        "2026-05-01T00:00:00+02:00",
        "2026-06-03T00:00:00+02:00",
    )
    assert package["temporal"] == {"start": "2026-05-13", "end": "2026-05-22"}
    assert package["keywords"] == ["Delegations received", "Cultura"]
    resources = {resource["path"]: resource for resource in package["resources"]}
    assert resources["records.json"]["jsonschema"] == "records.schema.json"
    assert resources["appearances.csv"]["schema"]["foreignKeys"] == [
        {"fields": ["record"], "reference": {"resource": "records", "fields": ["id"]}}
    ]


def test_who_appears_in_which_record_is_a_table() -> None:
    hostile = record("altro", people=(Person("=SOMMA(A1)", "Ruolo, con virgola"),))
    content = published(site([RICH, hostile]))["data/appearances.csv"].decode()
    assert list(csv.reader(io.StringIO(content, newline=""))) == [
        ["record", "person", "role", "side"],
        ["2026-05-altro", "'=SOMMA(A1)", "Ruolo, con virgola", "people"],
        ["2026-05-visita", "Ada Esempio", "Sindaca", "people"],
        ["2026-05-visita", "Bruno Prova", "", "people"],
        ["2026-05-visita", "Carla Modello", "Assessora", "hosts"],
    ]


def test_an_empty_archive_publishes_empty_data() -> None:
    files = published(site([]))
    assert json.loads(files["data/records.json"]) == {"records": []}
    assert files["data/records.csv"].count(b"\r\n") == 1
