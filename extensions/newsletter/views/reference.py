# SPDX-License-Identifier: EUPL-1.2
"""The views ``messages`` and ``fields``: manual pages made from the declarations they describe."""

from __future__ import annotations

from docutils import nodes

from newsletter.core.fields import FIELDS
from newsletter.core.messages import MESSAGES
from newsletter.core.problem import _
from newsletter.locale import translate
from newsletter.views.context import Context
from newsletter.views.table import simple_table


def look_up_fields(_context: Context, _options: object) -> tuple[tuple[str, str], ...]:
    """Return the options of blocks with what each means."""
    return tuple((field.name, translate(field.help)) for field in FIELDS)


def render_fields(context: Context, found: object) -> list[nodes.Node]:
    """Return the options as a table."""
    assert isinstance(found, tuple)  # noqa: S101 - for the type checker
    columns = [(translate(_("Option")), 20), (translate(_("What it says")), 80)]
    rows: list[list[list[nodes.Node]]] = [
        [[nodes.literal("", f":{name}:")], [nodes.Text(meaning)]] for name, meaning in found
    ]
    return [simple_table(context, translate(_("The options of a block")), columns, rows)]


def look_up_messages(_context: Context, _options: object) -> tuple[tuple[str, str, str, str], ...]:
    """Return all codes with their meaning, an example that is wrong and one that is right."""
    return tuple((code, translate(entry.meaning), entry.wrong, entry.right) for code, entry in sorted(MESSAGES.items()))


def render_messages(context: Context, found: object) -> list[nodes.Node]:
    """Return the codes as a table."""
    assert isinstance(found, tuple)  # noqa: S101 - for the type checker
    columns = [
        (translate(_("Code")), 20),
        (translate(_("What it means")), 40),
        (translate(_("Wrong")), 20),
        (translate(_("Right")), 20),
    ]
    rows: list[list[list[nodes.Node]]] = [
        [[nodes.literal("", code)], [nodes.Text(meaning)], _example(wrong), _example(right)]
        for code, meaning, wrong, right in found
    ]
    return [simple_table(context, translate(_("The messages")), columns, rows)]


def _example(text: str) -> list[nodes.Node]:
    return [nodes.literal("", text)] if text else []
