# SPDX-License-Identifier: EUPL-1.2
"""Say of a front matter that cannot be read as it was meant which line is wrong, and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.languages import meanings
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest, plain

KEYS = ("published", "draft", "source", "title", "description")
TEXTS = frozenset({"source", "title", "description"})
"""Those of them whose value is any text."""
WORDS = meanings("front_matter")
"""The keys by the words of other languages for them."""
_PAIR = re.compile(r"\s*(?P<name>[^\W\d_][\w -]{0,30}?)\s*:(?P<blank>\s*)(?P<value>\S.*)$")


def front_matter_error(line: int, message: str, **values: object) -> ContentError:
    """Return the diagnostic ``front-matter``, which stands for the whole head, about its *line*."""
    return ContentError("front-matter", message, line=line, **values)


def cut_values(lines: Sequence[str], first: int) -> Iterator[tuple[ContentError, int]]:
    """Yield the diagnostics about texts whose end YAML takes for a comment: “title: Bando #2”."""
    for place, line in enumerate(lines):
        pair = _PAIR.match(line)
        if pair and pair["name"] in TEXTS and pair["value"][0] not in "\"'#" and re.search(r"\s#", pair["value"]):
            message = _("From “#” on, nothing of this line is read: put the value in quotes, “%(better)s”.")
            better = f"{pair['name']}: {_quoted(pair['value'])}"
            yield front_matter_error(place + first, message, better=better), place + first


def no_pairs(line: int) -> ContentError:
    """Return the diagnostic about a *line* that is no pair of a name and a value."""
    return front_matter_error(line, _("The front matter cannot be read: write one “name: value” a line."))


def meant_key(name: str) -> str | None:
    """Return the key that decides on publication and that *name* misses by little; None where it means another."""
    word = plain(name)
    if word in WORDS:
        return WORDS[word]
    return nearest(word, ("draft", "published"), cutoff=0.8)


def tight_pair(lines: list[str], first: int) -> ContentError | None:
    """Return the diagnostic about the first of *lines* that has a key and no blank after its colon; None where none."""
    for place, line in enumerate(lines):
        if (pair := _PAIR.match(line)) and not pair["blank"] and (key := _key(pair["name"])):
            message = _("The front matter cannot be read here: put a blank after the colon, “%(better)s”.")
            return front_matter_error(place + first, message, better=f"{key}: {pair['value'].strip()}")
    return None


def unreadable(lines: list[str], number: int, begin: int, first: int) -> ContentError:
    """Return the diagnostic about line *number* of the front matter that starts in line *first* of its file.

    What cannot be read may *begin* in a line before it; both are counted from 0.
    """
    for place, line in enumerate(lines[:number]):
        if tight := tight_pair([line], place + first):
            return tight
        if line[:1].isalpha() and ":" not in line:
            above = lines[place - 1] if place else ""
            return _goes_on(above, line, place + first) or no_pairs(place + first)
    place = number if number < len(lines) and _PAIR.match(lines[number]) else begin
    return in_quotes(lines[place], place + first) or no_pairs(number + first)


def _goes_on(above: str, line: str, number: int) -> ContentError | None:
    """Return the diagnostic about a *line* with which the value *above* goes on; None where there is none above."""
    pair = _PAIR.match(above)
    if pair is None or pair["name"] not in TEXTS:
        return None
    message = _("“%(name)s” goes on in this line: write all of it in one line, “%(better)s”.")
    better = f"{pair['name']}: {_quoted(pair['value'] + ' ' + line.strip())}"
    return front_matter_error(number, message, name=pair["name"], better=better)


def in_quotes(line: str, number: int) -> ContentError | None:
    """Return the diagnostic about a *line* whose value YAML cannot read without quotes; None where it has no value."""
    pair = _PAIR.match(line)
    if pair is None:
        return None
    key = _key(pair["name"])
    if key is None:
        message = _("“%(name)s” has no effect here, and its line cannot be read: take it out.")
        return front_matter_error(number, message, name=pair["name"])
    message = (
        _("The front matter cannot be read here: put the value in quotes, “%(better)s”.")
        if key == pair["name"]
        else _("“%(name)s” has no effect here, and the value needs quotes: write “%(better)s”.")
    )
    return front_matter_error(number, message, name=pair["name"], better=f"{key}: {_quoted(pair['value'])}")


def _key(name: str) -> str | None:
    """Return the key that *name* is, or means."""
    return name if name in KEYS else meant_key(name) or nearest(name, KEYS)


def _quoted(value: str) -> str:
    """Return *value* in quotes of YAML 1.2 (7.3), without those that are not closed."""
    value = value.strip()
    if value[:1] in {'"', "'"} and (value.count(value[0]) == 1 or value[1:].find(value[0]) == len(value) - 2):
        value = value.strip(value[0])
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'
