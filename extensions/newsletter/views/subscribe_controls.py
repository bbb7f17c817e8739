# SPDX-License-Identifier: EUPL-1.2
"""The controls by which a reader subscribes to a calendar: folded under one line, or spelt out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from newsletter.environment.config import publication
from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import is_page_builder
from newsletter.model.diagnostics import _
from newsletter.views.calendar_links import ways
from newsletter.views.pieces import raw_html

WHOLE = "calendar/all.ics"
"""The path of the calendar of everything."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A calendar to subscribe to: its path from the root of the site, and what it holds, in the site's language."""

    path: str
    label: str


def file_address(app: Sphinx, docname: str, path: str) -> str:
    """Return the address of the published file *path*, seen from the page *docname*.

    Outside of the pages of the site it is absolute, or empty where the site has no address.
    """
    if is_page_builder(app):
        return relative_uri(app.builder.get_target_uri(docname), path)
    base = publication(app.config).base_url
    return f"{base}{path}" if base else ""


def folded(app: Sphinx, docname: str, offer: Offer, words: str = "", more: str = "") -> list[nodes.Node]:
    """Return the ways in to *offer* under one line, which says *words*, and to those who hear it what it holds.

    *more*, HTML, comes last. In a format that is no page of the site there is a link alone, or nothing.
    """
    if not is_page_builder(app):
        return [nodes.paragraph("", "", *link) for link in (_plain_link(app, docname, offer),) if link]
    # What is folded until a reader asks for it (HTML, section 4.11.1).
    line = f"{_text(words)}{unseen(offer.label)}" if words else _text(offer.label)
    listed = _list("ways", _short(app, docname, offer))
    return [raw_html(f'<details class="subscribe">\n<summary>{line}</summary>\n{listed}{more}</details>\n')]


def spelt_out(app: Sphinx, docname: str, offer: Offer) -> list[nodes.Node]:
    """Return the ways in to *offer* as a list that says what each does."""
    if not is_page_builder(app):
        return folded(app, docname, offer)
    return [raw_html(_list("ways ways-explained", _long(app, docname, offer)))]


def file_link(address: str, words: str, unseen: str = "") -> str:
    """Return, as HTML, the link to the file of a calendar; *unseen* tells it from the same link of other calendars."""
    return _link("file", address, words, unseen)


def _plain_link(app: Sphinx, docname: str, offer: Offer) -> list[nodes.Node]:
    address = file_address(app, docname, offer.path)
    if not address:
        return []
    label = translate(_("Calendar: %(name)s")) % {"name": offer.label}
    return [nodes.reference("", label, refuri=address)]


def _short(app: Sphinx, docname: str, offer: Offer) -> Iterator[str]:
    absolute = _absolute(app, offer)
    for way in ways(absolute, _title(app, offer)):
        yield _link(way.name, way.address, translate(way.label), unseen(offer.label))
    if absolute:
        label = translate(_("Address for other programs:"))
        yield f"{_text(label)} {_address(absolute)}"
    yield _file(app, docname, offer)


def _long(app: Sphinx, docname: str, offer: Offer) -> Iterator[str]:
    absolute = _absolute(app, offer)
    for way in ways(absolute, _title(app, offer)):
        link = _link(way.name, way.address, translate(way.label), unseen(offer.label))
        yield f"{link}: {_text(translate(way.explanation))}."
    if absolute:
        label = translate(_("Address:"))
        copied = translate(_("to be copied where any other program asks for the address of a calendar."))
        yield f"{_text(label)} {_address(absolute)} – {_text(copied)}"
    once = translate(_("the calendar as it is today; it does not change any more."))
    yield f"{_file(app, docname, offer)}: {_text(once)}"


def _absolute(app: Sphinx, offer: Offer) -> str:
    base = publication(app.config).base_url
    return f"{base}{offer.path}" if base else ""


def _title(app: Sphinx, offer: Offer) -> str:
    """Return what a reader's program may call the calendar: that of everything has the name of the newsletter."""
    title = publication(app.config).title
    return title if offer.path == WHOLE else f"{title} – {offer.label}"


def _list(classes: str, items: Iterable[str]) -> str:
    listed = "".join(f"<li><p>{item}</p></li>\n" for item in items)
    return f'<ul class="{classes} simple">\n{listed}</ul>\n'


def _file(app: Sphinx, docname: str, offer: Offer) -> str:
    return file_link(file_address(app, docname, offer.path), translate(_("Download the file")), unseen(offer.label))


def _address(absolute: str) -> str:
    return f'<code class="address docutils literal notranslate"><span class="pre">{_text(absolute)}</span></code>'


def _link(name: str, address: str, words: str, unseen: str) -> str:
    """Return a link whose unseen rest tells it from the same link of other calendars (WCAG 2.1, 2.4.4)."""
    return f'<a class="{name} reference external" href="{escape(address)}">{_text(words)}{unseen}</a>'


def unseen(title: str) -> str:
    """Return, as HTML, *title* for those who hear the page: it tells a link from the same link elsewhere."""
    return f'<span class="unseen">: {_text(title)}</span>'


def _text(words: str) -> str:
    return escape(words, quote=False)
