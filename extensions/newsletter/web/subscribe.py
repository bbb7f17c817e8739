# SPDX-License-Identifier: EUPL-1.2
"""The controls by which a reader subscribes to a calendar: folded under one line, or spelt out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.osutil import relative_uri

from newsletter.config import publication
from newsletter.core.problem import _
from newsletter.locale import translate
from newsletter.web.assets import is_page_builder
from newsletter.web.disclosure import disclosure, summary
from newsletter.web.ways import ways

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


def folded(app: Sphinx, docname: str, offer: Offer, words: str = "", *more: nodes.Node) -> list[nodes.Node]:
    """Return the ways in to *offer* under one line, which says *words*, and to those who hear it what it holds.

    *more* comes last. In a format that is no page of the site there is a link alone, or nothing.
    """
    if not is_page_builder(app):
        return [nodes.paragraph("", "", *link) for link in (_plain_link(app, docname, offer),) if link]
    seen = words or offer.label
    line = summary("", seen, *([_unseen(offer)] if words else []))
    items = [nodes.list_item("", nodes.paragraph("", "", *way)) for way in _short(app, docname, offer)]
    return [disclosure("", line, nodes.bullet_list("", *items, classes=["ways"]), *more, classes=["subscribe"])]


def spelt_out(app: Sphinx, docname: str, offer: Offer) -> list[nodes.Node]:
    """Return the ways in to *offer* as a list that says what each does."""
    if not is_page_builder(app):
        return folded(app, docname, offer)
    items = [nodes.list_item("", nodes.paragraph("", "", *way)) for way in _long(app, docname, offer)]
    return [nodes.bullet_list("", *items, classes=["ways", "ways-explained"])]


def _plain_link(app: Sphinx, docname: str, offer: Offer) -> list[nodes.Node]:
    address = file_address(app, docname, offer.path)
    if not address:
        return []
    label = translate(_("Calendar: %(name)s")) % {"name": offer.label}
    return [nodes.reference("", label, refuri=address)]


def _short(app: Sphinx, docname: str, offer: Offer) -> Iterator[list[nodes.Node]]:
    absolute = _absolute(app, offer)
    for way in ways(absolute, _title(app, offer)):
        yield [_link(way.address, translate(way.label), offer, way.name)]
    if absolute:
        yield [nodes.Text(translate(_("Address for other programs:")) + " "), _address(absolute)]
    yield [_file(app, docname, offer)]


def _long(app: Sphinx, docname: str, offer: Offer) -> Iterator[list[nodes.Node]]:
    absolute = _absolute(app, offer)
    for way in ways(absolute, _title(app, offer)):
        link = _link(way.address, translate(way.label), offer, way.name)
        yield [link, nodes.Text(f": {translate(way.explanation)}.")]
    if absolute:
        copied = translate(_("to be copied where any other program asks for the address of a calendar."))
        yield [nodes.Text(translate(_("Address:")) + " "), _address(absolute), nodes.Text(f" – {copied}")]
    once = translate(_("the calendar as it is today; it does not change any more."))
    yield [_file(app, docname, offer), nodes.Text(f": {once}")]


def _absolute(app: Sphinx, offer: Offer) -> str:
    base = publication(app.config).base_url
    return f"{base}{offer.path}" if base else ""


def _title(app: Sphinx, offer: Offer) -> str:
    """Return what a reader's program may call the calendar: that of everything has the name of the newsletter."""
    title = publication(app.config).title
    return title if offer.path == WHOLE else f"{title} – {offer.label}"


def _file(app: Sphinx, docname: str, offer: Offer) -> nodes.reference:
    return _link(file_address(app, docname, offer.path), translate(_("Download the file")), offer, "file")


def _address(absolute: str) -> nodes.literal:
    return nodes.literal("", absolute, classes=["address"])


def _link(address: str, words: str, offer: Offer, name: str) -> nodes.reference:
    """Return a link whose unseen rest tells it from the same link of other calendars (WCAG 2.1, 2.4.4)."""
    return nodes.reference("", "", nodes.Text(words), _unseen(offer), refuri=address, classes=[name])


def _unseen(offer: Offer) -> nodes.inline:
    return nodes.inline("", f": {offer.label}", classes=["unseen"])
