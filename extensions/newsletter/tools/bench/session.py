# SPDX-License-Identifier: EUPL-1.2
"""One sitting, in which all contestants take turns on one machine."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from newsletter.tools.bench.contestants import Contestant
from newsletter.tools.bench.measure import BuildFailed
from newsletter.tools.bench.results import Case, Results
from newsletter.tools.bench.scenarios import Scenario
from newsletter.tools.bench.stall import Stall

SIZE = 120
"""The number of issues at which everything is measured; at the others, only the cold build."""


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


class Session:
    """Measures *scenarios*, with the sources of *project*, below the empty folder *workplace*."""

    def __init__(
        self, project: Path, workplace: Path, scenarios: Sequence[Scenario], contestants: Iterable[Contestant]
    ) -> None:
        self.results = Results()
        self._project = project
        self._workplace = workplace
        self._scenarios = scenarios
        wanted = {name for scenario in scenarios for name in scenario.contestants}
        self._contestants = [each for each in contestants if each.name in wanted and self._takes_part(each)]

    def _takes_part(self, contestant: Contestant) -> bool:
        """Build two issues, so that what Python compiles once is compiled, and a failure shows early."""
        if contestant.missing:
            self.results.left_out[contestant.name] = ", ".join(contestant.missing)
            _say(f"  {contestant.name} is left out; it takes {', '.join(contestant.missing)}")
            return False
        _say(f"  warming up: {contestant.name}…")
        stall = Stall(contestant, 2, self._workplace / "warm-up" / contestant.name)
        try:
            stall.write(self._project)
            stall.build(stall.fresh("output"))
        except BuildFailed as failure:
            self._failed(contestant.name, failure)
            return False
        return True

    def measure(self, sizes: Sequence[int], repetitions: int) -> Results:
        """Measure archives of *sizes*, each case *repetitions* times."""
        whole = SIZE if SIZE in sizes else max(sizes)
        for count in sizes:
            stalls = [Stall(each, count, self._workplace / str(count) / each.name) for each in self._contestants]
            for stall in stalls:
                stall.write(self._project)
            for scenario in self._scenarios:
                if scenario.at_every_size or count == whole:
                    self._take_turns(
                        scenario, [s for s in stalls if s.contestant.name in scenario.contestants], repetitions
                    )
        return self.results

    def _take_turns(self, scenario: Scenario, stalls: Sequence[Stall], repetitions: int) -> None:
        """Measure *scenario* at all *stalls*; whoever fails at it is out of it, and the others go on."""
        fit = [stall for stall in stalls if self._prepared(scenario, stall)]
        for number in range(1, repetitions + 1):
            fit = [stall for stall in fit if self._round(scenario, stall, number)]

    def _prepared(self, scenario: Scenario, stall: Stall) -> bool:
        try:
            scenario.prepare(stall)
        except BuildFailed as failure:
            self._failed(_case(scenario, stall), failure)
            return False
        return True

    def _round(self, scenario: Scenario, stall: Stall, number: int) -> bool:
        try:
            cost = scenario.run(stall, number)
        except BuildFailed as failure:
            self._failed(_case(scenario, stall), failure)
            return False
        self.results.add(Case(scenario.name, stall.count, stall.contestant.name), cost)
        _say(f"  {_case(scenario, stall)}, round {number}: {cost.cpu:.2f} s CPU, {cost.wall:.2f} s wall")
        return True

    def _failed(self, what: str, failure: BuildFailed) -> None:
        _say(f"  {what}: it failed:\n{failure}")
        self.results.failed[what] = str(failure)


def _case(scenario: Scenario, stall: Stall) -> str:
    return f"{stall.contestant.name}, {stall.count} issues, {scenario.title}"
