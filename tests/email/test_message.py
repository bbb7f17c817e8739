# SPDX-License-Identifier: EUPL-1.2
"""What mail programs make of the message: two parts of the same words, and headers that no title can change."""

from __future__ import annotations

from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import compat32

import pytest

from newsletter.model.email_service import SERVICES, EmailService
from tests.email.letters import Mail, mail, paragraph, words
from tests.export.export_factory import BASE, record

HOSTILE = (
    "{{ UnsubscribeURL }} {% if x %} {# no #}",
    "*|UNSUB|* e %recipient% e ${leave} e [[leave]]",
    "<!--[if mso]><table><![endif]--> <b>grassetto</b> & \"virgolette\" 'semplici'",
    "=?utf-8?q?Cc:_chiunque=40borgoluce.example?= =?utf-8?b?Q2M6IHg=?=",
    "Festa\r\nBcc: chiunque@borgoluce.example\r\n\r\n<script>alert(1)</script>",
    "From qui si parte",
    "Lanterna " * 300,
    "x" * 1000,
    "--=_newsletter--",
)


def test_the_message_has_text_first_then_html_and_is_a_draft() -> None:
    sent = mail([record()])
    text, page = sent.message.iter_parts()

    assert sent.message.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in (text, page)] == ["text/plain", "text/html"]
    assert {part["Content-Transfer-Encoding"] for part in (text, page)} == {"quoted-printable"}
    assert text.get_content().replace("\r\n", "\n") == sent.text
    assert page.get_content().replace("\r\n", "\n") == sent.html
    assert sent.message["X-Unsent"] == "1"
    assert sent.message["From"] == "Città di Borgoluce <estero@borgoluce.example>"
    assert sent.message["Subject"] == sent.facts["subject"] == "Borgoluce nel mondo · 2026-05"
    assert not {"Date", "Message-ID", "To", "Bcc"} & set(sent.message.keys())


def test_lines_are_short_and_the_same_issue_gives_the_same_bytes() -> None:
    sent = mail([record(title=title.replace("\n", " ")) for title in HOSTILE[6:8]])

    assert max(map(len, sent.raw.split(b"\r\n"))) <= 78
    assert b"\n" not in sent.raw.replace(b"\r\n", b"")
    assert sent.raw == mail([record(title=title.replace("\n", " ")) for title in HOSTILE[6:8]]).raw


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_title_changes_neither_headers_nor_structure(title: str, service: str) -> None:
    shown = " ".join(title.split())
    ordinary = _structure(mail([record()], email_service=SERVICES[service]))
    hostile = mail([record(title=title)], title=title, email_service=SERVICES[service])

    assert _structure(hostile) == ordinary
    assert words(hostile.page.xpath("//h3")[0]) == shown
    assert shown in " ".join(hostile.text.replace("\u2060", "").split()), "titles are whole in the text part too"
    assert shown in hostile.message["Subject"]
    assert hostile.message["Bcc"] is None
    by_another = message_from_bytes(hostile.raw, policy=compat32)
    assert shown in str(make_header(decode_header(by_another["Subject"])))
    assert max(map(len, hostile.raw.split(b"\r\n"))) <= 78


def _structure(sent: Mail) -> tuple[list[str], list[str], list[str]]:
    elements = [element.tag for element in sent.page.iter() if isinstance(element.tag, str)]
    return list(sent.message.keys()), [part.get_content_type() for part in sent.message.walk()], elements


@pytest.mark.parametrize("service", ["listmonk", "brevo", "mailchimp"])
def test_the_service_finds_its_own_tags_and_no_other(service: str) -> None:
    """The tags stand in both parts just where they are meant; in titles and texts nothing begins like one."""
    known = SERVICES[service]
    sent = mail([record(title=f"Viva {opening} tutti") for opening in known.openings], email_service=known)

    assert sent.page.xpath("//a[text()='Unsubscribe']/@href") == [known.unsubscribe]
    assert sent.page.xpath("//a[text()='Read it in the browser']/@href") == [known.web_version]
    for part in (sent.html, sent.text):
        left = part.replace(known.unsubscribe, "").replace(known.web_version, "")
        assert len(left) < len(part)
        assert [opening for opening in known.openings if opening in left] == []


def test_a_service_of_ones_own_has_its_tags() -> None:
    own = EmailService(unsubscribe="[[leave]]", web_version="[[page]]", openings=("[[",))
    sent = mail([record(title="Viva [[page]]")], email_service=own)

    assert sent.html.count("[[") == 2
    assert "[1] [[leave]]" in sent.text
    assert sent.text.count("[[page]]") == 1


SENTENCE = "Per non riceverla più basta scrivere a estero@borgoluce.example."
FORM = "https://borgoluce.example/mondo/disiscriversi"


def test_without_a_service_the_sentence_of_the_settings_tells_how_to_leave() -> None:
    sent = mail([record()], unsubscribe=SENTENCE)

    assert SENTENCE in " ".join(sent.text.split())
    assert SENTENCE in words(sent.page)
    assert sent.message["List-Unsubscribe"] == "<mailto:estero@borgoluce.example?subject=Unsubscribe>"
    assert sent.message["List-Unsubscribe-Post"] is None


def test_a_page_with_a_form_is_linked_in_both_parts_and_named_in_the_header() -> None:
    sent = mail([record()], unsubscribe=SENTENCE, unsubscribe_url=FORM)

    assert sent.page.xpath("//a[text()='Unsubscribe']/@href") == [FORM]
    assert FORM in sent.text
    assert SENTENCE in words(sent.page)
    assert sent.message["List-Unsubscribe"] == f"<{FORM}>"
    assert sent.message["List-Unsubscribe-Post"] is None, "a form does not act at one POST"


def test_only_a_one_click_url_is_offered_for_one_click() -> None:
    url = "https://borgoluce.example/leave?list=mondo"
    sent = mail([record()], unsubscribe_url=FORM, unsubscribe_one_click=url)

    assert sent.message["List-Unsubscribe"] == f"<{url}>"
    assert sent.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert sent.page.xpath("//a[text()='Unsubscribe']/@href") == [FORM]


def test_a_list_server_writes_the_header_itself() -> None:
    sent = mail([record()], unsubscribe=SENTENCE, email_service=SERVICES["mailman"])

    assert sent.message["List-Unsubscribe"] is None
    assert SENTENCE in words(sent.page)


def test_somebody_can_leave_even_where_the_settings_say_nothing() -> None:
    assert "write to estero@borgoluce.example" in words(mail([record()]).page)


def test_all_links_are_absolute_and_ask_for_nothing_else() -> None:
    sent = mail([record(url="https://borgoluce.example/festa")])
    links = sent.page.xpath("//@href")

    assert links
    assert [link for link in links if not link.startswith((BASE, "mailto:", "https://borgoluce.example"))] == []
    assert f"{BASE}issues/2026-05.html#2026-05-festa-della-luce" in links
    assert f"{BASE}calendar/records/2026-05-festa-della-luce.ics" in links
    assert f"{BASE}pdf/issues/2026-05.pdf" in links
    assert sent.page.xpath("//link | //script | //iframe | //form | //@background") == []


def test_the_preheader_is_long_enough_to_keep_other_words_out_and_short_enough_to_be_read() -> None:
    brief = mail([record(title="Notte delle lanterne")], description="La newsletter")
    told = brief.facts["preheader"]

    assert 40 <= len(told) <= 90
    assert told.startswith("Il numero 2026-05 · Notte delle lanterne")
    [hidden] = brief.page.xpath("//body/div[1]")
    assert words(hidden) == told
    assert "display:none" in hidden.get("style").replace(" ", "")
    assert words(mail(parts=[paragraph("Saluti.")]).page.xpath("//td[@class='surface']")[0]) == "Saluti."
