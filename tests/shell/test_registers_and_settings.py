# SPDX-License-Identifier: EUPL-1.2
"""What editors know of names, and what one city sets, reaches every page and every file."""

from __future__ import annotations

from urllib.parse import unquote

from tests.conftest import MakeProject
from tests.pdf.pdf_project import text_of
from tests.shell.borgoluce import APRIL, FESTIVAL, ISSUES, MISSION

REGISTERS = """
people:
  Ada Esempio: {aliases: [A. Esempio, Esempio Ada]}
places:
  Altrove: {aliases: [Elsewhere], country: JP}
organisations:
  Banda Immaginaria: {aliases: [BI]}
countries:
  RO: {aliases: [Rumania]}
withheld: [Bruno Prova]
"""
SPELT = """
# Giugno 2026

## Missioni

:::{mission} Ritorno
:date: 3 giugno
:place: Elsewhere
:people: A. Esempio (Sindaca); Bruno Prova (Assessore)
:partners: BI

Bruno Prova ha parlato.
:::

:::{event} Incontro
:date: 4 giugno
:country: Rumania
:::
"""


def test_names_are_brought_together_and_some_withheld(make_project: MakeProject) -> None:
    built = make_project({**ISSUES, "issues/2026-06.md": SPELT, "registers.yaml": REGISTERS}).build(strict=False)

    row = built.records["2026-06-ritorno"]
    assert row["people"] == [{"name": "Ada Esempio", "role": "Sindaca"}]
    assert (row["places"], row["countries"], row["partners"]) == (["Altrove"], ["JP"], ["Banda Immaginaria"])
    assert built.records["2026-06-incontro"]["countries"] == ["RO"]
    anchors = built.html("indexes/persone.html").xpath("//tr/@id")
    assert list(anchors) == ["person-ada-esempio", "person-carla-finta"]
    assert {path for path in built.tree if path.startswith("people/")} == {
        "people/ada-esempio.html",
        "people/carla-finta.html",
    }
    assert {path for path in built.naming("Bruno Prova") if not path.startswith(("issues/", "feeds/"))} == set()


def test_a_change_of_the_registers_reaches_pages_that_did_not_change(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "registers.yaml": "people: {}\n"})
    assert "Bruno Prova" in project.build().words("indexes/persone.html")

    project.write("registers.yaml", "people:\n  Bruno Provetti: {aliases: [Bruno Prova]}\n")
    built = project.build()

    assert built.records[MISSION]["people"][1]["name"] == "Bruno Provetti"
    assert "Bruno Provetti" in built.words("indexes/persone.html")
    assert "Bruno Provetti" in built.words("issues/2026-04.html")

    project.delete("registers.yaml")
    assert project.build().records[MISSION]["people"][1]["name"] == "Bruno Prova"


def test_a_fault_in_the_registers_is_reported_at_its_line(make_project: MakeProject) -> None:
    wrong = "people:\n  Ada Esempio: {aliases: [A. E.]}\nplaces:\n  Altrove: {country: Atlantide}\nposti: {}\n"
    project = make_project({**ISSUES, "registers.yaml": wrong})

    for _again in range(2):
        built = project.build(strict=False)
        country, section = built.messages.splitlines()
        assert country.startswith("registers.yaml:4: WARNING: ")
        assert "Atlantide" in country
        assert section.startswith("registers.yaml:5: WARNING: ")
        assert all(line.endswith("[newsletter.registers-form]") for line in (country, section))
        assert built.records, "the rest holds"


def test_registers_that_cannot_be_read_stop_what_is_published_in_plain_words(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "registers.yaml": "withheld: Ugo Prova\n"})
    built = project.build(strict=False, surroundings={"PYTHONDONTWRITEBYTECODE": "1"})
    place, stopped = built.messages.splitlines()
    assert (built.code, built.has("index.html")) == (2, False)
    assert place.startswith("registers.yaml:1: WARNING: ")
    assert stopped.startswith("ERROR: registers.yaml non si può leggere")


def test_a_topic_that_is_no_longer_configured_is_reported_and_one_that_is_new_is_taken(
    make_project: MakeProject,
) -> None:
    project = make_project({"issues/2026-04.md": APRIL})
    project.build()

    project.edit("conf.py", '"cultura": "Cultura"', '"arti": "Arti"')
    built = project.build(strict=False)
    assert built.messages.startswith("issues/2026-04.md:9: WARNING: ")
    assert built.messages.strip().endswith("[newsletter.topic-unknown]")
    assert built.records[FESTIVAL]["topics"] == []

    project.edit("issues/2026-04.md", ":topics: cultura", ":topics: arti")
    built = project.build()
    assert built.records[FESTIVAL]["topics"] == ["arti"]
    assert built.has("calendar/topics/arti.ics")
    assert not built.has("calendar/topics/cultura.ics")


def test_settings_that_make_no_sense_stop_the_build_with_their_name(make_project: MakeProject) -> None:
    for setting, value in {
        "newsletter_time_zone": '"Europa/Roma"',
        "newsletter_country": '"Italia"',
        "newsletter_topics": '{"Non uno slug": "X"}',
        "newsletter_legal_links": '{"Note": 3}',
        "newsletter_twin_cities": '{"Nagoya": ("Giappone", 35.2, 136.9)}',
        "newsletter_example_issue": '"maggio"',
    }.items():
        project = make_project(ISSUES)
        with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(f"{setting} = {value}\n")
        built = project.build(strict=False)
        assert built.code != 0
        assert setting in built.messages


def test_the_city_is_named_in_one_place(make_project: MakeProject) -> None:
    page = "# Contatti\n\n:::{masthead}\n:::\n\n:::{contacts}\n:::\n"
    built = make_project({**ISSUES, "indexes/contatti.md": page}).build()

    words = built.words("indexes/contatti.html")
    for text in (
        "Borgoluce nel mondo",
        "Comune di Borgoluce — Ufficio Esempi",
        "Piazza Inventata 1, Borgoluce",
        "Per non riceverla più basta scrivere a esempi@borgoluce.example.",
    ):
        assert text in words
    mail = built.links("indexes/contatti.html")["esempi@borgoluce.example"]
    assert unquote(mail) == "mailto:esempi@borgoluce.example"
    assert "Torino" not in "".join(built.text(path) for path in built.tree if path.endswith((".html", ".ics", ".json")))


def test_what_a_setting_does_to_text_it_does_to_the_text_of_blocks(make_project: MakeProject) -> None:
    text = 'Si dice "luce": un [programma](https://borgoluce.example/{}).\n'
    project = make_project(
        {"issues/2026-04.md": f"# Aprile\n\n{text.format('uno')}\n:::{{news}} Prova\n\n{text.format('due')}:::\n"}
    )

    plain = project.build()
    set_otherwise = project.build("html", "-D", "smartquotes=1", "-D", "myst_links_external_new_tab=1", out="other")

    for built, words in (plain, 'Si dice "luce": un programma.'), (set_otherwise, "Si dice «luce»: un programma."):
        first, second = built.html("issues/2026-04.html").xpath("//main//p[a[text()='programma']]")
        assert first.text_content() == second.text_content() == words
        assert first[0].get("target") == second[0].get("target")
        assert built.records["2026-04-prova"]["text"] == words


def test_people_stand_by_surname_in_the_register_and_in_the_index_of_the_pdf(make_project: MakeProject) -> None:
    people = "Ugo Lo Russo; Zoe Alfa; Mao Esempio; Eva Zeta Beta"
    project = make_project(
        {
            "registers.yaml": """
                people:
                  Mao Esempio: {sort: Mao Esempio}
                  Eva Zeta Beta: {sort: "Zeta Beta, Eva"}
                """,
            "issues/2026-05.md": f"# Maggio 2026\n\n:::{{delegation}} Ospiti\n:country: JP\n:people: {people}\n:::\n",
        }
    )
    in_order = ["Zoe Alfa", "Ugo Lo Russo", "Mao Esempio", "Eva Zeta Beta"]

    site = project.build()
    assert site.html("indexes/persone.html").xpath("//main//tr[@id]/td[1]/a/text()") == in_order
    text = "\n".join(text_of(project.build("newsletter-pdf").folder / "borgoluce-nel-mondo.pdf"))
    _before, _title, index = text.rpartition("Indice delle persone")
    in_print = ["Alfa, Zoe", "Lo Russo, Ugo", "Mao Esempio", "Zeta Beta, Eva"]
    assert sorted(in_print, key=index.index) == in_print
