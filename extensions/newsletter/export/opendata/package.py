# SPDX-License-Identifier: EUPL-1.2
"""The data package (Frictionless Data Package 1) that describes the published files."""

from __future__ import annotations

from hashlib import sha256

from newsletter.export.opendata.appearances import DESCRIPTIONS, SIDES, Appearance
from newsletter.export.opendata.columns import Column, columns_of
from newsletter.export.opendata.data_sets import days_covered, first_published, keywords, last_modified
from newsletter.export.opendata.schema import SCHEMA
from newsletter.export.site import File, Site
from newsletter.export.text import moment

PACKAGE = "data/datapackage.json"


def data_package(site: Site, records: File, table: File, people: File) -> dict[str, object]:
    """Return the description of *records* (JSON), their *table* and that of *people* (CSV), which stand beside it.

    Its version is that of the data: the day of their last revision, written as Semantic Versioning asks.
    """
    publication = site.publication
    modified, covered = last_modified(site), days_covered(site)
    described = {
        "profile": "data-package",
        "name": publication.slug,
        "id": site.absolute(PACKAGE),
        "title": publication.title,
        "description": site.translate("Events, delegations, missions and news of the newsletter, one record each."),
        "version": f"{modified.year}.{modified.month}.{modified.day}",
        "created": moment(first_published(site), publication.time_zone),
        "modified": moment(modified, publication.time_zone),
        "temporal": covered and {"start": covered[0].isoformat(), "end": covered[1].isoformat()},
        "keywords": keywords(site),
        "homepage": publication.base_url,
        "licenses": [_licence(site)],
        "contributors": [{"title": publication.publisher or publication.title, "role": "publisher"}],
        "resources": [
            _table(table, "records", _table_schema(site)),
            _table(people, "appearances", _appearances_schema(site)),
            {
                "name": "records-json",
                "type": "json",
                **_file(records, "application/json"),
                "jsonschema": SCHEMA.rpartition("/")[2],  # “schema” would be one of a table
            },
        ],
    }
    return {name: value for name, value in described.items() if value}


def _table(table: File, name: str, schema: dict[str, object]) -> dict[str, object]:
    described = _file(table, "text/csv")
    return {"name": name, "type": "table", "profile": "tabular-data-resource", **described, "schema": schema}


def _appearances_schema(site: Site) -> dict[str, object]:
    fields: list[dict[str, object]] = [
        {"name": name, "type": "string", "description": site.translate(description)}
        for name, description in zip(Appearance._fields, DESCRIPTIONS, strict=True)
    ]
    fields[-1]["constraints"] = {"enum": list(SIDES)}
    to_record = {"fields": ["record"], "reference": {"resource": "records", "fields": ["id"]}}
    return {"fields": fields, "foreignKeys": [to_record], "missingValues": [""]}


def _licence(site: Site) -> dict[str, str]:
    """Return the licence, named as the Open Definition does (``CC-BY-4.0``)."""
    licence = site.publication.licence
    return {"name": licence.label.replace(" ", "-"), "path": licence.url, "title": licence.label}


def _file(file: File, media_type: str) -> dict[str, object]:
    name = file.path.rpartition("/")[2]
    return {
        "path": name,
        "format": name.rpartition(".")[2],
        "mediatype": media_type,
        "encoding": "utf-8",
        "bytes": len(file.content),
        "hash": f"sha256:{sha256(file.content).hexdigest()}",
    }


def _table_schema(site: Site) -> dict[str, object]:
    return {
        "fields": [_field(site, column) for column in columns_of(site) if column.in_table],
        "primaryKey": ["id"],
        "missingValues": [""],
    }


def _field(site: Site, column: Column) -> dict[str, object]:
    kind = "date" if column.schema.get("format") == "date" else "string"
    field: dict[str, object] = {
        "name": column.name,
        "type": kind,
        "description": site.translate(column.description),
    }
    constraints = {name: column.schema[name] for name in ("enum", "pattern") if name in column.schema}
    if column.name == "id":
        constraints |= {"required": True, "unique": True}
    return field | {"constraints": constraints} if constraints else field
