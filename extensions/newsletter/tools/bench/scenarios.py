# SPDX-License-Identifier: EUPL-1.2
"""What is done to an archive while somebody waits."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from newsletter.tools.bench.contestants import CONTESTANTS, FLOOR, LATEX, OURS, PLAIN
from newsletter.tools.bench.latex import volume
from newsletter.tools.bench.measure import BuildFailed, Cost, measured
from newsletter.tools.bench.stall import Stall
from newsletter.tools.sphinx_run import SphinxRun

_EVERYBODY = tuple(contestant.name for contestant in CONTESTANTS if contestant.name != LATEX)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One thing that is measured."""

    name: str
    title: str
    contestants: Sequence[str]
    run: Callable[[Stall, int], Cost]
    """Does it once, for the round of that number."""
    prepare: Callable[[Stall], object] = lambda _stall: None
    """What has to be there before, and is not measured."""
    at_every_size: bool = False


def _cold(stall: Stall, _number: int) -> Cost:
    return stall.build(stall.fresh("output"))


def _parallel(stall: Stall, _number: int) -> Cost:
    return stall.build(stall.fresh("parallel"), jobs=2)


def _unchanged(stall: Stall, _number: int) -> Cost:
    return stall.build(stall.built())


def _edited(stall: Stall, number: int) -> Cost:
    return stall.rebuild_edited(number)


def _make(stall: Stall, target: str) -> list[str]:
    """Return the words behind ``make html`` and ``make pdf``."""
    return [sys.executable, "-m", "newsletter.tools.build", target, "--source", str(stall.source)]


def _make_unchanged(stall: Stall, _number: int) -> Cost:
    return measured(_make(stall, "html"))


def _make_edited(stall: Stall, number: int) -> Cost:
    stall.edit(1000 + number)
    return measured(_make(stall, "html"))


def _pdf(stall: Stall, _number: int) -> Cost:
    output = stall.fresh("pdf")
    if stall.contestant.name == LATEX:
        return volume(stall.source, output)
    run = SphinxRun(source=stall.source, builder="newsletter-pdf", output=output / "pdf", doctrees=output / "doctrees")
    return measured(run.command())


def _pdf_edited(stall: Stall, number: int) -> Cost:
    stall.edit(2000 + number)
    own = stall.source / "_build" / "pdf" / "issues" / f"{stall.middle_issue.stem}.pdf"
    cost = measured(_make(stall, "pdf"), awaited=own)
    if not cost.ready:
        raise BuildFailed(f"{own.name} stayed as it was")
    return cost


SCENARIOS = (
    Scenario("cold", "cold build, one process", _EVERYBODY, _cold, at_every_size=True),
    Scenario("parallel", "cold build, -j 2", [OURS, PLAIN], _parallel),
    Scenario("unchanged", "nothing changed", [OURS, PLAIN, FLOOR], _unchanged, Stall.built),
    Scenario("edited", "one title edited", [OURS, PLAIN, FLOOR], _edited, Stall.built),
    Scenario(
        "make-unchanged", "make html, nothing changed", [OURS], _make_unchanged, lambda each: _make_edited(each, 0)
    ),
    Scenario("make-edited", "make html, one title edited", [OURS], _make_edited, lambda each: _make_edited(each, 0)),
    Scenario("pdf", "cold, all PDFs", [OURS, LATEX], _pdf),
    Scenario(
        "pdf-edited", "make pdf, one title edited", [OURS], _pdf_edited, lambda each: measured(_make(each, "pdf"))
    ),
)
