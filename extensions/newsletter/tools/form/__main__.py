# SPDX-License-Identifier: EUPL-1.2
"""Read the form that started a workflow, and write what becomes of it, as data for the job that may write."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from newsletter.tools.console import PROJECT, run
from newsletter.tools.form.answers import read_answers, read_forms
from newsletter.tools.form.proposal import propose


def main(words: list[str]) -> int:
    """Read the event in the file that the first word names; ``null`` is written where it is no filled form."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.form")
    parser.add_argument("event", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    issue = json.loads(asked.event.read_text(encoding="utf-8"))["issue"]
    project = asked.source.resolve()
    answers = read_answers(str(issue.get("body") or ""), read_forms(project))
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    if answers is None:
        asked.out.write_text("null\n", encoding="utf-8")
        return 0
    proposal = propose(answers, project, int(issue["number"]))
    asked.out.write_text(proposal.as_json(), encoding="utf-8")
    print(proposal.report.as_markdown(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
