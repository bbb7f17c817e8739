# SPDX-License-Identifier: EUPL-1.2
"""When a file that somebody waits for is there."""

from __future__ import annotations

import time
from pathlib import Path

from newsletter.tools.bench.watcher import Watcher

_INTERVAL = 0.02


class Arrival(Watcher):
    """Waits for *path* to be written, or written again; where it is None, for nothing."""

    def __init__(self, path: Path | None) -> None:
        super().__init__(_INTERVAL if path else 3600)
        self._path = path
        self._before = self._state()
        self._start = time.perf_counter()
        self.seconds = 0.0
        """From the beginning until the file was there; 0 where it never was."""

    def _state(self) -> tuple[int, int, int] | None:
        try:
            known = self._path.stat() if self._path else None
        except OSError:
            return None
        return (known.st_ino, known.st_mtime_ns, known.st_size) if known else None

    def look(self) -> None:
        """Note the time where the file has become another, and each time that it grows."""
        now = self._state()
        if now not in {None, self._before}:
            self._before = now
            self.seconds = time.perf_counter() - self._start
