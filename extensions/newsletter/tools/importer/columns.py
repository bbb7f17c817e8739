# SPDX-License-Identifier: EUPL-1.2
"""Rows of a table whose first row names the columns: “Paese | Città | Capo delegazione | Ricevuta da | Date”."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.importer.gazetteer import country_named
from newsletter.tools.importer.labels import option_of, written_people
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.start import Confidence, Place, Start
from newsletter.tools.importer.tail import is_title, some

_FEWEST = 2  # columns that are known by name
_PEOPLE = frozenset({"people", "hosts"})


def read_columns(line: Line) -> tuple[str, ...]:
    """Return what each cell of *line* says that its column holds, by the names of options; nothing where it names none.

    ``title`` is what it was about, ``origin`` where guests came from; an empty name is a column that is not known.
    """
    options = tuple(option_of(cell.text) for cell in line.cells)
    known = [option for option in options if option]
    return options if "date" in known and _FEWEST <= len(known) == len(set(known)) else ()


def read_row(line: Line, columns: Sequence[str], place: Place) -> Start | None:
    """Return the record of a row under *columns*; None where it has no date, or nothing to be called by."""
    if not columns or len(line.cells) != len(columns):
        return None
    cells = dict(zip(reversed(columns), reversed(line.cells), strict=True))  # of those unknown, the first
    when = place.calendar.when(cells["date"].text, place.kind)
    others = ("origin", "place", "country") if place.kind is Kind.DELEGATION else ("", "place", "origin", "country")
    named = next((name for name in ("title", *others) if name in cells and is_title(cells[name].text)), None)
    if when is None or named is None:
        return None
    options, rest = dict[str, str](), list[Line]()
    for name, cell in zip(columns, line.cells, strict=True):
        value = written_people(cell.text) if name in _PEOPLE else cell.text
        if name == "country":
            value = country_named(value)
        if name == "origin":
            name = "" if place.kind is Kind.DELEGATION else "place"  # noqa: PLW2901 - a journey went there
        if name in {"place", "time", "country", *_PEOPLE} and value and not cell.links:
            options[name] = value
        elif name != "date" and cell is not cells[named]:
            rest += some(cell)
    when = replace(when, time=options.pop("time", when.time), place=options.pop("place", when.place))
    return Start(
        cells[named].text,
        when,
        1,
        tuple(rest),
        _("a row, by the names of its columns"),
        Confidence.SURE if named == "title" else Confidence.LIKELY,
        link=cells[named].only_link,
        options=options,
    )
