# SPDX-License-Identifier: EUPL-1.2
"""Old newsletters as offices wrote them come in whole: records, people, links, and no word without an account.

The shares are those that were reached: what falls below them was right once.
"""

from __future__ import annotations

import shutil
from importlib.util import find_spec

import pytest

from tests.importing.score import Score, documents, score

PANDOC = {".odt", ".rtf"}
REACHED = {
    "open": (1.0, 0.98),
    "held_back": (1.0, 0.96),
    "second/open": (1.0, 1.0),
    "second/held_back": (1.0, 1.0),
    "third": (0.99, 1.0),
}
"""By folder, how many of the records and of the people are found at least."""


@pytest.fixture(
    scope="module",
    params=[pytest.param(name, marks=[pytest.mark.slow] if name == "third" else []) for name in REACHED],
)
def folder(request: pytest.FixtureRequest) -> tuple[str, list[Score]]:
    left = {".zip"} | (set() if shutil.which("pandoc") else PANDOC) | (set() if find_spec("extract_msg") else {".msg"})
    return request.param, [score(path) for path in documents(request.param) if path.suffix not in left]


def test_nearly_all_records_people_and_links_are_found(folder: tuple[str, list[Score]]) -> None:
    (records, people), scores = REACHED[folder[0]], folder[1]
    assert sum(each.right for each in scores) >= records * sum(each.records for each in scores)
    assert sum(each.people_right for each in scores) >= people * sum(each.people for each in scores)
    assert sum(each.links_kept for each in scores) == sum(each.links for each in scores)


def test_nothing_is_made_a_record_that_is_none(folder: tuple[str, list[Score]]) -> None:
    assert {each.name: each.invented for each in folder[1] if each.invented} == {}


def test_no_word_is_without_an_account_and_no_personal_link_is_published(folder: tuple[str, list[Score]]) -> None:
    for count in ("lost", "unnamed", "published", "pictures_missing"):
        assert {each.name: getattr(each, count) for each in folder[1] if getattr(each, count)} == {}


def test_each_sentence_with_a_date_is_a_record_or_is_offered_as_one(folder: tuple[str, list[Score]]) -> None:
    assert {each.name: each.notes for each in folder[1] if each.dated_told < each.dated} == {}
