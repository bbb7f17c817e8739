# SPDX-License-Identifier: EUPL-1.2
"""The kinds of blocks: which there are, and what sets each apart. A new kind is a member and its traits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from newsletter.model.diagnostics import _


class Kind(StrEnum):
    """The kind of a block; the values are the names of the directives, the order is that of lists by kind."""

    EVENT = "event"
    DELEGATION = "delegation"
    MISSION = "mission"
    NEWS = "news"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Declare what sets one kind apart from a plain piece of news."""

    one: str
    """The name of one; like the next two a message, which is translated where it is shown."""
    many: str
    short: str = ""
    """The name of many where there is little room; :attr:`many` where it is empty."""
    months: tuple[int, int] = (-9, 2)
    """Between which months, counted from the issue's, its last day lies where no year is written."""
    undated: bool = False
    """Whether its date may be left out: the month before the issue's, then."""
    foreign: bool = False
    """Whether it is asked which country it concerns; its title, often a place, does not say what it is about."""
    calendar: str = ""
    """The name of its calendar, ``calendar/….ics``; a kind without one stands in no calendar."""
    public: bool = False
    """Whether search engines are told of it as an event that anyone may come to."""
    asked: tuple[str, ...] = ("date",)
    """The options that a fresh block shows."""


TRAITS: Mapping[Kind, Traits] = {
    Kind.EVENT: Traits(
        one=_("Event"),
        many=_("Events"),
        months=(-2, 9),
        calendar="events",
        public=True,
        asked=("date", "place"),
    ),
    Kind.DELEGATION: Traits(
        one=_("Delegation received"),
        many=_("Delegations received"),
        short=_("Delegations"),
        undated=True,
        foreign=True,
        calendar="delegations",
        asked=("date", "country", "people"),
    ),
    Kind.MISSION: Traits(
        one=_("Mission abroad"),
        many=_("Missions abroad"),
        short=_("Missions"),
        foreign=True,
        calendar="missions",
        asked=("date", "place", "country", "people"),
    ),
    Kind.NEWS: Traits(
        one=_("News item"),
        many=_("News"),
        undated=True,
    ),
}
