# SPDX-License-Identifier: EUPL-1.2
"""A name is withheld: no register, calendar, address or inventory shows it; the editor learns where it still stands."""

from __future__ import annotations

import html
import re
import unicodedata
import zlib

import pytest

from newsletter.archive.withheld import Withheld
from tests.project import Built
from tests.reading.reading import diagnostics, write

NAMES = Withheld(frozenset({"Ugo Pròva", "Segretopoli", "Ente Nascosto", "Nicolò Esempio"}))
REGISTERS = "withheld: [Ugo Pròva, Segretopoli, Ente Nascosto, Nicolò Esempio]\n"
ISSUE = """\
---
title: Numero di Ugo Pròva
description: Con Ugo Pròva a Segretopoli
---
# Numero di Ugo Pròva

## Ugo Pròva a Segretopoli

:::{event} Incontro con Ugo Pròva
:date: 9 giugno
:place: Segretopoli; Via Roma, Segretopoli
:people: Ugo Pròva (Relatore); Ada Esempio
   (Collega di Ugo Pròva); Dott. Ugo Pròva (Ospite)
:hosts: UGO PROVA
:partners: Ente Nascosto; Ente  Nascosto S.p.A.
:url: https://borgoluce.example/ugo-prova
:image: foto.png
:alt: Ugo Pròva sorride
:credit: foto Ugo Pròva

Corpo con **Ugo** Pròva, poi Ugo
Pròva e Ugo&nbsp;Pròva.
:::

:::{event} Concerto
:date: 10 giugno
:id: concerto-ugo-prova

| Nome | Città |
| --- | --- |
| Ada | Segretopoli |
:::
"""
LABELLED = """\
# Settembre

(ugo-prova-capitolo)=
## Ugo Pròva

[Al capitolo](#ugo-prova-capitolo), [alla scheda](2026-09.md#ugo-prova-scheda), {ref}`alla foto <ugo-prova-foto>`.

:::{event} Concerto
:date: 9 settembre
:people: Pròva, Ugo (Sindaco); Prova Ugo; Ada Esempio

(ugo-prova-scheda)=
#### Ugo Pròva in breve

Nota.[^ugo-prova]

```{figure} foto.png
:name: ugo-prova-foto
:alt: Una foto

Ugo Pròva
```

[^ugo-prova]: Una nota.
:::
"""
DECOMPOSED = "# Luglio\n\n:::{event} Incontro con Nicolò Esempio\n:date: 3 luglio\n\nCorpo.\n:::\n"
NAMED_FILE = "2026-08-ugo-prova"  # reported by itself
TOLD = [5, 7, 9, 18, 19, 21, 22, 31]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files = {
        "issues/2026-06.md": ISSUE,
        "issues/2026-07.md": unicodedata.normalize("NFD", DECOMPOSED),
        "issues/2026-09.md": LABELLED,
        "issues/2026-08-ugo-prova.md": "# Agosto\n\nBuona lettura.\n",
        "registers.yaml": REGISTERS,
    }
    return write(tmp_path_factory.mktemp("withheld"), files).build("html", strict=False)


def _words(path: str, content: bytes) -> str:
    if path == "objects.inv":
        content = zlib.decompress(content.split(b"zlib.\n", 1)[1])
    text = content.decode("utf-8", "replace")
    return html.unescape(re.sub(r"\\u([0-9a-f]{4})", lambda code: chr(int(code[1], 16)), text))


def test_only_pages_and_feeds_with_their_whole_text_say_the_name(built: Built) -> None:
    pages = {f"issues/2026-{month}.html" for month in ("06", "07", "09")}
    prose = {*pages, "feeds/atom.xml", "feeds/feed.json", "feeds/events.xml"}
    saying = {
        path for path, content in built.tree.items() if NAMES.holds(_words(path, content).replace(NAMED_FILE, ""))
    }
    assert saying == prose
    assert [path for path in built.tree if NAMES.holds(path.replace(NAMED_FILE, ""))] == []


def test_on_the_page_itself_titles_addresses_and_facts_are_without_it(built: Built) -> None:
    page = built.html("issues/2026-06.html")
    for path in ("//@id", "//@href", "//title/text()", "//meta/@content", "//script/text()", "//dl//text()"):
        assert [str(text) for text in page.xpath(path) if NAMES.holds(str(text))] == [], path
    assert "Incontro con Ugo Pròva" in built.words("issues/2026-06.html")


def test_labels_of_targets_figures_and_notes_are_without_it_and_links_to_them_arrive(built: Built) -> None:
    page = built.html("issues/2026-09.html")
    for path in ("//@id", "//@name", "//main//@href[contains(., '#')]"):
        assert [str(text) for text in page.xpath(path) if NAMES.holds(str(text))] == [], path
    anchors = set(page.xpath("//main//@id"))
    for text in ("Al capitolo", "alla scheda", "alla foto", "1"):
        links = page.xpath("//main//a[normalize-space()=$text]/@href", text=text)
        assert links, text
        assert {link.rpartition("#")[2] for link in links} <= anchors
    assert not [message for message in diagnostics(built) if message.path.endswith("09.md") and message.level != "HINT"]
    for path in ("feeds/atom.xml", "feeds/feed.json"):
        fragments = re.findall(r"""(?:id|href)=\\?["']([^"'\\]*)""", _words(path, built.tree[path]))
        assert fragments
        assert [fragment for fragment in fragments if NAMES.holds(fragment.replace(NAMED_FILE, ""))] == []
    assert [row["people"] for row in built.records.values() if row["issue"] == "2026-09"] == [
        [{"name": "Ada Esempio", "role": ""}]
    ]


def test_data_have_a_gap_within_longer_values_and_leave_out_whole_ones(built: Built) -> None:
    row = next(row for row in built.records.values() if row["issue"] == "2026-06" and "Incontro" in row["title"])
    assert row["title"] == "Incontro con […]"
    assert re.fullmatch(r"2026-06-[0-9a-f]{8}", row["id"])
    assert row["places"] == ["Via Roma, […]"]
    assert row["people"] == [{"name": "Ada Esempio", "role": "Collega di […]"}, {"name": "Dott. […]", "role": "Ospite"}]
    assert (row["hosts"], row["partners"], row["url"]) == ([], ["[…] S.p.A."], None)
    assert built.has(f"calendar/records/{row['id']}.ics")
    assert [row["title"] for row in built.records.values() if row["issue"] == "2026-07"] == ["Incontro con […]"]


def test_an_id_that_was_written_and_the_name_of_a_file_are_warnings(built: Built) -> None:
    told = [
        (message.path, message.line) for message in diagnostics(built) if message.code == "newsletter.name-withheld"
    ]
    assert sorted(told) == [("issues/2026-06.md", 27), ("issues/2026-08-ugo-prova.md", 1)]
    assert all(message.level == "WARNING" for message in diagnostics(built) if "withheld" in message.code)


def test_the_editor_is_told_each_line_in_which_the_name_still_stands(built: Built) -> None:
    told = [message for message in diagnostics(built) if message.code == "newsletter.name-stands"]
    assert {message.level for message in told} == {"HINT"}
    assert sorted(message.line for message in told if message.path == "issues/2026-06.md") == TOLD
    assert [message.line for message in told if message.path == "issues/2026-07.md"] == [3]
