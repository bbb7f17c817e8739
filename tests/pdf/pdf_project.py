# SPDX-License-Identifier: EUPL-1.2
"""A small fictional newsletter, made into PDFs."""

from __future__ import annotations

import io
import itertools
import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent
from typing import Any, NamedTuple

import page
import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest
from lxml import html
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from scripts.verapdf import development_kit, library, validate
from tests.pdf.linear_reading import linear_reading

CONF = """
project = "Borgoluce nel mondo"
author = "Comune di Borgoluce"
language = "it"
extensions = ["myst_parser", "sphinx_design", "newsletter"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
smartquotes = False
newsletter_slug = "borgoluce-nel-mondo"
newsletter_description = "La newsletter del Comune di Borgoluce"
newsletter_publisher = "Comune di Borgoluce"
newsletter_office = "Ufficio Esempi"
newsletter_address = "Piazza del Campione 1, Borgoluce"
newsletter_email = "esempi@borgoluce.example"
newsletter_website = "https://borgoluce.example/mondo"
newsletter_topics = {"cultura": "Cultura", "clima": "Clima", "economia": "Economia"}
newsletter_namespace = "borgoluce.example,2026"
html_baseurl = "https://borgoluce.example/news/"
html_theme = "newsletter"
html_copy_source = False
html_use_index = False
"""

INDEX = """
# Borgoluce nel mondo

```{toctree}
:hidden:
:glob:

issues/*
```
"""


@dataclass
class Printed:
    """What a build of PDFs left behind."""

    folder: Path
    warnings: str
    status: int = 0
    """The exit status."""

    def path(self, name: str) -> Path:
        return self.folder / name

    @property
    def manifest(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.path("manifest.json").read_text("utf-8"))
        return found

    def pdf(self, name: str) -> pikepdf.Pdf:
        return pikepdf.open(self.path(name))


def write_sources(folder: Path, issues: Mapping[str, str], files: Mapping[str, bytes] | None = None) -> Path:
    """Write a project with *issues*, by name, and other *files*, by path; return its folder."""
    (folder / "issues").mkdir(parents=True, exist_ok=True)
    (folder / "conf.py").write_text(CONF, "utf-8")
    (folder / "index.md").write_text(INDEX, "utf-8")
    for name, text in issues.items():
        (folder / "issues" / f"{name}.md").write_text(dedent(text), "utf-8")
    for name, content in (files or {}).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return folder


def print_pdfs(folder: Path, builder: str = "newsletter-pdf") -> Printed:
    """Build the PDFs, or what another *builder* makes, of the project in *folder*."""
    warnings = io.StringIO()
    out = folder / "_build" / builder
    with patch_docutils(folder), docutils_namespace():
        app = Sphinx(folder, folder, out, folder / "_build" / "doctrees", builder, status=None, warning=warnings)
        app.build()
    said = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())
    return Printed(out, said.replace(os.fspath(folder) + os.sep, ""), app.statuscode)


def faults(path: Path) -> list[tuple[str, str, str]]:
    """Return what an independent checker finds against PDF/UA-1 and PDF/A-2a."""
    found = []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        report = page.validate_pdf(os.fspath(path), profile=profile)
        found += [(profile.name, failure.rule_id, failure.message) for failure in report.failures]
    # A false alarm of the checker, which veraPDF does not share, about streams whose last byte happens to end a line.
    return [fault for fault in found if not fault[1].endswith("STREAM-LENGTH-001")]


def told_by_verapdf(*paths: Path) -> tuple[int, str]:
    """Return the exit status and the words of veraPDF, the reference, on *paths*; skip the test where it is missing."""
    if development_kit() is None or library() is None:
        reason = "no veraPDF: it takes a Java Development Kit, and make test-all then sets it up"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    done = validate(paths)
    return done.returncode, done.stdout + done.stderr


def text_of(path: Path) -> list[str]:
    """Return the text of each page, as another program than ours reads it."""
    with pdfium.PdfDocument(path) as document:
        texts = []
        for sheet in document:
            found = sheet.get_textpage().get_text_range()
            texts.append(unicodedata.normalize("NFC", re.sub("[\u200b\u2060\ufffe\u00ad]", "", found)))
        return texts


class Bookmark(NamedTuple):
    """A heading among the bookmarks."""

    title: str
    level: int
    page: int
    name: str
    """Of the destination that stands at the same place."""


@dataclass
class Places:
    """What stands on which page, from 1."""

    names: dict[str, int]
    bookmarks: tuple[Bookmark, ...]


def places_in(pdf: pikepdf.Pdf) -> Places:
    """Tell what stands on which page of *pdf*."""
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    places = pikepdf.NameTree(pdf.Root.Names.Dests).items()
    spots = {str(name): (numbers[place[0].objgen], float(place[3])) for name, place in places}
    marks = _bookmarks(pdf.Root.get("/Outlines"), numbers, {spot: name for name, spot in spots.items()}, 1)
    return Places({name: page for name, (page, _top) in spots.items()}, tuple(marks))


def _bookmarks(
    parent: pikepdf.Object | None,
    numbers: dict[tuple[int, int], int],
    names: dict[tuple[int, float], str],
    level: int,
) -> Iterator[Bookmark]:
    item = parent.get("/First") if parent is not None else None
    while item is not None:
        page = numbers[item.Dest[0].objgen]
        yield Bookmark(str(item.Title), level, page, names.get((page, float(item.Dest[3])), ""))
        if level < 3:
            yield from _bookmarks(item, numbers, names, level + 1)
        item = item.get("/Next")


_SCREEN_ONLY = (
    ".//*[contains(@class, 'record-controls') or contains(@class, 'subscribe')] | .//form | .//script | .//style"
    # A PDF lists the records of which the page gives numbers, since it has no pages of each name to lead to.
    " | .//*[contains(@class, 'short-index')]"
    # Their values stand in the column beside the text, or over the title: nobody needs to be told what they are.
    " | .//dt[@class='fact-kind']"
    " | .//dt[@class='fact-status' or @class='fact-date' or @class='fact-place' or @class='fact-country']"
)


def _article(page_of_site: Path) -> Any:
    """Return the element of a web page that an issue's PDF prints, without what only a screen is for."""
    root: Any = html.document_fromstring(page_of_site.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    [article] = root.xpath("//*[@data-article]")
    for screen_only in article.xpath(_SCREEN_ONLY):
        screen_only.drop_tree()
    return article


def words_lost(page_of_site: Path, pdf: Path) -> Counter[str]:
    """Return the words of an issue's web page that its PDF has less often, each with how many are wanting.

    What only a screen is for is left out: the controls of a record, what is said for their sake, names of plain facts.
    """
    article = _article(page_of_site)
    said = Counter(re.findall(r"[^\W_]+", unicodedata.normalize("NFC", article.text_content())))
    # Footnotes, and words too long for a line, do not share the spaces of a page.
    shown = "".join("".join(text_of(pdf)).split())
    return Counter({word: count - shown.count(word) for word, count in said.items() if shown.count(word) < count})


_ELSEWHERE = ".//dl[contains(@class, 'facts')] | .//*[contains(@class, 'masthead') or contains(@class, 'footnote')]"
_BLOCKS = (
    "self::h1 or self::h2 or self::h3 or self::h4 or self::h5 or self::h6 or self::p or self::li or self::figcaption"
)


def out_of_order(page_of_site: Path, pdf: Path) -> list[str]:
    """Return the headings and texts of an issue's web page that its PDF does not say after those before them.

    Facts have an order of their own on paper, footnotes are read where they are referred to.
    """
    article = _article(page_of_site)
    for elsewhere in article.xpath(_ELSEWHERE):
        elsewhere.drop_tree()
    rest = _letters("".join(said.words for said in linear_reading(pdf)))
    missed = []
    for block in article.xpath(f".//*[{_BLOCKS}]"):
        if block.tag != "li" or not block.xpath("p"):
            words = _letters(block.text_content())
            at = rest.find(words)
            rest = rest[max(0, at) :]
            missed += [block.text_content()] if at < 0 else []
    return missed


def dates_untold(page_of_site: Path, pdf: Path) -> list[tuple[str, str]]:
    """Return title and dates of each record of an issue's web page whose dates its PDF does not say below the title."""
    heard = linear_reading(pdf)
    untold = []
    for record in _article(page_of_site).xpath(".//section[contains(@class, 'record')]"):
        title = _letters(record.xpath("string(./*[1])"))
        dates = record.xpath("string(.//dd[@class='fact-date'])")
        at = next((at for at, said in enumerate(heard) if said.role[0] == "H" and _letters(said.words) == title), -1)
        below = itertools.takewhile(lambda said: said.role[0] != "H", heard[at + 1 :] if at >= 0 else [])
        if _letters(dates) not in _letters("".join(said.words for said in below)):
            untold.append((title, dates))
    return untold


def _letters(text: str) -> str:
    """Return the letters and digits of *text*, without hosts in brackets, which a PDF puts behind links."""
    without_hosts = re.sub(r"\([\w-]+(\.[\w-]+)+\)", "", unicodedata.normalize("NFC", text))
    return "".join(re.findall(r"[^\W_]+", without_hosts))
