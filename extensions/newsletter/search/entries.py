# SPDX-License-Identifier: EUPL-1.2
"""From records and pages to search entries: pure functions of the archive.

Only what stands in the record is searched: a name that the archive withholds is in no record's entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from newsletter.export.site import Site
from newsletter.export.text import TOLD, words_of
from newsletter.model.diagnostics import _
from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record
from newsletter.model.text import plain
from newsletter.model.values import Status
from newsletter.search.asked_by import country_words, kind_words, other_words
from newsletter.search.days import day_words, period_words
from newsletter.search.entry import PageTexts, SearchEntry, visible
from newsletter.search.facets import KIND_LABELS, PAGE, page_values, record_values
from newsletter.search.words import telling_words, words

STATUS_LABELS: Mapping[Status, str] = {
    Status.TENTATIVE: _("To be confirmed"),
    Status.POSTPONED: _("Postponed"),
    Status.CANCELLED: _("Cancelled"),
}


def search_entries(site: Site, texts: PageTexts) -> list[SearchEntry]:
    """Return all that the search can find: the records of *site*, and its pages with *texts* of their own."""
    return [*record_entries(site), *page_entries(site, texts)]


def record_entries(site: Site) -> Iterator[SearchEntry]:
    """Yield the entry of each record of *site*."""
    for record in site.archive.records:
        told = [visible(said) for field in TOLD for said in words_of(record, field)]
        label = site.translate(TRAITS[record.kind].one)
        status = site.translate(STATUS_LABELS[record.status]) if record.status in STATUS_LABELS else ""
        topics = [site.publication.topics.get(slug, slug) for slug in record.topics]
        yield SearchEntry(
            url=site.page_of(record.own_page),
            title=visible(record.title) or record.id,
            text=" ".join(_sentences((*map(visible, record.body.splitlines()), *told))),
            shown={
                "kind": record.kind.value,
                "label": label,
                "date": visible(site.show_dates(record)),
                "place": visible(_places(site, record)),
                "status": status,
                "lang": record.lang,
            },
            names=" ".join((*told, *record.places, label, status, record.picture.alt if record.picture else "")),
            asked=(*_asked(record), *(word for topic in topics for word in topic.split())),
            periods=tuple(dict.fromkeys(period_words(record.dates))),
            also=tuple(_also(site, record, told)),
            days=tuple(dict.fromkeys(day_words(record.dates))),
            facets=record_values(record),
            first_day=record.start.isoformat(),
            is_untranslated=bool(site.original_language) and record.lang == site.original_language,
        )


def _asked(record: Record) -> Iterator[str]:
    yield from kind_words(record.kind)
    for code in record.countries:
        yield from country_words(code)


def _also(site: Site, record: Record, told: Sequence[str]) -> Iterator[str]:
    """Yield further words for what *record* tells, and other names of who and what is named in it."""
    said = [
        word for text in (*told, *record.places, record.title, record.body) for word, _written in telling_words(text)
    ]
    yield from other_words(record.kind, said)
    people = (person.name for person in (*record.people, *record.hosts))
    whole = (*record.places, *record.partners, *people, *map(site.country_name, record.countries))
    for name in (*map(plain, whole), *said):
        for other in site.other_names.get(name, ()):
            yield from words(other)


def page_entries(site: Site, texts: PageTexts) -> Iterator[SearchEntry]:
    """Yield an entry for each page's own title and text, such as an introduction."""
    issues = {issue.docname: issue for issue in site.archive.issues}
    for docname, (title, text) in sorted(texts.items()):
        year = issues[docname].name.period.year if docname in issues else None
        yield SearchEntry(
            url=site.page_of(docname),
            title=visible(title) or site.page_of(docname),
            text=visible(text),
            shown={"kind": PAGE, "label": site.translate(KIND_LABELS[PAGE])},
            facets=page_values(year),
        )


def _places(site: Site, record: Record) -> str:
    """Places and countries; a country that is named as a place is not said twice."""
    countries = (site.country_name(code) for code in record.countries)
    return ", ".join(dict.fromkeys((*record.places, *countries)))


def _sentences(parts: Iterable[str]) -> Iterator[str]:
    """End each part with a mark, so that an excerpt does not run them together."""
    for text in parts:
        if text:
            yield text if text[-1] in '.!?…:;»”"' else f"{text}."
