# SPDX-License-Identifier: EUPL-1.2
"""A record told again in a later issue is the same record: the latest telling wins, and each leads to the other."""

from __future__ import annotations

import pytest

from tests.conftest import MakeProject
from tests.project import Built
from tests.shell.borgoluce import APRIL, FESTIVAL, ISSUES

AGAIN = f"""
# Maggio 2026

## Appuntamenti

:::{{event}} Festa della Luce e dei Suoni
:id: {FESTIVAL}
:place: Parco Modello

Con nuove lanterne.
:::
"""
TWIN = ":::{event} Festa della luce!"
PAGES = ("indexes/agenda.html", "topics/cultura.html", "people/ada-esempio.html", "feeds/atom.xml", "data/records.csv")
CALENDARS = ("calendar/all.ics", "calendar/years/2026.ics", f"calendar/records/{FESTIVAL}.ics")


def with_option(line: str) -> str:
    return AGAIN.replace(":place: Parco Modello", f":place: Parco Modello\n{line}")


def test_the_latest_telling_wins_and_what_it_leaves_out_is_inherited(make_project: MakeProject) -> None:
    built = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": AGAIN}).build()

    row = built.records[FESTIVAL]
    assert row["title"] == "Festa della Luce e dei Suoni"
    assert row["places"] == ["Parco Modello"]
    assert row["occurrences"] == [{"start": "2026-05-09", "end": "2026-05-09", "time_start": "18:00", "time_end": None}]
    assert row["people"] == [{"name": "Ada Esempio", "role": "Sindaca"}]
    assert row["topics"] == ["cultura"]
    assert row["url"] == "https://borgoluce.example/luce"
    assert (row["issue"], row["issues"]) == ("2026-05", ["2026-04", "2026-05"])
    assert row["page"] == f"issues/2026-05.html#{FESTIVAL}"
    for path in (*PAGES, *CALENDARS):
        text = built.text(path).replace("\r\n ", "")
        assert "Festa della Luce e dei Suoni" in text, path


def test_both_pages_keep_the_anchor_and_lead_to_the_other(make_project: MakeProject) -> None:
    built = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": AGAIN}).build()

    for here, there in (("2026-04", "2026-05"), ("2026-05", "2026-04")):
        page = f"issues/{here}.html"
        assert len(built.html(page).xpath(f"//*[@id='{FESTIVAL}']")) == 1
        links = built.links(
            page, f"//*[@id='{FESTIVAL}']//*[contains(@class, 'fact-tellings')]/following-sibling::dd[1]"
        )
        assert list(links.values()) == [f"{there}.html#{FESTIVAL}"]


def test_an_issue_that_goes_gives_the_record_back_to_the_one_before(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-04.md": APRIL})
    before = project.build().tree
    project.write("issues/2026-05.md", AGAIN)
    project.build()
    project.delete("issues/2026-05.md")

    assert project.build().tree == before


def test_other_days_without_a_word_are_a_warning(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": with_option(":date: 10 maggio")})

    built = project.build(strict=False)

    [diagnostic] = built.messages.splitlines()
    assert diagnostic.startswith("issues/2026-05.md:5: WARNING: ")
    assert diagnostic.endswith("[newsletter.telling-dates]")
    assert "9 maggio" in diagnostic
    assert ":status: postponed" in diagnostic
    assert built.records[FESTIVAL]["start"] == "2026-05-10", "the latest telling wins all the same"


@pytest.mark.parametrize(("status", "word"), [("postponed", "Rinviato"), ("cancelled", "Annullato")])
def test_a_move_that_is_told_is_no_fault(make_project: MakeProject, status: str, word: str) -> None:
    again = with_option(f":date: 10 maggio\n:status: {status}")
    built = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": again}).build()

    assert (built.records[FESTIVAL]["start"], built.records[FESTIVAL]["status"]) == ("2026-05-10", status)
    for page in ("issues/2026-04.html", "issues/2026-05.html"):
        record = built.words(page, f"//*[@id='{FESTIVAL}']")
        assert word in record
        assert "10 maggio 2026" in record
        assert "9 maggio 2026" in record, "the day that no longer holds is named"
    assert word in built.words("indexes/agenda.html")


def test_the_hour_of_a_day_does_not_outlive_the_day(make_project: MakeProject) -> None:
    again = with_option(":date: 10-12 maggio\n:status: postponed")
    built = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": again}).build()

    assert built.records[FESTIVAL]["occurrences"] == [
        {"start": "2026-05-10", "end": "2026-05-12", "time_start": None, "time_end": None}
    ]


def test_a_later_telling_with_a_fault_keeps_the_record_out_everywhere(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": with_option(":date: 31 giugno")})

    built = project.build(strict=False)

    assert "issues/2026-05.md:8: WARNING" in built.messages
    assert FESTIVAL not in built.records
    assert "Festa della Luce" not in built.words("indexes/agenda.html")
    assert not built.has(f"calendar/records/{FESTIVAL}.ics")
    for page in ("issues/2026-04.html", "issues/2026-05.html"):
        assert "Festa della Luce" in built.words(page), "no text is lost"


def test_the_same_id_twice_in_an_issue_is_a_warning_at_both_places(make_project: MakeProject) -> None:
    twice = f"{APRIL}\n{TWIN}\n:date: 12 maggio\n:::\n"
    project = make_project({"issues/2026-04.md": twice})
    built = project.build(strict=False)

    line = (project.folder / "issues/2026-04.md").read_text("utf-8").splitlines().index(TWIN) + 1
    first, second = built.messages.splitlines()
    assert first.startswith("issues/2026-04.md:5: WARNING: ")
    assert second.startswith(f"issues/2026-04.md:{line}: WARNING: ")
    for diagnostic in (first, second):
        assert diagnostic.endswith("[newsletter.id-twice]")
        assert f":id: {FESTIVAL}-2" in diagnostic


def test_a_third_telling_leads_to_both_others(make_project: MakeProject) -> None:
    june = AGAIN.replace("Maggio", "Giugno").replace(":place: Parco Modello\n", "")
    built = make_project({"issues/2026-04.md": APRIL, "issues/2026-05.md": AGAIN, "issues/2026-06.md": june}).build()

    assert built.records[FESTIVAL]["issues"] == ["2026-04", "2026-05", "2026-06"]
    assert built.records[FESTIVAL]["places"] == ["Parco Modello"]
    assert told_also(built, "2026-05") == ["2026-04.html", "2026-06.html"]


def told_also(built: Built, issue: str) -> list[str]:
    links = built.links(f"issues/{issue}.html", f"//*[@id='{FESTIVAL}']").values()
    return [href.partition("#")[0] for href in links if href.endswith(f".html#{FESTIVAL}")]


def test_a_reference_from_anywhere_leads_to_the_latest_telling(make_project: MakeProject) -> None:
    guide = "# Guida\n\n{record}`2026-04-altrove`, {record}`la festa <2026-04-festa-della-luce>` e altro.\n"
    built = make_project({**ISSUES, "issues/2026-05.md": AGAIN, "indexes/guida.md": guide}).build()

    links = built.links("indexes/guida.html")
    assert links["Altrove"] == "../issues/2026-04.html#2026-04-altrove"
    assert links["la festa"] == f"../issues/2026-05.html#{FESTIVAL}"


def test_a_reference_follows_the_title_of_its_record(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "indexes/guida.md": "# Guida\n\n{record}`2026-05-clima`.\n"})
    project.edit("issues/2026-05.md", ":date: 27-29 maggio", ":date: 27-29 maggio\n:id: 2026-05-clima")
    assert "Convegno sul clima" in project.build().words("indexes/guida.html")

    project.edit("issues/2026-05.md", "Convegno sul clima", "Assemblea sul clima")

    assert "Assemblea sul clima" in project.build().words("indexes/guida.html")


def test_a_reference_to_nothing_is_a_warning_with_the_nearest_id(make_project: MakeProject) -> None:
    guide = "# Guida\n\nVedi\n{record}`la festa <2026-04-festa-della-lux>`.\n"
    project = make_project({**ISSUES, "indexes/guida.md": guide})

    for _again in range(2):
        built = project.build(strict=False)
        [diagnostic] = built.messages.splitlines()
        assert diagnostic.startswith("indexes/guida.md:3: WARNING: ")
        assert diagnostic.endswith("[newsletter.record-unknown]")
        assert FESTIVAL in diagnostic
        assert "la festa" in built.words("indexes/guida.html"), "the words stay"
