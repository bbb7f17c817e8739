# SPDX-License-Identifier: EUPL-1.2
"""A block made of a form, judged by the project's reader: the file to propose, and what to answer."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import FOLDER
from newsletter.environment.labels import kind_name
from newsletter.model.issue import IssueName
from newsletter.model.text import slug
from newsletter.tools.change_wording import Wording
from newsletter.tools.comparison import Row, compare
from newsletter.tools.diff import Reader
from newsletter.tools.form.answers import Answers
from newsletter.tools.form.block import WrittenBlock, write_block
from newsletter.tools.report import Item, Report, Section
from newsletter.tools.review.messages import Message, read_messages
from newsletter.tools.settings import setting, site_language


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold what a form became."""

    report: Report
    path: str = ""
    """The path of the block, from the project's folder; empty where the answers cannot be taken."""
    block: str = ""
    title: str = ""

    def as_json(self) -> str:
        """Return the proposal as data, for the job that may open pull requests."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"


def propose(answers: Answers, project: Path, form: int) -> Proposal:
    """Write the block of *answers* into *project*, and keep it there if nothing is wrong with it.

    *form* is the number of the form on the host, which makes the name of a file unique.
    """
    asked = answers.values.get("issue", "")
    name = IssueName.parse(asked) if asked else _newest(project)
    if name is None or not (project / FOLDER / f"{name}.md").is_file():
        return Proposal(_unknown_issue(asked, project))
    written = write_block(answers)
    path = _free_path(project / FOLDER / str(name), answers.values.get("title", ""), form)
    path.parent.mkdir(exist_ok=True)
    path.write_text(written.text, encoding="utf-8", newline="\n")
    try:
        rows, messages = _read(project, path)
    except BaseException:
        path.unlink()
        raise
    if any(not message.is_hint for message in messages):
        path.unlink()
        return Proposal(_refused(answers, written, messages))
    title = f"{kind_name(answers.form.kind)}: {answers.values['title']}"
    report = _accepted(answers, written, messages, _understood(project, rows, name, answers))
    return Proposal(report, path.relative_to(project).as_posix(), written.text, title)


def _newest(project: Path) -> IssueName | None:
    names = (IssueName.parse(path.stem) for path in (project / FOLDER).glob("*.md"))
    return max((name for name in names if name is not None), default=None)


def _free_path(folder: Path, title: str, form: int) -> Path:
    """Return the path of a file that is not there yet, named after nothing but the slug of *title*."""
    stem = slug(title)[:80].strip("-") or "scheda"
    path = folder / f"{stem}.md"
    return path if not path.exists() else folder / f"{stem}-{form}.md"


def _read(project: Path, path: Path) -> tuple[tuple[Row, ...], tuple[Message, ...]]:
    """Return the records of *project* as ``make check`` reads it, and its diagnostics about *path*."""
    with tempfile.TemporaryDirectory(prefix="newsletter-form-") as name:
        reading = Reader(project, Path(name) / "after", []).result()
    ours = path.relative_to(project).as_posix()
    return reading.rows, tuple(each for each in read_messages(reading.messages, project) if each.path == ours)


def _understood(project: Path, rows: tuple[Row, ...], name: IssueName, answers: Answers) -> tuple[Section, ...]:
    """Return how the block was read: its days above all."""
    stem = slug(answers.values["title"])
    ours = [row for row in rows if row["issue"] == str(name) and slug(str(row["title"])) == stem]
    topics = setting(project, "newsletter_topics")
    wording = Wording(site_language(project), topics if isinstance(topics, dict) else {})
    return tuple(wording.sections(compare([], ours)))


def _unknown_issue(asked: str, project: Path) -> Report:
    known = sorted(path.stem for path in (project / FOLDER).glob("*.md") if IssueName.parse(path.stem))
    reason = translate("There is no issue “%(asked)s”. The latest ones: %(known)s.") % {
        "asked": asked[:100],
        "known": ", ".join(known[-3:]) or "—",
    }
    return Report(translate("The proposal cannot be taken yet"), (reason, _how_to_change()))


def _refused(answers: Answers, written: WrittenBlock, messages: tuple[Message, ...]) -> Report:
    sections = (Section(translate("To put right"), tuple(_items(answers, written, messages, hints=False))),)
    return Report(translate("The proposal cannot be taken yet"), (_how_to_change(),), sections)


def _accepted(
    answers: Answers, written: WrittenBlock, messages: tuple[Message, ...], understood: tuple[Section, ...]
) -> Report:
    hints = tuple(_items(answers, written, messages, hints=True))
    sections = (Section(translate("To look at again"), hints),) if hints else ()
    return Report(
        translate("The proposal is ready"),
        (
            translate(
                "Thank you. It goes to the editors as a proposed change, linked from here; this is how it reads."
            ),
            _how_to_change(),
        ),
        (*understood, *sections),
    )


def _how_to_change() -> str:
    return translate("To change an answer, edit the text above: it is read again at once.")


def _items(answers: Answers, written: WrittenBlock, messages: tuple[Message, ...], *, hints: bool) -> Iterator[Item]:
    for each in messages:
        if each.is_hint is hints:
            label = answers.form.labels.get(written.source(each.line), "—")
            yield Item(label, f"{each.words} [{each.code}]" if each.code else each.words)
