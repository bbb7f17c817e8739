# SPDX-License-Identifier: EUPL-1.2
"""Find what looks like the same thing written twice: spellings one letter apart, records told under two ids.

Nothing is compared with all the rest: what may be alike is first filed under keys that it would have in common, and of
each file only the earliest few are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from newsletter.languages import words_of
from newsletter.model.archive import Archive
from newsletter.model.codes import Code
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.record import Record
from newsletter.model.text import JOINTS, plain, stems

_SHORTEST = 5  # below, one letter makes another name: Lugo, Lugano … Roma, Rema
_LONGEST = 200  # characters of a name or title that are compared; the time grows with their square
_ALIKE = 0.85  # share of a title that two tellings of one thing have in common
_FEW = 8  # of those filed under one key, how many are compared
_ACRONYM = 5  # letters at most
_ARTICLES = frozenset(word.strip() for word in words_of("articles"))
_NUMBER = re.compile(r"\w*\d\w*|[IVXLCDM]+")


def duplicates(archive: Archive) -> Iterator[tuple[Record, ContentError]]:
    """Yield the records that deserve a second look, each with the reason: one for one thing, naming the earliest."""
    oldest_first = sorted(archive.records, key=_age)
    yield from _near_names(
        oldest_first,
        _people,
        "person-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same person?"),
    )
    yield from _other_forms(
        oldest_first,
        _people,
        "person-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same person?"),
    )
    yield from _near_places(oldest_first)
    yield from _near_names(
        oldest_first,
        lambda record: record.partners,
        "partner-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same organisation?"),
    )
    yield from _other_forms(
        oldest_first,
        lambda record: record.partners,
        "partner-alike",
        _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same organisation?"),
    )
    yield from _joined_partners(oldest_first)
    same = list(_same_things(oldest_first))
    yield from same
    said = {record.id for record, _error in same}
    for record, error in _near_names(
        oldest_first,
        lambda record: (record.title,),
        "title-alike",
        _("The title “%(name)s” is almost “%(other)s”, of “%(id)s”. Which one is right?"),
    ):
        if record.id not in said:
            yield record, error


def _age(record: Record) -> tuple[object, ...]:
    return record.issue, record.order


def _people(record: Record) -> tuple[str, ...]:
    return tuple(person.name for person in (*record.people, *record.hosts))


def _near_places(oldest_first: Sequence[Record]) -> Iterator[tuple[Record, ContentError]]:
    """Find spellings of places as :func:`_near_names` does; two in different countries are two places."""
    countries: dict[str, set[str]] = {}
    for record in oldest_first:
        for place in record.places:
            countries.setdefault(place, set()).update(record.countries)
    message = _("“%(name)s” is almost “%(other)s”, in “%(id)s”. Is it the same place?")
    for record, error in _near_names(oldest_first, lambda record: record.places, "place-alike", message):
        here, there = (countries[str(error.diagnostic.values[key])] for key in ("name", "other"))
        if not here or not there or here & there:
            yield record, error


def _near_names(
    oldest_first: Sequence[Record], names: Callable[[Record], Iterable[str]], code: Code, message: str
) -> Iterator[tuple[Record, ContentError]]:
    """Find spellings that differ in one letter, or only in accents and case.

    Each spelling is filed under itself with any one letter left out: two that are one letter apart
    meet in a file.
    """
    told: dict[str, Record] = {}
    for record in oldest_first:
        for name in names(record):
            told.setdefault(name, record)
    bare = {name: plain(name) for name in told}
    compared = {name: text for name, text in bare.items() if _SHORTEST <= len(text) <= _LONGEST}
    near = _with_a_half_in_common(compared)
    ranks = {name: rank for rank, name in enumerate(told)}
    files: dict[str, list[str]] = {}
    for name in filter(near.__contains__, told):
        text = bare[name]
        keys = {text, *(text[:place] + text[place + 1 :] for place in range(len(text)))}
        candidates = {other for key in keys for other in files.get(key, ())}
        alike = (other for other in candidates if _one_letter_apart(text, bare[other]) and not _told_apart(name, other))
        if (first := min(alike, key=ranks.__getitem__, default=None)) is not None:
            yield told[name], ContentError(code, message, name=name, other=first, id=told[first].id)
        for key in keys:
            if len(file := files.setdefault(key, [])) < _FEW:
                file.append(name)


def _other_forms(
    oldest_first: Sequence[Record], names: Callable[[Record], Iterable[str]], code: Code, message: str
) -> Iterator[tuple[Record, ContentError]]:
    """Find names with the same words in another order, or beside an abbreviation or an article before them."""
    told: dict[str, tuple[str, Record]] = {}
    seen: set[str] = set()
    for record in oldest_first:
        for name in names(record):
            words = [word for word in plain(name).replace(",", " ").split() if not word.endswith(".")]
            while words and words[0] in _ARTICLES:
                del words[0]
            other, first = told.setdefault(" ".join(sorted(words)), (name, record))
            if len(words) > 1 and name not in seen and not _one_letter_apart(plain(name), plain(other)):
                yield record, ContentError(code, message, name=name, other=other, id=first.id)
            seen.add(name)


def _joined_partners(oldest_first: Sequence[Record]) -> Iterator[tuple[Record, ContentError]]:
    """Find what stands as one organisation and joins the names of several that the archive knows."""
    known = {plain(name) for record in oldest_first for name in record.partners}
    for record in oldest_first:
        for name in record.partners:
            parts = JOINTS.split(name)
            if len(parts) > 1 and known.issuperset(map(plain, parts)):
                message = _("“%(name)s” is one organisation now: between organisations goes “;”, “%(better)s”.")
                yield record, ContentError("partner-alike", message, name=name, better="; ".join(parts))


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
    """Tell whether two spellings differ in at most one letter, or two neighbours are exchanged."""
    if one == other:
        return True
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rest, other_rest = one[start:], other[start:]
    if rest[:2] == other_rest[1::-1] and len(rest) > 1:
        return rest[2:] == other_rest[2:]
    return rest[1:] == other_rest[1:] or rest[1:] == other_rest or rest == other_rest[1:]


def _told_apart(one: str, other: str) -> bool:
    """Tell whether *one* and *other* are meant to differ: in a number, Roman or not, or in an acronym."""
    words, others = (re.findall(r"[^\W_]+", name) for name in (one, other))
    if [word for word in words if _NUMBER.fullmatch(word)] != [word for word in others if _NUMBER.fullmatch(word)]:
        return True
    return len(words) == len(others) and any(
        word != fellow and word.isupper() and fellow.isupper() and max(len(word), len(fellow)) <= _ACRONYM
        for word, fellow in zip(words, others, strict=True)
    )


def _same_things(oldest_first: Sequence[Record]) -> Iterator[tuple[Record, ContentError]]:
    """Find records of one kind and the same days whose titles have most letters in common."""
    files: dict[tuple[object, ...], list[Record]] = {}
    for record in oldest_first:
        when = record.kind, record.start, record.end
        keys = [(*when, word) for word in _clues(record.title)]
        candidates = {other.id: other for key in keys for other in files.get(key, ())}
        for other in sorted(candidates.values(), key=_age):
            if _mostly_alike(record.title, other.title) or _told_twice(record, other):
                message = (
                    _("This looks like “%(other)s” of the same days, in this issue. If it is, take one of the two out.")
                    if record.issue == other.issue
                    else _("This looks like “%(other)s” of the same days. If it is, give it the same “:id: %(other)s”.")
                )
                yield record, ContentError("same-thing", message, other=other.id)
                break
        for key in keys:
            if len(file := files.setdefault(key, [])) < _FEW:
                file.append(record)


def _told_twice(record: Record, other: Record) -> bool:
    """Tell whether one issue tells of one thing in other words: at one place and hour, most words in common."""
    same_hours = not record.hours or not other.hours or record.hours == other.hours
    if record.issue != other.issue or not same_hours or not set(record.places) & set(other.places):
        return False
    words, others = stems(record.title, 4), stems(other.title, 4)
    return 2 * len(words & others) > min(len(words), len(others)) and not _told_apart(record.title, other.title)


def _clues(title: str) -> set[str]:
    """Return what two titles that are alike have at least one of in common: their words, how they begin and end."""
    text = plain(title)[:_LONGEST]
    return {*re.findall(r"[^\W_]{3,}", text), f"{text[:4]}-", f"-{text[-4:]}"}


def _mostly_alike(title: str, other: str) -> bool:
    if _told_apart(title, other):
        return False
    matcher = SequenceMatcher(None, plain(title)[:_LONGEST], plain(other)[:_LONGEST], autojunk=False)
    return matcher.real_quick_ratio() > _ALIKE and matcher.quick_ratio() > _ALIKE and matcher.ratio() > _ALIKE
