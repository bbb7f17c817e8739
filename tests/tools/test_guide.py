# SPDX-License-Identifier: EUPL-1.2
"""What the guide says is so: its examples are read, its words are those of the code, its pictures are there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from newsletter.archive.selection import GroupBy, Layout
from newsletter.dates import parse_dates
from newsletter.model.codes import Code
from newsletter.model.facts import FIELDS
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.values import Status
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.source.hours import parse_hours
from newsletter.source.listing_options import LISTING_OPTIONS
from newsletter.source.source_text import top_fences
from newsletter.source.translation import DIGEST
from newsletter.tools.commands import GROUPS, names
from newsletter.tools.settings import setting
from scripts.guide_pictures import FOLDER, SHOTS
from tests.project import ROOT, Built

PAGES = sorted((ROOT / "guida").glob("*.md"))
CITY = Block(Kind.EVENT, Period(2026, 7), topics={"cultura": "Cultura"})


def text(name: str) -> str:
    return (ROOT / "guida" / f"{name}.md").read_text("utf-8")


def examples(path: Path) -> list[list[str]]:
    """Return the blocks that stand in the code of a page, each as its lines."""
    found = []
    lines = path.read_text("utf-8").splitlines()
    for fence in top_fences(lines):
        inside = lines[fence.first : fence.last - 1]
        if fence.info in {"markdown", "{example}"}:
            found += [inside[block.first - 1 : block.last] for block in top_fences(inside)]
    return found


BLOCKS = [
    pytest.param(block, id=f"{path.stem}: {block[0][3:60]}")
    for path in PAGES
    for block in examples(path)
    if re.match(r":::\{(event|delegation|mission|news)\} ", block[0])
]


@pytest.mark.parametrize("lines", BLOCKS)
def test_each_example_of_a_block_is_read_without_a_fault(lines: list[str]) -> None:
    kind, _brace, title = lines[0].removeprefix(":::{").partition("} ")
    written = [
        line for line in lines[1:-1] if not line.startswith(f":{DIGEST}:")
    ]  # read before a translation is composed
    reading = parse_block(title, written, Block(Kind(kind), CITY.period, CITY.topics))
    assert [fault.diagnostic.text() for fault in reading.diagnostics if not fault.hint] == []
    assert lines[-1] == ":::"


def test_each_kind_has_an_example_that_is_shown_as_it_looks() -> None:
    shown = re.findall(r"^````\{example\}\n:::\{(\w+)\}", text("blocchi"), re.MULTILINE)
    assert sorted(shown) == sorted(Kind)


DATES = [
    form
    for row in re.findall(r"^\| (`.*?) \|", text("date").partition("## ")[0], re.MULTILINE)
    for form in re.findall(r"`([^`]+)`", row)
]


@pytest.mark.parametrize("form", DATES)
def test_each_date_of_the_guide_can_be_written(form: str) -> None:
    assert parse_dates(form, period=Period(2026, 5), kind=Kind.EVENT).start.year == 2026


def test_the_hours_of_the_guide_can_be_written() -> None:
    forms = re.findall(r"`:time: ([^`]+)`", text("date"))
    assert len(forms) >= 4
    assert {parse_hours(form).start.hour for form in forms} == {18}


def test_no_word_of_the_code_is_missing_in_the_guide() -> None:
    blocks = text("blocchi")
    lists = blocks.partition("## Gli elenchi")[2].partition("\n## ")[0]
    words = set(re.findall(r"`([\w-]+)`", lists))
    assert set(LISTING_OPTIONS) <= words
    assert {*GroupBy, *Layout, *Kind} <= words
    assert set(Status) <= set(re.findall(r"^\| `(\w+)`", text("dopo"), re.MULTILINE))
    assert ":::{fields}" in blocks
    assert ":::{topic-list}" in blocks
    assert ":::{messages}" in text("messaggi")


def test_codes_and_commands_that_the_guide_names_exist() -> None:
    everything = "\n".join(path.read_text("utf-8") for path in PAGES)
    codes = {*re.findall(r"\[newsletter\.([a-z-]+)\]", everything), *re.findall(r"% ok: ([a-z-]+)", everything)}
    assert codes
    assert codes <= set(get_args(Code))
    assert set(re.findall(r"\bmake ([a-z]+(?:-[a-z]+)*)", everything)) <= set(names(GROUPS))
    options = {field.name for field in FIELDS} | set(LISTING_OPTIONS) | {DIGEST}
    assert set(re.findall(r"`:([a-z-]+):", everything)) <= options | {"luogo"}


def test_each_picture_is_shown_with_words_for_those_who_do_not_see_it() -> None:
    pages = "\n".join(path.read_text("utf-8") for path in PAGES)
    shown = dict(re.findall(r"!\[([^\]]*)\]\(figure/([^)]+)\)", pages))
    assert sorted(shown.values()) == [shot.name for shot in SHOTS]
    assert all(len(alt) > 30 for alt in shown)
    for shot in SHOTS:
        assert (ROOT / FOLDER / shot.name).stat().st_size < 60_000


def test_the_guide_shows_source_and_look_of_an_example_from_one_text(shipped: Built) -> None:
    page = shipped.html("guida/blocchi.html")
    source = page.xpath("//pre[contains(@class, 'example-source')]")
    assert len(source) == len(Kind)
    assert ":::{event} Notte delle lanterne" in source[0].text_content()
    assert "Le lanterne si accendono" in shipped.words(
        "guida/blocchi.html", "//main//section[contains(@class,'record')]"
    )
    assert not [record for record in shipped.records.values() if "lanterne" in record["title"]]
    topics = setting(ROOT, "newsletter_topics")
    assert isinstance(topics, dict)
    slug, label = list(topics.items())[-1]
    assert f"{slug} {label}" in shipped.words("guida/blocchi.html", f"//table[contains(., '{slug}')]")
