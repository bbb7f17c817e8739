# SPDX-License-Identifier: EUPL-1.2
"""Write the search index: plain files, of which a reader's browser loads only those that hold the words asked for.

``search/index.json`` says what is in the folder beside it, whose name is the digest of all that it holds:

``words-N.txt``
    The words in order, some kilobytes of them a file: a word a line, then the entries that have it among what they are
    asked for by, in the title, in names, in the text, with semicolons between. Entries are numbered by their first
    days; numbers are given by their differences.
``known.txt``
    Words as they are written, those of most entries first, to correct what is typed by.
``facets.json``
    The entries of each value of each facet.
``entries/N.json``
    What a hit shows.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from math import log2

from newsletter.dates.vocabulary import MONTHS
from newsletter.export.site import File
from newsletter.languages import LANGUAGES, words_of
from newsletter.search.entry import SearchEntry
from newsletter.search.words import STOP_WORDS, telling_words, words

FOLDER = "search/"
"""The folder of the index in the site."""

_SHARD = 16_000
"""Characters of a file of words: a third of that when compressed."""

_MOST_KNOWN = 20_000
"""Words by which what is typed is corrected, 80 KB when compressed; the rarest of a large archive are left out."""

_TITLE, _TEXT = 1, 3
Postings = dict[str, tuple[list[int], list[int], list[int], list[int]]]


def build_index(entries: Iterable[SearchEntry], newest: int | None = None) -> list[File]:
    """Return the files of a search index of *entries*, in the *newest* of whose years readers' “last years” end.

    Equal entries give equal bytes.
    """
    in_order = sorted(entries, key=lambda entry: (entry.first_day, entry.url))
    postings, spellings = _read(in_order)
    shards = list(_shards(postings))
    contents = {
        **{f"words-{number}.txt": "".join(lines) for number, lines in enumerate(shards)},
        "known.txt": "\n".join(_known(postings, spellings)),
        "facets.json": _json(_facets(in_order)),
        **{f"entries/{number}.json": _json(_shown(entry)) for number, entry in enumerate(in_order)},
    }
    folder = hashlib.sha256(_json(contents).encode()).hexdigest()[:12]
    about = {
        "folder": folder,
        "entries": len(in_order),
        "pages": sum(not entry.first_day for entry in in_order),
        "untranslated": _differences([at for at, entry in enumerate(in_order) if entry.is_untranslated]),
        "shards": [lines[0].partition(";")[0] for lines in shards],
        "newest": newest,
        **_asking(),
    }
    files = {f"{folder}/{name}": text for name, text in contents.items()} | {"index.json": _json(about)}
    return [File(FOLDER + path, text.encode()) for path, text in sorted(files.items())]


def _read(entries: Sequence[SearchEntry]) -> tuple[Postings, Mapping[str, Counter[str]]]:
    """Return which entries have each word, each under the first of its places and the title, and how it is written."""
    postings: Postings = {}
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for number, entry in enumerate(entries):
        said: set[str] = set()
        for place, found in enumerate(_places(entry)):
            here = set()
            for word, written in found:
                here.add(word)
                if written:
                    spellings[word][written] += 1
            for word in here if place == _TITLE else here - said:
                postings.setdefault(word, ([], [], [], []))[place].append(number)
            said |= here
    return postings, spellings


def _places(entry: SearchEntry) -> Iterator[Iterable[tuple[str, str]]]:
    """Yield the words of each place of *entry*, the weightiest first, each with its spelling where it is written."""
    asked = ((word, written) for written in entry.asked for word in words(written))
    yield chain(asked, ((word, "") for word in entry.periods))
    yield telling_words(entry.title)
    yield chain(telling_words(entry.names), ((word, "") for word in (*entry.also, *entry.days)))
    yield telling_words(entry.text)


def _shards(postings: Postings) -> Iterator[list[str]]:
    """Yield the lines of each file of words."""
    shard: list[str] = []
    size = 0
    for word, places in sorted(postings.items()):
        line = f"{word};{';'.join(map(_differences, places)).rstrip(';')}\n"
        shard.append(line)
        size += len(line)
        if size >= _SHARD:
            yield shard
            shard, size = [], 0
    if shard:
        yield shard


def _known(postings: Postings, spellings: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Yield how the words are written that what is typed may be corrected to: those of names, or of two texts."""
    found = []
    for word, places in postings.items():
        count = sum(map(len, places))
        if len(word) > 3 and word.isalpha() and (count > 1 or len(places[_TEXT]) < count):
            written = min(spellings.get(word, {word: 1}).items(), key=lambda item: (-item[1], item[0]))[0]
            found.append((-int(log2(count)), written))
    return (written for _rank, written in sorted(found)[:_MOST_KNOWN])


def _facets(entries: Sequence[SearchEntry]) -> dict[str, dict[str, str]]:
    holders: dict[str, dict[str, list[int]]] = {}
    for number, entry in enumerate(entries):
        for facet, values in entry.facets.items():
            for value in dict.fromkeys(values):
                holders.setdefault(facet, {}).setdefault(value, []).append(number)
    return {facet: {value: _differences(held) for value, held in found.items()} for facet, found in holders.items()}


def _shown(entry: SearchEntry) -> dict[str, str]:
    shown = {"url": entry.url, "title": entry.title, "text": entry.text, **entry.shown}
    return {name: text for name, text in shown.items() if text}


def _asking() -> dict[str, object]:
    """Return the words that questions are read by, in all languages."""
    numbers = {word: at for language in LANGUAGES.values() for at, word in enumerate(language.numbers, start=1)}
    sets = {name: sorted(words_of(name)) for name in ("recent", "years", "first", "ordinals")}
    weeks = {words: ahead for language in LANGUAGES.values() for words, ahead in language.weeks.items()}
    feasts = {name: day for language in LANGUAGES.values() for name, day in language.feasts.items()}
    named = {"months": MONTHS, "numbers": numbers, "weeks": weeks, "feasts": feasts}
    return {"stop": sorted(STOP_WORDS), **named, **sets}


def _differences(numbers: Sequence[int]) -> str:
    """Return rising *numbers*, each as what it exceeds the one before by."""
    return " ".join(str(number - before) for before, number in zip([0, *numbers], numbers, strict=False))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
