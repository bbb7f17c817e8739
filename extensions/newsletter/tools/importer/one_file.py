# SPDX-License-Identifier: EUPL-1.2
"""One file turned into the draft of an issue, with its account; an issue that exists is never touched."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from newsletter.model.issue import IssueName
from newsletter.tools.console import refuse
from newsletter.tools.importer.account import write_account
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.issue_name import issue_name
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.reading import read_bytes
from newsletter.tools.importer.sources import Source
from newsletter.tools.settings import site_language


@dataclass(frozen=True)
class Imported:
    """The fate of a file."""

    name: IssueName
    original: Original
    draft: Draft
    target: Path
    account: Path


def import_file(source: Source, raw: bytes, project: Path, issue: str = "") -> Imported:
    """Write the draft of *source*, whose bytes are *raw*, into *project*, and its pictures; return what was found.

    :param issue: the name of its issue, where the editor says it; else it is taken from the file.
    :raises CommandError: where it cannot be read, says no issue, or its issue is there already.
    """
    stem = Path(PurePosixPath(source.name).name)
    original = read_bytes(stem.name, raw, source.beside)
    name = IssueName.parse(issue) if issue else issue_name(stem, original)
    if name is None:
        raise refuse("Which issue is it? Say its year and month: make import FILE=… ISSUE=2026-05")
    issues = project / "issues"
    target = issues / f"{name}.md"
    if target.exists():
        raise refuse(
            "issues/%(name)s.md exists already and stays as it is. Give another name: ISSUE=%(name)s-archivio",
            name=name,
        )
    draft = make_draft(original, name, project)
    for picture, data in draft.files.items():
        (issues / picture).parent.mkdir(parents=True, exist_ok=True)
        (issues / picture).write_bytes(data)
    issues.mkdir(exist_ok=True)
    with target.open("x", encoding="utf-8", newline="\n") as written:  # last: an issue that is there is whole
        written.write(draft.text)
    path = project / "_build" / "import" / f"{name}.html"
    account = write_account(path, stem.name, original, draft, name.period, site_language(project))
    return Imported(name, original, draft, target, account)
