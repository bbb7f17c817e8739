# SPDX-License-Identifier: EUPL-1.2
"""Tell the kind of a record by its words, where its section does not say it."""

from __future__ import annotations

import re

from newsletter.model.kinds import Kind
from newsletter.model.text import plain

_TITLES = (
    (Kind.DELEGATION, re.compile(r"(?:delegazione|delegation|visita (?:de|di)\w*|visit (?:of|by|from))\b")),
    (Kind.MISSION, re.compile(r"(?:missione|mission)\s+(?:a|in|to|di sistema)\b")),
)
_CAME = r"""
    \b(?:ha|hanno|abbiamo)\ (?:ospitato|ricevuto|accolto|salutato)\b|\bstat[aoie]\ (?:ricevut|accolt|ospit)[aoie]\b
    |\bin\ visita\b|\b(?:giunt|arrivat|rimast)[aoie]\ in\ citta\b|\brappresentanza\ d
    |\bstat[aoie]\ (?:a|ad|in)\ \w+,?\ (?:l'|il\ |la\ |lo\ )(?:ambasciat|consol)
    |\bcalled\ on\ the\ (?:lord\ )?mayor\b
    |\bdelegazione\ (?:(?:guidat|compost|condott)a\ )?d
    |\b(?:we|has|have|mayor)\ (?:also\ )?(?:welcomed|hosted|received)\b
    |\b(?:was|were)\ (?:received|welcomed|hosted)\b|\bdelegation\ (?:of|from)\b|\b(?:visited
    |inspected|toured)\ (?:us|our)\b
    |\b(?:a|avons|ont)\ (?:recu|accueilli|salue)\b|\bete\ recue?s?\b|\b(?:recue?s?|accueillie?s?)\ par\b
    |\b(?:a|ont)\ visite\ (?:nos|notre)\b|\bnous\ a(?:\ |\ ont\ )rendu\ visite\b|\bdelegation\ (?:de|du|d')"""
_WENT = r"""
    \bsi\ (?:e|sono)\ recat[aoie]\b|\b(?:travelled|went|flew|journeyed)\ to\b|\b(?:e|sono)\ (?:volat|partit)[aoie]\b
    |\bin\ missione\b|\bstat[aoie]\ (?:a|ad|in)\ \w|\b(?:was|were)\ in\ \w
    |\bs(?:'est|e\ sont)\ rendue?s?\b|\best\ partie?\ pour\b"""
_TOLD = re.compile(rf"(?P<came>{_CAME})|(?P<went>{_WENT})", re.VERBOSE)


def kind_by_words(title: str, text: str = "") -> Kind | None:
    """Return the kind that *title*, or else the first telling words of *text*, say; None where they say none."""
    by_title = next((kind for kind, pattern in _TITLES if pattern.match(plain(title))), None)
    told = None if by_title else _TOLD.search(plain(f"{title}. {text}"))
    if told is None:
        return by_title
    return Kind.DELEGATION if told["came"] else Kind.MISSION
