# SPDX-License-Identifier: EUPL-1.2
"""Old newsletters as offices wrote them come in whole: records, people, links, and no word without an account."""

from __future__ import annotations

import pytest

from tests.importing.score import Score, documents, score


@pytest.fixture(scope="module")
def scores() -> list[Score]:
    return [score(path) for folder in ("open",) for path in documents(folder, "a*")]


def test_nearly_all_records_people_and_links_are_found(scores: list[Score]) -> None:
    assert sum(each.right for each in scores) >= 0.95 * sum(each.records for each in scores)
    assert sum(each.people_right for each in scores) >= 0.9 * sum(each.people for each in scores)
    assert sum(each.links_kept for each in scores) == sum(each.links for each in scores)


def test_hardly_anything_is_made_a_record_that_is_none(scores: list[Score]) -> None:
    assert sum(each.invented for each in scores) <= 0.02 * sum(each.records for each in scores)


def test_no_word_is_without_an_account_and_no_personal_link_is_published(scores: list[Score]) -> None:
    assert {each.name: each.lost for each in scores if each.lost} == {}
    assert {each.name: each.published for each in scores if each.published} == {}
    assert {each.name: each.pictures_missing for each in scores if each.pictures_missing} == {}
