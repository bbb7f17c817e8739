# SPDX-License-Identifier: EUPL-1.2
"""The tables say what was measured, whether it is what was promised, and what was not measured."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from newsletter.tools.bench.__main__ import main
from newsletter.tools.bench.contestants import FLOOR, LATEX, OURS, OURS_WITHOUT_SEARCH, PLAIN, PYSTEMMER
from newsletter.tools.bench.measure import Cost
from newsletter.tools.bench.report import as_json, report
from newsletter.tools.bench.results import Case, Results

_GOOD = {
    ("cold", 120, OURS): Cost(5.0, 10.0, 200.0, 300.0),
    ("cold", 120, OURS_WITHOUT_SEARCH): Cost(4.0, 4.0, 200.0, 200.0),
    ("cold", 120, PLAIN): Cost(10.0, 10.0, 150.0, 150.0),
    ("cold", 120, PYSTEMMER): Cost(6.0, 6.0, 150.0, 150.0),
    ("cold", 120, FLOOR): Cost(4.0, 4.0, 150.0, 150.0),
    ("cold", 600, OURS): Cost(25.0, 26.0, 400.0, 599.0),
    ("parallel", 120, OURS): Cost(5.5, 7.0, 200.0, 200.0),
    ("unchanged", 120, OURS): Cost(1.0, 1.4, 100.0, 100.0),
    ("unchanged", 120, FLOOR): Cost(1.0, 1.0, 100.0, 100.0),
    ("edited", 120, OURS): Cost(2.0, 2.0, 100.0, 100.0),
    ("edited", 120, FLOOR): Cost(1.0, 1.0, 100.0, 100.0),
    ("pdf", 120, OURS): Cost(15.0, 15.0, 100.0, 100.0),
    ("pdf", 120, LATEX): Cost(40.0, 40.0, 100.0, 100.0),
    ("pdf-edited", 120, OURS): Cost(9.0, 9.0, 100.0, 100.0, ready=2.5),
}


def results(costs: Mapping[tuple[str, int, str], Cost]) -> Results:
    found = Results()
    for case, cost in costs.items():
        found.add(Case(*case), cost)
    return found


def rows(text: str, word: str) -> list[list[str]]:
    """Return the cells of the rows of *text* in which *word* stands."""
    return [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("|") and word in line]


def verdicts(text: str) -> list[str]:
    return [row[-1] for row in rows(text, "at most")]


def test_all_targets_are_met_where_all_figures_are_good_enough() -> None:
    text = report(results(_GOOD))
    assert verdicts(text) == ["yes"] * 10
    assert [row[1] for row in rows(text, "at most")] == [
        *("0.50 times", "0.83 times", "0 %", "0.70 times", "1.40 times", "2.00 times", "5.00 times", "599 MB"),
        *("0.38 times", "2.50 s"),
    ]


@pytest.mark.parametrize(
    ("case", "cost", "missed"),
    [
        (("cold", 120, OURS), Cost(6.1, 10.0, 200.0, 200.0), [0, 1]),
        (("cold", 120, OURS_WITHOUT_SEARCH), Cost(5.5, 5.0, 200.0, 200.0), [2]),
        (("parallel", 120, OURS), Cost(5.0, 8.1, 200.0, 200.0), [3]),
        (("unchanged", 120, OURS), Cost(1.0, 1.6, 200.0, 200.0), [4]),
        (("edited", 120, OURS), Cost(1.0, 2.1, 200.0, 200.0), [5]),
        (("cold", 600, OURS), Cost(28.0, 28.0, 400.0, 601.0), [6, 7]),
        (("pdf", 120, OURS), Cost(21.0, 21.0, 200.0, 200.0), [8]),
        (("pdf-edited", 120, OURS), Cost(3.0, 3.0, 200.0, 200.0, ready=3.1), [9]),
    ],
)
def test_a_target_that_is_missed_is_said_to_be(case: tuple[str, int, str], cost: Cost, missed: list[int]) -> None:
    found = verdicts(report(results(_GOOD | {case: cost})))
    assert [number for number, verdict in enumerate(found) if verdict != "yes"] == missed
    assert {found[number] for number in missed} == {"**no**"}


def test_what_was_not_measured_is_not_judged() -> None:
    text = report(results({case: cost for case, cost in _GOOD.items() if case[2] != LATEX and case[1] != 600}))
    assert [row[1] for row in rows(text, "at most") if row[-1] == "–"] == ["not measured here"] * 3


def test_cold_builds_are_compared_with_plain_sphinx() -> None:
    found = results(_GOOD)
    found.add(Case("cold", 120, OURS), Cost(7.0, 12.0, 210.0, 310.0))
    row = next(row for row in rows(report(found), OURS) if row[0] == "120")
    assert row == ["120", OURS, "Pagefind", "6.00", "5.00–7.00", "11.00", "205", "305", "0.60", "1.50"]
    assert rows(report(found), "120 → 600")
    assert [OURS, "4.2"] in rows(report(found), OURS)


def test_who_is_left_out_or_fails_is_named_with_the_reason() -> None:
    found = results(_GOOD)
    found.left_out["ablog"] = "no_such_package"
    found.failed[PLAIN] = "a long story\nthe last line of it"
    assert "Left out: ablog, which takes no_such_package." in report(found)
    assert f"Failed: {PLAIN} (the last line of it)." in report(found)


def test_every_round_is_in_the_file_for_machines() -> None:
    found = results(_GOOD)
    found.add(Case("cold", 120, PLAIN), Cost(12.0, 12.0, 150.0, 150.0))
    told = json.loads(as_json(found, "a machine"))
    plain = next(case for case in told["cases"] if (case["scenario"], case["contestant"]) == ("cold", PLAIN))
    assert [each["cpu"] for each in plain["rounds"]] == [10.0, 12.0]
    assert plain["median"]["cpu"] == 11.0
    assert len(told["targets"]) == 10


def test_somebody_takes_a_quick_look(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["--sizes", "1", "2", "--repetitions", "1", "--only", "cold", "unchanged", "--contestants", FLOOR]
    assert main([*words, "--json", str(tmp_path / "bench.json")]) == 0

    shown, progress = capsys.readouterr()
    assert [row[0] for row in rows(shown, FLOOR)] == ["1", "2", FLOOR, "2"], "cold builds, their growth, no change"
    assert "round 1" in progress
    assert len(json.loads((tmp_path / "bench.json").read_text("utf-8"))["cases"]) == 3
