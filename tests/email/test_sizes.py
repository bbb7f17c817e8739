# SPDX-License-Identifier: EUPL-1.2
"""Gmail shows 102 KB of a mail: a long issue is told in a shorter form, and no title is ever shortened."""

from __future__ import annotations

from typing import Any

import pytest

from newsletter.export.email.content import Image, Items
from tests.email.letters import PARAGRAPH, Mail, mail, paragraph, words
from tests.export.export_factory import record

LONG = "Rassegna delle letture ad alta voce " * 7 + "nelle biblioteche di quartiere"


def issue_of(count: int, **different: Any) -> Mail:
    return mail([record(f"n-{number}", title=f"{LONG} {number}", **different) for number in range(count)])


@pytest.mark.parametrize(("count", "form"), [(20, "full"), (60, "full"), (80, "teasers"), (130, "titles")])
def test_the_form_follows_from_the_size_and_titles_are_whole_in_both_parts(count: int, form: str) -> None:
    sent = issue_of(count)
    body = sent.raw.split(b"--=_newsletter")[2].partition(b"\r\n\r\n")[2].removesuffix(b"\r\n")

    assert sent.facts["form"] == form
    assert sent.facts["bytes"] == len(body) <= 100_000
    assert {f"{LONG} {number}" for number in range(count)} == set(sent.headings(3))
    text = " ".join(sent.text.split())
    assert all(f"{LONG} {number} --" in text for number in range(count))


def test_a_teaser_ends_between_words_and_titles_come_alone_with_day_and_place() -> None:
    whole, teasers, titles = (_told(issue_of(count, places=("Piazza",))) for count in (20, 80, 130))

    assert whole.count(" ".join(PARAGRAPH.split())) == 20
    assert PARAGRAPH.strip() not in teasers
    assert teasers.count("…") == 80
    assert "Le lanterne" not in titles
    assert titles.count("2026-05-13 / 2026-05-13 · Piazza") == 130


def _told(sent: Mail) -> str:
    [middle] = sent.page.xpath("//td[@class='surface']")
    return words(middle)


def test_an_issue_that_no_mail_can_hold_says_where_the_rest_is() -> None:
    sent = issue_of(400)
    shown = sent.headings(3)

    assert sent.facts["form"] == "titles"
    assert sent.facts["bytes"] <= 100_000
    assert shown == [f"{LONG} {number}" for number in range(len(shown))]
    assert 100 < len(shown) < 400
    [rest] = sent.page.xpath("//a[contains(., 'read the rest on the site')]")
    assert rest.get("href").endswith("issues/2026-05.html")
    assert "read the rest on the site" in " ".join(sent.text.split())


def test_endless_words_of_the_editor_are_left_to_the_site_too() -> None:
    sent = mail(parts=[paragraph("Saluti."), paragraph("parole " * 20_000)])

    assert sent.facts["bytes"] <= 100_000
    assert "Saluti." in words(sent.page)
    assert "read the rest on the site" in words(sent.page)


def test_a_picture_that_no_mail_program_shows_is_told_in_its_words() -> None:
    drawing = Image("issues/disegno.svg", "Un disegno")
    sent = mail(parts=[drawing, Items(((paragraph("Uno"), drawing),))])

    assert sent.page.xpath("//img") == []
    assert _told(sent) == "[Un disegno] Uno [Un disegno]"
    assert "\n[Un disegno]\n" in sent.text
    assert "\n- Uno\n  [Un disegno]\n" in sent.text
