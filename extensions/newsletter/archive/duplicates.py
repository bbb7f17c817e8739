# SPDX-License-Identifier: EUPL-1.2
"""What looks like the same thing written twice: spellings one letter apart, records told under two ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from newsletter.model.archive import Archive
from newsletter.model.codes import Code
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.record import Record
from newsletter.model.text import plain

_SHORTEST = 5  # below, one letter makes another name: Lugo, Lugano … Roma, Rema
_LONGEST = 200  # characters of a name or title that are compared; the time grows with their square
_ALIKE = 0.85  # share of a title that two tellings of one thing have in common


def look_alikes(archive: Archive) -> Iterator[tuple[Record, ContentError]]:
    """Return the records that deserve a second look, each with the reason."""
    oldest_first = sorted(archive.records, key=_age)
    yield from _near_names(
        oldest_first,
        _people,
        "person-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same person?"),
    )
    yield from _near_names(
        oldest_first,
        lambda record: record.places,
        "place-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same place?"),
    )
    yield from _near_names(
        oldest_first,
        lambda record: record.partners,
        "partner-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same organisation?"),
    )
    yield from _near_names(
        oldest_first,
        lambda record: (record.title,),
        "title-alike",
        _("The title “%(name)s” is almost “%(other)s”, of “%(id)s”. Which one is right?"),
    )
    yield from _same_things(archive.records)


def _age(record: Record) -> tuple[object, ...]:
    return record.issue, record.order


def _people(record: Record) -> tuple[str, ...]:
    return tuple(person.name for person in (*record.people, *record.hosts))


def _near_names(
    oldest_first: Sequence[Record], names: Callable[[Record], Iterable[str]], code: Code, message: str
) -> Iterator[tuple[Record, ContentError]]:
    """Find spellings that differ in one letter, or only in accents and case.

    Each spelling is filed under itself with any one letter left out: two that are one letter apart
    meet in a file, without comparing all with all.
    """
    told: dict[str, Record] = {}
    for record in oldest_first:
        for name in names(record):
            told.setdefault(name, record)
    bare = {name: plain(name) for name in told}
    compared = {name: text for name, text in bare.items() if _SHORTEST <= len(text) <= _LONGEST}
    files: dict[str, list[str]] = {}
    for name in _with_a_half_in_common(compared):
        text = compared[name]
        for key in {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}:
            files.setdefault(key, []).append(name)
    pairs = {pair for members in files.values() for pair in combinations(sorted(members), 2)}
    for pair in sorted(pairs):
        if _one_letter_apart(bare[pair[0]], bare[pair[1]]):
            earlier, later = sorted(pair, key=lambda name: _age(told[name]))
            yield told[later], ContentError(code, message, name=later, other=earlier, id=told[earlier].id)


def _with_a_half_in_common(spellings: Mapping[str, str]) -> set[str]:
    """Return the keys of those *spellings* that begin or end like another, up to their middle.

    Two that are one letter apart do: it stands in one half, so the other is the same. Most titles are like no
    other in either, and need no closer look.
    """
    halves: dict[tuple[bool, str], set[str]] = {}
    for key, text in spellings.items():
        for length in (len(text), len(text) - 1):  # the other spelling may be one letter longer
            middle = length // 2
            ending = length - middle - 1  # the letter at the middle may have changed places with the one before
            halves.setdefault((True, text[:middle]), set()).add(key)
            halves.setdefault((False, text[len(text) - ending :]), set()).add(key)
    return {key for members in halves.values() if len(members) > 1 for key in members}


def _one_letter_apart(one: str, other: str) -> bool:
    """Tell whether two spellings differ in at most one letter, or two neighbours are exchanged; digits are no slips."""
    if one == other:
        return True
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    changed = {rest[:1], other_rest[:1]}
    if any(char.isdigit() for char in changed):
        return False
    if rest[:2] == other_rest[1::-1] and len(rest) > 1:
        return rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _same_things(records: Sequence[Record]) -> Iterator[tuple[Record, ContentError]]:
    by_day: dict[tuple[object, ...], list[Record]] = {}
    for record in records:
        by_day.setdefault((record.kind, record.start, record.end), []).append(record)
    for members in by_day.values():
        for one, other in combinations(sorted(members, key=lambda record: (record.issue, record.id)), 2):
            titles = plain(one.title)[:_LONGEST], plain(other.title)[:_LONGEST]
            matcher = SequenceMatcher(None, *titles, autojunk=False)
            if matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE:
                message = _(
                    "This looks like “%(other)s” of the same days. If it is, give it the same “:id: %(other)s”."
                )
                yield other, ContentError("same-thing", message, other=one.id)
