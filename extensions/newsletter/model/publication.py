# SPDX-License-Identifier: EUPL-1.2
"""Everything that is particular to one publisher, as one validated value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from newsletter.model.email_service import EmailService


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address, such as one in the footer of each page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The newsletter and who publishes it; made from the ``newsletter_*`` settings of ``conf.py``."""

    title: str
    """``Work in Progress``."""
    slug: str
    """``work-in-progress``: the name of the volume that holds the whole archive."""
    description: str = ""
    publisher: str = ""
    """The institution: ``Città di Torino``."""
    office: str = ""
    """The office in it that writes."""
    address: str = ""
    city: str = ""
    """The city as its name stands in places: ``Torino``."""
    country: str = ""
    """The country that it lies in, a two-letter code."""
    publisher_code: str = ""
    """What a catalogue of open data identifies the publisher by; in Italy its code in the index of administrations."""
    rights_holder: str = ""
    """Who holds the rights in the data, where that is not the publisher."""
    rights_holder_code: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    unsubscribe: str = ""
    """The sentence that tells how to be taken off the mailing list."""
    unsubscribe_url: str = ""
    """The page with the form for that, where there is one."""
    unsubscribe_one_click: str = ""
    """The https URL that takes a subscriber off the list at one POST (RFC 8058), where there is one."""
    email_service: EmailService = field(default_factory=EmailService)
    """What sends the mail to subscribers."""
    base_url: str = ""
    """Where the site is hosted, with a slash at the end; empty where that is not known."""
    time_zone: ZoneInfo = field(default_factory=lambda: ZoneInfo("Europe/Rome"))
    language: str = "it"
    topics: Mapping[str, str] = field(default_factory=dict)
    """Slug to label, in the order of ``conf.py``."""
    legal_links: tuple[Link, ...] = ()
    logo: str = ""
    """A picture in ``_static``, beside the name of the institution; empty for none."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """The city's own colours by the names of :data:`newsletter.model.colours.NAMES`; those of the State by default."""
    licence: Link = Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    namespace: str = ""
    """RFC 4151's ``authority,date``, from which the lasting identifiers of feeds are made.

    It never changes, even when the site moves.
    """
