# SPDX-License-Identifier: EUPL-1.2
"""Footnotes that belong to their file or to their block: two people may both have a ``[^1]``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from docutils import nodes

from newsletter.environment.reporter import warn
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.source.source_text import top_fences

_DEFINITION = re.compile(r"[ \t>]*\[\^([^\]\s]+)\]:")


@dataclass(frozen=True)
class Scope:
    """A file or a block, with the footnotes that it defines."""

    name: str
    """Stands with a slash before the labels of its footnotes in the doctree."""
    lines: Sequence[str]

    @cached_property
    def notes(self) -> frozenset[str]:
        """The labels of its footnotes, as written."""
        return frozenset(match[1] for line in self.lines if (match := _DEFINITION.match(line)))


def outside_fences(lines: Sequence[str]) -> list[str]:
    """Return the *lines* of a file that stand in no block, code or other directive."""
    inside = {number for fence in top_fences(lines) for number in range(fence.first, fence.last + 1)}
    return [line for number, line in enumerate(lines, start=1) if number not in inside]


def report_footnotes(document: nodes.document) -> None:
    """Report marks without a footnote, and footnotes without a mark, by the labels that were written."""
    marks = list(document.findall(nodes.footnote_reference))
    notes = list(document.findall(nodes.footnote))
    defined = {name for note in notes for name in note["names"]}
    used = {mark["refname"] for mark in marks}
    missing = _("There is no text for the footnote “[^%(label)s]”. Add a line such as “[^%(label)s]: the text”.")
    no_colon = _("This is no footnote yet: put a colon behind the sign, “[^%(label)s]: the text”.")
    unused = _("Nothing refers to the footnote “[^%(label)s]”. Write “[^%(label)s]” where it belongs, or take it out.")
    begun = {mark["refname"]: mark for mark in marks if _begins_note(mark)}
    for mark in marks:
        name = mark["refname"]
        if name not in defined and begun.get(name, mark) is mark:
            _report(no_colon if name in begun and sum(name == each["refname"] for each in marks) > 1 else missing, mark)
    for note in notes:
        if note["names"] and note["names"][0] not in used:
            _report(unused, note)


def _begins_note(mark: nodes.footnote_reference) -> bool:
    """Tell whether *mark* stands at the beginning of a line, before words, as the text of a footnote does."""
    place = mark.parent.index(mark)
    before = mark.parent[place - 1] if place else None
    after = mark.parent[place + 1] if place + 1 < len(mark.parent) else ""
    begins = before is None or (isinstance(before, nodes.Text) and before.endswith("\n"))
    return begins and isinstance(after, nodes.Text) and after.startswith(" ")


def _report(message: str, node: nodes.footnote | nodes.footnote_reference) -> None:
    name = node["refname"] if isinstance(node, nodes.footnote_reference) else node["names"][0]
    label = re.sub(r"^(?:page|part)[-\d]*/", "", name)
    warn(ContentError("markup", message, label=label).diagnostic, source_file(node), source_line(node))
