# SPDX-License-Identifier: EUPL-1.2
"""A newsletter of Borgoluce as its office made it: a wrapped mail, a mail in tables, Word, a PDF in two columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from email.message import EmailMessage
from html import escape
from pathlib import Path

import typst

from tests.tools.old_newsletter import word_document

FOLDER = Path(__file__).parent / "hand_made"


def _paragraph(*runs: str) -> str:
    """Return a paragraph; a run that begins with ``*`` is bold, ``|`` in one breaks its line."""
    shown = []
    for run in runs:
        bold = "<w:rPr><w:b/></w:rPr>" if run.startswith("*") else ""
        text = escape(run.removeprefix("*")).replace("|", "</w:t><w:br/><w:t>")
        shown.append(f'<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r>')
    return f"<w:p>{''.join(shown)}</w:p>"


def _table(*rows: tuple[str, ...]) -> str:
    cells = ("".join(f"<w:tc>{_paragraph(text)}</w:tc>" for text in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def as_word() -> bytes:
    """Return a document without a single style: what is a title is bold."""
    body = [
        *map(_paragraph, ("*BORGOLUCE NEL MONDO", "maggio 2026", "Comune di Borgoluce – Servizio Relazioni")),
        *map(_paragraph, ("*TOP NEWS", "", "*Notte delle lanterne", "9 aprile – 2 giugno", "Piazze del centro")),
        _paragraph("Terza edizione, in collaborazione con la Fondazione Lume e l’Università di Borgoluce."),
        _paragraph("*I seminari dell’orto", " – 13 maggio; 20 maggio, online"),
        _paragraph("Il 13 maggio si parla di mercati rionali."),
        _paragraph("*Sfida delle università", "|15-16 maggio|Polo Sportivo Prova"),
        *map(_paragraph, ("Due giornate di gare.", "*Sabato 30 maggio, ore 21.00", "*Concerto dei mille")),
        *map(_paragraph, ("Mille voci.", "*APRILE 2026", "*Delegazioni ricevute", "*Repubblica Dominicana")),
        _paragraph("Visita del Console Generale a Milano Ramón Esempio e della Vice Console Luz Modello."),
        _paragraph("*Missioni all’estero"),
        _table(
            ("Québec, Montréal", "12-17 aprile", "Missione della Vice-Sindaca Ada Esempio con la Regione Inventata."),
            ("Skopje", "22-24 aprile", "Convegno con l’Assessore Ugo Prova."),
        ),
        *map(_paragraph, ("*In primo piano", "*Accordo tra le scuole (21 aprile)", "Un accordo di cinque anni.")),
        *map(_paragraph, ("*CONTATTI", "Servizio Relazioni, tel. 000 0000000")),
    ]
    return word_document("".join(body), footer="Borgoluce nel mondo, pagina 1")


_PDF = """
#set page(paper: "a5", margin: (x: 1cm, y: 1.6cm), columns: 2,
  header: text(7pt)[Borgoluce nel mondo – maggio 2026 #h(1fr) pagina #context counter(page).display()],
  footer: text(6pt)[Comune di Borgoluce – Servizio Relazioni])
#set text(lang: "it", size: 9pt, hyphenate: true)
#set par(justify: true)
#place(top, scope: "parent", float: true)[#text(20pt, weight: "bold")[Borgoluce nel mondo] \\ maggio 2026]
#let sezione(t) = block(above: 14pt, below: 8pt, text(13pt, weight: "bold", t))
#let titolo(t) = block(above: 10pt, below: 4pt, strong(t))
#let quando(t) = block(above: 4pt, below: 6pt, emph(t))
#sezione[Top News]
#titolo[Notte delle lanterne] #quando[9 aprile – 2 giugno, Borgoluce]
Terza edizione della festa, con diciotto percorsi straordinariamente illuminati, in collaborazione con la Fondazione
Lume e l'Università di Borgoluce. Gli organizzatori raccomandano l'abbonamento ai collegamenti extraurbani.
#titolo[I seminari dell'orto] #quando[13 maggio; 20 maggio – online]
Si parla di approvvigionamento, di consapevolezza alimentare e di internazionalizzazione delle filiere corte, con
particolare attenzione alle amministrazioni intercomunali.
#colbreak()
#sezione[Aprile 2026]
#sezione[Missioni all'estero]
*Québec, Montréal* | 12-17 aprile | Missione della Vice-Sindaca Ada Esempio, dedicata alle trasformazioni urbane.

*Skopje* | 22-24 aprile | Convegno sulla partecipazione con l'Assessore Ugo Prova.
#sezione[In primo piano]
#titolo[Accordo tra le scuole – 21 aprile]
Un accordo di cinque anni.
"""


def as_two_columns() -> bytes:
    """Return two columns of justified, hyphenated text under a title across both."""
    compiled: bytes = typst.compile(_PDF.encode())
    return compiled


def as_saved_mail() -> bytes:
    """Return the mail in tables as a mail program saves it, with a version in plain text that says less."""
    mail = EmailMessage()
    mail["Subject"] = "Borgoluce nel mondo: è uscito il numero di maggio"
    mail.set_content("Questa mail si legge in HTML.")
    mail.add_alternative((FOLDER / "maggio.html").read_text("utf-8"), subtype="html")
    return mail.as_bytes()


HAND_MADE: Mapping[str, Callable[[], bytes]] = {
    "maggio.txt": (FOLDER / "maggio.txt").read_bytes,
    "maggio.html": (FOLDER / "maggio.html").read_bytes,
    "maggio.docx": as_word,
    "maggio.pdf": as_two_columns,
    "maggio.eml": as_saved_mail,
}
