# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the commands share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


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
