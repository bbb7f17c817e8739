# SPDX-License-Identifier: EUPL-1.2
"""Somebody wants to use the data and reads what the page says of them; somebody else runs the server."""

from __future__ import annotations

import csv
import io
import json
import re

from newsletter.web.policy import policy_for_header
from tests.project import ROOT, Built

_JSON_LD = "//script[@type='application/ld+json']/text()"


def columns(site: Built) -> dict[str, str]:
    """Return what the page says of each column."""
    rows = site.html("dati.html").xpath("//table[contains(@class, 'columns')]//tr[td]")
    return {row.xpath("string(td[1])").strip(): " ".join(row.xpath("string(td[3])").split()) for row in rows}


def test_every_column_is_described_in_the_order_of_the_table(shipped: Built) -> None:
    header = next(csv.reader(io.StringIO(shipped.text("data/records.csv"), newline="")))
    assert [name for name in columns(shipped) if name != "translations"] == header  # that is in the JSON alone


def test_the_forms_are_those_of_the_data(shipped: Built) -> None:
    told = columns(shipped)
    schema = json.loads(shipped.text("data/records.schema.json"))["$defs"]["record"]["properties"]
    assert told["kind"] == f"uno tra: {', '.join(schema['kind']['enum'])}"
    assert told["start"] == "giorno, come 2026-05-27"
    assert told["people"] == "elenco di oggetti con: name, role"
    assert told["countries"] == "elenco di testi"
    assert told["url"] == "testo, o nulla"
    assert {name for name, form in told.items() if form.endswith("solo nel CSV")} == set(told) - set(schema)


def test_the_examples_run(shipped: Built) -> None:
    """Run all but what pandas does: reading, and the names of the columns that are used."""
    examples = shipped.html("dati.html").xpath("//pre")
    assert len(examples) == 2
    used = set(re.findall(r'\["(\w+)"\]', "".join(example.text_content() for example in examples))) - {"records"}
    used |= set(re.findall(r'explode\("(\w+)"\)', examples[0].text_content()))
    assert used == {"kind", "countries"}
    assert used <= set(columns(shipped))


def test_search_engines_are_told_of_the_data_on_their_page_alone(shipped: Built) -> None:
    kinds = {
        page: [json.loads(script)["@type"] for script in shipped.html(page).xpath(_JSON_LD)]
        for page in ("dati.html", "index.html", "iscriviti.html")
    }
    assert kinds == {"dati.html": ["Dataset"], "index.html": ["WebSite"], "iscriviti.html": []}


def test_the_page_describes_each_column_of_the_table_of_people(shipped: Built) -> None:
    header = next(csv.reader(io.StringIO(shipped.text("data/appearances.csv"), newline="")))
    words = shipped.words("dati.html")
    assert all(f"{name}" in words for name in ("appearances.csv", *header))


def test_the_servers_are_given_the_contract_s_policy_and_the_type_of_calendars() -> None:
    manual = (ROOT / "docs/hosting.md").read_text("utf-8")
    snippets = dict(re.findall(r"```(nginx|apache)\n(.*?)```", manual, flags=re.DOTALL))
    assert set(snippets) == {"nginx", "apache"}
    for snippet in snippets.values():
        assert f'Content-Security-Policy "{policy_for_header()}"' in snippet
        assert re.search(r"text/calendar +\.?ics", snippet)
        assert "application/atom+xml" in snippet
        assert "application/feed+json" in snippet
