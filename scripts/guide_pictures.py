# SPDX-License-Identifier: EUPL-1.2
"""The newsletter that the pictures of the guide show: the first steps of a contributor of a fictional city."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from newsletter.model.issue import IssueName, Period
from newsletter.tools.importer.__main__ import main as import_newsletter
from newsletter.tools.new_issue import fill_template
from newsletter.tools.sphinx_run import SphinxRun

ISSUE = IssueName(Period(2026, 7))
FOLDER = "guida/figure"
_LEFT_OUT = shutil.ignore_patterns(".*", "_build", "tests", "__pycache__", "issues", "registers.yaml")
_SETTINGS = {
    "project": "Borgoluce nel mondo",
    "html_title": "Borgoluce nel mondo",
    "html_baseurl": "https://borgoluce.example/",
    "newsletter_publisher": "Comune di Borgoluce",
    "newsletter_office": "Ufficio Esempi",
    "newsletter_address": "Piazza Inventata 1, Borgoluce",
    "newsletter_phone": "",
    "newsletter_email": "esempi@borgoluce.example",
    "newsletter_website": "https://borgoluce.example/mondo",
    "newsletter_unsubscribe": "Per non riceverla più basta scrivere a esempi@borgoluce.example.",
    "newsletter_description": "La newsletter internazionale del Comune di Borgoluce",
    "newsletter_drafts": "1",
}
_GOOD = """:::{event} Notte delle lanterne
:date: 12 luglio 2026
:place: Piazza delle Lanterne, Borgoluce
:topics: cultura

Le lanterne si accendono al tramonto. Il percorso parte dalla piazza.
:::
"""
_WRONG = """:::{event} Letture sul fiume
:date: 31 giugno
:place: Molo vecchio, Borgoluce

Si legge ad alta voce, fino a notte.
:::
"""


_OLD = """Borgoluce nel mondo, giugno 2026

Top News

Festa delle barche
13-14 giugno, Molo vecchio
Due giorni sul fiume, con ospiti da tre città.

Maggio 2026

Delegazioni ricevute

- Giappone: Emi Esempio, Console Generale; Ken Prova, Addetto culturale

Missioni all'estero

- Lisbona | 12-14 maggio | La Sindaca, Lia Modello, ha aperto la fiera delle biblioteche in Portogallo.

In primo piano

21 maggio
- Firmato l'accordo con la Scuola dei Mestieri. Dura cinque anni.
"""


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of a page, or of the one element of it that a selector names."""

    page: str
    name: str
    selector: str = ""
    width: int = 1000
    height: int = 700


SHOTS = (
    Shot("nuovo/issues/2026-07.html", "1-numero-nuovo.png"),
    Shot("scritto/issues/2026-07.html", "2-blocco.png", '[id="2026-07-notte-delle-lanterne"]'),
    Shot("scritto/issues/2026-07.html", "3-avviso.png", '[id="2026-07-letture-sul-fiume"]'),
    Shot("scritto/indexes/agenda.html", "4-agenda.png"),
    Shot("mail/preview-2026-07.html", "5-mail.png", width=1060),
    Shot("mail/2026-07.html", "6-mail-telefono.png", width=360),
    Shot("import/2026-06.html", "7-vecchia-newsletter.png", height=900),
)


@contextmanager
def fictional_sites(project: Path) -> Iterator[Path]:
    """Give a folder with the site after ``make new`` (``nuovo``), with two blocks (``scritto``), and its ``mail``."""
    os.environ["SOURCE_DATE_EPOCH"] = "1782036000"  # 21 June 2026, before what the pictures announce
    with TemporaryDirectory() as scratch:
        source, target = Path(scratch) / "source", Path(scratch) / "sites"
        shutil.copytree(project, source, ignore=_LEFT_OUT)
        page = source / "issues" / f"{ISSUE}.md"
        page.parent.mkdir()
        fresh = fill_template(ISSUE, project)
        page.write_text(fresh, encoding="utf-8")
        _build(source, target / "nuovo")
        page.write_text(fresh.replace("% :::{event}", f"{_GOOD}\n{_WRONG}\n% :::{{event}}", 1), encoding="utf-8")
        _build(source, target / "scritto")
        _build(source, target / "mail", builder="newsletter-email")
        old = Path(scratch) / "giugno-2026.txt"
        old.write_text(_OLD, encoding="utf-8")
        import_newsletter([str(old), "--source", str(source)])
        shutil.copytree(source / "_build" / "import", target / "import")
        yield target


def _build(source: Path, target: Path, builder: str = "html") -> None:
    doctrees = target.with_name(f"{target.name}-doctrees")
    options = ["-q", "-w", str(doctrees.with_suffix(".log"))]
    SphinxRun(
        source=source, builder=builder, output=target, doctrees=doctrees, settings=_SETTINGS, options=options
    ).call()
