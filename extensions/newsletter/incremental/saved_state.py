# SPDX-License-Identifier: EUPL-1.2
"""Notes that one build leaves for the next, as JSON."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def remembered(file: Path) -> dict[str, Any]:
    """Return what *file* holds; nothing where it is not there, or was not written to its end."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
