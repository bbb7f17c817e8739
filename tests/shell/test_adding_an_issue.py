# SPDX-License-Identifier: EUPL-1.2
"""Adding one file is all it takes; deleting it takes everything away again."""

from __future__ import annotations

from tests.conftest import MakeProject
from tests.shell.borgoluce import ISSUES, JUNE, READING

PAGES = {
    "index.html",  # it lies ahead, and stands in the latest issue
    "issues/2026-06.html",
    "indexes/agenda.html",
    "countries/no.html",
    "people/dario-modello.html",
    "topics/politiche-alimentari.html",
    "years/2026.html",
    f"records/{READING}.html",
}
DATA = {"data/records.json", "data/records.csv", "feeds/atom.xml", "feeds/feed.json"}
CALENDARS = {
    f"calendar/{name}.ics"
    for name in (
        "all",
        "events",
        "countries/no",
        "topics/politiche-alimentari",
        "years/2026",
        "issues/2026-06",
        f"records/{READING}",
    )
}


def test_a_new_issue_is_everywhere_and_a_deleted_one_nowhere(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    before = project.build().tree

    project.write("issues/2026-06.md", JUNE)
    added = project.build()
    assert added.naming("Notte dei Racconti") >= PAGES | DATA | CALENDARS
    assert added.issue_links("index.html")["giugno 2026"] == "issues/2026-06.html"
    assert added.issue_links("indexes/archivio.html")["giugno 2026"] == "../issues/2026-06.html"
    assert "issues/2026-06.html" in added.text("sitemap.xml")
    assert "2026-06.html" in added.text("issues/2026-05.html"), "the issue before leads to the new one"
    assert added.records[READING]["page"] == f"issues/2026-06.html#{READING}"

    project.delete("issues/2026-06.md")
    gone = project.build()
    assert gone.naming("Notte dei Racconti") == set()
    assert gone.naming("2026-06") == set()
    assert gone.tree == before


def test_a_special_issue_follows_the_plain_one_of_its_month(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "issues/2026-05-clima.md": JUNE.replace("Giugno 2026", "Speciale clima")})

    built = project.build()

    assert list(built.issue_links("indexes/archivio.html")) == ["maggio 2026 – clima", "maggio 2026", "aprile 2026"]
    assert built.records["2026-05-clima-notte-dei-racconti"]["issue"] == "2026-05-clima"
    assert built.has("calendar/issues/2026-05-clima.ics")


def test_a_newsletter_without_an_issue_says_so(make_project: MakeProject) -> None:
    project = make_project({})
    project.edit("index.md", "issues/*\n", "")
    built = project.build()

    assert "Non è ancora uscito nessun numero" in built.words("index.html")
    assert built.records == {}
    assert not built.has("calendar"), "an empty calendar empties the diaries that subscribe to it"


def test_an_issue_of_words_alone_has_a_page_and_a_feed_entry_but_no_calendar(make_project: MakeProject) -> None:
    built = make_project({"issues/2026-05.md": "# Maggio 2026\n\nSolo un saluto.\n"}).build()

    assert "Solo un saluto" in built.text("feeds/atom.xml")
    assert not built.has("calendar")
