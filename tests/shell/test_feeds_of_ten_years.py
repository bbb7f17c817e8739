# SPDX-License-Identifier: EUPL-1.2
"""Somebody follows a newsletter of ten years: its feeds stay small, and keep the rules of the W3C's feed validator."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from lxml import etree, html

from scripts.bench.sources import write_ours
from tests.project import ROOT, Built, Project

pytestmark = pytest.mark.slow

LARGEST = 600_000
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d")
_ACTIVE = "//script|//style|//iframe|//object|//embed|//form|//*[@style]|//@*[starts-with(name(), 'on')]/.."


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    folder = tmp_path_factory.mktemp("years") / "site"
    write_ours(ROOT, folder, 120)
    return Project(folder)


@pytest.fixture(scope="module")
def site(project: Project) -> Built:
    return project.build()


def test_no_feed_is_larger_than_a_reader_likes(site: Built) -> None:
    sizes = {path: len(content) for path, content in site.tree.items() if path.startswith("feeds/")}
    assert {"feeds/atom.xml", "feeds/feed.json", "feeds/archive/2017.xml", "feeds/archive/2017.json"} <= sizes.keys()
    assert {path: size for path, size in sizes.items() if size > LARGEST} == {}


def test_feeds_keep_the_rules_of_the_feed_validator(site: Built) -> None:
    feeds = sorted((site.folder / "feeds").rglob("*.xml"))
    assert len(feeds) > 40
    assert [fault for path in feeds for fault in _faults(path, path.relative_to(site.folder).as_posix())] == []


def test_no_year_of_ten_years_is_doubted(project: Project) -> None:
    """The build is strict: a hint would fail it."""
    project.build("newsletter-check")


def _faults(file: Path, path: str) -> Iterator[str]:
    feed = etree.parse(file).getroot()
    [itself] = (str(link.get("href")) for link in feed.iterfind("{*}link") if link.get("rel") == "self")
    if not itself.endswith(f"/{path}"):
        yield f"{path}: calls itself {itself}"
    for name in ("id", "updated"):  # of which no two entries may have one
        values = [str(entry.findtext(f"{{*}}{name}")) for entry in feed.iterfind("{*}entry")]
        if len(set(values)) < len(values):
            yield f"{path}: {name} twice"
    for element in (feed, *feed.iterfind("{*}entry")):
        missing = [name for name in ("id", "title", "updated") if not element.findtext(f"{{*}}{name}")]
        moments = [element.findtext(f"{{*}}{name}") or "" for name in ("updated", "published")]
        if missing or not all(_MOMENT.fullmatch(moment) for moment in moments if moment):
            yield f"{path}: {element.findtext('{*}id')} lacks {missing}, or is of {moments}"
        for link in element.iterfind("{*}link"):
            if not urlsplit(str(link.get("href"))).netloc:
                yield f"{path}: relative {link.get('href')}"
    for content in feed.iterfind("{*}entry/{*}content"):
        text: Any = html.fromstring(f"<div>{content.text}</div>")
        relative = [target for _el, _name, target, _at in text.iterlinks() if not urlsplit(target).scheme]
        if not (content.text or "").strip() or relative or text.xpath(_ACTIVE):
            yield f"{path}: an empty, relative or active text: {relative}"
