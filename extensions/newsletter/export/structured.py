# SPDX-License-Identifier: EUPL-1.2
"""Tell search engines of events inside the pages: schema.org in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from newsletter.export.opendata.catalog import CATALOG
from newsletter.export.opendata.data_sets import (
    DATA_SETS,
    RECORDS,
    days_covered,
    first_published,
    keywords,
    last_modified,
)
from newsletter.export.site import Site
from newsletter.export.text import abridge, moment, one_line
from newsletter.model.issue import Issue
from newsletter.model.kinds import TRAITS
from newsletter.model.record import Record
from newsletter.model.text import plain
from newsletter.model.values import Precision, Span, Status

JsonObject = dict[str, object]

DATA_PAGES = ("dati", "data")
"""The page on which the data are described, by its name in Italian and in English."""

_CONTEXT = {"@context": "https://schema.org"}
_VOCABULARY = "https://schema.org/"
_DESCRIPTION_LIMIT = 300
_ONLINE = re.compile(
    r"(?:online|on[ -]line|webinar|web|(?:in )?(?:diretta )?streaming|(?:in )?videoconferenza)\s*"
    r"(?:$|[(:–-]|(?:su|via|on)\s)",
    re.IGNORECASE,
)
"""The beginning of a place that is none: “Online”, “online su Zoom”, “Webinar (Teams)”; not “Web Summit, Lisbona”."""
_UNSAFE = tuple((character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029")


def json_ld_text(value: Mapping[str, object]) -> str:
    """Return *value* as JSON that can stand in a ``script`` element: nothing in it can close the element."""
    text = json.dumps(value, ensure_ascii=False)
    for character, escaped in _UNSAFE:  # a table for str.translate takes ten times as long
        text = text.replace(character, escaped)
    return text


def event_json_ld(site: Site, record: Record) -> JsonObject | None:
    """Return *record* as an ``Event``; None unless it is a public event with a day and a place."""
    if not TRAITS[record.kind].public or record.dates.precision is not Precision.DAY or not record.places:
        return None
    # By this identifier the page of its issue and its own tell machines of one event.
    identified = {"@id": site.absolute(site.page_of(record.own_page))}
    event = _CONTEXT | identified | _event(site, record, Span(record.start, record.end))
    if len(record.dates.spans) > 1:
        event["subEvent"] = [_event(site, record.on(span), span) for span in record.dates.spans]
    if record.body:
        event["description"] = abridge(one_line(record.body), _DESCRIPTION_LIMIT)
    if record.topics:
        event["keywords"] = [site.publication.topics.get(topic, topic) for topic in record.topics]
    if record.picture is not None and (image := site.image_of(record.picture.path)):
        event["image"] = [site.absolute(image)]
    return event


def issue_json_ld(site: Site, issue: Issue) -> JsonObject:
    """Return *issue* as a ``PublicationIssue`` of its periodical."""
    publication = site.publication
    records = site.archive.by_issue[str(issue.name)]
    described = {
        "@type": "PublicationIssue",
        "name": one_line(issue.title),
        "issueNumber": str(issue.name),
        "url": site.absolute(site.page_of(issue.docname)),
        "description": one_line(issue.description),
        "datePublished": issue.published.isoformat(),
        "dateModified": max([issue.published, *(record.revised for record in records)]).isoformat(),
        "inLanguage": site.language,
        "license": publication.licence.url,
        "hasPart": [_own_page(site, record) for record in records if record.docname == issue.docname] or "",
        "isPartOf": {"@type": "Periodical", "name": one_line(publication.title), "url": _home(site)},
        "publisher": _publisher(site),
    }
    return _CONTEXT | _present(described)


def _own_page(site: Site, record: Record) -> JsonObject:
    """Return the page of *record*, by the address under which search engines are to show it."""
    url = site.absolute(site.page_of(record.own_page))
    return {"@type": "WebPage", "url": url, "name": one_line(record.title)}


def site_json_ld(site: Site) -> JsonObject:
    """Return the site as a ``WebSite`` with its publisher and its search."""
    publication = site.publication
    target = site.absolute(site.page_of("search")) + "?q={query}"
    described = {
        "@type": "WebSite",
        "name": one_line(publication.title),
        "url": _home(site),
        "description": one_line(publication.description),
        "inLanguage": site.language,
        "license": publication.licence.url,
        "publisher": _publisher(site),
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=query",
        },
    }
    return _CONTEXT | _present(described)


def data_json_ld(site: Site, docname: str) -> JsonObject:
    """Return the open data, which the page *docname* describes, as a ``Dataset``, for search engines of data sets."""
    publication = site.publication
    covered = days_covered(site)
    described = {
        "@type": "Dataset",
        "@id": site.absolute(CATALOG),
        "name": one_line(publication.title),
        "description": site.translate(RECORDS.description),
        "url": site.absolute(site.page_of(docname)),
        "inLanguage": site.language,
        "isAccessibleForFree": True,
        "license": publication.licence.url,
        "creator": _publisher(site),
        "datePublished": first_published(site).isoformat(),
        "dateModified": last_modified(site).isoformat(),
        "temporalCoverage": "/".join(day.isoformat() for day in covered) if covered else "",
        "keywords": keywords(site),
        "distribution": [
            {
                "@type": "DataDownload",
                "name": site.translate(file.label),
                "encodingFormat": file.media_type,
                "contentUrl": site.absolute(site.data_root + file.path),
            }
            for data_set in DATA_SETS
            for file in data_set.files
        ],
    }
    return _CONTEXT | _present(described)


def _event(site: Site, record: Record, span: Span) -> JsonObject:
    start, end = _moments(site, record, span)
    described: JsonObject = {
        "@type": "Event",
        "name": one_line(record.title),
        "startDate": start,
        "endDate": end,
        "eventStatus": _VOCABULARY + _status(record),
        "eventAttendanceMode": _VOCABULARY + _attendance(record.places),
        "location": _locations(site, record),
        "url": site.absolute(site.page_of(record.own_page)),
        "inLanguage": record.lang or site.language,
    }
    if record.hosts:  # nobody is made an organiser whom the source does not name
        described["organizer"] = [{"@type": "Person", "name": one_line(host.name)} for host in record.hosts]
    if _former_start(record):
        described["previousStartDate"] = _former_start(record)
    return described


def _former_start(record: Record) -> str:
    """Return the first day that an earlier telling gave; empty where there is none, or it gave a month."""
    former = record.former_dates
    return former.start.isoformat() if former is not None and former.precision is Precision.DAY else ""


def _moments(site: Site, record: Record, span: Span) -> tuple[str, str]:
    """Return first and last moment: with hours, the offset of that day; without, days, both inclusive."""
    if record.hours is None or any(day.start != day.end for day in record.dates.spans):
        return span.start.isoformat(), span.end.isoformat()
    zone = site.publication.time_zone
    start = moment(span.start, zone, record.hours.start)
    return start, moment(span.end, zone, record.hours.end) if record.hours.end else span.end.isoformat()


def _status(record: Record) -> str:
    if record.status is Status.CANCELLED:
        return "EventCancelled"
    if record.is_off:
        return "EventPostponed"
    return "EventRescheduled" if _former_start(record) or record.status is Status.POSTPONED else "EventScheduled"


def _is_online(place: str) -> bool:
    return _ONLINE.match(place.strip()) is not None


def _attendance(places: Sequence[str]) -> str:
    online = [_is_online(place) for place in places]
    if all(online):
        return "OnlineEventAttendanceMode"
    return "MixedEventAttendanceMode" if any(online) else "OfflineEventAttendanceMode"


def _locations(site: Site, record: Record) -> object:
    locations = [_location(site, record, one_line(place)) for place in record.places]
    return locations[0] if len(locations) == 1 else locations


def _location(site: Site, record: Record, place: str) -> JsonObject:
    if _is_online(place):
        # An address to write to is none to attend at.
        address = record.url if record.url.startswith("http") else site.absolute(site.page_of(record.own_page))
        return {"@type": "VirtualLocation", "name": place, "url": address}
    return {"@type": "Place", "name": place, "address": _address(site, record, place)}


def _address(site: Site, record: Record, place: str) -> object:
    """Return the address of *place* with its country and, where it is known, its town; the bare words without one.

    A place of an event that concerns no country, or that names the city, lies at home; where several are concerned,
    nobody knows which is that of the place.
    """
    about = site.publication
    *before, last = (part.strip() for part in place.split(","))
    known = site.country_of_place(place)
    if about.city and re.search(rf"\b{re.escape(plain(about.city))}\b", plain(place)):
        town, country = about.city, known or about.country
    elif known:
        town, country = before[-1] if before else last, known
    else:
        concerned = record.countries or (about.country,)
        town, country = last if before else "", concerned[0] if len(concerned) == 1 else ""
    address = _present({"@type": "PostalAddress", "addressLocality": town, "addressCountry": country})
    return address if country else place


def _publisher(site: Site) -> JsonObject:
    publication = site.publication
    address = {
        "@type": "PostalAddress",
        "streetAddress": one_line(publication.address),
        "addressLocality": publication.city,
        "addressCountry": publication.country,
    }
    described = {
        "@type": "GovernmentOrganization",
        "name": one_line(publication.publisher or publication.title),
        "url": publication.website,
        "email": publication.email,
        "address": _present(address) if publication.address else "",
    }
    return _present(described)


def _home(site: Site) -> str:
    return site.absolute(site.page_of("index"))


def _present(values: Mapping[str, object]) -> JsonObject:
    return {name: value for name, value in values.items() if value != ""}
