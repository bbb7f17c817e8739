# SPDX-License-Identifier: EUPL-1.2
"""From tellings to records: the latest telling wins, what it leaves out is inherited."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from newsletter.archive.days import as_published, corrections, days_told, source_revision
from newsletter.archive.former_dates import date_history, refines
from newsletter.archive.names import Names
from newsletter.archive.published import PublishedState
from newsletter.archive.retold import another_thing, of_no_issue, other_kind, tells_less, words_of_no_image
from newsletter.archive.revisions import SourceRevision, digest_of_translations, with_revisions, withdrawn_records
from newsletter.dates import show_dates
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import ContentError, Diagnostic, _
from newsletter.model.facts import FIELD_BY_NAME, FIELDS, Facts, Field, Value
from newsletter.model.issue import Issue, Period, default_published
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.record import Record
from newsletter.model.telling import Telling, Translated
from newsletter.model.values import Dates, Picture, Precision, Span, Status


@dataclass(frozen=True, slots=True)
class LocatedDiagnostic:
    """A diagnostic that shows only when all issues are seen together, at its place in the sources."""

    diagnostic: Diagnostic
    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Assembly:
    """All that follows from seeing all issues together."""

    archive: Archive
    kept_out: Mapping[str, Record]
    """Records whose latest telling is faulty: their pages still show them, nothing else does."""
    diagnostics: tuple[LocatedDiagnostic, ...]
    hints: tuple[LocatedDiagnostic, ...] = ()
    """Hints across issues."""
    tellings: Mapping[str, tuple[Telling, ...]] = field(default_factory=dict)
    """The tellings of each record, oldest first, by its id."""


def title_mark(record_id: str) -> str:
    """Return what stands in a body for the title of the record *record_id*, which may still change."""
    return f"\ue000{record_id}\ue001"  # private use characters, which no source may bring


def with_titles(body: str, titles: Mapping[str, str]) -> str:
    """Return *body* with the *titles* of records, by id, in the place of their marks."""
    return re.sub("\ue000(.*?)\ue001", lambda mark: titles.get(mark[1], mark[1]), body)


def default_dates(kind: Kind, period: Period) -> Dates | None:
    """Return the dates of a block of *kind* that gives none: the month before the issue's, or None."""
    if not TRAITS[kind].undated:
        return None
    month = period.plus(-1)
    return Dates((Span(month.first_day, month.last_day),), Precision.MONTH)


@dataclass(frozen=True, slots=True)
class Sources:
    """Hold what a record is put together from, beside its own tellings."""

    issues: Mapping[str, Issue]
    names: Names
    titles: Mapping[str, str] = field(default_factory=dict)
    """Titles of all records by id."""
    published: PublishedState = field(default_factory=PublishedState)
    translated: Mapping[tuple[str, str], Sequence[Translated]] = field(default_factory=dict)
    """The words of translations of a block, by its page and its id."""


def assemble(
    tellings: Iterable[Telling],
    issues: Iterable[Issue],
    names: Names,
    language: str,
    seen: PublishedState | None = None,
    translated: Mapping[tuple[str, str], Sequence[Translated]] = MappingProxyType({}),
) -> Assembly:
    """Put records together from all *tellings* and what subscribers have *seen*, and say what does not fit.

    :param translated: what translations say of a block, by its page and its id.
    """
    by_id, diagnostics = _by_id(tellings)
    state = seen or PublishedState()
    known = {str(issue.name): as_published(issue, state) for issue in issues}
    titles = {told[-1].id: told[-1].title for told in by_id.values()}
    sources = Sources(known, names, titles, state, translated)
    published: list[Record] = []
    kept_out: dict[str, Record] = {}
    for told in by_id.values():
        diagnostics += _conflicts(told, language)
        facts = merge(told)
        diagnostics += _missing_country(told[-1], facts, names)
        others = [each for telling in told for each in translated.get((telling.docname, telling.id), ())]
        diagnostics += [_at(each, error, name) for each, name, error in words_of_no_image(told, others, facts)]
        if told[-1].sound and facts.date:
            published.append(_record(told, facts, facts.date, sources))
            continue
        if told[-1].sound:
            diagnostics.append(_at(told[-1], missing_date(told[-1].kind)))
        sound = [telling for telling in told if telling.sound]
        if sound and (facts := merge(sound)).date:
            kept_out[sound[-1].id] = _record(sound, facts, facts.date, sources)
    published.sort(key=lambda record: record.order)
    withdrawn = tuple(
        replace(record, title=names.withheld.mask(record.title))
        for record in withdrawn_records(sources.published)
        if record.id not in by_id
    )
    issues_by_time = tuple(sorted(known.values(), key=lambda issue: issue.name))
    archive = Archive(issues_by_time, tuple(published), withdrawn=withdrawn)
    asked = [
        _postponed_to(by_id[record.id][-1], record.dates, language)
        for record in published
        if record.date_is_guess and "was" not in by_id[record.id][-1].left_out
    ]
    asked += [each for told in by_id.values() for each in _losses(told, names, language)]
    first = (told[0] for record_id, told in by_id.items() if record_id not in state.by_id)
    asked += [_at(telling, hint, "id") for telling in first if (hint := of_no_issue(telling, known))]
    accepted = {record_id: tuple(told) for record_id, told in by_id.items()}
    return Assembly(archive, kept_out, tuple(diagnostics), tuple(asked), accepted)


def _by_id(tellings: Iterable[Telling]) -> tuple[dict[str, list[Telling]], list[LocatedDiagnostic]]:
    """Return the tellings of each record by its id, oldest first, and the diagnostics about those that are of none."""
    by_id: dict[str, list[Telling]] = defaultdict(list)
    clashes: list[LocatedDiagnostic] = []
    for telling in sorted(tellings, key=lambda telling: (telling.issue, telling.line)):
        told = by_id[telling.id]
        if not told:
            told.append(telling)
        elif told[-1].issue == telling.issue:
            continue  # of two blocks with one id in one issue the first stands; the other was reported when it was read
        elif not telling.explicit:
            clashes.append(_at(telling, _clash(telling, told[-1])))
        elif telling.kind is not told[-1].kind:
            clashes.append(_at(telling, other_kind(telling, told[-1]), "id"))
        else:
            told.append(telling)
    return by_id, clashes


def missing_date(kind: Kind) -> ContentError:
    """Return the diagnostic about a block without the date that its *kind* requires."""
    return ContentError(
        "date-missing", _("This %(kind)s has no date. Add a line such as “:date: 13 maggio”."), kind=kind.value
    )


def merge(told: Sequence[Telling]) -> Facts:
    """Return what *told*, oldest first, say together, with the date that the first may leave out."""
    merged = told[0].facts
    for telling in told[1:]:
        given = {name: value for name in FIELD_BY_NAME if (value := getattr(telling.facts, name)) is not None}
        if "date" in given and "time" not in given and merged.time and not _timed(given["date"]):
            given["time"] = None
        parts = {field.name: None for field in FIELDS if field.part_of in given}
        merged = replace(merged, **{**parts, **given})
    if merged.date is None:
        merged = replace(merged, date=merged.was or default_dates(told[0].kind, told[0].issue.period))
    return merged


def record_of_one(telling: Telling, issue: Issue, names: Names) -> Record | None:
    """Return the record of *telling* alone, for an example; None where it has no date."""
    facts = merge([telling])
    return _record([telling], facts, facts.date, Sources({str(issue.name): issue}, names)) if facts.date else None


def _timed(dates: Dates) -> bool:
    return dates.precision is Precision.DAY and all(span.start == span.end for span in dates.spans)


def _record(told: Sequence[Telling], facts: Facts, dates: Dates, sources: Sources) -> Record:
    latest, names = told[-1], sources.names
    places = names.known_places(facts.place or ())
    seen = sources.published.by_id.get(latest.id, ())
    history = date_history(told, facts, dates, seen)
    published, revised = days_told(told, sources.issues)
    record = Record(
        id=latest.id,
        kind=latest.kind,
        title=names.withheld.mask(latest.title),
        dates=dates,
        hours=facts.time,
        places=places,
        countries=facts.country if facts.country is not None else names.countries_of(places),
        people=names.known_people(facts.people or ()),
        hosts=names.known_people(facts.hosts or ()),
        partners=names.known_organisations(facts.partners or ()),
        topics=facts.topics or (),
        status=Status.CANCELLED if set(dates.spans) == set(dates.called_off) else facts.status or Status.CONFIRMED,
        url="" if names.withheld.holds(facts.url or "") else facts.url or "",
        picture=_picture(facts, names),
        lang=facts.lang or "",
        other_langs=_other_langs(told, facts.lang or ""),
        body=names.withheld.mask(with_titles(_body(told), sources.titles)),
        facts=_further(facts, names),
        translations=digest_of_translations(sources.translated.get((latest.docname, latest.id), ())),
        docname=latest.docname,
        issue=str(latest.issue),
        issues=tuple(str(telling.issue) for telling in told),
        published=published,
        revised=revised,
        former_dates=history.former,
        former_dates_published=history.published,
        new_date_unknown=history.new_date_unknown,
        date_is_guess=history.asks,
        corrections=corrections(told, names),
    )
    first = sources.issues[record.issues[0]]
    # The first of the month was the day of its entries as long as nobody knew that it was out before: no day falls.
    day = max(revised, first.published if first.published_written else default_published(first.name))
    by_sources = SourceRevision(source_revision(told, record), day)
    return with_revisions(record, seen, by_sources, sources.published.counted)


def _other_langs(told: Sequence[Telling], lang: str) -> tuple[tuple[str, str], ...]:
    """Return the options of what was *told* whose words are not in the language *lang* of the record, with theirs."""
    found: dict[str, str] = {}
    spoken = ""
    for telling in told:
        spoken = telling.facts.lang or spoken
        given = (name for name in FIELD_BY_NAME if getattr(telling.facts, name) is not None)
        found |= {name: telling.option_langs.get(name, spoken) for name in given}
    return tuple((name, other) for name, other in found.items() if other != lang)


def _body(told: Sequence[Telling]) -> str:
    """Return the latest text of what was *told*: a telling without one leaves it as it was."""
    return next((telling.body for telling in reversed(told) if telling.body), "")


def _further(facts: Facts, names: Names) -> Facts:
    """Return those of *facts* that have no attribute of a record, under the names that registers give."""
    return _under_known_names(facts, names, [field for field in FIELDS if not field.attribute])


def _under_known_names(facts: Facts, names: Names, fields: Iterable[Field] = FIELDS) -> Facts:
    """Return those *fields* of *facts*, under the names that registers give."""
    return Facts(**{field.name: _known(field, getattr(facts, field.name), names) for field in fields})


def _known(field: Field, value: Any, names: Names) -> Any:
    """Return *value* with canonical names, and without those to withhold."""
    if value is None:
        return None
    match field.value:
        case Value.TEXT:
            return names.withheld.mask(value)
        case Value.PEOPLE:
            return names.known_people(value)
        case Value.PLACES:
            return names.known_places(value)
        case Value.ORGANISATIONS:
            return names.known_organisations(value)
        case Value.URL:
            return "" if names.withheld.holds(value) else value
        case _:
            return value


def _picture(facts: Facts, names: Names) -> Picture | None:
    if not facts.image or not facts.alt:
        return None
    return Picture(facts.image, names.withheld.mask(facts.alt), names.withheld.mask(facts.credit or ""))


def _conflicts(told: Sequence[Telling], language: str) -> Iterable[LocatedDiagnostic]:
    """Say where a later telling gives other dates without a word on it."""
    for number, telling in enumerate(told[1:], start=1):
        earlier = told[:number]
        dates = merge(earlier).date
        moved = telling.facts.status in {Status.POSTPONED, Status.CANCELLED}
        given = telling.facts.date
        if given and dates and given != dates and not moved and not refines(given, dates) and not given.explains(dates):
            yield _at(
                telling,
                ContentError(
                    "telling-dates",
                    _(
                        "The issue %(issue)s gives “%(title)s” other days: %(dates)s. If this is something else, take "
                        "the “:id:” out; if it was moved, add “:status: postponed”; otherwise write the same days."
                    ),
                    issue=earlier[-1].issue,
                    title=telling.title,
                    dates=show_dates(dates, None, language),
                ),
            )


def _losses(told: Sequence[Telling], names: Names, language: str) -> Iterator[LocatedDiagnostic]:
    if len(told) > 1:  # as few are
        told = [replace(telling, facts=_under_known_names(telling.facts, names)) for telling in told]
    for number, telling in enumerate(told[1:], start=1):
        before = merge(told[:number])
        if hint := another_thing(telling, told[number - 1], before, language):
            yield _at(telling, hint, "id")
        else:  # of a copy nothing else is worth a question
            yield from (_at(telling, less, name) for name, less in tells_less(telling, before))


def _clash(telling: Telling, other: Telling) -> ContentError:
    """Return the diagnostic about a default id that another issue's block has by chance."""
    message = _("The issue %(issue)s has another block with the id “%(id)s”. Add “:id: %(better)s” to this one.")
    return ContentError("id-twice", message, issue=other.issue, id=telling.id, better=f"{telling.id}-2")


def _postponed_to(telling: Telling, dates: Dates, language: str) -> LocatedDiagnostic:
    message = _(
        "“%(dates)s” is taken for the new date. Say the former one as well: “:was: …”. Where no new date is known yet, "
        "write “:was:” in place of “:date:”."
    )
    return _at(telling, ContentError("postponed-date", message, dates=show_dates(dates, None, language)), "date")


def _missing_country(latest: Telling, facts: Facts, names: Names) -> Iterable[LocatedDiagnostic]:
    """Ask for the country of guests and travellers; it keeps nothing out."""
    if not TRAITS[latest.kind].foreign or not latest.sound or "country" in latest.left_out:
        return
    if facts.country is None and not names.countries_of(names.known_places(facts.place or ())):
        message = _("Which country does this %(kind)s concern? Add “:country:”, with “-” if it is not known.")
        yield _at(latest, ContentError("country-missing", message, kind=latest.kind.value))


def _at(telling: Telling | Translated, error: ContentError, option: str = "") -> LocatedDiagnostic:
    return LocatedDiagnostic(error.diagnostic, telling.path, telling.option_lines.get(option, telling.line))
