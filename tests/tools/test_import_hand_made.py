# SPDX-License-Identifier: EUPL-1.2
"""Lia Modello imports what her office really sent: mails in tables, bold titles, columns, people in the text."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from newsletter.model.issue import IssueName, Period
from newsletter.tools.importer.__main__ import main
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.html_reader import read_html
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.partners import find_partners
from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.reading import read_file
from newsletter.tools.importer.text_reader import read_text
from tests.conftest import MakeProject

from .hand_made_newsletter import FOLDER, HAND_MADE
from .old_newsletter import write

MAY = IssueName(Period(2026, 5))
LANTERNS = ("event", "Notte delle lanterne", "9 aprile - 2 giugno")
SEMINARS = ("event", "I seminari dell'orto")
IN_ALL_BUT_THE_PDF = {
    ("event", "Sfida delle università", "15-16 maggio"),
    ("delegation", "Repubblica Dominicana", "Aprile 2026"),
}
IN_ALL = {
    LANTERNS,
    ("mission", "Québec, Montréal", "12-17 aprile"),
    ("mission", "Skopje", "22-24 aprile"),
    ("news", "Accordo tra le scuole", "21 aprile"),
}


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    return tmp_path


def items(draft: Draft) -> dict[str, Item]:
    return {item.title.replace("’", "'"): item for item in [*draft.understood, *draft.guessed]}


def told(draft: Draft) -> set[tuple[str, ...]]:
    return {(item.kind.value, title, item.options["date"].replace("–", "-")) for title, item in items(draft).items()}


@pytest.mark.parametrize("name", [name for name in HAND_MADE if name != "maggio.txt"])
def test_titles_and_dates_are_found_where_only_their_looks_tell_them(city: Path, name: str) -> None:
    draft = make_draft(read_file(write(city, name, HAND_MADE)), MAY, city)
    assert told(draft) >= IN_ALL | (set() if name == "maggio.pdf" else IN_ALL_BUT_THE_PDF)
    assert items(draft)["I seminari dell'orto"].options["date"] == "13 maggio; 20 maggio"
    assert items(draft)["I seminari dell'orto"].options["place"] == "online"


def test_a_mail_in_plain_text_is_read_through_its_wrapped_lines_and_capitals(city: Path) -> None:
    draft = make_draft(read_file(write(city, "maggio.txt", HAND_MADE)), MAY, city)
    assert len(told(draft)) == 14
    assert told(draft) >= {
        ("event", "NOTTE DELLE LANTERNE", "9 aprile - 2 giugno"),
        ("event", "Sfida Internazionale delle Università", "15-16 maggio"),
        ("mission", "Tokyo", "26-30 aprile"),
        ("news", "Accordo tra la Scuola dei Mestieri e il Centro di Formazione", "21 aprile"),
    }
    assert "\n## Top news\n" in draft.text
    assert "\n### Missioni all'estero\n" in draft.text


@pytest.mark.parametrize("name", HAND_MADE)
def test_the_draft_passes_the_check_as_it_is(make_project: MakeProject, city: Path, name: str) -> None:
    draft = make_draft(read_file(write(city, name, HAND_MADE)), MAY, city)
    names = "places:\n  Montréal: {country: CA}\n  Skopje: {country: MK}\n"
    project = make_project({"issues/2026-05.md": draft.text, "registers.yaml": names})
    preview = project.build("html", "-D", "newsletter_drafts=1", out="preview", strict=False)
    assert "WARNING" not in preview.messages
    assert len(preview.records) == len(told(draft))


def written_words(name: str) -> Counter[str]:
    """Return the words of a newsletter, got at without the importer."""
    text = (FOLDER / name).read_text("utf-8")
    if name.endswith(".html"):
        page = html.fromstring(text.partition("</head>")[2])
        text = " ".join([*map(str, page.itertext()), *(str(each.get("alt")) for each in page.iter("img"))])
    return Counter(re.findall(r"\w+", text.casefold()))


@pytest.mark.parametrize("name", ["maggio.txt", "maggio.html", "maniere.txt"])
def test_each_word_of_the_file_stands_in_the_draft(city: Path, name: str) -> None:
    draft = make_draft(read_file(FOLDER / name), MAY, city)
    lost = written_words(name) - Counter(re.findall(r"\w+", draft.text.casefold()))
    assert lost == Counter()
    assert draft.lost == 0


_words = st.lists(st.sampled_from(["uno", "due", "4", "cinque:", "(sei)", "sette.", "|", "–", "è"]), max_size=4).map(
    " ".join
)
_bold = st.sampled_from(["", ' style="font-weight:bold"', ' style="font-size:24px"', ' style="display:none"'])
_tags = st.sampled_from(["p", "b", "span", "div", "td", "tr", "table", "li", "h2", "a", "font", "br", "th", "i"])
_pages = st.recursive(
    _words,
    lambda inner: st.builds(
        lambda tag, look, before, parts, after: f"{before} <{tag}{look}> {' '.join(parts)} </{tag}> {after}",
        *(_tags, _bold, _words, st.lists(inner, max_size=3), _words),
    ),
    max_leaves=12,
)


@settings(max_examples=300, deadline=None)
@given(_pages)
def test_no_page_however_it_is_built_loses_a_word(page: str) -> None:
    whole = f"<html><body><p>inizio</p>{page}</body></html>"
    wanted = Counter(re.findall(r"\w+", " ".join(map(str, html.fromstring(whole).itertext()))))
    found = Counter(word for line in read_html(whole).lines for word in re.findall(r"\w+", line.text))
    assert found == wanted


MANNERS = {
    "Festival delle Luci": ("dal 9 aprile al 2 giugno", "", "in tutta la città"),
    "Conferenza delle Città Verdi 2026": ("Da mercoledì 27 a venerdì 29 maggio", "", "Officine Prova"),
    "Laboratori di cucina": ("13, 20 e 27 maggio", "dalle ore 18 alle ore 20", ""),
    "Giornata dei Popoli": ("venerdì 15/05/2026", "h. 18.30", "Teatro Inventato"),
    "Mese dell'ascolto": ("maggio", "", ""),
    'Mostra "Lontano"': ("2 giugno", "", ""),
    "1) Seminario PROVA": ("20 maggio", "", "Sala Gialla"),
    "Notte bianca": ("sabato 16 maggio", "dalle 21", "in piazza"),
    "Mille chitarre": ("30 maggio", "", "Stadio Prova, Borgoluce"),
    "Lione (Francia)": ("6-7 aprile", "", "Lione"),
    "Parigi": ("25 aprile", "", "Parigi"),
    "Lisbona": ("12/14 aprile", "", "Lisbona"),
    "Nagoya (Giappone)": ("12 aprile", "", ""),
    "Ambasciatore di Romania": ("14 aprile", "", ""),
}


def test_dates_are_read_in_the_manners_in_which_offices_write_them(city: Path) -> None:
    draft = make_draft(read_file(FOLDER / "maniere.txt"), MAY, city)
    found = {
        title: tuple(item.options.get(name, "") for name in ("date", "time", "place"))
        for title, item in items(draft).items()
    }
    assert found == MANNERS
    assert "date" in items(draft)['Mostra "Lontano"'].guessed
    assert items(draft)["Ambasciatore di Romania"].options["country"] == "Romania"
    assert "% fino al 2 giugno\n" in draft.text


@pytest.mark.parametrize(
    ("text", "visitors", "hosts"),
    [
        (
            "Il Console Generale a Milano Ramón Esempio e la Vice Console Luz Prova accolti dalla Sindaca Lia Modello.",
            ["Ramón Esempio (Console Generale a Milano)", "Luz Prova (Vice Console)"],
            ["Lia Modello (Sindaca)"],
        ),
        ("Una delegazione guidata da Ada Esempio.", ["Ada Esempio ()"], []),
        (
            "Guidata dal Sindaco Ken Lo Esempio, è stata accolta dall’Assessore alle Scuole Ugo Prova.",
            ["Ken Lo Esempio (Sindaco)"],
            ["Ugo Prova (Assessore alle Scuole)"],
        ),
        (
            "L'Assessora alla Transizione ecologica e digitale Ada Esempio è partita.",
            ["Ada Esempio (Assessora alla Transizione ecologica e digitale)"],
            [],
        ),
        (
            "Visita di Miguel Angel Prova Esempio, Console Generale a Milano, e di Luz Prova (Vice Console a Milano).",
            ["Miguel Angel Prova Esempio (Console Generale a Milano)", "Luz Prova (Vice Console a Milano)"],
            [],
        ),
        (
            "La Sindaca Lia Modello ha ricevuto il Presidente della Regione Inventata Ugo Prova.",
            ["Ugo Prova (Presidente della Regione Inventata)"],
            ["Lia Modello (Sindaca)"],
        ),
        ("La Sindaca di Lisbona ha incontrato il Console Generale del Giappone a Palazzo dei Lumi.", [], []),
        ("Mercati Rionali e Piazza Inventata; la Città di Borgoluce con il Politecnico.", [], []),
    ],
)
def test_people_are_guessed_only_beside_their_roles(text: str, visitors: list[str], hosts: list[str]) -> None:
    people = find_people(text)
    assert [f"{person.name} ({person.role})" for person in people.visitors] == visitors
    assert [f"{person.name} ({person.role})" for person in people.hosts] == hosts


@pytest.mark.parametrize(
    ("text", "partners"),
    [
        (
            "In collaborazione con la Fondazione Lume e l’Università degli Studi di Borgoluce.",
            ["Fondazione Lume", "Università degli Studi di Borgoluce"],
        ),
        (
            "Partner: Rete degli Orti; Agenzia Inventata per la Cooperazione (AIC).",
            ["Rete degli Orti", "Agenzia Inventata per la Cooperazione (AIC)"],
        ),
        ("Missione con la Regione Inventata e molti altri.", ["Regione Inventata"]),
        ("Con il sostegno della Commissione europea.", ["Commissione europea"]),
        ("Insieme a cittadini e scuole, con la Fondazione per la scuola.", []),
        ("Un incontro con Ada Esempio e con il Sindaco Ugo Prova.", []),
    ],
)
def test_partners_are_guessed_only_where_the_text_says_with_whom(text: str, partners: list[str]) -> None:
    assert list(find_partners(text)) == partners


def test_what_was_guessed_is_told_in_the_report_and_noted_in_the_block(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(write(city, "maggio.html", HAND_MADE)), "--source", str(city)]) == 0
    report = capsys.readouterr().out.splitlines()
    found = next(number for number, line in enumerate(report) if "· Skopje ·" in line)
    assert "Ugo Prova" not in report[found]
    assert "people: Ugo Prova (Assessore)" in report[found + 1]
    block = (city / "issues" / "2026-05.md").read_text("utf-8").partition("{mission} Skopje\n")[2].partition(":::")[0]
    assert ":people: Ugo Prova (Assessore)\n" in block
    assert re.search(r"^%\? .*people \(", block, re.MULTILINE)
    assert "Convegno sulla partecipazione con l’Assessore Ugo Prova." in block


def test_labels_become_options_and_what_they_cannot_be_stays_text(city: Path) -> None:
    text = "Eventi\n\nFesta\n13 maggio\nDove: Ponte\nOrario: ore 25\nPartner: Rete degli Orti; Museo\n\nTesto."
    draft = make_draft(read_text(text), MAY, city)
    assert ":place: Ponte\n" in draft.text
    assert ":partners: Rete degli Orti; Museo\n" in draft.text
    assert ":time:" not in draft.text
    assert "ore 25" in draft.text
    assert draft.lost == 0


def test_a_month_that_the_text_contradicts_is_told(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(write(city, "maggio.docx", HAND_MADE))
    assert main([file, "--issue", "2019-04", "--source", str(city)]) == 0
    assert "ISSUE=2026-05" in capsys.readouterr().out
    assert main([file, "--issue", "2026-05", "--source", str(city)]) == 0
    assert "ISSUE=" not in capsys.readouterr().out
