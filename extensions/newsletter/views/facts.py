# SPDX-License-Identifier: EUPL-1.2
"""The view ``facts``: the line of facts under the title of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from docutils import nodes

from newsletter.archive.assemble import record_of_one
from newsletter.archive.names import Names
from newsletter.archive.selection import GroupBy, keys
from newsletter.dates import show_dates, show_day
from newsletter.environment.block_draft import Draft
from newsletter.environment.i18n import translate, translate_into
from newsletter.environment.labels import status_name
from newsletter.environment.site_languages import is_translated
from newsletter.model.countries import country_name
from newsletter.model.diagnostics import _
from newsletter.model.facts import FIELD_BY_NAME, FIELDS, Field, Value
from newsletter.model.issue import Issue, IssueName
from newsletter.model.record import Record, value_of
from newsletter.model.telling import Telling
from newsletter.model.values import Dates, Person, Status
from newsletter.views.context import Context
from newsletter.views.phrases import date_line, kind_line
from newsletter.views.pieces import Line, Piece, as_nodes, as_text, joined
from newsletter.views.view_node import view_node


class Retelling(NamedTuple):
    """Another issue that tells the same record."""

    issue: str
    docname: str
    title: str


@dataclass(frozen=True)
class Shown:
    """Hold all that the line shows."""

    record: Record | None
    told_here: Dates | None
    """The dates that this issue gave, where they no longer hold."""
    before: tuple[Retelling, ...] = ()
    """Earlier tellings, oldest first."""
    after: tuple[Retelling, ...] = ()
    """Later tellings, oldest first."""
    registered: tuple[tuple[str, str], ...] = ()
    """Groups of registers that the line leads to, where the record itself is not what makes them."""
    refused: bool = False
    """Whether the record of this id is another."""


def look_up(context: Context, told: Draft | str) -> Shown:
    """Find the record that the page tells: by its id or, in an example, from the block alone."""
    if isinstance(told, Draft):
        example = _example(told, context)
        return Shown(example, None, registered=_groups_of_others(context, example))
    index = context.domain.index
    record = index.record_told(told)
    if record is None:
        return Shown(None, None)
    tellings = index.tellings[record.id]
    here = next((telling for telling in tellings if telling.docname == context.docname), None)
    if here is None:
        return Shown(None, None, refused=True)

    def retellings(chosen: Iterable[Telling]) -> tuple[Retelling, ...]:
        return tuple(Retelling(str(other.issue), other.docname, index.issue_titles[other.docname]) for other in chosen)

    return Shown(
        record,
        here.facts.date if here.facts.date != record.dates else None,
        before=retellings(other for other in tellings if other.issue < here.issue),
        after=retellings(other for other in tellings if other.issue > here.issue),
        registered=_groups_of_others(context, record),
    )


def _groups_of_others(context: Context, record: Record | None) -> tuple[tuple[str, str], ...]:
    """Return the groups of *record* that registers have because of others: examples and faulty records make none."""
    if record is None or context.archive.by_id.get(record.id) is record:
        return ()
    groups = context.domain.index.groups
    return tuple((by.value, key) for by in GroupBy for key in keys(record, by) if key in groups[by])


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


def render(context: Context, shown: Shown) -> list[nodes.Node]:
    """Return the facts as a list of names and values, each with a class of its own."""
    if shown.record is None:
        note = nodes.container(classes=["record-note"])
        why = (
            _("This block contains a mistake and is therefore in no register, calendar or data.")
            if shown.refused
            else _("This block has no date yet and is therefore in no register.")
        )
        note += nodes.paragraph("", translate(why))
        return [note]
    facts = tuple(
        _spoken(context, fact, shown.record)
        for fact in _facts(context, shown.record, shown)
        if any(piece.text for piece in fact.line)
    )
    return record_facts.of(context, facts, _default(facts))


_AS_THE_SITE = frozenset(
    {"status", "kind", "date", "country", "topics", "updated", "tellings-before", "tellings-after"}
)
"""Facts that are words of ours; those of others are as their author wrote them."""


def _spoken(context: Context, fact: Fact, record: Record) -> Fact:
    """Return *fact* as a page says it in *record*, with its language where it is not that of what it stands in."""
    site = context.language
    lang = site if fact.name in _AS_THE_SITE else record.lang_of(fact.name) or site
    # What is not translated stands in a box of the site's language.
    around = site if is_translated(context.app.config) else record.lang or site
    if around != site:
        fact = fact._replace(own_label=translate_into(around, fact.label))
    return fact if lang == around else fact._replace(lang=lang)


class Fact(NamedTuple):
    """One line of the facts."""

    name: str
    label: str
    """In English, to be translated."""
    line: Line
    own_label: str = ""
    """The label in the language of the record, where that is not the site's."""
    lang: str = ""
    """The language of the line where it is the site's, and that of the record another."""


class record_facts(view_node[tuple[Fact, ...]]):  # noqa: N801 -- docutils names node classes in lower case
    """The facts of a record; a PDF has its own form for them."""

    template = "facts"
    formats = frozenset({"page", "pdf"})

    def astext(self) -> str:
        """Return the words, as an extension finds them in other nodes."""
        return "\n\n".join(f"{translate(fact.label)}: {as_text(fact.line)}" for fact in self.value)


def _default(facts: tuple[Fact, ...]) -> Iterator[nodes.Node]:
    fields = nodes.field_list(classes=["facts"])
    for fact in facts:
        language = {"lang": fact.lang} if fact.lang else {}
        body = nodes.field_body("", nodes.paragraph("", "", *as_nodes(fact.line), **language))
        name = nodes.field_name("", fact.own_label or translate(fact.label))
        fields += nodes.field("", name, body, classes=[f"fact-{fact.name}"])
    yield fields


def _facts(context: Context, record: Record, shown: Shown) -> Iterator[Fact]:
    first = FIELD_BY_NAME["status"]
    yield Fact("kind", _("Kind"), kind_line(record.kind)[:1])
    for field in (first, *(field for field in FIELDS if field.label and field is not first)):
        yield Fact(field.name, field.label, _line(context, field, record, shown))
    yield from _corrections(context, record)
    if shown.before:
        yield Fact("tellings-before", _("Told before in"), _tellings(context, record, shown.before))
    if shown.after:
        yield Fact("tellings-after", _("Told again in"), _tellings(context, record, shown.after))


def _corrections(context: Context, record: Record) -> Iterator[Fact]:
    """Yield what was corrected, newest first; the day of the last revision where no sentence says what it was."""
    told = [each for each in record.corrections if each.text]
    revised = record.revised > record.published or bool(record.corrections)
    if revised and not any(each.day == record.revised for each in told):
        yield Fact("updated", _("Updated"), (Piece(show_day(record.revised, context.language)),))
    for each in told:
        day = f" ({show_day(each.day, context.language)})" if each.day else ""
        yield Fact("correction", _("Correction"), (Piece(f"{each.text}{day}"),))


def _line(context: Context, field: Field, record: Record, shown: Shown) -> Line:
    """Return what *record* says under *field*; an empty line where it says nothing."""
    if field.name == "date":
        return _dates(record, shown, context.language)
    value = value_of(record, field)
    return _LINES[field.value](context, value) if value and value is not Status.CONFIRMED else ()


def _tellings(context: Context, record: Record, tellings: tuple[Retelling, ...]) -> Line:
    return joined(((context.record_piece(record, other.docname, other.title),) for other in tellings), ", ")


def _registered(context: Context, groups: Iterable[tuple[GroupBy, str, str]]) -> Line:
    return joined(((context.register_piece(*group),) for group in groups), ", ")


def _dates(record: Record, shown: Shown, language: str) -> Line:
    line = date_line(record.dates, record.hours, language)
    former = shown.told_here or record.former_dates
    if not former:
        return line
    words = translate(_("formerly: %(dates)s")) % {"dates": show_dates(former, None, language)}
    return (*line, Piece(f" ({words})"))


def _people(context: Context, people: tuple[Person, ...]) -> Line:
    lines = (
        (
            context.register_piece(GroupBy.PERSON, person.name, person.name),
            Piece(f" ({person.role})" if person.role else ""),
        )
        for person in people
    )
    return joined(lines, "; ")


def _url(url: str) -> Line:
    return (Piece(short_url(url), url=url, internal=False),)


def _organisations(context: Context, names: Iterable[str]) -> Line:
    return joined(((context.register_piece(GroupBy.ORGANISATION, name, name),) for name in names), "; ")


def _countries(context: Context, codes: Iterable[str]) -> Line:
    return _registered(context, ((GroupBy.COUNTRY, code, country_name(code, context.language)) for code in codes))


def _topics(context: Context, topics: Iterable[str]) -> Line:
    labels = context.publication.topics
    return _registered(context, ((GroupBy.TOPIC, topic, labels.get(topic, topic)) for topic in topics))


_LINES: Mapping[Value, Callable[[Context, Any], Line]] = {
    Value.PLACES: lambda _context, places: (Piece("; ".join(places)),),
    Value.COUNTRIES: _countries,
    Value.PEOPLE: _people,
    Value.ORGANISATIONS: _organisations,
    Value.TOPICS: _topics,
    Value.URL: lambda _context, url: _url(url),
    Value.TEXT: lambda _context, text: (Piece(text),),
    Value.STATUS: lambda _context, status: (Piece(status_name(status), status=status),),
    Value.DAY: lambda context, day: (Piece(show_day(day, context.language)),),
}


def short_url(url: str) -> str:
    """Return what a reader sees of *url*: the site's name, or the e-mail address."""
    scheme, _colon, rest = url.partition(":")
    if scheme.lower() == "mailto":
        return rest.partition("?")[0]
    return rest.removeprefix("//").partition("/")[0].removeprefix("www.")
