# SPDX-License-Identifier: EUPL-1.2
"""A library hangs up the month's agenda: what stands on the poster, and where its QR code leads."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import Printed, faults, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import PLAIN

URL = "https://borgoluce.example/news/"
LANTERNS = """
    :::{event} Festival delle lanterne
    :date: 9 maggio
    :time: 18:00
    :place: Piazza del Campione
    :::
    """
MAY = f"""
    # Maggio 2026

    ## Appuntamenti
    {LANTERNS}
    :::{{event}} 京都の夕べ
    :date: 7 maggio; 14 maggio (annullato)
    :country: Giappone
    :::

    :::{{event}} Corsa delle botti
    :date: 16 maggio
    :status: cancelled
    :::

    :::{{event}} Mercato delle erbe
    :date: 23 maggio
    :status: tentative
    :::

    :::{{mission}} Ghiacciai a confronto
    :date: 12 aprile
    :country: Francia
    :::
    """
AUTUMN = """
    # Settembre 2026

    ## Appuntamenti

    :::{event} Notte dei mulini
    :date: 12 settembre
    :place: Mulino Vecchio
    :::

    :::{event} Gara di zattere
    :id: 2026-09-zattere
    :date: 19 settembre
    :::

    :::{event} Cena in piazza
    :date: 26 settembre
    :was: 24 settembre
    :status: postponed
    :::
    """
OCTOBER = """
    # Ottobre 2026

    ## Appuntamenti

    :::{event} Notte dei mulini
    :id: 2026-09-notte-dei-mulini
    :date: 20 dicembre
    :status: postponed
    :::

    :::{event} Gara di zattere
    :id: 2026-09-zattere
    :date: 21 settembre
    :status: postponed
    :::
    """
MANY = 180
CROWDED = "# Giugno 2026\n\n## Appuntamenti\n\n" + "\n".join(
    f":::{{event}} Concerto di strada {number}\n:date: {1 + number // 6} giugno\n:place: Borgoluce\n:::\n"
    for number in range(MANY)
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    draft = f"---\ndraft: true\n---\n{CROWDED}"
    issues = {
        "2025-12": PLAIN["2025-12"],
        "2026-05": MAY,
        "2026-06": CROWDED,
        "2026-07": draft,
        "2026-09": AUTUMN,
        "2026-10": OCTOBER,
    }
    return print_pdfs(write_sources(tmp_path_factory.mktemp("posters"), issues))


def heard(printed: Printed, name: str) -> list[str]:
    return [said.words for said in linear_reading(printed.path(f"posters/{name}.pdf"))]


def test_each_published_issue_with_events_has_a_poster(printed: Printed) -> None:
    assert (printed.warnings, printed.status) == ("", 0)
    assert [name for name in printed.manifest if name.startswith("posters/")] == [
        "posters/2026-05.pdf",
        "posters/2026-06.pdf",
        "posters/2026-09.pdf",
        "posters/2026-10.pdf",
    ]


def test_it_says_what_takes_place_on_which_day(printed: Printed) -> None:
    assert heard(printed, "2026-05") == [
        "Borgoluce nel mondo · Comune di Borgoluce",
        "Agenda, maggio 2026",
        "giovedì 7 maggio",
        "京都の夕べ",
        "sabato 9 maggio",
        "Festival delle lanterne",
        "ore 18:00 · Piazza del Campione",
        "sabato 23 maggio",
        "Mercato delle erbe",
        "Da confermare",
        f"Codice QR che porta a {URL}calendar/issues/2026-05.ics",
        "Metti queste date nel tuo calendario",
        f"{URL}calendar/issues/2026-05.ics",
    ]


def test_what_a_later_issue_moved_stands_on_its_former_day_or_on_the_new_one_of_the_month(printed: Printed) -> None:
    assert heard(printed, "2026-09")[2:-3] == [
        "sabato 12 settembre",
        "Notte dei mulini",
        "Mulino Vecchio · Rinviato a: 20 dicembre 2026",
        "lunedì 21 settembre",
        "Gara di zattere",
        "Rinviato (in precedenza: 19 settembre 2026)",
        "sabato 26 settembre",
        "Cena in piazza",
        "Rinviato (in precedenza: 24 settembre 2026)",
    ]
    assert "domenica 20 dicembre" in heard(printed, "2026-10")


def test_few_events_fill_the_page_and_many_stand_in_two_columns(printed: Printed) -> None:
    def corners(name: str, *lines: str) -> list[tuple[float, float]]:
        with pdfium.PdfDocument(printed.path(f"posters/{name}.pdf")) as document:
            text = document[0].get_textpage()
            return [text.get_charbox(text.search(line).get_next()[0])[:2] for line in lines]

    (_, first), (_, last), (_, calendar) = corners("2026-05", "giovedì", "Mercato delle erbe", "Metti queste")
    assert first - last > last - calendar
    (left, _), (right, _) = corners("2026-06", "Concerto di strada 0", "Concerto di strada 60")
    assert right - left > 200


@pytest.mark.parametrize("name", ["2026-05", "2026-06", "2026-09"])
def test_it_is_one_accessible_page(printed: Printed, name: str) -> None:
    assert printed.manifest[f"posters/{name}.pdf"]["pages"] == 1
    assert faults(printed.path(f"posters/{name}.pdf")) == []


def test_what_has_no_room_is_counted_and_is_on_the_web(printed: Printed) -> None:
    said = heard(printed, "2026-06")
    shown = sum(words.startswith("Concerto di strada") for words in said)
    assert 60 < shown < MANY
    assert f"e ancora {MANY - shown} su {URL}issues/2026-06.html" in said


def test_without_a_url_of_the_site_there_is_no_code_but_the_agenda(tmp_path: Path) -> None:
    folder = write_sources(tmp_path, {"2026-05": MAY})
    settings = (folder / "conf.py").read_text("utf-8")
    (folder / "conf.py").write_text(settings.replace(f'html_baseurl = "{URL}"', ""), "utf-8")
    [page] = text_of(print_pdfs(folder).path("posters/2026-05.pdf"))
    assert "Festival delle lanterne" in page
    assert "calendario" not in page
