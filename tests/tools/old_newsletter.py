# SPDX-License-Identifier: EUPL-1.2
"""An old newsletter of Borgoluce, as the office kept it: plain text, HTML, Word and PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import typst

# How each line looks: 1 to 3 a heading, "b" a bold line, "-" an item, "" text, "+" text that goes on without a break.
LINES: tuple[tuple[str, str], ...] = (
    ("1", "Borgoluce nel mondo"),
    ("2", "maggio 2026"),
    ("", "Comune di Borgoluce - Ufficio Esempi"),
    ("+", "Piazza Inventata 1, 00000 Borgoluce"),
    ("", "Questo è il primo numero dopo una lunga sospensione dovuta a motivi tecnici."),
    ("2", "Top News"),
    ("b", "Notte delle lanterne"),
    ("+", "9 aprile - 2 giugno"),
    ("", "Torna la festa delle lanterne, con *diciotto* percorsi, e si paga 10_000 volte meno."),
    ("+", "Informazioni: https://borgoluce.example/lanterne_2026."),
    ("b", "I seminari dell'orto"),
    ("+", "13 maggio; 20 maggio"),
    ("", "Luogo: online"),
    ("", "Il 13 maggio si parla di mercati, il 20 maggio di miele."),
    ("b", "Sfida delle università – 15-16 maggio"),
    ("", "Due giornate di sport:"),
    ("-", "atletica"),
    ("-", "canottaggio"),
    ("b", "Lettura sul ponte (16 maggio 2026)"),
    ("", "A cura della biblioteca."),
    ("b", "Concerto dei mille"),
    ("+", "Stadio di Prova, 30 maggio, ore 21"),
    ("", "Mille voci: [tutte] dal vivo."),
    ("b", "Volontari d'Europa"),
    ("+", "maggio"),
    ("", "Per chi ha dai 18 ai 30 anni."),
    ("2", "Appuntamenti sportivi internazionali"),
    ("b", "Finale di pallavolo"),
    ("+", "15-17 maggio 2026 | Palazzetto di Borgoluce"),
    ("", "Si gioca in casa."),
    ("2", "Approfondimenti"),
    ("", "I resoconti sono sul sito."),
    ("2", "Aprile 2026"),
    ("3", "Delegazioni ricevute"),
    ("b", "Repubblica Dominicana"),
    ("+", "Sono venuti il Console e la Vice Console."),
    ("3", "Missioni all'estero"),
    ("", "Québec; Montréal | 12-17 aprile | Missione di sistema, con incontri."),
    ("", "Skopje | 22-24 aprile | L'assessore Ugo Prova ha visto il museo."),
    ("b", "Lisbona (Portogallo)"),
    ("+", "26-30 aprile"),
    ("", "Due tappe nelle biblioteche."),
    ("3", "In primo piano"),
    ("b", "Accordo tra le scuole, 21 aprile"),
    ("", "Un accordo di cinque anni."),
    ("2", "Coming Soon"),
    ("2", "Contatti"),
    ("", "Ufficio Esempi, tel. 000 0000000"),
    ("", "Per non ricevere più questa newsletter scrivere a esempi@borgoluce.example."),
)

RECORDS = {
    ("event", "Notte delle lanterne", "9 aprile - 2 giugno", ""),
    ("event", "I seminari dell'orto", "13 maggio; 20 maggio", "online"),
    ("event", "Sfida delle università", "15-16 maggio", ""),
    ("event", "Lettura sul ponte", "16 maggio 2026", ""),
    ("event", "Concerto dei mille", "30 maggio", "Stadio di Prova"),
    ("event", "Volontari d'Europa", "maggio", ""),
    ("event", "Finale di pallavolo", "15-17 maggio 2026", "Palazzetto di Borgoluce"),
    ("delegation", "Repubblica Dominicana", "Aprile 2026", ""),
    ("mission", "Québec; Montréal", "12-17 aprile", "Québec; Montréal"),
    ("mission", "Skopje", "22-24 aprile", "Skopje"),
    ("mission", "Lisbona (Portogallo)", "26-30 aprile", "Lisbona"),
    ("news", "Accordo tra le scuole", "21 aprile", ""),
}


def as_text() -> bytes:
    pieces = [("\n" if look == "+" else "\n\n") + ("- " if look == "-" else "") + text for look, text in LINES]
    return "".join(pieces).replace("\n\n- ", "\n- ").strip().encode()


def as_html() -> bytes:
    pieces = []
    for look, text in LINES:
        words = escape(text)
        tag = f"h{look}" if look.isdigit() else "li" if look == "-" else "p"
        pieces.append(f"<{tag}>{f'<b>{words}</b>' if look == 'b' else words}</{tag}>")
    page = "\n".join(pieces).replace("</p>\n<p>Piazza", "<br>\nPiazza")
    head = "<!doctype html><html><head><meta charset=utf-8><style>p {}</style></head>"
    return f"{head}<body>{page}</body></html>".encode()


def as_docx() -> bytes:
    paragraphs = []
    for look, text in LINES:
        style = f'<w:pPr><w:pStyle w:val="Heading{look}"/></w:pPr>' if look.isdigit() else ""
        bold = "<w:rPr><w:b/></w:rPr>" if look == "b" else ""
        paragraphs.append(f"<w:p>{style}<w:r>{bold}<w:t>{escape(text)}</w:t></w:r></w:p>")
    return word_document("".join(paragraphs), footer="Stampato su carta riciclata")


def word_document(body: str, *, footer: str) -> bytes:
    """Return a Word document of the WordprocessingML *body*, with the *footer* on each of its sheets."""
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="Heading{n}"><w:name w:val="heading {n}"/></w:style>' for n in (1, 2, 3)
    )
    margin = f"<w:p><w:r><w:t>{escape(footer)}</w:t></w:r></w:p>"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r2" Type="{office}/styles" Target="styles.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{main}">{styles}</w:styles>',
        "word/footer1.xml": f'<w:ftr xmlns:w="{main}">{margin}</w:ftr>',
    }
    raw = BytesIO()
    with ZipFile(raw, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return raw.getvalue()


def as_pdf() -> bytes:
    pieces = ['#set page(width: 14cm, height: 18cm, numbering: "1")', '#set text(lang: "it", size: 10pt)']
    for look, text in LINES:
        words = '#"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
        size = {"1": 20, "2": 16, "3": 13}.get(look)
        if size:
            pieces.append(f"\n#block(text(size: {size}pt)[{words}])")
        elif look == "+":
            pieces.append(f"\\ {words}")
        else:
            pieces.append(f"\n{'- ' if look == '-' else ''}{f'#strong[{words}]' if look == 'b' else words}")
    compiled: bytes = typst.compile("\n".join(pieces).encode())
    return compiled


FORMATS: Mapping[str, Callable[[], bytes]] = {
    "maggio.txt": as_text,
    "maggio.html": as_html,
    "maggio.docx": as_docx,
    "maggio.pdf": as_pdf,
}


def write(folder: Path, name: str, forms: Mapping[str, Callable[[], bytes]] = FORMATS) -> Path:
    """Write the newsletter into *folder*, in the form that the end of its *name* says."""
    path = folder / name
    path.write_bytes(forms[name]())
    return path
