# SPDX-License-Identifier: EUPL-1.2
"""Records: the heading, day and place beside it, the picture, the text, the quiet lines of the other facts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from math import ceil

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
from newsletter.pdf.translate.images import room_beside
from newsletter.pdf.translate.references import jump, uri
from newsletter.pdf.translate.registry import language_code, render, renders, sequence
from newsletter.views.facts import Fact, record_facts
from newsletter.views.pieces import Line, Piece, as_text

_FIRST = ("status", "date")
_BESIDE = (*_FIRST, "place", "country")
"""The facts that may stand beside the text, where everybody knows what they are."""
_CHARACTERS_BESIDE = 24
_CHARACTERS_OF_TEXT = 66
_LONGEST_KEPT = 500
"""Characters up to which the last paragraph of a record is not torn from the facts behind it."""


@renders(nodes.section)
def render_record_or_section(fragment: Fragment, node: nodes.section) -> str:
    """Show a record as one, any other section as a section."""
    if "record" not in node["classes"] or not isinstance(node.next_node(nodes.title), nodes.title):
        return render_section(fragment, node)
    title = node.children[node.first_child_matching_class(nodes.title) or 0]
    views = [child for child in node.children if isinstance(child, record_facts)]
    rest = [child for child in node.children if child is not title and child not in views]
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
    facts = [fact for view in views for fact in view.value if fact.name != "kind"]  # which stands over the title
    aside = _aside(facts, _lines_of(title) + sum(map(_lines_of, rest))) if rest else []
    others = [fact for fact in facts if fact not in aside]
    first = [fact for fact in others if fact.name in _FIRST or not rest]
    last = _facts(fragment, [fact for fact in others if fact not in first])
    fragment.level += 1
    try:
        body, last = _body(fragment, rest, last)
        shown = {"aside": _row(fragment, aside, labelled=False), "first": _facts(fragment, first), "last": last}
        return call("record", words, body, **heading, **shown)
    finally:
        fragment.level -= 1


def _aside(facts: Iterable[Fact], lines: int) -> list[Fact]:
    """Return the facts that stand beside the text, in a column no higher than the *lines* beside it."""
    found: list[Fact] = []
    left = lines if lines < 4 else lines + 1
    for fact in facts:
        if fact.name in _BESIDE:
            left -= ceil(len(as_text(fact.line)) / _CHARACTERS_BESIDE)
            if left < 0:
                break
            found.append(fact)
    return found


def _lines_of(node: nodes.Node) -> int:
    """Return how many lines *node* takes, or a few less."""
    pictures = isinstance(node, nodes.Element) and next(iter(node.findall(nodes.image)), None) is not None
    return 6 if pictures else max(1, len(node.astext()) // _CHARACTERS_OF_TEXT)


def _body(fragment: Fragment, rest: Sequence[nodes.Node], last: str) -> tuple[str, str]:
    """Return the text of a record with its picture, and the facts that are still to follow it: *last*, or none."""
    parts: list[str] = []
    left = list(rest)
    width, characters = room_beside(fragment, left[0]) if left else (0.0, 0)
    if width and any(isinstance(following, nodes.paragraph) for following in left[1:2]):
        picture, beside = left.pop(0), []
        while characters > 0 and left and isinstance(left[0], nodes.paragraph | nodes.bullet_list):
            characters -= len(left[0].astext())
            beside.append(left.pop(0))
        pair = (render(fragment, picture), sequence(fragment, beside))
        parts.append(call("beside-picture", *pair, width=f"{width:.2f}pt"))
    end = left[-1] if left else None
    if last != array([]) and isinstance(end, nodes.paragraph) and len(end.astext()) < _LONGEST_KEPT:
        parts += [sequence(fragment, left[:-1]), call("kept", joined([render(fragment, end), call("facts", last)]))]
        return joined(parts), array([])
    parts.append(sequence(fragment, left))
    return joined(parts), last


def _facts(fragment: Fragment, facts: Sequence[Fact]) -> str:
    """Return the lines of *facts*: all in one, but URLs, which are long."""
    lines = ([fact for fact in facts if (fact.name == "url") is long] for long in (False, True))
    return array(_row(fragment, line) for line in lines if line)


def _row(fragment: Fragment, facts: Sequence[Fact], *, labelled: bool = True) -> str:
    """Return an array of *facts*, each with its name where it is *labelled*, and a full stop before the next."""
    return array(
        array(
            [
                string(fact.name),
                fragment.text(translate(fact.label)) if labelled else string(""),
                _line_code(fragment, fact.line),
                string("" if fact is facts[-1] or as_text(fact.line).endswith((".", "!", "?")) else "."),
            ]
        )
        for fact in facts
    )


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
            parts.append(string(isolated(fragment.words("".join(piece.text for piece in pieces)))))
        else:
            parts.extend(_piece(fragment, piece) for piece in pieces)
    return joined(parts)


def _leads_on(fragment: Fragment, piece: Piece) -> bool:
    return bool(piece.url) and (not piece.internal or fragment.leads_to_issue(piece.url))


def _piece(fragment: Fragment, piece: Piece) -> str:
    words = isolated(fragment.words(piece.text))
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
