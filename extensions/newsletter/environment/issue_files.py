# SPDX-License-Identifier: EUPL-1.2
"""The files under ``issues/``: which of them are issues, and which may be published today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from newsletter.archive.names import read_names
from newsletter.dates import show_month
from newsletter.environment.config import publication
from newsletter.environment.i18n import translate
from newsletter.environment.reporter import hint, warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Issue, IssueName, default_published
from newsletter.model.text import slug
from newsletter.source.front_matter import FrontMatter, read_front_matter, unknown_key
from newsletter.source.meant_issue import meant_issue

FOLDER = "issues"


def today(config: Config) -> date:
    """Return the day of ``SOURCE_DATE_EPOCH``, else today's, in the city's time zone."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(publication(config).time_zone).date()


def issue_name(docname: str) -> IssueName | None:
    """Return the name of the issue that *docname* is; None where it is another page."""
    folder, _slash, name = docname.rpartition("/")
    return IssueName.parse(name) if folder == FOLDER else None


def read_issue(app_config: Config, path: Path, docname: str, name: IssueName) -> Issue:
    """Return what the head of the issue at *path* says of it."""
    try:
        head = read_front_matter(_text(path))
    except ContentError:
        head = FrontMatter()  # a preview: the fault itself was reported at the start
    shown = app_config.newsletter_names.without_withheld
    month = show_month(name.period, app_config.language)
    month = month[:1].upper() + month[1:]  # as a title, not as a word in a sentence
    return Issue(
        name=name,
        docname=docname,
        title=shown(head.title) or (f"{month} – {name.suffix.replace('-', ' ')}" if name.suffix else month),
        published=head.published or default_published(name),
        published_written=head.published is not None,
        source=head.source,
        description=shown(head.description),
    )


def read_sources(app: Sphinx, config: Config) -> None:
    """Before anything is read: take in ``registers.yaml``, and leave out what may not be published.

    What is left out is excluded from the sources, so that not one output can know of it.
    """
    srcdir = Path(app.srcdir)
    _read_registers(srcdir, config)
    for path in sorted((srcdir / FOLDER).glob("*.md")):
        if IssueName.parse(path.stem) is None:
            warn(_bad_name(path.stem).problem, str(path), 1)
    for path in sorted((srcdir / FOLDER).glob("**/*")):
        if path.is_file() and (error := _unread(path)):
            hint(error.problem, str(path), 1)
    for path in sorted((srcdir / FOLDER).glob("*/*.md")):
        if not (srcdir / FOLDER / f"{path.parent.name}.md").is_file():
            warn(_no_issue(path.parent.name).problem, str(path), 1)
    for path in sorted([*(srcdir / FOLDER).glob("*.md"), *(srcdir / FOLDER).glob("*/*.md")]):
        if _leads_outside(path):
            warn(_outside(path).problem, str(path), 1)
    withheld = [
        f"{FOLDER}/{path.name}" for path in sorted((srcdir / FOLDER).glob("*.md")) if not may_appear(path, config)
    ]
    # Files in the folder of an issue are read with the issue, and are no pages of their own.
    config.exclude_patterns = [*config.exclude_patterns, f"{FOLDER}/*/**", *withheld]
    _report_heads(srcdir)


def _leads_outside(path: Path) -> bool:
    """Tell whether *path* is a link to a file that is not under ``issues/``, and may be any of the machine's."""
    folder = next((parent for parent in path.parents if parent.name == FOLDER), path.parent)
    return not path.resolve().is_relative_to(folder.resolve())


def _outside(path: Path) -> ContentError:
    return ContentError(
        "link-outside", _("“%(path)s” leads out of the folder of issues and is not read."), path=path.name
    )


def may_appear(path: Path, config: Config) -> bool:
    """Tell whether the file at *path*, of an issue or of a part of one, may be shown by this build.

    Where its front matter cannot be read, whether it is a draft is not known: only a preview shows it.
    """
    if not path.is_file() or _leads_outside(path):
        return False
    return config.newsletter_drafts or is_published(path, config)


def is_published(path: Path, config: Config) -> bool:
    """Tell whether the file at *path*, of an issue or of a part of one, is published today; a preview shows others."""
    try:
        head = read_front_matter(_text(path))
    except ContentError:
        return False
    return not head.draft and (head.published is None or head.published <= today(config))


def part_files(config: Config, srcdir: Path, name: str) -> tuple[Path, ...]:
    """Return the files in the folder of the issue called *name* that may appear, in order of their names."""
    return tuple(path for path in sorted((srcdir / FOLDER / name).glob("*.md")) if may_appear(path, config))


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _report_heads(srcdir: Path) -> None:
    for path in sorted((srcdir / FOLDER).rglob("*.md")):
        if not path.is_file() or _leads_outside(path):
            continue
        try:
            head = read_front_matter(_text(path))
        except ContentError as error:
            warn(error.problem, str(path), int(str(error.problem.values["line"])))
            continue
        for fault, line in head.faults:
            warn(fault.problem, str(path), line)
        for key, line in head.unknown:
            hint(unknown_key(key).problem, str(path), line)


def _no_issue(name: str) -> ContentError:
    return ContentError(
        "part-alone",
        _("There is no issue “%(name)s.md” that this file could belong to: start it with “make new ISSUE=%(name)s”."),
        name=name,
    )


def _bad_name(stem: str) -> ContentError:
    meant = meant_issue(stem)
    if meant is not None:
        return ContentError(
            "issue-name",
            _("“%(name)s” is no name of an issue: call the file “%(better)s.md”."),
            name=f"{stem}.md",
            better=meant,
        )
    return ContentError(
        "issue-name",
        _("“%(name)s.md” is no issue: call the file by year and month, “2026-05.md” or “2026-05-%(suffix)s.md”."),
        name=stem,
        suffix=slug(stem)[:20],
    )


def _unread(path: Path) -> ContentError | None:
    """Return the complaint about a file that has the name of an issue and an end that keeps it from being read."""
    name = path.name.partition(".")[0]
    if path.suffix.lower() in _OF_OFFICES and IssueName.parse(name):
        return ContentError(
            "issue-name",
            _(
                "“%(path)s” is not read: an issue is a text file, “%(name)s.md”. “make import FILE=issues/%(path)s” "
                "turns it into one."
            ),
            path=path.name,
            name=name,
        )
    if path.suffix.lower() in _OF_EDITORS and (IssueName.parse(name) or path.stem.lower().endswith(".md")):
        return ContentError(
            "issue-name",
            _("“%(path)s” is not read, for the end of its name: call it “%(name)s.md”."),
            path=path.name,
            name=name,
        )
    return None


_OF_OFFICES = frozenset({".docx", ".doc", ".odt", ".rtf"})
_OF_EDITORS = frozenset({".txt", ".text", ".markdown", ".mkd", ""})


def _read_registers(srcdir: Path, config: Config) -> None:
    path = srcdir / "registers.yaml"
    if not path.is_file():
        return
    reading = read_names(path.read_text("utf-8-sig", errors="replace"))
    for line, error in reading.problems:
        warn(error.problem, str(path), line)
    if not reading.whole and not config.newsletter_drafts:
        # A preview may go on; what is published must not show a name that was to be withheld.
        raise ConfigError(translate(_("registers.yaml cannot be read: which names to withhold is not known.")))
    config.newsletter_names = reading.names
