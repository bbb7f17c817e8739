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
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.outline import Item
from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.when import Calendar

_LABELS = {
    "original": _("Original"),
    "draft": _("Draft"),
    "unseen": _("Underlined: dates and people that no record has"),
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
        rows=[(line, started[place]) for place, line in enumerate(original.lines) if line.text],
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


def _marker(draft: Draft, calendar: Calendar) -> Callable[[str], list[Marked]]:
    """Return what parts a line into words, and the dates and names in it that no record of *draft* has."""
    options = [item.options for item in draft.items]
    dates = " ".join(plain(each.get("date", "")) for each in options)
    own = {plain(show_month(calendar.period, language)) for language in LANGUAGES}
    people = " ".join(plain(each.get(side, "")) for each in options for side in ("people", "hosts"))

    def unseen(text: str) -> Iterator[tuple[int, int]]:
        for date in calendar.dates_in(text, Kind.NEWS):
            said = plain(date.text.strip(" ."))
            if (date.has_day or date.has_year) and said not in dates and said not in own:
                yield date.start, date.end
        found = find_people(text)
        for person in (*found.visitors, *found.hosts):
            start = text.find(person.name)
            if start >= 0 and plain(person.name) not in people:
                yield start, start + len(person.name)

    def marked(text: str) -> list[Marked]:
        parts, place = list[Marked](), 0
        for start, end in sorted(unseen(text)):
            if start >= place:
                parts += [(text[place:start], False), (text[start:end], True)]
                place = end
        return [*parts, (text[place:], False)]

    return marked
