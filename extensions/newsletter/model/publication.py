# SPDX-License-Identifier: EUPL-1.2
"""Everything that is particular to one publisher, as one validated value.

A setting is declared once, as an attribute of :class:`Publication`: ``newsletter_<name>`` in ``conf.py``.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from zoneinfo import ZoneInfo

from newsletter.model.email_service import EmailService, parse_service


@dataclass(frozen=True, slots=True)
class Link:
    """A labelled address, such as one in the footer of each page."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class TwinCity:
    """A city that ours is twinned with."""

    name: str
    """As it stands in places."""
    country: str
    """A two-letter code."""
    latitude: float
    """Degrees north, as the longitude east."""
    longitude: float


Rebuild = Literal["env", "html", ""]
"""The extent of what is built again when a setting changes: everything, the pages, or nothing (as Sphinx has it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Declare how ``newsletter_<name>`` in ``conf.py`` becomes an attribute of the publication."""

    name: str = ""
    default: Any
    takes: type
    rebuild: Rebuild
    read: Callable[[Any], Any]
    """From what ``conf.py`` says to the value; raises ValueError, saying what can be given."""


def setting(
    default: Any = "", *, takes: type = str, rebuild: Rebuild = "env", read: Callable[[Any], Any] = lambda given: given
) -> Any:
    """Declare an attribute that comes from a setting, which *takes* values of a type and has a *default*."""
    declared = Setting(default=default, takes=takes, rebuild=rebuild, read=read)
    return field(default_factory=lambda: read(default), metadata={"setting": declared})


def _links(given: Mapping[str, str]) -> tuple[Link, ...]:
    return tuple(Link(label, url) for label, url in given.items())


def parse_twin_cities(given: Mapping[str, Any]) -> tuple[TwinCity, ...]:
    """Return the twin cities that the setting *given* names.

    :raises ValueError: saying what can be given.
    """
    cities = []
    for name, where in given.items():
        if not (
            isinstance(where, tuple | list)
            and [type(each) for each in where[:1]] == [str]
            and len(where) == 3
            and all(isinstance(each, int | float) for each in where[1:])
            and abs(where[1]) <= 90
            and abs(where[2]) <= 180
        ):
            raise ValueError(f"takes names with country, latitude and longitude: ('JP', 35.2, 136.9), not {where!r}")
        cities.append(TwinCity(name, *where))
    return tuple(cities)


def parse_networks(given: Sequence[Any]) -> tuple[str, ...]:
    """Return the networks that the setting *given* names.

    :raises ValueError: saying what can be given.
    """
    for name in given:
        if not (isinstance(name, str) and name.strip()):
            raise ValueError(f"takes a list of names such as ['Eurocities'], not {name!r}")
    return tuple(given)


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """The newsletter and who publishes it."""

    title: str
    """``Work in Progress``."""
    slug: str = setting()
    """``work-in-progress``: the name of the volume that holds the whole archive."""
    description: str = setting()
    publisher: str = setting()
    """The institution: ``Città di Torino``."""
    office: str = setting()
    """The office in it that writes."""
    address: str = setting()
    city: str = setting()
    """The city as its name stands in places: ``Torino``."""
    country: str = setting()
    """The country that it lies in, a two-letter code."""
    twin_cities: tuple[TwinCity, ...] = setting({}, takes=dict, read=parse_twin_cities)
    """The cities that it is twinned with, in the order of ``conf.py``; the map and a year's report show them."""
    networks: tuple[str, ...] = setting([], takes=list, read=parse_networks)
    """The international networks that it is in, as they stand among partners; a year's report counts them."""
    publisher_code: str = setting()
    """The publisher's identifier in a catalogue of open data; in Italy its code in the index of administrations."""
    rights_holder: str = setting()
    """Who holds the rights in the data, where that is not the publisher."""
    rights_holder_code: str = setting()
    phone: str = setting()
    email: str = setting()
    website: str = setting()
    unsubscribe: str = setting()
    """The sentence that tells how to be taken off the mailing list."""
    unsubscribe_url: str = setting(rebuild="")
    """The page with the form for that, where there is one."""
    unsubscribe_one_click: str = setting(rebuild="")
    """The https URL that takes a subscriber off the list at one POST (RFC 8058), where there is one."""
    email_service: EmailService = setting("mailto", takes=object, rebuild="", read=parse_service)
    """The service that sends the mail to subscribers: by its name, or described in a dictionary."""
    base_url: str = ""
    """The URL of the site, with a slash at the end; empty where that is not known."""
    time_zone: ZoneInfo = setting("Europe/Rome", read=ZoneInfo)
    language: str = "it"
    topics: Mapping[str, str] = setting({}, takes=dict, read=dict)
    """Slug to label, in the order of ``conf.py``."""
    legal_links: tuple[Link, ...] = setting({}, takes=dict, read=_links)
    logo: str = setting(rebuild="html")
    """A picture in ``_static``, beside the name of the institution; empty for none."""
    colours: Mapping[str, str] = setting({}, takes=dict, rebuild="html", read=dict)
    """The city's own colours by the names of :data:`newsletter.model.colours.NAMES`; those of the State by default."""
    typographic_apostrophes: bool = setting(default=False, takes=bool, rebuild="")
    """Whether PDFs show ``’`` where ``'`` was written behind a letter."""
    light_covers: bool = setting(default=False, takes=bool, rebuild="")
    """Whether covers have no large dark area: for office printers."""
    licence: Link = Link("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")
    namespace: str = setting()
    """RFC 4151's ``authority,date``, from which the lasting identifiers of feeds are made.

    It never changes, even when the site moves.
    """

    @property
    def phone_url(self) -> str:
        """The ``tel:`` URL of the office (RFC 3966), a leading ``00`` written as ``+``."""
        number = "".join(character for character in self.phone if character in "+0123456789")
        return f"tel:+{number[2:]}" if number.startswith("00") else f"tel:{number}"


SETTINGS: tuple[Setting, ...] = tuple(
    dataclasses.replace(declared.metadata["setting"], name=declared.name)
    for declared in dataclasses.fields(Publication)
    if "setting" in declared.metadata
)
