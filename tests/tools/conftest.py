# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the commands share."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from typing import Any

import pytest
from sphinx.locale import translators

from newsletter.tools.sphinx_run import SphinxRun


def _row(**different: Any) -> dict[str, Any]:
    """Make a record as the open data have it; *day*, *end* and *hour* set its only occurrence."""
    day = different.pop("day", "2026-05-13")
    end = different.pop("end", day)
    occurrence = {"start": day, "end": end, "time_start": different.pop("hour", None), "time_end": None}
    return {
        "id": "2026-05-concerto-del-ponte",
        "kind": "event",
        "title": "Concerto del ponte",
        "start": day,
        "end": end,
        "precision": "day",
        "occurrences": [occurrence],
        "places": ["Borgoluce"],
        "people": [{"name": "Ada Esempio", "role": "Sindaca"}],
        "status": "confirmed",
        "issue": "2026-05",
        "issues": ["2026-05"],
        "page": "issues/2026-05.html#2026-05-concerto-del-ponte",
        **different,
    }


@pytest.fixture
def row() -> Callable[..., dict[str, Any]]:
    """Return what makes records of the city of Borgoluce as the open data have them."""
    return _row


class _Ended:
    """A run of Sphinx that has ended in this process, as :mod:`subprocess` would tell of one."""

    def __init__(self, run: SphinxRun) -> None:
        messages = io.StringIO()
        with redirect_stderr(messages):
            self.returncode = run.call()
        self._messages = messages.getvalue()

    def communicate(self) -> tuple[None, str]:
        """Return what it wrote."""
        return None, self._messages


def _call(run: SphinxRun) -> int:
    translators.clear()  # Sphinx would fall back on the language of the run before
    return run.call_here()


@pytest.fixture
def sphinx_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let commands run Sphinx in this process, which is much quicker, where no story is about another one."""
    monkeypatch.setattr(sys, "path", [*sys.path])
    monkeypatch.setattr(SphinxRun, "call", _call)
    monkeypatch.setattr(SphinxRun, "start", lambda run, **_pipes: _Ended(run))
