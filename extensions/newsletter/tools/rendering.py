# SPDX-License-Identifier: EUPL-1.2
"""Changes of records as a text for a terminal, or as Markdown for a comment."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from newsletter.locale import translate
from newsletter.tools.wording import Chapter, Entry

_MARKUP = re.compile(r"([\\`*_{}\[\]()#|~>$])")


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
    return "\n".join(map(_visible, lines)) + "\n"


def as_markdown(chapters: Sequence[Chapter], base: str, notes: Sequence[str] = ()) -> str:
    """Return *chapters* as Markdown in which words of a source are only words: no markup, link or mention."""
    lines = [_escape(summary(chapters, base)), *(f"\n{_escape(note)}" for note in notes)]
    for chapter in chapters:
        lines += ["", f"### {_escape(chapter.title)}", ""]
        for entry in chapter.entries:
            lines.append(f"- **{_escape(entry.title)}** — {_escape(_about(entry))} (`{entry.id}`)")
            lines += [f"  - {_escape(line)}" for line in entry.lines]
    return "\n".join(lines) + "\n"


def _about(entry: Entry) -> str:
    return entry.about or "—"


def _visible(text: str) -> str:
    """Return *text* without control, format and line-break characters, which would not be seen but obeyed."""
    return "".join(" " if unicodedata.category(each) in {"Cc", "Cf", "Zl", "Zp"} else each for each in text)


def _escape(text: str) -> str:
    """Return *text* so that Markdown and HTML show it as it is, and no host takes an ``@`` for a mention."""
    plain = _MARKUP.sub(r"\\\1", _visible(text)).replace("&", "&amp;").replace("<", "&lt;")
    return plain.replace("@", "&#64;").replace("://", "&#58;//").replace("www.", "www&#46;")
