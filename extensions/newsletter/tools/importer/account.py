# SPDX-License-Identifier: EUPL-1.2
"""The account of an import: the original on the left, what became of it on the right, and all that the file holds."""

from __future__ import annotations

from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.diagnostics import _
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.original import Original

_LABELS = {
    "original": _("Original"),
    "draft": _("Draft"),
    "offered": _("Sentences with a date that no record has"),
    "links": _("Links"),
    "parts": _("Parts of the file"),
}


def write_account(path: Path, file: str, original: Original, draft: Draft, language: str) -> Path:
    """Write the account of importing *file* to *path*, in *language*; return the path."""
    environment = Environment(
        loader=PackageLoader("newsletter.tools.importer", "."), autoescape=True, undefined=StrictUndefined
    )
    by_line = {item.line: item for item in draft.items}
    page = environment.get_template("account.html").render(
        file=file,
        original=original,
        draft=draft,
        by_line=by_line,
        kind_name=kind_name,
        t=translate,
        labels=_LABELS,
        language=language,
    )
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")
    return path
