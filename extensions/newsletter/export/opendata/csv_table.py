# SPDX-License-Identifier: EUPL-1.2
"""The records as CSV (RFC 4180) that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from itertools import chain

from newsletter.export.opendata.columns import Column, columns_of
from newsletter.export.opendata.values import Value
from newsletter.export.site import Site
from newsletter.export.text import one_line
from newsletter.model.record import Record

_FORMULA = ("=", "+", "-", "@")


def csv_table(site: Site, told: Iterable[tuple[Record, Iterable[Value]]]) -> bytes:
    """Return a line for each record of *told* under a line of column names."""
    columns = columns_of(site)
    names = [column.name for column in columns if column.in_table]
    cells = (
        [_cell(site, record, column, value) for column, value in zip(columns, values, strict=True) if column.in_table]
        for record, values in told
    )
    return csv_rows(chain([names], cells))


def csv_rows(rows: Iterable[Iterable[str]]) -> bytes:
    """Return *rows* of texts, in UTF-8 without a mark, each cell made harmless."""
    buffer = io.StringIO(newline="")
    csv.writer(buffer, lineterminator="\r\n").writerows(map(harmless, row) for row in rows)
    return buffer.getvalue().encode()


def _cell(site: Site, record: Record, column: Column, value: Value) -> str:
    if column.cell is not None:
        return column.cell(site, record)
    if value is None:
        return ""
    return value if isinstance(value, str) else "; ".join(map(str, value))


def harmless(cell: str) -> str:
    """Return *cell* on one line, with a ``'`` before what a spreadsheet would compute."""
    line = one_line(cell)
    return f"'{line}" if line.startswith(_FORMULA) else line
