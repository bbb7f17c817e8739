# SPDX-License-Identifier: EUPL-1.2
"""What an office writes when something is postponed, and what subscribers find in their calendars."""

from __future__ import annotations

import pytest

from tests.conftest import MakeProject
from tests.project import Project
from tests.shell.subscribers import publish, subscribed

EVENT = """
# Maggio 2026

## Appuntamenti

:::{event} Mostra di carte
:id: mostra
:date: 5 giugno
:place: Borgoluce

Carte antiche.
:::

:::{event} Altro
:date: 6 giugno
:place: Borgoluce
:::
"""


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project({"issues/2026-05.md": EVENT})


def test_the_new_day_written_in_the_block_itself_holds(project: Project) -> None:
    """Subscribers saw the former day: it is named, though the block no longer does."""
    publish(project)
    [before, _other] = subscribed(project)

    project.edit("issues/2026-05.md", ":date: 5 giugno", ":date: 12 giugno\n:status: postponed")
    _other, after = subscribed(project)

    assert (after.uid, after.day, after.state) == (before.uid, "2026-06-12", "CONFIRMED")
    assert "la data precedente era: 5 giugno 2026" in after.text
    built = project.build()
    assert "Stato: Rinviato Data: 12 giugno 2026 (in precedenza: 5 giugno 2026)" in built.words("issues/2026-05.html")
    publish(project)
    noted = subscribed(project)[1]
    assert (noted.text, noted.sequence) == (after.text, after.sequence), "noted, it stays as it was"


@pytest.mark.parametrize(
    "edits",
    [
        ("5 giugno; 12 giugno; 19 giugno", "5 giugno; 12 giugno\n:status: postponed"),
        ("5 giugno; 12 giugno", "5 giugno; 19 giugno", "26 giugno; 19 giugno\n:status: postponed"),
    ],
    ids=["one of three days is gone", "one of two days was moved earlier"],
)
def test_noting_what_was_postponed_is_no_revision_of_it(project: Project, edits: tuple[str, ...]) -> None:
    """Former days are read from what was published: did that raise the number, the next edit would have it, too."""
    written = "5 giugno"
    for edit in edits:
        project.edit("issues/2026-05.md", f":date: {written}\n", f":date: {edit}\n")
        sequences = {entry.uid: entry.sequence for entry in subscribed(project)}
        publish(project)
        assert {entry.uid: entry.sequence for entry in subscribed(project)} == sequences
        written = edit


def test_the_former_day_can_be_written(project: Project) -> None:
    project.edit("issues/2026-05.md", ":date: 5 giugno", ":date: 12 giugno\n:was: 5 giugno\n:status: postponed")

    _other, after = subscribed(project)

    assert (after.day, after.state) == ("2026-06-12", "CONFIRMED")
    assert "la data precedente era: 5 giugno 2026" in after.text
    assert project.build("newsletter-check").messages == ""


def test_what_cannot_be_known_is_asked(make_project: MakeProject) -> None:
    """Nothing was noted and no former day is written: the date is the new one, and whoever meant the other is told."""
    project = make_project(
        {"issues/2026-05.md": EVENT.replace(":date: 5 giugno", ":date: 12 giugno\n:status: postponed")}
    )

    checked = project.build("newsletter-check", strict=False)

    assert "issues/2026-05.md:7: HINT:" in checked.messages
    assert "[newsletter.postponed-date]" in checked.messages
    _other, entry = subscribed(project)
    assert (entry.day, entry.state) == ("2026-06-12", "CONFIRMED")
    publish(project)
    assert subscribed(project)[1].state == "CONFIRMED", "noted, it means the same"


@pytest.mark.parametrize("written", [":date: 5 giugno", ":was: 5 giugno", ":date: 5 giugno\n:was: 5 giugno"])
def test_without_a_new_day_the_former_one_is_off(project: Project, written: str) -> None:
    publish(project)
    [before, _other] = subscribed(project)

    project.edit("issues/2026-05.md", ":date: 5 giugno", f"{written}\n:status: postponed")

    for noted in (False, True):
        after, _other = subscribed(project)
        assert (after.uid, after.day, after.state) == (before.uid, "2026-06-05", "CANCELLED")
        assert after.summary == "RINVIATO: Mostra di carte"
        if not noted:
            publish(project)


def test_postponed_to_a_month_the_notice_stands_on_the_former_day(project: Project) -> None:
    [before, _other] = subscribed(project)

    project.write("issues/2026-06.md", _retold("Giugno", ":date: settembre\n:status: postponed"))
    after, _other = subscribed(project)

    assert (after.uid, after.day, after.state) == (before.uid, "2026-06-05", "CANCELLED")
    assert after.summary == "RINVIATO: Mostra di carte"
    assert "Rinviato a: settembre 2026" in after.text

    project.write("issues/2026-07.md", _retold("Luglio", ":date: 12 settembre"))
    built = project.build()
    assert built.records["mostra"]["start"] == "2026-09-12"
    _other, known = subscribed(project)
    assert (known.uid, known.day, known.state) == (before.uid, "2026-09-12", "CONFIRMED")
    assert "5 giugno 2026" in known.text


def test_postponed_to_a_month_in_the_block_itself(project: Project) -> None:
    publish(project)

    project.edit("issues/2026-05.md", ":date: 5 giugno", ":date: settembre\n:status: postponed")

    for _noted in (False, True):
        after, _other = subscribed(project)
        assert (after.day, after.state) == ("2026-06-05", "CANCELLED")
        assert "Rinviato a: settembre 2026" in after.text
        publish(project)


def test_a_day_in_a_later_issue_holds_after_one_that_was_not_known(project: Project) -> None:
    project.write("issues/2026-06.md", _retold("Giugno", ":status: postponed"))
    after, _other = subscribed(project)
    assert (after.day, after.state) == ("2026-06-05", "CANCELLED")

    project.write("issues/2026-07.md", _retold("Luglio", ":date: 12 settembre\n:status: postponed"))
    _other, known = subscribed(project)
    assert (known.day, known.state) == ("2026-09-12", "CONFIRMED")


def _retold(month: str, options: str) -> str:
    return f"# {month} 2026\n\n:::{{event}} Mostra di carte\n:id: mostra\n{options}\n\nNovità.\n:::\n"
