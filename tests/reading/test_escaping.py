# SPDX-License-Identifier: EUPL-1.2
"""A hostile contributor writes into every field of an issue; every file that is published shows it as text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from tests.project import Built
from tests.reading.reading import picture, published, write

ISSUE = Path(__file__).parent / "hostile" / "2026-05-ostile.md"
COMMENT = b"COMMENTO"
BAD_SCHEME = re.compile(r"\s*(?:javascript|vbscript|data|file):", re.IGNORECASE)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {"issues/2026-05-ostile.md": ISSUE.read_bytes(), "segreti/foto.png": picture(), "segreti/segreto.txt": b""}
    return write(tmp_path_factory.mktemp("hostile"), files).build("html", strict=False)


@pytest.fixture(scope="module")
def record(built: Built) -> dict[str, Any]:
    (row,) = built.records.values()
    return row


def _pages(built: Built) -> Iterator[tuple[str, Any]]:
    for path in published(built.folder):
        if path.suffix == ".html":
            yield path.name, built.html(str(path.relative_to(built.folder)))
    content = built.xml("feeds/atom.xml").iterfind(".//{*}content")
    yield from (("atom.xml", html.document_fromstring(entry.text)) for entry in content)
    for item in json.loads(built.text("feeds/feed.json"))["items"]:
        yield "feed.json", html.document_fromstring(item["content_html"])


def test_no_page_and_no_feed_contains_anything_that_acts(built: Built) -> None:
    for name, page in _pages(built):
        for element in page.iter(etree.Element):
            assert element.tag not in {"iframe", "object", "embed", "base", "style"}, name
            if element.tag == "script":
                assert element.get("src") or element.get("type") == "application/ld+json", name
            for attribute, value in element.attrib.items():
                assert not attribute.startswith("on"), (name, attribute)
                assert attribute != "style", (name, value)
                assert not (attribute in {"href", "src", "action", "srcset"} and BAD_SCHEME.match(value)), (name, value)


def test_links_lead_to_nothing_outside_the_published_folders(built: Built) -> None:
    for name, page in _pages(built):
        addresses = [*page.xpath("//@href"), *page.xpath("//@src")]
        assert [address for address in addresses if "segret" in address or "conf.py" in address] == [], name
    assert "cattivo.example" not in " ".join(
        address for _name, page in _pages(built) for address in page.xpath("//@src")
    )


def test_the_page_shows_what_was_written(built: Built) -> None:
    shown = built.words("issues/2026-05-ostile.html")
    for words in (
        'Prima <script>alert(1)</script> e <b onclick="alert(1)">grassetto</b> dopo.',
        "Festa <script>alert(3)</script> \"doppia\" & 'semplice' #let x = typst",
        "<img src=x onerror=alert(4)>",
        "=cmd|'/C calc'!A0",
        "{{ 7 * 7 }}",
        'Testo <iframe src="https://cattivo.example"></iframe>]]> </content> e #panic("typst")',
        "[La configurazione]".strip("[]"),
    ):
        assert words in shown


def test_comments_are_published_nowhere(built: Built) -> None:
    assert [path for path in published(built.folder) if COMMENT.lower() in path.read_bytes().lower()] == []


def test_structured_data_is_json_and_ends_no_script(built: Built) -> None:
    scripts = built.html("issues/2026-05-ostile.html").xpath("//script[@type='application/ld+json']/text()")
    assert scripts
    assert all("</" not in text and json.loads(text) for text in scripts)
    assert "Festa <script>alert(3)</script>" in json.dumps([json.loads(text) for text in scripts])


def test_no_cell_of_the_table_is_a_formula(built: Built) -> None:
    rows = list(csv.reader(io.StringIO(built.text("data/records.csv"))))
    assert [cell for row in rows for cell in row if cell[:1] in "=+-@\t\r" and cell] == []
    assert {len(row) for row in rows} == {len(rows[0])}


def test_open_data_has_the_words_themselves(record: dict[str, Any]) -> None:
    assert record["title"].startswith("Festa <script>alert(3)</script> \"doppia\" & 'semplice'")
    assert record["people"][0] == {"name": "=cmd|'/C calc'!A0", "role": "</script><script>alert(5)</script>"}
    assert record["partners"][-1] == "BEGIN:VEVENT"


def test_calendars_have_one_entry_and_no_line_of_the_contributor(built: Built) -> None:
    calendar = (built.folder / "calendar/all.ics").read_bytes()
    lines = calendar.split(b"\r\n")
    assert lines.count(b"BEGIN:VEVENT") == lines.count(b"END:VEVENT") == 1
    assert b"\n" not in calendar.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75


def test_every_json_and_xml_file_can_be_read(built: Built) -> None:
    for path in published(built.folder):
        if path.suffix == ".json":
            json.loads(path.read_text("utf-8"))
        if path.suffix == ".xml":
            etree.fromstring(path.read_bytes())
