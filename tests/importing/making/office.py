# SPDX-License-Identifier: EUPL-1.2
"""OpenDocument texts, Rich Text, archives."""

import html
import io
import zipfile

from .marks import Block, Keys, cells, picture, runs

LINE = "\\\\"
ODT = "application/vnd.oasis.opendocument.text"
OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
SPACES = {
    "office": "office",
    "text": "text",
    "table": "table",
    "draw": "drawing",
    "style": "style",
    "svg": "svg-compatible",
    "fo": "xsl-fo-compatible",
}
XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
ODT_STYLES = (
    '<office:automatic-styles><style:style style:name="B" style:family="text">'
    '<style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="I" style:family="text">'
    '<style:text-properties fo:font-style="italic"/></style:style></office:automatic-styles>'
)
RTF_HEAD = "{\\rtf1\\ansi\\ansicpg1252\\deff0\\uc1{\\fonttbl{\\f0 Times New Roman;}}\\f0\\fs22"
RTF_HEADING = "\\pard\\sb200{{\\b\\fs{} {}}}\\par"
RTF_SIZES = {"h1": 36, "h2": 28, "h3": 24}


def archive(files: dict[str, bytes]) -> bytes:
    """Pack files, all of one day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(entry, data)
    return out.getvalue()


def odt_inline(text: str) -> str:
    """Write the runs of a paragraph for OpenDocument."""
    out = ""
    for style, words, address in runs(text):
        shown = html.escape(words, quote=False).replace(LINE, "<text:line-break/>")
        span = f'<text:span text:style-name="{style.upper()}">{shown}</text:span>'
        link = f'<text:a xlink:type="simple" xlink:href="{html.escape(address)}">{shown}</text:a>'
        out += {"b": span, "i": span, "t": link}.get(style, shown)
    return out


def odt_picture(text: str, number: int) -> str:
    """Show a picture in a paragraph of its own."""
    return (
        '<text:p><draw:frame svg:width="5cm" svg:height="3cm">'
        f'<draw:image xlink:href="Pictures/{number}.png" xlink:type="simple"/>'
        f"<svg:title>{html.escape(text)}</svg:title></draw:frame></text:p>"
    )


def odt_block(part: Block) -> str:
    """Write one paragraph for OpenDocument."""
    kind, text = part
    words = odt_inline(text)
    if kind in {"h1", "h2", "h3"}:
        return f'<text:h text:outline-level="{kind[1]}">{words}</text:h>'
    item = f"<text:list-item><text:p>{words}</text:p></text:list-item>"
    if kind == "li":
        return f"<text:list>{item}</text:list>"
    if kind == "li2":
        return f"<text:list><text:list-item><text:list>{item}</text:list></text:list-item></text:list>"
    if kind == "row":
        row = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{odt_inline(cell)}</text:p></table:table-cell>'
            for cell in cells(text)
        )
        return f"<table:table-row>{row}</table:table-row>"
    return f"<text:p>{words}</text:p>"


def odt_body(blocks: list[Block], pictures: list[str]) -> str:
    """Write all paragraphs, with the rows of a table together."""
    out, table = "", False
    for kind, text in [*blocks, ("end", "")]:
        if (kind == "row") != table:
            columns = f'<table:table><table:table-column table:number-columns-repeated="{len(cells(text))}"/>'
            out += "</table:table>" if table else columns
            table = not table
        if kind == "img":
            pictures.append(text)
            out += odt_picture(text, len(pictures))
        elif kind != "end":
            out += odt_block((kind, text))
    return out


def odt(_keys: Keys, blocks: list[Block]) -> bytes:
    """Write a whole OpenDocument text."""
    pictures: list[str] = []
    body = odt_body(blocks, pictures)
    spaces = " ".join(f'xmlns:{key}="{OASIS}{value}:1.0"' for key, value in SPACES.items())
    spaces += ' xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"'
    text = f"<office:body><office:text>{body}</office:text></office:body>"
    content = f"{XML}<office:document-content {spaces}>{ODT_STYLES}{text}</office:document-content>"
    styles = f"{XML}<office:document-styles {spaces}><office:styles/></office:document-styles>"
    files = {"content.xml": content.encode(), "styles.xml": styles.encode()}
    files |= {f"Pictures/{number}.png": picture(number) for number in range(1, len(pictures) + 1)}
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in [("/", ODT), *((name, "text/xml" if name.endswith("xml") else "image/png") for name in files)]
    )
    space = f'xmlns:manifest="{OASIS}manifest:1.0" manifest:version="1.2"'
    manifest = f"{XML}<manifest:manifest {space}>{entries}</manifest:manifest>"
    return archive({"mimetype": ODT.encode(), "META-INF/manifest.xml": manifest.encode()} | files)


def rtf_escape(text: str, *, bytewise: bool) -> str:
    """Write words in ASCII, by bytes of Windows or by numbers of Unicode."""

    def one(character: str) -> str:
        if character in "\\{}":
            return "\\" + character
        if ord(character) < 128:
            return character
        byte = character.encode("cp1252", "ignore")
        return f"\\'{byte[0]:02x}" if bytewise and byte else f"\\u{ord(character)}\\'3f"

    return "\\line ".join("".join(map(one, piece)) for piece in text.split(LINE))


def rtf_inline(text: str, *, bytewise: bool) -> str:
    """Write the runs of a paragraph for Rich Text."""
    out = ""
    for style, words, address in runs(text):
        shown = rtf_escape(words, bytewise=bytewise)
        link = f'{{\\field{{\\*\\fldinst{{HYPERLINK "{address}"}}}}{{\\fldrslt{{\\ul {shown}}}}}}}'
        out += {"b": f"{{\\b {shown}}}", "i": f"{{\\i {shown}}}", "t": link}.get(style, shown)
    return out


def rtf(keys: Keys, blocks: list[Block]) -> bytes:
    """Write a whole Rich Text document."""
    out = [RTF_HEAD]
    for number, (kind, text) in enumerate(blocks):
        words = rtf_inline(text, bytewise=keys.get("look") == "cp1252")
        if kind == "img":
            out.append(f"{{\\pict\\pngblip\\picwgoal1500\\pichgoal900 {picture(number).hex()}}}\\par")
        elif kind in RTF_SIZES:
            out.append(RTF_HEADING.format(RTF_SIZES[kind], words))
        elif kind in {"li", "li2"}:
            out.append(f"\\pard\\fi-284\\li{284 if kind == 'li' else 568} \\bullet\\tab {words}\\par")
        else:
            out.append(f"\\pard {words}\\par")
    return ("\n".join(out) + "\n}").encode("ascii")
