# SPDX-License-Identifier: EUPL-1.2
"""The files under ``data/``."""

from __future__ import annotations

import json
from collections.abc import Iterator

from newsletter.core.record import Record
from newsletter.export.opendata.columns import COLUMNS
from newsletter.export.opendata.package import data_package
from newsletter.export.opendata.schema import SCHEMA, records_schema
from newsletter.export.opendata.table import csv_table
from newsletter.export.opendata.values import Value
from newsletter.export.site import File, Site


def opendata_files(site: Site) -> Iterator[File]:
    """Yield the data, as JSON and CSV, and what describes them."""
    records = File("data/records.json", _records(site))
    table = File("data/records.csv", csv_table(site))
    yield records
    yield table
    yield File(SCHEMA, _pretty(records_schema(site)))
    yield File("data/datapackage.json", _pretty(data_package(site, table, records)))


def record_json(site: Site, record: Record) -> dict[str, Value]:
    """Return *record* as an object of ``records.json``."""
    return {column.name: column.value(site, record) for column in COLUMNS if column.in_json}


def _records(site: Site) -> bytes:
    """Return the records, one a line: a change shows as one line, and it is a sixth of the work of indenting."""
    lines = [json.dumps(record_json(site, record), ensure_ascii=False).encode() for record in site.archive.records]
    return b"".join((b'{"records": [\n', b",\n".join(lines), b"\n]}\n"))


def _pretty(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
