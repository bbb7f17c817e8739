# SPDX-License-Identifier: EUPL-1.2
"""Tell the language of a text by the words that nearly every sentence has."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from newsletter.dates import vocabulary as dates
from newsletter.languages import LANGUAGES
from newsletter.tools.importer.items import Item

_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 3
"""Words by which a language is known, at least."""
_SHARE = 0.04
"""Their part of all words, at least: in prose they are a fifth, in a dry list of titles and names a twentieth."""
_ENOUGH = 30
"""Words from which a text in a language that is known would show it."""


def text_language(text: str) -> str:
    """Return the code of the language of *text*; empty where its words tell none of :data:`LANGUAGES`."""
    words = Counter(_WORD.findall(text.casefold()))
    counts = Counter({code: sum(words[word] for word in _telling(code)) for code in LANGUAGES})
    (code, most), *others = counts.most_common()
    second = others[0][1] if others else 0
    return code if most >= max(_FEWEST, _SHARE * words.total()) and most > second else ""


@cache
def _telling(code: str) -> frozenset[str]:
    """Return the words that tell the language *code*: common ones, and the names of months."""
    return frozenset({*LANGUAGES[code].common, *dates.words(code).months})


def say_language(item: Item, told: str, site: str) -> None:
    """Give *item* the option ``lang`` where its words, or else the newsletter, are in another language than the *site*.

    :param told: the language of the newsletter, empty where it is not known.
    """
    own = text_language(" ".join([item.title, *(line.text for line in item.body)])) or told
    if own and own != site:
        item.options["lang"] = own


def is_foreign(text: str) -> bool:
    """Tell whether *text* is long enough to show its language, and that is none that is read here."""
    return len(_WORD.findall(text)) >= _ENOUGH and not text_language(text)
