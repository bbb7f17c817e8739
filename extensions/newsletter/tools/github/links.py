# SPDX-License-Identifier: EUPL-1.2
"""The issue about links that lead nowhere: opened, brought up to date, closed when all is well again."""

from __future__ import annotations

from pathlib import Path

from .api import Repository, is_ours, whole
from .comments import is_marked, marked
from .escaping import inert
from .report import read_json, read_report

_PURPOSE = "links"


def report_links(repository: Repository, path: Path) -> None:
    """Tell in one issue what the report at *path* tells; without a section there is nothing to tell."""
    report = read_report(read_json(path))
    known = _open_issue(repository)
    content = {"title": inert(report.title), "body": marked(_PURPOSE, report.as_markdown())}
    if not report.sections:
        if known is not None:
            repository.patch(f"issues/{known}", {**content, "state": "closed", "state_reason": "completed"})
    elif known is None:
        repository.post("issues", content)
    else:
        repository.patch(f"issues/{known}", content)


def _open_issue(repository: Repository) -> int | None:
    """Return the number of the issue that is open already."""
    for issue in repository.each("issues", state="open"):
        if "pull_request" not in issue and is_ours(issue) and is_marked(_PURPOSE, issue.get("body")):
            return whole(issue, "number")
    return None
