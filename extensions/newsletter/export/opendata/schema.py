# SPDX-License-Identifier: EUPL-1.2
"""The JSON Schema (2020-12) of ``records.json``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from newsletter.export.opendata.columns import Column, columns_of
from newsletter.export.site import Site

SCHEMA = "data/records.schema.json"

_HOUR = {"type": ["string", "null"], "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}
_DAY = {"type": "string", "format": "date"}
_TEXT = {"type": "string"}
SHAPES: Mapping[str, Mapping[str, object]] = {
    "person": {"name": {"type": "string", "minLength": 1}, "role": _TEXT},
    "occurrence": {"start": _DAY, "end": _DAY, "time_start": _HOUR, "time_end": _HOUR},
    "image": {"address": {"type": "string", "format": "uri-reference"}, "alt": _TEXT, "credit": _TEXT},
}

TRANSLATION: Mapping[str, object] = {"title": _TEXT, "text": _TEXT}
"""Properties that a translation always has."""

_OPTIONAL: Mapping[str, Mapping[str, object]] = {
    "occurrence": {
        "status": {"const": "cancelled"},
        "was": {"type": "string"},
    }
}
"""Properties that an object of a shape has only where there is something to say."""


def records_schema(site: Site) -> dict[str, object]:
    """Return the schema, with what each property means in the language of the site.

    It allows properties that it does not name, so that a reader of today takes the data of tomorrow.
    """
    described = {column.name: _described(site, column) for column in columns_of(site) if column.in_json}
    shapes = {name: _object(properties, _OPTIONAL.get(name, {})) for name, properties in SHAPES.items()}
    if site.languages:
        shapes["translation"] = _object(TRANSLATION)
    identity = {"$id": site.absolute(SCHEMA)} if site.publication.base_url else {}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **identity,
        "title": site.publication.title,
        "description": site.translate("Events, delegations, missions and news of the newsletter, one record each."),
        **_object({"records": {"type": "array", "items": {"$ref": "#/$defs/record"}}}),
        "$defs": {"record": _object(described), **shapes},
    }


def _described(site: Site, column: Column) -> dict[str, object]:
    schema = {"description": site.translate(column.description), **column.schema}
    topics = site.publication.topics
    if column.name == "topics" and topics:
        schema["items"] = {"oneOf": [{"const": slug, "title": label} for slug, label in topics.items()]}
    return schema


def _object(required: Mapping[str, object], optional: Mapping[str, object] = MappingProxyType({})) -> dict[str, object]:
    return {"type": "object", "required": list(required), "properties": {**required, **optional}}
