# SPDX-License-Identifier: EUPL-1.2
"""What is measured is the same work for everybody, and the same at every run."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from newsletter.dates import parse_dates
from newsletter.model.record import Kind
from newsletter.tools.bench.archive import issues, write_issues
from newsletter.tools.bench.contestants import (
    CONTESTANTS,
    FLOOR,
    OURS,
    OURS_WITHOUT_SEARCH,
    PLAIN,
    Contestant,
    ours,
    plain,
    sphinx,
)
from newsletter.tools.bench.measure import BuildFailed
from newsletter.tools.bench.plain_sources import FLOOR as FLOOR_FILES
from newsletter.tools.bench.scenarios import SCENARIOS, Scenario
from newsletter.tools.bench.session import Session
from newsletter.tools.bench.stall import Stall
from tests.project import ROOT, Project

_TOPICS = ("musica", "gemellaggi", "clima")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def stall(name: str, folder: Path, count: int = 2) -> Stall:
    """Set up the contestant called *name*, with its sources written."""
    place = Stall(next(each for each in CONTESTANTS if each.name == name), count, folder)
    place.write(ROOT)
    return place


def test_an_archive_is_invented_the_same_way_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_issues(tmp_path / name, 14, _TOPICS, plain=False)
    assert texts(tmp_path / "one") == texts(tmp_path / "other")
    assert min(texts(tmp_path / "one")) == "2025-04.md"
    assert len(texts(tmp_path / "one")) == 14


def test_blocks_and_plain_sections_hold_the_same_words(tmp_path: Path) -> None:
    write_issues(tmp_path / "blocks", 2, _TOPICS, plain=False)
    write_issues(tmp_path / "plain", 2, _TOPICS, plain=True)
    for name, sections in texts(tmp_path / "plain").items():
        blocks = texts(tmp_path / "blocks")[name]
        words = re.sub(r"^:::(\{\w+\})?|^:\w+:", "", blocks, flags=re.MULTILINE)
        assert Counter(re.findall(r"\w+", sections)) == Counter(re.findall(r"\w+", words))
        assert sections.count("\n### ") == len(re.findall(r"^:::\{(?!masthead)", blocks, re.MULTILINE)) == 22


def test_invented_dates_are_right_for_their_issues() -> None:
    for issue in issues(14, _TOPICS):
        for entry in issue.entries:
            dates = parse_dates(entry.options["date"], period=issue.period, kind=Kind(entry.kind))
            assert (dates.start.year, dates.start.month) in {
                (near.year, near.month) for near in (issue.period, issue.period.plus(-1))
            }


def test_an_invented_archive_is_one_that_nobody_complains_of(tmp_path: Path) -> None:
    ours(ROOT, tmp_path / "site", 3)
    built = Project(tmp_path / "site").build("html", "-W", "--keep-going")  # hints would fail it, too
    assert len(built.records) == 3 * 22
    assert any("https://example.org/" in href for href in built.links("issues/2026-05.html").values())


@pytest.mark.parametrize(
    ("name", "search"),
    [(OURS, "Pagefind"), (OURS_WITHOUT_SEARCH, "none"), (PLAIN, "snowballstemmer"), (FLOOR, "none")],
)
def test_a_contestant_builds_every_issue_with_the_search_that_it_stands_for(
    name: str, search: str, tmp_path: Path
) -> None:
    place = stall(name, tmp_path)
    assert place.contestant.search == search, "and the build fails where the site has another"
    cost = place.build(place.fresh("output"))
    assert cost.cpu > 0
    assert cost.memory > 0


def test_a_site_with_another_search_is_no_result(tmp_path: Path) -> None:
    contestant = Contestant("plain", plain(FLOOR_FILES), sphinx, "Pagefind")
    place = Stall(contestant, 1, tmp_path)
    place.write(ROOT)
    with pytest.raises(BuildFailed, match="its search is made by none, not by Pagefind"):
        place.build(place.fresh("output"))


def test_an_edit_changes_one_title_of_one_issue_and_shows(tmp_path: Path) -> None:
    place = stall(FLOOR, tmp_path, count=3)
    before = texts(place.source / "issues")
    place.rebuild_edited(7)
    after = texts(place.source / "issues")
    assert [name for name in before if before[name] != after[name]] == ["2026-04.md"]
    assert "Titolo rivisto 7" in (tmp_path / "output" / "html" / "issues" / "2026-04.html").read_text("utf-8")


def test_who_is_not_installed_or_fails_is_left_out_and_the_others_go_on(tmp_path: Path) -> None:
    cold = next(each for each in SCENARIOS if each.name == "cold")
    contestants = [
        *(each for each in CONTESTANTS if each.name == FLOOR),
        Contestant("absent", plain({}), sphinx, "none", needs=["no_such_package"]),
        Contestant("broken", plain({"conf.py": "extensions = ['no_such_extension']"}), sphinx, "none"),
    ]
    scenario = Scenario("cold", "cold", [FLOOR, "absent", "broken"], cold.run, at_every_size=True)
    results = Session(ROOT, tmp_path, [scenario], contestants).measure([1, 2], repetitions=2)

    assert {(case.issues, case.contestant): len(costs) for case, costs in results.costs.items()} == {
        (1, FLOOR): 2,
        (2, FLOOR): 2,
    }
    assert results.left_out == {"absent": "no_such_package"}
    assert list(results.failed) == ["broken"]
    assert "no_such_extension" in results.failed["broken"]
