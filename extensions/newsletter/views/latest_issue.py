# SPDX-License-Identifier: EUPL-1.2
"""The view ``latest-issue``: the newest issue by its lead story, with its picture, and some headlines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from textwrap import shorten

from docutils import nodes

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.record import Record
from newsletter.pictures.names import Published
from newsletter.views.cards import LEAD, picture_for
from newsletter.views.context import Context
from newsletter.views.issues import Counts, count_kinds, counts_in_words
from newsletter.views.listing import bullet_list
from newsletter.views.phrases import date_line, kind_line, where_line
from newsletter.views.pieces import Piece, as_nodes, joined

_HEADLINES = 4
_LONGEST = 260
"""Characters of the text of the lead story."""


@dataclass(frozen=True, slots=True)
class Latest:
    """Hold what is shown of the newest issue."""

    issue: Issue
    counts: Counts
    lead: Record | None
    """None where the issue tells nothing that takes place."""
    headlines: tuple[Record, ...]
    pictures: tuple[Published, ...]
    """Those of all these."""


def look_up(context: Context, _options: Mapping[str, str]) -> Latest | None:
    """Return the newest issue with its first story that has a picture, else its first, and with others of each kind."""
    issue = context.archive.newest
    if issue is None:
        return None
    told = [record for record in _as_written(context, issue) if not record.is_off]
    lead = next((record for record in told if record.picture), told[0] if told else None)
    headlines = tuple(_headlines(record for record in told if record is not lead))
    pictures = tuple(filter(None, map(context.picture, (lead, *headlines) if lead else ())))
    return Latest(issue, count_kinds(context, issue), lead, headlines, pictures)


def _as_written(context: Context, issue: Issue) -> list[Record]:
    """Return the records of *issue* in the order of its page: what matters most stands first."""
    tellings = context.domain.index.tellings

    def place(record: Record) -> tuple[str, int]:
        return min((telling.path, telling.line) for telling in tellings[record.id] if telling.docname == issue.docname)

    return sorted(context.archive.by_issue[str(issue.name)], key=place)


def _headlines(records: Iterable[Record]) -> list[Record]:
    """Return some of *records* in their order: the first of each kind, and those that come next."""
    found = list(records)
    firsts = list({record.kind: record for record in reversed(found)}.values())
    others = [record for record in found if record not in firsts]
    chosen = [*firsts, *others][:_HEADLINES]
    return [record for record in found if record in chosen]


def render(context: Context, found: Latest | None) -> list[nodes.Node]:
    """Return the lead story beside the headlines, over a link to the whole issue."""
    box = nodes.container(classes=["latest-issue"])
    if found is None:
        box += nodes.paragraph("", translate(_("No issue has been published yet.")), classes=["records-empty"])
        return [box]
    if found.lead:
        box += nodes.container("", *_lead(context, found.lead), classes=["lead", f"record-{found.lead.kind}"])
    box += nodes.container("", *_issue(context, found), classes=["latest-issue-words"])
    return [box]


def _lead(context: Context, record: Record) -> Iterator[nodes.Node]:
    yield from picture_for(context, record, LEAD)
    title = nodes.paragraph("", "", context.record_link(record), classes=["lead-title"])
    facts = (date_line(record.dates, record.hours, context.language), where_line(record, context.language))
    line = (*kind_line(record.kind), *joined(facts, " · "))
    words = [title, nodes.paragraph("", "", *as_nodes(line), classes=["lead-facts"])]
    text = next(filter(str.strip, record.body.splitlines()), "")
    if text:
        shown = Piece(shorten(text, _LONGEST, placeholder=" …"), lang=record.lang)
        words.append(nodes.paragraph("", "", *as_nodes((shown,))))
    yield nodes.container("", *words, classes=["lead-words"])


def _issue(context: Context, found: Latest) -> Iterator[nodes.Node]:
    issue = found.issue
    yield nodes.paragraph("", "", context.link(issue.title, issue.docname), classes=["latest-issue-title"])
    if issue.description:
        yield nodes.paragraph("", issue.description)
    if found.headlines:
        yield from bullet_list(context, found.headlines, None, None)
    if found.counts:
        yield nodes.paragraph("", counts_in_words(found.counts), classes=["latest-issue-counts"])
