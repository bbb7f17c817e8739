# SPDX-License-Identifier: EUPL-1.2
"""From an issue's page to its mail: what a subscriber finds, in the issue's own order."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path
from typing import Any

from PIL import Image

from tests.conftest import MakeProject
from tests.email.letters import Mail, read_mail, words
from tests.project import Built, Project

SITE = "https://borgoluce.example/news/"


def test_the_mail_keeps_the_order_of_the_issue(may: Mail) -> None:
    headings = [(heading.tag, words(heading)) for heading in may.page.xpath("//h1 | //h2 | //h3 | //h4")]

    assert headings == [
        ("h1", "Maggio 2026"),
        ("h2", "Appuntamenti"),
        ("h3", "Notte bianca sul fiume"),
        ("h3", "Fiera del libro"),
        ("h3", "Open day for students"),
        ("h3", "Per i più piccoli"),
        ("h4", "Laboratorio di carta"),
        ("h2", "Delegazioni ricevute"),
        ("h3", "Visita da Łódź"),
        ("h2", "Coming Soon"),
        ("h2", "Correzioni"),
        ("h2", "Contatti"),
    ]
    places = [may.text.index(f"{title}\n") for _tag, title in headings if title != "Maggio 2026"]
    assert places == sorted(places)


def test_a_record_has_title_days_place_people_its_first_paragraph_and_ways_on(may: Mail) -> None:
    shown = _after(may, "Notte bianca sul fiume")

    assert shown[0] == "16 maggio 2026, ore 21:30 · Lungofiume (Polonia) Ada Esempio (Sindaca)"
    assert shown[1:] == [
        "Archivio del Comune",
        "Si comincia al tramonto, con Corteo delle lanterne. Seconda frase.",
        "Continua · Aggiungi al calendario",
    ]
    assert "Secondo capoverso" not in may.html + may.text
    links = {words(link): link.get("href") for link in may.page.xpath("//h3/a | //h4/a | //p/a")}
    assert links["Notte bianca sul fiume"] == f"{SITE}issues/2026-05.html#notte"
    assert links["Corteo delle lanterne"] == f"{SITE}issues/2026-04.html#lanterne"
    assert links["programma"] == "https://borgoluce.example/programma"
    assert f"{SITE}calendar/records/notte.ics" in may.page.xpath("//a[.='Aggiungi al calendario']/@href")
    assert f"{SITE}calendar/records/carta.ics" not in may.html, "a month has no entry in a calendar"


def test_what_does_not_take_place_says_so_and_foreign_words_have_their_language(may: Mail) -> None:
    assert _after(may, "Fiera del libro")[0].startswith("Rinviato · 12–14 giugno 2026 (in precedenza: 8 maggio 2026)")
    assert _after(may, "Open day for students")[0] == "Annullato · 20 maggio 2026"
    assert [words(element) for element in may.page.xpath("//*[@lang='en']")] == [
        "Open day for students",
        "Students are welcome.",
    ]
    assert "ANNULLATO · 20 maggio 2026" in may.text


def test_delegations_are_told_in_little_room(may: Mail) -> None:
    assert _after(may, "Visita da Łódź") == [
        "22 aprile 2026 · Polonia Ewa Przykład (Consigliera). Ricevuti da: Ada Esempio (Sindaca)",
        "Un incontro in municipio.",
    ]


def test_a_photograph_is_shown_at_the_width_of_the_text(may: Mail, borgoluce: Project) -> None:
    [picture] = may.page.xpath("//img")

    assert dict(picture.attrib) | {"style": ""} == {
        "src": f"{SITE}_images/notte-600.jpg",
        "alt": "Lanterne di carta sull'acqua",
        "width": "552",
        "height": "414",
        "style": "",
    }
    assert "Archivio del Comune" in words(may.page)
    assert borgoluce.build("html").has("_images/notte-600.jpg"), "the site has what the mail shows"


def test_a_city_has_its_crest_and_its_colours_in_the_head(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": "# Maggio\n\nSaluti.\n", "_static/crest.txt": "Stemma"})
    Image.new("RGB", (300, 600), "#7a1f1f").save(project.folder / "_static/crest.png")
    settings = (
        'newsletter_logo = "crest.png"\nhtml_static_path = ["_static"]\nnewsletter_colours = {"brand": "#7a1f1f"}\n'
    )
    (project.folder / "conf.py").write_text((project.folder / "conf.py").read_text("utf-8") + settings, "utf-8")
    sent = read_mail(project.build("newsletter-email").folder, "2026-05")

    [crest] = sent.page.xpath("//img")
    assert (crest.get("src"), crest.get("width"), crest.get("height")) == (f"{SITE}_static/crest.png", "24", "48")
    assert crest.get("alt") == "", "the name stands beside it"
    assert "#7a1f1f" in sent.page.xpath("//td[@class='brand']/@style")[0]


def test_what_is_coming_and_what_was_corrected_since_the_last_mail_are_told(may: Mail) -> None:
    assert _after(may, "Coming Soon") == [
        "Fiera del libro Rinviato · 12–14 giugno 2026 (in precedenza: 8 maggio 2026) · Palazzo Finto"
    ]
    assert _after(may, "Correzioni") == [
        "Corteo delle lanterne 9 maggio 2026 · Centro · scheda corretta il 20 aprile 2026"
    ]


def test_a_correction_is_told_once(make_project: MakeProject, borgoluce: Project) -> None:
    project = make_project(
        {
            path.relative_to(borgoluce.folder).as_posix(): path.read_text("utf-8")
            for path in (borgoluce.folder / "issues").glob("*.md")
        }
    )
    (project.folder / "issues/notte.jpg").write_bytes((borgoluce.folder / "issues/notte.jpg").read_bytes())
    project.write("sent/2026-04.json", '[{"day": "2026-04-25", "list": "0123456789abcdef"}]')

    assert "Correzioni" not in read_mail(project.build("newsletter-email").folder, "2026-05").text

    project.write("sent/2026-05.json", '[{"day": "2026-05-05", "list": "0123456789abcdef"}]')
    said = ":updated: 2026-05-10\n:correction: Si comincia alle 22.\n"
    project.edit("issues/2026-05.md", ":topics: cultura\n", f":topics: cultura\n{said}")
    again = read_mail(project.build("newsletter-email").folder, "2026-05")
    told = next(line for line in _after(again, "Correzioni") if "10 maggio" in line)
    assert told.startswith("Notte bianca sul fiume")
    assert told.endswith("corretta il 10 maggio 2026: Si comincia alle 22.")


def test_both_parts_have_contacts_pdf_web_version_and_the_way_to_leave(may: Mail) -> None:
    links = {words(link): link.get("href") for link in may.page.xpath("//a")}

    assert links["Leggi nel browser"] == f"{SITE}issues/2026-05.html"
    assert links["Il numero in PDF"] == f"{SITE}pdf/issues/2026-05.pdf"
    assert links["esempi@borgoluce.example"] == "mailto:esempi@borgoluce.example"
    for told in ("Piazza Inventata 1, Borgoluce", "Per non riceverla più basta scrivere a esempi@borgoluce.example."):
        assert told in words(may.page)
        assert told in " ".join(may.text.split())
    for url in (f"{SITE}issues/2026-05.html", f"{SITE}pdf/issues/2026-05.pdf"):
        assert f"\n{url}\n" in may.text


def test_the_text_part_reads_like_a_letter(may: Mail) -> None:
    assert may.text.startswith(
        "Borgoluce nel mondo\nComune di Borgoluce – Ufficio Esempi\n\nMaggio 2026\n===========\n\n"
    )
    assert "si va al fiume: il programma [1] è lungo.\n[1] https://borgoluce.example/programma\n" in may.text
    assert "\n- Per chi arriva in treno: fermata Ponte.\n- Per chi arriva a piedi: nessun consiglio.\n" in may.text
    assert max(len(line) for line in may.text.split("\n") if "://" not in line) <= 72


def test_a_second_parser_finds_the_same_words_in_the_message(may: Mail) -> None:
    text, page = may.message.iter_parts()
    assert isinstance(text, EmailMessage)

    assert may.message.get_body(("plain",)) is text
    assert may.message.get_body(("html",)) is page
    assert may.message["Subject"] == "Borgoluce nel mondo – Maggio 2026"
    assert may.facts | {"bytes": 0} == {
        "issue": "2026-05",
        "subject": "Borgoluce nel mondo – Maggio 2026",
        "preheader": "Il mese delle lanterne, con gli ospiti da Łódź e due appuntamenti al fiume.",
        "bytes": 0,
        "form": "full",
    }


def test_a_block_that_is_faulty_is_on_its_page_alone(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": "# Maggio\n\n## Appuntamenti\n\n:::{event} Senza un giorno\n:::\n"})
    sent = read_mail(project.build("newsletter-email", strict=False).folder, "2026-05")

    assert "Senza un giorno" not in sent.text + sent.html
    assert sent.headings(2) == ["Contatti"], "a section in which nothing is left has no heading"


def test_names_to_withhold_are_in_no_mail(make_project: MakeProject) -> None:
    project = make_project(
        {
            "registers.yaml": "withheld: [Ida Riservata]\n",
            "issues/2026-05.md": """
                # Maggio

                Saluti da Ida Riservata.

                ## Novità

                :::{news} Premio a Ida Riservata

                Ida **Riservata** e [Ida Riservata](https://borgoluce.example).
                :::
                """,
        }
    )
    sent = read_mail(project.build("newsletter-email", strict=False).folder, "2026-05")

    assert "Ida Riservata" not in sent.text + words(sent.page)
    assert "Saluti da […]." in sent.text


def _after(sent: Mail, title: str) -> list[str]:
    """Return the paragraphs between the heading *title* and the next one."""
    [heading] = [each for level in range(2, 7) for each in sent.page.xpath(f"//h{level}") if words(each) == title]
    found: list[str] = []
    for element in heading.itersiblings():
        if element.tag in {"h2", "h3", "h4"}:
            break
        found += [words(element)] if element.tag == "p" else []
    return found


def _stopped(project: Project, *options: str) -> str:
    """Build, in a process of its own, what must not be built; return what was said."""
    built: Built = project.build("newsletter-email", *options, strict=False, surroundings={"LC_ALL": "C.UTF-8"})
    assert built.code == 2
    assert not list(Path(built.folder).glob("[0-9]*"))
    return built.messages


def test_a_draft_is_no_mail(make_project: MakeProject) -> None:
    project = make_project(
        {"issues/2026-05.md": "# Maggio\n", "issues/2026-06.md": "---\ndraft: true\n---\n# Giugno\n"}
    )

    said = _stopped(project, "-D", "newsletter_email_issue=2026-06")
    assert "«2026-06» non è un numero pubblicato. Quelli pubblicati sono: 2026-05." in said


def test_a_site_without_an_address_makes_no_mail(make_project: MakeProject) -> None:
    project: Any = make_project({"issues/2026-05.md": "# Maggio\n"})

    assert "serve in conf.py l'impostazione html_baseurl" in _stopped(project, "-D", "html_baseurl=")
