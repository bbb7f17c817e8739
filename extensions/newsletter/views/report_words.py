# SPDX-License-Identifier: EUPL-1.2
"""Word the report of a year in sentences: the year in brief, to be quoted, and how everything was counted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.archive.year_report import Year
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.views.context import Context
from newsletter.views.pieces import Line, Piece, as_nodes, joined


@dataclass(frozen=True, slots=True)
class YearTold:
    """Hold what is said of a year beside its tables."""

    year: int
    missions: int
    days: int
    without_days: int
    delegations: int
    guests: int
    countries: int
    new: tuple[str, ...]
    """Codes of countries, as the next."""
    no_more: tuple[str, ...]
    organisations: tuple[str, ...]
    """Codes of organisations of states."""
    first_year: int | None
    """The first that anything is told of; None where nothing is told until then."""


def year_told(year: Year) -> YearTold:
    """Return what is said of *year*."""
    return YearTold(
        year=year.year,
        missions=len(year.missions),
        days=year.days_abroad,
        without_days=year.without_days,
        delegations=len(year.delegations),
        guests=year.guests,
        countries=len(year.countries),
        new=() if year.is_first else year.new_countries,
        no_more=year.no_more,
        organisations=year.organisations,
        first_year=min((each.start.year for each in year.records), default=None),
    )


def in_words(context: Context, told: YearTold) -> Iterator[nodes.Node]:
    """Yield the year in sentences that can be quoted."""
    if not (told.missions or told.delegations):
        none = translate(_("The newsletter tells of no mission and no delegation of this year."))
        yield nodes.paragraph("", none, classes=["records-empty"])
        return
    # Days and countries are told only where there are some: nobody writes “on 0 days”.
    missions = _number(told.missions, _("1 mission abroad"), _("%(number)d missions abroad"), _("no mission abroad"))
    days = _number(told.days, _("on 1 day"), _("on %(number)d days")) if told.days else ""
    received = _("1 delegation received"), _("%(number)d delegations received"), _("no delegation received")
    delegations = _number(told.delegations, *received)
    guests = _number(told.guests, _("with 1 guest named"), _("with %(number)d guests named")) if told.guests else ""
    countries = _number(told.countries, _("1 country"), _("%(number)d countries"))
    clauses = [", ".join(filter(None, pair)) for pair in ((missions, days), (delegations, guests), (countries, ""))]
    words = translate(_("%(year)d in brief: %(clauses)s.")) % {"year": told.year, "clauses": "; ".join(clauses)}
    yield nodes.paragraph("", words, classes=["report-lead"])
    for message, codes in (
        (_("Met for the first time:"), told.new),
        (_("Met in %(before)d, and not in %(year)d:"), told.no_more),
        (_("Organisations of states, not counted as countries:"), told.organisations),
    ):
        if codes:
            lead = translate(message) % {"before": told.year - 1, "year": told.year}
            yield nodes.paragraph("", "", *as_nodes((Piece(f"{lead} "), *_countries(context, codes), Piece("."))))


def _countries(context: Context, codes: Iterable[str]) -> Line:
    ordered = sorted(codes, key=lambda code: context.labels.order(GroupBy.COUNTRY, code))
    return joined(
        (
            (context.register_piece(GroupBy.COUNTRY, code, context.labels.label(GroupBy.COUNTRY, code)),)
            for code in ordered
        ),
        ", ",
    )


def _number(number: int, one: str, many: str, none: str = "") -> str:
    if number == 0 and none:
        return translate(none)
    return translate(one) if number == 1 else translate(many) % {"number": number}


def method(told: YearTold) -> Iterator[nodes.Node]:
    """Yield how everything was counted, in plain words."""
    rules = [
        _("Everything comes from what the newsletter told; what it did not tell is not counted."),
        _("Missions, delegations and events belong to the year in which they start."),
        _("What was cancelled, or postponed to a day not known yet, is left out; what is announced is counted."),
        _("Days abroad are those of all missions together, the first and the last included."),
        told.without_days
        and _number(
            told.without_days,
            _("Of 1 mission only the month is known: it adds no day."),
            _("Of %(number)d missions only the month is known: they add no day."),
        ),
        _("Countries are those of missions and delegations, without our own; of several, each is counted once."),
        told.organisations
        and _("Organisations of states, such as the European Union, are no countries: they stand apart."),
        _("Guests are the people named with a delegation, each counted once; travellers and hosts are not among them."),
        told.first_year
        and _("A country is new in the year in which the newsletter, since %(first)d, tells of it first."),
        _("Roles are those that people had at that time."),
    ]
    texts = (translate(rule).replace("%(first)d", str(told.first_year)) for rule in rules if rule)
    yield nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", text)) for text in texts))
