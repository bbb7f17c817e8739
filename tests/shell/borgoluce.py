# SPDX-License-Identifier: EUPL-1.2
"""Issues of the fictional newsletter of Borgoluce."""

from __future__ import annotations

from collections.abc import Mapping

APRIL = """
# Aprile 2026

## Appuntamenti

:::{event} Festa della Luce
:date: 9 maggio
:time: 18:00
:place: Piazza Inventata
:topics: cultura
:people: Ada Esempio (Sindaca)
:url: https://borgoluce.example/luce

Lanterne per tutta la città.
:::

## Missioni all'estero

:::{mission} Altrove
:date: 3-5 marzo
:place: Altrove
:country: Giappone
:people: Ada Esempio (Sindaca); Bruno Prova (Assessore)

Un viaggio breve.
:::
"""

MAY = """
# Maggio 2026

## Delegazioni ricevute

:::{delegation} Altrove a Borgoluce
:date: 21 aprile
:country: Giappone
:people: Carla Finta (Ambasciatrice)
:hosts: Ada Esempio (Sindaca)

Una visita di cortesia.
:::

## Appuntamenti

:::{event} Convegno sul clima
:date: 27-29 maggio
:place: Borgoluce
:topics: clima

Tre giorni di incontri.
:::

:::{news} Premio alla città
:date: 2 aprile

Un riconoscimento.
:::
"""

JUNE = """
# Giugno 2026

## Appuntamenti

:::{event} Notte dei Racconti
:date: 20 giugno
:place: Biblioteca Finta
:country: Norvegia
:people: Dario Modello (Narratore)
:topics: politiche-alimentari

Si legge fino all'alba.
:::
"""

ISSUES: Mapping[str, str] = {"issues/2026-04.md": APRIL, "issues/2026-05.md": MAY}
"""The archive that most stories start from."""

READING = "2026-06-notte-dei-racconti"
CONFERENCE = "2026-05-convegno-sul-clima"
FESTIVAL = "2026-04-festa-della-luce"
MISSION = "2026-04-altrove"
VISIT = "2026-05-altrove-a-borgoluce"
