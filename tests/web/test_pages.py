# SPDX-License-Identifier: EUPL-1.2
"""The city of Borgoluce publishes three issues; its pages are read without a browser."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import etree, html
from PIL import Image

PROJECT = Path(__file__).resolve().parents[2]

CONF = f"""
import sys
sys.path.insert(0, {str(PROJECT / "extensions")!r})
project = "Luce & <b>Ombra</b>"
language = "it"
extensions = ["myst_parser", "sphinx_design", "newsletter"]
myst_enable_extensions = ["colon_fence"]
exclude_patterns = ["_build"]
html_theme = "newsletter"
html_permalinks = False
html_use_index = False
html_copy_source = False
html_baseurl = "https://example.org/sub/"
newsletter_slug = "luce"
newsletter_publisher = "Città di Borgoluce"
newsletter_phone = "0039 000 1234"
newsletter_legal_links = {{"Note legali": "https://example.org/note"}}
newsletter_pdf_dir = "pdf-built"
"""

ISSUE = """---
description: Il numero di {month}.
---
# Borgoluce, {month}

## Appuntamenti

:::{{event}} Notte delle *lanterne* & <script>alert(1)</script>
:date: 12 {month}
:place: Piazza delle Lanterne
:id: lanterne-{number}

Le lanterne si accendono.
:::

:::{{event}} Night of lanterns
:date: {month}
:lang: en
:id: night-{number}

The lanterns are lit.
:::

## Notizie

:::{{news}} Un premio
:id: premio-{number}

Testo sui [positive *energy* districts]{{lang=en}} e su [موسم]{{lang="ar"}}.
:::
"""

GUIDE = """# Guida a `make` & co

Testo.

```{list-table} Misure
:widths: 20 80
:header-rows: 1

* - Nome
  - Valore
* - a
  - b
```

```{figure} foto.png
:width: 50%
:alt: Una prova

Una didascalia
```

```{image} foto.png
:alt: Una prova
```

::::{tab-set}
:::{tab-item} Uno
Primo
:::
:::{tab-item} Due
Secondo
:::
::::

```{code-block} markdown
:class: code

- <una voce>
```

```{div} riquadro
:style: color: red

Testo.
```

Una nota.[^1]

[^1]: A piè di pagina.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of Borgoluce's pages."""
    source = tmp_path_factory.mktemp("borgoluce")
    for folder in ("issues", "guida", "pdf-built/issues"):
        (source / folder).mkdir(parents=True)
    (source / "conf.py").write_text(CONF, "utf-8")
    (source / "index.md").write_text("# Inizio\n\n```{toctree}\n:hidden:\n:glob:\n\nissues/*\nguida/*\n```\n", "utf-8")
    for number, month in (("03", "marzo"), ("04", "aprile"), ("05", "maggio")):
        (source / f"issues/2026-{number}.md").write_text(ISSUE.format(month=month, number=number), "utf-8")
    (source / "guida/index.md").write_text(GUIDE, "utf-8")
    Image.new("RGB", (64, 48), "navy").save(source / "guida/foto.png")
    (source / "pdf-built/issues/2026-05.pdf").write_bytes(b"%PDF-1.7")
    (source / "pdf-built/posters").mkdir()
    (source / "pdf-built/posters/2026-05.pdf").write_bytes(b"%PDF-1.7")
    manifest = {"issues/2026-05.pdf": {"bytes": 1_234_567, "pages": 8}}
    manifest["posters/2026-05.pdf"] = {"bytes": 21_000, "pages": 1}
    (source / "pdf-built/manifest.json").write_text(json.dumps(manifest), "utf-8")
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(source / "_build")]
    subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1779000000"})
    return source / "_build"


def read(pages: Path, address: str) -> html.HtmlElement:
    """Return the page at *address*."""
    return html.fromstring((pages / address).read_text("utf-8"))


def test_titles_and_names_are_words_and_never_markup(pages: Path) -> None:
    page = read(pages, "issues/2026-05.html")

    assert page.xpath("string(//title)") == "Borgoluce, maggio – Luce & <b>Ombra</b>"
    assert page.xpath("string(//a[@class='brand-name'])") == "Luce & <b>Ombra</b>"
    assert not page.xpath("//script[not(@src)][not(@type='application/ld+json')]")
    contents = page.xpath("//nav[contains(@class, 'contents-beside')]//a")
    assert [link.text_content() for link in contents] == [
        "Appuntamenti",
        "Notte delle lanterne & <script>alert(1)</script>",
        "Night of lanterns",
        "Notizie",
        "Un premio",
    ]
    assert [link.get("href") for link in contents][1] == "#lanterne-05"


def test_a_page_tells_machines_what_it_is(pages: Path) -> None:
    page = read(pages, "issues/2026-05.html")

    assert page.xpath("//link[@rel='canonical']/@href") == ["https://example.org/sub/issues/2026-05.html"]
    assert page.xpath("//meta[@name='description']/@content") == ["Il numero di maggio."]
    assert page.xpath("//meta[@property='og:title']/@content") == ["Borgoluce, maggio"]
    assert page.xpath("//link[@type='application/atom+xml']/@href") == ["../feeds/atom.xml"]
    kinds = {json.loads(block.text)["@type"] for block in page.xpath("//script[@type='application/ld+json']")}
    assert "Event" in kinds


def test_where_a_page_is_shared_it_says_what_it_is_about_and_when_it_was_published(pages: Path) -> None:
    issue, guide = read(pages, "issues/2026-05.html"), read(pages, "guida/index.html")

    assert issue.xpath("//meta[@property='article:published_time']/@content") == ["2026-05-01"]
    assert issue.xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert guide.xpath("//meta[@property='og:description']/@content") == ["Testo."], "its first paragraph"


def test_the_icons_that_pages_and_programs_ask_for_are_there(pages: Path) -> None:
    head = read(pages, "issues/2026-05.html").xpath("//link[contains(@rel, 'icon')]/@href")

    assert len(head) == 3
    assert all((pages / "issues" / path).is_file() for path in head)
    assert (pages / "favicon.ico").read_bytes() == (pages / "_static/favicon.ico").read_bytes()


def test_the_sitemap_knows_when_each_page_changed(pages: Path) -> None:
    sitemap = etree.fromstring((pages / "sitemap.xml").read_bytes())

    days = {(url[0].text or "").rpartition("/")[2]: url[1].text for url in sitemap}
    assert days["2026-03.html"] == "2026-03-01"
    assert days["2026-05.html"] == "2026-05-01"
    assert days["index.html"] == "2026-05-01", "what shows all issues changes with the newest"


def test_a_title_is_the_same_words_at_the_top_of_the_page_and_in_its_head(pages: Path) -> None:
    page = read(pages, "guida/index.html")

    assert page.xpath("string(//h1)") == "Guida a make & co"
    assert page.xpath("//meta[@property='og:title']/@content") == ["Guida a make & co"]


def test_every_page_leads_to_the_others_from_where_it_stands_and_marks_itself(pages: Path) -> None:
    found: dict[str, tuple[list[str], list[str]]] = {}
    for address in ("index.html", "search.html", "guida/index.html", "issues/2026-04.html", "issues/2026-05.html"):
        around = read(pages, address).xpath("//header | //footer")
        links = {link.text_content(): link for part in around for link in part.xpath(".//a")}
        ways = [links[name].get("href") for name in ("Home", "Cerca", "Guida per chi scrive")]
        found[address] = ways, [name for name, link in links.items() if link.get("aria-current") == "page"]

    from_issues = ["../index.html", "../search.html", "../guida/index.html"]
    assert found == {
        "index.html": (["#", "search.html", "guida/index.html"], ["Home"]),
        "search.html": (["index.html", "#", "guida/index.html"], ["Cerca"]),
        "guida/index.html": (["../index.html", "../search.html", "#"], ["Guida per chi scrive"]),
        "issues/2026-04.html": (from_issues, []),
        "issues/2026-05.html": (from_issues, []),
    }


def test_an_issue_leads_to_its_neighbours_and_to_nothing_else(pages: Path) -> None:
    middle = read(pages, "issues/2026-04.html")
    assert middle.xpath("//nav[@class='neighbours']/a/@href") == ["2026-03.html", "2026-05.html"]
    assert read(pages, "issues/2026-03.html").xpath("//nav[@class='neighbours']/a/@rel") == ["next"]
    assert read(pages, "issues/2026-05.html").xpath("//nav[@class='neighbours']/a/@rel") == ["prev"]


def test_a_pdf_is_offered_with_its_pages_and_size_where_it_was_built(pages: Path) -> None:
    with_pdf = read(pages, "issues/2026-05.html").xpath("//div[@class='take-away']/ul/li")[0]
    assert with_pdf.xpath("string(a/@href)") == "../pdf/issues/2026-05.pdf"
    assert with_pdf.text_content().endswith("8 pagine, 1,2 MB")
    with_poster = read(pages, "issues/2026-05.html").xpath("//div[@class='take-away']/ul/li")[1]
    assert with_poster.xpath("string(a/@href)") == "../pdf/posters/2026-05.pdf"

    without = read(pages, "issues/2026-04.html").xpath("//div[@class='take-away']//a/@href")
    assert without == ["../calendar/issues/2026-04.ics"]


def test_only_a_record_with_a_day_can_be_taken_into_a_calendar(pages: Path) -> None:
    page = read(pages, "issues/2026-05.html")
    offered = {
        record.get("id"): record.xpath(".//a[contains(@class, 'add-to-calendar')]/@href")
        for record in page.xpath("//section[contains(@class, 'record ')]")
    }

    assert offered == {
        "lanterne-05": ["../calendar/records/lanterne-05.ics"],
        "night-05": [],
        "premio-05": [],
    }
    assert page.xpath("//section[@id='premio-05']//a[contains(@class, 'permanent')]/@href") == [
        "../records/premio-05.html"
    ]


def test_days_and_months_are_time_elements(pages: Path) -> None:
    page = read(pages, "issues/2026-05.html")

    [day] = page.xpath("//section[@id='lanterne-05']//dd//time")
    assert (day.get("datetime"), day.text_content()) == ("2026-05-12", "12 maggio 2026")
    [month] = page.xpath("//section[@id='night-05']//dd//time")
    assert month.get("datetime") == "2026-05"


def test_a_phrase_in_another_language_says_so_and_lines_run_as_its_language_has_them(pages: Path) -> None:
    page = read(pages, "issues/2026-05.html")

    phrases = page.xpath("//section[@id='premio-05']/p/span[@lang]")
    assert [(phrase.get("lang"), phrase.get("dir"), phrase.text_content()) for phrase in phrases] == [
        ("en", None, "positive energy districts"),
        ("ar", "rtl", "موسم"),
    ]


def test_what_we_say_of_a_record_in_another_language_is_said_in_it_or_marked(pages: Path) -> None:
    facts = read(pages, "issues/2026-05.html").xpath("//section[@id='night-05']/dl")[0]

    assert facts.xpath("string(.//dt[@class='fact-date'])") == "Date:"
    assert facts.xpath(".//dd[@class='fact-date']/@lang") == ["it"]


def test_a_record_in_another_language_says_so(pages: Path) -> None:
    page = read(pages, "issues/2026-05.html")

    assert page.get("lang") == "it"
    assert page.xpath("//section[@id='night-05']/@lang") == ["en"]


def test_widths_survive_without_inline_style(pages: Path) -> None:
    page = read(pages, "guida/index.html")

    assert not page.xpath("//@style")
    assert [column.get("class") for column in page.xpath("//col")] == ["width-20", "width-80"]
    assert page.xpath("//figure//img/@class") == ["width-50"]


def test_a_picture_keeps_its_place_before_it_comes(pages: Path) -> None:
    picture = read(pages, "guida/index.html").xpath("//img[not(ancestor::figure)]")[0]

    assert (picture.get("width"), picture.get("height"), picture.get("loading")) == ("64", "48", "lazy")


def test_a_table_without_links_can_be_scrolled_by_keyboard(pages: Path) -> None:
    [box] = read(pages, "guida/index.html").xpath("//div[@class='table-box']")

    assert (box.get("tabindex"), box.get("role"), box.get("aria-label")) == ("0", "group", "Misure")


def test_tabs_work_without_a_script(pages: Path) -> None:
    page = read(pages, "guida/index.html")

    assert len(page.xpath("//input[@type='radio']")) == 2
    assert not page.xpath("//script[@src][not(contains(@src, 'search_key'))]")


def test_code_is_shown_letter_by_letter(pages: Path) -> None:
    shown = (pages / "guida/index.html").read_text("utf-8")

    assert read(pages, "guida/index.html").xpath("//pre/text()") == ["- <una voce>"]
    assert shown.count("<code") == shown.count("</code>")


def test_footnotes_are_no_landmark(pages: Path) -> None:
    page = read(pages, "guida/index.html")

    assert page.xpath("//div[contains(@class, 'footnote-list')]/aside[@role='doc-footnote']")
    assert not page.xpath("//main//aside[not(@role)]")


def test_the_page_for_lost_readers_works_at_any_depth(pages: Path) -> None:
    page = read(pages, "404.html")
    addresses = page.xpath("//a/@href | //link[not(@rel='alternate')]/@href")

    assert "/sub/_static/newsletter.css" in addresses
    assert "/sub/index.html" in addresses
    assert [url for url in addresses if not url.startswith(("/sub/", "#", "https://", "tel:", "mailto:"))] == []
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]


def test_the_footer_comes_from_the_settings(pages: Path) -> None:
    footer = read(pages, "index.html").xpath("//footer")[0]

    assert footer.xpath(".//a[text()='Note legali']/@href") == ["https://example.org/note"]
    assert footer.xpath(".//a[text()='0039 000 1234']/@href") == ["tel:+390001234"]
    assert footer.xpath(".//a[@rel='license']/@href") == ["https://creativecommons.org/licenses/by/4.0/"]
