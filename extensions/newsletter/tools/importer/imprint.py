# SPDX-License-Identifier: EUPL-1.2
"""The lines at the end of a newsletter that say who made it, and are no part of its last record."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from newsletter.model.text import plain
from newsletter.tools.importer.lines import Line

_PLAIN = re.compile(
    r"(?:redazione|direttore(?: responsabile)?|direttrice(?: responsabile)?|progetto grafico"
    r"|stampa|tipografia|impaginazione|grafica"
    r"|hanno collaborato|editor|editors|editorial team|published|printed|redaction|mise en page)\s*(?::|\s[-–—]|$)"
    r"|(?:edited|published|printed|compiled) by\b|(?:iscrizione|registrazione|registrato|reg\.)\b.{0,30}\btribunale"
    r"|.{3,60}\b(?:is|e) (?:published|edited|edito|pubblicat[oa]|curat[oa]|realizzat[oa]) (?:by|da|dal|dalla|dall')\b"
    r"|you (?:get|receive|are (?:getting|receiving)) this|ricev(?:i|e|ete) quest[ao]|vous recevez ce"
    r"|©|copyright\b|\(c\)"
)
_BY = re.compile(r"a cura d(?:i|el|ella|ell')\b|contact:|contatti:|info(?:rmazioni)?\s*:|testi (?:e foto )?di\b")
"""Words of many a text as well, which are the imprint's only with an office's address beside them."""
_ADDRESS = re.compile(r"\btel\b|\btelefono\b|\bphone\b|\btelephone\b|\S@\S|\bfax\b")


def is_imprint(lines: Sequence[Line]) -> bool:
    """Tell whether the imprint begins with the first of *lines*, the last of the newsletter, and nothing else comes."""
    if not lines[0].gap or any(line.stands_out for line in lines):
        return False
    first, *others = lines
    paragraph = [first, *takewhile(lambda line: not line.gap, others)]
    if any(_PLAIN.match(plain(line.text)) for line in paragraph):
        return True
    return _BY.match(plain(first.text)) is not None and any(_ADDRESS.search(plain(line.text)) for line in lines)
