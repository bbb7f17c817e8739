# SPDX-License-Identifier: EUPL-1.2
"""The results in Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from itertools import pairwise

from newsletter.tools.bench.contestants import CONTESTANTS, FLOOR, PLAIN
from newsletter.tools.bench.measure import middle
from newsletter.tools.bench.results import Case, Results
from newsletter.tools.bench.scenarios import SCENARIOS
from newsletter.tools.bench.targets import TARGETS

_SEARCH = {contestant.name: contestant.search for contestant in CONTESTANTS}


def report(results: Results) -> str:
    """Return everything that was measured, the targets first."""
    parts = [target_table(results), cold_table(results), growth_table(results), other_table(results)]
    parts += [f"Left out: {name}, which takes {missing}." for name, missing in results.left_out.items()]
    parts += [f"Failed: {name} ({reason.splitlines()[-1]})." for name, reason in results.failed.items()]
    return "\n\n".join(filter(None, parts)) + "\n"


def as_json(results: Results, where: str) -> str:
    """Return the same, and every single round."""
    cases = [
        {**asdict(case), "median": asdict(middle(costs)), "rounds": [asdict(cost) for cost in costs]}
        for case, costs in results.costs.items()
    ]
    targets = [{"target": each.what, "limit": each.limit, "measured": each.measured(results)} for each in TARGETS]
    absent = {"left_out": results.left_out, "failed": results.failed}
    everything = {"where": where, "targets": targets, "cases": cases, **absent}
    return json.dumps(everything, indent=1, ensure_ascii=False) + "\n"


def target_table(results: Results) -> str:
    """Return whether each target is met, as far as it was measured."""
    rows = []
    for target in TARGETS:
        measured = target.measured(results)
        shown, met = "not measured here", "–"
        if measured is not None:
            shown, met = _with_unit(measured, target.unit), "yes" if measured <= target.limit else "**no**"
        rows.append([target.what, shown, f"at most {_with_unit(target.limit, target.unit)}", met])
    return _table("Targets", ["", "measured", "target", "met?"], rows, numbers=range(1, 2))


def cold_table(results: Results) -> str:
    """Return what everybody's cold build costs, and how that compares."""
    head = ["issues", "program", "search", "CPU s", "lowest–highest", "wall s", "MB, largest process", "MB, together"]
    rows = [_cold_row(results, case) for case in results.cases("cold")]
    ratios = ["CPU to plain Sphinx", "CPU to it without search"]
    return _table("Cold build, one process", [*head, *ratios], rows, numbers=[0, *range(3, 10)])


def _cold_row(results: Results, case: Case) -> list[str]:
    cost, seen = middle(results.costs[case]), [each.cpu for each in results.costs[case]]
    figures = [f"{cost.cpu:.2f}", f"{min(seen):.2f}–{max(seen):.2f}", f"{cost.wall:.2f}"]
    memory = [f"{each:.0f}" for each in (cost.memory, cost.together)]
    others = (results.median("cold", case.issues, name) for name in (PLAIN, FLOOR))
    ratios = [f"{cost.cpu / other.cpu:.2f}" if other else "–" for other in others]
    return [str(case.issues), case.contestant, _SEARCH[case.contestant], *figures, *memory, *ratios]


def growth_table(results: Results) -> str:
    """Return how CPU grows from each size to the next, for those who were measured at both."""
    sizes = results.sizes("cold")
    steps = list(pairwise(sizes))
    names = dict.fromkeys(case.contestant for case in results.cases("cold"))
    rows = []
    for name in names:
        pairs = [(results.median("cold", small, name), results.median("cold", large, name)) for small, large in steps]
        rows.append([name, *(f"{large.cpu / small.cpu:.1f}" if small and large else "–" for small, large in pairs)])
    heads = [f"{small} → {large}" for small, large in steps]
    return _table("Growth of CPU, times", ["program", *heads], rows, numbers=range(1, 9)) if steps else ""


def other_table(results: Results) -> str:
    """Return everything but the cold builds."""
    rows = []
    for scenario in SCENARIOS[1:]:
        for case in results.cases(scenario.name):
            cost = middle(results.costs[case])
            figures = (f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.ready:.2f}" if cost.ready else "")
            memory = f"{cost.together:.0f}"
            rows.append([str(case.issues), scenario.title, case.contestant, *figures, memory])
    head = ["issues", "what", "program", "wall s", "CPU s", "own PDF ready, s", "MB, together"]
    return _table("Everything else", head, rows, numbers=[0, *range(3, 7)])


def _with_unit(number: float, unit: str) -> str:
    digits = 0 if unit in {"MB", "%"} else 2
    return f"{number:.{digits}f} {unit}".replace(" ×", " times")


def _table(title: str, head: list[str], rows: Iterable[list[str]], numbers: Iterable[int]) -> str:
    """Return a Markdown table under *title*, the columns *numbers* set right; nothing where it has no rows."""
    lines = [f"| {' | '.join(row)} |" for row in rows]
    right = set(numbers)
    rule = " | ".join("--:" if column in right else "---" for column in range(len(head)))
    return "\n".join([f"### {title}\n", f"| {' | '.join(head)} |", f"| {rule} |", *lines]) if lines else ""
