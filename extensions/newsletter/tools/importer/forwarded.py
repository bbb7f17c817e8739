# SPDX-License-Identifier: EUPL-1.2
"""The head of a mail that a program wrote into the text when the mail was forwarded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from newsletter.tools.importer.lines import Line

_FIELD = re.compile(
    r"(?P<from>From|Da|De|Mittente)\s*:|(?:To|A|À|Cc|Date|Data|Inviato|Sent|Envoyé|Subject|Oggetto|Objet)\s*:|[-_]{3,}[^-]*[-_]{3,}$"
)
_FEWEST = 2


def without_heads(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield *lines*, those of such a head as belonging to the sheet."""
    place = 0
    while place < len(lines):
        found = [_FIELD.match(lines[place].text)]
        while found[-1] and place + len(found) < len(lines):
            found.append(_FIELD.match(lines[place + len(found)].text))
        used = len(found) - (found[-1] is None)
        head = used >= _FEWEST and any(match and match["from"] for match in found)
        yield from (replace(line, aside=line.aside or head) for line in lines[place : place + max(used, 1)])
        place += max(used, 1)
