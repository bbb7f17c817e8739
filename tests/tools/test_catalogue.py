# SPDX-License-Identifier: EUPL-1.2
"""An Italian reader meets no English word: everything that the code says has its Italian, and nothing else is kept."""

from __future__ import annotations

import ast
import re

from babel.messages.pofile import read_po

from newsletter.tools.catalogue import catalogue_of, messages, missing, translated
from tests.project import ROOT

PLACES = re.compile(r"%(?:\(\w+\))?[sd]|(?<!\{)\{\w+\}")


def test_every_word_of_the_interface_has_its_italian() -> None:
    assert {code: missing(code) for code in translated()} == {"it": []}


def test_the_catalogue_keeps_no_word_that_nobody_says() -> None:
    with catalogue_of("it").open("rb") as source:
        kept = {str(message.id) for message in read_po(source, locale="it") if message.id}

    assert kept == set(messages())


def test_a_translation_has_the_places_that_its_words_have() -> None:
    with catalogue_of("it").open("rb") as source:
        for message in read_po(source, locale="it"):
            english, italian = (
                re.findall(r"%(?:\(\w+\))?[sd]|\{\w+\}", str(text)) for text in (message.id, message.string)
            )
            if message.id and "{%(" not in str(message.id):
                assert set(italian) <= set(english), message.id


def test_no_word_hides_in_an_f_string_where_the_catalogue_would_not_find_it() -> None:
    hidden = [
        f"{path.relative_to(ROOT)}:{text.lineno}"
        for path in sorted((ROOT / "extensions" / "newsletter").rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr)
        for call in ast.walk(text)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "_"
    ]
    assert hidden == []
