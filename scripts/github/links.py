# SPDX-License-Identifier: EUPL-1.2
"""The issue about links that lead nowhere: opened, brought up to date, closed when all is well again."""

from __future__ import annotations

from pathlib import Path

from newsletter.tools.escaping import inert
from newsletter.tools.report import read_json, read_report
from scripts.github import gh
from scripts.github.comments import is_marked, marked

_PURPOSE = "links"


def report_links(path: Path) -> None:
    """Tell in one issue what the report at *path* tells; without a section there is nothing to tell."""
    report = read_report(read_json(path))
    known = _open_issue()
    content = {"title": inert(report.title), "body": marked(_PURPOSE, report.as_markdown())}
    if not report.sections:
        if known is not None:
            gh.patch(f"issues/{known}", {**content, "state": "closed", "state_reason": "completed"})
    elif known is None:
        gh.post("issues", content)
    else:
        gh.patch(f"issues/{known}", content)


def _open_issue() -> int | None:
    """Return the number of the issue that is open already."""
    for issue in gh.each("issues", state="open"):
        if "pull_request" not in issue and gh.is_ours(issue) and is_marked(_PURPOSE, issue.get("body")):
            return gh.whole(issue, "number")
    return None
