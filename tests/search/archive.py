# SPDX-License-Identifier: EUPL-1.2
"""A fictional archive of some forty records, for the tests of the search."""

from __future__ import annotations

from datetime import date
from typing import Any

from newsletter.export.site import Site
from newsletter.model.archive import Archive
from newsletter.model.issue import Issue, IssueName
from newsletter.model.kinds import Kind
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.model.values import Dates, Person, Span

TOPICS = {"acqua": "Acqua e clima", "cultura": "Cultura", "scuola": "Scuola e università"}
COUNTRIES = {"JP": "Giappone", "BR": "Brasile", "PL": "Polonia", "FR": "Francia", "KR": "Corea del Sud"}
ITALIAN = {
    "Kind": "Tipo",
    "Country": "Paese",
    "Year": "Anno",
    "Topic": "Tema",
    "Events": "Appuntamenti",
    "Delegations received": "Delegazioni ricevute",
    "Missions abroad": "Missioni all’estero",
    "Delegation received": "Delegazione ricevuta",
    "Search": "Cerca",
    "One result": "Un risultato",
    "{count} results": "{count} risultati",
    "No result.": "Nessun risultato.",
}
PAGES = {
    "index": ("Notizie da Borgoluce", "La newsletter internazionale di Borgoluce."),
    "issues/2026-05": ("Maggio 2026", "In questo numero raccontiamo la primavera dei gemellaggi e dei piroscafi."),
    "indexes/paesi": ("Paesi", "I paesi con cui Borgoluce lavora."),
    "indexes/agenda": ("Agenda", "Che cosa accade, mese per mese."),
}


def record(
    slug: str, title: str, day: date, kind: Kind = Kind.EVENT, *, until: date | None = None, **facts: Any
) -> Record:
    """Return a record told in the issue of its month."""
    issue = f"{day:%Y-%m}"
    given: dict[str, Any] = {
        "docname": f"issues/{issue}",
        "issue": issue,
        "issues": (issue,),
        "published": day,
        "revised": day,
    }
    return Record(
        id=f"{issue}-{slug}", kind=kind, title=title, dates=Dates((Span(day, until or day),)), **(given | facts)
    )


def _told() -> list[Record]:
    ada = Person("Ada Esempio", "Sindaca")
    return [
        record("nagoya", "Visita da Nagoya", date(2025, 12, 12), Kind.DELEGATION, countries=("JP",), hosts=(ada,),
               body="La delegazione ricambia la visita di settembre: vent'anni di gemellaggio."),
        record("missione", "Settimana del gemellaggio", date(2026, 4, 13), Kind.MISSION, countries=("JP",),
               places=("Nagoya",), people=(ada,), topics=("cultura",), body="Una delegazione di cinque persone."),
        record("acqua", "L’acqua è di tutti", date(2026, 5, 20), topics=("acqua",),
               body="Giornata mondiale dell’acqua pubblica, con le università di sei paesi. Si replica nel 2027."),
        record("fiume", "Il fiume e la città", date(2026, 5, 4), topics=("acqua", "cultura"),
               body="Pubblica lettura sulle acque: la mondiale giornata dei libri. Orari 27–29 maggio."),
        record("sao-paulo", "São Paulo in musica", date(2026, 6, 2), countries=("BR",), topics=("cultura",),
               body="Concerto gratuito in piazza."),
        record("lodz", "Łódź chiama", date(2023, 10, 3), Kind.DELEGATION, countries=("PL",), body="Un'amicizia nuova."),
        record("markup", 'Perché <b>no</b>? "Tutto" & niente', date(2026, 5, 8),
               body="Un <script>window.broken = true</script> finto, &lt;scritto&gt; da un burlone."),
        record("lumi", "Lumi d'inverno", date(2024, 12, 28), until=date(2025, 1, 3)),
        record("welcome", "Welcome, students", date(2026, 5, 9), lang="en", topics=("scuola",),
               body="The university greets its international students with a picnic."),
    ]  # fmt: skip


def _concerts() -> list[Record]:
    return [
        record(f"concerto-{number}", f"Concerto numero {number}", date(2024, 1 + number % 12, 1 + number % 27),
               countries=("FR",) if number % 2 else (), body=f"Musica da camera, serata {number} di una serie.")
        for number in range(1, 33)
    ]  # fmt: skip


def fictional_site() -> Site:
    """Return forty records of four years, with pages and interface strings in Italian."""
    return site_of(*_told(), *_concerts())


def site_of(*told: Record) -> Site:
    """Return the site of the records *told*, in Italian."""
    records = sorted(told, key=lambda record: record.order)
    names = [IssueName.parse(name) for name in sorted({record.issue for record in records})]
    issues = [
        Issue(name=name, docname=f"issues/{name}", title=str(name), published=name.period.first_day)
        for name in names
        if name is not None
    ]
    return Site(
        publication=Publication(title="Notizie da Borgoluce", slug="notizie", topics=TOPICS),
        archive=Archive(tuple(issues), tuple(records)),
        page_of=lambda docname: f"{docname}.html",
        translate=lambda message: ITALIAN.get(message, message),
        country_name=lambda code: COUNTRIES.get(code, code),
        show_dates=lambda record: f"{record.start:%d/%m/%Y}",
    )
