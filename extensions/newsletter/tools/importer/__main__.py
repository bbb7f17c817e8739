# SPDX-License-Identifier: EUPL-1.2
"""``make import``: write the draft, and report what was understood, what was guessed and what was left over."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from newsletter.dates import show_month
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.diagnostics import _
from newsletter.model.issue import IssueName, Period
from newsletter.model.text import plain
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.importer.draft import Draft, Writer
from newsletter.tools.importer.guesses import guess
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.outline import Item, Outline
from newsletter.tools.importer.reading import read_file
from newsletter.tools.settings import setting, site_language

_FIRST_LINES = 40
_SHOWN = 90


def make_draft(lines: Sequence[Line], name: IssueName, project: Path) -> Draft:
    """Return the draft of the issue called *name* from the *lines* of an old newsletter."""
    language, topics = site_language(project), setting(project, "newsletter_topics")
    month = show_month(name.period, language)
    special = f" – {name.suffix.replace('-', ' ')}" if name.suffix else ""
    outline = Outline(name.period, language)
    outline.take(lines)
    for section in outline.sections:
        for item in section.items:
            guess(item)
    known = {str(slug): str(label) for slug, label in topics.items()} if isinstance(topics, dict) else {}
    writer = Writer(name.period, f"{month[:1].upper()}{month[1:]}{special}", known, language)
    return writer.write(outline, lines)


def name_of(file: Path, lines: Sequence[Line], language: str) -> IssueName | None:
    """Return the issue's name from that of the *file*, or from the first month and year that its text names."""
    found = re.search(r"(?<!\d)(\d{4})[-_. ]?(0[1-9]|1[0-2])(?!\d)", file.stem)
    if found and (name := IssueName.parse(f"{found[1]}-{found[2]}")):
        return name
    for text in [file.stem.replace("-", " ").replace("_", " "), *(line.text for line in lines[:_FIRST_LINES])]:
        for year in sorted(set(re.findall(r"\b(?:19|20)\d\d\b", text))):
            for month in range(1, 13):
                period = Period(int(year), month)
                if re.search(rf"\b{re.escape(plain(show_month(period, language)))}\b", plain(text)):
                    return IssueName(period)
    return None


def report(draft: Draft) -> None:
    """Say what became of the old newsletter's words."""
    _list(_("Understood: %(count)d records."), draft.understood)
    _list(_("Guessed, to be looked at: %(count)d records."), draft.guessed)
    say("Left over, as text or as notes in the draft: %(count)d lines.", count=len(draft.left_over))
    for line in draft.left_over:
        text = line.text if len(line.text) <= _SHOWN else f"{line.text[: _SHOWN - 1]}…"
        print(f"  {line.number}: {text}")
    say("Words of the source: %(words)d; lost: %(lost)d.", words=draft.words, lost=draft.lost)


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
    lines = read_file(file)
    name = IssueName.parse(asked.issue) if asked.issue else name_of(file, lines, site_language(project))
    if name is None:
        raise refuse("Which issue is it? Say its year and month: make import FILE=… ISSUE=2026-05")
    draft = make_draft(lines, name, project)
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
    say("Here is the draft: %(path)s", path=target.relative_to(project))
    report(draft)
    said = name_of(Path(), lines, site_language(project))
    if said is not None and said.period != name.period:
        say(
            "The text itself says that it is of %(said)s. If that is right, take %(path)s away and give "
            "ISSUE=%(said)s: missing years are worked out from the issue.",
            said=said,
            path=target.relative_to(project),
        )
    say("Read it beside the original, then “make check”.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
