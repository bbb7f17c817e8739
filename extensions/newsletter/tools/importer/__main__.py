# SPDX-License-Identifier: EUPL-1.2
"""``make import``: write the draft and its account, and say what was understood, guessed, noted and not read."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.diagnostics import _
from newsletter.model.issue import IssueName
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.importer.account import write_account
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.issue_name import issue_name, said_name
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.outline import Item
from newsletter.tools.importer.reading import read_file
from newsletter.tools.settings import site_language

_SHOWN = 90
_NO_RECORDS = 3
"""The exit status where the draft is written, and no record was found."""


def report(draft: Draft, original: Original) -> None:
    """Say what became of what the file holds."""
    _list(_("Understood: %(count)d records."), draft.understood)
    _list(_("Guessed, to be looked at: %(count)d records."), draft.guessed)
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
        if guesses:
            print("      " + translate(_("guess: %(names)s")) % {"names": " · ".join(guesses)})


def main(words: list[str]) -> int:
    """Turn the file into a draft that is in nobody's way: an issue that exists is never touched."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.importer")
    parser.add_argument("file", nargs="?", default="")
    parser.add_argument("--issue", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    if not asked.file:
        raise refuse("Say which file to read: make import FILE=maggio.docx")
    file, project = Path(asked.file), asked.source
    original = read_file(file)
    name = IssueName.parse(asked.issue) if asked.issue else issue_name(file, original)
    if name is None:
        raise refuse("Which issue is it? Say its year and month: make import FILE=… ISSUE=2026-05")
    draft = make_draft(original, name, project)
    target = project / "issues" / f"{name}.md"
    target.parent.mkdir(exist_ok=True)
    try:
        with target.open("x", encoding="utf-8", newline="\n") as written:
            written.write(draft.text)
    except FileExistsError:
        raise refuse(
            "issues/%(name)s.md exists already and stays as it is. Give another name: ISSUE=%(name)s-archivio",
            name=name,
        ) from None
    account = write_account(
        project / "_build" / "import" / f"{name}.html", file.name, original, draft, site_language(project)
    )
    say("Here is the draft: %(path)s", path=target.relative_to(project))
    report(draft, original)
    said = said_name(original)
    if said is not None and said.period != name.period:
        say(
            "The text itself says that it is of %(said)s. If that is right, take %(path)s away and give "
            "ISSUE=%(said)s: missing years are worked out from the issue.",
            said=said,
            path=target.relative_to(project),
        )
    say("Beside the original: %(path)s", path=account.relative_to(project))
    if not draft.items:
        say(
            "NO RECORD WAS FOUND in %(file)s: all of it stands in the draft as text. Make blocks of it by hand.",
            file=file.name,
        )
        return _NO_RECORDS
    say("Read it beside the original, then “make check”.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
