# SPDX-License-Identifier: EUPL-1.2
"""``make translate``: start the translation of an issue, with the original beside each block to work from."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from newsletter.model.issue import IssueName
from newsletter.model.text import slug
from newsletter.source.block_edit import write_options
from newsletter.source.front_matter import head_lines
from newsletter.source.source_text import split_lines
from newsletter.source.translation import DIGEST, GIVEN_AGAIN, Section, SourceBlock, blocks, sections
from newsletter.tools.console import PROJECT, refuse, run, say
from newsletter.tools.settings import further_languages


def start_translation(project: Path, name: IssueName, language: str) -> tuple[Path, int]:
    """Write what is missing of the issue *name* in *language*; return the path of its translation, and how many blocks.

    Each block of the issue is given its permanent name first, so that a changed title loses nothing.

    :raises CommandError: where there is no such issue, or the site has no such language.
    """
    if language not in further_languages(project):
        raise refuse(
            "“%(language)s” is no further language of the site: name it in newsletter_languages of conf.py first.",
            language=language,
        )
    original = project / "issues" / f"{name}.md"
    if not original.is_file():
        raise refuse("There is no issue %(issue)s.", issue=name)
    found: list[Section] = []
    for path in (original, *_parts(original)):
        found += _with_ids(path, name)
    target = original.with_name(f"{name}.{language}.md")
    known = blocks(_sections(target, name)) if target.is_file() else {}
    missing = [block for block in blocks(found).values() if block.id not in known]
    if not target.is_file():
        target.write_text("\n".join(_fresh(found)).rstrip() + "\n", "utf-8")
    elif missing:
        added = [line for block in missing for line in _block(block)]
        target.write_text(f"{target.read_text('utf-8').rstrip()}\n\n" + "\n".join(added).rstrip() + "\n", "utf-8")
    return target, len(missing)


def _parts(original: Path) -> list[Path]:
    return sorted(path for path in original.with_suffix("").glob("*.md") if "." not in path.stem)


def _sections(path: Path, name: IssueName) -> list[Section]:
    lines = split_lines(path.read_text("utf-8"))
    head = head_lines("\n".join(lines))
    body = ["" if number < head else line for number, line in enumerate(lines)]
    return sections(body, lambda title: f"{name}-{slug(title)}")


def _with_ids(path: Path, name: IssueName) -> list[Section]:
    """Return the sections of the file at *path*, once each block in it writes its id."""
    found = _sections(path, name)
    unnamed = [block for section in found for block in section.blocks if block.option("id") is None and block.title]
    if not unnamed:
        return found
    write_options(path, [(block.first, "id", block.id) for block in unnamed])
    return _sections(path, name)


def _fresh(found: list[Section]) -> Iterator[str]:
    """Yield the lines of a new translation, in the order of the issue."""
    for section in found:
        if section.level:
            yield from (f"% {section.heading}", "#" * section.level, "")
        for number, run_of_lines in enumerate(section.runs):
            yield from _commented(_text(run_of_lines))
            if number < len(section.blocks):
                yield from _block(section.blocks[number])


def _text(lines: list[str]) -> list[str]:
    """Return the text among *lines*, without directives, which the translation inherits."""
    shown, inside = [], False
    for line in lines:
        if line.lstrip().startswith((":::", "```")):
            inside = line.strip() not in {":::", "::::", "```"}
        elif not inside:
            shown.append(line)
    return shown


def _commented(lines: list[str]) -> Iterator[str]:
    text = "\n".join(lines).strip("\n")
    if text.strip():
        yield from (f"% {line}".rstrip() for line in text.split("\n"))
        yield ""


def _block(block: SourceBlock) -> Iterator[str]:
    yield block.opening
    yield f":id: {block.id}"
    yield f":{DIGEST}: {block.digest}"
    yield ""
    words = [f":{option.name}: {option.value}" for option in block.options if option.name in GIVEN_AGAIN]
    yield from _commented([block.title, *words, *block.text])
    yield block.closing
    yield ""


def main(words: list[str]) -> int:
    """Start the translation that *words* name."""
    parser = argparse.ArgumentParser(prog="newsletter.tools.translate")
    parser.add_argument("--issue", default="")
    parser.add_argument("--into", default="")
    parser.add_argument("--source", type=Path, default=PROJECT)
    asked = parser.parse_args(words)
    name = IssueName.parse(asked.issue)
    if name is None or not asked.into:
        raise refuse("Say which issue, and into which language: translate ISSUE=2026-05 INTO=en")
    existed = (asked.source / "issues" / f"{name}.{asked.into}.md").is_file()
    path, count = start_translation(asked.source.resolve(), name, asked.into)
    shown = path.relative_to(asked.source.resolve())
    if not existed:
        say("Started: %(path)s. Write titles and texts; what is left out is inherited.", path=shown)
    elif count:
        say("Added to %(path)s: %(count)d blocks.", path=shown, count=count)
    else:
        say("%(path)s has all blocks of the issue already.", path=shown)
    return 0


if __name__ == "__main__":
    sys.exit(run(main))
