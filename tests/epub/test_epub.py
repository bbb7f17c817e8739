# SPDX-License-Identifier: EUPL-1.2
"""The archive as an e-book, as somebody who reads on a phone has it."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest
from PIL import Image

from tests.conftest import MakeProject
from tests.epub.book import Book, said_by_site
from tests.project import Built, Project, write_project
from tests.shell.borgoluce import APRIL, ISSUES

NAME = "borgoluce-nel-mondo.epub"

PICTURES = """
# Luglio 2026

:::{masthead}
:::

## Appuntamenti & altro

:::{event} Luci <&> "ombre"
:date: 1 luglio; 8 luglio
:time: 18:30
:place: Arena Finta
:country: Norvegia
:people: Ada Esempio (Sindaca)
:image: banda.webp
:alt: La banda sul palco
:topics: cultura

Si legga {record}`la festa <2026-04-festa-della-luce>`, l'{doc}`agenda </indexes/agenda>`
e la [guida](https://borgoluce.example/guida).
:::

::::{dropdown} Di più
Ciò che si apre.
::::

::::{tab-set}
:::{tab-item} Uno
Ciò che si sceglie.
:::
::::

:::{event} Read me in English
:date: 9 luglio
:place: Borgoluce
:lang: en

An evening.
:::
"""


def book_of(built: Built) -> Book:
    return Book((built.folder / NAME).read_bytes())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files = {**ISSUES, "issues/2026-07.md": PICTURES, "guida/index.md": "---\norphan: true\n---\n\n# Guida\n"}
    project = write_project(tmp_path_factory.mktemp("epub") / "borgoluce", files)
    Image.new("RGB", (2400, 1600), "teal").save(project.folder / "issues/banda.webp")
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build("newsletter-epub")


@pytest.fixture(scope="module")
def book(built: Built) -> Book:
    return book_of(built)


def test_it_reads_from_the_cover_through_the_issues_to_the_registers(book: Book) -> None:
    issues = [f"issues/{name}.xhtml" for name in ("2026-04", "2026-05", "2026-07")]
    registers = [f"indexes/{name}.xhtml" for name in ("paesi", "persone", "temi")]
    assert book.pages == ["cover.xhtml", *issues, *registers]
    assert not {name for name in book.files if "guida" in name or "records/" in name or "countries/" in name}


def test_it_says_each_word_and_date_of_an_issue_in_the_order_of_its_page(project: Project, book: Book) -> None:
    site = project.build()
    for page in book.pages[1:4]:
        assert book.said(page) == said_by_site((site.folder / page).with_suffix(".html"))
    assert book.said("issues/2026-04.xhtml")[:2] == ["Aprile2026", "Appuntamenti"]
    assert "1e8luglio2026ore1830" in book.said("issues/2026-07.xhtml")


def test_contents_lead_to_each_record(book: Book) -> None:
    lines = dict(book.links("nav.xhtml"))
    assert {"Copertina", "Aprile 2026", "Appuntamenti & altro", 'Luci <&> "ombre"', "Paesi"} <= lines.keys()
    page, _hash, anchor = lines["Festa della Luce"].partition("#")
    [section] = book.xml(page).xpath(f"//*[@id='{anchor}']")
    assert section.findtext("{*}h3") == "Festa della Luce"


def test_links_stay_in_the_book_or_lead_to_the_site(book: Book) -> None:
    links = dict(book.links("issues/2026-07.xhtml"))
    assert links["la festa"] == "issues/2026-04.xhtml#2026-04-festa-della-luce"
    assert links["Norvegia"] == "indexes/paesi.xhtml#country-no"
    assert links["agenda"] == "https://borgoluce.example/news/indexes/agenda.html"
    assert links["guida"] == "https://borgoluce.example/guida"


def test_a_picture_is_one_that_every_reader_shows_and_is_described(book: Book) -> None:
    [picture] = book.xml("issues/2026-07.xhtml").iter("{*}img")
    assert picture.get("alt") == "La banda sul palco"
    [name] = [name for name in book.files if name.startswith("_images/")]
    assert picture.get("src") == f"../{name}"
    assert name.endswith((".jpg", ".png"))


def test_parts_in_another_language_are_read_out_in_it(book: Book) -> None:
    page = book.xml("issues/2026-07.xhtml")
    assert page.get("lang") == "it"
    [title] = [each for each in page.iter("{*}h3") if each.text == "Read me in English"]
    languages = [each.get("{http://www.w3.org/XML/1998/namespace}lang") for each in (title, *title.iterancestors())]
    assert next(filter(None, languages)) == "en"


def test_shops_and_readers_are_told_what_it_is_and_how_it_can_be_read(book: Book) -> None:
    assert book.metadata("dc:title") == ["Borgoluce nel mondo"]
    assert book.metadata("dc:language") == ["it"]
    assert book.metadata("dc:identifier") == ["tag:borgoluce.example,2026:epub/borgoluce-nel-mondo/it"]
    assert book.metadata("schema:accessMode") == ["textual", "visual"]
    assert book.metadata("schema:accessModeSufficient") == ["textual"]
    assert "alternativeText" in book.metadata("schema:accessibilityFeature")
    assert book.metadata("schema:accessibilityHazard") == ["none"]
    [summary] = book.metadata("schema:accessibilitySummary")
    assert summary.startswith("Titoli e sommario")


def test_the_cover_says_in_words_what_it_shows(book: Book) -> None:
    [picture] = book.xml("cover.xhtml").iter("{*}img")
    assert picture.get("alt") == (
        "Borgoluce nel mondo. La newsletter del Comune di Borgoluce. Comune di Borgoluce. Aprile 2026 – luglio 2026"
    )
    assert picture.get("src") in book.files


def test_the_same_sources_make_the_same_book_and_an_edit_the_same_as_a_build_from_nothing(
    make_project: MakeProject,
) -> None:
    project = make_project(ISSUES)
    first = book_of(project.build("newsletter-epub"))
    project.write("issues/2026-04.md", APRIL.replace("Altrove", "Lontano"))
    project.delete("issues/2026-05.md")
    edited = book_of(project.build("newsletter-epub", today="2026-06-01"))

    anew = project.build("newsletter-epub", out="anew", doctrees="anew-doctrees")
    assert edited.content == book_of(anew).content
    assert edited.pages != first.pages


def test_the_site_offers_it_where_it_offers_the_pdfs(make_project: MakeProject) -> None:
    page = "---\norphan: true\n---\n\n# Scaricare\n\n:::{downloads}\n:files: pdf\n:::\n"
    project = make_project({**ISSUES, "scaricare.md": page})
    where = ("-D", f"newsletter_pdf_dir={project.folder / '_build' / 'pdf'}")
    made = book_of(project.build("newsletter-epub", *where))
    site = project.build("html", *where)

    assert (site.folder / "epub" / NAME).read_bytes() == made.content
    assert site.links("scaricare.html")["Tutto l'archivio come e-book (EPUB)"] == f"epub/{NAME}"
    assert site.links("issues/2026-05.html", "//footer")["Tutti i numeri (e-book)"] == f"../epub/{NAME}"
    again = book_of(project.build("newsletter-epub", *where, out="again", doctrees="again-doctrees"))
    assert again.content == made.content


def test_where_the_site_has_no_url_what_is_not_in_the_book_is_named_without_a_link(make_project: MakeProject) -> None:
    issue = "# Luglio 2026\n\nSi veda l'{doc}`agenda </indexes/agenda>`.\n"
    project = make_project({**ISSUES, "issues/2026-07.md": issue})
    project.edit("conf.py", 'html_baseurl = "https://borgoluce.example/news/"', "")
    book = book_of(project.build("newsletter-epub"))
    assert "Sivedalagenda" in book.said("issues/2026-07.xhtml")
    assert "agenda" not in dict(book.links("issues/2026-07.xhtml"))


@pytest.mark.slow
def test_epubcheck_finds_nothing(built: Built) -> None:
    """EPUBCheck is the reference validator, and a package of Debian."""
    java, checker = shutil.which("java"), shutil.which("epubcheck")
    if java is None or checker is None:
        reason = "no EPUBCheck to check the e-book with"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    command = [java, "-jar", checker, "--failonwarnings", str(built.folder / NAME)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
