# SPDX-License-Identifier: EUPL-1.2
"""Looks again and again at something while a command runs."""

from __future__ import annotations

from abc import ABC, abstractmethod
from threading import Event, Thread
from types import TracebackType
from typing import Self


class Watcher(ABC):
    """Looks every *interval* seconds, in a thread of its own, for as long as the context lasts."""

    def __init__(self, interval: float) -> None:
        self._interval = interval
        self._ended = Event()
        self._thread = Thread(target=self._watch, daemon=True)

    @abstractmethod
    def look(self) -> None:
        """Take one look."""

    def _watch(self) -> None:
        while not self._ended.wait(self._interval):
            self.look()

    def __enter__(self) -> Self:
        """Begin to watch."""
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it, with a last look."""
        self._ended.set()
        self._thread.join()
        self.look()
