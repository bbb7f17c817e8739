# SPDX-License-Identifier: EUPL-1.2
"""The view ``facts``: the line of facts under the title of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from docutils import nodes

from newsletter.blocks.draft import Draft
from newsletter.core.assemble import record_of_one
from newsletter.core.countries import country_name
from newsletter.core.dates import show_dates, show_day
from newsletter.core.issue import Issue, IssueName
from newsletter.core.names import Names
from newsletter.core.problem import _
from newsletter.core.record import Dates, Person, Record, Status
from newsletter.core.selection import GroupBy
from newsletter.core.telling import Telling
from newsletter.locale import translate
from newsletter.views.context import Context
from newsletter.views.kinds import status_name
from newsletter.views.words import date_nodes, joined


class Retelling(NamedTuple):
    """Another issue that tells the same record."""

    issue: str
    docname: str
    title: str


@dataclass(frozen=True, slots=True)
class Shown:
    """What the line shows."""

    record: Record | None
    told_here: Dates | None
    """The dates that this issue gave, where they no longer hold."""
    elsewhere: tuple[Retelling, ...]


def look_up(context: Context, options: object) -> Shown:
    """Find the record that the page tells: by its id or, in an example, from the block alone."""
    if isinstance(options, Draft):
        return Shown(_example(options, context), None, ())
    derived = context.domain.derived
    record = derived.record_told(str(options))
    if record is None:
        return Shown(None, None, ())
    told = derived.tellings[record.id]
    here = [telling.facts.date for telling in told if telling.docname == context.docname]
    return Shown(
        record,
        here[0] if here and here[0] != record.dates else None,
        tuple(
            Retelling(str(telling.issue), telling.docname, derived.issue_titles[telling.docname])
            for telling in told
            if telling.docname != context.docname
        ),
    )


def _example(draft: Draft, context: Context) -> Record | None:
    name = IssueName.parse(context.app.config.newsletter_example_issue)
    assert name is not None  # noqa: S101 - check_settings() saw to it
    issue = Issue(name=name, docname=context.docname, title="", published=name.period.first_day)
    telling = Telling(
        id=draft.id,
        kind=draft.kind,
        title="",
        facts=draft.facts,
        body="",
        issue=name,
        docname=context.docname,
        path=draft.path,
        line=draft.line,
    )
    return record_of_one(telling, issue, Names())


def render(context: Context, shown: object) -> list[nodes.Node]:
    """Return the field list of facts, each field with a class of its own."""
    assert isinstance(shown, Shown)  # noqa: S101 - for the type checker
    if shown.record is None:
        note = nodes.container(classes=["record-note"])
        note += nodes.paragraph("", translate(_("This block has no date yet and is therefore in no register.")))
        return [note]
    facts = nodes.field_list(classes=["facts"])
    for name, label, body in _facts(context, shown.record, shown):
        content = list(body)
        if content:
            facts += nodes.field(
                "",
                nodes.field_name("", translate(label)),
                nodes.field_body("", nodes.paragraph("", "", *content)),
                classes=[f"fact-{name}"],
            )
    return [facts]


def _facts(context: Context, record: Record, shown: Shown) -> Iterator[tuple[str, str, Iterable[nodes.Node]]]:
    language = context.language
    if record.status is not Status.CONFIRMED:
        yield "status", _("Status"), [nodes.strong("", status_name(record.status))]
    yield "date", _("Date"), _dates(record, shown, language)
    yield "place", _("Place"), [nodes.Text("; ".join(record.places))] if record.places else []
    yield (
        "country",
        _("Country"),
        joined(
            ([context.register_link(GroupBy.COUNTRY, code, country_name(code, language))] for code in record.countries),
            ", ",
        ),
    )
    yield "people", _("People"), _people(context, record.people)
    yield "hosts", _("Received by"), _people(context, record.hosts)
    yield "partners", _("Partners"), [nodes.Text("; ".join(record.partners))] if record.partners else []
    yield (
        "topics",
        _("Topics"),
        joined(
            (
                [context.register_link(GroupBy.TOPIC, topic, context.publication.topics.get(topic, topic))]
                for topic in record.topics
            ),
            ", ",
        ),
    )
    yield "url", _("More"), [nodes.reference("", short_address(record.url), refuri=record.url)] if record.url else []
    if record.revised > record.published:
        yield "updated", _("Updated"), [nodes.Text(show_day(record.revised, language))]
    yield (
        "tellings",
        _("Also in"),
        joined(([context.record_link(record, other.docname, other.title)] for other in shown.elsewhere), ", "),
    )


def _dates(record: Record, shown: Shown, language: str) -> Iterator[nodes.Node]:
    yield from date_nodes(record.dates, record.hours, language)
    former = shown.told_here or record.former_dates
    if former:
        yield nodes.Text(" (")
        yield nodes.Text(translate(_("formerly: %(dates)s")) % {"dates": show_dates(former, None, language)})
        yield nodes.Text(")")


def _people(context: Context, people: tuple[Person, ...]) -> Iterator[nodes.Node]:
    def one(person: Person) -> Iterator[nodes.Node]:
        yield context.register_link(GroupBy.PERSON, person.name, person.name)
        if person.role:
            yield nodes.Text(f" ({person.role})")

    return joined((one(person) for person in people), "; ")


def short_address(url: str) -> str:
    """Return what a reader sees of *url*: the site's name, or the e-mail address."""
    scheme, _colon, rest = url.partition(":")
    if scheme.lower() == "mailto":
        return rest.partition("?")[0]
    return rest.removeprefix("//").partition("/")[0].removeprefix("www.")
