# SPDX-License-Identifier: EUPL-1.2
"""Give the templates what the frame of a page needs."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from newsletter.model.issue import Issue
from newsletter.model.publication import Publication
from newsletter.web.contents import Contents
from newsletter.web.look import Logo
from newsletter.web.navigation import Column, MenuItem
from newsletter.web.social_cards import SharedPicture


@dataclass(frozen=True, slots=True)
class Download:
    """A file that belongs to the page: its path from the root of the site, and how it is called."""

    path: str
    label: str
    media_type: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in one of the languages of the site."""

    language: str
    """BCP 47."""
    label: str
    """The language's own name for itself."""
    path: str
    """From the page to it."""
    url: str
    """Absolute; empty where the site's is not known."""
    is_here: bool
    is_original: bool


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page that another leads to, at its foot or at its head."""

    docname: str
    title: str
    anchor: str = ""
    lang: str = ""
    """The language of the title (BCP 47) where it is not the site's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteFrame:
    """Hold what stands around the text of all pages of a site alike."""

    publication: Publication
    policy: str
    documents: Collection[str]
    """The docnames of all pages."""
    navigation: tuple[MenuItem, ...]
    columns: tuple[Column, ...]
    logo: Logo | None = None
    right_to_left: bool = False
    """Whether lines of the site's language run from right to left."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """All that stands around the text of one page."""

    site: SiteFrame
    role: str
    """``home``, ``issue``, ``record``, ``search``, ``404`` or ``text``: a class of the page's body."""
    root: str
    """The way from the page to the root of the site, with a slash at the end."""
    title: str
    """Plain text."""
    lang: str
    """The language of the title (BCP 47) where the page is not translated; empty where it is the site's."""
    description: str
    description_lang: str
    """The language of the description, likewise."""
    url: str
    """The canonical URL, empty where the site has none."""
    indexed: bool
    """Whether search engines may list the page."""
    contents: Contents
    issue: Issue | None = None
    published: date | None = None
    """The day on which what the page tells was first published; None where it is no article."""
    up: Neighbour | None = None
    """The place of a page without a source file."""
    previous: Neighbour | None = None
    following: Neighbour | None = None
    downloads: tuple[Download, ...] = ()
    filterable: bool = False
    """Whether the page has tables that readers may narrow down."""
    alternates: tuple[Alternate, ...] = ()
    """The page in each language, where the site has several."""
    picture: SharedPicture | None = None
    """The picture for the page where it is shared."""
    structured: tuple[str, ...] = ()
    """Blocks of JSON-LD, safe to stand in a ``script`` element."""

    @property
    def window_title(self) -> str:
        """The page's title with the newsletter's, or on the home page the newsletter's with its publisher's."""
        name = self.site.publication.title
        if self.role == "home":
            return " – ".join(filter(None, (name, self.site.publication.publisher)))
        return self.title if name in self.title else f"{self.title} – {name}"

    @property
    def title_in_brand(self) -> bool:
        """Whether the page's title is already seen above it, in the newsletter's own name."""
        return self.role == "home" and self.title == self.site.publication.title

    @property
    def has_aside(self) -> bool:
        """Whether there is anything to stand beside the text."""
        return self.contents.beside or bool(self.downloads)
