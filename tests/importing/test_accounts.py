# SPDX-License-Identifier: EUPL-1.2
"""Lia Modello can rely on the account: whatever the file holds is in the draft, in its notes, or named."""

from __future__ import annotations

import re
from collections import Counter
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.issue import IssueName, Period
from newsletter.tools.console import CommandError
from newsletter.tools.importer.__main__ import main
from newsletter.tools.importer.account import write_account
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.html_reader import read_html
from newsletter.tools.importer.issue_name import issue_name, said_name
from newsletter.tools.importer.mail_reader import read_mail
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Fate, Original
from newsletter.tools.importer.personal import is_personal, target_of, without_counters
from newsletter.tools.importer.reading import kind_of_file, read_file
from newsletter.tools.importer.text_reader import decode, read_markdown, read_text, unwrap
from tests.conftest import MakeProject
from tests.importing.score import DOCUMENTS

MAY = IssueName(Period(2026, 5))
NOWHERE = Path("/nowhere")


def draft_of(original: Original) -> Draft:
    return make_draft(original, MAY, NOWHERE)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    return tmp_path


def test_a_mail_whose_html_is_empty_is_read_from_its_plain_part() -> None:
    mail = EmailMessage()
    mail["Subject"] = "Borgoluce, maggio 2026"
    mail.set_content("Eventi\n\nFesta delle lanterne\n9 maggio\nTutti in piazza.")
    mail.add_alternative("<p>Aprite nel browser.</p>", subtype="html")
    original = read_mail(mail.as_bytes())
    draft = draft_of(original)
    assert [item.title for item in draft.items] == ["Festa delle lanterne"]
    assert {part.name: part.fate for part in original.parts} == {"text/plain": Fate.READ, "text/html": Fate.SPARED}
    assert "Aprite nel browser." in draft.text


def test_text_behind_a_picture_a_forwarded_mail_and_attachments_are_accounted_for() -> None:
    inner = EmailMessage()
    inner["Subject"] = "Numero di maggio"
    inner.set_content("Gara sul ponte - 10 maggio: si corre.")
    mail = EmailMessage()
    mail["Subject"] = "I: Numero di maggio 2026"
    mail.set_content("Eventi\n\nFesta - 9 maggio: si balla.")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="festa.png", disposition="inline")
    mail.add_attachment("Fiera - 11 maggio: si vende.", disposition="inline")
    mail.add_attachment(inner)
    mail.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="allegato.pdf")
    original = read_mail(mail.as_bytes())
    draft = draft_of(original)
    assert sorted(item.title for item in draft.items) == ["Festa", "Fiera", "Gara sul ponte"]
    assert draft.pictures == ["festa.png"]
    assert "% (festa.png)" in draft.text
    left = {part.name: part.fate for part in original.parts if part.fate is not Fate.READ}
    assert left == {"image/png festa.png": Fate.PICTURE, "application/pdf allegato.pdf": Fate.LEFT}


def test_links_of_one_recipient_are_named_and_never_published(city: Path) -> None:
    personal = "https://lumi.us1.list-manage.com/unsubscribe?u=1&e=abc"
    counted = "https://click.posta.example/track?u=https%3A%2F%2Fborgoluce.example%2Ffesta&recipient=7"
    page = (
        "<html><title>Maggio 2026</title><h2>Eventi</h2><p><b>Festa</b><br>9 maggio</p>"
        f'<p>Leggi <a href="{counted}">tutto</a> o <a href="https://a.example/x?utm_source=m&y=1">qui</a>.</p>'
        f'<p><a href="{personal}">Cancella iscrizione</a> <a href="javascript:no()">Chi è</a></p></html>'
    )
    file = city / "maggio.html"
    file.write_text(page, encoding="utf-8")
    assert main([str(file), "--source", str(city)]) == 0
    draft = (city / "issues" / "2026-05.md").read_text("utf-8")
    account = (city / "_build" / "import" / "2026-05.html").read_text("utf-8")
    assert "list-manage" not in draft
    assert "recipient=7" not in draft
    assert "[tutto](https://borgoluce.example/festa)" in draft
    assert "[qui](https://a.example/x?y=1)" in draft
    assert "Chi è" in draft
    assert "javascript:no()" in account
    assert personal.replace("&", "&amp;") in account


@pytest.mark.parametrize(
    "farewell",
    [
        "Per non ricevere questa lettera: https://lettere.borgoluce.example/esci/77aa01",
        "Archivio: https://lettere.borgoluce.example/off?m=lia%40borgoluce.example",
        "Cari amici, il 9 aprile si vota per il nuovo nome: https://lettere.borgoluce.example/v?email=lia",
    ],
)
def test_a_link_of_one_recipient_that_is_written_out_stands_in_no_line_of_the_draft(farewell: str) -> None:
    link = farewell.partition(": ")[2]
    mail = EmailMessage()
    mail.set_content(f"Eventi\n\nFesta - 9 maggio: si balla.\n\n{farewell}\n")
    mail.add_alternative(
        f"<h2>Eventi</h2><p><b>Festa</b> - 9 maggio: si balla.</p><p>Si esce <a href='{link}'>qui</a>, {farewell}</p>",
        subtype="html",
    )
    draft = draft_of(read_mail(mail.as_bytes()))
    assert link in draft.links
    assert link not in draft.text
    assert draft.lost == 0


def test_a_newsletter_without_one_record_is_said_loudly(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = city / "2026-05.txt"
    file.write_text("Buone vacanze a tutti dall'ufficio.", encoding="utf-8")
    assert main([str(file), "--source", str(city)]) == 3
    assert "2026-05.txt" in capsys.readouterr().out.splitlines()[-1]
    assert "Buone vacanze" in (city / "issues" / "2026-05.md").read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "raw", "kind"),
    [
        ("maggio.txt", b"%PDF-1.7\n", ".pdf"),
        ("maggio.txt", b"<!DOCTYPE html><p>x", ".html"),
        ("maggio.txt", b"From: a@b.example\r\nSubject: x\r\nMIME-Version: 1.0\r\n\r\nciao", ".eml"),
        ("maggio.doc", b"{\\rtf1 x}", ".rtf"),
        ("maggio.docx", b"Eventi\n\nFesta\n", ".txt"),
        ("maggio.md", b"# Maggio\n", ".md"),
        ("maggio.zip", b"PK\x03\x04rest", ".zip"),
    ],
)
def test_a_file_is_read_as_what_it_is_whatever_its_name(name: str, raw: bytes, kind: str) -> None:
    assert kind_of_file(name, raw) == kind


@pytest.mark.parametrize(
    ("name", "raw"), [("a.zip", b"PK\x03\x04rest"), ("a.doc", b"\xd0\xcf\x11\xe0x"), ("a.msg", b"\xd0\xcf\x11\xe0x")]
)
def test_what_is_not_read_is_refused_with_advice(city: Path, name: str, raw: bytes) -> None:
    (city / name).write_bytes(raw)
    with pytest.raises(CommandError, match=r"import|salv|save"):
        read_file(city / name)


def test_one_bad_byte_does_not_spoil_the_accents_and_text_encoded_twice_is_put_right() -> None:
    assert decode("Città è qui – ".encode() + b"\x92" + " già così".encode()) == "Città è qui – ’ già così"
    assert decode("Città è".encode().decode("cp1252").encode()) == "Città è"
    assert decode("Città".encode("cp1252"), "utf8mb4") == "Città"


def test_lines_that_a_mail_program_broke_are_one_again() -> None:
    text = [
        "Con esperti di Grecia, Croazia e Tunisia. Il progetto proseguirà fino",
        "a settembre. Il Comune di Borgoluce, che ne è il capofila, ha invitato",
        "tutte le scuole.",
        "Info: ufficio",
    ]
    assert [line for _number, line in unwrap(text)] == [" ".join(text[:3]), text[3]]


def test_a_bullet_and_a_word_that_go_on_in_the_next_line_are_whole() -> None:
    text = [
        "* 16 maggio: delegazione da Prova, guidata da Ada",
        "  Esempio (vicesindaca), e dalla presidente del Consi-",
        "  glio. Si entra da via Lumi, in fondo alla piazza del",
        "  mercato.",
        "* Una festa in piazza",
        "  18 maggio",
    ]
    (_first, whole), *others = unwrap(text)
    assert whole.startswith("* 16 maggio: delegazione da Prova, guidata da Ada Esempio (vicesindaca), e dalla")
    assert "presidente del Consiglio. Si entra" in whole
    assert [line for _number, line in others] == text[-2:]
    assert draft_of(read_text("\n".join(text))).lost == 0


def test_a_sentence_is_offered_in_its_own_words() -> None:
    draft = draft_of(read_text("Cari amici,\n\nIl 3 maggio si apre la mostra delle vele con i pescatori di Lumi."))
    assert [item.title for item in draft.offered] == [
        "Il 3 maggio si apre la mostra delle vele con i pescatori di Lumi"
    ]


def test_running_prose_stays_text_and_each_date_in_it_is_told_and_offered() -> None:
    prose = (
        "Il 3 marzo abbiamo accolto Ada Esempio, Sindaca di Prova; dal 15 al 19 marzo il Sindaco si è recato a Lumi, "
        "come già nel giugno 1986. Era tempo. L'estate sarà bella."
    )
    draft = draft_of(read_text(f"Cari amici,\n\n{prose}"))
    assert draft.items == []
    assert prose in draft.text
    lines = draft.text.split("\n")
    note = next(line for line in lines if line.startswith("%?"))
    assert note.endswith(": 3 marzo; dal 15 al 19 marzo; giugno 1986")
    first = lines.index(f"%+ :::{{delegation}} {prose.partition(';')[0]}")
    assert lines[first + 1 : first + 4] == ["%+ :date: 3 marzo", "%+ :people: Ada Esempio (Sindaca di Prova)", "%+ :::"]
    assert [item.kind.value for item in draft.offered] == ["delegation", "mission"]
    assert draft.lost == 0


def test_an_offered_block_is_a_record_once_its_signs_are_taken_away(make_project: MakeProject) -> None:
    draft = draft_of(read_text("Cari amici,\n\nIl 3 maggio il Sindaco, Ugo Prova, si è recato a Vienna (Austria)."))
    opened = re.sub(r"^%\+ ", "", draft.text, flags=re.MULTILINE).replace("draft: true", "published: 2026-05-01")
    project = make_project({"issues/2026-05.md": opened})
    (record,) = project.build(strict=False).records.values()
    assert (record["kind"], record["start"], record["countries"]) == ("mission", "2026-05-03", ["AT"])


def rows(city: Path, original: Original) -> dict[str, str]:
    """Return what the account shows beside each line, its marks as asterisks."""
    path = write_account(city / "account.html", "maggio", original, draft_of(original), MAY.period, "it")
    cells = [
        " ".join(re.sub(r"<[^>]+>", "", re.sub(r"</?mark>", "*", cell)).split())
        for cell in re.findall(r"<td.*?</td>", path.read_text("utf-8"), re.DOTALL)
    ]
    return dict(zip(cells[::2], cells[1::2], strict=False))


def test_beside_each_line_stands_what_became_of_it(city: Path) -> None:
    prose = "Cari amici,\n\nil 3 maggio il Sindaco, Ugo Prova, si è recato a Lumi."
    text = f"{prose}\n\nEVENTI\n\nFesta - 9 maggio\nCon Ivo Campione, poeta.\n"
    shown = rows(city, read_text(text))
    assert "il *3 maggio* il Sindaco, *Ugo Prova*, si è recato a Lumi." in shown
    assert "Festa" in shown["Festa - 9 maggio"]
    assert shown["Con Ivo Campione, poeta."] == ""


def test_in_a_pdf_too_each_record_stands_beside_its_own_line(city: Path) -> None:
    shown = rows(city, read_file(DOCUMENTS / "second" / "open" / "c22-montalbino-ottobre-2025.pdf"))
    assert "Biennale dei burattini europei" in shown["Biennale dei burattini europei | 3-5 ottobre"]
    assert "Biennale" not in shown["Corsi serali d’italiano | 6, 13 e 20 ottobre"]


def test_lists_and_tables_keep_their_form() -> None:
    page = (
        "<h2>Eventi</h2><h3>Festa: 12 maggio</h3><ul><li>uno<ul><li>due</li></ul></li></ul>"
        "<table><tr><td>Ora</td><td>Sala</td></tr><tr><td>9</td><td>A|B</td></tr></table>"
    )
    text = draft_of(read_html(page)).text
    assert "- uno\n  - due\n" in text
    assert "| Ora | Sala |\n| --- | --- |\n| 9 | A\\|B |\n" in text


def test_a_newsletter_that_is_one_nested_list_is_read() -> None:
    lists = (
        "- **Delegations received**\n  - Ghana\n    - 13 April\n    - Ada Esempio, Engineer\n    - one\n      - two\n"
    )
    draft = draft_of(read_markdown(f"# Letter, May 2026\n\n{lists}"))
    assert [(item.kind.value, item.title, item.options["date"]) for item in draft.items] == [
        ("delegation", "Ghana", "13 April")
    ]
    assert "\n- Ada Esempio, Engineer\n- one\n  - two\n" in draft.text


def test_make_check_asks_for_each_guess_until_its_line_is_taken_away(make_project: MakeProject) -> None:
    draft = draft_of(read_text("In primo piano\n\n21 aprile\n- Aperta la mostra dei lumi. Si entra gratis."))
    project = make_project({"issues/2026-05.md": draft.text})
    preview = project.build("html", "-D", "newsletter_drafts=1", out="preview", strict=False)
    line = next(n for n, text in enumerate(draft.text.split("\n"), 1) if text.startswith("%?"))
    assert f"issues/2026-05.md:{line}: HINT" in preview.messages
    assert "[newsletter.to-confirm]" in preview.messages
    assert "%?" not in preview.words("issues/2026-05.html")


@pytest.mark.parametrize(
    ("url", "words", "personal"),
    [
        ("https://liste.example/cancellazione?utente=4471", "", True),
        ("https://a.example/pagina", "Unsubscribe", True),
        ("https://a.example/pagina", "Visualizza nel browser", True),
        ("https://a.example/lingue?giorno=1", "Vai al calendario", False),
        ("mailto:ufficio@borgoluce.example", "Scriveteci", False),
        ("http://[", "", False),
    ],
)
def test_what_belongs_to_one_recipient(url: str, words: str, *, personal: bool) -> None:
    assert is_personal(url, words) == personal


def test_a_counting_link_leads_to_its_target_and_loses_its_counters() -> None:
    assert target_of("https://click.p.example/t?u=https%3A%2F%2Fa.example%2F%3Futm_id%3D1") == "https://a.example/"
    assert without_counters("https://a.example/?a=1&utm_medium=x&b=2") == "https://a.example/?a=1&b=2"


_texts = st.lists(
    st.sampled_from(["Festa", "9 maggio", "| Ponte |", "Delegazioni", "aprile 2026", "due: tre.", "ore 25", "è"]),
    max_size=5,
).map(" ".join)
_links = st.sampled_from(
    [
        "https://a.example/x",
        "https://b.example/?utm_source=m",
        "http://liste.example/unsub?e=1",
        "mailto:a@b.example",
        "x.pdf",
    ]
)
_blocks = st.one_of(
    _texts.map(lambda text: f"<p>{text}</p>"),
    _texts.map(lambda text: f"<h2>{text}</h2>"),
    st.builds(lambda text, link: f'<p>{text} <a href="{link}">{text} qui</a></p>', _texts, _links),
    st.builds(
        lambda text, number: f'<p>{text}<img src="foto{number}.png" alt="{text}"></p>', _texts, st.integers(1, 9)
    ),
    st.builds(lambda one, two: f"<table><tr><td>{one}</td><td>{two}</td></tr></table>", _texts, _texts),
)


@settings(max_examples=150, deadline=None)
@given(st.lists(_blocks, max_size=8))
def test_no_word_link_or_picture_disappears_without_being_named(blocks: list[str]) -> None:
    original = read_html(f"<html><body><p>inizio</p>{''.join(blocks)}</body></html>")
    draft = draft_of(original)
    assert draft.lost == 0
    assert set(draft.links) == set(original.links)
    assert Counter(draft.pictures) == Counter(re.findall(r"foto\d\.png", "".join(blocks)))
    assert all(name in draft.text for name in draft.pictures)
    assert not any("unsub?e=1" in line for line in draft.text.split("\n"))


def test_names_and_dates_that_no_record_has_are_underlined(city: Path) -> None:
    text = "EVENTI\n\nFesta - 9 maggio: Tutti cantano con Ada Esempio. Il 3 giugno riposo.\n"
    original = read_text(text)
    path = write_account(city / "a.html", "a.txt", original, draft_of(original), MAY.period, "it")
    assert re.findall("<mark>([^<]+)</mark>", path.read_text("utf-8"))[1:] == ["Ada Esempio", "3 giugno"]


@pytest.mark.parametrize(
    ("page", "issue"),
    [
        ("<title>Notiziario 2019-05</title><p>Festa, 9/4/2018</p>", "2019-05"),
        ("<title>Notiziario</title><p>05/2019</p><p>Festa</p>", "2019-05"),
        ("<title>Notiziario, marzo 2019</title><p>05/2019</p>", "2019-03"),
        ("<title>Notiziario</title><p>Festa il 9/05/2019, protocollo 05/2018</p>", "None"),
    ],
)
def test_an_issue_is_told_in_words_or_in_numbers_that_are_no_day(page: str, issue: str) -> None:
    assert str(said_name(read_html(page))) == issue


@pytest.mark.parametrize(
    ("file", "text", "issue"),
    [
        ("CITTA_LUGLIO_05.TXT", "Notiziario", "2005-07"),
        ("City newsletter June19.txt", "Newsletter", "2019-06"),
        ("città_febbraio '98.txt", "Notiziario", "1998-02"),
        ("città_12_2010.txt", "Notiziario", "2010-12"),
        ("Newsletter June 19.txt", "Newsletter, May 2020", "2020-05"),
        ("12 maggio.txt", "Notiziario", "None"),
    ],
)
def test_a_file_name_may_say_its_year_in_two_digits_where_nothing_else_says_it(
    file: str, text: str, issue: str
) -> None:
    assert str(issue_name(Path(file), read_text(text))) == issue


def test_a_day_that_is_said_in_full_loses_no_word() -> None:
    draft = draft_of(read_text("EVENTS\n\nSaturday 23rd: Midsummer parade. With drums.\n"))
    assert draft.items[0].options["date"] == "Saturday 23/5/2026"
    assert (draft.lost, draft.unread) == (0, [])
