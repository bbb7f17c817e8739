# SPDX-License-Identifier: EUPL-1.2
"""Addresses that were published stay: they lead on where something moved, and say so where it was withdrawn."""

from __future__ import annotations

from tests.conftest import MakeProject
from tests.project import Project

ISSUE = """
    # Maggio 2026

    ## Appuntamenti

    :::{event} Concerto all'aperto
    :date: 21 maggio
    :::

    :::{event} Gara
    :date: 23 maggio
    :::
    """
MOVED = {
    "issues/2026-04-speciale.html": "issues/2026-05.html",
    "issues/2026-03.html": "",
    "indexes/gare.html": "https://borgoluce.example/gare",
    "issues/2026-05.html#2026-05-concerto": "issues/2026-05.html#2026-05-concerto-all-aperto",
    "issues/2026-05.html#2026-05-sagra": "indexes/agenda.html",
    "issues/2026-05.html#2026-05-segreto": "",
    "calendar/records/2026-05-concerto.ics": "calendar/records/2026-05-concerto-all-aperto.ics",
}


def project_with(make_project: MakeProject, moved: object) -> Project:
    project = make_project({"issues/2026-05.md": ISSUE})
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"newsletter_moved = {moved!r}\n")
    return project


def test_a_page_that_moved_leads_on_by_itself_and_by_a_link(make_project: MakeProject) -> None:
    built = project_with(make_project, MOVED).build()
    page = built.html("issues/2026-04-speciale.html")

    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=2026-05.html"]
    assert page.xpath("//link[@rel='canonical']/@href") == ["https://borgoluce.example/news/issues/2026-05.html"]
    assert built.links("issues/2026-04-speciale.html")["Maggio 2026"] == "2026-05.html"
    assert "si è spostata" in built.words("issues/2026-04-speciale.html")
    away = built.html("indexes/gare.html")
    assert away.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=https://borgoluce.example/gare"]
    assert "2026-04-speciale" not in built.text("sitemap.xml")


def test_the_page_of_a_record_with_another_name_leads_on(make_project: MakeProject) -> None:
    built = project_with(make_project, MOVED).build()

    former = built.html("records/2026-05-concerto.html")
    assert former.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=2026-05-concerto-all-aperto.html"]
    assert built.links("records/2026-05-concerto.html")["Concerto all'aperto"] == "2026-05-concerto-all-aperto.html"
    assert "ritirata" in built.words("records/2026-05-segreto.html")


def test_a_page_that_was_withdrawn_says_so_and_leads_home(make_project: MakeProject) -> None:
    built = project_with(make_project, MOVED).build()
    page = built.html("issues/2026-03.html")

    assert page.xpath("string(//h1)") == "Questa pagina è stata ritirata"
    assert not page.xpath("//meta[@http-equiv='refresh'] | //link[@rel='canonical']")
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert "../index.html" in built.links("issues/2026-03.html").values()


def test_the_anchor_of_a_record_stays_where_it_was(make_project: MakeProject) -> None:
    built = project_with(make_project, MOVED).build()
    page = built.html("issues/2026-05.html")

    [renamed] = page.xpath("//*[@id='2026-05-concerto']")
    assert renamed.xpath("ancestor-or-self::section/@id")[-1] == "2026-05-concerto-all-aperto"
    assert page.xpath("//p[@id='2026-05-sagra']//a/@href") == ["../indexes/agenda.html"]
    assert "ritirato" in page.xpath("string(//p[@id='2026-05-segreto'])")


def test_who_subscribed_to_the_former_calendar_gets_the_one_of_today(make_project: MakeProject) -> None:
    built = project_with(make_project, MOVED).build()
    former, now = (f"calendar/records/2026-05-concerto{rest}.ics" for rest in ("", "-all-aperto"))
    assert built.tree[former] == built.tree[now]


def test_what_is_taken_out_of_the_list_is_gone(make_project: MakeProject) -> None:
    project = project_with(make_project, MOVED)
    project.build()
    project.edit("conf.py", repr(MOVED), "{}")

    built = project.build()

    assert not built.has("issues/2026-04-speciale.html")
    assert not built.has("calendar/records/2026-05-concerto.ics")
    assert built.tree == project.build(out="anew", doctrees="anew-doctrees").tree


def test_an_entry_that_is_not_needed_or_leads_nowhere_is_a_warning_at_its_line(make_project: MakeProject) -> None:
    wrong = {"issues/2026-05.html": "indexes/agenda.html", "issues/2026-02.html": "issues/2026-5.html"}
    project = project_with(make_project, wrong)
    line = len((project.folder / "conf.py").read_text("utf-8").splitlines())

    messages = project.build(strict=False).messages

    assert messages.count(f"conf.py:{line}: WARNING: ") == 2
    assert messages.count("[newsletter.moved-address]") == 2
    assert "issues/2026-5.html" in messages


def test_an_entry_that_is_no_address_of_the_site_stops_the_build(make_project: MakeProject) -> None:
    for wrong in ({"../conf.py": ""}, {"/issues/a.html": ""}, {"issues/a.html": "javascript:alert(1)"}, {"a b": ""}):
        built = project_with(make_project, wrong).build(strict=False)
        assert built.code == 2
        assert "newsletter_moved" in built.messages
        for path in (built.folder.parent.parent).rglob("conf.py"):
            path.unlink()
