# SPDX-License-Identifier: EUPL-1.2
"""HTML: pages, mails made of tables, and what a word processor saves."""

import html

from .marks import Block, Keys, cells, runs

LINE = "\\\\"
WORD_BULLET = (
    "<![if !supportLists]><span style='font-family:Symbol'>·"
    "<span style='font:7.0pt \"Times New Roman\"'>&nbsp;&nbsp; </span></span><![endif]>"
)
MAIL_STYLES = {
    "h1": "font-size:26px;font-weight:bold;color:#003366",
    "h2": "font-size:18px;font-weight:bold;color:#aa1122",
    "h3": "font-size:16px;font-weight:bold",
    "date": "font-size:12px;color:#777777",
}
WORD_SIZES = {"h1": 20, "h2": 14, "h3": 12}
LAYOUT_TABLE = '<table role="presentation" width="{}" bgcolor="{}" cellpadding="0" cellspacing="0" border="0">'


def inline(text: str) -> str:
    """Write the runs of a paragraph."""
    out = ""
    for style, words, address in runs(text):
        shown = html.escape(words, quote=False).replace(LINE, "<br>\n")
        link = f'<a href="{html.escape(address)}">{shown}</a>'
        out += {"b": f"<strong>{shown}</strong>", "i": f"<em>{shown}</em>", "t": link}.get(style, shown)
    return out


def image(text: str, look: str, pictures: list[str]) -> str:
    """Show a picture: attached, at the mailing service, or beside the page."""
    pictures.append(text)
    number = len(pictures)
    if look.endswith("cid"):
        source = f"cid:image{number:03}@ufficio"
    elif look.startswith("mail"):
        source = f"https://img.posta.example/2026/foto-{number}.png"
    else:
        source = f"immagini/foto{number}.png"
    return f'<img src="{source}" alt="{html.escape(text)}" width="560" border="0">'


def word_paragraph(kind: str, words: str) -> str:
    """Write a paragraph as a word processor does, which knows no headings."""
    if kind in WORD_SIZES:
        style = f"font-size:{WORD_SIZES[kind]}.0pt;mso-bidi-font-size:11.0pt"
        return f"<p class=MsoNormal><b><span style='{style}'>{words}<o:p></o:p></span></b></p>"
    if kind in {"li", "li2"}:
        style = "text-indent:-18.0pt;mso-list:l0 level1 lfo1"
        return f"<p class=MsoListParagraph style='{style}'>{WORD_BULLET}{words}<o:p></o:p></p>"
    return f"<p class=MsoNormal>{words}<o:p></o:p></p>"


def block(part: Block, look: str, pictures: list[str]) -> str:
    """Write one paragraph."""
    kind, text = part
    if kind == "raw":
        return text
    if kind == "hr":
        return "<hr>"
    if kind == "img":
        return image(text, look, pictures)
    words = inline(text)
    if look == "word":
        return word_paragraph(kind, words)
    if look.startswith("mail"):
        bullet = "&bull;&nbsp;" if kind in {"li", "li2"} else ""
        style = MAIL_STYLES.get(kind, "font-size:14px")
        return f'<div style="font-family:Arial,sans-serif;{style}">{bullet}{words}</div>'
    if kind == "date":
        return f'<p class="data">{words}</p>'
    name = "li" if kind == "li2" else kind
    return f"<{name}>{words}</{name}>"


def page_body(blocks: list[Block], look: str, pictures: list[str]) -> str:
    """Write paragraphs with their lists and tables."""
    out: list[str] = []
    depth, table = 0, False
    for kind, text in [*blocks, ("end", "")]:
        wanted = 0 if look == "word" else {"li": 1, "li2": 2}.get(kind, 0)
        if depth == 1 and wanted == 2:
            out[-1] = out[-1].removesuffix("</li>")
        out += ["<ul>"] * (wanted - depth)
        out += ["</ul></li>" if level == 2 else "</ul>" for level in range(depth, wanted, -1)]
        depth = wanted
        if (kind == "row") != table:
            out.append("</table>" if table else '<table border="1">')
            table = not table
        if kind == "row":
            out.append("<tr>" + "".join(f"<td>{inline(cell)}</td>" for cell in cells(text)) + "</tr>")
        elif kind != "end":
            out.append(block((kind, text), look, pictures))
    return "\n".join(out)


def mail_row(group: list[Block], look: str, pictures: list[str]) -> str:
    """Write one record of a mail: a row with one cell, or with its date or picture in a cell on the left."""
    aside = {"mail-dates": "date", "mail-cards": "img"}.get(look)
    left = [part for part in group if part[0] == aside]
    right = [part for part in group if part[0] != aside]
    made = "".join(
        '<td valign="top" style="padding:8px 18px">' + "\n".join(block(part, look, pictures) for part in side) + "</td>"
        for side in (left, right)
        if side
    )
    return f"<tr><td>{LAYOUT_TABLE.format('100%', '#ffffff')}<tbody><tr>{made}</tr></tbody></table></td></tr>"


def mail_body(blocks: list[Block], look: str, pictures: list[str]) -> str:
    """Write a mail as tables within tables."""
    groups: list[list[Block]] = [[]]
    for part in blocks:
        if part[0] in {"h1", "h2", "h3", "hr"}:
            groups.append([])
        groups[-1].append(part)
    rows = "\n".join(mail_row(group, look, pictures) for group in groups if group)
    outer, inner = LAYOUT_TABLE.format("100%", "#eeeeee"), LAYOUT_TABLE.format("600", "#ffffff")
    return f'{outer}<tr><td align="center">\n{inner}\n{rows}\n</table>\n</td></tr></table>'


def page(keys: Keys, blocks: list[Block], pictures: list[str] | None = None) -> str:
    """Write a whole page; its pictures are added to the list."""
    look, shown = keys.get("look", "page"), [] if pictures is None else pictures
    body = (mail_body if look.startswith("mail") else page_body)(blocks, look, shown)
    title = html.escape(keys.get("title", "Newsletter"))
    head = f'<meta charset="{keys.get("charset", "utf-8")}">\n<title>{title}</title>'
    if look == "word":
        head += '\n<meta name=Generator content="Microsoft Word 15 (filtered)">'
        head += "\n<style><!-- p.MsoNormal {margin:0cm; font-size:11.0pt;} --></style>"
    if look.startswith("mail"):
        head += "\n<style>@media only screen and (max-width:480px){table{width:100%!important}}</style>"
    language = keys.get("lang", "it")
    return f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n{head}\n</head>\n<body>\n{body}\n</body>\n</html>\n'
