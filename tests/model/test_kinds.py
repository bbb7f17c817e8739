# SPDX-License-Identifier: EUPL-1.2
"""What sets kinds of blocks apart is said once for each."""

from __future__ import annotations

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.text import slug


def test_each_kind_has_its_traits_in_the_order_of_kinds() -> None:
    assert list(TRAITS) == list(Kind)


def test_events_are_announced_and_all_else_is_looked_back_on() -> None:
    """As the contract has it (section 3): of a kind that is added later nothing is said here."""
    assert TRAITS[Kind.EVENT].months == (-2, 9)
    assert {TRAITS[kind].months for kind in (Kind.DELEGATION, Kind.MISSION, Kind.NEWS)} == {(-9, 2)}
    assert [kind for kind in (Kind.EVENT, Kind.MISSION) if TRAITS[kind].undated] == []
    assert [kind for kind in (Kind.DELEGATION, Kind.NEWS) if not TRAITS[kind].undated] == []


def test_no_two_kinds_share_a_calendar() -> None:
    calendars = [traits.calendar for traits in TRAITS.values() if traits.calendar]
    assert len(calendars) == len(set(calendars))


def test_traits_can_be_used_as_they_stand() -> None:
    for traits in TRAITS.values():
        back, ahead = traits.months
        assert ahead - back == 11, "a month without a year is one of twelve"
        assert set(traits.asked) <= set(FIELD_BY_NAME)
        assert traits.calendar == slug(traits.calendar)
        assert traits.calendar not in {"all", "countries", "topics", "years", "issues", "records"}
