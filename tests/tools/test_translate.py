# SPDX-License-Identifier: EUPL-1.2
"""``make translate``: an editor starts a translation, fills a part of it in, and is told when the original changes."""

from __future__ import annotations

import pytest

from newsletter.tools.console import CommandError
from newsletter.tools.translate import main
from tests.conftest import MakeProject
from tests.languages.two_languages import ISSUE, LANGUAGES
from tests.project import CONF, Project
from tests.reading.reading import diagnostics


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    return make_project({"conf.py": CONF + LANGUAGES, "issues/2026-05.md": ISSUE})


def translate(project: Project, issue: str = "2026-05", into: str = "en") -> str:
    main([f"--source={project.folder}", f"--issue={issue}", f"--into={into}"])
    return (project.folder / "issues" / f"{issue}.{into}.md").read_text("utf-8")


def test_a_fresh_translation_has_all_blocks_and_the_words_to_work_from(project: Project) -> None:
    started = translate(project)
    ids = [line for line in started.splitlines() if line.startswith(":id:")]
    assert ids == [":id: lanterne", ":id: 2026-05-ponte-di-lione", ":id: 2026-05-festa-dei-lumi"]
    assert "% La Sindaca ha visto le **lanterne**.[^1]" in started
    assert "% :people: Ada Prova (Sindaca)" in started
    assert "30 maggio" not in started  # facts are inherited
    original = (project.folder / "issues/2026-05.md").read_text("utf-8")
    assert ":id: 2026-05-ponte-di-lione" in original
    assert original.count(":id:") == 3


def test_a_translation_that_is_filled_in_in_part_is_told_of_with_a_count_alone(project: Project) -> None:
    translate(project)
    [said] = diagnostics(project.build("newsletter-check", strict=False))
    assert (said.code, said.level) == ("newsletter.translation-missing", "HINT")
    project.edit("issues/2026-05.en.md", ":::{event}", ":::{event} Feast of lights")
    project.edit("issues/2026-05.en.md", "% Mille lumi, e", "A thousand lights.\n\n%")
    built = project.build("newsletter-check", strict=False)
    assert [each.code for each in diagnostics(built)] == ["newsletter.translation-missing"]


def test_a_block_that_has_changed_since_is_named_with_both_lines(project: Project) -> None:
    translate(project)
    project.edit("issues/2026-05.en.md", ":::{event}", ":::{event} Feast of lights")
    project.edit("issues/2026-05.md", "Mille lumi", "Duemila lumi")
    said = {each.code: each for each in diagnostics(project.build("newsletter-check", strict=False))}
    stale = said["newsletter.translation-stale"]
    lines = (project.folder / "issues/2026-05.en.md").read_text("utf-8").splitlines()
    assert stale.level == "HINT"
    assert lines[stale.line - 1].startswith(":source-digest:")
    assert "Festa dei lumi" in stale.text
    original = (project.folder / "issues/2026-05.md").read_text("utf-8").splitlines()
    assert str(original.index(":::{event} Festa dei lumi") + 1) in stale.text


def test_what_is_there_stays_and_what_came_later_is_added(project: Project) -> None:
    translate(project)
    project.edit("issues/2026-05.en.md", ":::{event}", ":::{event} Feast of lights")
    project.edit("issues/2026-05.md", "## In piazza", "## In piazza\n\n:::{event} Coro\n:date: 8 maggio\n:::")
    again = translate(project)
    assert ":::{event} Feast of lights" in again
    assert again.count(":id: 2026-05-coro") == 1
    assert translate(project) == again


def test_a_language_that_the_site_does_not_have_is_refused(project: Project) -> None:
    with pytest.raises(CommandError, match="fr"):
        translate(project, into="fr")
    with pytest.raises(CommandError, match="2026-06"):
        translate(project, issue="2026-06")
