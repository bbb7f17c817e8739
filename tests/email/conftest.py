# SPDX-License-Identifier: EUPL-1.2
"""The mail of one issue of Borgoluce, made from its sources as the sender makes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from tests.email.letters import Mail, read_mail
from tests.project import Project, write_project

ISSUES = {
    "issues/2026-04.md": """
        # Aprile 2026

        ## Appuntamenti

        :::{event} Corteo delle lanterne
        :id: lanterne
        :date: 9 maggio
        :place: Centro
        :updated: 2026-04-20
        :::

        :::{event} Fiera del libro
        :id: fiera
        :date: 8 maggio
        :place: Palazzo Finto
        :::
        """,
    "issues/2026-05.md": """
        ---
        published: 2026-05-04
        description: Il mese delle lanterne, con gli ospiti da Łódź e due appuntamenti al fiume.
        ---
        # Maggio 2026

        :::{masthead}
        :::

        Cari lettori, **questo mese** si va al fiume: il [programma](https://borgoluce.example/programma) è lungo.

        - Per chi arriva in treno: fermata Ponte.
        - Per chi arriva a piedi: *nessun* consiglio.

        ## Appuntamenti

        :::{event} Notte bianca sul fiume
        :id: notte
        :date: 16 maggio
        :time: 21:30
        :place: Lungofiume
        :country: Polonia
        :people: Ada Esempio (Sindaca)
        :topics: cultura
        :url: https://borgoluce.example/notte
        :image: notte.jpg
        :alt: Lanterne di carta sull'acqua
        :credit: Archivio del Comune

        Si comincia al tramonto, con {record}`lanterne`. Seconda frase.

        Secondo capoverso, che nella mail non c'è.
        :::

        :::{event} Fiera del libro
        :id: fiera
        :status: postponed
        :date: 12-14 giugno
        :::

        :::{event} Open day for students
        :id: open-day
        :date: 20 maggio
        :lang: en
        :status: cancelled

        Students are welcome.
        :::

        ### Per i più piccoli

        :::{event} Laboratorio di carta
        :id: carta
        :date: maggio

        Senza un giorno, per ora.
        :::

        ## Delegazioni ricevute

        :::{delegation} Visita da Łódź
        :date: 22 aprile
        :country: PL
        :people: Ewa Przykład (Consigliera)
        :hosts: Ada Esempio (Sindaca)

        Un incontro in municipio.
        :::

        ## Coming Soon

        :::{records}
        :upcoming:
        :from: 2026-06-01
        :::

        ## Contatti

        :::{contacts}
        :::
        """,
}


@pytest.fixture(scope="session")
def borgoluce(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """Give the sources, with a photograph."""
    project = write_project(tmp_path_factory.mktemp("mail") / "borgoluce", ISSUES)
    Image.new("RGB", (1600, 1200), "#c48a3a").save(project.folder / "issues/notte.jpg")
    return project


@pytest.fixture(scope="session")
def made(borgoluce: Project) -> Path:
    """Give the folder of the mail."""
    return borgoluce.build("newsletter-email").folder


@pytest.fixture(scope="session")
def may(made: Path) -> Mail:
    """Give the mail of May."""
    return read_mail(made, "2026-05")
