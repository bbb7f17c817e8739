# SPDX-License-Identifier: EUPL-1.2
"""Whether every word of the source is in the draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from newsletter.tools.importer.escape import unescape
from newsletter.tools.importer.lines import Line

_WORD = re.compile(r"\w+")


def lost_words(lines: Iterable[Line], draft: str, labels: Iterable[str] = ()) -> Counter[str]:
    """Return the words of *lines*, each as often as it is missing in *draft*.

    :param labels: words whose sense the draft gives in another way, as “Luogo:” by ``:place:``.
    """
    wanted = Counter(word for line in lines for word in _WORD.findall(line.text.casefold()))
    # Notes are kept as they were, without the signs that keep characters from acting.
    shown = (line if line.startswith("%") else unescape(line) for line in draft.split("\n"))
    kept = Counter(word for line in shown for word in _WORD.findall(line.casefold()))
    said_otherwise = Counter(word for label in labels for word in _WORD.findall(label.casefold()))
    return wanted - kept - said_otherwise


def lines_with(lines: Sequence[Line], lost: Counter[str]) -> list[Line]:
    """Return the few of *lines* that hold the words *lost*, those first looked at that hold most of them."""
    left, found = lost.copy(), list[Line]()
    for line in sorted(lines, key=lambda line: -(lost_words([line], "") & lost).total()):
        here = lost_words([line], "") & left
        if here:
            found.append(line)
            left -= here
    return [line for line in lines if any(line is each for each in found)]
