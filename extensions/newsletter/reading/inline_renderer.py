# SPDX-License-Identifier: EUPL-1.2
"""Renders links, images, roles and what else stands within a paragraph of an issue, and reports what is not allowed."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from docutils import nodes
from markdown_it.tree import SyntaxTreeNode
from myst_parser.mdit_to_docutils.base import token_line
from myst_parser.mdit_to_docutils.sphinx_ import SphinxRenderer

from newsletter.environment.reporter import hint, warn
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import ROLES
from newsletter.reading.html_as_text import html_as_text
from newsletter.reading.lost_words import lost_to_name
from newsletter.source.languages import parse_language

HTML_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_LONGEST_NAME = 200


class InlineRenderer(SphinxRenderer):
    """MyST's renderer, kept within paragraphs to what an untrusted contributor may use."""

    def __init__(self, parser: Any) -> None:
        super().__init__(parser)
        self.sources: dict[str, Sequence[str]] = {}
        """The lines of the page, and of each of its parts, by path."""

    def refuse(self, error: ContentError, line: int) -> None:
        """Report *error* at *line* of the page."""
        warn(error.diagnostic, str(self.document["source"]), line)

    def _hint_html(self, text: str, token: SyntaxTreeNode) -> None:
        line = self._line(token)
        error = html_as_text(text)
        self._hint(error, line)

    def _hint(self, error: ContentError, line: int) -> None:
        path, env = str(self.document["source"]), self.document.settings.env
        if not is_silenced(error.diagnostic.code, path, line, page_silences(env)):
            hint(error.diagnostic, path, line)

    def _line(self, token: SyntaxTreeNode) -> int:
        while token.map is None and token.parent is not None:
            token = token.parent
        return token_line(token, self.document.current_line or 1)

    def render_image(self, token: SyntaxTreeNode) -> None:
        """Render an image; tell of a title, which no reader sees."""
        self._tell_title(token)
        super().render_image(token)

    def _tell_title(self, token: SyntaxTreeNode) -> None:
        if title := str(token.attrs.get("title") or ""):
            message = _("“%(title)s” is shown nowhere, or only under the mouse: write it in the text.")
            self.refuse(ContentError("text-lost", message, title=title), self._line(token))

    def render_link(self, token: SyntaxTreeNode) -> None:
        """Render a link; written as “www.…” alone, it leads to the encrypted site, without a target nowhere."""
        if not token.attrs.get("href"):
            self.render_children(token)
            return
        if token.info == "auto" and token.children and token.children[0].content.startswith("www."):
            token.attrs["href"] = str(token.attrs["href"]).replace("http://", "https://", 1)
        self._tell_title(token)
        super().render_link(token)

    def render_span(self, token: SyntaxTreeNode) -> None:
        """Render a phrase in the language that it names; report one that is none, and show the phrase all the same."""
        phrase = nodes.inline()
        try:
            phrase["lang"] = parse_language(str(token.attrs["lang"]))
        except ContentError as error:
            self.refuse(error, self._line(token))
        with self.current_node_context(phrase, append=True):
            self.render_children(token)

    def render_myst_role(self, token: SyntaxTreeNode) -> None:
        """Render a role that is on the list; show the content of another."""
        if token.meta["name"] in ROLES:
            super().render_myst_role(token)
            return
        error = ContentError(
            "role-refused",
            _("“{%(name)s}” cannot be used in an issue; what it contains is shown as text."),
            **token.meta,
        )
        self.refuse(error, self._line(token))
        self.current_node.append(nodes.literal("", token.content))

    def render_myst_target(self, token: SyntaxTreeNode) -> None:
        """Render the name of a place, ``(name)=``; leave out one that is too long for an address, or for a PDF."""
        name = token.content
        if len(name) <= _LONGEST_NAME:
            super().render_myst_target(token)
            lines = self.sources.get(str(self.document["source"]), ())
            if not any(f"{sign}{name}" in line for line in lines for sign in "#<`"):
                report = self._hint if re.fullmatch(r"[a-z0-9_.-]+", name) else self.refuse
                report(lost_to_name(name), self._line(token))
            return
        message = _("This cannot be shown as it is written: %(reason)s")
        self.refuse(ContentError("markup", message, reason=token.content), self._line(token))

    def render_link_unknown(self, token: SyntaxTreeNode) -> None:
        """Render a link to a page or a file; show the text alone of one whose path Sphinx cannot even follow."""
        self._render_path(super().render_link_unknown, token)

    def render_link_project(self, token: SyntaxTreeNode) -> None:
        """Render a link to a page, as :meth:`render_link_unknown` does."""
        self._render_path(super().render_link_project, token)

    def _render_path(self, render: Callable[[SyntaxTreeNode], None], token: SyntaxTreeNode) -> None:
        try:
            render(token)
        except (OSError, RuntimeError, ValueError) as error:
            if isinstance(error, RecursionError):
                raise
            message = _(
                "“%(path)s” is not published: link to a page, an address on the web, or a file beside the issue."
            )
            self.refuse(ContentError("link-outside", message, path=str(token.attrGet("href"))), self._line(token))
            self.render_children(token)

    def render_html_inline(self, token: SyntaxTreeNode) -> None:
        """Show a tag as text; drop comments."""
        text = HTML_COMMENT.sub("", token.content)
        if text and not text.startswith("</"):
            self._hint_html(text, token)
        self.current_node.append(nodes.Text(text))
