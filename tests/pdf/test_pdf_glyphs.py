# SPDX-License-Identifier: EUPL-1.2
"""What our fonts can show, and text made ready for them."""

from __future__ import annotations

import pytest

from newsletter.pdf.glyphs import OUR_FONTS, one_line


@pytest.mark.parametrize(
    "text",
    [
        "àèéìòù ÀÈÉÌÒÙ «»“”‘’–— € · … º ª ½ № © ® ™ • → ✓",
        "áâãäåæçëíîïñóôõöøßúûüýÿ ąćęłńóśźż čďěňřšťůž ăâîșț őű ğışİ đ ħ ŧ ŋ þ ð",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩ αβγδεζηθικλμνξοπρστυφχψω άέήίόύώϊϋΐΰ",
        "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдеёжзийклмнопрстуфхцчшщъыьэюя ѓќљњџ їєґ",
        "Nguyễn Đặng Thường ẤẦẨẪẬ",
        "e\u0301 o\u0308 \u00a0 \u00ad \u200b",
    ],
)
def test_european_and_vietnamese_names_are_shown(text: str) -> None:
    assert OUR_FONTS.printable(text) == (text, ())


def test_all_of_latin_1_is_shown_without_a_look() -> None:
    points = [*range(0x20, 0x7F), *range(0xA1, 0x100), 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026]
    assert [hex(point) for point in points if not OUR_FONTS.shows(chr(point))] == []


def test_a_run_of_what_is_missing_is_one_mark() -> None:
    assert OUR_FONTS.printable("a བད b") == ("a [?] b", ("བ", "ད"))
    assert OUR_FONTS.printable("\U00012000\u200d\U00012001\u200d\U00012002" * 30 + " b")[0] == "[?] b"


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\ufeff", "\ufe0f", "\U000e0041"])
def test_controls_of_direction_leave_no_trace(hidden: str) -> None:
    assert OUR_FONTS.printable(f"a{hidden}b\u0f56")[0] == "ab[?]"


def test_a_mark_that_no_font_has_takes_its_letter_with_it() -> None:
    assert OUR_FONTS.printable("xa\u0f7cy")[1] == ("a\u0f7c",)


def test_a_very_long_word_can_break() -> None:
    shown, _missing = OUR_FONTS.printable("x" * 100)
    assert shown.replace("\u200b", "") == "x" * 100
    assert max(map(len, shown.split("\u200b"))) < 42


def test_spaces_of_any_width_are_spaces() -> None:
    """Texts pasted from word processors hold thin, figure and other spaces, which few fonts have."""
    wide = "\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
    assert one_line("a".join(wide)) == "a".join(" " * len(wide))
    assert one_line("10\u202f000 e 1\u20072") == "10\u00a0000 e 1\u00a02"
