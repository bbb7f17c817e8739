# SPDX-License-Identifier: EUPL-1.2
"""The view ``issues``: the issues of the archive, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.kinds import Kind
from newsletter.views.context import Context

Counts = tuple[tuple[Kind, int], ...]


def look_up_issues(context: Context, options: Mapping[str, str]) -> tuple[bool, tuple[tuple[Issue, Counts], ...]]:
    """Tell whether issues are shown by year; return all, newest first, with how many records of each kind they tell."""
    return "group-by" in options, tuple(
        (issue, count_kinds(context, issue)) for issue in reversed(context.archive.issues)
    )


def count_kinds(context: Context, issue: Issue) -> Counts:
    """Return how many records of each kind *issue* tells."""
    kinds = [record.kind for record in context.archive.by_issue[str(issue.name)]]
    return tuple((kind, kinds.count(kind)) for kind in Kind if kind in kinds)


def render_issues(context: Context, found: tuple[bool, tuple[tuple[Issue, Counts], ...]]) -> list[nodes.Node]:
    """Return the issues as a list, by year where that was asked for."""
    by_year, issues = found
    if not issues:
        return [nodes.paragraph("", translate(_("No issue has been published yet.")), classes=["records-empty"])]
    if not by_year:
        return [_issue_list(context, issues)]
    sections: list[nodes.Node] = []
    for year, members in groupby(issues, key=lambda pair: pair[0].name.period.year):
        section = nodes.section(ids=[f"issues-{year}"], classes=["records-group"])
        section += nodes.title("", str(year))
        section += _year(context, year)
        section += _issue_list(context, list(members))
        sections.append(section)
    return sections


def _year(context: Context, year: int) -> list[nodes.Node]:
    """Return a link to the page of *year*, where there is one."""
    page = context.domain.index.page_of_group(GroupBy.YEAR, f"{year:04}")
    if page is None or not context.has_own_pages:
        return []
    words = translate(_("Everything of %(year)s, month by month")) % {"year": year}
    return [nodes.paragraph("", "", context.link(words, page))]


def _issue_list(context: Context, issues: Sequence[tuple[Issue, Counts]]) -> nodes.Node:
    items = nodes.bullet_list(classes=["issues"])
    for issue, counts in issues:
        line = nodes.paragraph("", "", context.link(issue.title, issue.docname))
        if counts:
            line += nodes.Text(f" — {counts_in_words(counts)}")
        items += nodes.list_item("", line)
    return items


def counts_in_words(counts: Iterable[tuple[Kind, int]]) -> str:
    """Return *counts* as a line."""
    return ", ".join(f"{kind_name(kind, plural=True)}: {number}" for kind, number in counts)
