# SPDX-License-Identifier: EUPL-1.2
"""What changes after an issue is out reaches those who subscribed to the calendar, and is said."""

from __future__ import annotations

import json

import pytest

from tests.conftest import MakeProject
from tests.project import Project
from tests.shell.subscribers import publish, subscribed

MAY = """
# Maggio 2026

## Appuntamenti

:::{event} Mostra di carte
:date: 5 giugno
:place: Borgoluce

Carte antiche.
:::
"""

EDITS = {
    "another day": (":date: 5 giugno", ":date: 12 giugno"),
    "cancelled": (":date: 5 giugno", ":date: 5 giugno\n:status: cancelled"),
    "an hour": (":date: 5 giugno", ":date: 5 giugno\n:time: 18:00"),
    "another place": (":place: Borgoluce", ":place: Altrove"),
    "another text": ("Carte antiche.", "Carte antiche e moderne."),
}


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    """Give a newsletter whose only issue subscribers have."""
    made = make_project({"issues/2026-05.md": MAY})
    publish(made)
    return made


@pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)
def test_an_edit_reaches_subscribers_though_nobody_wrote_updated(project: Project, edit: tuple[str, str]) -> None:
    """GNOME takes an entry anew only where SEQUENCE or LAST-MODIFIED rises."""
    [before] = subscribed(project)

    project.edit("issues/2026-05.md", *edit)
    [after] = subscribed(project)

    assert after.uid == before.uid
    assert after.sequence > before.sequence
    assert after.modified > before.modified


def test_what_is_cancelled_reaches_subscribers_where_nothing_was_ever_noted(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": MAY})
    [before] = subscribed(project)

    project.edit("issues/2026-05.md", *EDITS["cancelled"])
    [after] = subscribed(project)

    assert (after.sequence, after.modified > before.modified) == (before.sequence + 1, True)


def test_what_was_noted_keeps_its_revision_until_the_next_edit(project: Project) -> None:
    project.edit("issues/2026-05.md", *EDITS["another day"])
    [edited] = subscribed(project)
    publish(project, today="2026-05-20")
    [noted] = subscribed(project)
    assert (noted.sequence, noted.modified) == (edited.sequence, "2026-05-20 00:00:01+00:00")

    project.edit("issues/2026-05.md", ":date: 12 giugno", ":date: 5 giugno")
    [back] = subscribed(project)
    assert (back.sequence, back.day) == (2, "2026-06-05"), "taken back is one more revision"


def test_noting_twice_changes_nothing(project: Project) -> None:
    file = project.folder / "published/2026-05.json"
    noted = file.read_bytes()

    publish(project, today="2027-01-01")

    assert file.read_bytes() == noted


@pytest.mark.parametrize("known", [True, False], ids=["published", "never noted"])
def test_the_day_of_publication_written_later_lowers_no_revision(make_project: MakeProject, known: bool) -> None:
    project = make_project({"issues/2026-05.md": MAY.replace(":place:", ":updated: 2026-05-20\n:place:")})
    if known:
        publish(project)
    [before] = subscribed(project)

    project.edit("issues/2026-05.md", "# Maggio", "---\npublished: 2026-05-04\n---\n\n# Maggio")
    [after] = subscribed(project)

    assert after.sequence >= before.sequence > 0


def test_an_earlier_day_of_publication_written_later_is_no_revision(project: Project) -> None:
    [before] = subscribed(project)

    project.edit("issues/2026-05.md", "# Maggio", "---\npublished: 2026-04-28\n---\n\n# Maggio")

    assert subscribed(project) == [before]
    assert "Aggiornato" not in project.build().words("issues/2026-05.html")


def test_a_change_that_nobody_dated_has_the_day_on_which_it_went_out(project: Project) -> None:
    project.edit("issues/2026-05.md", *EDITS["another day"])
    publish(project, today="2026-05-20")

    built = project.build()

    assert "Aggiornato: 20 maggio 2026" in built.words("issues/2026-05.html")
    assert "2026-05-20T00:00:00+02:00" in built.text("feeds/atom.xml")


def test_an_issue_that_was_out_before_its_month_can_be_corrected(make_project: MakeProject) -> None:
    """Issues go out before the first of their month; what does not write ``published`` counts from that day."""
    project = make_project({"issues/2026-06.md": MAY.replace("Maggio", "Giugno")})
    [before] = subscribed(project)

    project.edit("issues/2026-06.md", ":place:", ":updated: 2026-05-18\n:status: cancelled\n:place:")
    [after] = subscribed(project)

    assert after.sequence > before.sequence
    assert after.modified >= before.modified
    assert "Aggiornato: 18 maggio 2026" in project.build().words("issues/2026-06.html")


def test_an_issue_that_was_noted_before_its_month_is_known_to_be_out(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-06.md": MAY.replace("Maggio", "Giugno")})
    assert project.build().records["2026-06-mostra-di-carte"]["published"] == "2026-06-01"

    publish(project, today="2026-05-28")
    publish(project, today="2026-06-28")

    built = project.build()
    assert built.records["2026-06-mostra-di-carte"]["published"] == "2026-05-28"
    assert "2026-05-28T00:00:00+02:00" in built.text("feeds/atom.xml")
    assert "Aggiornato" not in built.words("issues/2026-06.html"), "and nothing in it has changed"


def test_what_cannot_be_read_is_said_and_costs_nothing_else(project: Project) -> None:
    project.write("published/2026-05.json", "[{]")

    built = project.build(strict=False)

    assert "published/2026-05.json:1: WARNING:" in built.messages
    assert "[newsletter.published-form]" in built.messages
    assert "Mostra di carte" in built.words("issues/2026-05.html")


def test_a_correction_is_said_where_the_record_is(project: Project) -> None:
    project.edit("issues/2026-05.md", ":place:", ":correction: Si entra da via Finta.\n:updated: 2026-05-16\n:place:")

    built = project.build()

    assert "Correzione: Si entra da via Finta. (16 maggio 2026)" in built.words("issues/2026-05.html")
    assert "Si entra da via Finta." in built.text("feeds/atom.xml")
    [entry] = subscribed(project)
    assert "Correzione: Si entra da via Finta." in entry.text


def test_another_title_is_known_for_the_same_record_without_a_former_build(project: Project) -> None:
    project.edit("issues/2026-05.md", "{event} Mostra di carte", "{event} Mostra di antiche carte")

    checked = project.build("newsletter-check", strict=False)

    [said] = checked.messages.splitlines()
    assert said.startswith("issues/2026-05.md:5: HINT:")
    assert ":id: 2026-05-mostra-di-carte" in said


def test_what_is_gone_from_an_issue_is_told(project: Project) -> None:
    project.write("issues/2026-05.md", "# Maggio 2026\n\nNiente più.\n")

    checked = project.build("newsletter-check", strict=False)

    [said] = checked.messages.splitlines()
    assert said.startswith("published/2026-05.json:1: HINT:")
    assert "Mostra di carte" in said


def test_the_page_of_corrections_lists_them_newest_first(project: Project) -> None:
    project.write("indexes/correzioni.md", "# Correzioni\n\n:::{corrections}\n:::\n")
    assert "Finora non è stato corretto nulla." in project.build().words("indexes/correzioni.html")

    project.edit("issues/2026-05.md", ":place:", ":correction: Si entra da via Finta.\n:updated: 2026-05-16\n:place:")
    project.write("issues/2026-04.md", "# Aprile\n\n:::{news} Premio\n:updated: 2026-05-17\n\nUn premio.\n:::\n")
    built = project.build()

    assert built.words("indexes/correzioni.html", "//main//li") == (
        "Notizia 17 maggio 2026 — Premio: corretto "
        "Appuntamento 16 maggio 2026 — Mostra di carte: Si entra da via Finta."
    )
    assert built.links("indexes/correzioni.html")["Premio"] == "../records/2026-04-premio.html"


COURSE = """
# Maggio 2026

:::{event} Laboratori di lingua
:id: laboratori
:date: 13 maggio; 20 maggio; 27 maggio
:place: Borgoluce

Tre incontri.
:::
"""


@pytest.fixture(params=[True, False], ids=["published", "never noted"])
def course(make_project: MakeProject, request: pytest.FixtureRequest) -> Project:
    """Give a newsletter that told of three meetings, noted as published or not."""
    made = make_project({"issues/2026-05.md": COURSE})
    if request.param:
        publish(made)
    return made


def test_one_of_several_dates_is_cancelled_alone(course: Project) -> None:
    before = subscribed(course)

    course.edit("issues/2026-05.md", "20 maggio;", "20 maggio (annullato);")
    after = subscribed(course)

    assert [each.uid for each in after] == [each.uid for each in before]
    assert [each.state for each in after] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]
    assert [each.summary.startswith("ANNULLATO: ") for each in after] == [False, True, False]


def test_one_of_several_dates_is_moved_alone(course: Project) -> None:
    [first, second, third] = subscribed(course)

    course.edit("issues/2026-05.md", "20 maggio; 27 maggio", "27 maggio; 3 giugno (era 20 maggio)")
    after = subscribed(course)

    assert [(each.uid, each.day) for each in after] == [
        (first.uid, "2026-05-13"),
        (third.uid, "2026-05-27"),
        (second.uid, "2026-06-03"),
    ]
    assert "la data precedente era: 20 maggio 2026" in after[-1].text
    publish(course)
    assert [each.uid for each in subscribed(course)] == [each.uid for each in after], "noted, and the block as it was"


def test_all_outputs_say_what_became_of_one_date(course: Project) -> None:
    course.edit("issues/2026-05.md", "20 maggio; 27 maggio", "20 maggio (annullato); 28 maggio (era 27)")

    built = course.build()

    words = "13 maggio; 20 maggio (annullato); 28 maggio 2026 (era 27 maggio)"
    assert words in built.words("issues/2026-05.html")
    assert words in built.words("indexes/agenda.html")
    assert words in built.xml("feeds/events.xml").findtext(".//{*}entry/{*}summary")
    assert "2026-05-13; 2026-05-28" in built.text("data/records.csv"), "the days on which it takes place"
    [event] = (
        found
        for script in built.html("issues/2026-05.html").xpath("//script[@type='application/ld+json']")
        if "subEvent" in (found := json.loads(script.text))
    )
    assert [part["eventStatus"].rpartition("/")[2] for part in event["subEvent"]] == [
        "EventScheduled",
        "EventCancelled",
        "EventRescheduled",
    ]
    occurrences = built.records["laboratori"]["occurrences"]
    assert [(each.get("status"), each.get("was")) for each in occurrences] == [
        (None, None),
        ("cancelled", None),
        (None, "2026-05-27"),
    ]


def test_a_date_taken_out_leaves_the_others_their_entries(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": COURSE})
    publish(project)
    [_first, second, third] = subscribed(project)

    project.edit("issues/2026-05.md", "13 maggio; ", "")

    assert [each.uid for each in subscribed(project)] == [second.uid, third.uid]


def test_a_later_issue_cancels_one_date(course: Project) -> None:
    course.write("issues/2026-06.md", COURSE.replace("Maggio", "Giugno").replace("20 maggio", "20 maggio (annullato)"))

    built = course.build()

    assert "formerly" not in built.words("issues/2026-06.html")
    assert [each.state for each in subscribed(course)] == ["CONFIRMED", "CANCELLED", "CONFIRMED"]


def test_a_city_whose_clock_follows_no_rule_is_told_that_its_hours_are_in_utc(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": MAY.replace(":place:", ":time: 18:00\n:place:")})
    assert project.build("newsletter-check").messages == ""

    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('newsletter_time_zone = "Africa/Casablanca"\n')

    assert "conf.py:1: HINT:" in project.build("newsletter-check", strict=False).messages
