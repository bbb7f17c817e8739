# SPDX-License-Identifier: EUPL-1.2
"""Somebody follows the newsletter in a feed reader."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from lxml import etree

from newsletter.export.feeds import feed_files
from newsletter.export.site import PageContent, Site
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind
from newsletter.model.values import Status
from tests.export.export_factory import BASE, record, site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
HISTORY = {"h": "http://purl.org/syndication/history/1.0"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def atom(archive: Site) -> etree._Element:
    """Return the Atom feed, parsed."""
    return etree.fromstring({file.path: file.content for file in feed_files(archive)}["feeds/atom.xml"])


def json_feed(archive: Site) -> Any:
    """Return the JSON feed, parsed."""
    return json.loads({file.path: file.content for file in feed_files(archive)}["feeds/feed.json"])


def texts(element: etree._Element, path: str) -> list[str]:
    """Return the texts, or attributes, at *path*."""
    found = element.xpath(path, namespaces=ATOM)
    assert isinstance(found, list)
    return [one.text or "" if isinstance(one, etree._Element) else str(one) for one in found]  # noqa: SLF001 # lxml's only name for its type


THREE = ("2025-12", "2026-05", "2026-05-speciale")


def test_issues_come_newest_first_in_both_formats() -> None:
    archive = site([], issues=THREE)
    newest_first = [f"{BASE}issues/{name}.html" for name in reversed(THREE)]
    assert texts(atom(archive), "a:entry/a:link[@rel='alternate']/@href") == newest_first
    assert [item["url"] for item in json_feed(archive)["items"]] == newest_first


def test_identifiers_stay_when_the_site_moves() -> None:
    here, there = site([], issues=THREE), site([], issues=THREE, base_url="https://altrove.example/")
    ids = texts(atom(here), "a:entry/a:id")
    assert ids[-1] == "tag:borgoluce.example,2026:issues/2025-12"
    assert ids == texts(atom(there), "a:entry/a:id") == [item["id"] for item in json_feed(there)["items"]]
    assert texts(atom(here), "a:id") == ["tag:borgoluce.example,2026:feeds/issues"]


def test_without_a_configured_authority_identifiers_still_last() -> None:
    (first,) = texts(atom(site([], issues=["2026-05"], namespace="")), "a:entry/a:id")
    assert first.startswith("urn:uuid:")
    assert [first] == texts(atom(site([], issues=["2026-05"], namespace="", base_url="")), "a:entry/a:id")


def test_an_issue_is_updated_when_one_of_its_records_was_and_never_by_a_build() -> None:
    archive = site([record(revised=date(2026, 5, 20)), record("altro")])
    assert texts(atom(archive), "a:entry/a:published") == ["2026-05-01T00:00:00+02:00"]
    assert texts(atom(archive), "a:entry/a:updated") == ["2026-05-20T00:00:00+02:00"]
    assert texts(atom(archive), "a:updated") == ["2026-05-20T00:00:00+02:00"]
    assert json_feed(archive)["items"][0]["date_modified"] == "2026-05-20T00:00:00+02:00"


def test_moments_carry_the_offset_of_the_city_on_that_day() -> None:
    assert texts(atom(site([], issues=["2025-12"])), "a:entry/a:published") == ["2025-12-01T00:00:00+01:00"]
    tokyo = site([], issues=["2025-12"], time_zone=ZoneInfo("Asia/Tokyo"))
    assert texts(atom(tokyo), "a:entry/a:published") == ["2025-12-01T00:00:00+09:00"]
    ancient = site([], issues=["1905-01"])
    assert texts(atom(ancient), "a:entry/a:published") == ["1905-01-01T00:00:00+01:00"]


def test_the_full_text_arrives_as_it_stands_on_the_page_whatever_is_in_it() -> None:
    body = '<h2>Festa &amp; «musica»</h2>\x00\x0b\ufffe<p>]]> 🎪 <img src="https://x.example/a.png" alt=""></p>'
    archive = replace(site([], issues=["2026-05"]), page_content=lambda _docname: PageContent(body))
    clean = body.replace("\x00\x0b\ufffe", "")
    assert texts(atom(archive), "a:entry/a:content") == [clean]
    assert texts(atom(archive), "a:entry/a:content/@type") == ["html"]
    assert json_feed(archive)["items"][0]["content_html"] == clean


def test_a_feed_says_whose_it_is_where_it_lives_and_under_which_licence() -> None:
    feed = atom(site([], issues=THREE))
    assert feed.get(LANG) == "it"
    assert texts(feed, "a:link[@rel='self']/@href") == [f"{BASE}feeds/atom.xml"]
    assert texts(feed, "a:link[@rel='license']/@href") == ["https://creativecommons.org/licenses/by/4.0/"]
    assert texts(feed, "a:author/a:name") == ["Città di Borgoluce"]
    told = json_feed(site([], issues=THREE))
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["feed_url"] == f"{BASE}feeds/feed.json"
    assert told["language"] == "it"


def test_before_the_first_issue_the_feeds_are_there_and_valid() -> None:
    archive = site([])
    assert texts(atom(archive), "a:updated") == ["1970-01-01T00:00:00+00:00"]
    assert json_feed(archive)["items"] == []


def test_a_hostile_title_stays_a_title() -> None:
    base = site([], issues=["2026-05"])
    title = "</title><script>alert(1)</script>\x1b & ]]>"
    issue = replace(base.archive.issues[0], title=title)
    archive = replace(base, archive=replace(base.archive, issues=(issue,)))
    assert texts(atom(archive), "a:entry/a:title") == [title.replace("\x1b", "")]


def documents(archive: Site) -> dict[str, bytes]:
    """Return all files under ``feeds/`` by path."""
    return {file.path: file.content for file in feed_files(archive)}


def monthly(first: str, count: int) -> list[str]:
    """Return the names of *count* monthly issues from *first* on."""
    name = IssueName.parse(first)
    assert name is not None
    return [str(name.period.plus(step)) for step in range(count)]


def test_the_feed_holds_the_newest_twelve_issues_and_the_rest_stands_by_year_behind_it() -> None:
    names = monthly("2023-11", 31)  # to 2026-05
    published = documents(site([], issues=names))
    assert sorted(published) == [
        *(f"feeds/archive/{year}.{suffix}" for year in (2023, 2024, 2025) for suffix in ("json", "xml")),
        "feeds/atom.xml",
        "feeds/feed.json",
    ]

    told, path, archived = [], "feeds/atom.xml", []
    while path:  # as a reader goes back that knows RFC 5005
        document = etree.fromstring(published[path])
        told.append([url.removeprefix(f"{BASE}issues/") for url in texts(document, "a:entry/a:link/@href")])
        archived.append(bool(document.xpath("h:archive", namespaces=HISTORY)))
        assert texts(document, "a:id") == ["tag:borgoluce.example,2026:feeds/issues"]
        assert texts(document, "a:link[@rel='self']/@href") == [f"{BASE}{path}"]
        path = "".join(texts(document, "a:link[@rel='prev-archive']/@href")).removeprefix(BASE)
    assert archived == [False, True, True, True]
    assert [len(page) for page in told] == [12, 5, 12, 2]
    assert [url for page in told for url in page] == [f"{name}.html" for name in reversed(names)]


def test_a_page_of_the_archive_leads_forward_too() -> None:
    published = documents(site([], issues=monthly("2023-11", 31)))
    links = {
        year: {
            relation: texts(
                etree.fromstring(published[f"feeds/archive/{year}.xml"]), f"a:link[@rel='{relation}']/@href"
            )
            for relation in ("current", "next-archive")
        }
        for year in (2024, 2025)
    }
    assert links[2025] == {"current": [f"{BASE}feeds/atom.xml"], "next-archive": []}
    assert links[2024] == {"current": [f"{BASE}feeds/atom.xml"], "next-archive": [f"{BASE}feeds/archive/2025.xml"]}


def test_the_json_feed_goes_on_from_page_to_page() -> None:
    names = monthly("2023-11", 31)
    published = documents(site([], issues=names))
    told, path = list[str](), "feeds/feed.json"
    while path:
        page = json.loads(published[path])
        assert page["feed_url"] == f"{BASE}feeds/feed.json"
        told += [item["id"].rpartition("/")[2] for item in page["items"]]
        path = page.get("next_url", "").removeprefix(BASE)
    assert told == names[::-1]


def test_who_follows_a_kind_a_country_or_a_topic_gets_its_records_alone() -> None:
    news = record("notizia", kind=Kind.NEWS, countries=("JP",))
    journey = record("viaggio", kind=Kind.MISSION, countries=("JP", "FR"), topics=("arte-e-musica",))
    published = documents(site([news, journey]))
    held = {
        path: [one.rpartition("/")[2] for one in texts(etree.fromstring(content), "a:entry/a:id")]
        for path, content in published.items()
        if path.endswith(".xml") and path != "feeds/atom.xml"
    }
    assert held == {
        "feeds/countries/fr.xml": ["2026-05-viaggio"],
        "feeds/countries/jp.xml": ["2026-05-viaggio", "2026-05-notizia"],
        "feeds/missions.xml": ["2026-05-viaggio"],
        "feeds/news.xml": ["2026-05-notizia"],
        "feeds/topics/arte-e-musica.xml": ["2026-05-viaggio"],
    }
    japan = etree.fromstring(published["feeds/countries/jp.xml"])
    assert texts(japan, "a:title") == ["Borgoluce nel mondo – Giappone"]
    assert texts(japan, "a:id") == ["tag:borgoluce.example,2026:feeds/countries/jp"]


def test_a_record_in_a_feed_says_when_where_and_what_became_of_it() -> None:
    told = record(places=("Piazza della Prova",), topics=("cultura",), status=Status.CANCELLED)
    archive = replace(site([told]), show_dates=lambda _record: "13 maggio 2026")
    (entry,) = etree.fromstring(documents(archive)["feeds/events.xml"]).iterfind("{*}entry")
    assert texts(entry, "a:title") == ["ANNULLATO: Festa della Luce"]
    assert texts(entry, "a:summary") == ["13 maggio 2026 · Piazza della Prova"]
    assert texts(entry, "a:category/@label") == ["Cultura"]
    assert texts(entry, "a:link/@href") == [f"{BASE}issues/2026-05.html#2026-05-festa-della-luce"]
    assert texts(entry, "a:content") == ["<p>Parla di 2026-05-festa-della-luce</p>"]


def test_a_feed_of_records_holds_the_fifty_that_were_revised_last_and_no_two_at_one_moment() -> None:
    issues = monthly("2026-01", 5)
    records = [record(f"n{day:02}", f"{name}-{day:02}", issue=name) for name in issues for day in range(1, 21)]
    corrected = record("corretto", "2026-01-05", issue="2026-01", revised=date(2026, 6, 1))
    document = etree.fromstring(documents(site([*records, corrected]))["feeds/events.xml"])
    ids = [one.rpartition("/")[2] for one in texts(document, "a:entry/a:id")]
    assert len(ids) == 50
    assert ids[:3] == ["2026-01-corretto", "2026-05-n20", "2026-05-n19"]
    moments = texts(document, "a:entry/a:updated")
    assert moments == sorted(set(moments), reverse=True)
    assert moments[0] == "2026-06-01T00:00:00+02:00" == texts(document, "a:updated")[0]
