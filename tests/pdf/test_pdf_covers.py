# SPDX-License-Identifier: EUPL-1.2
"""Staff hands over a volume: its cover says whose it is, of when, and what to look at first."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import CONF, Printed, faults, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import picture

WHOLE = "borgoluce-nel-mondo.pdf"
ISSUES = {
    f"2026-0{month}": f"# Numero {month}\n\n## Appuntamenti\n\n"
    + "".join(
        f":::{{event}} {word} {month}\n:date: {day}/{month}/2026\n\nTesto.\n:::\n\n"
        for day, word in enumerate(("Primo", "Secondo", "Terzo", "Quarto"), 1)
    )
    for month in range(1, 5)
}
CREST = {"_static/crest.png": picture("RGB", (90, 120))}


def printed_with(folder: Path, *settings: str) -> Printed:
    write_sources(folder, ISSUES, CREST)
    (folder / "conf.py").write_text("\n".join((CONF, 'html_static_path = ["_static"]', *settings, "")), "utf-8")
    return print_pdfs(folder)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return printed_with(tmp_path_factory.mktemp("covers"), 'newsletter_logo = "crest.png"')


def darkness(path: Path) -> float:
    """Return which share of a cover is dark."""
    with pdfium.PdfDocument(path) as document:
        shown = document[0].render(scale=0.2).to_pil().convert("L")
    dark: int = sum(shown.histogram()[:96])
    return dark / int(shown.width * shown.height)


def test_a_cover_says_who_what_when_and_how_it_may_be_used(printed: Printed) -> None:
    cover = [each.words for each in linear_reading(printed.path(WHOLE)) if each.page == 1]
    assert cover[:6] == [
        *("Comune di Borgoluce", "Ufficio Esempi", "Borgoluce nel mondo", "Gennaio 2026 – aprile 2026"),
        *("4 numeri · 16 schede", "N. 1/2026 – 4/2026"),
    ]
    assert cover[-2:] == ["Edizione: 1 aprile 2026 · CC BY 4.0", "https://borgoluce.example/news/"]


def test_what_editors_put_first_is_highlighted_with_its_page(printed: Printed) -> None:
    cover = [each.words for each in linear_reading(printed.path(WHOLE)) if each.page == 1]
    shown = cover[cover.index("In evidenza") + 1 :][:6]
    titles = [line.partition(",")[0] for line in shown]
    assert titles == ["Primo 4", "Primo 3", "Primo 2", "Primo 1", "Secondo 4", "Secondo 3"]
    pages = text_of(printed.path(WHOLE))
    for line, title in zip(shown, titles, strict=True):
        assert f"{title}\r\n" in pages[int(line.rpartition(" ")[2]) - 1]


def test_the_crest_stands_on_the_cover_and_the_outline_is_shown_on_opening(printed: Printed) -> None:
    with printed.pdf(WHOLE) as pdf:
        assert len(pdf.pages[0].get_images()) == 1
        assert pdf.Root.PageMode == pikepdf.Name.UseOutlines
    assert {name: faults(printed.path(name)) for name in printed.manifest} == {name: [] for name in printed.manifest}


def test_light_covers_spare_the_ink_of_an_office_printer(printed: Printed, tmp_path: Path) -> None:
    light = printed_with(tmp_path, "newsletter_light_covers = True")
    assert darkness(printed.path(WHOLE)) > 0.3
    assert darkness(light.path(WHOLE)) < 0.06
    assert faults(light.path(WHOLE)) == []
