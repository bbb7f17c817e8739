# SPDX-License-Identifier: EUPL-1.2
"""Records: the heading, the facts under it as a scannable list, the picture, the body."""

from __future__ import annotations

from docutils import nodes

from newsletter.core.record import Kind
from newsletter.pdf.code import EMPTY, array, call, joined, string
from newsletter.pdf.translate.blocks import DEEPEST_HEADING, heading_text, render_section
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.references import uri
from newsletter.pdf.translate.registry import children, render, renders, sequence
from newsletter.views.kinds import kind_name


@renders(nodes.section)
def render_record_or_section(fragment: Fragment, node: nodes.section) -> str:
    """Show a record as one, any other section as a section."""
    if "record" not in node["classes"] or not isinstance(node.next_node(nodes.title), nodes.title):
        return render_section(fragment, node)
    title = node.children[node.first_child_matching_class(nodes.title) or 0]
    facts = [child for child in node.children if isinstance(child, nodes.field_list) and "facts" in child["classes"]]
    rest = [child for child in node.children if child is not title and child not in facts]
    kind = next((kind for kind in Kind if f"record-{kind}" in node["classes"]), None)
    heading = {
        "level": str(min(fragment.level, DEEPEST_HEADING)),
        "anchor": string(fragment.anchor(node, heading=True)),
        "kind": string(kind.value if kind else ""),
        "kind_word": string(kind_name(kind) if kind else ""),
    }
    words = heading_text(fragment, title) if isinstance(title, nodes.Element) else EMPTY
    fragment.level += 1
    try:
        rows = array(row for child in facts for row in _facts(fragment, child))
        return call("record", words, sequence(fragment, rest), **heading, facts_of_it=rows)
    finally:
        fragment.level -= 1


def _facts(fragment: Fragment, node: nodes.field_list) -> list[str]:
    return [
        array([_fact_name(field), _label(fragment, field), _value(fragment, field)])
        for field in node.children
        if isinstance(field, nodes.field)
    ]


def _fact_name(field: nodes.field) -> str:
    return string(next((name[5:] for name in field["classes"] if name.startswith("fact-")), ""))


def _label(fragment: Fragment, field: nodes.field) -> str:
    names = [child for child in field.children if isinstance(child, nodes.field_name)]
    return joined(children(fragment, name) for name in names)


def _value(fragment: Fragment, field: nodes.field) -> str:
    blocks = [child for body in field.findall(nodes.field_body) for child in body.children if body.parent is field]
    if "fact-url" in field["classes"]:
        return joined(_address(fragment, link) for link in field.findall(nodes.reference))
    if all(isinstance(block, nodes.paragraph) for block in blocks):
        lines = [children(fragment, block) for block in blocks if isinstance(block, nodes.Element)]
        return joined(part for index, line in enumerate(lines) for part in (["linebreak()"] if index else []) + [line])
    return joined(render(fragment, block) for block in blocks)


def _address(fragment: Fragment, link: nodes.reference) -> str:
    """Return a link that shows its whole address: on paper there is no other way to follow it."""
    address = str(link.get("refuri", ""))
    plain = address.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    shown, missing = fragment.typeface.printable(plain)
    if missing:  # its form of ASCII alone leads to the same place
        shown = fragment.typeface.printable(uri(plain))[0]
    return call("web", string(uri(address)), string(fragment.spoken(link) or shown), string(shown.removesuffix("/")))
