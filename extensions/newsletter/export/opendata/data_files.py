# SPDX-License-Identifier: EUPL-1.2
"""The files under ``data/``."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from newsletter.export.opendata.appearances import appearances_table
from newsletter.export.opendata.catalog import CATALOG, catalog
from newsletter.export.opendata.columns import columns_of, told_of
from newsletter.export.opendata.csv_table import csv_table
from newsletter.export.opendata.package import PACKAGE, data_package
from newsletter.export.opendata.report_files import report_files
from newsletter.export.opendata.schema import SCHEMA, records_schema
from newsletter.export.opendata.values import Value
from newsletter.export.site import File, Site
from newsletter.model.record import Record


def opendata_files(site: Site) -> Iterator[File]:
    """Yield the data, as JSON and CSV, and what describes them."""
    told = [(record, told_of(site, record)) for record in site.archive.records]
    yield (records := File("data/records.json", _records(site, (values for _record, values in told))))
    yield (table := File("data/records.csv", csv_table(site, told)))
    yield (people := File("data/appearances.csv", appearances_table(site)))
    yield from report_files(site)
    yield File(SCHEMA, _pretty(records_schema(site)))
    yield File(PACKAGE, _pretty(data_package(site, records, table, people)))
    yield File(CATALOG, _pretty(catalog(site, (records, table, people))))


def record_json(site: Site, record: Record) -> dict[str, Value]:
    """Return *record* as an object of ``records.json``."""
    return _in_json(site, told_of(site, record))


def _in_json(site: Site, values: Iterable[Value]) -> dict[str, Value]:
    return {column.name: value for column, value in zip(columns_of(site), values, strict=True) if column.in_json}


def _records(site: Site, told: Iterable[Iterable[Value]]) -> bytes:
    """Return the records, one a line: a change shows as one line, and it is a sixth of the work of indenting."""
    encode = json.JSONEncoder(ensure_ascii=False).encode
    lines = [encode(_in_json(site, values)).encode() for values in told]
    return b"".join((b'{"records": [\n', b",\n".join(lines), b"\n]}\n"))


def _pretty(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
