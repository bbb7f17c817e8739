# SPDX-License-Identifier: EUPL-1.2
"""Mails of several structures, and pages that a browser saved as one file."""

import re
from email.message import EmailMessage

from . import web
from .marks import Block, Keys, parse, picture

Part = tuple[str, str, str]


def add(message: EmailMessage, keys: Keys, part: Part, pictures: list[str]) -> None:
    """Add a part with text: the first as content, a further one as an alternative."""
    kind, _, text = part
    charset = keys.get("charset", "utf-8")
    put = message.set_content if "Content-Type" not in message else message.add_alternative
    if kind == "html":
        page = web.page(keys, parse(text), pictures) if text.strip() else "<html><head></head><body></body></html>\n"
        put(page, subtype="html", charset=charset, cte="quoted-printable")
    else:
        put(text, charset=charset, cte=keys.get("cte", "8bit"))


def one_after_another(message: EmailMessage, keys: Keys, parts: list[Part]) -> None:
    """Write text, a picture in the text, and more text."""
    message.make_mixed()
    for number, part in enumerate(parts):
        inner = EmailMessage()
        if part[0] == "picture":
            inner.set_content(picture(number), "image", "png", disposition="inline", filename=part[1])
        else:
            add(inner, keys, part, [])
        message.attach(inner)


def forwarded(message: EmailMessage, keys: Keys, parts: list[Part]) -> None:
    """Write some words, and attach a whole message."""
    inner = EmailMessage()
    add(inner, keys, parts[1], [])
    for key in ("From", "To", "Subject", "Date"):
        inner[key] = keys[f"inner-{key.lower()}"]
    add(message, keys, parts[0], [])
    message.add_attachment(inner)


def alternatives(message: EmailMessage, keys: Keys, parts: list[Part]) -> None:
    """Write one text, or the same in two forms, with the pictures that belong to it."""
    pictures: list[str] = []
    for part in parts:
        add(message, keys, part, pictures)
    if keys["structure"] == "related":
        for number in range(1, len(pictures) + 1):
            name, key = f"image{number:03}.png", f"<image{number:03}@ufficio>"
            message.add_related(picture(number), "image", "png", cid=key, filename=name, disposition="inline")


def eml(keys: Keys, text: str, name: str) -> bytes:
    """Write a mail; `declare` gives its charset a name that no program knows."""
    pieces = re.split(r"(?m)^%part (\w+)(.*)\n", text)[1:]
    parts = [
        (kind, more.strip(), body.strip("\n") + "\n") for kind, more, body in zip(*[iter(pieces)] * 3, strict=True)
    ]
    message = EmailMessage()
    {"mixed": one_after_another, "forward": forwarded}.get(keys["structure"], alternatives)(message, keys, parts)
    for key in ("From", "To", "Subject", "Date"):
        message[key] = keys[key.lower()]
    message["Message-ID"] = f"<{name}@posta.example>"
    for number, inner in enumerate(message.walk()):
        if inner.get_content_maintype() == "multipart":
            inner.set_boundary(f"=_parte_{number}_{name}")
    raw = message.as_bytes()
    if "declare" in keys:
        raw = raw.replace(b'charset="utf-8"', f'charset="{keys["declare"]}"'.encode())
    return raw


def mhtml(keys: Keys, blocks: list[Block]) -> bytes:
    """Write a page with its pictures as browsers save it."""
    message, pictures = EmailMessage(), list[str]()
    message.set_content(web.page(keys, blocks, pictures), subtype="html", charset="utf-8", cte="quoted-printable")
    message["Content-Location"] = keys["location"]
    folder = keys["location"].rpartition("/")[0]
    for number, _ in enumerate(pictures, 1):
        place = f"Content-Location: {folder}/immagini/foto{number}.png"
        message.add_related(picture(number), "image", "png", headers=[place])
    message["From"], message["Subject"] = "<Saved by Blink>", keys.get("title", "")
    message["Snapshot-Content-Location"] = keys["location"]
    if message.is_multipart():
        message.set_boundary("----MultipartBoundary--pagina----")
    return message.as_bytes()
