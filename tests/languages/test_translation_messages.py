# SPDX-License-Identifier: EUPL-1.2
"""Messages to an editor who translates: what is left, and what does not fit the original."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from newsletter.tools.check import check
from tests.languages.two_languages import DRAFTS, FILES, TRANSLATION
from tests.project import CONF, write_project
from tests.reading.reading import diagnostics


def test_an_editor_is_told_with_a_count_what_is_left_to_translate(tmp_path: Path) -> None:
    [said] = diagnostics(write_project(tmp_path / "left", FILES).build("newsletter-check", strict=False))
    assert (said.path, said.level, said.code) == ("issues/2026-05.en.md", "HINT", "newsletter.translation-missing")
    assert "non ancora tradotti: 1 su 3" in said.text


def test_an_editor_is_told_of_issues_that_nobody_has_begun_to_translate_since_the_first(tmp_path: Path) -> None:
    later = "# {0}\n\n:::{{event}} Coro\n:date: 8 giugno\n:::\n\n:::{{event}} Ballo\n:date: 9 giugno\n:::\n"
    files = {
        **FILES,
        "issues/2026-04.md": later.format("Aprile").replace("giugno", "aprile"),
        "issues/2026-06.md": later.format("Giugno"),
        "issues/2026-07.md": "---\ndraft: true\n---\n" + later.format("Luglio").replace("giugno", "luglio"),
    }
    said = diagnostics(write_project(tmp_path / "begun", files).build("newsletter-check", *DRAFTS, strict=False))
    assert {(each.path, each.level, each.code) for each in said} == {
        ("issues/2026-05.en.md", "HINT", "newsletter.translation-missing"),
        ("issues/2026-06.md", "HINT", "newsletter.translation-missing"),
    }
    assert any("2" in each.text and "make translate ISSUE=2026-06 INTO=en" in each.text for each in said)


def test_an_editor_is_told_what_does_not_fit_the_original(tmp_path: Path) -> None:
    project = write_project(
        tmp_path / "unfit",
        {
            **FILES,
            "issues/2026-05.en.md": TRANSLATION.replace(":people: Ada Prova (Mayor)", ":date: 14 April")
            + """
    :::{event} Another feast
    :id: altra-festa

    There is none in Italian.
    :::

    :::{event} A bridge
    :id: 2026-05-ponte-di-lione
    :people: Ugo Altro (Engineer)
    :alt: A bridge with lamps
    :place: Lyon; Paris
    :::
    """,
            "reports/2025.en.md": "# Report 2025",
            "reports/2024.md": "---\norphan: true\n---\n# Rapporto 2024",
            "reports/2024.en.md": "# Report 2024",
            "issues/2026-05.fr.md": "# Mai 2026",
            "issues/2026-03.md": "# March 2026\n\nIn English.",
            "issues/2026-03.en.md": "# Marzo 2026\n\nIn italiano.",
            "issues/2026-05/concerto.md": ":::{event} Concerto\n:date: 12 maggio\n:::\n",
            "issues/2026-05/ballo.EN.md": ":::{event} Dance\n:date: 12 May\n:::\n",
            "issues/2026-05/concerto.en.md": ":::{event} Concert\n:::\n",
        },
    )
    built = project.build(strict=False)
    said = diagnostics(built)
    assert {(each.path, each.line, each.code) for each in said if each.level == "WARNING"} == {
        ("issues/2026-05.en.md", 11, "newsletter.translation-fact"),
        ("issues/2026-05.en.md", 26, "newsletter.translation-block"),
        ("issues/2026-05.en.md", 32, "newsletter.translation-fact"),  # it is a mission
        ("issues/2026-05.en.md", 34, "newsletter.translation-fact"),
        ("issues/2026-05.en.md", 35, "newsletter.option-alone"),  # it has no image
        ("issues/2026-05.en.md", 36, "newsletter.translation-fact"),  # the original names one place
        ("issues/2026-05.fr.md", 1, "newsletter.translation-file"),
        ("issues/2026-05/ballo.EN.md", 1, "newsletter.translation-file"),
        ("issues/2026-05/concerto.en.md", 1, "newsletter.translation-file"),
        ("reports/2025.en.md", 1, "newsletter.translation-file"),
    }
    swapped = {each.path: each.text for each in said if each.code == "newsletter.heading"}
    assert "in inglese" in swapped["issues/2026-03.md"]
    assert "scrivi «Marzo 2026». Se lo è tutto, scambia" in swapped["issues/2026-03.md"]
    assert "scrivi «March 2026». Se lo è tutto, scambia" in swapped["issues/2026-03.en.md"]
    assert "2026-05-dance" not in built.records
    assert built.records["2026-05-ponte-di-lione"]["translations"] == {"en": {"title": "A bridge", "text": ""}}


def test_an_editor_is_told_what_the_pdf_cannot_show_of_a_translation(tmp_path: Path) -> None:
    files = {**FILES, "issues/2026-05.en.md": TRANSLATION.replace("A thousand lights", "A thousand \U00013000 lights")}
    said = diagnostics(write_project(tmp_path / "glyph", files).build("newsletter-check", strict=False))
    assert ("issues/2026-05.en.md", 23, "newsletter.pdf-glyph") in {(each.path, each.line, each.code) for each in said}


def test_a_language_without_words_is_told(tmp_path: Path) -> None:
    project = write_project(tmp_path / "words", {**FILES, "conf.py": CONF.replace('"it"', '"fr"', 1)})
    codes = {(each.path, each.code) for each in diagnostics(project.build("newsletter-check", strict=False))}
    assert ("conf.py", "newsletter.language-words") in codes


def test_an_editor_is_told_once_what_is_wrong_with_a_standing_page_of_each_language(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = "# {}\n\n{{record}}`lume`\n\n[{}](#nessuno)\n"
    pages = {"index.md": page.format("Borgoluce", "qui"), "index.en.md": page.format("Borgoluce", "here")}
    assert check(write_project(tmp_path / "standing", {**FILES, **pages}).folder, []) == 1
    told = re.findall(r"(index\S*:\d+):.* WARNING", capfd.readouterr().err)
    assert told == ["index.md:3", "index.md:5", "index.en.md:3", "index.en.md:5"]


def test_an_editor_is_told_the_name_that_a_translation_has(tmp_path: Path) -> None:
    names = {
        "2026-05-english.md": "2026-05.en.md",
        "2026-05 (inglese).md": "2026-05.en.md",
        "2026-05.EN.md": "2026-05.en.md",
        "2026-05.eng.md": "2026-05.en.md",
        "2026-05_en.txt": "2026-05.en.md",
        "2026-05.en.md.txt": "2026-05.en.md",
        "2026-5.en.md": "2026-05.en.md",
        "2026-05-lanterne-en.md": "2026-05-lanterne.en.md",
        "2026-06.md.md": "2026-06.md",
    }
    issues = {"issues/2026-05-lanterne.md": "# Lanterne\n", "issues/2026-05-inglese-per-tutti.md": "# Corso\n"}
    files = {**FILES, "issues/2026-05.en.md": "", **issues} | {f"issues/{name}": "# Words\n" for name in names}
    said = diagnostics(write_project(tmp_path / "names", files).build("newsletter-check", strict=False))
    told = {Path(each.path).name: each.text for each in said if each.level == "WARNING"}
    assert told.keys() == names.keys()
    assert {name: f"«{better}»" in told[name] for name, better in names.items()} == dict.fromkeys(names, True)


def test_an_editor_is_told_of_a_copy_of_a_translation(tmp_path: Path) -> None:
    files = {**FILES, "issues/2026-05.en (1).md": TRANSLATION}
    said = diagnostics(write_project(tmp_path / "copy", files).build("newsletter-check", strict=False))
    [told] = [each.text for each in said if each.level == "WARNING"]
    assert "copia di «2026-05.en.md»" in told
