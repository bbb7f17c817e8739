# SPDX-License-Identifier: EUPL-1.2
"""Lists of every kind."""

from __future__ import annotations

from collections.abc import Iterable

from docutils import nodes
from sphinx import addnodes

from newsletter.pdf.code import EMPTY, array, boolean, call, joined, string
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import children, render, renders, sequence

_NUMBERINGS = {"arabic": "1", "loweralpha": "a", "upperalpha": "A", "lowerroman": "i", "upperroman": "I"}


@renders(nodes.bullet_list)
def render_bullet_list(fragment: Fragment, node: nodes.bullet_list) -> str:
    """Show an unordered list."""
    tight = _is_tight(node)
    items = [_item(fragment, item, tight=tight) for item in node.children]
    return call("list", *items, tight=boolean(tight)) if items else EMPTY


@renders(nodes.enumerated_list)
def render_enumerated_list(fragment: Fragment, node: nodes.enumerated_list) -> str:
    """Show an ordered list with its own numbers."""
    tight = _is_tight(node)
    items = [_item(fragment, item, tight=tight) for item in node.children]
    numbering = node.get("prefix", "") + _NUMBERINGS.get(node.get("enumtype", ""), "1") + node.get("suffix", ".")
    if not items:
        return EMPTY
    start = max(int(node.get("start", 1)), 0)
    return call("enum", *items, tight=boolean(tight), start=str(start), numbering=string(numbering))


def _is_tight(node: nodes.Element) -> bool:
    """Tell whether no item has two blocks of text: then the lines may stand close."""
    return all(
        sum(isinstance(child, nodes.paragraph) for child in item.children) <= 1
        and all(
            isinstance(child, nodes.paragraph | nodes.bullet_list | nodes.enumerated_list) for child in item.children
        )
        for item in node.children
        if isinstance(item, nodes.Element)
    )


def _item(fragment: Fragment, item: nodes.Node, *, tight: bool) -> str:
    if not isinstance(item, nodes.list_item):
        return render(fragment, item)
    place = fragment.anchor(item)
    before = call("place-of", string(place)) if place else EMPTY
    parts = [
        children(fragment, child) if tight and isinstance(child, nodes.paragraph) else render(fragment, child)
        for child in item.children
    ]
    return joined([before, *parts])


@renders(nodes.definition_list)
def render_definition_list(fragment: Fragment, node: nodes.definition_list) -> str:
    """Show terms and what they mean."""
    return _definitions(_definition(fragment, item) for item in node.children if isinstance(item, nodes.Element))


def _definition(fragment: Fragment, item: nodes.Element) -> tuple[str, str]:
    terms: list[str] = []
    meanings: list[str] = []
    for child in item.children:
        if isinstance(child, nodes.term):
            terms.extend([string(", ")] if terms else [])
            terms.append(children(fragment, child))
        elif isinstance(child, nodes.classifier):
            terms.extend([string(" ("), children(fragment, child), string(")")])
        else:
            meanings.append(
                children(fragment, child) if isinstance(child, nodes.definition) else render(fragment, child)
            )
    return joined(terms), joined(meanings)


@renders(nodes.field_list)
def render_field_list(fragment: Fragment, node: nodes.field_list) -> str:
    """Show labelled values."""
    return _definitions(
        (children(fragment, field.children[0]), children(fragment, field.children[1]))
        for field in node.findall(nodes.field)
        if field.parent is node
        and len(field.children) == 2
        and isinstance(field.children[0], nodes.Element)
        and isinstance(field.children[1], nodes.Element)
    )


@renders(nodes.option_list)
def render_option_list(fragment: Fragment, node: nodes.option_list) -> str:
    """Show the options of a command."""
    pairs = []
    for item in node.findall(nodes.option_list_item):
        names = [fragment.text(option.astext()) for option in item.findall(nodes.option)]
        described = [children(fragment, child) for child in item.findall(nodes.description)]
        pairs.append((joined(part for name in names for part in (name, string("  "))), joined(described)))
    return _definitions(pairs)


def _definitions(pairs: Iterable[tuple[str, str]]) -> str:
    shown = [array(pair) for pair in pairs]
    return call("definitions", *shown) if shown else EMPTY


@renders(addnodes.hlist)
def render_hlist(fragment: Fragment, node: addnodes.hlist) -> str:
    """Show a list in columns as the lists that they are."""
    return sequence(fragment, (child for column in node.children for child in column.children))
