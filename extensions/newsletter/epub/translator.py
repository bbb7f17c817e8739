# SPDX-License-Identifier: EUPL-1.2
"""Doctrees to the XHTML of a book: Sphinx's own, with the language of parts."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator

from newsletter.source.languages import runs_right_to_left


class BookTranslator(HTML5Translator):
    """Sphinx's translator; XHTML needs the language of a part in two attributes (EPUB 3.3, section 6.1)."""

    def starttag(
        self,
        node: nodes.Element,
        tagname: str,
        suffix: str = "\n",
        empty: bool = False,  # noqa: FBT001, FBT002 -- the signature is docutils'
        **attributes: Any,
    ) -> str:
        """Return an opening tag; see docutils."""
        if language := node.get("lang"):
            attributes |= {"lang": language, "xml:lang": language}
            if runs_right_to_left(language) != runs_right_to_left(self.config.language):
                attributes["dir"] = "rtl" if runs_right_to_left(language) else "ltr"
        return str(super().starttag(node, tagname, suffix, empty, **attributes))
