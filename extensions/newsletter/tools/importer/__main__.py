# SPDX-License-Identifier: EUPL-1.2
"""``make import``: write the draft and its account, and say what was understood, guessed, noted and not read."""

from __future__ import annotations

import argparse
import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.diagnostics import _
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.importer.archive import import_archive
from newsletter.tools.importer.draft import FOREIGN, Draft
from newsletter.tools.importer.issue_name import said_name
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.one_file import import_file
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.sources import Source, find_sources

_SHOWN = 90
_COLLECTED = 50_000  # objects after which garbage is looked for, as in a build: a newsletter is read in one go
_NO_RECORDS = 3
"""The exit status where the draft is written, and no record was found."""


def report(draft: Draft, original: Original) -> None:
    """Say what became of what the file holds."""
    if draft.foreign:
        say(FOREIGN)
    _list(_("Understood: %(count)d records."), draft.understood)
    _list(_("Guessed, to be looked at: %(count)d records."), draft.guessed)
    _list(_("Sentences with a date that no record has, offered as comments: %(count)d."), draft.offered)
    say("Left over, as text or as notes in the draft: %(count)d lines.", count=len(draft.left_over))
    for line in draft.left_over:
        print(f"  {line.number}: {_short(line.text)}")
    if draft.unread:
        say("In the file, but no part of its text; noted at the end of the draft: %(count)d.", count=len(draft.unread))
        for text in draft.unread:
            print(f"  {_short(text)}")
    for part in original.parts:
        print(f"  {part.name}: {translate(part.fate.value)}")
    for link, fate in draft.links.items():
        if fate != _("in the draft"):
            print(f"  {_short(link)}: {translate(fate)}")
    if draft.files:
        say("Pictures taken out: %(count)d.", count=len(draft.files))
        for path in draft.files:
            print(f"  issues/{path}")
    say(
        "In the file: %(words)d words, %(links)d links, %(pictures)d pictures. "
        "Words in notes only: %(noted)d; lost: %(lost)d.",
        words=draft.words,
        links=len(draft.links),
        pictures=len(draft.pictures),
        noted=draft.noted,
        lost=draft.lost,
    )


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1]}…"


def _list(message: str, items: Sequence[Item]) -> None:
    say(message, count=len(items))
    for item in items:
        facts = [f"{name}: {value}" for name, value in item.options.items() if name not in item.guessed]
        print(f"  {item.line}: {kind_name(item.kind)} · {' · '.join([item.title, *facts])}")
        guesses = [f"{name}: {item.options[name]}" for name in item.guessed if name in item.options]
        if "title" in item.guessed:
            guesses.insert(0, translate(_("that it is a record of its own")))
        if item.further:
            guesses.append(f"date: {item.further}")
        if guesses:
            print("      " + translate(_("guess: %(names)s")) % {"names": " · ".join(guesses)})


def main(words: list[str]) -> int:
    """Turn a file into the draft of an issue, or each file of an archive into that of its own."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.importer")
    parser.add_argument("file", nargs="*", default=[])
    parser.add_argument("--issue", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    gc.set_threshold(_COLLECTED)
    files, project = [file for file in asked.file if file], asked.source
    if not files:
        raise refuse("Say which file to read: make import FILE=maggio.docx")
    sources = find_sources(files)
    if len(sources) > 1 or sources[0].name != files[0]:
        if asked.issue:
            raise refuse("ISSUE names the issue of one file; these are %(count)d.", count=len(sources))
        return import_archive(sources, project)
    return _import_one(sources[0], asked.issue, project)


def _import_one(source: Source, issue: str, project: Path) -> int:
    found = import_file(source, source.read(), project, issue)
    say("Here is the draft: %(path)s", path=found.target.relative_to(project))
    report(found.draft, found.original)
    said = said_name(found.original)
    if said is not None and said.period != found.name.period:
        say(
            "The text itself says that it is of %(said)s. If that is right, take %(path)s away and give "
            "ISSUE=%(said)s: missing years are worked out from the issue.",
            said=said,
            path=found.target.relative_to(project),
        )
    say("Beside the original: %(path)s", path=found.account.relative_to(project))
    if not found.draft.items:
        say(
            "NO RECORD WAS FOUND in %(file)s: all of it stands in the draft as text. Make blocks of it by hand.",
            file=Path(source.name).name,
        )
        return _NO_RECORDS
    say("Read it beside the original, then “make check”.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
