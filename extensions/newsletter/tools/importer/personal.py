# SPDX-License-Identifier: EUPL-1.2
"""Links that belong to whoever got the mail, and not to the newsletter: they are never published."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from newsletter.model.diagnostics import ContentError
from newsletter.model.text import plain
from newsletter.source.urls import parse_url
from newsletter.tools.importer.lines import Line, Piece, line_of
from newsletter.tools.importer.original import Original

_WORDS = re.compile(
    r"""unsubscribe|opt.?out|disiscri|cancella(?:ti|rsi|re)?\b|cancellazione|annulla(?:re)?\ l'iscrizione
    |non\ (?:desideri?o?|ricever[ei]|voglio|vuoi|volete)\b|stop\ (?:receiving|getting)|leave\ (?:the|this)\ list
    |(?:esci(?:re)?|uscir[ei]|uscirne)\b|nel\ (?:tuo\ )?browser|in\ (?:your\ |a\ )?browser|versione\ (?:web|online)
    |web\ version|view\ online|preferenze|preferences|aggiorna\ (?:il\ )?(?:tuo\ )?profilo|desinscri|desabonn
    |dans\ (?:votre|le)\ navigateur""",
    re.VERBOSE,
)
_PATHS = re.compile(
    r"""unsub|opt-?out|disiscri|cancella|desabonn|desinscri|view-?in-?browser|viewonline|webversion|/mirror
    |campaign-archive\.com/\?e=|/profile\?|preferenc|list-manage\.com/(?:track|unsubscribe|profile|vcard)|/track[/?]|/trk/
    |/click[/?]|[./]clicks?\.|^https?://click\.|/mk/(?:cl|un|mr)/|/wf/click|/ls/click|/r/\d+/|/c/\w{6,}/|/lt\.php
    |/link\.php|sendibt|mailchi\.mp/track|mjt\.lu/lnk|rs6\.net/tn""",
    re.IGNORECASE | re.VERBOSE,
)
_NAMES = "recipient|subscriber(?:_?id)?|uid|user|utente|iscritto|email|e|mid|cid|token|hash|destinatario|contact"
_RECIPIENT = re.compile(rf"(?:{_NAMES})", re.IGNORECASE)
_MAILBOX = re.compile(r"[^@\s]+@[^@\s]+\.\w+")
_LONGEST = 250
_COUNTERS = re.compile(r"^(?:utm_\w+|mc_[ce]id|fbclid|gclid|_hs\w+|mkt_tok|pk_\w+)$", re.IGNORECASE)


@lru_cache(maxsize=65536)  # the reader, the account and the draft ask about each link
def is_personal(url: str, words: str = "") -> bool:
    """Tell whether *url*, which *words* link, belongs to one recipient of a mail."""
    parts = _split(url)
    if parts.scheme == "mailto":
        return bool(re.search(r"unsubscribe|cancella|disiscri", url, re.IGNORECASE))
    if _PATHS.search(url):
        return True
    if _WORDS.search(plain(words)):
        return True
    return any(_RECIPIENT.fullmatch(name) or _MAILBOX.fullmatch(value) for name, value in parse_qsl(parts.query))


def personal_links(original: Original) -> frozenset[str]:
    """Return the links of *original* that are personal by themselves, by their words, or by the line they stand in."""
    by_words = {
        piece.link for line in original.lines for piece in line.pieces if piece.link and _is_personal(line, piece)
    }
    return frozenset({*by_words, *(link for link in original.links if is_personal(link))})


def _is_personal(line: Line, piece: Piece) -> bool:
    return is_personal(piece.link, piece.text) or (is_for_recipients(line) and not piece.link.startswith("mailto:"))


def _split(url: str) -> SplitResult:
    """Return the parts of *url*; none where it is no URL."""
    try:
        return urlsplit(url)
    except ValueError:
        return urlsplit("")


def target_of(url: str) -> str:
    """Return the URL that a counting link leads to, where it says it; empty where it does not."""
    for _name, value in parse_qsl(_split(url).query):
        if value.startswith(("http://", "https://")) and not is_personal(value):
            try:
                return without_counters(parse_url(value))
            except ContentError:
                return ""
    return ""


def without_counters(url: str) -> str:
    """Return *url* without the parameters that only count readers."""
    parts = _split(url)
    if not parts.query or not any(_COUNTERS.match(pair.partition("=")[0]) for pair in parts.query.split("&")):
        return url
    pairs = [pair for pair in parts.query.split("&") if not _COUNTERS.match(pair.partition("=")[0])]
    return urlunsplit(parts._replace(query="&".join(pairs)))


def is_for_recipients(line: Line) -> bool:
    """Tell whether *line* only says to its recipients how to read the mail otherwise, or to have no more of it."""
    return len(line.text) <= _LONGEST and bool(_WORDS.search(plain(line.text)))


def left_out(line: Line) -> list[str]:
    """Return the words of *line* that linked what only one recipient was to follow, and that say not where."""
    return [
        f"{'' if _is_written(piece) else piece.text.strip()} ({_split(piece.link).hostname})".strip()
        for piece in line.pieces
        if piece.link and _is_personal(line, piece) and not target_of(piece.link)
    ]


def impersonal(line: Line) -> Line:
    """Return *line* without personal links; a counting link that says where it leads, leads there."""
    if not line.links:
        return line
    looks = {name: getattr(line, name) for name in _LOOKS}
    return line_of(_impersonal(line), cells=tuple(impersonal(cell) for cell in line.cells), **looks)


_LOOKS = ("number", "heading", "gap", "item", "aside", "picture")


def _is_written(piece: Piece) -> bool:
    """Tell whether the words of a link are its URL."""
    return piece.text.strip().startswith(("http://", "https://", "www."))


def _impersonal(line: Line) -> Iterator[Piece]:
    for piece in line.pieces:
        if not piece.link:
            yield piece
        elif _is_personal(line, piece):
            text = f"({_split(piece.link).hostname})" if _is_written(piece) else piece.text
            yield replace(piece, text=text.replace("www.", ""), link=target_of(piece.link))
        else:
            bare = without_counters(piece.link)
            text = bare if piece.text == piece.link else piece.text
            yield replace(piece, text=text, link=bare)
