# SPDX-License-Identifier: EUPL-1.2
"""A councillor reads the report: as a page, on paper, by ear; all say the same."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pikepdf
import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # the package has no types
from playwright.sync_api import Browser

from newsletter.tools import start_report
from tests.pdf.pdf_project import Printed, faults, print_pdfs, text_of, told_by_verapdf
from tests.project import Built, Project, write_project
from tests.reports.borgoluce import INDEX, issues

YEARS = ("2023", "2024", "2025", "2026")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = write_project(tmp_path_factory.mktemp("printed") / "borgoluce", {**issues(), "index.md": INDEX})
    for year in YEARS:
        start_report.main([f"--year={year}", f"--source={project.folder}"])
    project.edit("reports/2025.md", "## Premessa\n", "## Premessa\n\nUn anno di lanterne.\n")
    return project


@pytest.fixture(scope="module")
def press(project: Project) -> Printed:
    return print_pdfs(project.folder)


@pytest.fixture(scope="module")
def printed(press: Printed) -> Path:
    assert press.status == 0, press.warnings
    return press.folder


@pytest.fixture(scope="module")
def built(project: Project, printed: Path) -> Built:
    return project.build("html", "-D", f"newsletter_pdf_dir={printed.relative_to(project.folder)}", strict=False)


def words(text: str) -> str:
    """Return *text* without spaces, and without the hyphens of lines' ends: columns wrap where they like."""
    return re.sub(r"[\s\u00ad\ufffe-]", "", text).replace("’", "'")


def test_the_page_leads_to_its_pdf_and_the_contents_name_it(built: Built) -> None:
    assert "../pdf/reports/2025.pdf" in built.html("reports/2025.html").xpath("//aside//a/@href | //div//a/@href")
    assert built.has("pdf/reports/2025.pdf")
    assert {path for path in built.tree if path.startswith("pdf/reports/")} == {
        f"pdf/reports/{year}.pdf" for year in YEARS
    }


def test_a_foreword_that_is_not_written_yet_has_no_heading_and_is_asked_for(built: Built, press: Printed) -> None:
    assert "Premessa" in built.words("reports/2025.html")
    assert "Premessa" not in built.words("reports/2024.html")
    assert "Premessa" not in "".join(text_of(press.path("reports/2024.pdf")))
    assert [line for line in press.warnings.splitlines() if "section-empty" in line] == [
        f"reports/{year}.md:7: HINT: La sezione «Premessa» non ha contenuto, e non si mostra: scrivila o toglila. "
        "[newsletter.section-empty]"
        for year in YEARS
        if year != "2025"
    ]


@pytest.mark.parametrize("year", YEARS)
def test_the_pdf_says_what_the_page_says(built: Built, printed: Path, year: str) -> None:
    paper = words("".join(text_of(printed / f"reports/{year}.pdf")))
    page = built.html(f"reports/{year}.html")
    for cell in page.xpath(
        "//main//td | //main//h2 | //main//caption/span[1] | //main//li/p | //p[@class='report-lead']"
    ):
        assert words(cell.text_content().removesuffix("¶")) in paper


@pytest.mark.parametrize(
    "year", ["2025", *(pytest.param(year, marks=pytest.mark.slow) for year in ("2023", "2024", "2026"))]
)
def test_a_checker_finds_nothing_in_the_pdf(printed: Path, year: str) -> None:
    assert faults(printed / f"reports/{year}.pdf") == []


@pytest.mark.slow
def test_the_reference_finds_nothing_in_what_is_printed_and_says_what_is_wrong(printed: Path, tmp_path: Path) -> None:
    names = ("issues/2025-05.pdf", "borgoluce-nel-mondo.pdf", "reports/2025.pdf", "posters/2025-05.pdf")
    status, words = told_by_verapdf(*(printed / name for name in names))
    assert (status, words.count("PASS ua1"), words.count("PASS 2a")) == (0, 4, 4), words

    with pikepdf.open(printed / "posters/2025-05.pdf") as poster:
        del poster.Root.StructTreeRoot
        poster.save(tmp_path / "untagged.pdf")
    status, words = told_by_verapdf(tmp_path / "untagged.pdf")
    assert status == 1
    assert "FAIL ua1" in words


def test_a_report_is_no_issue(built: Built) -> None:
    assert not any("report" in row["issue"] for row in built.records.values())
    assert "2025-12-report" not in built.text("feeds/atom.xml")
    assert not built.has("pdf/issues/2025-12-report.pdf")


@pytest.fixture
def site(built: Built) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the signature is the library's
            """Stay silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(built.folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_page(browser: Browser, site: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if scheme == "dark" else "light"
    )
    page = context.new_page()
    page.goto(f"{site}reports/2025.html")
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert [each["id"] for each in found] == []
    assert wide <= 0, "the page scrolls sideways"
