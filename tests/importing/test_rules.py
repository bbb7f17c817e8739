# SPDX-License-Identifier: EUPL-1.2
"""Each way in which offices set titles and dates is a rule of its own: the first that fits is right."""

from __future__ import annotations

import pytest

from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.tools.importer.lines import Line, Piece, line_of, plain_line
from newsletter.tools.importer.rules import find_start
from newsletter.tools.importer.start import Place
from newsletter.tools.importer.when import Calendar, When

CALENDAR = Calendar(Period(2026, 5))


def bold(text: str, rest: str = "", **looks: object) -> Line:
    return line_of([Piece(text, bold=True), Piece(rest)], **looks)


def item(text: str) -> Line:
    return plain_line(text, item=1)


EVENT, DELEGATION, MISSION, NEWS = Kind.EVENT, Kind.DELEGATION, Kind.MISSION, Kind.NEWS

FORMS: tuple[tuple[str, Kind, list[Line], tuple[str, str, str, str]], ...] = (
    (
        "parts between bars",
        MISSION,
        [item("Skopje | 22-24 aprile | L'Assessore ha visto il museo.")],
        ("Skopje", "22-24 aprile", "", "L'Assessore ha visto il museo."),
    ),
    (
        "parts between bars",
        EVENT,
        [plain_line("Notti di jazz | 8-9 maggio 2026 - Due serate nei cortili.")],
        ("Notti di jazz", "8-9 maggio 2026", "", "Due serate nei cortili."),
    ),
    (
        "a title above its date",
        EVENT,
        [bold("Fiera"), plain_line("9 maggio, Ponte")],
        ("Fiera", "9 maggio", "Ponte", ""),
    ),
    (
        "parts between bars",
        EVENT,
        [plain_line("Stand della Città | 16 maggio 2026 - Due appuntamenti.")],
        ("Stand della Città", "16 maggio 2026", "", "Due appuntamenti."),
    ),
    (
        "a title beside its date",
        EVENT,
        [plain_line("Spring Lecture - 9 March, Corn Exchange: Professor Prova on cities.")],
        ("Spring Lecture", "9 March", "Corn Exchange", "Professor Prova on cities."),
    ),
    (
        "a title beside its date",
        EVENT,
        [bold("Concerto", " (11 maggio, ore 21) Con l'orchestra.", item=1)],
        ("Concerto", "11 maggio", "", "Con l'orchestra."),
    ),
    (
        "a title beside its date",
        EVENT,
        [plain_line("Comicon 2026. 1-4 maggio, Mostra")],
        ("Comicon 2026", "1-4 maggio", "Mostra", ""),
    ),
    (
        "a title that ends with its date",
        EVENT,
        [plain_line("Concerto dal 14 al 16 maggio", heading=3)],
        ("Concerto", "dal 14 al 16 maggio", "", ""),
    ),
    (
        "a date above its title",
        EVENT,
        [plain_line("30 maggio"), bold("Mille chitarre")],
        ("Mille chitarre", "30 maggio", "", ""),
    ),
    (
        "a date before its title",
        DELEGATION,
        [plain_line("November 21st-23rd 2013 Delegation of Prova, Chile. They saw the port.")],
        ("Delegation of Prova, Chile", "November 21st-23rd 2013", "", "They saw the port."),
    ),
    (
        "a date before its title",
        EVENT,
        [plain_line("Mon 11 May - Coffee with the Consul, 11am, Town Hall. Meet Ada Prova.")],
        ("Coffee with the Consul", "Mon 11 May", "Town Hall", "Meet Ada Prova."),
    ),
    (
        "a date before its title",
        EVENT,
        [plain_line("May 3rd 2026, 6.30 pm, Guildhall: Carols in Five Languages")],
        ("Carols in Five Languages", "May 3rd 2026", "Guildhall", ""),
    ),
    (
        "a date before its title",
        EVENT,
        [plain_line("May 2026 Call for school exchanges")],
        ("Call for school exchanges", "May 2026", "", ""),
    ),
    (
        "a title above a text that begins with its date",
        EVENT,
        [plain_line("Walking Tour", heading=3), plain_line("9 May 2026, 10 am. Meet at the Customs House.")],
        ("Walking Tour", "9 May 2026", "", "Meet at the Customs House."),
    ),
    (
        "a title beside its date",
        MISSION,
        [plain_line("Lione, 13-15 aprile. La Vicesindaca ha parlato di seta.", gap=False)],
        ("Lione", "13-15 aprile", "", "La Vicesindaca ha parlato di seta."),
    ),
    (
        "the first sentence of a bullet",
        NEWS,
        [item("La città firma la carta dei fiumi. La cerimonia si è tenuta il 30 aprile.")],
        ("La città firma la carta dei fiumi", "30 aprile", "", "La cerimonia si è tenuta il 30 aprile."),
    ),
    (
        "the first sentence of a bullet",
        NEWS,
        [item("Aperto il bando per gli scambi. Domande entro il 30 maggio.")],
        ("Aperto il bando per gli scambi", "", "", "Domande entro il 30 maggio."),
    ),
    (
        "a title before a sentence that has the date",
        MISSION,
        [plain_line("1. ALBANIA - Il 24 maggio il nostro Ateneo ha ospitato un gruppo.")],
        ("ALBANIA", "24 maggio", "", "Il 24 maggio il nostro Ateneo ha ospitato un gruppo."),
    ),
    (
        "who it was, behind a colon",
        DELEGATION,
        [bold("Austria:", " Ada Esempio, Borgomastra", item=1)],
        ("Austria", "", "", "Ada Esempio, Borgomastra"),
    ),
    (
        "the first sentence of a bullet",
        NEWS,
        [item("Firmato l'accordo con la Prova S.p.A. di Lumi. Dura cinque anni.")],
        ("Firmato l'accordo con la Prova S.p.A. di Lumi", "", "", "Dura cinque anni."),
    ),
    (
        "a title above its date",
        EVENT,
        [bold("Settimana dei fari"), plain_line("dal 20 al 25/05/2026")],
        ("Settimana dei fari", "dal 20 al 25/05/2026", "", ""),
    ),
    (
        "a date before its title",
        EVENT,
        [bold("8 May", " – Boat builders’ breakfast, Ferry Rooms. Bring a hammer.")],
        ("Boat builders’ breakfast", "8 May", "Ferry Rooms", "Bring a hammer."),
    ),
    (
        "a date before its title",
        EVENT,
        [bold("8 May", " – An hour with Ada Esempio, Harbour Master")],
        ("An hour with Ada Esempio, Harbour Master", "8 May", "", ""),
    ),
    (
        "a date before its title",
        EVENT,
        [bold("8 May", " – Ropes of the north: a workshop")],
        ("Ropes of the north: a workshop", "8 May", "", ""),
    ),
    (
        "a title before a sentence that has the date",
        EVENT,
        [bold("Lettere dal porto", " – Molo 4, 6 maggio, ore 19:00")],
        ("Lettere dal porto", "6 maggio", "Molo 4", ""),
    ),
    (
        "a title beside its date",
        MISSION,
        [bold("Lubiana, 25.5", " – Incontro sulla ferrovia.")],
        ("Lubiana", "25/5/2026", "", "Incontro sulla ferrovia."),
    ),
    (
        "a date before its title",
        EVENT,
        [plain_line("Giovedì 21 – Lettura di poesie")],
        ("Lettura di poesie", "Giovedì 21/5/2026", "", ""),
    ),
    (
        "a date before its title",
        DELEGATION,
        [item("Giovedì 21: studenti dell'Università di Lumi")],
        ("studenti dell'Università di Lumi", "Giovedì 21/5/2026", "", ""),
    ),
    (
        "a date before its title",
        EVENT,
        [item("3-5 maggio: FIERA DEL LIBRO - INCONTRI CON GLI EDITORI, Molo 4. Info: programma")],
        ("FIERA DEL LIBRO - INCONTRI CON GLI EDITORI", "3-5 maggio", "Molo 4", "Info: programma"),
    ),
    (
        "a title beside its date",
        DELEGATION,
        [bold("Delegazione di Lumi, 9-10 maggio", " – Tema: i porti. Si torna.")],
        ("Delegazione di Lumi", "9-10 maggio", "", "Tema: i porti. Si torna."),
    ),
    (
        "a date before its title",
        DELEGATION,
        [item("1) 2/5 - Delegazione di Lumi. Accolta da: Ada Prova, assessora.")],
        ("Delegazione di Lumi", "2/5/2026", "", "Accolta da: Ada Prova, assessora."),
    ),
    (
        "a date before its title",
        DELEGATION,
        [item("29 e 30/4 Delegazione di Lumi: Ada Prova (direttrice)")],
        ("Delegazione di Lumi", "29 e 30/4/2026", "", "Ada Prova (direttrice)"),
    ),
    (
        "a title beside its date",
        MISSION,
        [item("Lumi 2-4/5: Ada Prova (assessora) alla conferenza")],
        ("Lumi", "2-4/5/2026", "", "Ada Prova (assessora) alla conferenza"),
    ),
    (
        "a date before its title",
        DELEGATION,
        [item("Le 4 mai : une délégation de Lumi. Visite du port.")],
        ("une délégation de Lumi", "Le 4 mai", "", "Visite du port."),
    ),
    (
        "a date before its title",
        EVENT,
        [plain_line("Dall'8 al 16 maggio, Loggia: mercatino delle città gemelle.")],
        ("mercatino delle città gemelle", "Dall'8 al 16 maggio", "Loggia", ""),
    ),
    (
        "a date before its title",
        EVENT,
        [item("Giovedì 21 alle 21: presentazione del libro. Casa della Musica")],
        ("presentazione del libro", "Giovedì 21/5/2026", "", "Casa della Musica"),
    ),
    (
        "a date above its title",
        EVENT,
        [plain_line("Samedi 16 mai, 20h30, Théâtre municipal"), plain_line("Nuit du tango", gap=False)],
        ("Nuit du tango", "Samedi 16 mai", "Théâtre municipal", ""),
    ),
    (
        "a date before its title",
        DELEGATION,
        [bold("11-12 aprile", " Dieci giornalisti da Lumi (accompagnatrice: Ada Prova, funzionaria)")],
        ("Dieci giornalisti da Lumi (accompagnatrice: Ada Prova, funzionaria)", "11-12 aprile", "", ""),
    ),
    (
        "a date before its title",
        MISSION,
        [bold("Da lunedì 11 a mercoledì 13 maggio", " l'assessora Ada Prova è a Lumi.")],
        ("l'assessora Ada Prova è a Lumi", "Da lunedì 11 a mercoledì 13 maggio", "", ""),
    ),
    (
        "a title beside its date",
        EVENT,
        [bold("Corso di russo", " (dal 4 al 28 maggio, Centro civico, ore 18): iscrizioni")],
        ("Corso di russo", "dal 4 al 28 maggio", "Centro civico", "iscrizioni"),
    ),
    (
        "a sentence with its date",
        MISSION,
        [item("Il 13 e 14 maggio il Sindaco era a Lumi per la festa.")],
        ("Il 13 e 14 maggio il Sindaco era a Lumi per la festa", "13 e 14 maggio", "", ""),
    ),
    (
        "a sentence with its date",
        MISSION,
        [plain_line("Fin dal 12 marzo 1998 attesa, il 4 maggio l'Assessora è arrivata, e resta fino al 6.")],
        (
            "Fin dal 12 marzo 1998 attesa, il 4 maggio l'Assessora è arrivata, e resta fino al 6",
            "4 maggio - 6 maggio",
            "",
            "",
        ),
    ),
)


@pytest.mark.parametrize(
    ("rule", "kind", "lines", "told"), FORMS, ids=[f"{n} {form[0]}" for n, form in enumerate(FORMS)]
)
def test_a_form_is_read_by_its_rule(rule: str, kind: Kind, lines: list[Line], told: tuple[str, str, str, str]) -> None:
    start = find_start(lines, Place(kind, CALENDAR))
    assert start is not None
    when = start.when or When("")
    assert (start.title, when.date, when.place, " ".join(line.text for line in start.rest)) == told
    assert start.rule == rule
    assert start.used == len(lines)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("9 October, 10 am", ("9 October", "10 am", "")),
        ("12 May, 7.30 pm, Customs House", ("12 May", "7.30 pm", "Customs House")),
        ("5 May, from 5 pm to 7 pm", ("5 May", "from 5 pm to 7 pm", "")),
        ("sabato 16 maggio dalle 21 in piazza", ("sabato 16 maggio", "dalle 21", "in piazza")),
    ],
)
def test_hours_are_read_on_both_clocks(text: str, told: tuple[str, str, str]) -> None:
    when = CALENDAR.when(text, EVENT)
    assert when is not None
    assert (when.date, when.time, when.place) == told


def test_a_bullet_takes_the_date_that_stands_above_it() -> None:
    start = find_start([item("Aperta la mostra. Si entra gratis.")], Place(NEWS, CALENDAR, When("21 aprile")))
    assert start is not None
    assert (start.title, start.when) == ("Aperta la mostra", When("21 aprile"))


@pytest.mark.parametrize(
    "text",
    [
        "Il 13 maggio si parla di mercati, il 20 maggio di miele.",
        "La sesta edizione è prevista per giugno 2027.",
        "Le iscrizioni si chiudono una settimana prima, il 3 maggio, e non si riaprono più per nessuna ragione.",
        "Informazioni: ufficio@borgoluce.example",
        "13 maggio",
        "L'accordo firmato il 12 maggio 1998 con Lumi resta in vigore.",
    ],
)
def test_a_sentence_or_a_date_alone_is_no_record(text: str) -> None:
    assert find_start([plain_line(text)], Place(EVENT, CALENDAR)) is None


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Larkhaven Fair - 6-7 October: herring", ["6-7 October"]),
        ("dal 28 al 30 maggio, poi il 3 giugno 2026", ["dal 28 al 30 maggio", "3 giugno 2026"]),
        ("which may be, or may not", []),
        ("December 3rd 2026, 6.30 pm", ["December 3rd 2026"]),
        ("Il 9 maggio. Poi si vede.", ["9 maggio"]),
        ("du 5 au 12 juillet 2026 à Prova", ["du 5 au 12 juillet 2026"]),
        ("9, 16 e 23 maggio 2026, Cinema", ["9, 16 e 23 maggio 2026"]),
        ("se ne parla il 5.6 in un incontro", ["5/6/2026"]),
        ("giovedì 21, ore 9.30, 2.5 milioni, il 2.9", ["giovedì 21/5/2026"]),
        ("venerdì 21", []),
        ("tra il 16 e il 21 maggio, poi 23 e 24 maggio", ["16 - 21 maggio", "23 e 24 maggio"]),
    ],
)
def test_dates_are_found_within_a_line(text: str, dates: list[str]) -> None:
    assert [date.text for date in CALENDAR.dates_in(text, EVENT)] == dates
