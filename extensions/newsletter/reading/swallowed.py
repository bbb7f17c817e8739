# SPDX-License-Identifier: EUPL-1.2
"""Report the blocks that the source opens and the page does not have, and the markup that took them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from docutils import nodes

from newsletter.environment.reporter import warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.source.openings import Opening, clean_title, openings

Place = tuple[str, int]
"""A file and a line in it, counted from 1."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines of a file that are no Markdown of their own: code, a comment, HTML, what a directive takes."""

    path: str
    first: int
    last: int
    mark: str
    """Its beginning, as written: ``~~~``, ``<!--``, ``<pre>``, ``{contacts}``."""
    closed: bool = True

    @property
    def is_comment(self) -> bool:
        """Whether nothing of it is published."""
        return self.mark == "<!--"

    @property
    def is_html(self) -> bool:
        """Whether it is HTML, comments aside."""
        return self.mark.startswith("<") and not self.is_comment


def report_swallowed(
    document: nodes.document, sources: Mapping[str, Sequence[str]], regions: Sequence[Region], told: Collection[Place]
) -> None:
    """Compare the openings in *sources*, lines by file, with the blocks of *document*, and report what is missing.

    *told* are places of which something was reported already. A region that nothing closes is reported in any case.
    """
    made = {(str(node.source), node.line) for node in document.findall(nodes.section) if "record" in node["classes"]}
    lost: dict[Region | None, list[tuple[str, Opening]]] = {}
    for path, lines in sources.items():
        for opening in openings(lines):
            if (path, opening.line) not in made and (path, opening.line) not in told:
                lost.setdefault(_around(opening, path, regions), []).append((path, opening))
    misplaced = lost.pop(None, [])
    for path, opening in misplaced:
        warn(_misplaced(opening).diagnostic, path, opening.line)
    told = {*told, *((path, opening.line) for path, opening in misplaced)}
    for region in regions:
        swallowed = [opening for _path, opening in lost.get(region, [])]
        if (swallowed or not region.closed) and (region.path, region.first) not in told:
            warn(_region(region, swallowed).diagnostic, region.path, region.first)


def _around(opening: Opening, path: str, regions: Sequence[Region]) -> Region | None:
    """Return the innermost region that took *opening*; None where there is none, or its own line is wrong."""
    around = [region for region in regions if region.path == path and region.first < opening.line <= region.last]
    inner = min(around, key=lambda region: region.last - region.first, default=None)
    return None if inner and inner.mark.startswith("{") and not opening.alone else inner


def _misplaced(opening: Opening) -> ContentError:
    return ContentError(
        "block-unopened",
        _("This line opens no block. Write it at the margin, like this: “:::{%(kind)s} %(title)s”.")
        if opening.alone
        else _("A block opens on a line of its own: put “:::{%(kind)s} %(title)s” on the next line, at the margin."),
        kind=opening.kind.value,
        title=clean_title(opening.title),
    )


def _region(region: Region, swallowed: Sequence[Opening]) -> ContentError:
    return ContentError(
        "block-swallowed" if swallowed else "markup-unclosed",
        _with_blocks(region) if swallowed else _without_blocks(region),
        mark=region.mark,
        last=region.last,
        blocks=", ".join(f"{opening.title or opening.kind.value} ({opening.line})" for opening in swallowed),
    )


def _without_blocks(region: Region) -> str:
    if region.is_comment:
        return _("This comment is never closed: nothing down to line %(last)s is published. Put “-->” after your note.")
    return _(
        "“%(mark)s” is never closed: all down to line %(last)s belongs to it. Put a line “%(mark)s” where it ends, or "
        "take this one out."
    )


def _with_blocks(region: Region) -> str:
    if region.is_comment and region.closed:
        return _(
            "A comment is published nowhere, and these blocks (with their lines) stand in it: %(blocks)s. Take out "
            "“<!--” and “-->”, or begin each line that is to wait with “%% ”."
        )
    if region.is_comment:
        return _(
            "This comment is never closed: nothing down to line %(last)s is published, and these blocks (with their "
            "lines) are lost: %(blocks)s. Put “-->” after your note."
        )
    if region.is_html:
        return _(
            "An issue takes no HTML: “%(mark)s” makes plain text of these blocks (with their lines): %(blocks)s. "
            "Take it out."
        )
    if region.mark.startswith("{"):
        return _(
            "“%(mark)s” takes these blocks (with their lines) as its content: %(blocks)s. Put a line “:::” before "
            "the first of them."
        )
    if region.closed:
        return _(
            "What stands between two lines “%(mark)s” is shown as code, these blocks (with their lines) too: "
            "%(blocks)s. Take both lines out."
        )
    return _(
        "“%(mark)s” is never closed: these blocks (with their lines) are shown as code: %(blocks)s. Put a line "
        "“%(mark)s” before them, or take this one out."
    )
