# SPDX-License-Identifier: EUPL-1.2
"""Standing pages in another language: the city's own ``index.en.md``, else the package's, else the original."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import docname_to_domain

from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name
from newsletter.environment.placeholder import is_view, placeholders
from newsletter.environment.site_languages import is_translated, original_language, translation_path
from newsletter.model.diagnostics import _

_PACKAGE = Path(__file__).parents[1] / "tools" / "city"
_REPOSITORY = Path(__file__).parents[3]
_GUIDE = "guida/index"
_NAMES: Mapping[str, Mapping[str, str]] = {
    "it": {
        "accessibilita": "accessibility",
        "dati": "data",
        "iscriviti": "subscribe",
        "indexes/archivio": "indexes/archive",
        "indexes/correzioni": "indexes/corrections",
        "indexes/delegazioni": "indexes/delegations",
        "indexes/missioni": "indexes/missions",
        "indexes/organizzazioni": "indexes/organisations",
        "indexes/paesi": "indexes/countries",
        "indexes/persone": "indexes/people",
        "indexes/statistiche": "indexes/statistics",
        "indexes/temi": "indexes/topics",
    }
}
"""By language, its standing pages that the package does not call by their English names, with these."""


def own_page(config: Config, original: Path) -> Path | None:
    """Return the city's own translation of the page at *original* into the language of this run."""
    path = translation_path(original, config.language)
    return path if is_translated(config) and path.is_file() else None


def _package_page(config: Config, original: Path, docname: str) -> Path | None:
    """Return the package's page for *docname* in the language of this run, unless the city has a catalogue for it."""
    if _has_catalogue(config, original.parents[docname.count("/")], docname):
        return None
    english = _NAMES.get(original_language(config), {}).get(docname, docname)
    path = package_folder(config.language) / f"{_names_in(config.language).get(english, english)}.md"
    return path if path.is_file() else None


def package_folder(language: str) -> Path:
    """Return the folder of the package's pages in *language*; without a wheel the Italian ones are the repository's."""
    folder = _PACKAGE / language
    return _REPOSITORY if language == "it" and not (folder / "index.md").exists() else folder


def _names_in(language: str) -> Mapping[str, str]:
    """Return what the package calls its standing pages in *language*, by their English names."""
    return {english: name for name, english in _NAMES.get(language, {}).items()}


def _has_catalogue(config: Config, srcdir: Path, docname: str) -> bool:
    """Tell whether *docname* has a gettext catalogue in the language of this run where Sphinx looks for one."""
    domain = docname_to_domain(docname, config.gettext_compact)
    inside = Path(config.language, "LC_MESSAGES", f"{domain}.po")
    return any((srcdir / folder / inside).is_file() for folder in config.locale_dirs)


def is_in_language(config: Config, original: Path, docname: str) -> bool:
    """Tell whether the page *docname* has words in the language of this run."""
    return not is_translated(config) or bool(
        issue_name(docname) or own_page(config, original) or _package_page(config, original, docname)
    )


def read_standing_page(app: Sphinx, docname: str, content: list[str]) -> None:
    """Put the text of a standing page in the language of this run in the place of the original (``source-read``)."""
    if not is_translated(app.config) or issue_name(docname):
        return
    original = Path(app.env.doc2path(docname))
    if path := own_page(app.config, original):
        app.env.note_dependency(str(path))
        content[0] = path.read_text("utf-8")
    elif path := _package_page(app.config, original, docname):
        content[0] = _with_our_names(app, path.read_text("utf-8"))


class TellUntranslated(SphinxTransform):
    """Say of a standing page without words in the language of this run in which one it is."""

    default_priority = 500

    def apply(self, **_kwargs: Any) -> None:
        """Mark the page."""
        config, docname = self.env.config, self.env.docname
        if is_in_language(config, Path(self.env.doc2path(docname)), docname):
            return
        texts = list(self.document.findall(nodes.TextElement))
        if any(text.get("translated") for text in texts):  # by a gettext catalogue (sphinx.transforms.i18n)
            for text in texts:
                if not text.get("translated") and not isinstance(text.parent, nodes.TextElement):
                    text["lang"] = original_language(config)
            return
        for section in [child for child in self.document.children if isinstance(child, nodes.section)][:1]:
            for node in section.children:
                _mark(node, original_language(config))
            note = nodes.paragraph("", translate(_("This page has not been translated yet.")))
            section.insert(1, nodes.container("", note, classes=["record-note", "untranslated-note"]))


def _mark(node: nodes.Node, language: str) -> None:
    """Say that *node* is in *language*, but for the views in it, whose words are in the language of the run."""
    if not isinstance(node, nodes.Element) or is_view(node):
        return
    if next(placeholders(node), None) is None:
        node["lang"] = language
        return
    for child in node.children:
        _mark(child, language)


def _with_our_names(app: Sphinx, text: str) -> str:
    """Return a page of the package with its links to pages as they are called here, and no guide that is not here."""
    ours, theirs = _names_in(original_language(app.config)), _names_in(app.config.language)
    for english in {**ours, **theirs}:
        name = re.escape(theirs.get(english, english))
        link = rf"(?P<before>^|:link: |\]\((?:\.\./)?|<|\{{button-ref\}} ){name}(?P<after>$|\.md\)|>)"
        text = re.sub(link, rf"\g<before>{ours.get(english, english)}\g<after>", text, flags=re.MULTILINE)
    return text if _GUIDE in app.env.found_docs else text.replace(f"\n{_GUIDE}\n", "\n")
