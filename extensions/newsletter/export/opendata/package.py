# SPDX-License-Identifier: EUPL-1.2
"""The data package (Frictionless Data Package 1) that describes the published files."""

from __future__ import annotations

from hashlib import sha256

from newsletter.export.opendata.columns import COLUMNS, Column
from newsletter.export.site import File, Site


def data_package(site: Site, table: File, records: File) -> dict[str, object]:
    """Return the description of *table* (CSV) and *records* (JSON), which stand beside it."""
    publication = site.publication
    described = {
        "profile": "data-package",
        "name": publication.slug,
        "title": publication.title,
        "description": site.translate("Events, delegations, missions and news of the newsletter, one record each."),
        "homepage": publication.base_url,
        "licenses": [_licence(site)],
        "contributors": [{"title": publication.publisher or publication.title, "role": "publisher"}],
        "resources": [
            {
                "name": "records",
                "type": "table",
                "profile": "tabular-data-resource",
                **_file(table, "text/csv"),
                "schema": _table_schema(site),
            },
            {"name": "records-json", "type": "json", **_file(records, "application/json")},
        ],
    }
    return {name: value for name, value in described.items() if value}


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
    return {"fields": [_field(site, column) for column in COLUMNS], "primaryKey": ["id"], "missingValues": [""]}


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
