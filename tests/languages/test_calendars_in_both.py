# SPDX-License-Identifier: EUPL-1.2
"""A subscriber of the calendars of two languages has one entry of each event, and each edit reaches both."""

from __future__ import annotations

from dataclasses import replace

from tests.conftest import MakeProject
from tests.languages.two_languages import BOTH, FILES
from tests.project import Project
from tests.shell.subscribers import Seen, entries, publish

EDITS = {
    "only the Italian text": ("issues/2026-05.md", "Mille lumi", "Duemila lumi"),
    "only the English text": ("issues/2026-05.en.md", "A thousand lights", "Two thousand lights"),
    "another day": ("issues/2026-05.md", ":date: 30 maggio", ":date: 31 maggio"),
    "cancelled": ("issues/2026-05.md", ":date: 31 maggio", ":date: 31 maggio\n:status: cancelled"),
}


def subscribed(project: Project) -> tuple[list[Seen], list[Seen]]:
    """Return what subscribers of the Italian and of the English calendar have."""
    english = ("-D", "language=en", *BOTH)
    return (
        entries(project.build("newsletter-ics", *BOTH, strict=False)),
        entries(
            project.build("newsletter-ics", *english, out="newsletter-ics/en", doctrees="doctrees-en", strict=False)
        ),
    )


def numbers(seen: list[Seen]) -> list[Seen]:
    """Return all of the entries but their words."""
    return [replace(each, summary="", text="") for each in seen]


def test_an_edit_of_either_language_reaches_subscribers_of_both(make_project: MakeProject) -> None:
    project = make_project(FILES)
    publish(project)
    before, _english = subscribed(project)
    for what, edit in EDITS.items():
        project.edit(*edit)
        italian, english = subscribed(project)

        assert numbers(italian) == numbers(english), what
        assert (italian[0].summary, english[0].summary) == ("Lanterne a Nagoya", "Lanterns in Nagoya")
        assert [each.uid for each in italian] == [each.uid for each in before]
        assert [each.sequence for each in italian[:-1]] == [0, 0]
        assert italian[-1].sequence > before[-1].sequence, what
        assert italian[-1].modified > before[-1].modified, what

        publish(project)
        before, english = subscribed(project)
        assert numbers(before) == numbers(english), what
        assert [each.sequence for each in before] == [each.sequence for each in italian], what
