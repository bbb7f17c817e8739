# SPDX-License-Identifier: EUPL-1.2
"""From records and pages to search entries: pure functions of the archive.

Only what stands in the record is searched: a name that the archive withholds is in no record's entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from newsletter.export.site import Site
from newsletter.export.text import TOLD, words_of
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.model.values import Status
from newsletter.search.entry import PageTexts, SearchEntry, plain_spellings, searchable, visible
from newsletter.search.facets import KIND_LABELS, PAGE, UNTRANSLATED, page_values, record_values, tokens

STATUS_LABELS: Mapping[Status, str] = {
    Status.TENTATIVE: _("To be confirmed"),
    Status.POSTPONED: _("Postponed"),
    Status.CANCELLED: _("Cancelled"),
}
_SHOWN = ("title", "date", "place")
"""Fields that a hit shows letter by letter: with typographic apostrophes and dashes."""
_UNDATED = "0000-00-00"
"""Sorts a page that has no date before all that have."""


def search_entries(site: Site, texts: PageTexts) -> list[SearchEntry]:
    """Return all that the search can find: the records of *site*, and its pages with *texts* of their own."""
    return [*record_entries(site), *page_entries(site, texts)]


def record_entries(site: Site) -> Iterator[SearchEntry]:
    """Yield the entry of each record of *site*."""
    for record in site.archive.records:
        yield _entry(
            site.record_page(record),
            record.title,
            _content(record),
            record.start.isoformat(),
            kind=site.translate(KIND_LABELS[record.kind]),
            date=site.show_dates(record),
            place=_places(site, record),
            status=site.translate(STATUS_LABELS[record.status]) if record.status in STATUS_LABELS else "",
            topics=", ".join(site.publication.topics.get(slug, slug) for slug in record.topics),
            image=record.picture.alt if record.picture else "",
            lang=record.lang,
            facets=_facets(site, record),
        )


def _facets(site: Site, record: Record) -> str:
    untranslated = bool(site.original_language) and record.lang == site.original_language
    return f"{tokens(record_values(record))} {UNTRANSLATED}" if untranslated else tokens(record_values(record))


def page_entries(site: Site, texts: PageTexts) -> Iterator[SearchEntry]:
    """Yield an entry for each page's own title and text, such as an introduction."""
    issues = {issue.docname: issue for issue in site.archive.issues}
    for docname, (title, text) in sorted(texts.items()):
        period = issues[docname].name.period if docname in issues else None
        yield _entry(
            site.page_of(docname),
            title,
            text,
            period.first_day.isoformat() if period else _UNDATED,
            kind=site.translate(KIND_LABELS[PAGE]),
            facets=tokens(page_values(period.year if period else None)),
        )


def _entry(url: str, title: str, content: str, first_day: str, **meta: str) -> SearchEntry:
    """Return an entry whose *meta* leave out what says nothing, and hold as written what is not indexed so."""
    written = {"title": visible(title), **{name: visible(text) for name, text in meta.items()}}
    written = {name: text for name, text in written.items() if searchable(text)}
    written.setdefault("title", url)
    written["also"] = plain_spellings(" ".join((content, *written.values())))
    words = {name: searchable(text) for name, text in written.items() if text}
    shown = {f"{name}_shown": written[name] for name in _SHOWN if words.get(name) != written.get(name)}
    return SearchEntry(
        url=url,
        content=searchable(content) or words["title"],
        date=first_day,
        meta=words | shown,
    )


def _places(site: Site, record: Record) -> str:
    """Places and countries; a country that is named as a place is not said twice."""
    countries = (site.country_name(code) for code in record.countries)
    return ", ".join(dict.fromkeys((*record.places, *countries)))


def _content(record: Record) -> str:
    """Return the words of *record* that a hit shows in part: its text, then who takes part."""
    told = (words for field in TOLD for words in words_of(record, field))
    return "\n".join(_sentences((*record.body.splitlines(), *told)))


def _sentences(parts: Iterable[str]) -> Iterator[str]:
    """End each part with a mark, so that an excerpt does not run them together."""
    for part in parts:
        text = part.strip()
        if text:
            yield text if text[-1] in '.!?…:;»”"' else f"{text}."
