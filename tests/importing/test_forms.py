# SPDX-License-Identifier: EUPL-1.2
"""Whole small newsletters: what stands around a record decides what it is, and where it ends."""

from __future__ import annotations

import pytest

from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.tools.importer.guesses import guess
from newsletter.tools.importer.html_reader import read_html
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.offers import dates_told
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.outline import Outline
from newsletter.tools.importer.people import find_people
from newsletter.tools.importer.text_reader import read_markdown, read_text
from newsletter.tools.importer.when import Calendar


def outline_of(original: Original) -> Outline:
    outline = Outline(Period(2026, 5))
    outline.take(original.lines)
    return outline


def records(original: Original) -> list[Item]:
    items = [item for section in outline_of(original).sections for item in section.items]
    for item in items:
        guess(item)
    return items


def told(original: Original) -> list[tuple[str, str, str]]:
    return [(item.kind.value, item.title, item.options.get("date", "")) for item in records(original)]


def test_the_leaf_of_a_calendar_beside_a_title_is_its_date() -> None:
    page = """<h2>Eventi</h2><table>
        <tr><td><b>8</b><br>maggio</td><td><h3>Letture di porto</h3><p>Alle 21.</p></td></tr>
        <tr><td><b>14-16</b><br>maggio</td><td><h3>Cinema dal mare</h3><p>Nove film.</p></td></tr></table>"""
    assert told(read_html(page)) == [
        ("event", "Letture di porto", "8 maggio"),
        ("event", "Cinema dal mare", "14-16 maggio"),
    ]


def test_under_a_heading_of_its_own_words_a_record_is_what_its_sentence_tells() -> None:
    text = """DALLE NOSTRE RELAZIONI

1. ALBANIA - Il 4 maggio il Comune ha ospitato una delegazione di Prova.
2. SENEGAL - Dal 17 al 21 maggio la Vicesindaca Ada Esempio si è recata a Prova.
"""
    assert told(read_text(text)) == [
        ("delegation", "ALBANIA", "4 maggio"),
        ("mission", "SENEGAL", "Dal 17 al 21 maggio"),
    ]


def test_several_dates_with_their_titles_in_a_paragraph_are_several_records() -> None:
    text = "AGENDA\n\n10 maggio Apertura dello sportello. 19-20 maggio Torneo dei gemelli. Si replica in autunno.\n"
    assert told(read_text(text)) == [
        ("event", "Apertura dello sportello", "10 maggio"),
        ("event", "Torneo dei gemelli", "19-20 maggio"),
    ]


def test_sentences_about_journeys_and_visits_are_records_that_their_editor_is_asked_about() -> None:
    text = """MISSIONI

Il Sindaco, Ugo Prova, si è recato a Vienna dal 19 al 21 aprile.

CHI È VENUTO A TROVARCI

L'8 aprile il Sindaco, Ugo Prova, ha ricevuto l'Ambasciatore d'Irlanda Fergal Esempio.
Dal 14 al 16 aprile è stata in città una delegazione guidata da Ada Campione.
"""
    mission, first, second = records(read_text(text))
    assert {each.rule for each in (mission, first, second)} == {"a sentence with its date"}
    assert all("title" in each.guessed for each in (mission, first, second))
    assert mission.options["people"] == "Ugo Prova (Sindaco)"
    assert first.options["people"] == "Fergal Esempio (Ambasciatore d'Irlanda)"
    assert first.options["hosts"] == "Ugo Prova (Sindaco)"
    assert second.options["people"] == "Ada Campione"


def test_a_bullet_has_its_date_and_its_place_behind_labels() -> None:
    text = "EVENTI\n\n* PASSEGGIATA\n  Quando: sabato 9 maggio, ore 20\n  Dove: Molo 4\n  Si porta una lanterna.\n"
    (item,) = records(read_text(text))
    assert item.options == {"date": "sabato 9 maggio", "time": "ore 20", "place": "Molo 4"}


def test_a_mail_that_was_quoted_is_read_without_its_marks_and_without_the_head_of_a_mail() -> None:
    text = """> Da: Ufficio <ufficio@borgoluce.example>
> Inviato: lunedì 4 maggio 2026
> Oggetto: maggio
>
> EVENTI
>
> Fiera dei gemelli - 9 maggio
"""
    assert told(read_text(text)) == [("event", "Fiera dei gemelli", "9 maggio")]
    assert [line.text for line in outline_of(read_text(text)).asides][-1] == "Oggetto: maggio"


def test_who_made_the_newsletter_is_no_part_of_its_last_record() -> None:
    text = """MISSIONI

Vienna, 9 aprile. La Sindaca è stata al museo.

A cura di: Ufficio Relazioni, via dei Lumi 3
tel. 000 555 0101
"""
    (item,) = records(read_text(text))
    assert [line.text for line in item.body] == ["La Sindaca è stata al museo."]
    assert outline_of(read_text(text)).sections[-1].name == "imprint"


def test_the_imprint_is_known_by_any_of_its_lines() -> None:
    text = "BREVI\n\n- Firmato il patto.\n\nCittà di Borgoluce, via Prova 2\nDirettore: Ugo Prova - Grafica: Lampo\n"
    assert told(read_text(text)) == [("news", "Firmato il patto", "")]


def test_a_date_over_a_plain_title_is_not_that_of_the_paragraph_above() -> None:
    text = """DELEGAZIONI

5 aprile
Cina
Guo Prova, Vicesindaco di Prova; Ma Esempio, interprete

17-18 aprile
Argentina
Delegazione guidata da Ada Esempio.
"""
    first, second = records(read_text(text))
    assert (first.title, first.options["date"]) == ("Cina", "5 aprile")
    assert first.options["people"] == "Guo Prova (Vicesindaco di Prova); Ma Esempio (Interprete)"
    assert (second.title, second.options["date"]) == ("Argentina", "17-18 aprile")


def test_an_exhibition_that_somebody_curates_keeps_its_curator() -> None:
    text = "EVENTI\n\nMostra di mappe\n9 maggio, Ponte\n\nA cura di Ada Esempio, con opere di tutti.\n"
    (item,) = records(read_text(text))
    assert [line.text for line in item.body] == ["A cura di Ada Esempio, con opere di tutti."]


def test_a_title_with_the_word_of_a_heading_stays_a_title_where_titles_stand() -> None:
    page = """<h2>In primo piano</h2><h3>Il nuovo calendario dei mercati</h3><p>Vale da giugno.</p>
        <h3>Ospiti in ogni casa</h3><p>Si cercano famiglie.</p>"""
    assert [title for _kind, title, _date in told(read_html(page))] == [
        "Il nuovo calendario dei mercati",
        "Ospiti in ogni casa",
    ]


def test_bold_and_italic_as_mail_programs_write_them_are_looks_and_no_words() -> None:
    text = """*EVENTI*

*Mercato delle terre alte* <https://mercato.borgoluce.example>
22 maggio, piazza del Grano

*BREVI*

- _Concorso fotografico_: vince Ada Esempio.
"""
    market, contest = records(read_text(text))
    assert (market.title, market.options["url"]) == ("Mercato delle terre alte", "https://mercato.borgoluce.example")
    assert contest.title == "Concorso fotografico: vince Ada Esempio"


def test_days_that_come_again_are_a_record_and_what_says_how_often_is_kept() -> None:
    text = (
        "AGENDA\n\nCaffè delle lingue ........ ogni martedì: 5, 12 e 19 maggio\n\nLetture (tutti i giovedì di maggio)\n"
    )
    coffee, readings = records(read_text(text))
    assert (coffee.title, coffee.options["date"]) == ("Caffè delle lingue", "5, 12 e 19 maggio")
    assert (readings.title, readings.options["date"]) == ("Letture", "maggio")
    assert [line.text for line in (*coffee.body, *readings.body)] == ["ogni martedì:", "tutti i giovedì di"]


def test_news_without_titles_or_bullets_are_one_a_paragraph_and_an_introduction_is_none() -> None:
    plain = "NOTIZIE\n\nNuovo gemello. Il Consiglio ha votato il 9 aprile.\nUn autobus per Prova. È partito ieri.\n"
    assert told(read_text(plain)) == [("news", "Nuovo gemello", "9 aprile"), ("news", "Un autobus per Prova", "")]
    bullets = "NOTIZIE\n\nEcco le notizie. Buona lettura.\n\n- Firmato il patto con Prova.\n"
    assert told(read_text(bullets)) == [("news", "Firmato il patto con Prova", "")]


def test_a_deadline_is_not_the_day_of_a_piece_of_news() -> None:
    page = "<h2>In primo piano</h2><p><b>Servizio civile</b>: aperte le candidature fino al 30 aprile.</p>"
    assert told(read_html(page)) == [("news", "Servizio civile", "")]


def test_several_guests_are_a_list_and_who_received_them_stands_behind_it() -> None:
    text = (
        "DELEGAZIONI\n\nUcraina | 8 aprile | Ada Esempio, Console; Ivo Campione, addetto culturale. "
        "Ha fatto gli onori di casa la Sindaca, Pia Prova.\n"
    )
    (item,) = records(read_text(text))
    assert item.options["people"] == "Ada Esempio (Console); Ivo Campione (Addetto culturale)"
    assert item.options["hosts"] == "Pia Prova (Sindaca)"


def test_people_have_particles_callings_and_short_titles() -> None:
    text = """EVENTI

Incontro con la scrittrice Ada Prova della Torre
9 maggio
Dirige Ivo Campione, violinista. Con Karin Modell af Prova, enologa, e il Prof. Ugo Esempio.
"""
    (item,) = records(read_text(text))
    assert item.options["people"] == (
        "Ada Prova della Torre (Scrittrice); Ivo Campione (Violinista); Karin Modell af Prova (Enologa); Ugo Esempio"
    )


def table(heading: str, *rows: str) -> Original:
    cells = ["".join(f"<td>{cell}</td>" for cell in row.split("|")) for row in rows]
    return read_html(f"<h2>{heading}</h2><table>{''.join(f'<tr>{row}</tr>' for row in cells)}</table>")


def test_the_names_of_its_columns_say_what_a_row_holds() -> None:
    (event,) = records(table("Eventi", "Data|Evento|Luogo", "22 maggio|Giornata dei gemelli|Molo 4"))
    assert (event.title, event.options) == ("Giornata dei gemelli", {"date": "22 maggio", "place": "Molo 4"})
    assert event.guessed == {}
    columns, row = "Paese|Città|Capo delegazione|Ricevuta da|Date", "Perù|Lumi|Ada Esempio, sindaca|Ugo Prova, rettore|"
    (guests,) = records(table("Delegazioni", columns, row + "3-4 maggio"))
    assert (guests.kind, guests.title) == (Kind.DELEGATION, "Lumi")
    assert guests.options == {
        "date": "3-4 maggio",
        "country": "Perù",
        "people": "Ada Esempio (Sindaca)",
        "hosts": "Ugo Prova (Rettore)",
    }
    chi = "Ada Esempio, assessora|Lumi|9 maggio|Apertura della scuola"
    (mission,) = records(table("Missioni", "Chi|Dove|Quando|Perché", chi))
    assert (mission.title, mission.options["place"]) == ("Apertura della scuola", "Lumi")


def test_what_a_column_holds_and_no_option_can_take_stays_text() -> None:
    (guests,) = records(table("Delegazioni", "Data|Paese|Città|Guidata da", "2 maggio|Terre basse|Lumi|un gruppo"))
    assert (guests.title, [line.text for line in guests.body]) == ("Lumi", ["Terre basse", "un gruppo"])
    row = "22 maggio|Festa|<a href='https://lumi.example/molo'>Molo</a>|Portare un cappello"
    (item,) = records(table("Eventi", "Data|Evento|Luogo|Avvertenze", row))
    assert [line.text for line in item.body] == ["Molo", "Portare un cappello"]
    assert item.body[0].links == ("https://lumi.example/molo",)


def test_the_first_column_that_no_rule_knows_says_what_an_event_was() -> None:
    (item,) = records(table("Eventi", "Data|Ballo|Orchestra|Luogo", "22 maggio|Valzer|Cinque violini|Molo 4"))
    assert (item.title, [line.text for line in item.body]) == ("Valzer", ["Cinque violini"])


def test_a_table_whose_columns_have_other_names_has_the_place_last() -> None:
    page = """<h2>Eventi</h2><table><tr><th>Giornate</th><th>Ballo</th><th>Indirizzo</th></tr>
        <tr><td>22 maggio</td><td>Giornata dei gemelli</td><td>Molo 4</td></tr></table>"""
    (item,) = records(read_html(page))
    assert (item.title, item.options) == ("Giornata dei gemelli", {"date": "22 maggio", "place": "Molo 4"})
    assert "place" in item.guessed


@pytest.mark.parametrize(
    ("text", "people", "hosts"),
    [
        (
            "Il console generale del Perù a Lumi, Ada Prova, è venuto. L'incontro è stato con il sindaco Ugo Modello.",
            "Ada Prova (Console generale del Perù a Lumi)",
            "Ugo Modello (Sindaco)",
        ),
        (
            "Guidata dalla rettrice dell'Università di Lumi, Ada Prova; l'ha accolta il prorettore Ugo Modello.",
            "Ada Prova (Rettrice dell'Università di Lumi)",
            "Ugo Modello (Prorettore)",
        ),
        (
            "A group led by Vice-Chancellor Ada Prova was met at sea by the Lord Provost, Councillor Ugo Sample.",
            "Ada Prova (Vice-Chancellor)",
            "Ugo Sample (Lord Provost)",
        ),
        (
            "L'adjoint à la coopération, Ugo Modèle, a été reçu le 4 mai par l'adjointe aux relations, Ada Exemple.",
            "Ugo Modèle (Adjoint à la coopération)",
            "Ada Exemple (Adjointe aux relations)",
        ),
        (
            "Con il politologo Ugo Prova e la saggista Ada Esempio. Per il Comune Ivo Modello, dirigente.",
            "Ugo Prova (Politologo); Ada Esempio (Saggista); Ivo Modello (Dirigente)",
            "",
        ),
        (
            "Three officers headed by Ugo Sample, climate director, met Ada Prova (ingegnera, Lumi).",
            "Ugo Sample (Climate director)",
            "Ada Prova (Ingegnera)",
        ),
        (
            "Il console Ugo Prova è venuto con la presidente della Camera di Commercio Ada Saggio.",
            "Ugo Prova (Console); Ada Saggio (Presidente della Camera di Commercio)",
            "",
        ),
        (
            "The Mayor of Lumi, Ada Sample, called on the Lord Mayor, Cllr Ugo Sample.",
            "Ada Sample (Mayor of Lumi)",
            "Ugo Sample (Lord Mayor)",
        ),
        (
            "L'ambasciatrice di Finlandia in Italia, Ada Prova, ha firmato l'accompagnatoria con il sindaco Ugo Finto.",
            "Ada Prova (Ambasciatrice di Finlandia in Italia)",
            "Ugo Finto (Sindaco)",
        ),
        ("Nella rivista Nuova Prova si parla della lista Ada Esempio e del settore Scuola Lumi.", "", ""),
    ],
)
def test_people_are_found_in_sentences_with_what_their_roles_are_for(text: str, people: str, hosts: str) -> None:
    found = find_people(text)
    shown = ["; ".join(f"{each.name} ({each.role})" for each in side) for side in (found.visitors, found.hosts)]
    assert shown == [people, hosts]


def test_an_assessor_of_the_city_named_after_the_guests_is_a_host() -> None:
    text = """## Delegazioni

### Una delegazione di Prova

3 maggio

Guidata da Ada Prova (presidente della Camera di Lumi).

Incontri con Ugo Modello (assessore al Commercio).
"""
    (item,) = records(read_markdown(text))
    assert item.options["hosts"] == "Ugo Modello (Assessore al Commercio)"


def test_a_newsletter_called_abroad_is_no_section_of_missions() -> None:
    text = "# PROVA ABROAD\n\n*Bulletin no. 4, May 2026*\n\n## Events\n\n### Fair\n\n9 May\n"
    assert told(read_markdown(text)) == [("event", "Fair", "9 May")]


def test_running_prose_at_the_top_starts_no_record() -> None:
    more = "Si parlerà di energia, di barche, di venti e di quanto costa il pane nelle città vicine. " * 2
    text = f"Notiziario\n\nMaggio porta la festa. Domenica 10 maggio si balla. {more}Il 14 maggio si riposa.\n"
    assert told(read_text(text)) == []


def test_a_french_newsletter_tells_kinds_people_and_hosts() -> None:
    page = """<h2>Ils nous ont rendu visite</h2><p><b>Autriche</b> : 11 février. Ada Exemple, échevine de Lumi,
        accueillie par Ugo Modèle, Maire. Visite du port.</p>
        <h2>En mission</h2><p><b>Vienne</b> : 24 février. Ugo Modèle, Maire.</p>"""
    first, second = records(read_html(page))
    assert (first.kind, first.options["people"], first.options["hosts"]) == (
        Kind.DELEGATION,
        "Ada Exemple (Échevine de Lumi)",
        "Ugo Modèle (Maire)",
    )
    assert (second.kind, second.options["date"], second.options["people"]) == (
        Kind.MISSION,
        "24 février",
        "Ugo Modèle (Maire)",
    )


def test_labels_give_a_record_its_people_and_hosts() -> None:
    page = """<h2>Delegazioni</h2><h3>Libano</h3><p>Quando: 19-20 aprile</p>
        <p>Chi: Ada Esempio (Console generale), Ugo Prova (interprete)</p><p>Accolti da: Lia Modello (Sindaca)</p>"""
    (item,) = records(read_html(page))
    assert item.options["people"] == "Ada Esempio (Console generale); Ugo Prova (Interprete)"
    assert item.options["hosts"] == "Lia Modello (Sindaca)"


def test_in_evidenza_stands_over_news_where_its_first_title_has_no_date() -> None:
    page = "<h2>In evidenza</h2><h3>{}</h3><p>{}</p><p>Undici città.</p>"
    assert told(read_html(page.format("Nasce la rete dei fari", "Undici città firmano."))) == [
        ("news", "Nasce la rete dei fari", "")
    ]
    assert told(read_html(page.format("Festa", "9 maggio"))) == [("event", "Festa", "9 maggio")]


def test_a_french_list_gives_hours_and_places() -> None:
    text = """AGENDA

* Rencontre avec un auteur : 15 mai à 19h, librairie La Page
* Concert : samedi 30 mai, église Saint-Roch
"""
    first, second = records(read_text(text))
    assert [first.options[name] for name in ("date", "time", "place")] == ["15 mai", "à 19h", "librairie La Page"]
    assert [second.options[name] for name in ("date", "place")] == ["samedi 30 mai", "église Saint-Roch"]


def test_headings_of_sections_are_known_in_french() -> None:
    headings = {
        "Visites": "delegation",
        "Nous avons reçu": "delegation",
        "Nous sommes allés": "mission",
        "Déplacements": "mission",
        "À ne pas manquer": "event",
        "L'actualité": "news",
    }
    for heading, kind in headings.items():
        page = f"<h2>Agenda</h2><h3>Fête</h3><p>9 mai</p><h2>{heading}</h2><h3>Autriche</h3><p>11 mars</p>"
        assert told(read_html(page))[1] == (kind, "Autriche", "11 mars"), heading


def test_a_date_and_a_french_hour_before_a_title_and_its_place() -> None:
    text = "AGENDA\n\n9 mai, 11h : Fête de la paix, parc des Cèdres\n\n14 mai, 20h30 : Concert\n"
    first, second = records(read_text(text))
    assert [first.title, *first.options.values()] == ["Fête de la paix", "9 mai", "11h", "parc des Cèdres"]
    assert [second.title, *second.options.values()] == ["Concert", "14 mai", "20h30"]


def test_a_line_that_looks_like_the_headings_of_sections_opens_one_in_whatever_words() -> None:
    page = """<h2>Agenda</h2><p><b>Fiera</b> (9 maggio)</p><h2>Benvenuti!</h2>
        <p><b>Austria</b> (3-4 aprile): Ada Esempio, Borgomastra, e Ugo Prova, medico</p>"""
    assert told(read_html(page)) == [("event", "Fiera", "9 maggio"), ("delegation", "Austria", "3-4 aprile")]
    shouted = "AL MOLO\n\nEVENTI\n\nFesta\n9 maggio\n\nVARIE\n\nFiera\n10 maggio\n"
    assert [section.title for section in outline_of(read_text(shouted)).sections][-2:] == ["Eventi", "VARIE"]


def test_of_a_list_each_has_its_own_title_and_date() -> None:
    page = """<h2>Eventi</h2><ul><li><b>Poesia</b>, 11 maggio ore 21, Giardino</li>
        <li><b>Campo di lavoro</b>, dal 15 al 27/05/2026</li></ul><ul><li><b>Mercato</b> (tutti i sabati: 2, 9 e 16
        maggio, piazza Vecchia)</li></ul>"""
    assert told(read_html(page)) == [
        ("event", "Poesia", "11 maggio"),
        ("event", "Campo di lavoro", "dal 15 al 27/05/2026"),
        ("event", "Mercato", "2, 9 e 16 maggio"),
    ]


def test_a_guest_of_a_label_alone_is_no_heading() -> None:
    page = "<h2>Delegations</h2><h3>Austria</h3><p>Dates: 3 April 2026</p><p>Guests: Ada Example (Mayor)</p>"
    (item,) = records(read_html(page))
    assert item.options["people"] == "Ada Example (Mayor)"


def test_the_first_of_a_month_in_words_is_a_day() -> None:
    text = "Il primo maggio si balla in piazza con tutti gli ospiti."
    assert [date.text for date in dates_told(text, Calendar(Period(2026, 5)))] == ["primo maggio"]


def test_a_title_over_a_paragraph_that_has_its_day_is_one_record_with_it() -> None:
    text = """## Viaggi

### Sofia e Lumi

Dal 6 all'8 maggio l'Assessora Ada Esempio ha incontrato chi la prepara: [il dossier](https://lumi.example/dossier).

### Una delegazione da Prova

È arrivata mercoledì 13 maggio e si è trattenuta fino al 15.
"""
    first, second = records(read_markdown(text))
    assert (first.title, first.options["date"]) == ("Sofia e Lumi", "Dal 6 all'8 maggio")
    assert first.body[0].links == ("https://lumi.example/dossier",)
    assert (second.title, second.options["date"]) == ("Una delegazione da Prova", "mercoledì 13 maggio - 15 maggio")


def test_the_days_of_a_list_within_the_days_of_its_event_are_its_programme() -> None:
    text = "## Agenda\n\n- 17-19 maggio: Festival delle lettere\n    - 17 maggio: apertura\n    - 19 maggio: chiusura\n"
    (item,) = records(read_markdown(text))
    assert [line.text for line in item.body] == ["17 maggio: apertura", "19 maggio: chiusura"]


def test_a_sentence_that_is_a_title_keeps_its_link() -> None:
    text = "## Missioni\n\nIl 6 maggio il Sindaco si è recato a Lumi: [il dossier](https://lumi.example/dossier).\n"
    (item,) = records(read_markdown(text))
    assert item.options["url"] == "https://lumi.example/dossier"


def test_prose_among_the_news_is_of_the_kind_that_its_words_tell() -> None:
    text = """NOTIZIE

Il 15 aprile è stato a Prova l'ambasciatore del Perù, Ugo Esempio.

La delegazione guidata dalla rettrice Ada Modello è rimasta in città dal 20 al 22 aprile.
"""
    assert [item.kind for item in records(read_text(text))] == [Kind.DELEGATION, Kind.DELEGATION]
