# SPDX-License-Identifier: EUPL-1.2
"""``make linkcheck`` as a report: the links that lead nowhere, by page."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from newsletter.environment.i18n import translate
from newsletter.tools.build import main as build
from newsletter.tools.console import PROJECT, run, split_options
from newsletter.tools.report import Item, Report, Section

_DEAD = frozenset({"broken", "timeout"})


def link_report(lines: Iterable[str]) -> Report:
    """Return what Sphinx's ``output.json`` tells of dead links; without a section where there is none."""
    found = [json.loads(line) for line in lines if line.strip()]
    dead = sorted(
        (each for each in found if each["status"] in _DEAD), key=lambda each: (each["filename"], each["lineno"])
    )
    sections = tuple(
        Section(page, tuple(_items(links))) for page, links in groupby(dead, key=lambda each: str(each["filename"]))
    )
    note = translate("%(dead)d of %(all)d links lead nowhere.") % {"dead": len(dead), "all": len(found)}
    return Report(translate("Links that lead nowhere"), (note,), sections, translate("The rest is left out here."))


def _items(links: Iterable[dict[str, Any]]) -> Iterator[Item]:
    for link in links:
        yield Item(
            str(link["uri"]), translate("line %(line)d: %(why)s") % {"line": link["lineno"], "why": link["info"]}
        )


def main(words: list[str]) -> int:
    """Try the links, and turn the notes of the link check into a report beside them; ``--`` is followed by Sphinx's."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.review.links")
    parser.add_argument("--jobs", default="auto")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    build(["linkcheck", f"--jobs={asked.jobs}", f"--source={asked.source}", "--", "-q", *options])
    folder = asked.source / "_build" / "linkcheck"
    report = link_report((folder / "output.json").read_text(encoding="utf-8").splitlines())
    (folder / "report.json").write_text(report.as_json(), encoding="utf-8")
    print(report.as_markdown(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
