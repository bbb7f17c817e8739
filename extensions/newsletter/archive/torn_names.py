# SPDX-License-Identifier: EUPL-1.2
"""Find names that YAML has torn at their comma: ``[Prova, Ugo]`` is a list of two."""

from __future__ import annotations

from collections.abc import Container, Sequence
from difflib import SequenceMatcher

import yaml

from newsletter.archive.surnames import is_particle
from newsletter.model.text import plain

_ALIKE = 0.75  # of two words, one misspelt


def torn_names(node: yaml.Node, name: str, known: Container[str]) -> list[tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    """Return the neighbours in a list that may be one name, “surname, given name”.

    Only a list in square brackets tears names, and only those without quotes. Other spellings of *name* are torn where
    two of them are made of its words; where it is empty, one of the two is no whole name and none of the *known* ones,
    which are plain.
    """
    if not isinstance(node, yaml.SequenceNode) or not node.flow_style:
        return []
    found: list[tuple[yaml.ScalarNode, yaml.ScalarNode]] = []
    items, place = node.value, 0
    halves = [_is_half(item, known) for item in items]
    while place + 1 < len(items):
        pair = items[place : place + 2]
        # In “[Ada Esempio, Prova, Ugo]” the last two are one name rather than the first.
        fitting = (
            _has_words_of(pair, name)
            if name
            else any(halves[place : place + 2]) and (halves[place : place + 3] != [False, True, True])
        )
        if fitting and not any(getattr(item, "style", "?") for item in pair):
            found.append((pair[0], pair[1]))
            place += 1
        place += 1
    return found


def _has_words_of(items: Sequence[yaml.Node], name: str) -> bool:
    """Tell whether each word of *items* is one of *name*, or an initial of one, or one misspelt."""
    left = plain(name).split()
    for word in (word for item in items for word in plain(str(item.value)).split()):
        near = next((other for other in left if _alike(word, other)), None)
        if near is None:
            return False
        left.remove(near)
    return True


def _is_half(item: yaml.Node, known: Container[str]) -> bool:
    """Tell whether *item* is a surname, or a given name, alone: “Prova”, “Lo Prova”."""
    words = str(item.value).split()
    half = isinstance(item, yaml.ScalarNode) and all(map(is_particle, words[:-1]))
    return half and plain(str(item.value)) not in known


def _alike(word: str, other: str) -> bool:
    initial = len(word.rstrip(".")) == 1 and other.startswith(word[0])
    return initial or SequenceMatcher(None, word, other, autojunk=False).ratio() >= _ALIKE
