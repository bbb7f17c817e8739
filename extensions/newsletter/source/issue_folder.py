# SPDX-License-Identifier: EUPL-1.2
"""The folder of issues: which files in it are read, and what is wrong with the others.

The gate stands on the folder, not on a suffix: whatever is neither Markdown nor a picture or an attachment is said.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import quote

from newsletter.languages import words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import IssueName
from newsletter.model.text import slug
from newsletter.pictures.formats import IMAGES
from newsletter.source.languages import language_called
from newsletter.source.meant_issue import meant_issue
from newsletter.source.paths import is_inside, is_regular

SUFFIX = ".md"
ATTACHMENTS = frozenset({".pdf", ".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".ics", ".csv", ".odt", ".docx"})
"""The ends of files that an issue may attach; programs have no place there."""
_OF_OFFICES = frozenset({".docx", ".doc", ".odt", ".rtf"})
_NAME = re.compile(r"[^\W_][\w .,'’()+-]*")
"""File names that may become addresses, and patterns of nothing but themselves."""
_ENDINGS = re.compile(r"(?:\.(?:md|markdown|txt))+$", re.IGNORECASE)
"""Ends of a text file's name; some systems hide one, and it is written twice."""
_TRANSLATED = re.compile(r"(?P<issue>\d{4}-\d\d?(?:-[\w-]+?)?)[ ._(-]+(?P<language>[^\W\d_]{2,})\)?(?: ?\(\d+\))?")
_FOR_COLLEAGUES = frozenset({"readme", "leggimi", "istruzioni"})
"""Names of files that speak to those who write, and not to readers."""
_CODE = 2  # letters of the code of a language in the name of a file
_LEFT_BY_PROGRAMS = frozenset({"thumbs.db", "desktop.ini"})


def is_read(path: Path, folder: Path) -> bool:
    """Tell whether *path*, in the *folder* of issues or in that of one issue, is Markdown that may be read."""
    named = _NAME.fullmatch(path.name) is not None and path.stem.lower() not in _FOR_COLLEAGUES
    return named and path.suffix == SUFFIX and is_regular(path) and is_inside(path, [folder])


def markdown_files(folder: Path) -> list[Path]:
    """Return the files that may be read: issues in *folder*, and their parts in a folder of each, sorted by path."""
    found = [*folder.glob(f"*{SUFFIX}"), *folder.glob(f"*/*{SUFFIX}")]
    return [path for path in sorted(found) if is_read(path, folder)]


def stray_files(folder: Path, languages: Sequence[str] = ()) -> Iterator[tuple[Path, ContentError]]:
    """Yield what lies in *folder* and is not read, or is no issue, each with the reason.

    *languages* are those into which issues may be translated.
    """
    for place, folders, files in os.walk(folder):  # which follows no links
        folders[:] = sorted(name for name in folders if not _is_hidden(Path(place, name), folder))
        for name in (*folders, *sorted(files)):
            path = Path(place, name)
            if (error := misnamed_translation(path, languages) or _reason(path, folder)) is not None:
                yield path, error


def misnamed_translation(path: Path, languages: Sequence[str]) -> ContentError | None:
    """Return the diagnostic on *path*, if it was to be the translation of an issue beside it; else None."""
    match = _TRANSLATED.fullmatch(_ENDINGS.sub("", path.name))
    language = language_called(match["language"], languages) if match and _ENDINGS.search(path.name) else ""
    issue = meant_issue(match["issue"]) if match and language else None
    better = f"{issue}.{language}{SUFFIX}"
    if issue is None or path.name == better or path.is_dir() or not path.with_name(f"{issue}{SUFFIX}").is_file():
        return None
    message = _("“%(name)s” is not read as a translation: call it “%(better)s”.")
    if path.with_name(better).is_file():
        message = _("“%(name)s” is not read as a translation. If it is a copy of “%(better)s”, take it out.")
    return ContentError("issue-name", message, name=path.name, better=better)


def translation_of_part(path: Path, language: str, languages: Sequence[str]) -> ContentError:
    """Return the diagnostic on *path*, in the folder of an issue, whose name says a *language*."""
    name = path.name.partition(".")[0]
    if language in languages[1:]:
        return _with_its_issue(f"{path.parent.name}.{language}")
    better = f"{name}{SUFFIX}"
    if language == languages[0] and not path.with_name(better).exists():
        message = _(
            "“%(path)s” is not read: what is in the language of the site has no language in its name, “%(name)s”."
        )
        return ContentError("translation-file", message, path=path.name, name=better)
    message = _("“%(path)s” is not read, for the language in its name: take the file out, or call it “%(name)s”.")
    return ContentError("translation-file", message, path=path.name, name=f"{name}-{language}{SUFFIX}")


def _with_its_issue(translation: str) -> ContentError:
    message = _("A block in a file of its own is translated with its issue: put its words into “%(path)s”.")
    return ContentError("translation-file", message, path=f"issues/{translation}{SUFFIX}")


def unfinished(path: Path) -> ContentError | None:
    """Ask about the file at *path*, which is published, where its name says that it is a draft or a copy."""
    words = re.findall(r"[^\W\d_]+", path.stem.lower())
    if not words or not {words[0], words[-1]} & words_of("unfinished"):
        return None
    message = _(
        "“%(name)s” is published. If it is a draft, write “draft: true” in its front matter; if it is a copy, take it "
        "out; if neither, call it otherwise."
    )
    return ContentError("note-published", message, name=path.name)


def issues_elsewhere(srcdir: Path, folder: Path) -> Iterator[tuple[Path, ContentError]]:
    """Yield the files of *srcdir* that are called as issues are and lie in another folder, each with where to go."""
    for path in sorted([*srcdir.glob(f"*{SUFFIX}"), *srcdir.glob(f"[!._]*/*{SUFFIX}")]):
        issue = IssueName.parse(path.name.partition(".")[0])
        if issue and path.parent != folder:
            message = _(
                "An issue stands in the folder “issues”, and this one is not read: move it there, as “%(path)s”."
            )
            yield path, ContentError("issue-name", message, path=f"issues/{path.name}")


def _is_hidden(path: Path, folder: Path) -> bool:
    """Tell whether the folder at *path* is one of programs, and not of issues or of their parts."""
    own = meant_issue(path.name) or (path.parent != folder and any(path.glob(f"*{SUFFIX}")))
    return path.name.startswith(".") and not own


def _reason(path: Path, folder: Path) -> ContentError | None:
    depth, suffix = len(path.relative_to(folder).parts), path.suffix.lower()
    if path.name.startswith(".") and path.suffix == SUFFIX and not path.name.startswith(("._", ".#")):
        return _hidden(path.name)
    if path.name.startswith(".") or path.name.endswith("~") or path.name.lower() in _LEFT_BY_PROGRAMS:
        return None
    if path.is_symlink() and (path.is_dir() or not is_regular(path) or not is_inside(path, [folder])):
        return ContentError(
            "link-outside",
            _("“%(path)s” leads out of the folder of issues, or nowhere, and is not read."),
            path=path.name,
        )
    if path.suffix == SUFFIX and path.stem.lower() in _FOR_COLLEAGUES:
        message = _(
            "“%(name)s” is not published: a file of this name is for colleagues. Move it out of the folder “issues”; "
            "if readers are to see its text, call it otherwise."
        )
        return ContentError("issue-name", message, name=path.name)
    if path.suffix == SUFFIX and not is_read(path, folder):
        return _unreadable(path)
    if depth == 2 and suffix in _OF_OFFICES & ATTACHMENTS and not _is_linked(path):
        message = _(
            "“%(path)s” is not read, and nothing links to it: put its words into “%(name)s.md”, or link to it as "
            "“[words](%(folder)s/%(path)s)”."
        )
        return ContentError("issue-name", message, path=path.name, name=slug(path.stem), folder=path.parent.name)
    if path.is_dir() or (suffix in ATTACHMENTS | IMAGES and not _is_of_office(path)):
        return None
    if path.suffix != SUFFIX or depth > 2:
        return _not_read(path)
    if depth == 1:
        return None if IssueName.parse(path.stem) else _copy(path) or _bad_name(path.name)
    return None if is_read(path.parent.with_name(f"{path.parent.name}{SUFFIX}"), folder) else _no_issue(path)


def _is_linked(path: Path) -> bool:
    """Tell whether the issue that *path* lies beside, a part or a translation of it names *path*."""
    folder = path.parent
    files = (*folder.parent.glob(f"{folder.name}*.md"), *folder.glob("*.md"))
    texts = (each.read_text("utf-8", "replace") for each in files if is_regular(each))
    return any(name in text for text in texts for name in (path.name, quote(path.name)))


def _is_of_office(path: Path) -> bool:
    """Tell whether an office program has written *path*, and its name is that of an issue."""
    return path.suffix.lower() in _OF_OFFICES and IssueName.parse(path.name.partition(".")[0]) is not None


def _not_read(path: Path) -> ContentError:
    name = path.name.partition(".")[0]
    if _is_of_office(path):
        return ContentError(
            "issue-name",
            _(
                "“%(path)s” is not read: an issue is a text file, “%(name)s.md”. “make import FILE=issues/%(path)s” "
                "turns it into one."
            ),
            path=path.name,
            name=name,
        )
    if path.suffix != SUFFIX and (IssueName.parse(name) or SUFFIX in path.name.lower()):
        name = re.sub(r"^[\W_]+", "", name) or "festa"
        return ContentError(
            "issue-name",
            _("“%(path)s” is not read, for the end of its name: call it “%(name)s.md”."),
            path=path.name,
            name=name,
        )
    issue = next((each.name for each in path.parents if IssueName.parse(each.name)), None)
    if issue and path.suffix in {SUFFIX, ""}:
        message = _("“%(path)s” is not read: call it “%(issue)s/%(name)s.md”.")
        return ContentError("issue-name", message, path=path.name, issue=issue, name=path.stem)
    return ContentError(
        "issue-name",
        _("“%(path)s” is not read: here belong issues (“2026-05.md”), their folders, pictures and attachments."),
        path=path.name,
    )


def _unreadable(path: Path) -> ContentError:
    stem = re.sub(r"^\W*_*|[^\w .,'’()+-]", "", path.stem)
    better = f"{stem}{path.suffix}"
    if stem and better != path.name and _NAME.fullmatch(better):
        message = _("“%(path)s” is not read, for a sign in its name: call it “%(better)s”.")
        return ContentError("issue-name", message, path=path.name, better=better)
    return ContentError("issue-name", _("“%(path)s” is no file that can be read."), path=path.name)


def _hidden(name: str) -> ContentError:
    message = _("“%(name)s” is not read, for the dot that its name begins with: call it “%(better)s”.")
    return ContentError("issue-name", message, name=name, better=name.lstrip("."))


def _no_issue(path: Path) -> ContentError:
    """Return the diagnostic on *path*, which lies in a folder of which there is no issue."""
    name = path.parent.name
    if IssueName.parse(name):
        message = _(
            "There is no issue “%(name)s.md” that this file could belong to: start it with “make new ISSUE=%(name)s”."
        )
        return ContentError("part-alone", message, name=name)
    if issue := IssueName.parse(path.stem) or meant_issue(path.stem):
        message = _("An issue stands in the folder “issues” itself: move “%(path)s” there, as “%(issue)s.md”.")
        return ContentError("part-alone", message, path=f"{name}/{path.name}", issue=issue)
    translated, _dot, language = name.partition(".")
    if IssueName.parse(translated) and len(language) == _CODE:
        return _with_its_issue(name)
    if issue := meant_issue(name.removesuffix(SUFFIX)):
        message = _("No issue is called “%(name)s”: call this folder “%(issue)s”, as the issue that it belongs to.")
        return ContentError("part-alone", message, name=name, issue=issue)
    message = _(
        "No issue is called “%(name)s”: a file stands in the folder of its issue, which is called by year and month, "
        "“2026-05”."
    )
    return ContentError("part-alone", message, name=name)


def _copy(path: Path) -> ContentError | None:
    """Return the diagnostic on *path*, if it looks like a copy that was made beside an issue; else None."""
    meant = meant_issue(_ENDINGS.sub("", path.name))
    original = path.with_name(f"{meant.period}{SUFFIX}") if meant else path
    if meant is None or original == path or not original.is_file():
        return None
    message = _(
        "“%(name)s” is no name of an issue. If it is a copy of “%(original)s”, take it out; if it is a special issue, "
        "call it “%(better)s.md”."
    )
    better = meant if meant.suffix else f"{meant}-speciale"
    return ContentError("issue-name", message, name=path.name, original=original.name, better=better)


def _bad_name(name: str) -> ContentError:
    stem = _ENDINGS.sub("", name)
    meant = meant_issue(stem)
    if meant is not None:
        return ContentError(
            "issue-name",
            _("“%(name)s” is no name of an issue: call the file “%(better)s.md”."),
            name=name,
            better=meant,
        )
    return ContentError(
        "issue-name",
        _("“%(name)s.md” is no issue: call the file by year and month, “2026-05.md” or “2026-05-%(suffix)s.md”."),
        name=stem,
        suffix=slug(stem)[:20] if re.search(r"[^\W\d_]", stem) else "speciale",
    )
