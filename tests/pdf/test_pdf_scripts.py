# SPDX-License-Identifier: EUPL-1.2
"""Names in any script: printed in their own, with what stands beside them in its order."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from newsletter.environment import extras
from newsletter.pdf import checks
from newsletter.pdf.glyphs import OUR_FONTS, Typeface
from newsletter.pdf.scripts import ideograph_forms, isolated
from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import Printed, faults, print_pdfs, text_of, write_sources

NAMES = {
    "Japanese": "名古屋市の広沢さん",
    "Chinese": "北京外交部长",
    "Korean": "서울 시장",
    "Thai": "กรุงเทพฯ",
    "Georgian": "საქართველო",
    "Armenian": "Հայաստան",
    "Ethiopic": "ኢትዮጵያ",
    "symbols and emoji": "☎ ✓ ★ 😀 ⚽",
}
ISSUE = f"""\
# Maggio 2026

{" · ".join(NAMES.values())}

नई दिल्ली · القاهرة · תל אביב

:::{{delegation}} Il Cairo القاهرة
:date: 13 maggio
:country: EG
:people: محمد سليمان (محافظ, Governatore)

Testo.
:::

:::{{event}} زار رئيس بلدية تورينو
:date: 25 maggio
:lang: ar

زار رئيس.
:::
"""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_pdfs(write_sources(tmp_path_factory.mktemp("scripts"), {"2026-05": ISSUE}))


def test_all_is_printed_and_the_pdfs_stay_accessible(printed: Printed) -> None:
    assert printed.warnings == ""
    assert [faults(printed.path(name)) for name in ("issues/2026-05.pdf", "years/2026.pdf")] == [[], []]


@pytest.mark.parametrize("script", NAMES)
def test_a_name_is_copied_from_the_pdf_as_it_was_written(printed: Printed, script: str) -> None:
    assert NAMES[script].replace(" ", "") in "".join(text_of(printed.path("issues/2026-05.pdf"))[0].split())


@pytest.mark.parametrize(
    "words", ["القاهرة", "תל אביב", "محمد سليمان", "नई दिल्ली", "زار رئيس بلدية تورينو", *NAMES.values()]
)
def test_a_name_is_heard_as_it_was_written(printed: Printed, words: str) -> None:
    """In the tags words from the right stand in their logical order, each letter once."""
    for name in ("issues/2026-05.pdf", "years/2026.pdf"):
        assert words in " ".join(said.words for said in linear_reading(printed.path(name)))


def test_words_from_the_right_do_not_move_what_the_line_says_after_them() -> None:
    assert isolated("Il Cairo القاهرة, 13 maggio") == "Il Cairo \u2067القاهرة\u2069, 13 maggio"
    assert isolated("محمد بن سليمان (محافظ)") == "\u2067محمد بن سليمان\u2069 (\u2067محافظ\u2069)"
    assert isolated("Nagoya, 12 maggio") == "Nagoya, 12 maggio"


def boxes(path: Path, words: str) -> set[tuple[int, float, float, float]]:
    """Return the page, the bottom, the left and the right of each place where *words* stand."""
    found = set()
    with pdfium.PdfDocument(path) as document:
        for number, sheet in enumerate(document):
            text = sheet.get_textpage()
            search = text.search(words, match_whole_word=True)
            while place := search.get_next():
                left, bottom, _right, _top = text.get_charbox(place[0])
                right = text.get_charbox(place[0] + place[1] - 1)[2]
                found.add((number, bottom, left, right))
    return found


@pytest.mark.parametrize("day", ["13", "25"])
def test_a_date_is_not_torn_apart_by_arabic_before_it(printed: Printed, day: str) -> None:
    """The number of the day stands right before its month, in the facts of a record and in each index."""
    for name, least in (("issues/2026-05.pdf", 1), ("years/2026.pdf", 2)):
        path = printed.path(name)
        days, months = boxes(path, day), boxes(path, "maggio")
        assert len(days) >= least
        for page, bottom, _left, right in days:
            near = [left - right for at, low, left, _right in months if at == page and abs(low - bottom) < 4]
            assert any(0 < gap < 5 for gap in near), (name, day)


@pytest.mark.parametrize(
    ("lang", "countries", "forms"),
    [
        ("ja", ("CN",), "JP"),
        ("zh", (), "SC"),
        ("zh-Hant", (), "TC"),
        ("zh-Hant-HK", (), "HK"),
        ("it", ("IT", "KR", "JP"), "KR"),
        ("", ("TW",), "TC"),
        ("", ("FR",), ""),
    ],
)
def test_ideographs_have_the_forms_of_the_language_else_of_the_country(
    lang: str, countries: tuple[str, ...], forms: str
) -> None:
    assert ideograph_forms(lang, countries) == forms


def test_ideographs_are_set_in_the_forms_that_were_meant(tmp_path: Path) -> None:
    block = ":::{{event}} Festa {day} 直 骨\n:date: {day} maggio\n:country: {country}\n\nTesto.\n:::\n"
    blocks = "\n".join(block.format(day=day, country=country) for day, country in ((1, "JP"), (2, "CN"), (3, "TW")))
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{blocks}"}))
    with printed.pdf("issues/2026-05.pdf") as pdf:
        found = (item for item in pdf.objects if isinstance(item, pikepdf.Dictionary))
        fonts = " ".join(str(item["/FontName"]) for item in found if item.get("/FontName"))
    assert [name for name in ("CJKjp", "CJKsc", "CJKtc", "CJKkr") if name in fonts] == ["CJKjp", "CJKsc", "CJKtc"]


def test_a_city_without_the_large_fonts_is_told_the_command_that_brings_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = Typeface(tuple(path for path in OUR_FONTS.files if path.suffix != ".ttc"))
    monkeypatch.setattr(checks, "OUR_FONTS", small)
    monkeypatch.setitem(extras.MODULES, "cjk", ("no_such_module",))
    extras.is_installed.cache_clear()
    folder = write_sources(tmp_path, {"2026-05": "# Maggio 2026\n\nA Pechino (北京), col Tibet (བ).\n\nSolo བ.\n"})
    first, second = print_pdfs(folder, "newsletter-check").warnings.splitlines()
    extras.is_installed.cache_clear()
    assert first.startswith("issues/2026-05.md:3: WARNING: ")
    assert "pip install manimgx-fonts-cjk" in first
    assert second.startswith("issues/2026-05.md:5: WARNING: ")
    assert "pip install" not in second

    monkeypatch.undo()
    extras.is_installed.cache_clear()
    again = print_pdfs(folder, "newsletter-check").warnings
    assert "北" not in again, "the fonts have come since, although the page is the same"
    assert "བ" in again
