# SPDX-License-Identifier: EUPL-1.2
"""The fictional city of Borgoluce: records, issues and sites made by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any, Final

from newsletter.archive.revisions import SourceRevision, with_revisions
from newsletter.export.site import PageContent, Site
from newsletter.model.archive import Archive
from newsletter.model.issue import Issue, IssueName
from newsletter.model.kinds import Kind
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.model.values import Dates, Precision, Span

BASE: Final = "https://newsletter.borgoluce.example/estero/"

PUBLICATION: Final = Publication(
    title="Borgoluce nel mondo",
    slug="borgoluce-nel-mondo",
    description="La newsletter internazionale di Borgoluce",
    publisher="Città di Borgoluce",
    address="Piazza Inventata 1, Borgoluce",
    city="Borgoluce",
    country="IT",
    publisher_code="c_x999",
    email="estero@borgoluce.example",
    website="https://borgoluce.example",
    base_url=BASE,
    topics={"cultura": "Cultura", "arte-e-musica": "Arte, musica"},
    namespace="borgoluce.example,2026",
)

ITALIAN: Final = {"CANCELLED": "ANNULLATO", "POSTPONED": "RINVIATO"}
COUNTRIES: Final = {"JP": "Giappone", "FR": "Francia"}


def days(*pairs: str, precision: Precision = Precision.DAY) -> Dates:
    """Return the dates of ``2026-05-13`` or ``2026-05-27/2026-05-29``, one text an occurrence."""
    spans = []
    for pair in pairs:
        start, _, end = pair.partition("/")
        spans.append(Span(date.fromisoformat(start), date.fromisoformat(end or start)))
    return Dates(tuple(spans), precision)


def record(name: str = "festa-della-luce", *spans: str, issue: str = "2026-05", **changes: Any) -> Record:
    """Return an event of Borgoluce with *changes*; its id stands under its first issue's name unless it is given."""
    issues = changes.pop("issues", (issue,))
    period = IssueName.parse(issues[0])
    assert period is not None
    told = period.period.first_day
    plain = Record(
        id=f"{issues[0]}-{name}",
        kind=Kind.EVENT,
        title="Festa della Luce",
        dates=days(*(spans or ("2026-05-13",))),
        docname=f"issues/{issues[-1]}",
        issue=issues[-1],
        issues=issues,
        published=told,
        revised=told,
    )
    made = replace(plain, **changes)
    return with_revisions(made, (), SourceRevision((made.revised - made.published).days, made.revised))


def site(records: Iterable[Record], *, issues: Iterable[str] = (), **publication: Any) -> Site:
    """Return the site of *records*, with their issues and those named besides."""
    told = sorted(records, key=lambda one: one.order)
    names = {IssueName.parse(name) for one in told for name in one.issues} | {IssueName.parse(name) for name in issues}
    archive = Archive(tuple(_issue(name) for name in sorted(filter(None, names))), tuple(told))
    return Site(
        publication=replace(PUBLICATION, **publication),
        archive=archive,
        page_of=lambda docname: f"{docname}.html",
        translate=lambda message: ITALIAN.get(message, message),
        country_name=lambda code: COUNTRIES.get(code, code),
        page_content=lambda docname: PageContent(
            f"<p>Numero {docname}</p>", {one.id: f"<p>Parla di {one.id}</p>" for one in told}
        ),
    )


def _issue(name: IssueName) -> Issue:
    return Issue(
        name=name,
        docname=f"issues/{name}",
        title=f"Borgoluce nel mondo · {name}",
        published=name.period.first_day,
        description=f"Il numero {name}",
    )
