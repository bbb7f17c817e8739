# SPDX-License-Identifier: EUPL-1.2
"""A register of names that have pages of their own: how often each occurs and when last, by the alphabet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from docutils import nodes

from newsletter.archive.own_pages import FOLDERS
from newsletter.archive.selection import Group, GroupBy, Listing, group
from newsletter.dates import show_day, show_month
from newsletter.dates.arithmetic import period_of
from newsletter.environment.archive_index import group_anchor
from newsletter.environment.i18n import translate
from newsletter.environment.labels import short_kind_name
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.values import Precision
from newsletter.views.context import Context
from newsletter.views.filtering import form_of, names_choices
from newsletter.views.pieces import Line, Piece
from newsletter.views.table import Row, line_table

MOST = 600
"""The names that one page shows; of more, each letter has a page."""

_LETTERS_FROM = 30
"""Names from which on a line of letters helps."""


class Entry(NamedTuple):
    """A name in a register."""

    key: str
    label: str
    letter: str
    counts: tuple[int, ...]
    """The records of each kind, in the order of :class:`Kind`."""
    last: str
    """The day on which the last of them begins, or the month (ISO)."""
    last_words: str


@dataclass(frozen=True, slots=True)
class ShortIndex:
    """Hold all that the register shows."""

    by: GroupBy
    entries: tuple[Entry, ...]
    letters: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The letters that have pages of their own, each with its names."""


def names_of(context: Context, listing: Listing) -> GroupBy | None:
    """Return whose names the page shows *listing* as the register of; None where it is any other list."""
    by = listing.group_by
    if (
        by is None
        or by not in FOLDERS
        or by is GroupBy.YEAR
        or not listing.lists_everything
        or not context.has_own_pages
    ):
        return None
    return by if context.domain.index.registers[by] == context.docname else None


def look_up(context: Context, by: GroupBy, records: Iterable[Record], letter: str = "") -> ShortIndex:
    """Return the register by *by*: whole, by letters where it is long, or the part of *letter*."""
    groups = group(records, by, context.labels)
    entries = tuple(_entry(context, by, each) for each in groups)
    if letter:
        return ShortIndex(by, tuple(entry for entry in entries if entry.letter == letter))
    if len(entries) <= MOST:
        return ShortIndex(by, entries)
    names = ((each, tuple(entry.key for entry in members)) for each, members in _by_letter(entries))
    return ShortIndex(by, (), tuple(names))


def _by_letter(entries: Iterable[Entry]) -> Iterator[tuple[str, list[Entry]]]:
    # Other scripts come after our letters, in their own order; a letter may come back only there.
    ordered = sorted(entries, key=lambda entry: (not entry.letter.isascii(), entry.letter))
    for letter, members in groupby(ordered, key=lambda entry: entry.letter):
        yield letter, list(members)


def _entry(context: Context, by: GroupBy, members: Group) -> Entry:
    kinds = [record.kind for record in members.records]
    last = max(members.records, key=lambda record: record.order)
    start, by_month = last.dates.spans[-1].start, last.dates.precision is Precision.MONTH
    return Entry(
        members.key,
        context.labels.label(by, members.key),
        context.labels.order(by, members.key)[0][:1].upper() or "#",
        tuple(kinds.count(kind) for kind in Kind),
        start.isoformat()[: 7 if by_month else 10],
        show_month(period_of(start), context.language) if by_month else show_day(start, context.language),
    )


def render(context: Context, found: ShortIndex) -> list[nodes.Node]:
    """Return the letters and the table."""
    if found.letters:
        pages = ((letter, letter_page(context.docname, letter), names) for letter, names in found.letters)
        items = (
            _letter(
                f"{letter} ({len(names)})",
                context.url(page),
                [context.free_anchor(group_anchor(found.by, name)) for name in names],
            )
            for letter, page, names in pages
        )
        return [nodes.bullet_list("", *items, classes=["letters"])]
    letters = list(_by_letter(found.entries))
    shown: list[nodes.Node] = []
    if len(found.entries) >= _LETTERS_FROM and len(letters) > 1:
        items = (_letter(letter, f"#{group_anchor(found.by, names[0].key)}") for letter, names in letters)
        shown.append(nodes.bullet_list("", *items, classes=["letters"]))
    return [*form_of(context, names_choices(context, len(found.entries))), *shown, _table(context, found)]


def letter_page(docname: str, letter: str) -> str:
    """Return the docname of the part of the register *docname* whose names begin with *letter*."""
    name = letter.lower() if letter.isascii() and letter.isalnum() else "-".join(f"{ord(char):x}" for char in letter)
    return f"{docname}/{name}"


def _letter(words: str, url: str, anchors: Sequence[str] = ()) -> nodes.list_item:
    """Return the link to a letter; who follows one of the *anchors* of names in the register finds it."""
    link = nodes.reference("", words, refuri=url, internal=True)
    return nodes.list_item("", nodes.paragraph("", "", link), ids=list(anchors))


def _table(context: Context, found: ShortIndex) -> nodes.table:
    by_kind = found.by is GroupBy.COUNTRY
    kinds = [kind for number, kind in enumerate(Kind) if any(entry.counts[number] for entry in found.entries)]
    columns = [
        (translate(_NAMES[found.by]), 40),
        *((short_kind_name(kind), 10) for kind in kinds if by_kind),
        (translate(_("Records")), 10),
        (translate(_("Latest")), 20),
    ]
    rows = (_row(context, found.by, entry, kinds if by_kind else []) for entry in found.entries)
    shown = line_table(context, translate(_("How many records, and the latest")), columns, rows)
    shown["classes"] += ["short-index", "numbers", "filterable"]
    return shown


_NAMES = {
    GroupBy.COUNTRY: _("Country"),
    GroupBy.PERSON: _("Person"),
    GroupBy.ORGANISATION: _("Organisation"),
    GroupBy.TOPIC: _("Topic"),
}


def _row(context: Context, by: GroupBy, entry: Entry, kinds: Iterable[Kind]) -> Row:
    counts: list[Line] = [(Piece(str(entry.counts[list(Kind).index(kind)] or "–")),) for kind in kinds]
    cells: tuple[Line, ...] = (
        (context.register_piece(by, entry.key, entry.label),),
        *counts,
        (Piece(str(sum(entry.counts))),),
        (Piece(entry.last_words, day=entry.last),),
    )
    return Row(cells, context.free_anchor(group_anchor(by, entry.key)))
