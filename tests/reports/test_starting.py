# SPDX-License-Identifier: EUPL-1.2
"""Somebody of the staff starts the report of a year, writes its foreword, and corrects the archive later."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.environment.i18n import use_language
from newsletter.tools import start_report
from newsletter.tools.console import CommandError
from tests.project import Project, write_project
from tests.reports.borgoluce import INDEX, issues


@pytest.fixture
def project(tmp_path: Path) -> Project:
    use_language("en")
    return write_project(tmp_path / "borgoluce", {**issues(), "index.md": INDEX})


def start(project: Project, year: str) -> int:
    return start_report.main([f"--year={year}", f"--source={project.folder}"])


def test_a_report_starts_in_each_language_and_is_never_written_over(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    assert start(project, "2025") == 0
    written = {path.name: path.read_text("utf-8") for path in (project.folder / "reports").iterdir()}
    assert sorted(written) == ["2025.en.md", "2025.md"]
    assert "# Rapporto 2025" in written["2025.md"]
    assert "# Report 2025" in written["2025.en.md"]

    project.edit("reports/2025.md", "## Premessa\n", "## Premessa\n\nUn anno di lanterne.\n")
    capsys.readouterr()
    assert start(project, "2025") == 0
    assert capsys.readouterr().out.strip() == "reports/2025.md is there already, and stays as it is."
    assert "Un anno di lanterne." in (project.folder / "reports/2025.md").read_text("utf-8")


def test_a_report_needs_a_year_and_a_place_in_the_contents(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandError, match="report YEAR=2026"):
        start(project, "quest'anno")
    project.edit("index.md", "reports/*\n", "")
    start(project, "2025")
    assert "“reports/*”" in capsys.readouterr().out


@pytest.mark.slow
def test_a_foreword_and_an_old_record_change_what_they_should_and_no_other_year(project: Project) -> None:
    for year in ("2024", "2025", "2026"):
        start(project, year)
    before = project.build(strict=False)
    assert before.code == 0
    assert before.links("indexes/paesi.html", "//footer")["Rapporto 2025"] == "../reports/2025.html"
    trees = {"first": before.tree}

    project.edit("reports/2025.md", "## Premessa\n", "## Premessa\n\nUn anno di lanterne.\n")
    trees["foreword"] = project.build(strict=False).tree
    assert _changed(trees["first"], trees["foreword"]) == {"reports/2025.html"}

    project.edit(
        "issues/2025-07.md",
        ":::{delegation}",
        ":::{mission} Una dimenticata\n:date: 20-21 luglio\n:country: IS\n:::\n\n:::{delegation}",
    )
    trees["record"] = project.build(strict=False).tree
    changed = _changed(trees["foreword"], trees["record"])
    assert {"reports/2025.html", "data/reports/2025-figures.csv", "data/reports/2025-missions.csv"} <= changed
    assert "reports/2024.html" not in changed, "a year before knows nothing of it"
    assert "data/reports/2026-figures.csv" in changed, "the year after stands beside it"

    project.edit(
        "issues/2026-05.md",
        "## Delegazioni\n",
        "## Delegazioni\n\n:::{delegation} Altri\n:date: 3 maggio\n:country: IS\n:::\n",
    )
    trees["later"] = project.build(strict=False).tree
    assert not {path for path in _changed(trees["record"], trees["later"]) if "2025" in path or "2024" in path}

    clean = project.build(strict=False, out="clean", doctrees="clean-doctrees").tree
    assert {path: clean[path] for path in changed} == {path: trees["later"][path] for path in changed}


def test_each_language_has_the_report_in_its_words_and_the_data_once(project: Project) -> None:
    start(project, "2025")
    project.edit("reports/2025.en.md", "## Foreword\n", "## Foreword\n\nA year of lanterns.\n")
    built = project.build("html", "-D", "language=en", strict=False, out="en", doctrees="en-doctrees")

    words = built.words("reports/2025.html")
    for text in (
        "A year of lanterns.",
        "2025 in brief: 12 missions abroad, on 48 days; 13 delegations received, with 13 guests named; 12 countries.",
        "Japan",
        "January–March",
        "Countries are those of missions and delegations, without our own",
    ):
        assert text in words
    assert "Premessa" not in words
    links = set(built.html("reports/2025.html").xpath("//p[contains(@class, 'table-file')]/a/@href"))
    assert "../../data/reports/2025-countries.csv" in links
    assert not built.has("data/reports/2025-countries.csv"), "the data lie beside the pages of the originals"


def test_a_block_of_a_report_stands_on_any_page(project: Project) -> None:
    project.write(
        "indexes/cifre.md",
        "# Cifre\n\n:::{report}\n:year: 2025\n:part: quarters\n:::\n\n"
        ":::{statistics}\n:by: topic\n:year: 2026\n:::\n\n:::{map}\n:year: 2024\n:::\n",
    )
    built = project.build(strict=False)
    captions = [each.text_content() for each in built.html("indexes/cifre.html").xpath("//caption/span[1]|//summary")]

    assert "Trimestre per trimestre, 2025" in captions
    assert "Missioni e delegazioni per tema, 2026" in captions
    assert built.html("indexes/cifre.html").xpath("//figure//svg/@aria-label") == [
        "Missioni e delegazioni per Paese, 2024"
    ]
    assert built.has("data/reports/2025-quarters.csv")


def test_a_block_without_a_year_is_told(project: Project) -> None:
    project.write("indexes/cifre.md", "# Cifre\n\n:::{report}\n:part: quarter\n:::\n")
    built = project.build(strict=False)

    assert (
        "indexes/cifre.md:4: WARNING: «:part: quarter» qui non ha significato. Possibile: quarters." in built.messages
    )
    assert "indexes/cifre.md:3: WARNING: Manca «:year:», per esempio «:year: 2026»." in built.messages


def _changed(before: dict[str, bytes], after: dict[str, bytes]) -> set[str]:
    pages = {path for path in after if path.startswith(("reports/", "data/reports/"))}
    return {path for path in pages if before.get(path) != after[path]}
