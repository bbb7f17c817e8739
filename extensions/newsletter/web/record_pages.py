# SPDX-License-Identifier: EUPL-1.2
"""The page of each record, with its text as it stands in the issue that tells it last."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, partial
from html import escape
from pathlib import Path

from sphinx.application import Sphinx

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.web_site import web_site
from newsletter.export.site import Site
from newsletter.export.structured import event_json_ld, json_ld_text
from newsletter.export.text import abridge, one_line
from newsletter.model.record import Record
from newsletter.web.frame import Neighbour
from newsletter.web.own_page import OwnPage, neighbour
from newsletter.web.social_cards import record_picture

_DESCRIPTION_LIMIT = 200
_SECTION = re.compile(r"<(/?)section\b")
_RECORD = re.compile(r'<section class="(?:[^"]* )?record(?: [^"]*)?"(?: dir="[a-z]+")? id="([^"]*)"')
_HEADING = re.compile(r"<(h[2-6])\b([^>]*)>(.*?)</\1>", re.DOTALL)
_HEADER_LINK = re.compile(r'<a class="headerlink".*?</a>')
_LOCAL = re.compile(r'(?<=href=")#([^"]*)(?=")')
_ID = re.compile(r'\bid="([^"]*)"')


def record_pages(app: Sphinx) -> Iterator[OwnPage]:
    """Yield the page of each record, between those that its issue tells before and after it."""
    archive, site = newsletter_domain(app.env).archive, web_site(app)

    @cache
    def texts(docname: str) -> dict[str, str]:
        file = Path(app.builder.get_outfilename(docname))  # type: ignore[attr-defined] # page builders have it
        return record_texts(file.read_text("utf-8"))

    for name, told in archive.by_issue.items():
        for number, record in enumerate(told):
            if record.issue == name:
                before, after = told[max(0, number - 1) : number], told[number + 1 : number + 2]
                issue = neighbour(app, record.docname, record.id)
                yield _page(app, site, record, issue, (before, after), partial(_text, app, record, texts))


def _text(app: Sphinx, record: Record, texts: Callable[[str], Mapping[str, str]]) -> str:
    """Return the text of *record* without names to withhold, which only an issue's prose may still have."""
    issue_url = app.builder.get_relative_uri(record.own_page, record.docname)
    # Another extension may have changed what the issue shows: its title and its facts are told elsewhere, too.
    section = texts(record.docname).get(record.id, f"<section><h2>{escape(record.title)}</h2></section>")
    text = on_its_own(section, issue_url)
    return str(app.config.newsletter_names.withheld.mask(text))


def _page(
    app: Sphinx,
    site: Site,
    record: Record,
    issue: Neighbour,
    around: tuple[Sequence[Record], Sequence[Record]],
    text: Callable[[], str],
) -> OwnPage:
    before, after = around

    def structured() -> tuple[str, ...]:
        event = event_json_ld(site, record)
        return (json_ld_text(event),) if event else ()

    where = ", ".join((site.show_dates(record), *record.places))
    return OwnPage(
        docname=record.own_page,
        title=record.title,
        shown=[(each.id, each.title, each.lang) for each in (*before, *after)],
        text=text,
        rests_on=record.docname,
        published=record.published,
        changed=record.revised,
        description=abridge(one_line(record.body) or where, _DESCRIPTION_LIMIT),
        lang=record.lang,
        role="record",
        up=issue,
        previous=next((Neighbour(each.own_page, each.title, lang=each.lang) for each in before), None),
        following=next((Neighbour(each.own_page, each.title, lang=each.lang) for each in after), None),
        picture=partial(record_picture, app, record),
        structured=structured,
    )


def record_texts(page: str) -> dict[str, str]:
    """Return the sections of records on the *page* of an issue, HTML that Sphinx has written, by id."""
    found = {}
    for start in _RECORD.finditer(page):
        depth = 0
        for mark in _SECTION.finditer(page, start.start()):
            depth += -1 if mark[1] else 1
            if depth == 0:
                found[start[1]] = f"{page[start.start() : mark.start()]}</section>"
                break
    return found


def on_its_own(section: str, issue_url: str) -> str:
    """Return the *section* of a record as the text of a page: under a heading of the first level.

    Both pages are one folder deep, so that all relative URLs hold, but for those that lead to a place in the page
    itself: *issue_url* is that of the issue from here.
    """
    own = set(_ID.findall(section))
    text = _HEADING.sub(lambda match: f"<h1{match[2]}>{_HEADER_LINK.sub('', match[3])}</h1>", section, count=1)
    return _LOCAL.sub(lambda match: match[0] if match[1] in own else f"{escape(issue_url)}#{match[1]}", text)
