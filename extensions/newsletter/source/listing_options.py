# SPDX-License-Identifier: EUPL-1.2
"""Reading the options of ``{records}``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from newsletter.archive.selection import GroupBy, Layout, Listing, Query
from newsletter.languages import meanings
from newsletter.model.countries import parse_countries
from newsletter.model.diagnostics import ContentError, PartlyParsedError, _
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind
from newsletter.model.text import nearest, plain
from newsletter.source.fields import Block, parse_topics
from newsletter.source.options import Option
from newsletter.source.people import split_names


@dataclass
class _Draft:
    query: dict[str, Any] = field(default_factory=dict)
    listing: dict[str, Any] = field(default_factory=dict)


def parse_listing(options: Sequence[Option], block: Block) -> tuple[Listing, list[tuple[ContentError, int]]]:
    """Parse the *options* of a list; those that make no sense are left out and returned with their lines.

    Of *block* only what it knows of topics and names matters.
    """
    draft = _Draft()
    errors: list[tuple[ContentError, int]] = []
    seen: set[str] = set()
    for option in options:
        try:
            _reader(option, seen)(option.value, draft, block)
        except PartlyParsedError as error:
            errors += [(each, option.line) for each in error.errors]
        except ContentError as error:
            errors.append((error, option.line))
    since, until = draft.query.get("since"), draft.query.get("until")
    if since and until and since > until:
        message = _("“:from:” lies after “:to:”, so that the list is empty: exchange the two.")
        errors.append((ContentError("records-option", message), max(option.line for option in options)))
    return Listing(query=Query(**draft.query), **draft.listing), errors


def _reader(option: Option, seen: set[str]) -> Callable[[str, _Draft, Block], None]:
    if option.name in seen:
        raise ContentError("option-twice", _("“:%(name)s:” is given twice. Keep one of them."), name=option.name)
    seen.add(option.name)
    reader = _PARSERS.get(option.name)
    if reader is None:
        near = _MEANT.get(plain(option.name)) or nearest(option.name, _PARSERS) or "kind"
        raise ContentError(
            "records-option",
            _("A list of records has no option “:%(name)s:”. Did you mean “:%(near)s:”?"),
            name=option.name,
            near=near,
        )
    return reader


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split("[,;]", text) if part.strip()]


def _choice(text: str, choices: Iterable[str]) -> str:
    known = list(choices)
    if plain(text) in known:
        return plain(text)
    raise ContentError(
        "records-option",
        _("“%(text)s” is not possible here. Write one of: %(choices)s."),
        text=text,
        choices=", ".join(known),
    )


def _number(text: str) -> int:
    if re.fullmatch(r"[0-9]{1,4}", text) and int(text):
        return int(text)
    raise ContentError("records-option", _("“%(text)s” is no number from 1 to 9999."), text=text)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ContentError(
            "records-option", _("“%(text)s” is no day: write it as year-month-day, “2026-05-18”."), text=text
        ) from None


def _issue(text: str) -> str:
    if IssueName.parse(text) is None:
        raise ContentError("records-option", _("“%(text)s” is no issue: write “2026-05”."), text=text)
    return text


def _flag(text: str) -> bool:
    return _choice(text or "true", ("true", "false")) == "true"


def _query(name: str, read: Callable[[str, Block], object]) -> Callable[[str, _Draft, Block], None]:
    def take(text: str, draft: _Draft, block: Block) -> None:
        draft.query[name] = read(text, block)

    return take


def _listing(name: str, read: Callable[[str], object]) -> Callable[[str, _Draft, Block], None]:
    def take(text: str, draft: _Draft, _block: Block) -> None:
        draft.listing[name] = read(text)

    return take


def _people(text: str, block: Block) -> frozenset[str]:
    if "," in text:
        message = _("Between people goes “;”: write “%(better)s”.")
        raise ContentError("records-option", message, better=re.sub(r"\s*,\s*", "; ", text))
    return frozenset(plain(block.names.people.get(plain(name), name)) for name in split_names(text))


_PARSERS: Mapping[str, Callable[[str, _Draft, Block], None]] = {
    "kind": _query("kinds", lambda text, _block: frozenset(_choice(part, Kind) for part in _parts(text))),
    "country": _query("countries", lambda text, block: frozenset(parse_countries(text, block.names.countries))),
    "person": _query("people", _people),
    "topic": _query("topics", lambda text, block: frozenset(parse_topics(text, block))),
    "issue": _query("issues", lambda text, _block: frozenset(_issue(part) for part in _parts(text))),
    "year": _query("years", lambda text, _block: frozenset(_number(part) for part in _parts(text))),
    "from": _query("since", lambda text, _block: _day(text)),
    "to": _query("until", lambda text, _block: _day(text)),
    "upcoming": _query("upcoming", lambda text, _block: _flag(text)),
    "past": _query("past", lambda text, _block: _flag(text)),
    "order": _query("descending", lambda text, _block: _choice(text, ("asc", "desc")) == "desc"),
    "limit": _query("limit", lambda text, _block: _number(text)),
    "group-by": _listing("group_by", lambda text: GroupBy(_choice(text, GroupBy))),
    "layout": _listing("layout", lambda text: Layout(_choice(text, Layout))),
}
LISTING_OPTIONS = tuple(_PARSERS)
_MEANT = meanings("listing_options")
