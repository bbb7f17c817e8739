# SPDX-License-Identifier: EUPL-1.2
r"""Make the documents that cannot be typed by hand (docx, pdf, eml, odt, zip ...) from documents/sources.

    pip install python-docx reportlab typst pyphen
    python -m tests.importing.make_documents [NAME ...]

A source is `NAME.EXT.src`: lines `%key value`, then one paragraph a line. `#` to `###` are headings, `- ` and `  - `
list items, `~ ` a line with a date, `! ` a picture (its alternative text), `|a|b|` a row of a table, `<` raw HTML,
`---` a rule, `\\` a line break. Inside: **bold**, *italics*, [text](address), {+added+}, {-deleted-}, {#comment#}.
In a mail `%part html` begins a part, in a zip `%file name` a file.
"""

import re
import sys
from pathlib import Path

from .making import mail, office, printed, web, word
from .making.marks import Keys, parse

DOCUMENTS = Path(__file__).parent / "documents"
BY_FORM = {"docx": word.docx, "mhtml": mail.mhtml, "odt": office.odt, "rtf": office.rtf}


def split(text: str) -> tuple[Keys, str]:
    """Take the keys from the top of a source."""
    keys: Keys = {}
    lines = text.splitlines(keepends=True)
    while lines and re.match(r"%(?!part |file )[\w-]+ ", lines[0]):
        key, _, value = lines.pop(0)[1:].partition(" ")
        keys[key] = value.strip("\n")
    return keys, "".join(lines)


def make(text: str, name: str) -> bytes:
    """Make the bytes of the document that a source describes."""
    keys, body = split(text)
    form = keys.get("form") or name.rpartition(".")[2]
    if form == "zip":
        pieces = iter(re.split(r"(?m)^%file (.+)\n", body)[1:])
        return office.archive(
            {f"{keys['folder']}/{inner}": make(piece, inner) for inner, piece in zip(pieces, pieces, strict=True)}
        )
    if form in {"txt", "md"}:
        return body.encode()
    if form == "eml":
        return mail.eml(keys, body, name.partition(".")[0])
    blocks = parse(body)
    if form == "html":
        return web.page(keys, blocks).encode(keys.get("charset", "utf-8"), "xmlcharrefreplace")
    if form == "pdf":
        return (printed.by_typst if keys.get("by") == "typst" else printed.by_reportlab)(keys, blocks)
    return BY_FORM[form](keys, blocks)


def main() -> None:
    """Make all documents, or those that are named."""
    for source in sorted(DOCUMENTS.glob("sources/*/*.src")):
        name = source.name.removesuffix(".src")
        if not sys.argv[1:] or name in sys.argv[1:]:
            folder = DOCUMENTS / source.parent.name
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(make(source.read_text(encoding="utf-8"), name))


if __name__ == "__main__":
    main()
