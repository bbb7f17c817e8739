# SPDX-License-Identifier: EUPL-1.2
"""What Gmail, Outlook on Windows and Apple Mail keep of the mail, by what caniemail.com has found out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import tinycss2

from newsletter.export.email.content import Image, Items, Paragraph, Run
from newsletter.model.values import Picture, Status
from tests.email.letters import Mail, mail, paragraph
from tests.export.export_factory import record

SUPPORT: Mapping[str, str] = json.loads((Path(__file__).parent / "caniemail.json").read_text("utf-8"))["features"]
"""By feature, a letter each for Gmail, Outlook on Windows and Apple Mail: y yes, a in part, n no, u not known."""

MAY_BE_LOST = {
    "css-at-media": "Outlook shows the wide mail, which fits its window",
    "css-at-media-prefers-color-scheme": "Gmail and Outlook show the light mail, or darken it themselves",
    "css-max-height": "of the preheader, which is hidden by display as well",
    "css-overflow": "of the preheader, which is hidden by display as well",
    "html-meta-color-scheme": "as the at-rule that it announces",
}
_PARTS = {
    "h1": "html-h1-h6", "h2": "html-h1-h6", "h3": "html-h1-h6", "ul": "html-lists", "ol": "html-lists",
    "li": "html-lists", "tbody": "html-table", "tr": "html-table", "td": "html-table", "em": "html-strong",
    "a": "html-mailto-links", "br": "html-p",
}  # fmt: skip
_STRUCTURE = frozenset({"html", "head", "meta", "title"})
_LONGHANDS = {"border-bottom": "border", "border-top": "border", "border-color": "border", "padding-left": "padding",
              "padding-right": "padding", "font-family": "font"}  # fmt: skip


@pytest.fixture(scope="module")
def sent() -> Mail:
    """Give a mail with everything that one can have."""
    shown = record(
        title="Notte delle lanterne",
        status=Status.CANCELLED,
        lang="en",
        picture=Picture("issues/notte.jpg", "Una lanterna", "Archivio di Borgoluce"),
    )
    items = Items(((paragraph("uno"),), (paragraph("due"),)), ordered=True)
    styled = Paragraph((Run("Saluti", strong=True), Run(" a\ntutti", emphasis=True), Run("qui", "mailto:a@b.example")))
    return mail([shown], parts=[styled, items, Image("issues/notte.jpg", "La piazza")])


def test_all_that_the_mail_uses_is_kept_or_can_be_done_without(sent: Mail) -> None:
    used = set(_features(sent))

    assert len(used) > 25
    assert used <= SUPPORT.keys()
    assert {feature for feature in used if "n" in SUPPORT[feature]} == MAY_BE_LOST.keys()


def _features(sent: Mail) -> Iterator[str]:
    for element in sent.page.iter():
        if not isinstance(element.tag, str) or element.tag in _STRUCTURE:
            continue
        yield _PARTS.get(element.tag, f"html-{element.tag}")
        for name in element.attrib:
            if (feature := f"html-{name}") in SUPPORT and name != "style":
                yield feature
        yield from _properties(tinycss2.parse_declaration_list(element.get("style", "")))
        if (source := element.get("src", "")).startswith("https://"):
            yield f"image-{source.rpartition('.')[2]}"
    yield "html-meta-color-scheme"
    for rule in tinycss2.parse_stylesheet(_style(sent), skip_whitespace=True):
        assert rule.type == "at-rule", "the rest is written into the elements"
        assert rule.lower_at_keyword == "media"
        yield "css-at-media-prefers-color-scheme" if "prefers" in tinycss2.serialize(rule.prelude) else "css-at-media"
        inners: list[Any] = tinycss2.parse_rule_list(rule.content or [], skip_whitespace=True)
        for inner in inners:
            assert "." in tinycss2.serialize(inner.prelude) or tinycss2.serialize(inner.prelude).strip() == "h2"
            yield from ("css-selector-class", "css-selector-descendant", "css-selector-grouping", "css-important")
            yield from _properties(tinycss2.parse_declaration_list(inner.content, skip_whitespace=True))


def _style(sent: Mail) -> str:
    [style] = sent.page.xpath("//style/text()")
    return str(style)


def _properties(declarations: list[Any]) -> Iterator[str]:
    for declaration in declarations:
        if declaration.type != "declaration" or declaration.lower_name.startswith(("mso-", "color")):
            continue  # what is Outlook's own, and what every program keeps
        name = _LONGHANDS.get(declaration.lower_name, declaration.lower_name)
        yield "css-display-none" if tinycss2.serialize(declaration.value).strip() == "none" else f"css-{name}"


def test_nothing_that_mail_programs_break_is_in_it(sent: Mail) -> None:
    everything = sent.html.lower().replace("data-", "")
    for word in (
        "flex",
        "grid",
        "float",
        "position:",
        "var(",
        "calc(",
        "<svg",
        "webp",
        "data:",
        "@import",
        "url(",
        "<script",
    ):
        assert word not in everything, word
    assert len(_style(sent).encode()) < 16_000


def test_pictures_are_held_by_their_size_and_said_in_words(sent: Mail) -> None:
    pictures = sent.page.xpath("//img")

    assert [picture.get("alt") for picture in pictures] == ["La piazza", "Una lanterna"]
    for picture in pictures:
        assert picture.get("src").startswith("https://")
        assert int(picture.get("width")) <= 600
        assert int(picture.get("height")) > 0
        assert "display:block" in picture.get("style").replace(" ", "")


def test_outlook_gets_a_table_of_fixed_width_and_everybody_tables_that_are_none(sent: Mail) -> None:
    assert '<!--[if mso]><table role="presentation" width="600"' in sent.html
    tables = sent.page.xpath("//table")
    assert {table.get("role") for table in tables} == {"presentation"}
    assert sent.page.get("lang") == "it"
    assert sent.page.xpath("//title/text()") == [sent.facts["subject"]]
    assert len(sent.page.xpath("//h1")) == 1
    assert sent.page.xpath("//h3/@lang") == ["en"]
    assert sent.html.index("<meta charset") < 1000, "browsers look no further for it"
