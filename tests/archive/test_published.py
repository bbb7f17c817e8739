# SPDX-License-Identifier: EUPL-1.2
"""A file of what subscribers have seen is read as it was written, or refused; nothing in it stops a build."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsletter.archive.published import PublishedState, parse_published, write_published
from newsletter.archive.revisions import publish_archive, withdrawn_records
from newsletter.model.diagnostics import ContentError
from newsletter.model.values import Status
from tests.archive_factory import archive, day, record

ROW: dict[str, Any] = {
    "id": "festa",
    "occurrence": "",
    "date": "2026-06-05",
    "title": "Festa",
    "kind": "event",
    "state": "confirmed",
    "digest": "0",
    "revision": 0,
    "day": "2026-05-01",
    "noted": "2026-05-01",
}


def test_what_is_written_is_read() -> None:
    told = archive(record("festa", "2026-05-13", "2026-05-20/2026-05-22"), record("altro", "2026-06-01"))

    [(name, seen)] = publish_archive(told, PublishedState(), day("2026-05-18")).issues.items()

    assert name == "2026-05"
    assert [(each.id, each.occurrence, each.date) for each in seen] == [
        ("altro", "", "2026-06-01"),
        ("festa", "", "2026-05-13"),
        ("festa", "2", "2026-05-20/2026-05-22"),
    ]
    text = write_published(seen)
    assert parse_published(text) == seen
    assert len(text.splitlines()) == 2 + len(seen), "one line an occurrence"


@pytest.mark.parametrize(
    "wrong",
    [
        {"date": "31 giugno"},
        {"date": "13 maggio 2026; 20 maggio 2026"},
        {"day": "ieri"},
        {"noted": ""},
        {"kind": "feast"},
        {"revision": "1"},
        {"revision": -1},
        {"revision": True},
        {"title": ["Festa"]},
        {"was": 5},
    ],
)
def test_a_line_that_says_something_else_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(ContentError):
        parse_published(json.dumps([{**ROW, **wrong}]))


@pytest.mark.parametrize("text", ["", "5", "null", "[5]", '["x"]', "[{}]", "[" * 100_000, '{"a": 1}'])
def test_a_file_of_another_shape_is_refused(text: str) -> None:
    with pytest.raises(ContentError):
        parse_published(text)


def test_what_is_withdrawn_twice_on_one_day_is_one_entry() -> None:
    rows = [
        {**ROW, "state": "withdrawn"},
        {**ROW, "state": "withdrawn", "occurrence": "2", "date": "5 giugno 2026"},
        {**ROW, "state": "withdrawn", "occurrence": "3", "date": "2026-07"},
    ]

    [gone] = withdrawn_records(PublishedState({"2026-05": parse_published(json.dumps(rows))}))

    assert gone.status is Status.CANCELLED
    assert len(gone.revisions) == len(gone.dates.spans) == 1
