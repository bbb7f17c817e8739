# SPDX-License-Identifier: EUPL-1.2
"""``make report``: start the report of a year, with a foreword to write and the parts that are made of the records."""

from __future__ import annotations

import argparse
import re
import sys
from pathlib import Path
from string import Template

from newsletter.model.report import FOLDER
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.settings import further_languages, setting, site_language

_TEMPLATES = Path(__file__).parent
_NETWORKS = re.compile(r"## [^\n]+\n\n:::\{report\}\n:part: networks\n:::\n\n")
"""The section on networks and twin cities, which not every city names in its settings."""
_CONTENTS = f"{FOLDER}/*"


def start_report(project: Path, year: int) -> list[Path]:
    """Write the report of *year* in each language of the site that lacks it; return the paths of what was written."""
    languages = {"": site_language(project), **{f".{tag}": tag for tag in further_languages(project)}}
    written = []
    for suffix, language in languages.items():
        path = project / FOLDER / f"{year}{suffix}.md"
        if path.exists():
            continue
        shipped = (_TEMPLATES / f"report_template.{language}.md", _TEMPLATES / "report_template.en.md")
        template = Template(next(file for file in shipped if file.is_file()).read_text("utf-8"))
        path.parent.mkdir(exist_ok=True)
        text = template.substitute(year=year)
        if not (setting(project, "newsletter_networks") or setting(project, "newsletter_twin_cities")):
            text = _NETWORKS.sub("", text)
        path.write_text(text, "utf-8", newline="\n")
        written.append(path)
    return written


def main(words: list[str]) -> int:
    """Start the report of the year that is named; a report that is there already stays as it is."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.start_report")
    parser.add_argument("--year", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    if not re.fullmatch("[12][0-9]{3}", asked.year):
        raise refuse("Say of which year the report is to be: report YEAR=2026")
    written = start_report(asked.source, int(asked.year))
    if not written:
        say("%(path)s is there already, and stays as it is.", path=f"{FOLDER}/{asked.year}.md")
        return 0
    for path in written:
        say("Here is the report: %(path)s", path=path.relative_to(asked.source).as_posix())
    say("Write its foreword; what follows it is made of the records at each build.")
    index = asked.source / "index.md"
    if index.is_file() and _CONTENTS not in index.read_text("utf-8"):
        say(
            "Put the line “%(line)s” into the contents (toctree) of index.md, so that it has its place.", line=_CONTENTS
        )
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
