# SPDX-License-Identifier: EUPL-1.2
"""The account of an import: the original on the left, what became of it on the right, and all that the file holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from newsletter.dates import show_month
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.languages import LANGUAGES
from newsletter.model.diagnostics import _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.names import name_length
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.when import Calendar
from newsletter.tools.importer.wording import joined, sentences, words

_LABELS = {
    "original": _("Original"),
    "draft": _("Draft"),
    "unseen": _("Underlined: dates and names that no record has"),
    "sure": _("sure"),
    "likely": _("likely"),
    "doubtful": _("doubtful"),
    "further": _("are these occurrences?"),
    "links": _("Links"),
    "parts": _("Parts of the file"),
}

Marked = tuple[str, bool]
"""Some words of a line, and whether they say what no record has."""


def write_account(path: Path, file: str, original: Original, draft: Draft, period: Period, language: str) -> Path:
    """Write the account of importing *file*, an issue of *period*, to *path*, in *language*; return the path."""
    environment = Environment(
        loader=PackageLoader("newsletter.tools.importer", "."), autoescape=True, undefined=StrictUndefined
    )
    started = defaultdict[int, list[Item]](list)
    for item in [*draft.items, *draft.offered]:
        started[item.place].append(item)
    page = environment.get_template("account.html").render(
        file=file,
        rows=[
            (line, started[place], draft.shown.get(line.picture, ""))
            for place, line in enumerate(original.lines)
            if line.text or line.picture in draft.shown
        ],
        marked=_marker(draft, Calendar(period, language)),
        original=original,
        draft=draft,
        kind_name=kind_name,
        t=translate,
        labels=_LABELS,
        language=language,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def _names_in(text: str) -> Iterator[str]:
    """Yield the names of several words in *text*, but those that begin a sentence, whose first has its capital so."""
    for sentence in sentences("" if text.isupper() else text):
        found, place = words(sentence), 1
        while place < len(found):
            length = name_length(found, place)
            if sum(word.capital for word in found[place : place + length]) > 1:
                yield joined(found[place : place + length], sentence)
            place += length or 1


def _marker(draft: Draft, calendar: Calendar) -> Callable[[str], list[Marked]]:
    """Return what parts a line into words, and the dates and names in it that no record of *draft* has.

    A name is that of somebody with a role, or several words with capitals that begin no sentence.
    """
    options = [item.options for item in draft.items]
    dates = " ".join(plain(each.get("date", "")) for each in options)
    own = {plain(show_month(calendar.period, language)) for language in LANGUAGES}
    names = " ".join(plain(f"{item.title} {' '.join(item.options.values())}") for item in draft.items)

    def unseen(text: str) -> Iterator[tuple[int, int]]:
        for date in calendar.dates_in(text, Kind.NEWS):
            said = plain(date.text.strip(" ."))
            if (date.has_day or date.has_year) and said not in dates and said not in own:
                yield date.start, date.end
        found = find_people(text)
        for name in {*(person.name for person in (*found.visitors, *found.hosts)), *_names_in(text)}:
            start = text.find(name)
            if start >= 0 and plain(name) not in names:
                yield start, start + len(name)

    def marked(text: str) -> list[Marked]:
        parts, place = list[Marked](), 0
        for start, end in sorted(unseen(text)):
            if start >= place:
                parts += [(text[place:start], False), (text[start:end], True)]
                place = end
        return [*parts, (text[place:], False)]

    return marked
