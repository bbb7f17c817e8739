# SPDX-License-Identifier: EUPL-1.2
"""A contributor writes everything that Markdown can do, and all that Typst could trip over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.pdf.pdf_project import Printed, faults, print_pdfs, text_of, write_sources
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


def words_of(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{2,}", text))


def squeezed(path: Path) -> str:
    """Return the text of a PDF without its spaces, which footnotes and long words do not share with a page."""
    return "".join("".join(text_of(path)).split())


def test_only_the_broken_block_is_complained_about(printed: Printed) -> None:
    assert printed.failure == ""
    assert "newsletter.pdf" not in printed.warnings
    assert "newsletter.date-impossible" in printed.warnings


def test_every_volume_stays_accessible(printed: Printed) -> None:
    assert {name: faults(printed.path(name)) for name in printed.manifest} == {name: [] for name in printed.manifest}


def test_every_word_of_the_page_is_in_the_pdf(folder: Path, printed: Printed) -> None:
    page = (print_pdfs(folder, "text").folder / "issues" / "2026-06.txt").read_text("utf-8")
    # The text builder says "[immagine: …]" where the PDF has the picture.
    said = words_of(re.sub(r"\[immagine[^\]]*\]", "", page))
    text = squeezed(printed.path(ISSUE))
    assert len(said) > 150
    assert {word for word in said if word not in text} == set()


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
    issue = "# Maggio 2026\n\nRiga.\n\nFesta \U0001f600 di 李明 \u202eciao e \ue000 qui.\n"
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}))
    [complaint] = [line for line in printed.warnings.splitlines() if "pdf-glyph" in line]
    assert complaint.startswith("issues/2026-05.md:5: WARNING: ")
    for code in ("U+1F600", "U+674E", "U+660E", "U+E000"):
        assert code in complaint
    assert "Festa [?] di [?] ciao e [?] qui." in text_of(printed.path("issues/2026-05.pdf"))[0]
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
    assert printed.failure == ""
    page = (print_pdfs(folder, "text").folder / "issues" / "2026-05.txt").read_text("utf-8")
    text = squeezed(printed.path("issues/2026-05.pdf"))
    assert {word for word in words_of(page) if word not in text} == set()
