# SPDX-License-Identifier: EUPL-1.2
"""``make new``: start an issue from a template, with its dates already right."""

from __future__ import annotations

import argparse
import sys
from datetime import datetime
from pathlib import Path
from string import Template

from babel.dates import get_month_names

from newsletter.model.issue import IssueName, Period
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.settings import site_language, topics

_ENGLISH = Path(__file__).with_name("issue_template.en.md")


def next_issue(project: Path) -> IssueName:
    """Return the name of the issue that follows the newest; this month's where there is none yet."""
    names = (IssueName.parse(path.stem) for path in (project / "issues").glob("*.md"))
    periods = [name.period for name in names if name is not None]
    if periods:
        return IssueName(max(periods).plus(1))
    today = datetime.now().astimezone()
    return IssueName(Period(today.year, today.month))


def fill_template(name: IssueName, project: Path) -> str:
    """Return the text of a fresh issue called *name*, from the project's own template where it has one."""
    own = project / "_templates" / "issue.md"
    shipped = _ENGLISH.with_name(f"issue_template.{site_language(project)}.md")
    template = next(path for path in (own, shipped, _ENGLISH) if path.exists()).read_text(encoding="utf-8")
    months = get_month_names("wide", locale=site_language(project))
    period, past = name.period, name.period.plus(-1)
    text = Template(template).safe_substitute(
        title=_titled(period, name.suffix, months[period.month]),
        year=str(period.year),
        month=f"{period.month:02}",
        month_name=months[period.month],
        past_title=_titled(past, "", months[past.month]),
        past_year=str(past.year),
        past_month_name=months[past.month],
        topic=next(iter(topics(project)), ""),
    )
    return text if topics(project) else text.replace("% :topics: \n", "")


def write_issue(name: IssueName, project: Path) -> Path:
    """Write a fresh issue called *name* and return its path; raise :exc:`CommandError` where that issue exists."""
    path = project / "issues" / f"{name}.md"
    path.parent.mkdir(exist_ok=True)
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(fill_template(name, project))
    except FileExistsError:
        following = next_issue(project)
        raise refuse(
            "issues/%(name)s.md exists already and stays as it is. The next issue would be: make new ISSUE=%(next)s",
            name=name,
            next=following,
        ) from None
    return path


def main(words: list[str]) -> int:
    """Start the issue that the first word names, or the next one."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.new_issue")
    parser.add_argument("issue", nargs="?", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    name = IssueName.parse(asked.issue) if asked.issue else next_issue(asked.source)
    if name is None:
        raise refuse(
            "“%(text)s” is no name of an issue. Write the year and the month, 2026-07, "
            "or 2026-07-special for a special issue of that month.",
            text=asked.issue,
        )
    path = write_issue(name, asked.source)
    say("Here is the new issue: %(path)s", path=path.relative_to(asked.source))
    say("See it while you write with “make serve”, have it read with “make check”.")
    return 0


def _titled(period: Period, suffix: str, month_name: str) -> str:
    """Return ``Luglio 2026``, with the suffix of a special issue in words."""
    special = f" · {suffix.replace('-', ' ')}" if suffix else ""
    return f"{month_name[:1].upper()}{month_name[1:]} {period.year}{special}"


if __name__ == "__main__":
    sys.exit(run(main))
