# SPDX-License-Identifier: EUPL-1.2
"""The view ``columns``: what each column of the open data holds, from the declarations that the data are made by."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from docutils import nodes

from newsletter.environment.i18n import translate
from newsletter.environment.web_site import web_site
from newsletter.export.opendata import Column, columns_of
from newsletter.export.opendata.columns import Schema
from newsletter.export.opendata.schema import SHAPES, TRANSLATION
from newsletter.model.diagnostics import _
from newsletter.views.context import Context
from newsletter.views.table import simple_table


class Described(NamedTuple):
    """One column, in words."""

    name: str
    meaning: str
    form: str
    """The form of a value in JSON, or in CSV where it stands only there."""
    words: tuple[str, ...]
    """The values that there can be, or the names of a value's parts."""


def look_up(context: Context, _options: Mapping[str, str]) -> tuple[Described, ...]:
    """Return all columns in their order."""
    return tuple(_described(column) for column in columns_of(web_site(context.app)))


def _described(column: Column) -> Described:
    form, words = _form(column.schema)
    if not column.in_json:
        form = translate(_("%(form)s; only in CSV")) % {"form": form}
    elif not column.in_table:
        form = translate(_("only in JSON: %(form)s")) % {"form": form}
    return Described(column.name, translate(column.description), form, words)


def _form(schema: Schema) -> tuple[str, tuple[str, ...]]:
    """Return what a value of *schema* looks like, and the words that go with it."""
    choices, item, alternatives = (schema.get(name) for name in ("enum", "items", "anyOf"))
    if isinstance(choices, list):
        return translate(_("one of")), tuple(choices)
    if isinstance(item, dict):
        parts = _parts(item)
        return translate(_("list of objects with") if parts else _("list of texts")), parts
    if isinstance(alternatives, list):
        return translate(_("nothing, or an object with")), _parts(alternatives[0])
    if "additionalProperties" in schema:
        return translate(_("an object for each language, with")), tuple(TRANSLATION)
    if schema.get("format") == "date":
        return translate(_("day, such as 2026-05-27")), ()
    if "[0-5][0-9]" in str(schema.get("pattern")):
        return translate(_("hour, such as 18:00, or nothing")), ()
    return translate(_("text, or nothing") if isinstance(schema.get("type"), list) else _("text")), ()


def _parts(schema: Schema) -> tuple[str, ...]:
    return tuple(SHAPES.get(str(schema.get("$ref", "")).removeprefix("#/$defs/"), ()))


def render(context: Context, found: tuple[Described, ...]) -> list[nodes.Node]:
    """Return the columns as a table."""
    headings = [(translate(_("Column")), 20), (translate(_("What it says")), 45), (translate(_("Form")), 35)]
    rows: list[list[list[nodes.Node]]] = [
        [[nodes.literal("", row.name)], [nodes.Text(row.meaning)], _form_nodes(row)] for row in found
    ]
    table = simple_table(context, translate(_("The columns of the data")), headings, rows)
    table["classes"].append("columns")
    return [table]


def _form_nodes(row: Described) -> list[nodes.Node]:
    shown: list[nodes.Node] = [nodes.Text(row.form)]
    for number, word in enumerate(row.words):
        shown += [nodes.Text(", " if number else ": "), nodes.literal("", word)]
    return shown
