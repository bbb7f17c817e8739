# SPDX-License-Identifier: EUPL-1.2
"""Questions of readers, asked of ten years of issues: what they mean comes first, and something always comes."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Iterator
from dataclasses import asdict
from statistics import mean
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Response

from tests.project import ROOT, Project
from tests.web.conftest import served

from .queries import archive, relevance

pytestmark = [pytest.mark.browser, pytest.mark.slow]

_ASK = """async (queries) => {
  const { openIndex } = await import(new URL("_static/search_index.js", document.baseURI));
  const index = await openIndex(new URL("search/", document.baseURI));
  return Promise.all(queries.map(async (query) => {
    const found = await index.search(query);
    const first = await Promise.all(found.hits.slice(0, 10).map((hit) => index.entry(hit)));
    return { urls: first.map(({ url }) => url), near: found.partial || found.corrected.length > 0 };
  }));
}"""


@pytest.fixture(scope="module")
def ten_years(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the shipped newsletter with ten years of fictional issues in the place of its own."""
    folder = tmp_path_factory.mktemp("ten") / "newsletter"
    kept = shutil.ignore_patterns(".*", "_build", "tests", "__pycache__", "issues", "published")
    shutil.copytree(ROOT, folder, ignore=kept)
    archive.write(folder)
    built = Project(folder).build(strict=False)
    assert built.code == 0, built.messages
    yield from served(built.folder)


@pytest.fixture
def page(browser: Browser, ten_years: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(f"{ten_years}search.html")
    yield page
    page.close()


def test_the_first_five_hits_answer_and_no_question_stays_without_an_answer(page: Page) -> None:
    records = [asdict(record) for record in archive.archive()]
    queries = relevance.load()
    assert [(query["q"], said) for query in queries if (said := relevance.doubts(query, records))] == []

    found: list[dict[str, Any]] = page.evaluate(_ASK, [query["q"] for query in queries])
    precisions, missed = [], []
    for query, answer in zip(queries, found, strict=True):
        hits = [url.removeprefix("records/").removesuffix(".html") for url in answer["urls"]]
        hits = [hit if f"records/{hit}.html" == url else url for hit, url in zip(hits, answer["urls"], strict=True)]
        precision = relevance.precision(query, hits, records, answer["near"])
        if query["class"] == "none":
            assert precision == 1, query["q"]
            continue
        assert hits, query["q"]
        precisions.append(precision)
        missed += [(precision, query["q"], hits[:5])] if precision < 1 else []
    assert len(precisions) > 60
    assert mean(precisions) >= 0.9, missed


def test_the_first_question_of_a_visit_stays_small(browser: Browser, ten_years: str) -> None:
    page = browser.new_page()
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108 - Playwright marks what it is given
    page.goto(f"{ten_years}search.html?q=Giapone")  # a slip costs most: what it may mean is loaded as well
    page.locator(".search-hit a").nth(19).wait_for()
    assert sum(len(gzip.compress(response.body())) for response in loaded) < 160_000
    page.close()
