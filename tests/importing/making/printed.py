# SPDX-License-Identifier: EUPL-1.2
"""PDF, by two programs that set text in different ways."""

import html
import io
import json
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

from .marks import Block, Keys, picture, runs

LINE = "\\\\"
TYPST_SIZES = {"h1": 1.6, "h2": 1.3, "h3": 1.1}
TYPST_PAGE = """#set page(paper: "{paper}", columns: {columns},
  header: [#text(8pt)[#{head};] #h(1fr) #text(8pt)[#context counter(page).display()]],
  footer: [#text(8pt)[#{foot};]])
#set text(lang: "{lang}", size: {size}pt, hyphenate: true)
#set par(justify: true)"""
TYPST_HEADING = """#block(above: 1.4em, sticky: true)[#set par(justify: false)
#text(size: {}em, weight: "bold", hyphenate: false)[{}]]"""


def quoted(text: str) -> str:
    """Write words as a string of typst."""
    return json.dumps(text, ensure_ascii=False)


def typst_inline(text: str) -> str:
    """Write the runs of a paragraph for typst."""
    out = ""
    for style, words, address in runs(text):
        shown = " \\\n".join(f"#{quoted(piece)};" if piece else "" for piece in words.split(LINE))
        link = f"#link({quoted(address)})[#underline[{shown}]];"
        out += {"b": f"#strong[{shown}];", "i": f"#emph[{shown}];", "t": link}.get(style, shown)
    return out


def typst_block(part: Block, name: str) -> str:
    """Write one paragraph for typst."""
    kind, text = part
    if kind in TYPST_SIZES:
        return TYPST_HEADING.format(TYPST_SIZES[kind], typst_inline(text))
    if kind == "img":
        return f'#image("{name}", width: 3cm, alt: {quoted(text)})'
    if kind == "hr":
        return "#line(length: 100%)"
    return (
        {"li": "- ", "li2": "  - "}.get(kind, "#block[") + typst_inline(text) + ("" if kind in {"li", "li2"} else "]")
    )


def by_typst(keys: Keys, blocks: list[Block]) -> bytes:
    """Set a document with typst."""
    settings = {"paper": "a5", "columns": "1", "lang": "it", "size": "10"} | keys
    texts = {"head": quoted(keys.get("head", "")), "foot": quoted(keys.get("foot", ""))}
    out = [TYPST_PAGE.format(**settings | texts)]
    with tempfile.TemporaryDirectory() as folder:
        for number, part in enumerate(blocks):
            if part[0] == "img":
                Path(folder, f"{number}.png").write_bytes(picture(number))
            out.append(typst_block(part, f"{number}.png"))
        main = Path(folder, "main.typ")
        main.write_text("\n\n".join(out), encoding="utf-8")
        made: bytes = import_module("typst").compile(str(main), ignore_system_fonts=True, timestamp=0)
    return made


def reportlab_inline(text: str) -> str:
    """Write the runs of a paragraph for reportlab."""
    out = ""
    for style, words, address in runs(text):
        shown = html.escape(words, quote=False).replace(LINE, "<br/>")
        link = f'<a href="{html.escape(address)}" color="blue">{shown}</a>'
        out += {"b": f"<b>{shown}</b>", "i": f"<i>{shown}</i>", "t": link}.get(style, shown)
    return out


def reportlab_styles(keys: Keys) -> dict[str, Any]:
    """Give the styles of paragraphs: plain ones justified and hyphenated."""
    new: Any = import_module("reportlab.lib.styles").ParagraphStyle
    size = float(keys.get("size", "10"))
    plain = new(
        "plain",
        fontName="Times-Roman",
        fontSize=size,
        leading=1.2 * size,
        spaceAfter=5,
        alignment=import_module("reportlab.lib.enums").TA_JUSTIFY,
        hyphenationLang={"it": "it_IT", "en": "en_GB"}[keys.get("lang", "it")],
        embeddedHyphenation=1,
        hyphenationMinWordLength=6,
    )
    return {
        "plain": plain,
        "li": new("li", plain, leftIndent=12),
        "li2": new("li2", plain, leftIndent=24),
        "h1": new("h1", fontName="Helvetica-Bold", fontSize=1.8 * size, leading=2.1 * size, spaceAfter=8),
        "h2": new(
            "h2",
            fontName="Helvetica-Bold",
            fontSize=1.3 * size,
            leading=1.5 * size,
            spaceBefore=8,
            spaceAfter=4,
            keepWithNext=1,
        ),
        "h3": new("h3", fontName="Times-Bold", fontSize=1.1 * size, leading=1.3 * size, spaceBefore=6, keepWithNext=1),
        "date": new("date", fontName="Times-Italic", fontSize=size, leading=1.2 * size, keepWithNext=1),
    }


def reportlab_story(keys: Keys, blocks: list[Block], cm: float) -> list[Any]:
    """Write all paragraphs for reportlab."""
    flow: Any = import_module("reportlab.platypus")
    styles, story = reportlab_styles(keys), []
    for number, (kind, text) in enumerate(blocks):
        if kind == "img":
            story.append(flow.Image(io.BytesIO(picture(number)), width=3 * cm, height=2 * cm))
        elif kind == "hr":
            story.append(flow.HRFlowable())
        else:
            bullet = "•" if kind in {"li", "li2"} else None
            story.append(flow.Paragraph(reportlab_inline(text), styles.get(kind, styles["plain"]), bulletText=bullet))
    return story


def by_reportlab(keys: Keys, blocks: list[Block]) -> bytes:
    """Set a document with reportlab, whose fonts know Latin 1 alone."""
    flow: Any = import_module("reportlab.platypus")
    cm: float = import_module("reportlab.lib.units").cm
    page = getattr(import_module("reportlab.lib.pagesizes"), keys.get("paper", "a5").upper())

    def decorate(canvas: Any, _document: Any) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(1.5 * cm, page[1] - 1 * cm, keys.get("head", ""))
        canvas.drawString(1.5 * cm, 0.9 * cm, keys.get("foot", ""))
        canvas.drawRightString(page[0] - 1.5 * cm, 0.9 * cm, keys.get("number", "{}").format(canvas.getPageNumber()))

    columns, out = int(keys.get("columns", "1")), io.BytesIO()
    width, high = (page[0] - 3 * cm - (columns - 1) * 0.6 * cm) / columns, page[1] - 3.2 * cm
    frames = [flow.Frame(1.5 * cm + n * (width + 0.6 * cm), 1.6 * cm, width, high, 0, 0, 0, 0) for n in range(columns)]
    document = flow.BaseDocTemplate(out, pagesize=page, invariant=1, title=keys.get("title", ""))
    document.addPageTemplates(flow.PageTemplate(frames=frames, onPage=decorate))
    document.build(reportlab_story(keys, blocks, cm))
    return out.getvalue()
