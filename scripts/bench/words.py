# SPDX-License-Identifier: EUPL-1.2
"""Words, names and places that mean nothing, the same at every run."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import accumulate
from typing import TypeVar

_SYLLABLES = (
    "ba be bo ca ce co da di do fa fe ga go la le li lo ma me mi mo na ne no pa pe ra re ri sa se so ta te to va vi"
)
_ENDINGS = "a e i o ando are ata ato ente ivo mente osa oso tore trice zione zioni"
_VOCABULARY = 4000
_SHORT = 60
"""Of the vocabulary, the words that hold a text together; the commonest, as in any language."""

# No two are alike, or each pair would deserve the hint that it may be one name spelt in two ways.
VENUES = (
    *("Teatro Lanterna", "Sala del Glicine", "Officine Tramvai", "Parco delle Rogge", "Biblioteca Ondivaga"),
    *("Museo del Vento", "Arena Quadrifoglio", "Cortile dei Fabbri", "Cinema Zenit", "Molo Ventuno"),
)
_TOWNS_BY_COUNTRY = {
    "JP": ("Higashimori", "Kuronami"),
    "FR": ("Valbrume", "Saint-Orgelin"),
    "CA": ("Port-Cassiope", "Lac-Tournevent"),
    "RO": ("Crăișoara Nouă", "Dumbrăveasca"),
    "BR": ("Jacutinga Alta", "Rio Quebravento"),
    "SE": ("Fjällhamra", "Ostrundvik"),
    "US": ("Maple Hollow", "Brightwater"),
    "DE": ("Finkenwerda", "Oberlichtau"),
    "ES": ("Vegadonsa", "Torrequieta"),
}
TOWNS = {town: country for country, towns in _TOWNS_BY_COUNTRY.items() for town in towns}
ORGANISATIONS = (
    *("Fondazione Pomona", "Rete delle Acque", "Consorzio Girandola", "Istituto Meridiana", "Lega dei Canali"),
    *("Unione Ceramisti", "Osservatorio Brezza", "Politecnico di Valbrume", "Ente Mongolfiere", "Club Bussola"),
    *("Accademia del Sughero", "Forum Nordovest", "Agenzia Semina", "Camera dei Liutai", "Centro Rifrazioni"),
)
ROLES = ("Sindaca", "Assessore", "Console Generale", "Presidente", "Direttrice", "Vice Sindaco", "Ambasciatrice")
_FIRST_NAMES = "Aldemaro Brunilde Calogera Dorotea Eufemio Fiorenza Gualtiero Iride Ludmilla Nazario Ottavia Quinto"
_LAST_NAMES = (
    "Abbadessi Bertolavo Cinquepalmi Drovandi Falegnami Ghirlanda Lunardoni Mezzacasa Pontremi Quaranta Roncisvalle "
    "Sottocornola Tempesti Ungarelli Vintecavalli Zufolari"
)
PEOPLE = tuple(f"{first} {last}" for first in _FIRST_NAMES.split() for last in _LAST_NAMES.split())

_Choice = TypeVar("_Choice")


class Inventor:
    """Makes up words; *seed* decides which."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing here is a secret
        self._parts, endings = _SYLLABLES.split(), _ENDINGS.split()
        long = range(_VOCABULARY - _SHORT)
        self._long = ["".join([*self._syllables(1 + each % 3), self.one(endings)]) for each in long]
        self._all = ["".join(self._syllables(1 + each % 2)) for each in range(_SHORT)] + self._long
        # Words are about as often repeated as in a real issue (the law of Zipf and Mandelbrot).
        self._frequencies = list(accumulate(1 / (rank + 1) for rank in range(_VOCABULARY)))

    def _syllables(self, count: int) -> list[str]:
        return self._random.choices(self._parts, k=count)

    def one(self, choices: Sequence[_Choice]) -> _Choice:
        """Return one of *choices*."""
        return self._random.choice(choices)

    def some(self, choices: Sequence[_Choice], count: int) -> list[_Choice]:
        """Return *count* of *choices*, none of them twice."""
        return self._random.sample(choices, count)

    def number(self, lowest: int, highest: int) -> int:
        """Return a whole number from *lowest* to *highest*."""
        return self._random.randint(lowest, highest)

    def chance(self, share: float) -> bool:
        """Return whether something happens that happens in *share* of all cases."""
        return self._random.random() < share

    def title(self) -> str:
        """Return three to six words of weight, the first with a capital letter."""
        return " ".join(self.some(self._long, self.number(3, 6))).capitalize()

    def sentence(self) -> str:
        """Return some ten words, at times with a link or bold words among them."""
        words = self._random.choices(self._all, cum_weights=self._frequencies, k=self.number(7, 14))
        where = self.number(1, len(words) - 2)
        if self.chance(0.07):
            address = f"https://example.org/{self.one(self._long)}/{self.number(1, 10**6)}"
            words[where : where + 2] = [f"[{words[where]} {words[where + 1]}]({address})"]
        elif self.chance(0.1):
            words[where] = f"**{words[where]}**"
        text = " ".join(words)
        return text[0].upper() + text[1:] + "."
