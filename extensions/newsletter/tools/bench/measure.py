# SPDX-License-Identifier: EUPL-1.2
"""What one command costs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median

from newsletter.tools.bench.arrival import Arrival
from newsletter.tools.bench.footprint import Footprint

_EXTENSIONS = Path(__file__).resolve().parents[3]
_TODAY = "1778846400"  # 15 May 2026, the month of the newest invented issue: what is upcoming depends on the day
_UNIT = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes on macOS, kilobytes on Linux


class BuildFailed(Exception):  # noqa: N818 - it is the outcome of a build, not a fault of the benchmark
    """A command that was to be measured failed; the message is what it complained of."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor, children included, and of clock; megabytes at the peak."""

    cpu: float
    wall: float
    memory: float
    """Of the largest process."""
    together: float
    """Of all processes together, as seen again and again, or at least of the largest."""
    ready: float = 0.0
    """Seconds until the one file was there that somebody waits for; 0 where nobody does."""

    def __add__(self, other: Cost) -> Cost:
        """Return what both cost, one after the other."""
        return Cost(
            self.cpu + other.cpu,
            self.wall + other.wall,
            max(self.memory, other.memory),
            max(self.together, other.together),
        )


def measured(command: Sequence[str], *, folder: Path | None = None, awaited: Path | None = None) -> Cost:
    """Run *command* in *folder* and return what it cost, and when the file *awaited* was there anew.

    :raises BuildFailed: where it does.
    """
    path = os.pathsep.join(filter(None, [str(_EXTENSIONS), os.environ.get("PYTHONPATH", "")]))
    environment = {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": _TODAY}
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(  # noqa: S603 - words of our own, and no shell
            command, cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=subprocess.STDOUT
        )
        with Footprint(process.pid) as footprint, Arrival(awaited) as arrival:
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            said.seek(0)
            raise BuildFailed(said.read().decode("utf-8", "replace").strip() or f"exit code {process.returncode}")
    cpu = usage.ru_utime + usage.ru_stime
    # What the system keeps for a child begins with what its parent held when it started it, that is, with this process.
    largest = footprint.largest or usage.ru_maxrss * _UNIT / 1e6
    return Cost(cpu, wall, largest, max(largest, footprint.together), arrival.seconds)


_FIGURES = [figure.name for figure in fields(Cost)]


def middle(costs: Sequence[Cost]) -> Cost:
    """Return the median of each cost."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in _FIGURES))
