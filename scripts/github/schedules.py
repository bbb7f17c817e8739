# SPDX-License-Identifier: EUPL-1.2
"""Schedules are kept: GitHub stops them after 60 days without a commit, just in the pauses of the newsletter."""

from __future__ import annotations

from pathlib import Path

from newsletter.tools.report import mapping
from scripts.github.gh import get, put, whole


def keep_schedules(_source: Path) -> None:
    """Enable each workflow that is enabled, which begins its 60 days anew; those that somebody disabled stay so."""
    found = get("actions/workflows?per_page=100").get("workflows")
    for workflow in map(mapping, found if isinstance(found, list) else []):
        if workflow.get("state") == "active":
            put(f"actions/workflows/{whole(workflow, 'id')}/enable")
