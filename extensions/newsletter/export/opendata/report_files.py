# SPDX-License-Identifier: EUPL-1.2
"""The tables of years' reports as CSV, in the words and codes of the other data."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.export.opendata.csv_table import csv_rows
from newsletter.export.opendata.values import occurrences_cell
from newsletter.export.site import File, Site
from newsletter.model.report import Cell, Days, Named, Table, Title


def report_files(site: Site) -> Iterator[File]:
    """Yield each table of the reports that pages show, but for those without rows, which no page shows."""
    for table in filter(lambda table: table.rows, site.report_tables()):
        headings = [heading.name for heading in table.headings]
        rows = ([_cell(site, table, cell) for cell in row] for row in table.rows)
        yield File(table.path, csv_rows([headings, *rows]))


def _cell(site: Site, table: Table, cell: Cell) -> str:
    match cell:
        case Title(record):
            return record.title
        case Days(record):
            return occurrences_cell(site, record)
        case tuple():
            return "; ".join(map(_named, cell))
        case str() if table.words:
            return site.translate(cell)
    return "" if cell is None else str(cell)


def _named(name: Named) -> str:
    return f"{name.key} ({name.role})" if name.role else name.key
