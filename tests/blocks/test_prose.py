# SPDX-License-Identifier: EUPL-1.2
"""Plain prose is shown without a parser: as the parser would have shown it, line numbers included."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from hypothesis import given
from hypothesis import strategies as st
from myst_parser.parsers.docutils_ import Parser

from newsletter.markup.allowed import EXTENSIONS
from newsletter.markup.prose import is_plain_line, prose, texts

CHARACTERS = "abzÈ09 ,.;:?!()’“”«»–…'\"/%+=-_*`[]{}\\<>&|#@~^$\u00a0\u0301\n"
PIECES = (
    "Una riga. ",
    "\n",
    "\n\n",
    "- voce",
    "1. voce",
    "2026) voce",
    "12 maggio",
    "(nota)",
    ": termine",
    "«qui»",
    "[a](b)",
)


def parsed(text: str) -> list[nodes.Node]:
    """Return what MyST makes of *text*."""
    settings = {"myst_enable_extensions": list(EXTENSIONS), "report_level": 5, "doctitle_xform": False}
    return list(publish_doctree(text, parser=Parser(), settings_overrides=settings).children)


def shown(nodes_: list[nodes.Node]) -> list[tuple[str, int | None, list[str]]]:
    """Return the markup of each node, its line, and its pieces of text."""
    return [(node.pformat(), node.line, [str(piece) for piece in node.findall(nodes.Text)]) for node in nodes_]


def unparsed(text: str) -> list[tuple[str, int | None, list[str]]] | None:
    """Return the same of what is made without MyST; None where it is left to MyST."""
    paragraphs = prose(text)
    if paragraphs is None:
        return None
    made: list[nodes.Node] = []
    for line, paragraph in paragraphs:
        node = nodes.paragraph(paragraph, "", *texts(paragraph))
        node.line = line + 1
        made.append(node)
    return shown(made)


@given(st.text(CHARACTERS, max_size=40) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
def test_whatever_is_taken_for_prose_reads_as_the_parser_reads_it(text: str) -> None:
    made = unparsed(text)
    assert made is None or made == shown(parsed(text))


@given(st.text(CHARACTERS.replace("\n", ""), max_size=20))
def test_a_plain_title_is_nothing_but_its_text(text: str) -> None:
    if is_plain_line(text):
        (paragraph,) = parsed(text)
        assert [type(node) for node in paragraph.children] == [nodes.Text]
        assert paragraph.astext() == text


def test_the_paragraphs_of_a_newsletter_are_prose() -> None:
    text = (
        "La delegazione è stata ricevuta in Comune\n(Sala Rossa), il\n12 maggio: «un’occasione».\n\n\nSeguirà altro.\n"
    )
    found = prose(text)
    assert found is not None
    assert [line for line, _paragraph in found] == [0, 5]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "**Forte** e chiaro",
            "Un [legame](https://esempio.it)",
            "- una voce",
            "Fine riga  \ncon a capo",
            "    codice",
        ),
        *(
            "Titolo\n===",
            "Termine\n: spiegazione",
            "Nota[^1]",
            "a &amp; b",
            "# Titolo",
            "{record}`x`",
            "",
            "\n",
            "1. Uno",
        ),
    ],
)
def test_what_markdown_has_a_say_in_is_left_to_it(text: str) -> None:
    assert prose(text) is None
