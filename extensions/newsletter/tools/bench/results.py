# SPDX-License-Identifier: EUPL-1.2
"""What was measured."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from newsletter.tools.bench.measure import Cost, middle


@dataclass(frozen=True, slots=True, order=True)
class Case:
    """What was done, at how many issues, and by whom."""

    scenario: str
    issues: int
    contestant: str


@dataclass(slots=True)
class Results:
    """All costs of each case, one a round."""

    costs: dict[Case, list[Cost]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)
    """Contestants that could not take part, with what they miss."""
    failed: dict[str, str] = field(default_factory=dict)
    """Contestants and cases that failed, with what they complained of."""

    def add(self, case: Case, cost: Cost) -> None:
        """Note what one round of *case* cost."""
        self.costs.setdefault(case, []).append(cost)

    def median(self, scenario: str, issues: int, contestant: str) -> Cost | None:
        """Return the median of the rounds; None where there was none."""
        costs = self.costs.get(Case(scenario, issues, contestant))
        return middle(costs) if costs else None

    def cases(self, scenario: str) -> Iterator[Case]:
        """Yield the cases of *scenario*, small archives first, contestants in the order in which they took turns."""
        of_it = [case for case in self.costs if case.scenario == scenario]
        yield from sorted(of_it, key=lambda case: case.issues)

    def sizes(self, scenario: str) -> list[int]:
        """Return at how many issues *scenario* was measured."""
        return sorted({case.issues for case in self.costs if case.scenario == scenario})
