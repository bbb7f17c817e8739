# SPDX-License-Identifier: EUPL-1.2
"""An editor puts a list of records into a page, and says which, in what order and in what form."""

from __future__ import annotations

import pytest

from tests.project import Built, write_project
from tests.shell.borgoluce import ISSUES, JUNE

REFERENCE = {"kind", "country", "person", "topic", "issue", "year", "from", "to", "upcoming", "past", "group-by",
             "order", "limit", "layout"}  # fmt: skip

ALTROVE, VISIT = "Altrove", "Altrove a Borgoluce"
FESTIVAL, CONFERENCE, PRIZE, READING = (
    "Festa della Luce",
    "Convegno sul clima",
    "Premio alla città",
    "Notte dei Racconti",
)

# By the options of a list: the titles that it shows on 18 May 2026, in their order.
LISTS: dict[str, list[str]] = {
    "": [ALTROVE, PRIZE, VISIT, FESTIVAL, CONFERENCE, READING],
    ":order: desc": [READING, CONFERENCE, FESTIVAL, VISIT, PRIZE, ALTROVE],
    ":order: desc\n:limit: 2": [READING, CONFERENCE],
    ":limit: 2": [ALTROVE, PRIZE],
    ":kind: event": [FESTIVAL, CONFERENCE, READING],
    ":kind: mission, delegation": [ALTROVE, VISIT],
    ":country: Giappone": [ALTROVE, VISIT],
    ":country: japan": [ALTROVE, VISIT],
    ":country: JP, NO": [ALTROVE, VISIT, READING],
    ":person: Ada Esempio": [ALTROVE, VISIT, FESTIVAL],
    ":person: ADA ESEMPIO": [ALTROVE, VISIT, FESTIVAL],
    ":person: Bruno Prova; Dario Modello": [ALTROVE, READING],
    ":topic: clima": [CONFERENCE],
    ":topic: Politiche alimentari": [READING],
    ":issue: 2026-05": [PRIZE, VISIT, CONFERENCE],
    ":year: 2026": [ALTROVE, PRIZE, VISIT, FESTIVAL, CONFERENCE, READING],
    ":from: 2026-05-28": [CONFERENCE, READING],
    ":from: 2026-05-30": [READING],
    ":to: 2026-04-20": [ALTROVE, PRIZE],
    ":from: 2026-04-01\n:to: 2026-05-09": [PRIZE, VISIT, FESTIVAL],
    ":upcoming:": [CONFERENCE, READING],
    ":upcoming:\n:order: desc": [READING, CONFERENCE],
    ":past:": [ALTROVE, PRIZE, VISIT, FESTIVAL],
    ":past:\n:kind: event": [FESTIVAL],
    ":kind: event\n:country: JP": [],
    ":kind: delegation\n:topic: clima": [],
}

# By a thing to group by: the headings with their anchors, in their order.
GROUPS: dict[str, dict[str, str]] = {
    "month": {
        "month-2026-03": "marzo 2026",
        "month-2026-04": "aprile 2026",
        "month-2026-05": "maggio 2026",
        "month-2026-06": "giugno 2026",
    },
    "year": {"year-2026": "2026"},
    "country": {"country-jp": "Giappone", "country-no": "Norvegia"},
    "person": {  # by surname
        "person-ada-esempio": "Ada Esempio",
        "person-carla-finta": "Carla Finta",
        "person-dario-modello": "Dario Modello",
        "person-bruno-prova": "Bruno Prova",
    },
    "topic": {
        "topic-clima": "Clima",
        "topic-cultura": "Cultura",
        "topic-politiche-alimentari": "Politiche alimentari",
    },
    "kind": {
        "kind-event": "Appuntamenti",
        "kind-delegation": "Delegazioni ricevute",
        "kind-mission": "Missioni all'estero",
        "kind-news": "In primo piano",
    },
    "issue": {"issue-2026-04": "aprile 2026", "issue-2026-05": "maggio 2026", "issue-2026-06": "giugno 2026"},
}


def listing(options: str) -> str:
    return f":::{{records}}\n{options}\n:::\n" if options else ":::{records}\n:::\n"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give a site with a page for each of the lists."""
    pages = {f"liste/lista-{number}.md": f"# Lista\n\n{listing(options)}" for number, options in enumerate(LISTS)}
    for by in GROUPS:
        for layout in ("list", "table", "cards"):
            text = listing(f":group-by: {by}\n:layout: {layout}")
            pages[f"liste/per-{by}-{layout}.md"] = f"# Per {by}\n\n## Gruppi\n\n{text}"
    pages["liste/capovolto.md"] = f"# Capovolto\n\n{listing(':group-by: month' + chr(10) + ':order: desc')}"
    pages["liste/riquadro.md"] = f"# Riquadro\n\n::::{{note}}\n{listing(':group-by: kind')}::::\n"
    pages["liste/due.md"] = f"# Due\n\n{listing(':group-by: kind')}\n{listing(':group-by: kind')}"
    project = write_project(tmp_path_factory.mktemp("lists"), {**ISSUES, "issues/2026-06.md": JUNE, **pages})
    project.edit("index.md", "indexes/*\n", "indexes/*\nliste/*\n")
    return project.build()


@pytest.mark.parametrize(("number", "options"), list(enumerate(LISTS)))
def test_which_records_and_in_what_order(built: Built, number: int, options: str) -> None:
    page = built.html(f"liste/lista-{number}.html")

    titles = [item.xpath("string(.//a)") for item in page.xpath("//ul[contains(@class, 'records-list')]/li")]

    assert titles == LISTS[options]
    if not titles:
        assert "Qui non c'è ancora nessuna scheda" in built.words(f"liste/lista-{number}.html")


def test_every_option_is_tried() -> None:
    tried = {line.split(":")[1] for options in LISTS for line in options.splitlines()}
    assert tried | {"group-by", "layout"} == REFERENCE


@pytest.mark.parametrize("layout", ["list", "table", "cards"])
@pytest.mark.parametrize("by", GROUPS)
def test_groups_are_sections_with_lasting_anchors_in_each_layout(built: Built, by: str, layout: str) -> None:
    page = f"liste/per-{by}-{layout}.html"

    sections = built.html(page).xpath("//section[@id='gruppi']/section")

    found = {section.get("id"): " ".join(section[0].text_content().split()).rstrip("¶") for section in sections}
    labels = {key: words.lower() for key, words in GROUPS[by].items()}
    assert {key: words.lower() for key, words in found.items()} == labels
    assert list(found) == list(GROUPS[by])
    for section in sections:
        assert section.xpath(".//*[contains(@class, 'records')]//a[contains(@href, 'records/')]")


def test_time_runs_backwards_where_that_is_asked_for(built: Built) -> None:
    sections = built.html("liste/capovolto.html").xpath("//section[starts-with(@id, 'month-')]/@id")

    assert sections == list(reversed(GROUPS["month"]))


def test_a_table_has_a_caption_headings_and_a_row_a_record(built: Built) -> None:
    page = built.html("liste/per-year-table.html")

    [table] = page.xpath("//table[contains(@class, 'records-table')]")
    assert "2026" in table.xpath("string(caption)")
    assert [cell.text_content() for cell in table.xpath("thead//th")] == ["Data", "Titolo", "Dove", "Chi"]
    assert len(table.xpath("tbody/tr")) == 6
    assert "Altrove (Giappone)" in table.xpath("string(tbody/tr[1])")
    assert "Ada Esempio (Sindaca); Bruno Prova (Assessore)" in table.xpath("string(tbody/tr[1])")


def test_a_role_is_told_at_each_appearance(built: Built) -> None:
    [person] = built.html("liste/per-person-list.html").xpath("//section[@id='person-ada-esempio']")

    lines = [" ".join(item.text_content().split()) for item in person.xpath(".//li")]
    assert len(lines) == 3
    assert all(line.endswith("Sindaca") for line in lines)


@pytest.mark.parametrize("layout", ["list", "table", "cards"])
def test_a_reader_who_sees_no_colours_knows_what_each_record_is(built: Built, layout: str) -> None:
    page = built.html(f"liste/per-year-{layout}.html")

    kinds = [" ".join(chip.text_content().split()) for chip in page.xpath("//*[contains(@class, 'kind-')]")]

    assert kinds == ["Missione all'estero", "Notizia", "Delegazione ricevuta", "Appuntamento", *["Appuntamento"] * 2]


def test_in_a_box_groups_are_headings_of_the_box(built: Built) -> None:
    box = built.html("liste/riquadro.html").xpath("//div[contains(@class, 'note')]")[0]

    assert [rubric.get("id") for rubric in box.xpath(".//p[contains(@class, 'rubric')]")] == list(GROUPS["kind"])
    assert not box.xpath(".//section")


def test_two_lists_of_one_page_have_anchors_of_their_own(built: Built) -> None:
    anchors = built.html("liste/due.html").xpath("//section[starts-with(@id, 'kind-')]/@id")

    assert anchors == [*GROUPS["kind"], *(f"{anchor}-2" for anchor in GROUPS["kind"])]


def test_a_fact_leads_to_the_page_of_what_it_names(built: Built) -> None:
    links = built.links("issues/2026-06.html", "//*[@id='2026-06-notte-dei-racconti']")

    assert links["Norvegia"] == "../countries/no.html"
    assert links["Dario Modello"] == "../people/dario-modello.html"
    assert links["Politiche alimentari"] == "../topics/politiche-alimentari.html"
    for page in ("countries/no.html", "people/dario-modello.html", "topics/politiche-alimentari.html"):
        assert "Notte dei Racconti" in built.links(page)


WRONG = {
    ":kind: evento": "event, delegation, mission, news",
    ":layout: grid": "list, table, cards",
    ":group-by: people": "month, year, country",
    ":limit: tanti": "tanti",
    ":limit: 0": "0",
    ":from: domani": "2026-05-18",
    ":issue: maggio": "2026-05",
    ":country: Giapone": "Giappone",
    ":topic: climma": "clima",
    ":order: up": "asc, desc",
    ":upcoming: forse": "true, false",
    ":groupby: year": ":group-by:",
}


def test_a_wrong_option_is_named_with_its_line_and_what_is_possible(tmp_path_factory: pytest.TempPathFactory) -> None:
    pages = {f"indexes/w{number:02}.md": f"# W\n\n{listing(options)}" for number, options in enumerate(WRONG)}
    built = write_project(tmp_path_factory.mktemp("wrong"), {**ISSUES, **pages}).build(strict=False)

    diagnostics = sorted(built.messages.splitlines())
    assert len(diagnostics) == len(WRONG)
    for number, (diagnostic, advice) in enumerate(zip(diagnostics, WRONG.values(), strict=True)):
        assert diagnostic.startswith(f"indexes/w{number:02}.md:4: WARNING: ")
        assert advice.lower() in diagnostic.lower()
        assert built.html(f"indexes/w{number:02}.html").xpath("//ul[contains(@class, 'records-list')]/li")


def test_a_list_of_records_may_stand_in_an_item_of_a_list(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = "# Elenco\n\n- Una voce\n\n- :::{records}\n  :kind: mission\n  :::\n"
    built = write_project(tmp_path_factory.mktemp("item"), {**ISSUES, "indexes/elenco.md": page}).build()
    assert ALTROVE in built.words("indexes/elenco.html", "//li")
