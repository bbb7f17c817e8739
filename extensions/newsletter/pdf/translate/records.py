# SPDX-License-Identifier: EUPL-1.2
"""Records: the heading, the facts under it as a scannable list, the picture, the body."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from docutils import nodes

from newsletter.dates import show_dates
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.kinds import Kind
from newsletter.pdf.code import EMPTY, array, call, joined, string
from newsletter.pdf.glyphs import one_line
from newsletter.pdf.scripts import ideograph_forms, isolated
from newsletter.pdf.translate.blocks import DEEPEST_HEADING, heading_text, list_record, render_section
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.references import jump, uri
from newsletter.pdf.translate.registry import language_code, renders, sequence
from newsletter.views.facts import Fact, record_facts
from newsletter.views.pieces import Line, Piece, as_text


@renders(nodes.section)
def render_record_or_section(fragment: Fragment, node: nodes.section) -> str:
    """Show a record as one, any other section as a section."""
    if "record" not in node["classes"] or not isinstance(node.next_node(nodes.title), nodes.title):
        return render_section(fragment, node)
    title = node.children[node.first_child_matching_class(nodes.title) or 0]
    facts = [child for child in node.children if isinstance(child, record_facts)]
    rest = [child for child in node.children if child is not title and child not in facts]
    record = next((fragment.records[name] for name in node["ids"] if name in fragment.records), None)
    kind = next((kind for kind in Kind if f"record-{kind}" in node["classes"]), None)
    anchor = fragment.anchor(node, heading=True)
    heading = {
        "level": str(min(fragment.level, DEEPEST_HEADING)),
        "anchor": string(anchor),
        "kind": string(kind.value if kind else ""),
        "kind_word": string(kind_name(kind) if kind else ""),
        "forms": string(ideograph_forms(record.lang, record.countries) if record else ""),
    }
    words = EMPTY
    if isinstance(title, nodes.Element):
        words = heading_text(fragment, title)
        dates = show_dates(record.dates, None, fragment.language) if record else ""
        list_record(fragment, title, language_code(str(node.get("lang", "")), words), anchor, dates)
    fragment.level += 1
    try:
        beside = _names_beside([fact for child in facts for fact in child.value], has_text=bool(rest))
        rows = [row for child in facts for row in _facts(fragment, child)]
        aside = array(fact for name, fact in rows if name in beside)
        lines = array(array(line) for line in _lines((name, fact) for name, fact in rows if name not in beside))
        return call("record", words, sequence(fragment, rest), **heading, aside=aside, lines=lines)
    finally:
        fragment.level -= 1


_BESIDE = frozenset({"status", "date"})
_LONGEST_BESIDE = 44
"""Characters that take three lines of the column."""
_FIRST = ("status", "date", "place", "country", "people", "hosts")


def _names_beside(facts: Sequence[Fact], *, has_text: bool) -> frozenset[str]:
    """Return which facts stand beside the text: the date, where it is no higher than heading and text together."""
    length = sum(len(as_text(fact.line)) for fact in facts if fact.name in _BESIDE)
    alone = not has_text and all(fact.name in _BESIDE for fact in facts)
    return frozenset() if alone or length > _LONGEST_BESIDE else _BESIDE


def _lines(facts: Iterable[tuple[str, str]]) -> Iterator[list[str]]:
    """Return three lines of facts, each a name and an expression: those asked for first, others, URLs."""
    names = [(0 if name in _FIRST else 2 if name == "url" else 1, fact) for name, fact in facts]
    return ([fact for line, fact in names if line == number] for number in range(3))


def _facts(fragment: Fragment, node: record_facts) -> Iterator[tuple[str, str]]:
    for name, label, line in node.value:
        yield name, array([string(name), fragment.text(translate(label)), _line_code(fragment, line)])


def _line_code(fragment: Fragment, line: Line) -> str:
    """Return the expression that shows *line*.

    Its links to registers are left out: that page of the site says nothing that the indexes of a volume do not, and
    who listens to a record would have to pass several links before its text.
    """
    parts: list[str] = []
    for plain, pieces in groupby(
        line, key=lambda piece: not (piece.lang or piece.status or _leads_on(fragment, piece))
    ):
        if plain:
            parts.append(string(isolated(fragment.printable(one_line("".join(piece.text for piece in pieces))))))
        else:
            parts.extend(_piece(fragment, piece) for piece in pieces)
    return joined(parts)


def _leads_on(fragment: Fragment, piece: Piece) -> bool:
    return bool(piece.url) and (not piece.internal or fragment.leads_to_issue(piece.url))


def _piece(fragment: Fragment, piece: Piece) -> str:
    words = isolated(fragment.printable(one_line(piece.text)))
    if piece.url and not piece.internal:
        return _url(fragment, piece)
    shown = string(words)
    if piece.lang:
        shown = language_code(piece.lang, shown)
    if piece.url and _leads_on(fragment, piece):
        return jump(fragment, piece.url, string(words), shown)
    return call("strong", shown) if piece.status else shown


def _url(fragment: Fragment, piece: Piece) -> str:
    """Return a link that shows its whole URL: on paper there is no other way to follow it."""
    plain = piece.url.removeprefix("https://").removeprefix("http://").removeprefix("mailto:")
    shown, missing = fragment.typeface.printable(plain)
    if missing:  # its form of ASCII alone leads to the same place
        shown = fragment.typeface.printable(uri(plain))[0]
    spoken = fragment.typeface.printable(one_line(piece.text).strip())[0]
    return call("web", string(uri(piece.url)), string(spoken or shown), string(shown.removesuffix("/")))
