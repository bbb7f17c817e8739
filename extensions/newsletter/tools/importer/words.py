# SPDX-License-Identifier: EUPL-1.2
"""Whether every word of the source is in the draft."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from newsletter.tools.importer.escape import unescape
from newsletter.tools.importer.lines import Line

_WORD = re.compile(r"\w+")


def lost_words(lines: Iterable[Line], draft: str, labels: Iterable[str] = ()) -> Counter[str]:
    """Return the words of *lines*, each as often as it is missing in *draft*.

    :param labels: words whose sense the draft gives in another way, as “Luogo:” by ``:place:``.
    """
    wanted = Counter(word for line in lines for word in _WORD.findall(line.text.casefold()))
    kept = Counter(_WORD.findall(unescape(draft).casefold()))
    said_otherwise = Counter(word for label in labels for word in _WORD.findall(label.casefold()))
    return wanted - kept - said_otherwise
