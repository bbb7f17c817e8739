# SPDX-License-Identifier: EUPL-1.2
"""Questions about blocks that share an id: whether they tell one thing, and what none of them completes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import PurePath

from newsletter.archive.former_dates import refines
from newsletter.dates import show_dates
from newsletter.languages import words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import FIELD_BY_NAME, FIELDS, Facts
from newsletter.model.telling import Telling, Translated
from newsletter.model.text import plain, stems
from newsletter.model.values import Dates, Person, Status

OF_IMAGE = tuple(field.name for field in FIELDS if field.part_of == "image")
"""Options that speak of an image."""
_COMMON = words_of("common") | words_of("articles") | words_of("connectors") | words_of("conjunctions")


def other_kind(telling: Telling, earlier: Telling) -> ContentError:
    """Return the diagnostic on a *telling* whose id is that of an *earlier* one of another kind."""
    message = _("“%(id)s” is a %(kind)s in the issue %(issue)s. Use the same kind, or another id.")
    return ContentError("telling-kind", message, id=telling.id, kind=earlier.kind.value, issue=earlier.issue)


def another_thing(telling: Telling, earlier: Telling, before: Facts, language: str) -> ContentError | None:
    """Ask whether a *telling* is a copy of what it replaces: *earlier*, with *before*, all that was told till then."""
    here, there = stems(telling.title, 3), stems(earlier.title, 3)
    (head, colon, _rest), (former, _colon, _rest) = telling.title.partition(":"), earlier.title.partition(":")
    if 2 * len(here & there) < min(len(here), len(there)) and not (colon and plain(head) == plain(former)):
        return _other_title(telling, earlier)
    return _elsewhere(telling, earlier, before) or _keeps_days(telling, before, language)


def _other_title(telling: Telling, earlier: Telling) -> ContentError:
    message = _(
        "“%(id)s” is “%(title)s” in the issue %(issue)s, which this block replaces in registers and data. If it is "
        "something else, take the “:id:” out."
    )
    return ContentError("telling-title", message, id=telling.id, title=earlier.title, issue=earlier.issue)


def _elsewhere(telling: Telling, earlier: Telling, before: Facts) -> ContentError | None:
    """Ask about a *telling* whose title names something else, or that has another place, beside other days or places.

    Another day is asked about as such, unless the former telling gave only its month. That a month becomes a day, and a
    town, as what is called in one word mostly is, one of its places, is no more than is told of most plans.
    """
    facts = telling.facts
    narrower = bool(facts.date and before.date and refines(facts.date, before.date))
    if facts.was or facts.status or facts.updated or (facts.date and facts.date != before.date and not narrower):
        return None
    moved = _apart(facts.place, before.place)
    exchanged, late = _exchanged(telling.title, earlier.title)
    if exchanged and (moved or _apart(facts.country, before.country)):
        return _other_title(telling, earlier)
    named = stems(" ".join((*(facts.place or ()), *(before.place or ()))), 3)
    if narrower and late and not exchanged & named:
        return _other_title(telling, earlier)
    in_town = all(re.fullmatch(r"\w+", place) for place in before.place or ())
    if not narrower or not moved or in_town or _telling_words(telling.title) != _telling_words(earlier.title):
        return None
    message = _(
        "“%(title)s” has another place in the issue %(issue)s, “%(place)s”, and only a month: this block replaces it "
        "in registers and data. If it is something else, take the “:id:” out."
    )
    place = "; ".join(before.place or ())
    return ContentError("telling-title", message, title=telling.title, issue=earlier.issue, place=place)


def _apart(here: Sequence[str] | None, there: Sequence[str] | None) -> bool:
    """Tell whether both have values, and none in common."""
    return bool(here and there) and not any(_alike(one, other) for one in here or () for other in there or ())


def _exchanged(title: str, former: str) -> tuple[set[str], bool]:
    """Return how the words begin that stand in each other's place in two titles, and whether they stand at their end.

    “Concert of carols” and “Concert of hymns” name two things, “Concert of carols” and “The great Concert of carols”
    do not. After a colon the title may tell what it likes: “Fair of lights: the programme”.
    """
    here, there = _telling_words(title), _telling_words(former)
    codes = SequenceMatcher(None, there, here, autojunk=False).get_opcodes()
    swaps = [code for code in codes if code[0] == "replace"]
    words = {word for _tag, a, b, c, d in swaps for word in (*there[a:b], *here[c:d])}
    return words, any(code[1] and code[3] for code in swaps) and ":" not in title + former


def _telling_words(title: str) -> list[str]:
    """Return how the words of *title* begin, without articles, prepositions and the like."""
    return [word[:5] for word in re.findall(r"\w{3,}|\d+", plain(title)) if word not in _COMMON]


def of_no_issue(telling: Telling, issues: Collection[str]) -> ContentError | None:
    """Ask about the id of a *telling*, the first of its record, that begins with another of *issues*."""
    name = telling.id[:7]
    if not telling.explicit or name == str(telling.issue)[:7] or name not in issues or name > str(telling.issue)[:7]:
        return None
    message = _("No block of the issue %(issue)s has the id “%(id)s”: copy it from there, or take the line out.")
    return ContentError("telling-title", message, issue=name, id=telling.id)


def _keeps_days(telling: Telling, before: Facts, language: str) -> ContentError | None:
    """Ask about a *telling* without a date whose days, those of *before*, were over long ago: it may be a copy."""
    facts, dates = telling.facts, before.date
    speaks_of_them = facts.date or facts.was or facts.status or facts.updated or "date" in telling.left_out
    if speaks_of_them or dates is None or dates.end >= telling.issue.period.plus(-1).first_day:
        return None
    message = _(
        "Without “:date:”, “%(title)s” keeps the days of an earlier issue, %(dates)s, which this block replaces in "
        "registers and data. If it is something else, take the “:id:” out; if not, add “:date: %(dates)s”."
    )
    return ContentError("telling-title", message, title=telling.title, dates=show_dates(dates, None, language))


def tells_less(telling: Telling, before: Facts) -> Iterator[tuple[str, ContentError]]:
    """Yield the options by which a *telling* takes days or other values of *before* away, each with what to ask."""
    given, dates = telling.facts.date, before.date
    if given and dates and given.explains(dates) and not {*dates.called_off} <= {*given.spans}:
        message = _(
            "Before, “%(title)s” had days that are cancelled, which data and calendars lose by this. Write them again, "
            "each with what became of it: “2 April; 9 April (cancelled)”."
        )
        yield "date", ContentError("telling-less", message, title=telling.title)
    if given and telling.facts.status is None and before.status is Status.CANCELLED:
        message = _(
            "Before, “%(title)s” was cancelled, and it still is in calendars and data. If it is held after all, write "
            "“:status: confirmed”; if not, “:status: cancelled”."
        )
        yield "date", ContentError("telling-less", message, title=telling.title)
    off = telling.facts.status in {Status.POSTPONED, Status.CANCELLED}
    if given and dates and off and not given.explains(dates) and _fewer(given, dates, telling.facts.status):
        message = _(
            "Before, “%(title)s” had other days too, which registers and calendars lose by this. Write all of them, "
            "and behind one what became of it: “2 April; 9 April (cancelled); 20 April (was 16 April)”, without "
            "“:status:”."
        )
        yield "date", ContentError("telling-less", message, title=telling.title)
    yield from _loses_people(telling.facts, before)
    yield from _loses_values(telling.facts, before)


def _loses_people(given: Facts, before: Facts) -> Iterator[tuple[str, ContentError]]:
    """Yield the sides, people or hosts, of which *given* leaves somebody of *before* out, each with what to ask."""
    after = (given.people or before.people or (), given.hosts or before.hosts or ())
    stay = {plain(person.name) for side in after for person in side}
    for name in ("people", "hosts"):
        now, then = getattr(given, name), getattr(before, name)
        lost = [person for person in then or () if plain(person.name) not in stay]
        if now and lost:
            message = _(
                "In an earlier issue stood “%(lost)s” too, whom registers and data lose by this: if they belong to it, "
                "write “:%(name)s: %(better)s”; if this is something else, take the “:id:” out."
            )
            by_name = {plain(person.name): person for person in (*then, *now)}  # in the former order, in today's roles
            values = {"lost": _people(lost), "better": _people(by_name.values())}
            yield name, ContentError("telling-less", message, name=name, **values)


def _people(people: Iterable[Person]) -> str:
    """Return *people* as an option has them."""
    return "; ".join(f"{each.name} ({each.role})" if each.role else each.name for each in people)


def _loses_values(given: Facts, before: Facts) -> Iterator[tuple[str, ContentError]]:
    """Yield the options of which *given* leaves a value of *before* out, each with what to ask."""
    for name in ("place", "country", "partners", "topics"):
        now, then = getattr(given, name), getattr(before, name) or ()
        lost = [there for there in then if not any(_alike(here, there) for here in now or ())]
        moved = name == "place" and len(then) == len(now or ()) == 1  # to where it is held now
        if now is not None and lost and not moved:
            message = _(
                "In an earlier issue “:%(name)s:” had “%(before)s” too, which registers and data lose by this: if it "
                "still holds, write “:%(name)s: %(better)s”."
            )
            everything = [next((here for here in now if _alike(here, there)), there) for there in then]
            sign = f"{FIELD_BY_NAME[name].value.separator} "
            values = {"before": sign.join(lost), "better": sign.join(dict.fromkeys((*everything, *now)))}
            yield name, ContentError("telling-less", message, name=name, **values)


def _alike(here: str, there: str) -> bool:
    """Tell whether one of two values is the other, or the other with more words: “Sala Uno, piano terra”."""
    here, there = plain(here), plain(there)
    return here in there or there in here


def _fewer(given: Dates, dates: Dates, status: Status | None) -> bool:
    """Tell whether *given* leaves days of *dates* out: some of several, or where all is called off, of a long one."""
    if len(dates.spans) > 1:
        return len(given.spans) < len(dates.spans)
    return status is Status.CANCELLED and given != dates and dates.start <= given.start and given.end <= dates.end


def without_image(name: str, original: str = "") -> ContentError:
    """Return the diagnostic on the option *name*, which speaks of an image that is not there, or not in *original*."""
    message = (
        _(
            "“:%(name)s:” speaks of an image, and the block in “%(file)s” has none: add a line such as “:image: "
            "foto.jpg” there, or take this one out."
        )
        if original
        else _("“:%(name)s:” speaks of an image, and there is none: add a line such as “:image: foto.jpg”.")
    )
    return ContentError("option-alone", message, name=name, file=PurePath(original).name)


def words_of_no_image(
    told: Sequence[Telling], translated: Iterable[Translated], merged: Facts
) -> Iterator[tuple[Telling | Translated, str, ContentError]]:
    """Yield the options of *told*, and of their translations, that speak of an image where none of *told* has one."""
    if merged.image is not None or any("image" in telling.left_out for telling in told):
        return
    for name in OF_IMAGE:
        yield from ((each, name, without_image(name)) for each in told if getattr(each.facts, name))
        yield from (
            (each, name, without_image(name, told[-1].path)) for each in translated if getattr(each.facts, name)
        )
