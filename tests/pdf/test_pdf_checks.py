# SPDX-License-Identifier: EUPL-1.2
"""What ``make check`` passes, PDFs can show; what they cannot show it says, for each place."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pdf.pdf_project import print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import picture

GLYPHS = """\
# Maggio 2026

Riga con \u0f56\u0f40
e un'altra riga con \u0f56.

Di nuovo \u0f56 qui, e [un indirizzo](https://borgoluce.example/\u0f40) non mostrato.

% Un commento con \u0f51.

Un'entit\u00e0: &#x12000;

:::{event} \U00012000 Festa di *\u0f56*
:date: 9 maggio
:place: Sala \u0f51
:url: https://borgoluce.example/\u0f63

Testo.
:::
"""


def said(warnings: str, code: str) -> dict[int, str]:
    """Return the warnings of *code* by their lines."""
    lines = [line for line in warnings.splitlines() if line.endswith(f"[newsletter.{code}]")]
    assert all(line.startswith("issues/2026-05.md:") and "WARNING: " in line for line in lines)
    return {int(line.split(":")[1]): line for line in lines}


def test_each_line_with_a_character_that_no_font_has_is_told_by_check_and_by_make(tmp_path: Path) -> None:
    for builder in ("newsletter-check", "newsletter-pdf"):
        folder = write_sources(tmp_path / builder, {"2026-05": GLYPHS})
        told = said(print_pdfs(folder, builder).warnings, "pdf-glyph")
        assert list(told) == [3, 4, 6, 10, 12, 14]
        assert "\u0f56 (U+0F56 TIBETAN LETTER BA)" in told[3]
        assert "\u0f40 (U+0F40 TIBETAN LETTER KA)" in told[3]
        assert "U+0F40" not in told[6]
        assert "U+12000 CUNEIFORM SIGN A" in told[10]
        assert "U+12000 CUNEIFORM SIGN A" in told[12]
        assert "U+0F56" in told[12]
        assert "U+0F51" in told[14]


def test_check_says_it_again_where_nothing_was_read_anew(tmp_path: Path) -> None:
    folder = write_sources(tmp_path, {"2026-05": GLYPHS})
    first = print_pdfs(folder, "newsletter-check")
    assert said(first.warnings, "pdf-glyph")
    assert print_pdfs(folder, "newsletter-check").warnings == first.warnings


def test_a_broken_picture_is_told_with_file_and_line_and_neither_page_nor_pdf_has_it(tmp_path: Path) -> None:
    issue = """\
        # Maggio 2026

        ![Prima rotta](a.jpg)

        ![Seconda rotta](b.png)

        :::{event} Prova
        :date: 9 maggio
        :image: c.webp
        :alt: Terza rotta
        :::
        """
    whole = picture(size=(400, 300), kind="JPEG")
    files = {"issues/a.jpg": whole[: len(whole) // 2], "issues/b.png": b"", "issues/c.webp": b"BM" + whole}
    folder = write_sources(tmp_path, {"2026-05": issue}, files)
    told = said(print_pdfs(folder, "newsletter-check").warnings, "image-form")
    assert {line: name for line, name in ((3, "a.jpg"), (5, "b.png"), (9, "c.webp")) if name in told[line]} == {
        3: "a.jpg",
        5: "b.png",
        9: "c.webp",
    }
    page = print_pdfs(folder, "html").folder / "issues" / "2026-05.html"
    assert "<img" not in page.read_text("utf-8").partition("data-article")[2].partition("<footer")[0]
    shown = "".join(text_of(print_pdfs(folder).path("issues/2026-05.pdf")))
    assert "Prima rotta" in shown
    assert "Seconda rotta" in shown


@pytest.mark.parametrize(
    "drawn", ["<text y='9'>\u0f56</text>", "<circle r='1e30'/>", "<path d='M0 0L99999999999 5' stroke='red'/>"]
)
def test_a_drawing_that_no_pdf_can_hold_is_told(tmp_path: Path, drawn: str) -> None:
    """A character that no font has, and numbers beyond what PDF/A allows."""
    drawing = f"<svg xmlns='http://www.w3.org/2000/svg' width='90' height='20'>{drawn}</svg>"
    folder = write_sources(
        tmp_path, {"2026-05": "# Maggio 2026\n\n![Un disegno](d.svg)\n"}, {"issues/d.svg": drawing.encode()}
    )
    told = said(print_pdfs(folder, "newsletter-check").warnings, "pdf-image")
    assert "d.svg" in told[3]


def test_elements_too_deep_for_a_pdf_are_told_where_they_begin(tmp_path: Path) -> None:
    quotes = "".join(f"{'> ' * level}livello {level}\n{'>' * level}\n" for level in range(1, 16))
    told = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{quotes}"}), "newsletter-check").warnings
    assert len(said(told, "pdf-node")) == 1


def test_lines_that_are_broken_by_hand_stay_apart(tmp_path: Path) -> None:
    issue = "# Maggio 2026\n\nPalazzo Esempio  \nVia delle Prove 1\\\nBorgoluce\n"
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}))
    [page] = text_of(printed.path("issues/2026-05.pdf"))
    assert [line for line in page.splitlines() if line in {"Palazzo Esempio", "Via delle Prove 1", "Borgoluce"}] == [
        "Palazzo Esempio",
        "Via delle Prove 1",
        "Borgoluce",
    ]
