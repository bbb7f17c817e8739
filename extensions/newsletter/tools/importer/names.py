# SPDX-License-Identifier: EUPL-1.2
"""Names of people and places among the words of a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from newsletter.tools.importer.roles import BODIES
from newsletter.tools.importer.wording import Word, vocabulary

_PARTICLES = vocabulary("de dal lo la li van von der den el af av zu zur ter ten te bin ibn ben y dos das du d'")
"""Small words inside a person's name: “Ada Lo Esempio”, “Jan van der Prova”."""
_OF = vocabulary("del della dei degli dalla")
"""Those of a family's name and of a body alike: “Ugo Prova della Torre”, “Ugo Prova della Regione”."""
_TWO = 2


def name_length(found: Sequence[Word], at: int, longest: int = 5) -> int:
    """Return how many words from *at* on read as a name: capitals, with small particles between them."""
    end = capitals = 0
    place = at
    while place < len(found) and capitals < longest:
        if found[place].capital:
            capitals, place = capitals + 1, place + 1
            end = place - at
        elif capitals and (found[place].bare in _PARTICLES or (capitals == _TWO and _is_family(found[place:]))):
            place += 1
        else:
            break
    return end


def _is_family(found: Sequence[Word]) -> bool:
    """Tell whether *found* goes on with “della Torre”, and not with a body or several words."""
    if len(found) < _TWO or found[0].bare not in _OF or not found[1].capital or found[1].bare in BODIES:
        return False
    return len(found) == _TWO or not found[2].capital
