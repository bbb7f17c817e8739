# SPDX-License-Identifier: EUPL-1.2
"""Count the revisions of each occurrence of a record, from the sources and from what subscribers have seen.

What has the digest that was published keeps its revision, anything else has the next one: so SEQUENCE never falls,
whatever is edited, and no build needs a clock.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from newsletter.archive.published import PublishedOccurrence, PublishedState, iso_date
from newsletter.model.archive import Archive
from newsletter.model.facts import FIELDS
from newsletter.model.kinds import Kind
from newsletter.model.record import Record, value_of
from newsletter.model.telling import Translated
from newsletter.model.values import Dates, Revision, Span, Status

WITHDRAWN = "withdrawn"
"""The state of what was taken out of the sources and is to stay in calendars, as cancelled."""
_RESCHEDULED = "rescheduled"
_GONE = "gone"
_GIVEN_AGAIN = ("place", "people", "hosts", "correction")
"""The fields of calendar entries that a translation may give in its own words."""


@dataclass(frozen=True, slots=True)
class SourceRevision:
    """The number of a record's revision by the sources alone, and its day."""

    number: int
    day: date


def with_revisions(
    record: Record,
    seen: Sequence[PublishedOccurrence],
    told: SourceRevision,
    counted: Mapping[str, Sequence[Revision]] | None = None,
) -> Record:
    """Return *record* with a revision for each of its entries, and revised when the last that was noted went out.

    :param counted: where the words are those of a translation, the revisions of each record that were counted by those
        of the original, since one entry has one number in all languages.
    """
    names, matched = _new_names(record, seen), _matched(record, seen)
    revisions = tuple((counted or {}).get(record.id, ())) or tuple(
        Revision(name, told.number, told.day)
        if known is None
        else Revision(known.occurrence, known.revision, date.fromisoformat(known.day))
        if counted is not None
        else _next_revision(record, span, known, told)
        for span, known, name in zip(record.entry_dates.spans, matched, names, strict=True)
    )
    went_out = [each.day for each in revisions if each.number > told.number and each.day > told.day]
    return replace(record, revisions=revisions, revised=max([record.revised, *went_out]))


def _next_revision(record: Record, span: Span, known: PublishedOccurrence, told: SourceRevision) -> Revision:
    """Return the revision that went out where nothing has changed since, else the one after it."""
    day = date.fromisoformat(known.day)
    if _is_unchanged(known, record, span):
        return Revision(known.occurrence, known.revision, day)
    return Revision(known.occurrence, max(known.revision + 1, told.number), max(day, told.day))


def digest(record: Record, span: Span) -> str:
    """Return a digest of what a subscriber is told of the occurrence of *record* on *span*.

    What a record does not have is no part of it, so that a field that records gain one day alters no digest.
    """
    dates = record.dates
    told = {
        "kind": record.kind,
        "title": record.title,
        "span": iso_date(span, record.entry_dates.precision),
        "dates": _iso_dates(dates),
        "called off": [iso_date(each, dates.precision) for each in dates.called_off],
        "moved": [[iso_date(each, dates.precision) for each in pair] for pair in dates.moved],
        # What was published is no part: noting it would alter the digest that is noted.
        "former": _iso_dates(record.former_dates) if record.former_dates and not record.former_dates_published else "",
        "hours": str(record.hours or ""),
        "places": record.places,
        "countries": record.countries,
        "people": [(person.name, person.role) for person in record.people],
        "hosts": [(person.name, person.role) for person in record.hosts],
        "partners": record.partners,
        "topics": record.topics,
        "status": "" if record.status is Status.CONFIRMED else record.status,
        "off": "off" if record.is_off else "",
        "url": record.url,
        "lang": record.lang,
        "body": record.body,
        "corrections": [each.text for each in record.corrections if each.text],
        "issue": record.issue,
        "translations": record.translations,
    }
    told |= {field.name: value_of(record, field) for field in FIELDS if not field.attribute}
    present = {name: value for name, value in told.items() if value}
    return hashlib.sha256(json.dumps(present, sort_keys=True, default=str).encode()).hexdigest()[:16]


def digest_of_translations(translations: Sequence[Translated]) -> str:
    """Return a digest of what *translations* say of a record; empty where there is none."""
    told = [
        {
            "language": each.language,
            "title": each.title,
            "body": each.body,
            **{name: value for name in _GIVEN_AGAIN if (value := getattr(each.facts, name))},
        }
        for each in sorted(translations, key=lambda each: each.language)
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True, default=str).encode()).hexdigest()[:16] if told else ""


def _is_unchanged(known: PublishedOccurrence, record: Record, span: Span) -> bool:
    return known.digest == digest(record, span) and known.state not in {WITHDRAWN, _GONE}


def _iso_dates(dates: Dates) -> list[str]:
    return [iso_date(span, dates.precision) for span in dates.spans]


def _matched(record: Record, seen: Sequence[PublishedOccurrence]) -> tuple[PublishedOccurrence | None, ...]:
    """Return which of *seen* each entry of *record* is.

    It is that of the same day, or of the day that it replaces by what its block says; else the next one that is left:
    an entry whose day is corrected moves in calendars instead of being doubled.
    """
    dates = record.entry_dates
    left = list(seen)
    found: dict[Span, PublishedOccurrence] = {}

    def take(span: Span, known: PublishedOccurrence) -> None:
        found[span] = known
        left.remove(known)

    said = {span: (iso_date(span, dates.precision), _was(dates, span)) for span in dates.spans}
    for is_it in (
        lambda known, date, was: (known.date, known.was) == (date, was),  # it was noted so
        lambda known, _date, was: known.date == was,  # its block says that it was moved
        lambda known, date, _was: known.date == date,
        lambda _known, _date, _was: True,
    ):
        for span, (date_now, was) in said.items():
            known = next((each for each in left if span not in found and is_it(each, date_now, was)), None)
            if known is not None:
                take(span, known)
    return tuple(found.get(span) for span in dates.spans)


def _was(dates: Dates, span: Span) -> str:
    former = dates.former(span)
    return "" if former is None else iso_date(former, dates.precision)


def _new_names(record: Record, seen: Sequence[PublishedOccurrence]) -> list[str]:
    """Return the names of occurrences that were never published: numbers, or days where others were published."""
    dates = record.entry_dates
    spans = dates.spans
    if not seen:
        # What was moved keeps its place among the others.
        before = sorted(spans, key=lambda span: dates.former(span) or span)
        numbers = {span: str(number) for number, span in enumerate(before, start=1)}
        return ["" if numbers[span] == "1" else numbers[span] for span in spans]
    taken = {each.occurrence for each in seen}
    names = []
    for span in spans:
        name = span.start.isoformat()
        while name in taken:
            name += "+"
        names.append(name)
    return names


def published_occurrences(
    record: Record, seen: Sequence[PublishedOccurrence], today: date
) -> Iterator[PublishedOccurrence]:
    """Yield what is to be remembered of *record* when it goes out on the day *today*."""
    dates, matched = record.entry_dates, _matched(record, seen)
    now = [iso_date(span, dates.precision) for span in dates.spans]
    has_moved = any(known is not None and known.date != text for known, text in zip(matched, now, strict=True))
    for span, known, revision, text in zip(dates.spans, matched, record.revisions, now, strict=True):
        changed = known is not None and not _is_unchanged(known, record, span)
        yield PublishedOccurrence(
            id=record.id,
            occurrence=revision.name,
            date=text,
            title=record.title,
            kind=record.kind.value,
            state=_state(record.on(span)),
            digest=digest(record, span),
            revision=revision.number,
            day=max(revision.day, today).isoformat() if changed else revision.day.isoformat(),
            noted=today.isoformat() if known is None else known.noted,
            countries=" ".join(record.countries),
            topics=" ".join(record.topics),
            was=_date_before(known, text, keeps=not has_moved or dates.former(span) is not None),
        )


def _date_before(known: PublishedOccurrence | None, date: str, *, keeps: bool) -> str:
    """Return the date before *date*; one that was noted earlier only where it *keeps* that.

    Where others of its record have moved since, it is not among those that their new dates replace.
    """
    if known is None:
        return ""
    return known.date if known.date != date else known.was if keeps else ""


def _state(record: Record) -> str:
    if record.status is Status.POSTPONED and not record.new_date_unknown:
        return _RESCHEDULED
    return record.status.value


def publish_archive(archive: Archive, state: PublishedState, today: date) -> PublishedState:
    """Return *state* after all of *archive* has gone out on the day *today*; what is gone is remembered."""
    issues = {name: {(each.id, each.occurrence): each for each in seen} for name, seen in state.issues.items()}
    for record in sorted(archive.records, key=lambda record: record.id):
        issue = issues.setdefault(state.issue_of.get(record.id, record.issues[0]), {})
        seen = state.by_id.get(record.id, ())
        issue |= {(each.id, each.occurrence): replace(each, state=_GONE) for each in seen}
        issue |= {(each.id, each.occurrence): each for each in published_occurrences(record, seen, today)}
    return PublishedState({name: tuple(issue.values()) for name, issue in issues.items()})


def published_before(seen: Sequence[PublishedOccurrence], dates: Dates) -> tuple[Dates | None, bool]:
    """Return what was published of a record that its block says was postponed, and now has *dates*.

    :return: the dates that subscribers had before, None where they know of no others; and whether they were told
        of *dates* as those on which it takes place, so that the word means that these no longer hold.
    """
    seen = [each for each in seen if each.state != _GONE]
    if not seen:
        return None, False
    now = [iso_date(span, dates.precision) for span in dates.spans]
    if sorted(each.date for each in seen) != sorted(now):
        return _joined([each.dates for each in seen]), False
    if any(each.was for each in seen):
        return _joined([each.former_dates or each.dates for each in seen]), False
    return None, any(each.state != _RESCHEDULED for each in seen)


def _joined(parts: Sequence[Dates]) -> Dates:
    precision = parts[0].precision
    return Dates(
        tuple(sorted({span for part in parts for span in part.spans if part.precision is precision})), precision
    )


def withdrawn_records(state: PublishedState) -> Iterator[Record]:
    """Yield what an editor has taken out, and wants in calendars as cancelled for as long as they go back."""
    for record_id, seen in sorted(state.by_id.items()):
        by_span = {each.dates.spans[0]: each for each in seen if each.state == WITHDRAWN}
        gone = [each for _span, each in sorted(by_span.items(), key=lambda pair: pair[0])]
        if not gone:
            continue
        gone = [each for each in gone if each.dates.precision is gone[0].dates.precision]
        issue = state.issue_of[record_id]
        revisions = [Revision(each.occurrence, each.revision, date.fromisoformat(each.day)) for each in gone]
        yield Record(
            id=record_id,
            kind=Kind(gone[0].kind),
            title=gone[0].title,
            dates=_joined([each.dates for each in gone]),
            countries=tuple(gone[0].countries.split()),
            topics=tuple(gone[0].topics.split()),
            status=Status.CANCELLED,
            docname="",
            issue=issue,
            issues=(issue,),
            published=revisions[0].day,
            revised=max(each.day for each in revisions),
            revisions=tuple(revisions),
        )
