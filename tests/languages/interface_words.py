# SPDX-License-Identifier: EUPL-1.2
"""The words of the interface in Italian and in English, and where those of one stand among words of the other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from babel.messages.pofile import read_po

from newsletter.environment import i18n

_CATALOGUE = Path(i18n.__file__).parents[1] / "locale" / "it" / "LC_MESSAGES" / "newsletter.po"
_ATTRIBUTES = ("title", "aria-label", "alt", "content", "placeholder", "data-shown", "data-copied")
_NOT_READ = frozenset({"script", "style", "pre", "code"})  # examples are what an Italian contributor would write

_NO_WORDS = frozenset({"color-scheme", "viewport", "referrer", "robots", "generator"})


@cache
def phrases(language: str) -> tuple[str, ...]:
    """Return what the interface says in Italian or English, cut where values come in, but for words of both."""
    with _CATALOGUE.open("rb") as file:
        messages = [(str(message.id), str(message.string)) for message in read_po(file) if message.id]
    ours, theirs = (1, 0) if language == "it" else (0, 1)
    other_words = {word for message in messages for word in re.findall(r"\w+", message[theirs].casefold())}
    found = set()
    for message in messages:
        for piece in re.split(r"%\(\w+\)[sd]|\{\w+\}", message[ours]):
            words = re.findall(r"\w+", piece.casefold())
            if len(piece.strip()) > 3 and any(word not in other_words and len(word) > 3 for word in words):
                found.add(piece.strip().casefold())
    return tuple(sorted(found))


def phrases_in(texts: Mapping[str, str], language: str) -> set[tuple[str, str]]:
    """Return where in *texts* a phrase of *language* stands, and which; pages have the same URLs in every language."""
    assert len(phrases(language)) > 200
    any_of_them = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases(language)))})(?!\w)")
    without = {path: re.sub(r"indexes/\w+", "", text.casefold()) for path, text in texts.items()}
    return {(path, found.group()) for path, text in without.items() for found in any_of_them.finditer(text)}


def pieces_in(pieces: Iterable[str], language: str) -> set[str]:
    """Return those of *pieces* that a phrase of *language* stands in; one word has to be all, since names hold it."""
    alone = {phrase for phrase in phrases(language) if phrase.isalpha()}
    several = re.compile(
        rf"(?<!\w)(?:{'|'.join(re.escape(each) for each in phrases(language) if each not in alone)})(?!\w)"
    )
    said = (" ".join(piece.casefold().split()) for piece in pieces)
    return {each for each in said if each.strip(" .,:;–") in alone or several.search(each)}


def spoken(root: Any) -> Iterator[tuple[str, str]]:
    """Yield each piece of text of a page, for eyes and ears, with the language that the page says it is in."""
    yield from _spoken(root, "")


def _spoken(element: Any, language: str) -> Iterator[tuple[str, str]]:
    if not isinstance(element.tag, str) or element.tag in _NOT_READ:
        return
    if element.get("name") in _NO_WORDS:
        return
    language = element.get("lang", language)
    said = [element.get(name, "") for name in _ATTRIBUTES]
    yield from ((each, language) for each in said if each and "://" not in each)
    yield from ((message, language) for message in json.loads(element.get("data-messages", "{}")).values())
    if element.text:
        yield element.text, language
    for child in element:
        yield from _spoken(child, language)
        if child.tail:
            yield child.tail, language
