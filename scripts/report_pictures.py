# SPDX-License-Identifier: EUPL-1.2
"""The report of a fictional year that the pictures of the manuals show, as a page and as a PDF."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
from PIL import Image

from newsletter.tools.start_report import start_report
from scripts.guide_pictures import Shot
from tests.project import write_project
from tests.reports.borgoluce import INDEX, issues

YEAR = 2025
SHOTS = (Shot(f"reports/{YEAR}.html", "report.png", width=1100, height=1150),)
_FOREWORD = (
    "Un anno di lanterne: dodici volte siamo partiti, dodici volte qualcuno è venuto a trovarci. "
    "Questo rapporto dice dove e con chi."
)


@contextmanager
def fictional_report() -> Iterator[tuple[Path, Path]]:
    """Give the folder of the site with the report, and that of its PDFs."""
    with TemporaryDirectory() as scratch:
        project = write_project(Path(scratch) / "borgoluce", {**issues(), "index.md": INDEX})
        start_report(project.folder, YEAR)
        project.edit(f"reports/{YEAR}.md", "## Premessa\n", f"## Premessa\n\n{_FOREWORD}\n")
        printed = project.build("newsletter-pdf", strict=False)
        pdfs = printed.folder.relative_to(project.folder)
        yield project.build("html", "-D", f"newsletter_pdf_dir={pdfs}", strict=False).folder, printed.folder


def print_pages(pdf: Path, target: Path) -> None:
    """Write the first two pages of *pdf*, beside each other, into the picture *target*."""
    with pdfium.PdfDocument(pdf) as document:
        pages = [document[number].render(scale=0.9).to_pil().convert("RGB") for number in range(2)]
    both = Image.new("RGB", (sum(page.width for page in pages) + 12, pages[0].height), "#8a9aa8")
    both.paste(pages[0], (0, 0))
    both.paste(pages[1], (pages[0].width + 12, 0))
    both.save(target)
