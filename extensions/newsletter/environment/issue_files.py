# SPDX-License-Identifier: EUPL-1.2
"""The files under ``issues/``: which of them are issues, and which may be published today."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError

from newsletter.archive.names import parse_names
from newsletter.dates import show_month
from newsletter.environment.config import publication
from newsletter.environment.i18n import translate
from newsletter.environment.reporter import hint, warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Issue, IssueName, default_published
from newsletter.source.front_matter import FrontMatter, look_over, parse_front_matter, unknown_key
from newsletter.source.issue_folder import SUFFIX, is_read, markdown_files, stray_files

FOLDER = "issues"


_LITERALLY = str.maketrans({"*": "[*]", "?": "[?]", "[": r"[\[]"})
"""Characters of a file name that a pattern of Sphinx takes for more: “*.md” would leave out all issues."""


def today(config: Config) -> date:
    """Return the day of ``SOURCE_DATE_EPOCH``, else today's, in the city's time zone."""
    return build_moment().astimezone(publication(config).time_zone).date()


def build_moment() -> datetime:
    """Return the moment of ``SOURCE_DATE_EPOCH``, else now, to the second, in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    return datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC).replace(microsecond=0)


def issue_name(docname: str) -> IssueName | None:
    """Return the name of the issue that *docname* is; None where it is another page."""
    folder, _slash, name = docname.rpartition("/")
    return IssueName.parse(name) if folder == FOLDER else None


def read_issue(app_config: Config, path: Path, docname: str, name: IssueName) -> Issue:
    """Return what the head of the issue at *path* says of it."""
    try:
        head = parse_front_matter(_text(path))
    except ContentError:
        head = FrontMatter()  # a preview: the error itself was reported at the start
    shown = app_config.newsletter_names.withheld.mask
    month = show_month(name.period, app_config.language)
    month = month[:1].upper() + month[1:]  # as a title, not as a word in a sentence
    return Issue(
        name=name,
        docname=docname,
        title=shown(head.title or (f"{month} – {name.suffix.replace('-', ' ')}" if name.suffix else month)),
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
    for path, error in stray_files(srcdir / FOLDER):
        warn(error.diagnostic, str(path), 1)
    for path in markdown_files(srcdir / FOLDER):
        if path.parent.name == FOLDER and config.newsletter_names.withheld.holds(path.stem):
            message = _("The name of this file holds a name that is withheld, and would show it: call it otherwise.")
            warn(ContentError("name-withheld", message).diagnostic, str(path), 1)
    files = sorted((srcdir / FOLDER).glob("*.md"))
    withheld = [f"{FOLDER}/{path.name.translate(_LITERALLY)}" for path in files if not may_appear(path, config)]
    # Files in the folder of an issue are read with the issue, and are no pages of their own.
    config.exclude_patterns = [*config.exclude_patterns, f"{FOLDER}/*/**", *withheld]
    _report_heads(srcdir)


def may_appear(path: Path, config: Config) -> bool:
    """Tell whether the file at *path*, of an issue or of a part of one, may be shown by this build.

    Where its front matter cannot be read, whether it is a draft is not known: only a preview shows it.
    """
    folder = path.parent if path.parent.name == FOLDER else path.parent.parent
    if not is_read(path, folder):
        return False
    return config.newsletter_drafts or is_published(path, config)


def is_published(path: Path, config: Config) -> bool:
    """Tell whether the file at *path*, of an issue or of a part of one, is published today; a preview shows others."""
    try:
        head = parse_front_matter(_text(path))
    except ContentError:
        return False
    return not head.draft and (head.published is None or head.published <= today(config))


def part_files(config: Config, srcdir: Path, name: str) -> tuple[Path, ...]:
    """Return the files in the folder of the issue called *name* that may appear, in order of their names."""
    return tuple(path for path in sorted((srcdir / FOLDER / name).glob("*.md")) if may_appear(path, config))


def only_markdown(_app: Sphinx, config: Config) -> None:
    """Let Sphinx read Markdown alone in the folder of issues: other parsers know nothing of what may act in an issue.

    It runs once other extensions have named their suffixes (``config-inited``).
    """
    others = [suffix.translate(_LITERALLY) for suffix in config.source_suffix if suffix != SUFFIX]
    config.source_suffix[SUFFIX] = "markdown"
    config.exclude_patterns = [*config.exclude_patterns, *(f"{FOLDER}/**{suffix}" for suffix in others)]


def read_block_syntax(_app: Sphinx, config: Config) -> None:
    """Let MyST know colon fences, which blocks are written in, on pages beside issues too (``config-inited``)."""
    config.myst_enable_extensions = sorted({*config.myst_enable_extensions, "colon_fence"})


def _text(path: Path) -> str:
    return path.read_text("utf-8", errors="replace")


def _report_heads(srcdir: Path) -> None:
    for path in markdown_files(srcdir / FOLDER):
        head, refused = look_over(_text(path))
        for error, line in (*refused, *head.errors):
            warn(error.diagnostic, str(path), line)
        for key, line in head.unknown:
            hint(unknown_key(key).diagnostic, str(path), line)


def _read_registers(srcdir: Path, config: Config) -> None:
    path = srcdir / "registers.yaml"
    if not path.is_file():
        return
    reading = parse_names(path.read_text("utf-8-sig", errors="replace"))
    for line, error in reading.errors:
        warn(error.diagnostic, str(path), line)
    if not reading.whole and not config.newsletter_drafts:
        # A preview may go on; what is published must not show a name that was to be withheld.
        raise ConfigError(translate(_("registers.yaml cannot be read: which names to withhold is not known.")))
    config.newsletter_names = reading.names
