# SPDX-License-Identifier: EUPL-1.2
"""Sum up the groups of a register: how many records, in which years, in which roles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docutils import nodes

from newsletter.archive.selection import Group, GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name, short_kind_name
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.text import plain
from newsletter.views.context import Context
from newsletter.views.phrases import appearances
from newsletter.views.pieces import Line, Piece, as_nodes, joined
from newsletter.views.table import simple_table

_JUMP_FROM = 4  # groups from which on a list of them at the top helps
_OF_NAMES = frozenset({GroupBy.COUNTRY, GroupBy.TOPIC, GroupBy.ORGANISATION})


def years_in_words(years: Iterable[int]) -> str:
    """Return *years* with those in a row drawn together: ``2019, 2021–2024``."""
    runs: list[list[int]] = []
    for year in sorted(set(years)):
        if runs and year == runs[-1][-1] + 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def years_of(records: Iterable[Record]) -> set[int]:
    """Return the years in which *records* begin."""
    return {span.start.year for record in records for span in record.dates.spans}


def group_summary(by: GroupBy, group: Group) -> list[nodes.Node]:
    """Return a line on the whole of *group*, for under its heading; nothing where its one record says it all."""
    if len(group.records) == 1:
        return []
    counts = _counts(group.records) if by in _OF_NAMES else ""
    words = as_nodes(_roles(group) if by is GroupBy.PERSON else (Piece(counts),))
    return [nodes.paragraph("", "", *words, classes=["records-summary"])] if words else []


def _counts(records: Sequence[Record]) -> str:
    kinds = [record.kind for record in records]
    counted = ", ".join(f"{kind_name(kind, plural=True)}: {kinds.count(kind)}" for kind in Kind if kind in kinds)
    return f"{counted} · {years_in_words(years_of(records))}"


def _roles(group: Group) -> Line:
    """Return the roles of a person, each with its years, the earliest first."""
    spelt: dict[str, Piece] = {}
    years: dict[Piece, set[int]] = {}
    for record in sorted(group.records, key=lambda record: record.order):
        for person, lang in appearances(record):
            if person.role and plain(person.name) == plain(group.key):
                role = spelt.setdefault(plain(person.role), Piece(person.role, lang=lang))
                years.setdefault(role, set()).update(years_of([record]))
    return joined(((role, Piece(f" ({years_in_words(told)})")) for role, told in years.items()), "; ")


def jump_list(context: Context, by: GroupBy, groups: Sequence[tuple[Group, str]]) -> list[nodes.Node]:
    """Return links to *groups*, each given with its anchor, and how much each holds; nothing where they are few.

    Countries stand in a table, with their records by kind and their years.
    """
    if len(groups) < _JUMP_FROM:
        return []
    if by is GroupBy.COUNTRY:
        return [_table(context, by, groups)]
    items = (
        nodes.list_item("", nodes.paragraph("", "", _link(context, by, group, anchor), _number(group)))
        for group, anchor in groups
    )
    return [nodes.bullet_list("", *items, classes=["records-groups"])]


def _number(group: Group) -> nodes.inline:
    return nodes.inline("", f" ({len(group.records)})", classes=["records-number"])


def _link(context: Context, by: GroupBy, group: Group, anchor: str) -> nodes.reference:
    return nodes.reference("", context.labels.label(by, group.key), refid=anchor, internal=True)


def _table(context: Context, by: GroupBy, groups: Sequence[tuple[Group, str]]) -> nodes.table:
    present = {record.kind for group, _anchor in groups for record in group.records}
    kinds = [kind for kind in Kind if kind in present]
    columns = [
        (translate(_("Country")), 30),
        *((short_kind_name(kind), 12) for kind in kinds),
        (translate(_("Years")), 22),
    ]
    rows: list[list[list[nodes.Node]]] = []
    for group, anchor in groups:
        numbers = [sum(record.kind is kind for record in group.records) for kind in kinds]
        texts = [*(str(number or "–") for number in numbers), years_in_words(years_of(group.records))]
        cells: list[list[nodes.Node]] = [[nodes.Text(text)] for text in texts]
        rows.append([[_link(context, by, group, anchor)], *cells])
    shown = simple_table(context, translate(_("How many records, and in which years")), columns, rows)
    shown["classes"] += ["records-groups", "numbers"]
    return shown
