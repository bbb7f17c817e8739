# SPDX-License-Identifier: EUPL-1.2
"""Read the meaning of a source, apart from its layout: two texts with one meaning make the same pages and records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.model.kinds import Kind
from newsletter.reading.allow_list import EXTENSIONS
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.source.options import split_options

FENCES = frozenset({"fence", "colon_fence"})


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return create_md_parser(MdParserConfig(enable_extensions=set(EXTENSIONS)), RendererHTML)


def tokens_of(text: str) -> list[Token]:
    """Return the pieces of the Markdown *text* as the pages' own parser sees them."""
    return _parser().parse(text, {})


def block_of(token: Token) -> tuple[Kind, str] | None:
    """Return the kind and the title of the block that *token* is; None where it is none."""
    name, _space, title = token.info.strip().partition(" ") if token.type in FENCES else ("", "", "")
    word = name.removeprefix("{").removesuffix("}")
    return (Kind(word), title.strip()) if name == f"{{{word}}}" and word in set(Kind) else None


def meaning(text: str, about: Block) -> tuple[object, ...]:
    """Return plain values that are equal for two texts just when pages, records and diagnostics are.

    Lines are not part of it, nor is the order of different options, the length of fences and the blanks at their ends.

    :param about: what the blocks of the text need to know; its kind is of no importance.
    """
    return tuple(_told(token, about) for token in tokens_of(text))


def _told(token: Token, about: Block) -> object:
    found = block_of(token)
    if found:
        return _block(*found, token.content.split("\n"), about)
    # The children of inline text say it without the blanks at the ends of its lines.
    content = "" if token.type == "inline" else token.content
    children = tuple(_told(child, about) for child in token.children or ())
    markup = "" if token.type in FENCES else token.markup
    return (token.type, token.tag, token.info.strip(), content, markup, token.hidden, repr(token.attrs), children)


def _block(kind: Kind, title: str, lines: Sequence[str], about: Block) -> object:
    options, start = split_options(lines, FIELD_BY_NAME)
    written = sorted(((option.name, option.value) for option in options), key=lambda pair: pair[0])
    own = Block(
        kind, about.period, about.topics, about.names, about.language, about.time_zone, find_image=about.find_image
    )
    reading = parse_block(title, lines, own)
    diagnostics = sorted((found.diagnostic.code, found.diagnostic.text()) for found in reading.diagnostics)
    body = meaning("\n".join(lines[start:]), about)
    return kind, title, written, reading.facts, diagnostics, tuple(_notes(lines[start:])), body


def _notes(lines: Sequence[str]) -> Iterator[str]:
    """Return the comment lines, which may silence a hint."""
    yield from (line.strip() for line in lines if line.lstrip().startswith("%"))
