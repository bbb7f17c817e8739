# SPDX-License-Identifier: EUPL-1.2
"""Write what ``make check`` said as Markdown, for the summary of a job."""

from __future__ import annotations

import sys
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.tools.console import PROJECT, run
from newsletter.tools.report import Report
from newsletter.tools.review.messages import read_messages
from newsletter.tools.review.report import message_sections


def findings(log: str, project: Path) -> Report:
    """Return the messages in *log*, which a check of *project* has written."""
    messages = read_messages(log.splitlines(), project)
    lines = () if messages else (translate("The check has nothing to say."),)
    return Report(translate("What the check says"), lines, tuple(message_sections(messages)))


def main(words: list[str]) -> int:
    """Print what the file says that the only word names."""
    (path,) = words
    print(findings(Path(path).read_text(encoding="utf-8"), PROJECT).as_markdown(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
