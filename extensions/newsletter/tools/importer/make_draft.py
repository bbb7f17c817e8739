# SPDX-License-Identifier: EUPL-1.2
"""From what was read of an old newsletter to the draft of an issue."""

from __future__ import annotations

from pathlib import Path

from newsletter.dates import show_month
from newsletter.model.issue import IssueName
from newsletter.tools.importer.draft import Draft, Writer
from newsletter.tools.importer.further_days import further_days
from newsletter.tools.importer.guesses import guess
from newsletter.tools.importer.known import read_known
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.outline import Outline
from newsletter.tools.importer.pictures import take_pictures
from newsletter.tools.importer.text_language import say_language, text_language
from newsletter.tools.settings import site_language


def make_draft(original: Original, name: IssueName, project: Path) -> Draft:
    """Return the draft of the issue called *name* from the *original*, with the settings of *project*."""
    language, known = site_language(project), read_known(project)
    month = show_month(name.period, language)
    special = f" – {name.suffix.replace('-', ' ')}" if name.suffix else ""
    outline = Outline(name.period, language)
    outline.take(original.lines)
    told = text_language(" ".join(line.text for line in original.lines if not line.aside))
    for item in (item for section in outline.sections for item in section.items):
        guess(item, known)
        item.further = further_days(item, outline.calendar)
        say_language(item, told, language)
    taken = take_pictures(outline, original, name, project)
    writer = Writer(name.period, f"{month[:1].upper()}{month[1:]}{special}", known, language, told, taken)
    return writer.write(outline, original)
