# SPDX-License-Identifier: EUPL-1.2
"""The views ``messages``, ``fields`` and ``topic-list``: manual pages made from the declarations they describe."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from docutils import nodes

from newsletter.environment.i18n import translate
from newsletter.messages import GROUPS, Message
from newsletter.model.diagnostics import _
from newsletter.model.facts import FIELDS
from newsletter.views.context import Context
from newsletter.views.table import simple_table

Messages = tuple[tuple[str, tuple[tuple[str, str, Message], ...]], ...]
"""By group, under its heading: the codes, what each means, and examples."""


def look_up_fields(_context: Context, _options: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the options of blocks with what each means."""
    return tuple((field.name, translate(field.help)) for field in FIELDS)


def render_fields(context: Context, found: tuple[tuple[str, str], ...]) -> list[nodes.Node]:
    """Return the options as a table."""
    columns = [(translate(_("Option")), 20), (translate(_("What it says")), 80)]
    rows: list[list[list[nodes.Node]]] = [
        [[nodes.literal("", f":{name}:")], [nodes.Text(meaning)]] for name, meaning in found
    ]
    return [simple_table(context, translate(_("The options of a block")), columns, rows)]


def look_up_topics(context: Context, _options: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the topics of the settings: what one writes, and what readers see."""
    return tuple(context.publication.topics.items())


def render_topics(context: Context, found: tuple[tuple[str, str], ...]) -> list[nodes.Node]:
    """Return the topics as a table."""
    columns = [(translate(_("What one writes")), 50), (translate(_("What readers see")), 50)]
    rows: list[list[list[nodes.Node]]] = [[[nodes.literal("", slug)], [nodes.Text(label)]] for slug, label in found]
    return [simple_table(context, translate(_("The topics")), columns, rows)]


def look_up_messages(_context: Context, _options: Mapping[str, str]) -> Messages:
    """Return all codes by group, each with its meaning in the site's language, and its examples."""
    return tuple(
        (translate(heading), tuple((code, translate(entry.meaning), entry) for code, entry in group.items()))
        for heading, group in GROUPS
    )


def render_messages(context: Context, found: Messages) -> list[nodes.Node]:
    """Return a section for each group, in which each code is a term that can be linked (``#message-date-form``)."""
    sections: list[nodes.Node] = []
    for number, (heading, messages) in enumerate(found, start=1):
        section = nodes.section(ids=[context.free_anchor(f"messages-{number}")], classes=["messages"])
        section += nodes.title("", heading)
        section += nodes.definition_list("", *(_entry(context, *message) for message in messages))
        sections.append(section)
    return sections


def _entry(context: Context, code: str, meaning: str, message: Message) -> nodes.definition_list_item:
    term = nodes.term("", "", nodes.literal("", code), ids=[context.free_anchor(f"message-{code}")])
    if message.hint:
        term += [nodes.Text(" · "), nodes.emphasis("", translate(_("hint")))]
    definition = nodes.definition("", nodes.paragraph("", meaning))
    definition += _example(translate(_("Wrong")), message.wrong)
    definition += _example(translate(_("Right")), message.right)
    return nodes.definition_list_item("", term, definition)


def _example(label: str, text: str) -> Iterator[nodes.Node]:
    if text:
        yield nodes.paragraph("", f"{label}:", classes=["example-label"])
        yield nodes.literal_block(text, text, language="none")
