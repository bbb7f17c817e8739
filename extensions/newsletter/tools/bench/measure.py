# SPDX-License-Identifier: EUPL-1.2
"""What one build costs."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from newsletter.tools.sphinx_run import SphinxRun


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and of clock, and megabytes of the largest process at its peak."""

    cpu: float
    wall: float
    memory: float


def cold_build(source: Path, output: Path) -> Cost:
    """Build *source* from nothing, in one process, and return what it cost; exit where the build fails."""
    shutil.rmtree(output, ignore_errors=True)
    run = SphinxRun(source=source, builder="html", output=output / "html", doctrees=output / "doctrees", options=["-q"])
    with tempfile.TemporaryFile() as complaints:
        start = time.perf_counter()
        process = run.start(stdout=subprocess.DEVNULL, stderr=complaints.fileno())
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            complaints.seek(0)
            sys.exit(complaints.read().decode("utf-8", "replace"))
    unit = 1 if sys.platform == "darwin" else 1024  # getrusage(2): bytes on macOS, kilobytes on Linux
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss * unit / 1e6)


def middle(costs: list[Cost]) -> Cost:
    """Return the median of each cost."""
    return Cost(*(median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "memory")))
