# SPDX-License-Identifier: EUPL-1.2
"""Changes of records as a text for a terminal, or as Markdown for a comment."""

from __future__ import annotations

from collections.abc import Sequence

from newsletter.environment.i18n import translate
from newsletter.tools.change_wording import Chapter, Entry
from newsletter.tools.escaping import escape, visible
from newsletter.tools.report import Item, Report, Section


def summary(chapters: Sequence[Chapter], base: str) -> str:
    """Return one line: how many records of what, against *base*."""
    if not chapters:
        return translate("No record differs from %(base)s.") % {"base": base}
    counts = ", ".join(f"{chapter.title.lower()} {len(chapter.entries)}" for chapter in chapters)
    return translate("Records against %(base)s: %(counts)s.") % {"base": base, "counts": counts}


def as_text(chapters: Sequence[Chapter], base: str, notes: Sequence[str] = ()) -> str:
    """Return *chapters* for a terminal; no character of a source can move its cursor."""
    lines = [summary(chapters, base), *notes]
    for chapter in chapters:
        lines += ["", chapter.title]
        for entry in chapter.entries:
            lines.append(f"  {entry.title} — {_about(entry)}  [{entry.id}]")
            lines += [f"      {line}" for line in entry.lines]
    return "\n".join(map(visible, lines)) + "\n"


def as_markdown(chapters: Sequence[Chapter], base: str, notes: Sequence[str] = ()) -> str:
    """Return *chapters* as Markdown in which words of a source are only words: no markup, link or mention."""
    lines = [escape(summary(chapters, base)), *(f"\n{escape(note)}" for note in notes)]
    for chapter in chapters:
        lines += ["", f"### {escape(chapter.title)}", ""]
        for entry in chapter.entries:
            lines.append(f"- **{escape(entry.title)}** — {escape(_about(entry))} (`{entry.id}`)")
            lines += [f"  - {escape(line)}" for line in entry.lines]
    return "\n".join(lines) + "\n"


def as_report(chapters: Sequence[Chapter], base: str, notes: Sequence[str] = ()) -> Report:
    """Return *chapters* as data, for a job that may post them but must not run what made them."""
    sections = (
        Section(
            chapter.title,
            tuple(Item(each.title, f"{_about(each)} [{each.id}]", each.lines) for each in chapter.entries),
        )
        for chapter in chapters
    )
    return Report(summary(chapters, base), tuple(notes), tuple(sections), translate("The rest is left out here."))


def _about(entry: Entry) -> str:
    return entry.about or "—"
