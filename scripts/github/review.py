# SPDX-License-Identifier: EUPL-1.2
"""The comment under a pull request: which records it changes, and what the check says of it."""

from __future__ import annotations

from pathlib import Path

from newsletter.tools.report import mapping, read_json, read_report, text
from scripts.github import gh
from scripts.github.comments import say_once


def post_review(path: Path) -> None:
    """Write the report at *path* under the pull request whose workflow has just ended, if it is still the latest.

    Which pull request that is comes from GitHub and not from the report, which a contributor's code may have written.
    """
    number = _pull_request(mapping(gh.event()["workflow_run"]))
    if number is None:
        print("No open pull request has this commit as its latest: nothing to say.")
        return
    say_once(number, "review", read_report(read_json(path)).as_markdown())
    print(f"The comment under #{number} is up to date.")


def _pull_request(run: gh.Body) -> int | None:
    """Return the number of the open pull request whose latest commit *run* was about."""
    commit, branch = text(run, "head_sha"), text(run, "head_branch")
    home = mapping(run.get("head_repository") or {})
    head = f"{text(mapping(home.get('owner') or {}), 'login')}:{branch}"
    for pull in gh.each("pulls", state="open", head=head):
        if mapping(pull["head"]).get("sha") == commit:
            return gh.whole(pull, "number")
    return None
