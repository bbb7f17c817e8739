# SPDX-License-Identifier: EUPL-1.2
"""Changes of records as a text for a terminal, or as a report, which a comment shows as Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from newsletter.environment.i18n import translate
from newsletter.tools.escaping import visible
from newsletter.tools.report import Report, Section


def summary(sections: Sequence[Section], base: str) -> str:
    """Return one line: how many records of what, against *base*."""
    if not sections:
        return translate("No record differs from %(base)s.") % {"base": base}
    counts = ", ".join(f"{section.title.lower()} {len(section.items)}" for section in sections)
    return translate("Records against %(base)s: %(counts)s.") % {"base": base, "counts": counts}


def as_text(sections: Sequence[Section], base: str, notes: Sequence[str] = ()) -> str:
    """Return *sections* for a terminal; no character of a source can move its cursor."""
    lines = [summary(sections, base), *notes]
    for section in sections:
        lines += ["", section.title]
        for item in section.items:
            lines.append(f"  {item.title} — {item.about}")
            lines += [f"      {line}" for line in item.lines]
    return "\n".join(map(visible, lines)) + "\n"


def as_report(sections: Sequence[Section], base: str, notes: Sequence[str] = ()) -> Report:
    """Return *sections* as data, for a job that may post them but must not run what made them; or as Markdown."""
    return Report(summary(sections, base), tuple(notes), tuple(sections), translate("The rest is left out here."))
