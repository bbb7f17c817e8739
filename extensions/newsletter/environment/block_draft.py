# SPDX-License-Identifier: EUPL-1.2
"""A block between its parsing and its collection: what the directive leaves in the doctree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from docutils import nodes

from newsletter.model.facts import Facts
from newsletter.model.kinds import Kind

_ATTRIBUTE = "newsletter_draft"


@dataclass(frozen=True, kw_only=True)
class Draft:
    """All of a telling but what is in the doctree: its title and its text."""

    id: str
    kind: Kind
    facts: Facts
    path: str
    line: int
    option_lines: Mapping[str, int]
    """The line of each option, by its name."""
    explicit: bool
    left_out: tuple[str, ...]
    sound: bool
    written: tuple[str, ...]
    """The option lines as they were written."""
    option_langs: Mapping[str, str] = field(default_factory=dict)
    """The language of options that a translation leaves in that of the original, by their names."""


def attach(section: nodes.section, draft: Draft) -> None:
    """Leave *draft* on the *section* that shows it."""
    section[_ATTRIBUTE] = draft


def detach(section: nodes.section) -> None:
    """Take away what :func:`attach` left: the block is no longer one of the page."""
    del section[_ATTRIBUTE]


def draft_of(section: nodes.Element) -> Draft:
    """Return what :func:`attach` left."""
    found = section[_ATTRIBUTE]
    assert isinstance(found, Draft)  # noqa: S101 - for the type checker; only attach() sets it
    return found


def blocks_in(document: nodes.Element) -> Iterator[nodes.section]:
    """Return the sections of blocks in *document*, a page or a part of one, in their order."""
    return (section for section in document.findall(nodes.section) if _ATTRIBUTE in section)


def is_block(node: nodes.Node | None) -> bool:
    """Tell whether *node* is the section of a block."""
    return isinstance(node, nodes.section) and _ATTRIBUTE in node
