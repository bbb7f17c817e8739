# SPDX-License-Identifier: EUPL-1.2
"""A reader holds an issue: what comes first on the page, and what stands beside what."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import CONF, Printed, faults, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import picture

TEXT = "Chi era presente racconta quello che ha visto. "
ISSUE = f"""
    ---
    published: 2026-05-04
    ---
    # Maggio 2026

    Care lettrici, cari lettori dell'estate: ecco un po' di novità.

    ## Appuntamenti

    :::{{event}} Festa dell'acqua
    :date: 9 maggio
    :place: Porto Vecchio
    :country: Francia
    :people: Ada Esempio (Sindaca)
    :topics: cultura
    :image: torre.png
    :alt: Una torre

    {TEXT * 6}

    {TEXT}
    :::
    """ + "".join(
    f"""
    :::{{event}} Prova {number}
    :date: {number} maggio

    Poche parole.
    :::
    """
    for number in range(1, 7)
)
PROGRAMME = (
    ("18:30", "Apertura, con un testo che non finisce presto", "Ingresso"),
    ("19:00", "Concerto", "Sala grande"),
)
AT_THE_FOOT = "# Giugno 2026\n\n## Programma\n\n{text}\n\n| Ora | Cosa | Dove |\n| --- | --- | --- |\n" + "".join(
    f"| {' | '.join(row)} |\n" for row in PROGRAMME
)
"""A section with a table, and above it as many lines as *text* has."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    folder = write_sources(
        tmp_path_factory.mktemp("design"), {"2026-05": ISSUE}, {"issues/torre.png": picture("RGB", (600, 900))}
    )
    (folder / "conf.py").write_text(CONF + "newsletter_typographic_apostrophes = True\n", "utf-8")
    return print_pdfs(folder)


def in_order(text: str, *words: str) -> bool:
    """Tell whether *text* has all *words*, one behind the other."""
    for word in words:
        _before, found, text = text.partition(word)
        if not found:
            return False
    return True


def words_of(printed: Printed) -> str:
    return " ".join(" ".join(text_of(printed.path("issues/2026-05.pdf"))).split())


def test_number_and_day_stand_in_the_masthead_and_the_editor_speaks_before_the_contents(printed: Printed) -> None:
    head = ("Borgoluce nel mondo N. 5/2026 · pubblicato il 4 maggio 2026", "Comune di Borgoluce", "Maggio 2026")
    assert in_order(words_of(printed), *head, "Care lettrici", "Sommario", "Prova 6, 6 maggio 2026")


def test_a_record_begins_with_day_and_place_and_ends_with_who_and_what(printed: Printed) -> None:
    shown = words_of(printed).partition("Prova 6")[2]
    day_and_place = ("Festa dell’acqua", "9 maggio 2026", "Porto Vecchio", "Francia")
    assert in_order(shown, *day_and_place, TEXT[:9], "Persone Ada Esempio (Sindaca). Temi Cultura", "Prova 1")


def test_kind_day_and_place_are_heard_one_by_one_behind_the_heading(printed: Printed) -> None:
    heard = [(each.role, each.words) for each in linear_reading(printed.path("issues/2026-05.pdf"))]
    start = heard.index(("H3", "Festa dell’acqua"))
    beside = [("P", words) for words in ("Appuntamento", "9 maggio 2026", "Porto Vecchio", "Francia")]
    assert heard[start + 1 : start + 7] == [*beside, ("Figure", "Una torre"), ("P", (TEXT * 6).strip())]


def test_apostrophes_are_typographic_where_the_city_wants_them(printed: Printed, tmp_path: Path) -> None:
    assert "lettori dell’estate: ecco un po’ di" in words_of(printed)
    plain = print_pdfs(write_sources(tmp_path, {"2026-05": "# Maggio 2026\n\nL'acqua e 'la terra'.\n"}))
    assert "L'acqua e 'la terra'." in words_of(plain)


def test_a_tall_picture_has_its_text_beside_it(printed: Printed) -> None:
    with pdfium.PdfDocument(printed.path("issues/2026-05.pdf")) as document:
        [(sheet, image)] = [(page, item) for page in document for item in page.get_objects(filter=[3], max_depth=3)]
        left, bottom, right, top = image.get_bounds()
        text = sheet.get_textpage()
        beside = text.get_text_bounded(right, bottom, sheet.get_width(), top)
        below = text.get_text_bounded(left, 0, right, bottom)
    assert TEXT[:9] in beside
    assert "Persone" in below
    assert faults(printed.path("issues/2026-05.pdf")) == []


def test_a_short_table_stands_whole_on_one_page_its_columns_apart(tmp_path: Path) -> None:
    issues = {f"2026-06-riga{count}": AT_THE_FOOT.format(text="Una riga.\n\n" * count) for count in (30, 31)}
    printed = print_pdfs(write_sources(tmp_path, issues))
    found = set()
    for name in issues:
        with pdfium.PdfDocument(printed.path(f"issues/{name}.pdf")) as document:
            texts = [sheet.get_textpage() for sheet in document]
            [number] = [number for number, text in enumerate(texts) if text.search("18:30").get_next()]
            where = {cell: texts[number].search(cell).get_next() for row in PROGRAMME for cell in row}
            assert all(where.values())
            hour_ends = texts[number].get_charbox(sum(where["18:30"]) - 1)[2]
            assert texts[number].get_charbox(where[PROGRAMME[0][1]][0])[0] - hour_ends > 6
            found.add(number)
    assert found == {0, 1}
