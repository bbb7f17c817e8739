# SPDX-License-Identifier: EUPL-1.2
"""The files under ``issues/``: which of them are issues, and which may be published today."""

from __future__ import annotations

import os
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.util import logging

from newsletter.archive.names import parse_names
from newsletter.dates import show_month
from newsletter.environment.config import publication
from newsletter.environment.i18n import has_words, translate
from newsletter.environment.reporter import hint, warn
from newsletter.environment.site_languages import (
    is_translated,
    language_of_file,
    language_of_part,
    languages_to_read,
    site_languages,
    translation_path,
)
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Issue, IssueName, default_published
from newsletter.model.report import FOLDER as REPORTS
from newsletter.source.far_issue import described_before, far_issue, far_published
from newsletter.source.front_matter import (
    FrontMatter,
    look_over,
    parse_front_matter,
)
from newsletter.source.front_matter_keys import keys_without_effect, part_with_options
from newsletter.source.issue_folder import (
    SUFFIX,
    is_read,
    issues_elsewhere,
    markdown_files,
    misnamed_translation,
    stray_files,
    translation_of_part,
    unfinished,
)

_logger = logging.getLogger(__name__)
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
    head = _head(path)
    translated = [_head(other) for other in translations(app_config, path) if is_translated(app_config)]
    # Facts of the issue are those of the original, its words those of the translation.
    title = next((each.title for each in translated if each.title), head.title)
    description = translated[0].description if translated else "" if is_translated(app_config) else head.description
    shown = app_config.newsletter_names.withheld.mask
    month = show_month(name.period, app_config.language)
    month = month[:1].upper() + month[1:]  # as a title, not as a word in a sentence
    return Issue(
        name=name,
        docname=docname,
        title=shown(title or (f"{month} – {name.suffix.replace('-', ' ')}" if name.suffix else month)),
        published=head.published or default_published(name),
        published_written=head.published is not None,
        source=head.source,
        description=shown(description),
    )


def read_sources(app: Sphinx, config: Config) -> None:
    """Before anything is read: take in ``registers.yaml``, and leave out what may not be published.

    What is left out is excluded from the sources, so that not one output can know of it.
    """
    srcdir = Path(app.srcdir)
    _read_registers(srcdir, config)
    for path, error in stray_files(srcdir / FOLDER, site_languages(config)[1:]):
        if not language_of_file(path):
            warn(error.diagnostic, str(path), 1)
    for path, error in issues_elsewhere(srcdir, srcdir / FOLDER):
        warn(error.diagnostic, str(path), 1)
        config.exclude_patterns = [*config.exclude_patterns, path.relative_to(srcdir).as_posix().translate(_LITERALLY)]
    _report_languages(srcdir, config)
    if not is_translated(config):  # the run of the originals tells it
        _report_translations(srcdir, config)
    for path in markdown_files(srcdir / FOLDER):
        if path.parent.name == FOLDER and config.newsletter_names.withheld.holds(path.stem):
            message = _("The name of this file holds a name that is withheld, and would show it: call it otherwise.")
            warn(ContentError("name-withheld", message).diagnostic, str(path), 1)
    files = sorted((srcdir / FOLDER).glob("*.md"))
    languages = site_languages(config)[1:]
    unread = [path for path in files if not may_appear(path, config) or misnamed_translation(path, languages)]
    withheld = [f"{FOLDER}/{path.name.translate(_LITERALLY)}" for path in unread]
    # Files in the folder of an issue are read with the issue, and are no pages of their own.
    # Nor are translations, which are read with their originals.
    in_languages = ["*.[a-z][a-z].md", "**/*.[a-z][a-z].md"]
    config.exclude_patterns = [*config.exclude_patterns, f"{FOLDER}/*/**", *withheld, *in_languages]
    _report_heads(srcdir, today(config))


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


def translations(config: Config, original: Path) -> tuple[Path, ...]:
    """Return the translations of the issue at *original* that this run reads, and that may appear."""
    paths = (translation_path(original, language) for language in languages_to_read(config))
    return tuple(path for path in paths if may_appear(path, config))


def not_begun(config: Config, originals: Iterable[Path]) -> Iterator[tuple[Path, str]]:
    """Yield each of *originals*, sorted, whose translation into a language of the site is not begun, and the language.

    A city translates from some issue on: those before the first that is translated are not asked for, nor are drafts.
    """
    for language in languages_to_read(config):
        begun = False
        for path in originals:
            if translation_path(path, language).is_file():
                begun = True
            elif begun and is_published(path, config):
                yield path, language


def _report_languages(srcdir: Path, config: Config) -> None:
    """Report languages of the site whose interface would be English in silence."""
    for language in site_languages(config):
        if not has_words(language):
            message = _("“%(language)s” has no catalogue of the interface, so readers see its English words.")
            warn(ContentError("language-words", message, language=language).diagnostic, str(srcdir / "conf.py"), 1)


def _report_translations(srcdir: Path, config: Config) -> None:
    """Report files that look like translations, and belong to no issue or report or to no language of the site."""
    known = site_languages(config)
    reports = (srcdir / REPORTS).glob(f"*{SUFFIX}")
    for path in sorted([*(srcdir / FOLDER).rglob(f"*{SUFFIX}"), *reports]):
        language = language_of_part(path) if path.parent.parent.name == FOLDER else language_of_file(path)
        name = path.name.partition(".")[0]
        if not language:
            continue
        if path.parent.name not in {FOLDER, REPORTS}:
            error = translation_of_part(path, language, known)
        elif misnamed := misnamed_translation(path, known[1:]):
            error = misnamed
        elif language not in known[1:]:
            message = _(
                "“%(path)s” is not read: “%(language)s” is no further language in newsletter_languages of conf.py."
            )
            error = ContentError("translation-file", message, path=path.name, language=language)
        elif not path.with_name(f"{name}{SUFFIX}").is_file():
            message = _("“%(path)s” translates nothing: there is no “%(name)s.md”.")
            error = ContentError("translation-file", message, path=path.name, name=name)
        else:
            continue
        warn(error.diagnostic, str(path), 1)


def _head(path: Path) -> FrontMatter:
    """Return the front matter of the file at *path*; none where it cannot be read, as was reported at the start."""
    try:
        return parse_front_matter(_text(path))
    except ContentError:
        return FrontMatter()


def part_files(config: Config, srcdir: Path, name: str) -> tuple[Path, ...]:
    """Return the files in the folder of the issue called *name* that may appear, in order of their names."""
    files = sorted((srcdir / FOLDER / name).glob("*.md"))
    return tuple(path for path in files if may_appear(path, config) and not language_of_part(path))


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
    with path.open("rb") as file:
        marked = file.read(len(BOM_UTF16_LE)) in {BOM_UTF16_LE, BOM_UTF16_BE}
    return path.read_text("utf-16" if marked else "utf-8", errors="replace")  # a draft saved as UTF-16 stays one


def _report_heads(srcdir: Path, day: date) -> None:
    for path in markdown_files(srcdir / FOLDER):
        head, refused = look_over(_text(path))
        for error, line in (*refused, *head.errors):
            shown = error if path.parent.name == FOLDER else part_with_options(error)
            warn(shown.diagnostic, str(path), line)
        name = IssueName.parse(path.stem) or IssueName.parse(path.parent.name)
        if name and (far := far_published(head, name.period, day)):
            hint(far.diagnostic, str(path), head.published_line)
        if name and (other := described_before(head, name.period)):
            hint(other.diagnostic, str(path), head.description_line)
        issue = IssueName.parse(path.stem) if path.parent.name == FOLDER else None
        if issue and (ahead := far_issue(issue, day)):
            hint(ahead.diagnostic, str(path), 1)
        if not head.draft and (asked := unfinished(path)):
            hint(asked.diagnostic, str(path), 1)
        for error, line in keys_without_effect(head, is_part=path.parent.name != FOLDER):
            hint(error.diagnostic, str(path), line)


def _read_registers(srcdir: Path, config: Config) -> None:
    path = srcdir / "registers.yaml"
    if not path.is_file():
        return
    reading = parse_names(path.read_text("utf-8-sig", errors="replace"))
    for line, error in reading.errors:
        warn(error.diagnostic, str(path), line)
    if not reading.whole and not config.newsletter_drafts:
        # A preview may go on; what is published must not show a name that was to be withheld.
        message = _(
            "registers.yaml cannot be read, so that it is not known which names to withhold: nothing is published "
            "until what was said of it above is put right."
        )
        _logger.error(translate(message))
        raise SystemExit(2)  # an answer, and no bug of Sphinx
    config.newsletter_names = reading.names
