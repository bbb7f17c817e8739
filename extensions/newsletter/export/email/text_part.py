# SPDX-License-Identifier: EUPL-1.2
"""The text part: a letter that a person would like to read, links on lines of their own or as numbered notes."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from functools import partial

from newsletter.export.email.content import Block, Items, Paragraph
from newsletter.export.email.letter import Briefs, Heading, Letter, LetterPart, Telling
from newsletter.export.email.mail_entry import MailEntry, Picture
from newsletter.export.email.tags import fill_text
from newsletter.export.site import Site
from newsletter.export.text import only_valid
from newsletter.model.diagnostics import _

_WIDTH = 72
_UNDERLINES = {1: "=", 2: "="}


def text_part(site: Site, letter: Letter) -> str:
    """Return *letter* as plain text; words that are longer than a line, such as URLs, stay whole."""
    translate = site.translate
    name = "\n".join(line for word in (letter.name, letter.publisher) for line in _wrap(word))
    pieces = [
        *(name, _heading(1, letter.title)),
        ":\n".join((translate(_("Read it in the browser")), letter.web_version)),
        *(piece for part in letter.parts for piece in _part(site, part)),
        _heading(2, translate(_("Contacts"))) + "\n" + "\n".join(paragraph.text for paragraph in letter.contacts),
        _paragraph(letter.unsubscribe),
        "\n".join(f"{link.label}:\n{link.url}" for link in letter.links),
    ]
    return fill_text(only_valid("\n\n".join(filter(None, pieces))) + "\n", site.publication.email_service)


def _part(site: Site, part: LetterPart) -> Iterator[str]:
    if isinstance(part, Heading):
        yield _heading(part.level, part.title)
    elif isinstance(part, Telling):
        yield _entry(site, part)
    elif isinstance(part, Briefs):
        yield from (_brief(entry) for entry in part.entries)
    elif isinstance(part, Picture):
        yield f"[{part.alt}]" if part.alt else ""
    else:
        yield _block(part)


def _heading(level: int, title: str) -> str:
    """Return *title*, underlined as its level is."""
    lines = _wrap(title)
    return "\n".join([*lines, _UNDERLINES.get(level, "-") * min(max(map(len, lines), default=0), _WIDTH)])


def _entry(site: Site, part: Telling) -> str:
    entry = part.entry
    lines = [_heading(part.level, entry.title), *_facts(entry)]
    if entry.teaser is not None:
        lines.append(_paragraph(entry.teaser))
    lines.append(": ".join((site.translate(_("Continue")), entry.url)))
    if entry.calendar and not entry.compact:
        lines.append(": ".join((site.translate(_("Add to your calendar")), entry.calendar)))
    return "\n".join(lines)


def _brief(entry: MailEntry) -> str:
    return "\n".join([*_wrap(entry.title), *_facts(entry), entry.url])


def _facts(entry: MailEntry) -> list[str]:
    words = (" · ".join(filter(None, (entry.state.upper(), *entry.facts))), entry.people)
    return [line for word in words if word for line in _wrap(word)]


def _block(block: Block | Picture) -> str:
    if isinstance(block, Paragraph):
        return _paragraph(block)
    if isinstance(block, Items):
        return "\n".join(_items(block))
    return f"[{block.alt}]" if block.alt else ""


def _items(block: Items) -> Iterator[str]:
    for number, item in enumerate(block.items, start=1):
        mark = f"{number}. " if block.ordered else "- "
        body = "\n".join(filter(None, map(_block, item)))
        yield textwrap.indent(body, " " * len(mark)).replace(" " * len(mark), mark, 1)


def _paragraph(paragraph: Paragraph) -> str:
    """Return the words, with the URLs of links that do not show theirs as notes on lines of their own."""
    words, notes = "", list[str]()
    for run in paragraph.runs:
        words += run.text
        if run.href and run.href.removeprefix("mailto:") != run.text.strip():
            notes.append(run.href)
            words += f" [{len(notes)}]"
    lines = [line for written in words.split("\n") for line in _wrap(written)]
    return "\n".join([*lines, *(f"[{number}] {url}" for number, url in enumerate(notes, start=1))])


_wrap = partial(textwrap.wrap, width=_WIDTH, break_long_words=False, break_on_hyphens=False)
