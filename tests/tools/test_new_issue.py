# SPDX-License-Identifier: EUPL-1.2
"""Ada Esempio, of the city of Borgoluce, starts an issue."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsletter.dates import parse_dates
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind
from newsletter.tools.console import CommandError
from newsletter.tools.new_issue import fill_template, main, next_issue


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text(
        'project = "Borgoluce nel mondo"\nlanguage = "it"\nnewsletter_topics = {"musica": "Musica"}\n', encoding="utf-8"
    )
    (tmp_path / "issues").mkdir()
    return tmp_path


def name(text: str) -> IssueName:
    found = IssueName.parse(text)
    assert found is not None
    return found


def test_a_fresh_issue_is_a_draft_with_its_month_and_the_month_before(city: Path) -> None:
    assert main(["2026-07", "--source", str(city)]) == 0
    text = (city / "issues" / "2026-07.md").read_text(encoding="utf-8")
    assert "\ndraft: true\n" in text.split("---")[1]
    assert "\n# Luglio 2026\n" in text
    assert "\n## Giugno 2026\n" in text
    assert "% :topics: musica\n" in text
    assert "$" not in text


def test_in_january_the_month_before_is_of_another_year(city: Path) -> None:
    text = fill_template(name("2027-01"), city)
    assert "\n# Gennaio 2027\n" in text
    assert "\n## Dicembre 2026\n" in text


def test_no_example_is_a_block_until_somebody_takes_its_marks_away(city: Path) -> None:
    text = fill_template(name("2026-07"), city)
    assert not [line for line in text.splitlines() if line.startswith((":::{event}", ":::{delegation}", ":::{news}"))]


@pytest.mark.parametrize("month", ["2026-07", "2027-01", "2028-02"])
def test_the_dates_of_the_examples_are_dates_of_that_issue(city: Path, month: str) -> None:
    issue, found = name(month), 0
    kind = Kind.EVENT
    for line in fill_template(issue, city).splitlines():
        if line.startswith("% :::{"):
            kind = Kind(line.removeprefix("% :::{").partition("}")[0])
        if line.startswith("% :date: "):
            dates = parse_dates(line.removeprefix("% :date: "), period=issue.period, kind=kind)
            expected = issue.period if kind is Kind.EVENT else issue.period.plus(-1)
            assert (dates.start.year, dates.start.month) == (expected.year, expected.month)
            found += 1
    assert found == 5


def test_a_city_without_topics_gets_examples_without_topics(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    assert ":topics:" not in fill_template(name("2026-07"), tmp_path)


def test_a_city_may_have_a_template_of_its_own(city: Path) -> None:
    (city / "_templates").mkdir()
    (city / "_templates" / "issue.md").write_text("# Borgoluce, ${title}\n", encoding="utf-8")
    assert fill_template(name("2026-07-estate-in-musica"), city) == "# Borgoluce, Luglio 2026 · estate in musica\n"


def test_the_next_issue_follows_the_newest(city: Path) -> None:
    for stem in ("2025-12", "2026-11-speciale", "2026-12", "appunti"):
        (city / "issues" / f"{stem}.md").touch()
    assert next_issue(city) == name("2027-01")
    assert main(["", "--source", str(city)]) == 0
    assert (city / "issues" / "2027-01.md").is_file()


def test_an_issue_that_exists_is_never_written_over(city: Path) -> None:
    (city / "issues" / "2026-07.md").write_text("# Luglio, di Ada\n", encoding="utf-8")
    with pytest.raises(CommandError, match="2026-08"):
        main(["2026-07", "--source", str(city)])
    assert (city / "issues" / "2026-07.md").read_text(encoding="utf-8") == "# Luglio, di Ada\n"


@pytest.mark.parametrize("wrong", ["luglio", "2026-13", "2026-7", "../2026-07", "2026-07/../../x", "2026-07-È"])
def test_what_is_no_month_is_refused_and_writes_nothing(city: Path, wrong: str) -> None:
    with pytest.raises(CommandError, match="2026-07"):
        main([wrong, "--source", str(city)])
    assert not list((city / "issues").iterdir())
