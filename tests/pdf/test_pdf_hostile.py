# SPDX-License-Identifier: EUPL-1.2
"""A contributor writes everything that Markdown can do, and all that Typst could trip over."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf.pdf_project import (
    Printed,
    dates_untold,
    faults,
    out_of_order,
    print_pdfs,
    text_of,
    told_by_verapdf,
    words_lost,
    write_sources,
)
from tests.pdf.pdf_samples import HOSTILE, PLAIN, picture

ISSUE = "issues/2026-06.pdf"
FILES = {"issues/rosso.png": picture("RGBA", (300, 200))}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    issues = {**PLAIN, "2026-06": HOSTILE, "2026-07": "Senza titolo.\n\n# Uno\n\nx\n\n# Due\n\n## Tre\n"}
    return write_sources(tmp_path_factory.mktemp("hostile"), issues, FILES)


@pytest.fixture(scope="module")
def printed(folder: Path) -> Printed:
    return print_pdfs(folder)


def test_only_the_broken_block_is_complained_about(printed: Printed) -> None:
    assert printed.status == 0
    assert "newsletter.pdf" not in printed.warnings
    assert "newsletter.date-impossible" in printed.warnings


def test_every_volume_stays_accessible(printed: Printed) -> None:
    assert {name: faults(printed.path(name)) for name in printed.manifest} == {name: [] for name in printed.manifest}


@pytest.mark.slow
def test_the_reference_finds_every_volume_accessible_too(printed: Printed) -> None:
    status, words = told_by_verapdf(*map(printed.path, printed.manifest))
    assert (status, words.count("PASS ua1"), words.count("PASS 2a")) == (0, *[len(printed.manifest)] * 2), words


def test_every_word_of_the_page_is_in_the_pdf(folder: Path, printed: Printed) -> None:
    page = print_pdfs(folder, "html").folder / "issues" / "2026-06.html"
    assert words_lost(page, printed.path(ISSUE)) == {}


def test_headings_and_texts_stand_in_the_order_of_the_page(folder: Path, printed: Printed) -> None:
    """But for two: a note is read where it is referred to, and a picture in a line by its text alternative."""
    page = print_pdfs(folder, "html").folder / "issues" / "2026-06.html"
    assert [text.split()[0] for text in out_of_order(page, printed.path(ISSUE))] == ["Testo", "testo"]
    assert dates_untold(page, printed.path(ISSUE)) == []


def test_a_lost_word_would_be_noticed(folder: Path, printed: Printed, tmp_path: Path) -> None:
    page = (print_pdfs(folder, "html").folder / "issues" / "2026-06.html").read_text("utf-8")
    (tmp_path / "page.html").write_text(page.replace("Didascalia", "Didascalia smarrita"), "utf-8")
    assert words_lost(tmp_path / "page.html", printed.path(ISSUE)) == {"smarrita": 1}
    swapped = page.replace("Titolo nel corpo", "Riga con").replace("13 maggio", "14 maggio")
    (tmp_path / "page.html").write_text(swapped, "utf-8")
    assert len(out_of_order(tmp_path / "page.html", printed.path(ISSUE))) > 2
    assert dates_untold(tmp_path / "page.html", printed.path(ISSUE))


def test_syntax_of_typst_is_shown_as_it_was_typed(printed: Printed) -> None:
    text = " ".join("\n".join(text_of(printed.path(ISSUE))).split())
    for typed in (
        "// dopo le barre, /* commento */ #let x = 1",
        'Borgoluce #1 "x" \\y',
        '"]}#',
        "$x$ @nota <l> //fine",
    ):
        assert typed in text


def test_a_picture_keeps_its_alternative(printed: Printed) -> None:
    with printed.pdf(ISSUE) as pdf:
        said = {
            str(item["/Alt"]) for item in pdf.objects if getattr(item, "get", None) and item.get("/Alt") is not None
        }
    assert {"Alternativa", "Alternativa breve", "Figura di prova"} <= said


def test_a_page_without_a_title_is_headed_by_its_month(printed: Printed) -> None:
    assert "Luglio 2026" in text_of(printed.path("issues/2026-07.pdf"))[0]


def test_what_no_font_has_is_replaced_and_named_with_its_place(tmp_path: Path) -> None:
    issue = "# Maggio 2026\n\nRiga.\n\nFesta \U00012000 di བོད \u202eciao e \ue123 qui.\n"
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}))
    [diagnostic] = [line for line in printed.warnings.splitlines() if "pdf-glyph" in line]
    assert diagnostic.startswith("issues/2026-05.md:5: WARNING: ")
    for code in ("U+12000", "U+0F56", "U+0F7C", "U+0F51", "U+E123"):
        assert code in diagnostic
    assert "Festa [?] di [?] ciao e [?] qui." in text_of(printed.path("issues/2026-05.pdf"))[0]
    assert faults(printed.path("issues/2026-05.pdf")) == []


def test_a_heading_without_words_gets_some(tmp_path: Path) -> None:
    """PDF/UA-1 forbids empty headings, and one that holds a picture alone."""
    issue = "# Maggio 2026\n\n## \u200b\n\n### \n\n## ![Una foto](rosso.png)\n\n## <!-- nulla -->\n"
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}, FILES))
    assert printed.status == 0
    shown = "".join(text_of(printed.path("issues/2026-05.pdf")))
    assert shown.count("Senza titolo") == 3
    assert "Una foto" in shown
    assert faults(printed.path("issues/2026-05.pdf")) == []


def quotes(depth: int) -> str:
    return "".join(f"{'> ' * level}livello{level}\n{'>' * level}\n" for level in range(1, depth + 1))


def lists(depth: int) -> str:
    return "".join(f"{'  ' * level}- livello{level}\n" for level in range(1, depth + 1))


def boxes(depth: int) -> str:
    opened = [f"{':' * (depth + 3 - level)}{{note}}\nlivello{level}\n" for level in range(1, depth + 1)]
    closed = [f"{':' * (depth + 3 - level)}\n" for level in range(depth, 0, -1)]
    return "\n".join(opened + closed)


@pytest.mark.parametrize("nested", [quotes(18), lists(9), boxes(30)], ids=["quotes", "lists", "boxes"])
def test_however_deep_it_goes_nothing_breaks_and_no_word_is_lost(tmp_path: Path, nested: str) -> None:
    folder = write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{nested}"})
    printed = print_pdfs(folder)
    assert printed.status == 0
    page = print_pdfs(folder, "html").folder / "issues" / "2026-05.html"
    assert words_lost(page, printed.path("issues/2026-05.pdf")) == {}


def test_what_no_font_has_is_found_in_the_line_of_its_option(tmp_path: Path) -> None:
    issue = "# Maggio 2026\n\n:::{event} Festa\n:date: 9 maggio\n:place: \u0f56\u0f51\n:url: https://borgoluce.example/\u0f56\n\nTesto.\n:::\n"
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}))
    [diagnostic] = [line for line in printed.warnings.splitlines() if "pdf-glyph" in line]
    assert diagnostic.startswith("issues/2026-05.md:5: WARNING: ")
    assert "borgoluce.example/%E0%BD%96" in text_of(printed.path("issues/2026-05.pdf"))[0]
