# SPDX-License-Identifier: EUPL-1.2
"""Years of the fictional city of Borgoluce: one with one record, one of twelve issues, one with all that is odd."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Template

from tests.project import CONF

MONTHS = (
    "gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
    "luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre",
)  # fmt: skip
_COUNTRIES = ("JP", "FR", "SG", "BR", "MA", "DE", "KE", "US", "PS", "RO", "VN", "SM")
_CITIES = (
    "Nagoya", "Lione", "Singapore", "Recife", "Rabat", "Colonia",
    "Kisumu", "Denver", "Ramallah", "Cluj", "Hue", "Serravalle",
)  # fmt: skip

INDEX = "# Borgoluce nel mondo\n\n:::{toctree}\n:hidden:\n:glob:\n\nindexes/*\nissues/*\nreports/*\n:::\n"
"""A home page that has reports among its contents."""

EXTRA = f"""{CONF}
newsletter_country = "IT"
newsletter_twin_cities = {{"Nagoya": ("JP", 35.18, 136.91), "Lione": ("FR", 45.76, 4.84)}}
newsletter_networks = ["Rete delle Lanterne", "Città dei Fiumi"]
newsletter_languages = ["it", "en"]
"""

_ODD = """
# Maggio 2026

## Missioni

:::{mission} A Nagoya e Osaka
:date: 4-6 maggio
:place: Nagoya; Osaka
:country: JP, IT
:people: Ada Esempio (Assessora); Bruno Prova (Tecnico)
:partners: Rete delle Lanterne
:topics: cultura, clima
:::

:::{mission} Due volte a Rabat
:date: 11-12 maggio; 15 maggio
:country: MA
:people: Ada Esempio (Sindaca)
:topics: clima
:::

:::{mission} Missione di cui si sa il mese
:date: aprile
:country: NO
:people: Carla Modello (Consigliera)
:::

:::{mission} Missione annullata
:date: 20 maggio
:country: ES
:people: Nessuno Vada (Assente)
:status: cancelled
:::

:::{mission} Missione rinviata
:id: missione-rinviata
:status: postponed
:::

## Delegazioni

:::{delegation} Ospiti da Lione
:date: 7 aprile
:country: FR
:people: Jeanne Exemple (Adjointe); Luc Exemple (Conseiller)
:hosts: Ada Esempio (Assessora); Bruno Prova (Tecnico)
:partners: Città dei Fiumi
:topics: cultura
:::

:::{delegation} Ancora da Lione
:date: 9 aprile
:country: FR, DE, EU
:people: Jeanne Exemple (Adjointe)
:hosts: Ada Esempio (Assessora)
:::

:::{delegation} A cavallo dell'anno
:date: 30 dicembre 2025 - 2 gennaio 2026
:country: SG
:people: Tan Contoh (Ministro)
:::

## Appuntamenti

:::{event} Festa del Giappone
:date: 16 maggio
:country: JP
:topics: cultura
:partners: Rete delle Lanterne
:::

:::{event} Serata perduta
:date: 17 maggio
:status: cancelled
:country: JP
:::
"""

_MONTH = """
# $title 2025

## Missioni

:::{mission} Lanterne a $city
:date: $first-$last $month 2025
:place: $city
:country: $country
:people: Ada Esempio (Assessora); Bruno Prova (Tecnico)
:partners: $partner
:topics: cultura
:::

## Delegazioni

:::{delegation} Da $guest_city a Borgoluce
:date: $visit $month 2025
:country: $guests_from
:people: Ospite Numero $number (Direttrice)
:hosts: Carla Modello (Consigliera)
:topics: clima
:::

## Appuntamenti

:::{event} Letture da $city
:date: $evening $month 2025
:country: $country
:topics: cultura
:::
"""


def issues() -> Mapping[str, str]:
    """Return the issues by their paths."""
    return {
        "conf.py": EXTRA,
        "issues/2024-03.md": (
            "# Marzo 2024\n\n## Missioni\n\n:::{mission} La prima\n:date: 5 marzo\n:country: JP\n"
            ":people: Ada Esempio (Assessora)\n:::\n"
        ),
        **dict(_year_of_twelve()),
        "issues/2026-04.md": (
            "# Aprile 2026\n\n## Missioni\n\n:::{mission} Missione rinviata\n:id: missione-rinviata\n"
            ":date: 21 aprile\n:country: PT\n:::\n"
        ),
        "issues/2026-05.md": _ODD,
    }


def _year_of_twelve() -> Iterator[tuple[str, str]]:
    for number, (month, country, city) in enumerate(zip(MONTHS, _COUNTRIES, _CITIES, strict=True), 1):
        values = {
            "month": month,
            "title": month.capitalize(),
            "country": country,
            "city": city,
            "guests_from": _COUNTRIES[-number],
            "guest_city": _CITIES[-number],
            "number": number,
            "first": number,
            "last": number + 3,
            "visit": number + 10,
            "evening": number + 12,
            "partner": "Rete delle Lanterne" if number % 3 else "Università di Borgoluce",
        }
        yield f"issues/2025-{number:02}.md", Template(_MONTH).substitute(values)
