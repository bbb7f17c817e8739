# SPDX-License-Identifier: EUPL-1.2
"""A varied archive of the fictional city of Borgoluce, and what a person who reads its sources makes of each record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

LONG = "Rassegna delle letture ad alta voce " * 7 + "nelle biblioteche di quartiere e nei cortili"
"""A title of some three hundred characters."""

ISSUES: Mapping[str, str] = {
    "issues/2025-12.md": """
        # Dicembre 2025

        ## Calendario

        :::{event} Capodanno sul fiume
        :date: 28 dicembre - 3 gennaio 2026
        :place: Lungofiume
        :::

        :::{mission} Kobe e Sendai
        :id: kobe
        :date: dal 30 novembre al 5 dicembre 2025
        :place: Kobe; Sendai
        :country: JP
        :people: Ada Esempio (Sindaca)
        :::
        """,
    "issues/2026-04.md": """
        ---
        published: 2026-04-02
        ---
        # Aprile 2026

        ## Calendario

        :::{event} Fiera del libro
        :id: fiera-del-libro
        :date: 8 maggio
        :place: Palazzo Finto
        :topics: cultura
        :::

        :::{event} Corteo delle lanterne
        :id: lanterne
        :date: 9 maggio
        :place: Centro
        :::

        :::{event} Concerto all’alba
        :id: alba
        :date: 17 maggio
        :place: Belvedere
        :::
        """,
    "issues/2026-05.md": f"""
        ---
        published: 2026-05-04
        ---
        # Maggio 2026

        ## Appuntamenti

        :::{{event}} Fiera del libro e della carta
        :id: fiera-del-libro
        :date: 12-14 giugno
        :status: postponed
        :::

        :::{{event}} Corteo delle lanterne
        :id: lanterne
        :status: cancelled
        :::

        :::{{event}} Concerto all’alba
        :id: alba
        :status: postponed
        :::

        :::{{event}} Caffè, «parole»; 2 < 3 & musica: 50% \\\\ "offerta"
        :id: segni
        :date: 13 maggio; 20 maggio
        :time: ore 18
        :place: Sala 3, primo piano
        :topics: cultura
        :::

        :::{{event}} *Notte* bianca – l’ultima
        :id: notte
        :date: 16 maggio
        :time: 21:30
        :place: online
        :url: https://borgoluce.example/notte
        :::

        :::{{event}} Open day for *international* students
        :id: open-day
        :date: 15-16 maggio
        :place: Campus
        :lang: en
        :status: tentative
        :::

        :::{{event}} Settimana del clima
        :id: settimana
        :date: settembre
        :place: Parco
        :topics: clima
        :::

        :::{{event}} {LONG}
        :id: rassegna
        :date: 1º giugno
        :place: Biblioteca
        :::

        :::{{event}} =Somma(A1) senza luogo
        :id: somma
        :date: 21/05/2026
        :::

        ## Delegazioni

        :::{{delegation}} Visita da Łódź
        :id: lodz
        :date: 22 aprile
        :country: PL
        :people: Ewa Przykład (Consigliera)
        :hosts: Ada Esempio (Sindaca)
        :::

        :::{{delegation}} Ospiti senza una data
        :id: ospiti
        :country: -
        :::

        ## In primo piano

        :::{{news}} Un premio, due idee
        :id: premio
        :date: 2026-04-28
        :topics: clima
        :::

        :::{{news}} Nuovo gemellaggio
        :id: gemellaggio
        :::
        """,
    "issues/2026-05/parte.md": """
        :::{mission} Missione a parte
        :id: parte
        :date: 27–29 aprile 2026
        :country: Francia
        :place: Lione
        :::
        """,
    "issues/2026-05-speciale.md": """
        # Speciale

        ## Calendario

        :::{event} Prova generale
        :id: prova
        :date: 28 maggio
        :time: 10-12
        :place: Teatro
        :status: cancelled
        :::
        """,
    "issues/2027-03.md": """
        # Marzo 2027

        ## Calendario

        :::{event} Veglia dell’ora legale
        :id: veglia
        :date: 28 marzo
        :time: 01:30
        :place: Torre
        :::

        :::{event} Veglia dell’ora solare
        :id: veglia-solare
        :date: 31 ottobre 2027
        :time: 1:30-3:30
        :place: Torre
        :::
        """,
    "indexes/archivio.md": """
        # Archivio

        :::{records}
        :group-by: issue
        :::
        """,
    "indexes/tutto.md": """
        # Tutto

        :::{records}
        :layout: table
        :::

        ## In schede

        :::{records}
        :layout: cards
        :::
        """,
}


@dataclass(frozen=True)
class Expected:
    """What a reader of the sources makes of a record."""

    title: str
    words: str
    """Its days as they are to be read, without the hours."""
    days: tuple[tuple[str, str], ...]
    """First and last day of each occurrence."""
    state: str = "confirmed"
    month: bool = False
    kind: str = "event"
    moved_from: str = ""
    """The first day of an earlier telling that holds no more."""

    @property
    def in_calendars(self) -> bool:
        return self.kind != "news" and not self.month


def _day(day: str) -> tuple[tuple[str, str], ...]:
    return ((day, day),)


_APRIL = (("2026-04-01", "2026-04-30"),)

EXPECTED: Mapping[str, Expected] = {
    "2025-12-capodanno-sul-fiume": Expected(
        "Capodanno sul fiume", "28 dicembre 2025 – 3 gennaio 2026", (("2025-12-28", "2026-01-03"),)
    ),
    "kobe": Expected(
        "Kobe e Sendai", "30 novembre – 5 dicembre 2025", (("2025-11-30", "2025-12-05"),), kind="mission"
    ),
    "fiera-del-libro": Expected(
        "Fiera del libro e della carta", "12–14 giugno 2026", (("2026-06-12", "2026-06-14"),), "postponed",
        moved_from="2026-05-08",
    ),
    "lanterne": Expected("Corteo delle lanterne", "9 maggio 2026", _day("2026-05-09"), "cancelled"),
    "alba": Expected("Concerto all’alba", "17 maggio 2026", _day("2026-05-17"), "postponed"),
    "segni": Expected(
        'Caffè, «parole»; 2 < 3 & musica: 50% \\ "offerta"', "13 e 20 maggio 2026",
        (("2026-05-13", "2026-05-13"), ("2026-05-20", "2026-05-20")),
    ),
    "notte": Expected("Notte bianca – l’ultima", "16 maggio 2026", _day("2026-05-16")),
    "open-day": Expected(
        "Open day for international students", "15–16 maggio 2026", (("2026-05-15", "2026-05-16"),), "tentative"
    ),
    "settimana": Expected("Settimana del clima", "settembre 2026", (("2026-09-01", "2026-09-30"),), month=True),
    "rassegna": Expected(LONG, "1 giugno 2026", _day("2026-06-01")),
    "somma": Expected("=Somma(A1) senza luogo", "21 maggio 2026", _day("2026-05-21")),
    "lodz": Expected("Visita da Łódź", "22 aprile 2026", _day("2026-04-22"), kind="delegation"),
    "ospiti": Expected("Ospiti senza una data", "aprile 2026", _APRIL, month=True, kind="delegation"),
    "premio": Expected("Un premio, due idee", "28 aprile 2026", _day("2026-04-28"), kind="news"),
    "gemellaggio": Expected("Nuovo gemellaggio", "aprile 2026", _APRIL, month=True, kind="news"),
    "parte": Expected("Missione a parte", "27–29 aprile 2026", (("2026-04-27", "2026-04-29"),), kind="mission"),
    "prova": Expected("Prova generale", "28 maggio 2026", _day("2026-05-28"), "cancelled"),
    "veglia": Expected("Veglia dell’ora legale", "28 marzo 2027", _day("2027-03-28")),
    "veglia-solare": Expected("Veglia dell’ora solare", "31 ottobre 2027", _day("2027-10-31")),
}  # fmt: skip
"""Every record that the archive holds, by id."""

TRANSLATIONS: Mapping[str, str] = {
    "issues/2025-12.en.md": ":::{mission} Kobe and Sendai\n:id: kobe\n:place: Kobe; Sendai city\n:::\n",
    "issues/2026-05.en.md": """
        # May 2026

        :::{event} Parade of lanterns
        :id: lanterne

        Called off.
        :::

        :::{event} Coffee, “words”; 2 < 3 & music: 50% \\\\ "offer"
        :id: segni
        :::

        :::{mission} A mission of its own
        :id: parte
        :::
        """,
}
"""Some of the archive in English: what is left out stands there in Italian."""

_MONTHS = {
    "gennaio": "January", "marzo": "March", "aprile": "April", "maggio": "May", "giugno": "June",
    "settembre": "September", "ottobre": "October", "novembre": "November", "dicembre": "December", "e": "and",
}  # fmt: skip
_ENGLISH_TITLES = {
    "kobe": "Kobe and Sendai",
    "lanterne": "Parade of lanterns",
    "segni": 'Coffee, “words”; 2 < 3 & music: 50% \\ "offer"',
    "parte": "A mission of its own",
}

IN_ENGLISH: Mapping[str, Expected] = {
    name: replace(
        expected,
        title=_ENGLISH_TITLES.get(name, expected.title),
        words=" ".join(_MONTHS.get(word, word) for word in expected.words.split(" ")),
    )
    for name, expected in EXPECTED.items()
}
"""The same as a reader of English makes of it."""
