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
from newsletter.export.site import Site
from tests.export.export_factory import BASE, record, site

ATOM = {"a": "http://www.w3.org/2005/Atom"}
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
    archive = replace(site([], issues=["2026-05"]), issue_html={"issues/2026-05": body})
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
