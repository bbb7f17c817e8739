# SPDX-License-Identifier: EUPL-1.2
"""Blocks in files of their own, ``issues/2026-05/<name>.md``: gathered into their issue by kind and date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TypeGuard

from docutils import nodes
from sphinx.environment import BuildEnvironment

from newsletter.environment.block_draft import blocks_in, draft_of, is_block
from newsletter.environment.issue_files import issue_name, part_files
from newsletter.environment.labels import kind_name
from newsletter.model.kinds import Kind
from newsletter.source.sections import kind_of_heading


def note_parts(env: BuildEnvironment) -> Iterator[Path]:
    """Return the files that belong to the issue being read, and let it be read again when they change."""
    name = issue_name(env.docname)
    for path in part_files(env.config, Path(env.srcdir), str(name)) if name else ():
        env.note_dependency(str(path))
        yield path


def gather(document: nodes.document, parts: Sequence[nodes.container]) -> None:
    """Put the blocks of *parts* among those of their kind in the issue, by date, or under a heading of their own.

    What else the files contain goes to the end, so that nothing is lost.
    """
    if not parts:
        return
    blocks = [
        child for part in parts for child in part.children if isinstance(child, nodes.section) and is_block(child)
    ]
    for kind in Kind:
        gathered = sorted((block for block in blocks if draft_of(block).kind is kind), key=_by_date)
        home = _home(document, kind) if gathered else document
        for block in gathered:
            home.insert(_place(home, block), block)
    rest = [node for part in parts for node in part.children if not is_block(node)]
    _top(document).extend(rest)


def _by_date(block: nodes.section) -> tuple[date, date, str]:
    draft = draft_of(block)
    dates = draft.facts.date
    return (dates.start, dates.end, draft.id) if dates else (date.max, date.max, draft.id)


def _place(home: nodes.Element, block: nodes.section) -> int:
    """Return where in *home* the *block* goes: after the last of its kind that begins no later, or else first.

    One without a date of its own stays where it is, before those that are gathered.
    """
    own = [(place, child) for place, child in enumerate(home.children) if _is_of(child, draft_of(block).kind)]
    earlier = [
        place for place, child in own if draft_of(child).facts.date is None or _by_date(child) <= _by_date(block)
    ]
    if earlier:
        return earlier[-1] + 1
    return own[0][0] if own else len(home)


def _is_of(node: nodes.Node, kind: Kind) -> TypeGuard[nodes.section]:
    return isinstance(node, nodes.section) and is_block(node) and draft_of(node).kind is kind


def _home(document: nodes.document, kind: Kind) -> nodes.Element:
    """Return where the last block of *kind* stands, or the section usual for it; a new one where there is none."""
    last = [block for block in blocks_in(document) if draft_of(block).kind is kind]
    if last and last[-1].parent is not None:
        return last[-1].parent
    for section in document.findall(nodes.section):
        if not is_block(section) and kind_of_heading(section[0].astext()) is kind:
            return section
    title = kind_name(kind, plural=True)
    section = nodes.section("", nodes.title("", title), names=[nodes.fully_normalize_name(title)])
    document.note_implicit_target(section, section)
    _top(document).append(section)
    return section


def _top(document: nodes.document) -> nodes.Element:
    """Return what stands over the whole page: its one section, or the page itself."""
    sections = [child for child in document.children if isinstance(child, nodes.section)]
    return sections[0] if len(sections) == 1 and not is_block(sections[0]) else document
