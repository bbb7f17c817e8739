# SPDX-License-Identifier: EUPL-1.2
"""What one command costs is its own cost, and that of what it started."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsletter.tools.bench.measure import BuildFailed, Cost, measured, middle

_HOLD = "import time; held = bytearray({megabytes} * 10**6); time.sleep(0.3)"
_no_proc = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="this system does not tell it")


def python(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@_no_proc
def test_memory_is_that_of_the_command_and_not_of_whoever_measures() -> None:
    held = bytearray(300 * 10**6)
    assert 100 < measured(python(_HOLD.format(megabytes=100))).memory < len(held) / 1e6


@_no_proc
def test_memory_of_all_together_counts_those_that_it_started() -> None:
    start = f"import subprocess, sys; held = bytearray(10**8); subprocess.run([sys.executable, '-c', {_HOLD!r}])"
    cost = measured(python(start.replace("{megabytes}", "100")))
    assert cost.together > 200 > cost.memory > 100


def test_processor_time_of_what_it_started_counts() -> None:
    work = "import time\nwhile time.process_time() < 0.3: pass"
    assert measured(python(f"import subprocess, sys; subprocess.run([sys.executable, '-c', {work!r}])")).cpu > 0.3


def test_a_file_that_somebody_waits_for_is_noticed_when_it_is_written_anew(tmp_path: Path) -> None:
    awaited = tmp_path / "own.pdf"
    awaited.write_text("old", encoding="utf-8")
    write = f"import pathlib; pathlib.Path({str(awaited)!r}).write_text('anew')"
    cost = measured(python(write), awaited=awaited)
    assert cost.ready > 0
    assert measured(python("pass"), awaited=awaited).ready == 0, "it stayed as it was"


def test_a_failure_is_no_measurement_and_says_why() -> None:
    with pytest.raises(BuildFailed, match="nothing to build"):
        measured(python("raise SystemExit('nothing to build')"))


def test_the_median_is_taken_of_each_figure() -> None:
    costs = [Cost(cpu, 10 - cpu, 100.0, 100.0, ready=1.0) for cpu in (9.0, 1.0, 2.0)]
    assert middle(costs) == Cost(2.0, 8.0, 100.0, 100.0, 1.0)
