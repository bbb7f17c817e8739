# SPDX-License-Identifier: EUPL-1.2
"""Renders the Markdown of an issue: what is not on the list is reported, shown as text, and does nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from docutils import nodes
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_block.table import escapedSplit
from markdown_it.tree import SyntaxTreeNode

from newsletter.environment.reporter import hint
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import BLOCKS, DIRECTIVES, unknown_directive
from newsletter.reading.fence_words import lost_on_fence
from newsletter.reading.footnotes import Scope, outside_fences
from newsletter.reading.inline_renderer import HTML_COMMENT, InlineRenderer
from newsletter.reading.lost_words import lost, lost_to_comment
from newsletter.reading.near_markup import left_standing, near_markup
from newsletter.reading.swallowed import Region
from newsletter.source.openings import openings

_DEFINITION = re.compile(r"^ {0,3}\[([^\]^][^\]]*)\]:", re.MULTILINE)
_LINE_COMMENT = re.compile(r"^[ ]{0,3}%.*\n?", re.MULTILINE)
_NO_WORDS = re.compile(r"[:`~]{3}|.*<", re.DOTALL)
_ASKED = frozenset({"link-form", "table-form", "markup-unclosed", "markup-sign"})
"""Codes of what may be meant as it stands in a paragraph."""
_HIDING = re.compile(r"(?:^|-)(?:none|hidden|invisible|sr-only|opacity-\d+)(?:-|$)")
"""Classes that keep from readers what is in the page."""
WRITES_TITLE = "newsletter_writes_title"  # attribute of a document with a heading of level 1


def without_comments(text: str) -> str:
    """Return *text* without what is a comment in Markdown or HTML."""
    return _LINE_COMMENT.sub("", HTML_COMMENT.sub("", text))


class IssueRenderer(InlineRenderer):
    """MyST's renderer, kept to what an untrusted contributor may use."""

    def __init__(self, parser: Any) -> None:
        super().__init__(parser)
        self.regions: list[Region] = []
        """The regions of the page that are no Markdown of its own."""
        self._scopes: list[Scope] = []
        self._shift = 0

    def render_page(self, path: str, lines: Sequence[str]) -> None:
        """Render the *lines* of the page itself, which comes first."""
        self.sources[path] = lines
        self._scopes = [Scope("page", outside_fences(lines))]
        self.md.render("\n".join(lines))

    def render_part(self, path: str, lines: Sequence[str]) -> nodes.container:
        """Render *lines* of another file, once the page itself is rendered, with that file's name and line numbers."""
        self.sources[path] = lines
        box, page, scopes = nodes.container(), self.document["source"], self._scopes
        links = self.md_env.get("references", {})
        self.document["source"], self.md_env["references"] = path, {}
        self._scopes = [Scope(f"part-{len(self.sources)}", outside_fences(lines))]
        try:
            with self.current_node_context(box):
                self.nested_render_text("\n".join(lines), 0)
        finally:
            self.document["source"], self.md_env["references"], self._scopes = page, links, scopes
        return box

    def run_directive(
        self, name: str, first_line: str, content: str, position: int, *args: Any, **kwargs: Any
    ) -> list[nodes.Element]:
        """Run a directive that is on the list; show another as the text that it is."""
        if name in DIRECTIVES:
            run = self._run_block if name in BLOCKS else self._run
            result = run(name, first_line, content, position, *args, **kwargs)
            if not result or not all(isinstance(node, nodes.system_message) for node in result):
                return result  # else it failed, and Sphinx would take out the message with the text in it
        else:
            self.refuse(unknown_directive(name, content), position)
        shown = "\n".join(filter(None, [f"{{{name}}} {first_line}".rstrip(), without_comments(content)]))
        return [nodes.literal_block("", shown)]

    def _run_block(
        self, name: str, first_line: str, content: str, position: int, *args: Any, **kwargs: Any
    ) -> list[Any]:
        """Run a block with the link definitions and the footnotes that it brings as its own."""
        page = dict(self.md_env.get("references", {}))
        own = {normalizeReference(label) for label in _DEFINITION.findall(content)}
        self.md_env["references"] = {label: link for label, link in page.items() if label not in own}
        scope = Scope(f"{self._scopes[-1].name}-{position}", content.split("\n"))
        self._scopes.append(scope)
        told = len(self.md_env.get("duplicate_refs", ()))
        try:
            result = self._run(name, first_line, content, position, *args, **kwargs)
            self._report_twice(self.md_env.get("duplicate_refs", [])[told:], scope.lines, position)
            return result
        finally:
            del self.md_env.get("duplicate_refs", [])[told:]
            self.md_env["references"] = page
            self._scopes.pop()

    def _report_twice(self, definitions: Sequence[Any], lines: Sequence[str], position: int) -> None:
        """Report link *definitions* of a block, opened at line *position*, whose label has one already."""
        for definition in definitions:
            found = [
                number
                for number, line in enumerate(lines, start=position + 1)
                if (match := _DEFINITION.match(line)) and normalizeReference(match[1]) == definition["label"]
            ]
            message = _("The address “%(label)s” is given twice. Keep one of them.")
            self.refuse(ContentError("markup", message, label=definition["label"]), max(found, default=position))

    def _run(self, name: str, first_line: str, content: str, position: int, *args: Any, **kwargs: Any) -> list[Any]:
        """Run a directive; where it breaks, as others' do on odd input, report that in place of its nodes."""
        try:
            result: list[Any] = super().run_directive(name, first_line, content, position, *args, **kwargs)
        except RecursionError:
            raise
        except Exception as failure:  # noqa: BLE001 - no page of a contributor stops the build
            reason = f"{{{name}}}: {type(failure).__name__}"
            self.refuse(
                ContentError("markup", _("This cannot be shown as it is written: %(reason)s"), reason=reason), position
            )
            return [nodes.system_message()]
        for each in [each for node in result for each in node.findall(nodes.Element)]:
            if hiding := [word for word in each.get("classes", ()) if _HIDING.search(word)]:
                message = _("“%(words)s” hides the text from readers, and is left out: take the line out.")
                self.refuse(ContentError("markup", message, words=" ".join(hiding)), position)
                each["classes"] = [word for word in each["classes"] if word not in hiding]
        return result

    def render_inline(self, token: SyntaxTreeNode) -> None:
        """Give each piece of a paragraph the line that it stands on; MyST gives all of them the first."""
        shown = "".join(piece.content for piece in token.walk(include_self=False) if piece.type == "text")
        for number, error in (*near_markup(token.content), *left_standing(token.content, shown)):
            report = self._hint if error.diagnostic.code in _ASKED else self.refuse
            report(error, self._line(token) + number)
        first, breaks = (token.map or (0, 0))[0], 0
        for piece in token.walk(include_self=False):
            breaks += piece.type in {"softbreak", "hardbreak"}
            own = piece.token or (piece.nester_tokens.opening if piece.nester_tokens else None)
            if own is not None and token.map:
                own.map = [first + breaks, first + breaks + 1]
        super().render_inline(token)

    def render_fence(self, token: SyntaxTreeNode) -> None:
        """Render code or a directive between backticks or tildes, and note its lines."""
        self._note_fence(token)
        super().render_fence(token)

    def render_colon_fence(self, token: SyntaxTreeNode) -> None:
        """Render a directive, or a division, between colons, and note its lines; a division shows no name."""
        self._note_fence(token)
        shift, self._shift = self._shift, int(token.content.startswith(":::"))
        super().render_colon_fence(token)
        self._shift = shift

    def nested_render_text(self, text: str, lineno: int, *args: Any, **kwargs: Any) -> None:
        """Render *text* from line *lineno*, without the blank line that MyST puts before a fence right in a fence."""
        shift, self._shift = self._shift, 0
        super().nested_render_text(text, lineno - shift, *args, **kwargs)
        self._shift = shift

    def _note_fence(self, token: SyntaxTreeNode) -> None:
        name = next(iter(token.info.split()), "")
        if error := lost_on_fence(token.markup, token.info.strip()):
            self.refuse(error, self._line(token))
        # A fence that is closed has two lines more than its content, another one more.
        first, last = token.map or (0, 0)
        closed = last - first >= len(token.content.splitlines()) + 2
        if name.startswith("{") or token.markup.startswith(":"):
            self._note_region(token, name or token.markup)  # the parser looks for its end
        else:
            self._note_region(token, token.markup, closed=closed)

    def _note_region(self, token: SyntaxTreeNode, mark: str, *, closed: bool = True) -> None:
        if token.map:
            first, last = token.map
            self.regions.append(Region(str(self.document["source"]), first, last - 1, mark, closed))

    def render_restructuredtext(self, token: SyntaxTreeNode) -> None:
        """Refuse ``{eval-rst}``, which MyST does not treat as a directive."""
        self.current_node += self.run_directive("eval-rst", "", token.content, self._line(token))

    def render_footnote_ref(self, token: SyntaxTreeNode) -> None:
        """Render a mark of a footnote of the block, or else of the file, that it stands in."""
        token.meta["label"] = self._scoped(token.meta["label"])
        super().render_footnote_ref(token)

    def render_footnote_reference(self, token: SyntaxTreeNode) -> None:
        """Render the text of a footnote."""
        token.meta["label"] = self._scoped(token.meta["label"])
        super().render_footnote_reference(token)

    def _scoped(self, label: str) -> str:
        scope = next((scope for scope in reversed(self._scopes) if label in scope.notes), None)
        return f"{scope.name}/{label}" if scope else label

    def update_section_level_state(self, section: nodes.section, level: int) -> None:
        """Put *section* where its *level* belongs, and hint at one that skips a level, as it stands under another."""
        above = max(number for number in self._level_to_section if number < level)
        if 0 < above < level - 1:
            message = _(
                "This heading skips a level: what follows stands under “%(section)s” now. Write “%(beside)s” before "
                "the heading to put it beside that, “%(within)s” for a part of it."
            )
            title = self._level_to_section[above][0].astext()
            error = ContentError("heading", message, section=title, beside="#" * above, within="#" * (above + 1))
            self._hint(error, section.line or 1)
        super().update_section_level_state(section, level)

    def render_heading(self, token: SyntaxTreeNode) -> None:
        """Render a heading, and note whether the page writes a title of its own."""
        if not any(child.type == "inline" and child.content for child in token.children):
            message = _("This heading has no words: write them behind its signs, or take it out.")
            self._hint(ContentError("heading", message), self._line(token))
        if token.tag == "h1" and isinstance(self.current_node, nodes.document | nodes.section):
            if self.document.get(WRITES_TITLE) and len(self.sources) == 1:
                self._second_title(token)
            else:
                first = next((each.content for each in token.children if each.type == "inline"), "")
                self.document[WRITES_TITLE] = first.strip() or "#", self._line(token)
        super().render_heading(token)

    def _second_title(self, token: SyntaxTreeNode) -> None:
        """Ask about a title below that of the page; of the marks of two versions, the parser has told."""
        source = self.sources[str(self.document["source"])]
        last = (token.map or (1, 2))[1] - 1
        if token.markup == "=" and any(line.startswith("<<<<<<<") for line in source):
            return
        title, line = self.document[WRITES_TITLE]
        message = (
            _("“%(signs)s” makes a title of the line above: take it out, or write “## …” there for a heading.")
            if token.markup == "="
            else _(
                "The page has a title in line %(line)s, “%(title)s”, with a single “#”. If that is right, write “## …” "
                "here; else take it out."
            )
        )
        number = last if token.markup == "=" else self._line(token)
        signs = source[last - 1].strip() if last <= len(source) else ""
        self._hint(ContentError("heading", message, signs=signs, title=title, line=line), number)

    def render_table_row(self, token: SyntaxTreeNode) -> None:
        """Render a row, and report cells beyond those of the header, which Markdown drops."""
        super().render_table_row(token)
        source = self.sources.get(str(self.document["source"]), ())
        line = self._line(token)
        if token.map and line <= len(source):
            cells = escapedSplit(source[line - 1].strip(" \t>").strip("|"))
            lost = [cell.strip() for cell in cells[len(token.children) :] if cell.strip()]
            if lost:
                message = _("The table has %(columns)s columns, so “%(cells)s” is lost: give its header one more.")
                error = ContentError("table-cell", message, columns=len(token.children), cells=" | ".join(lost))
                self.refuse(error, line)

    def render_html_block(self, token: SyntaxTreeNode) -> None:
        """Show HTML as text; drop comments."""
        text = without_comments(token.content).strip()
        comment = token.content.lstrip().startswith("<!--")
        if comment and text and not _NO_WORDS.match(text):
            self._render_behind_comment(token)
            return
        mark = "<!--" if comment else token.content.strip().partition("\n")[0][:60]
        self._note_region(token, mark, closed=not comment or "-->" in token.content)
        if text:
            self._hint_html(text, token)
            self.current_node.append(nodes.paragraph("", text))

    def _render_behind_comment(self, token: SyntaxTreeNode) -> None:
        """Render what stands behind a comment in its last line as the Markdown that it was meant for."""
        text = HTML_COMMENT.sub(lambda match: "\n" * match.group().count("\n"), token.content)
        self._note_region(token, "<!--", closed="-->" in token.content)
        with self.current_node_context(nodes.container(), append=True):
            self.nested_render_text(text, self._line(token) - 1)

    def render_myst_line_comment(self, token: SyntaxTreeNode) -> None:
        """Drop a comment: it is published nowhere; tell of one with a question mark, which waits for an editor."""
        for number, text in enumerate(token.content.split("\n")):
            note = text.lstrip("% ")
            if re.match(r"(?!ok:|[?+:%\s]).*\w", text):
                self.refuse(lost_to_comment(text.strip()), self._line(token) + number)
            if note.startswith("?"):
                error = ContentError(
                    "to-confirm",
                    _("“%(note)s” Look at it, put it right, and take the line away."),
                    note=note.removeprefix("?").strip()[:200],
                )
                hint(error.diagnostic, str(self.document["source"]), self._line(token) + number)

    def render_myst_block_break(self, token: SyntaxTreeNode) -> None:
        """Drop a mark between the cells of a notebook, which an issue is not; tell of words on its line."""
        if words := token.content.strip():
            self.refuse(lost(words), self._line(token))

    def render_code_block(self, token: SyntaxTreeNode) -> None:
        """Render indented lines as the paragraphs that they are elsewhere: no contributor means code by a tab."""
        if any(openings(token.content.split("\n"))):
            super().render_code_block(token)
            return
        text = re.sub(r"^[ \t]+", "", token.content, flags=re.MULTILINE)
        with self.current_node_context(nodes.container(), append=True):
            self.nested_render_text(text, self._line(token) - 1)

    def render_front_matter(self, token: SyntaxTreeNode) -> None:
        """Drop front matter: :mod:`newsletter.environment.issue_files` has read what it may say."""
