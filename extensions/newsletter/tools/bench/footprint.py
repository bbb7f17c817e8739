# SPDX-License-Identifier: EUPL-1.2
"""How much memory a process and all that it started take, where ``/proc`` tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from newsletter.tools.bench.watcher import Watcher

_INTERVAL = 0.03  # seconds; a look takes a fraction of a millisecond
_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class _Process:
    """What one process holds now, and the most that it ever held, in megabytes."""

    now: float
    peak: float


def _processes(pid: int) -> Iterator[_Process]:
    """Yield process *pid* and its descendants, but for those that are gone."""
    folder = _PROCESSES / str(pid)
    try:
        lines = (folder / "status").read_text(encoding="utf-8", errors="replace").splitlines()
        children = (folder / "task" / str(pid) / "children").read_text(encoding="ascii").split()
    except OSError:
        return
    facts = dict(line.split(":", 1) for line in lines if line.startswith(("VmRSS:", "VmHWM:")))
    if len(facts) == 2:
        yield _Process(*(int(facts[name].split()[0]) * 1024 / 1e6 for name in ("VmRSS", "VmHWM")))
    for child in children:
        yield from _processes(int(child))


class Footprint(Watcher):
    """Watches process *pid*."""

    def __init__(self, pid: int) -> None:
        super().__init__(_INTERVAL)
        self._pid = pid
        self.largest = 0.0
        """The most that one process held, in megabytes; 0 where the system does not tell."""
        self.together = 0.0
        """The most that all of them were seen to hold at once."""

    def look(self) -> None:
        """Note what is held now."""
        processes = list(_processes(self._pid))
        self.largest = max([self.largest, *(process.peak for process in processes)])
        self.together = max(self.together, sum(process.now for process in processes))
