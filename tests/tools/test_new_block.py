# SPDX-License-Identifier: EUPL-1.2
"""Ugo Prova adds one event to the next issue of Borgoluce, and types no block from memory."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.issue import Period
from newsletter.model.kinds import TRAITS, Kind
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.tools.console import CommandError
from newsletter.tools.new_block import GIVEN, block_text, issue_in_the_making, main
from tests.conftest import MakeProject
from tests.project import ROOT

_MAY = "# Maggio 2026\n\n## Appuntamenti\n\nQuesto mese.\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    (tmp_path / "issues").mkdir()
    (tmp_path / "issues" / "2026-05.md").write_text(_MAY, encoding="utf-8")
    return tmp_path


def new(kind: str, city: Path, **given: str) -> int:
    return main([kind, "--source", str(city), *(f"--{name}={value}" for name, value in given.items())])


def test_without_a_title_the_block_is_printed_and_nothing_written(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert new("mission", city) == 0
    printed = capsys.readouterr().out
    assert printed.startswith(":::{mission} ")
    assert [line for line in printed.splitlines() if re.fullmatch(":[a-z]+:", line)] == [
        ":date:",
        ":place:",
        ":country:",
        ":people:",
    ]
    assert sorted(path.name for path in (city / "issues").iterdir()) == ["2026-05.md"]


def test_with_a_title_it_is_a_file_of_the_next_issue_which_is_started_too(city: Path) -> None:
    assert new("event", city, title="Notte delle lanterne", date="12 giugno", place="Borgoluce") == 0
    assert (city / "issues" / "2026-06.md").is_file()
    text = (city / "issues" / "2026-06" / "notte-delle-lanterne.md").read_text("utf-8")
    assert text.startswith(":::{event} Notte delle lanterne\n:date: 12 giugno\n:place: Borgoluce\n\n% ")
    assert text.endswith("\n:::\n")


def test_an_issue_still_in_the_making_takes_it_and_stays_as_it_is(city: Path) -> None:
    (city / "issues" / "2026-05.md").write_text(f"---\ndraft: true\n---\n{_MAY}", encoding="utf-8")
    assert str(issue_in_the_making(city)) == "2026-05"
    assert new("news", city, title="Un premio") == 0
    assert (city / "issues" / "2026-05" / "un-premio.md").is_file()
    assert not (city / "issues" / "2026-06.md").exists()


def test_nothing_is_written_over(city: Path) -> None:
    assert new("news", city, title="Un premio", issue="2026-05") == 0
    file = city / "issues" / "2026-05" / "un-premio.md"
    file.write_text("Il testo di Ugo\n", encoding="utf-8")
    with pytest.raises(CommandError):
        new("news", city, title="Un Premio!", issue="2026-05")
    assert file.read_text("utf-8") == "Il testo di Ugo\n"


@pytest.mark.parametrize("issue", ["luglio", "../2026-07", "2026-13"])
def test_an_issue_that_is_none_is_refused(city: Path, issue: str) -> None:
    with pytest.raises(CommandError):
        new("event", city, title="Notte", issue=issue)
    assert sorted(path.name for path in (city / "issues").iterdir()) == ["2026-05.md"]


@pytest.mark.parametrize("title", ["../../fuori", "/etc/passwd", "Notte\n:::\n# Fuori", "日本", "x" * 400])
def test_a_title_never_leads_out_of_its_block_or_folder(city: Path, title: str) -> None:
    assert new("event", city, title=title, issue="2026-05") == 0
    (file,) = (city / "issues" / "2026-05").iterdir()
    assert len(file.name) < 200
    lines = file.read_text("utf-8").splitlines()
    assert lines[0].startswith(":::{event} ")
    assert lines.index(":::") == len(lines) - 1


def test_what_is_not_filled_in_is_asked_for_and_nothing_false_is_published(make_project: MakeProject) -> None:
    text = block_text(Kind.EVENT, "Notte delle lanterne", {"place": "Borgoluce"})
    project = make_project({"issues/2026-05.md": _MAY, "issues/2026-05/notte.md": text})
    empty = project.build(strict=False)
    assert "issues/2026-05/notte.md:2: WARNING: " in empty.messages
    assert "[newsletter.option-empty]" in empty.messages
    assert not empty.records
    project.edit("issues/2026-05/notte.md", ":date:", ":date: 12 maggio")
    assert list(project.build().records) == ["2026-05-notte-delle-lanterne"]


def test_each_kind_asks_only_for_options_that_there_are() -> None:
    assert {name for traits in TRAITS.values() for name in traits.asked} | set(GIVEN) <= set(FIELD_BY_NAME)


SNIPPETS = json.loads((ROOT / ".vscode" / "newsletter.code-snippets").read_text("utf-8"))
ABOUT = {"topics": {"cultura": "Cultura"}}


def expanded(lines: list[str]) -> list[str]:
    """Fill in a snippet as an editor does when its user only presses the tab key."""
    text = "\n".join(lines)
    text = re.sub(r"\$\{\d+\|([^,|]*)[^|]*\|\}", r"\1", text)
    text = re.sub(r"\$\{\d+:([^}]*)\}", r"\1", text)
    return re.sub(r"\$\d+", "", text).split("\n")


@pytest.mark.parametrize("kind", list(Kind))
def test_the_editor_has_a_snippet_for_each_kind_which_reads_without_a_fault(kind: Kind) -> None:
    (snippet,) = (each for each in SNIPPETS.values() if each["body"][0].startswith(f":::{{{kind}}} "))
    assert snippet["scope"] == "markdown"
    lines = expanded(snippet["body"])
    options = [line for line in lines[1:-1] if not line.startswith(":topics:")]
    reading = parse_block(lines[0].partition("} ")[2], options, Block(kind, Period(2026, 7)))
    assert {found.diagnostic.code for found in reading.diagnostics} <= {"note-published"}, "words to fill in, at most"
    assert reading.sound
    assert lines[-1] == ":::"
    assert [f":{name}:" for name in TRAITS[kind].asked] == [
        line.partition(" ")[0] for line in options if line.partition(" ")[0][1:-1] in TRAITS[kind].asked
    ]


def test_the_editor_finds_the_place_of_warnings_and_hints(make_project: MakeProject) -> None:
    tasks = json.loads((ROOT / ".vscode" / "tasks.json").read_text("utf-8"))["tasks"]
    (check,) = (task for task in tasks if task["command"].endswith(" check"))
    project = make_project(
        {
            "issues/2026-05.md": f"{_MAY}\n:::{{event}} Prova\n:date: 31 giugno\n:::\n\n"
            ":::{event} Altra\n:date: 2 maggio\n:people: Ada Esempio, detta Dadà\n:::\n"
        }
    )
    found = []
    for line in project.build(strict=False).messages.splitlines():
        for matcher in check["problemMatcher"]:
            pattern = matcher["pattern"]
            match = re.search(pattern["regexp"], line)
            if match:
                place = (match[pattern["file"]], match[pattern["line"]], matcher.get("severity"))
                found.append((*place, match[pattern["code"]]))
    assert sorted(found) == [
        ("issues/2026-05.md", "13", "info", "newsletter.people-comma"),
        ("issues/2026-05.md", "8", "warning", "newsletter.date-impossible"),
    ]
