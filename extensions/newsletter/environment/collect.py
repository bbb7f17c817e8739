# SPDX-License-Identifier: EUPL-1.2
"""Collect from a finished doctree what it gives to the archive, and what it asks of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.environment import BuildEnvironment

from newsletter.archive.assemble import title_mark
from newsletter.environment.block_draft import blocks_in, draft_of
from newsletter.environment.issue_files import issue_name, part_files, read_issue, translations
from newsletter.environment.page import Page, Reference, SourceFile
from newsletter.environment.page_links import links_of
from newsletter.environment.page_text import own_text
from newsletter.environment.placeholder import placeholders, view_of
from newsletter.environment.reading_translation import translated_blocks
from newsletter.environment.silences import page_silences
from newsletter.environment.source_lines import source_file, source_line
from newsletter.environment.standing_pages import own_page
from newsletter.model.issue import IssueName
from newsletter.model.telling import Telling

# Text that is shown in a page but is not part of what a record says.
_BREAK = "\v"
_NOT_TEXT = (
    nodes.comment,
    nodes.raw,
    nodes.system_message,
    nodes.footnote_reference,
    nodes.footnote,
    nodes.substitution_definition,
)
_NOT_ITS_WORDS = frozenset({"record-note", "record-image"})
"""Classes of what stands in a block and is no text of it: a credit says nothing where its picture is not shown."""


def collect_page(env: BuildEnvironment, docname: str, document: nodes.document) -> Page:
    """Return what the finished *document* tells the archive, and asks of it."""
    name = issue_name(docname)
    title, text = own_text(document)
    return Page(
        title=title,
        text=text,
        tellings=tuple(_tellings(document, docname, name)) if name else (),
        translated=translated_blocks(env),
        issue=read_issue(env.config, env.doc2path(docname), docname, name) if name else None,
        views=tuple(view_of(node) for node in placeholders(document)),
        files=source_files(env, docname),
        silences=page_silences(env),
        links=links_of(docname, document),
        references=tuple(
            Reference(node["reftarget"], source_file(node), source_line(node))
            for node in document.findall(pending_xref)
            if node.get("refdomain") == "newsletter"
        ),
    )


def source_files(env: BuildEnvironment, docname: str) -> tuple[SourceFile, ...]:
    """Return the files that the page *docname* is made from, as they are now."""
    srcdir, name = Path(env.srcdir), issue_name(docname)
    parts = part_files(env.config, srcdir, str(name)) if name else ()
    original = Path(env.doc2path(docname))
    standing = own_page(env.config, original)
    translated = translations(env.config, original) if name else (standing,) if standing else ()
    states = ((path, path.stat()) for path in (original, *parts, *translated))
    return tuple(
        SourceFile(path.relative_to(srcdir).as_posix(), state.st_mtime_ns, state.st_size) for path, state in states
    )


def _tellings(document: nodes.document, docname: str, name: IssueName) -> Iterator[Telling]:
    for section in blocks_in(document):
        draft = draft_of(section)
        yield Telling(
            id=draft.id,
            kind=draft.kind,
            title=title_text(section),
            facts=draft.facts,
            body=body_text(section),
            issue=name,
            docname=docname,
            path=draft.path,
            line=draft.line,
            option_lines=draft.option_lines,
            option_langs=draft.option_langs,
            explicit=draft.explicit,
            left_out=draft.left_out,
            sound=draft.sound,
        )


def title_text(section: nodes.section) -> str:
    """Return the title of a block as plain text."""
    return " ".join(section[0].astext().split())


def body_text(section: nodes.section) -> str:
    """Return the text of a block, one paragraph a line, and after it that of its footnotes."""
    content = [node for node in section.children if not isinstance(node, nodes.title)]
    notes = [child for note in _footnotes(section) for child in note.children if not isinstance(child, nodes.label)]
    return "\n".join((*_pieces(content), *_pieces(notes)))


def _footnotes(section: nodes.section) -> Iterator[nodes.Element]:
    """Return the footnotes to which a block refers, in the order of their marks; they stand at the end of the page."""
    if (document := section.document) is None:
        return
    notes = {
        key: note
        for note in (*document.footnotes, *document.autofootnotes)
        for key in (*note["names"], *note["dupnames"], *note["ids"])
    }
    marks = section.findall(nodes.footnote_reference)
    for key in dict.fromkeys(mark.get("refid") or mark.get("refname") for mark in marks):
        if key in notes:
            yield notes[key]


def _pieces(content: Sequence[nodes.Node]) -> Iterator[str]:
    """Return the pieces of text in *content*, cut at hard breaks, without what is no text of a block."""
    pending = list(content)
    while pending:
        node = pending.pop(0)
        if isinstance(node, _NOT_TEXT) or not isinstance(node, nodes.Element):
            continue
        if not _NOT_ITS_WORDS.isdisjoint(node["classes"]):
            continue
        if not isinstance(node, nodes.TextElement):
            pending = [*node.children, *pending]
        else:
            yield from filter(None, (" ".join(line.split()) for line in _words(node).split(_BREAK)))


def _words(node: nodes.Node) -> str:
    """Return what a reader sees of *node*; where a reference will show the title of a record, its mark."""
    if isinstance(node, nodes.Text):
        return node.astext()
    if isinstance(node, nodes.raw) and node.get("format") == "html":
        return _BREAK  # MyST's hard line break: an issue has no other raw HTML
    if isinstance(node, _NOT_TEXT) or not isinstance(node, nodes.Element):
        return ""
    if isinstance(node, pending_xref) and node.get("refdomain") == "newsletter" and not node.get("refexplicit"):
        return title_mark(str(node["reftarget"]))
    return "".join(_words(child) for child in node.children)
