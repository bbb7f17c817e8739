# SPDX-License-Identifier: EUPL-1.2
"""Plain prose is shown without a parser: as the parser would have shown it, line numbers included."""

from __future__ import annotations

import pytest
from docutils import nodes
from docutils.core import publish_doctree, publish_from_doctree
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html
from myst_parser.parsers.docutils_ import Parser

from newsletter.blocks.prose import prose
from newsletter.blocks.spell_out import spelt_out
from newsletter.markup.allowed import EXTENSIONS
from newsletter.markup.prose import as_html, is_plain_line, is_prose

CHARACTERS = "abzÈ09 ,.;:?!()’“”«»–…'\"/%+=-_*`[]{}\\<>&|#@~^$*[\u00a0\u0301\n"
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
    "**forte**",
    "*piano*",
    "**",
    "*",
    "[ufficio@esempio.it](mailto:ufficio@esempio.it)",
    "[un legame](https://esempio.it/a_b?c=1&d=2#e)",
    "](https://esempio.it)",
    "[",
    "!",
    "a",
)


def parsed(text: str) -> list[nodes.Node]:
    """Return what MyST makes of *text*."""
    settings = {"myst_enable_extensions": list(EXTENSIONS), "report_level": 5, "doctitle_xform": False}
    return list(publish_doctree(text, parser=Parser(), settings_overrides=settings).children)


def shown(nodes_: list[nodes.Node]) -> list[tuple[str, int | None, list[str]]]:
    """Return the markup of each node, its line, and its pieces of text."""
    return [
        (
            node.pformat(),
            node.line,
            [text for text in map(str, node.findall(nodes.Text)) if text],  # around marks MyST leaves empty ones
        )
        for node in nodes_
    ]


TEXTS = st.text(CHARACTERS, max_size=40) | st.lists(st.sampled_from(PIECES), max_size=8).map("".join)


@given(TEXTS)
def test_whatever_is_taken_for_prose_reads_as_the_parser_reads_it(text: str) -> None:
    if is_prose(text):
        node = prose(text, line=1)
        assert shown(spelt_out(node)) == shown(parsed(text))
        assert node.astext() == "\n\n".join(" ".join(each.astext().split("\n")) for each in parsed(text))


@given(TEXTS)
def test_prose_is_the_same_page_as_its_paragraphs(text: str) -> None:
    if is_prose(text):
        document = publish_doctree("")
        document += spelt_out(prose(text, line=1))
        whole = publish_from_doctree(document, writer="html5", settings_overrides={"embed_stylesheet": False})
        body = html.document_fromstring(whole).find(".//main")
        assert body is not None
        paragraphs = [etree.tostring(each, with_tail=False) for each in body]
        ours = [etree.tostring(each, with_tail=False) for each in html.fragments_fromstring(as_html(text))]
        assert ours == paragraphs


@given(st.text(CHARACTERS.replace("\n", ""), max_size=20))
def test_a_plain_title_is_nothing_but_its_text(text: str) -> None:
    if is_plain_line(text):
        (paragraph,) = parsed(text)
        assert [type(node) for node in paragraph.children] == [nodes.Text]
        assert paragraph.astext() == text


def test_the_paragraphs_of_a_newsletter_are_prose() -> None:
    text = (
        "La delegazione è stata ricevuta in Comune\n(Sala Rossa), il\n12 maggio: «un’occasione».\n\n\n"
        "**Seguirà altro** (*forse*): un [programma](https://esempio.it/2026/programma.pdf).\n"
    )
    assert is_prose(text)
    node = prose(text, line=10)
    assert [paragraph.line for paragraph in node.paragraphs()] == [10, 15]
    assert [(line, run.text) for line, run in node.links()] == [(15, "programma")]


@pytest.mark.parametrize(
    "text",
    [
        *(
            "**Molto *piano***, ***forte***",
            "a**b**c, ****, **a****b**",
            "Una ![figura](https://esempio.it/a.png)",
            "Un [legame](altrove.md), o [qui][1]",
            "Un [legame](https://esempio.it 'Titolo')",
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
    assert not is_prose(text)
