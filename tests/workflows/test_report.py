# SPDX-License-Identifier: EUPL-1.2
"""A job with a token posts what a stranger wrote: as words, cut to size, or not at all."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from newsletter.tools.report import Item, Report, Section, read_report

_HOSTILE = (
    "<img src=x onerror=1> [qui](https://x.example) ![p](https://x.example/p.png) **@ada** @redazione/tutti `x` "
    "#12 GH-12 https://x.example www.x.example &amp; <!-- a --> $x$ | a | ~~b~~ \u202e \x1b[2J"
)
_TEXTS = st.text(max_size=80) | st.sampled_from([_HOSTILE, "- a", "1. a", "# a", "===", "    a", "> a", "+ a", "```"])
_REPORTS = st.builds(
    Report,
    _TEXTS,
    st.lists(_TEXTS, max_size=3).map(tuple),
    st.lists(
        st.builds(
            Section,
            _TEXTS,
            st.lists(st.builds(Item, _TEXTS, _TEXTS, st.lists(_TEXTS, max_size=2).map(tuple)), max_size=3).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
)


def _rendered(text: str) -> html.HtmlElement:
    return html.fromstring("<div>" + MarkdownIt("gfm-like", {"linkify": False}).render(text) + "</div>")


@settings(deadline=None)
@given(_REPORTS)
def test_whatever_it_tells_it_has_the_structure_of_a_report_and_no_other(report: Report) -> None:
    page = _rendered(report.as_markdown())
    assert {each.tag for each in page.iter(html.etree.Element)} <= {"div", "h3", "h4", "p", "ul", "li", "strong"}
    assert len(page.findall(".//h3")) == 1
    assert len(page.findall(".//h4")) == len(report.sections)
    assert len(page.findall("./ul/li")) == sum(len(section.items) for section in report.sections)


def test_nobody_is_called_and_nothing_is_linked() -> None:
    text = Report("Prova", (_HOSTILE,)).as_markdown()
    page = _rendered(text)
    assert not page.findall(".//a")
    assert not page.findall(".//img")
    # GitHub looks for these in what it has rendered, piece of text by piece of text.
    pieces = [str(piece) for piece in page.itertext()]
    assert not any(re.search(r"@\w|#\d|GH-\d", piece) for piece in pieces)
    assert "@ada" in "".join(pieces)
    assert "://" not in text
    assert "www." not in text


@settings(deadline=None)
@given(_REPORTS, st.integers(200, 400))
def test_a_long_one_is_cut_between_lines_and_says_so(report: Report, limit: int) -> None:
    whole, cut = report.as_markdown(), report.as_markdown(limit)
    assert len(cut) <= limit or cut == whole
    assert whole.startswith(cut.removesuffix("\n…\n"))


@settings(deadline=None)
@given(_REPORTS)
def test_it_comes_through_a_file_as_it_was(report: Report) -> None:
    assert read_report(json.loads(report.as_json())) == report


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "a",
        {"title": 1},
        {"title": "a", "lines": "b"},
        {"title": "a", "lines": [{}]},
        {"sections": [1]},
        {"title": "a", "sections": [{"title": "b", "items": [["c"]]}]},
    ],
)
def test_what_is_no_report_is_refused(data: object) -> None:
    with pytest.raises(ValueError, match=r"expected|is no"):
        read_report(data)


def test_no_text_is_taken_at_any_length() -> None:
    assert len(read_report({"title": "a" * 1_000_000}).title) < 10_000
