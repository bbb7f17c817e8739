# SPDX-License-Identifier: EUPL-1.2
"""Prose as docutils nodes, for linkcheck, PDF, plain text, EPUB: all formats but pages of the site."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from docutils import nodes
from sphinx.builders.gettext import I18nBuilder
from sphinx.locale import init
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.i18n import docname_to_domain

from newsletter.blocks.prose import prose
from newsletter.domain import application
from newsletter.markup.prose import Paragraph, Run
from newsletter.web.assets import is_page_builder


class SpellOut(SphinxPostTransform):
    """Replaces prose by what the parser of Markdown would have made of it."""

    default_priority = 1  # before all that looks at paragraphs and links

    def run(self, **_kwargs: Any) -> None:
        """Spell out the page's prose."""
        if not is_page_builder(application(self.env)):
            _spell_out(self.document.findall(prose))


class SpellOutForTranslation(SphinxTransform):
    """Does so when a page is read, where its paragraphs go to translators or come back from them."""

    default_priority = 1  # before Sphinx keeps what is to be translated, at 10

    def apply(self, **_kwargs: Any) -> None:
        """Spell out the page's prose, if it may be in two languages."""
        found = list(self.document.findall(prose))
        if found and (isinstance(application(self.env).builder, I18nBuilder) or self._has_catalogue()):
            _spell_out(found)

    def _has_catalogue(self) -> bool:
        folders = [self.env.srcdir / folder for folder in self.config.locale_dirs]
        name = docname_to_domain(self.env.docname, self.config.gettext_compact)
        return init(folders, self.config.language, name)[1]


def _spell_out(found: Iterable[prose]) -> None:
    for node in list(found):
        node.replace_self(spelt_out(node))


def spelt_out(node: prose) -> list[nodes.Node]:
    """Return the paragraphs of *node*."""
    return [_paragraph(paragraph, node.source) for paragraph in node.paragraphs()]


def _paragraph(paragraph: Paragraph, path: str | None) -> nodes.paragraph:
    """Return *paragraph* as the parser of Markdown would have made it."""
    shown = nodes.paragraph(paragraph.text)
    shown.source, shown.line = path, paragraph.line
    for number, runs in paragraph.lines():
        if number > paragraph.line:
            shown += nodes.Text("\n")
        for run in runs:
            shown += _inline(run, path, number)
    return shown


def _inline(run: Run, path: str | None, line: int) -> nodes.Node:
    text = nodes.Text(run.text)
    if run.address:
        node: nodes.Element = nodes.reference("", "", text, refuri=run.address)
    elif run.stars:
        node = (nodes.strong if run.stars == "**" else nodes.emphasis)("", "", text)
    else:
        return text
    node.source, node.line = path, line
    return node
