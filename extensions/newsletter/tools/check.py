# SPDX-License-Identifier: EUPL-1.2
"""``make check``: read all sources strictly, drafts included, and fail on any warning."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.diagnostics import _
from newsletter.model.kinds import Kind
from newsletter.tools.console import PROJECT, run, say, split_options
from newsletter.tools.lost_urls import tell_gone
from newsletter.tools.relay import Counts, run_beside, run_here, run_in_forks, together
from newsletter.tools.settings import further_languages, setting
from newsletter.tools.sphinx_run import CAN_FORK, COMPLETE, SphinxRun
from newsletter.tools.workspace import alone, busy, prepare, toolchain


def check(source: Path, options: list[str]) -> int:
    """Check the sources in *source*, and sum up what was found; return the exit code of Sphinx."""
    root = source / "_build" / "check"
    with alone(root):
        prepare(root / "read", toolchain(source))
        with busy(root / "read"):
            languages = [each for each in further_languages(source) if any(standing_pages(source, each))]
            first, *others = (_run(source, language, options) for language in ("", *languages))
            if others and CAN_FORK:
                results = run_in_forks(first, others)
            else:
                results = [run_here(first)]
                results += [run_beside(each) for each in others if results[0][1] in COMPLETE]
            counts, code = together(results)
        if code in COMPLETE:
            if not counts.warnings:  # a record with an error is not on the site, nor are its URLs
                counts.hints += tell_gone(source, root)
            _sum_up(root / "records.json", counts)
            _ask_for_legal_links(source)
        else:
            shutil.rmtree(root / "read")
    return code


def standing_pages(source: Path, language: str) -> Iterator[Path]:
    """Yield the pages beside issues that the city has translated into *language*."""
    for path in source.rglob(f"*.{language}.md"):
        inside = path.relative_to(source).parts
        if inside[0] != "issues" and not any(part.startswith((".", "_")) for part in inside):
            yield path


def _run(source: Path, language: str, options: list[str]) -> SphinxRun:
    """Return the run that checks the originals; in a further *language*, the one that checks its standing pages."""
    root = source / "_build" / "check"
    return SphinxRun(
        source=source,
        builder="newsletter-check",
        output=root / language,
        doctrees=root / f"read{language and '-'}{language}",
        settings={"newsletter_drafts": "1", **({"language": language} if language else {})},
        options=["-q", "-W", "--keep-going", *options],
    )


def _sum_up(records: Path, counts: Counts) -> None:
    rows = json.loads(records.read_text(encoding="utf-8"))["records"]
    found = Counter(row["kind"] for row in rows)
    kinds = ", ".join(f"{kind_name(kind, plural=True).lower()} {found[kind]}" for kind in Kind if found[kind])
    say("Records: %(count)d (%(kinds)s).", count=len(rows), kinds=kinds or "—")
    say("Warnings: %(warnings)d; hints: %(hints)d.", warnings=counts.warnings, hints=counts.hints)
    if counts.warnings:
        say("Put right what each warning above names, at its file and line, and run “make check” again.")


_LEGAL = {
    _("privacy"): ("privacy", "dati personali", "data protection"),
    _("legal notes"): ("note legali", "note-legali", "legal", "imprint"),
    _("accessibility statement"): ("accessib",),
}
"""Pages that a public body owes its readers, with what the label or the URL of a link to each has in it."""


def _ask_for_legal_links(source: Path) -> None:
    """Name what the footer has no link to: no fault of a source, but what a city has to publish beside its pages."""
    links = setting(source, "newsletter_legal_links")
    said = " ".join(f"{label} {url}" for label, url in links.items()).casefold() if isinstance(links, dict) else ""
    missing = [translate(name) for name, words in _LEGAL.items() if not any(word in said for word in words)]
    if missing:
        say("The footer has no link yet to: %(pages)s (newsletter_legal_links in conf.py).", pages=", ".join(missing))


def main(words: list[str]) -> int:
    """Check the project; what follows ``--`` is for Sphinx."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.check")
    parser.add_argument("--jobs", default="auto")
    parser.add_argument("--source", type=Path, default=PROJECT)
    known, options = split_options(words)
    asked = parser.parse_args(known)
    return check(asked.source.resolve(), ["-j", asked.jobs, *options])


if __name__ == "__main__":
    sys.exit(run(main))
