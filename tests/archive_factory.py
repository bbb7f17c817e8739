# SPDX-License-Identifier: EUPL-1.2
"""Records, tellings and issues of Borgoluce, made by hand for the tests of the core."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsletter.archive.revisions import SourceRevision, with_revisions
from newsletter.model.archive import Archive
from newsletter.model.facts import Facts
from newsletter.model.issue import Issue, IssueName
from newsletter.model.kinds import Kind
from newsletter.model.record import Record
from newsletter.model.telling import Telling
from newsletter.model.values import Dates, Person, Precision, Span


def day(text: str) -> date:
    return date.fromisoformat(text)


def dates(*spans: str, precision: Precision = Precision.DAY) -> Dates:
    """Return the dates of ``2026-05-13`` or ``2026-05-27/2026-05-29``, one text an occurrence."""
    pairs = (text.partition("/") for text in spans)
    return Dates(tuple(Span(day(start), day(end or start)) for start, _, end in pairs), precision)


def name(text: str) -> IssueName:
    parsed = IssueName.parse(text)
    assert parsed is not None
    return parsed


def issue(text: str, **different: Any) -> Issue:
    month = name(text).period.first_day
    return Issue(**{"name": name(text), "docname": f"issues/{text}", "title": text, "published": month, **different})


def telling(text: str, record_id: str = "2026-04-festa", **facts: Any) -> Telling:
    """Return what the issue *text* tells of a record; what is no fact is an attribute of the telling."""
    own = {key: facts.pop(key) for key in ("kind", "title", "sound", "line", "body") if key in facts}
    base = {"kind": Kind.EVENT, "title": "Festa", "body": "", "line": 5, **own}
    path = f"issues/{text}.md"
    return Telling(id=record_id, facts=Facts(**facts), issue=name(text), docname=path[:-3], path=path, **base)


def record(record_id: str, *spans: str, issues: tuple[str, ...] = ("2026-05",), **different: Any) -> Record:
    first, latest = issue(issues[0]).published, issue(issues[-1]).published
    base: dict[str, Any] = {
        "id": record_id,
        "kind": Kind.EVENT,
        "title": record_id.title(),
        "dates": dates(*(spans or ("2026-05-13",))),
        "docname": f"issues/{issues[-1]}",
        "issue": issues[-1],
        "issues": issues,
        "published": first,
        "revised": latest,
    }
    made = Record(**{**base, **different})
    return with_revisions(made, (), SourceRevision((made.revised - made.published).days, made.revised))


def archive(*records: Record) -> Archive:
    names = sorted({name(text) for each in records for text in each.issues})
    return Archive(tuple(issue(str(each)) for each in names), tuple(sorted(records, key=lambda each: each.order)))


def person(text: str) -> Person:
    """Return the person of ``Ada Esempio/Sindaca``."""
    full_name, _, role = text.partition("/")
    return Person(full_name, role)
