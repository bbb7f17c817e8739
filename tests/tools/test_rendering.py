# SPDX-License-Identifier: EUPL-1.2
"""Changes in words, in a terminal and in a comment, whatever the words of a source are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from markdown_it import MarkdownIt

from newsletter.environment.i18n import use_language
from newsletter.tools.change_wording import Wording
from newsletter.tools.comparison import Row, compare
from newsletter.tools.rendering import as_report, as_text

Factory = Callable[..., dict[str, Any]]

_HOSTILE = "<img src=x> [qui](https://example.org) **@ada** `x` https://example.org \x1b[2J\u202e #1 | a"


@pytest.fixture(autouse=True)
def italian() -> Iterator[None]:
    use_language("it")
    yield
    use_language("en")


def told(before: list[Row], after: list[Row]) -> str:
    sections = Wording("it", {"musica": "Musica"}).sections(compare(before, after))
    return as_text(sections, "origin/main")


def test_nothing_changed_is_said_in_a_sentence(row: Factory) -> None:
    assert told([row()], [row()]).count("\n") == 1
    assert "origin/main" in told([row()], [row()])


def test_a_reviewer_reads_each_field_as_it_was_and_as_it_is(row: Factory) -> None:
    after = row(day="2026-05-14", places=["Teatro Esempio"], topics=["musica"], countries=["JP"], hour="18:00")
    text = told([row(topics=[], countries=[])], [after])
    assert "13 maggio 2026" in text
    assert "14 maggio 2026" in text
    assert "18:00" in text
    assert "Teatro Esempio" in text
    assert "Musica" in text
    assert "Giappone" in text


def test_a_translation_is_told_by_its_language_and_asks_for_no_day_of_a_correction(row: Factory) -> None:
    english = {"title": "Concert on the bridge", "text": "Free entry."}
    new = told([row(translations={})], [row(translations={"en": english})])
    assert "titolo (inglese): — → «Concert on the bridge»" in new
    assert "testo (inglese): scritto" in new
    changed = told([row(translations={"en": english})], [row(translations={"en": {**english, "text": "Free."}})])
    assert "testo (inglese): riscritto" in changed
    assert "titolo" not in changed
    assert ":updated:" not in changed


def test_somebody_added_is_named_and_the_others_are_not(row: Factory) -> None:
    people = [{"name": "Ada Esempio", "role": "Sindaca"}, {"name": "Ugo Prova", "role": ""}]
    line = next(line for line in told([row()], [row(people=people)]).splitlines() if "Ugo Prova" in line)
    assert "Ada Esempio" not in line


def test_a_vanished_address_comes_with_its_remedy(row: Factory) -> None:
    mended = row(id="2026-05-concerto-sul-ponte", title="Concerto sul ponte")
    assert ":id: 2026-05-concerto-del-ponte" in told([row()], [mended])


def test_a_terminal_obeys_no_character_of_a_source(row: Factory) -> None:
    text = told([], [row(title=_HOSTILE)])
    assert not set("\x1b\u202e") & set(text)
    assert "[2J" in text


def test_in_a_comment_the_words_of_a_source_are_words(row: Factory) -> None:
    changes = compare([row()], [row(title=_HOSTILE, places=[_HOSTILE], url="https://example.org/@ada")])
    markdown = as_report(Wording("it").sections(changes), "main`x`").as_markdown()
    html = MarkdownIt("gfm-like", {"html": True, "linkify": False}).render(markdown)
    assert "<img" not in html
    assert "<a" not in html
    assert "@ada" not in markdown
    assert "https://" not in markdown
    assert html.count("<strong>") == 1
    assert "<code>" not in html
    assert "&lt;img src=x&gt; [qui](https://example.org)" in html
