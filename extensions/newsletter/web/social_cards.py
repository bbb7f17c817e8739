# SPDX-License-Identifier: EUPL-1.2
"""The pictures that are shown where a page is shared: a card for the site, each register and each issue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from sphinx.application import Sphinx

from newsletter.dates import show_day
from newsletter.environment.config import publication
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.issue_files import issue_name
from newsletter.environment.published_images import picture_store
from newsletter.export.site import File
from newsletter.model.issue import Issue
from newsletter.model.record import Record
from newsletter.pictures.decode import PictureError, judge
from newsletter.pictures.derivatives import page_derivatives
from newsletter.pictures.social_card import HEIGHT, WIDTH, Card, kept_card
from newsletter.web.look import logo_file

FOLDER = "cards"
_NARROWEST, _LOWEST = 300, 200
"""Pixels that X and Facebook ask of a picture that is shown large."""
_LONGEST = 3
"""Times that the shorter side may go into the longer one: of what is longer, programs cut off most."""


@dataclass(frozen=True, slots=True)
class SharedPicture:
    """A picture that stands for a page: ``og:image`` with its size and its words."""

    path: str
    """From the root of the site."""
    width: int
    height: int
    alt: str
    lang: str = ""
    """The language of its words (BCP 47) where it is not the site's."""


def page_picture(app: Sphinx, docname: str) -> SharedPicture:
    """Return the card of the page *docname*: its own where it is a register or an issue, else that of the site."""
    own = docname if _has_card(app, docname) else app.config.root_doc
    about = publication(app.config)
    title = about.title if own == app.config.root_doc else _title(app, own)
    alt = title if about.title in title else f"{about.title}: {title}"
    return SharedPicture(f"{FOLDER}/{quote(own)}.jpg", WIDTH, HEIGHT, alt)


def record_picture(app: Sphinx, record: Record) -> SharedPicture:
    """Return the picture of *record* where every program shows it, large and whole; else the card of its issue."""
    published = newsletter_domain(app.env).pictures.get(record.picture.path) if record.picture else None
    if record.picture is None or published is None:
        return page_picture(app, record.docname)
    *_others, widest = page_derivatives(published.facts)
    height = round(published.facts.height * widest.width / published.facts.width)
    short, long = sorted((widest.width, height))
    if widest.width < _NARROWEST or height < _LOWEST or long > _LONGEST * short:
        return page_picture(app, record.docname)
    path = f"{app.builder.imagedir}/{quote(published.name(widest))}"
    return SharedPicture(path, widest.width, height, record.picture.alt, lang=record.lang_of("alt"))


def card_files(app: Sphinx) -> Iterator[File]:
    """Yield the cards; each is drawn when what it shows has changed, and kept beside the pictures."""
    store = picture_store(app.env)
    for docname in _pages_with_cards(app):
        yield File(f"{FOLDER}/{docname}.jpg", kept_card(store, _card(app, docname)))


def _has_card(app: Sphinx, docname: str) -> bool:
    if name := issue_name(docname):
        return str(name) in newsletter_domain(app.env).archive.by_issue
    return docname.startswith("indexes/") and docname in app.env.found_docs


def _pages_with_cards(app: Sphinx) -> list[str]:
    issues = {issue.docname for issue in newsletter_domain(app.env).archive.issues}
    registers = {name for name in app.env.found_docs if name.startswith(("indexes/", "reports/"))}
    return [app.config.root_doc, *sorted(issues | registers)]


def _title(app: Sphinx, docname: str) -> str:
    return app.env.titles[docname].astext() if docname in app.env.titles else ""


def _card(app: Sphinx, docname: str) -> Card:
    about, archive = publication(app.config), newsletter_domain(app.env).archive
    issue = next((issue for issue in archive.issues if issue.docname == docname), None)
    colours = {name: about.colours[key] for name, key in (("ground", "ink"), ("band", "brand")) if key in about.colours}
    title = about.title if docname == app.config.root_doc else issue.title if issue else _title(app, docname)
    description = str(app.env.metadata.get(docname, {}).get("description", ""))
    return Card(
        publisher=about.publisher,
        publication=about.title,
        title=title[:1].upper() + title[1:],
        line=about.description if docname == app.config.root_doc else issue.description if issue else description,
        date=show_day(issue.published, about.language) if issue and issue.published_written else "",
        crest=crest(app),
        picture=_picture(app, issue) if issue else None,
        **colours,
    )


def crest(app: Sphinx) -> bytes:
    """Return the file of the crest; nothing where there is none that can be drawn, as an SVG cannot."""
    file = logo_file(app, app.config) if app.config.newsletter_logo else None
    with suppress(PictureError):
        if file is not None:
            judge(content := file.read_bytes())
            return content
    return b""


def _picture(app: Sphinx, issue: Issue) -> Path | None:
    """Return where the first photograph of *issue* is kept; None where it has none."""
    store, domain = picture_store(app.env), newsletter_domain(app.env)
    for record in domain.archive.by_issue[str(issue.name)]:
        published = domain.pictures.get(record.picture.path) if record.picture else None
        if record.picture is not None and published is not None and published.facts.photograph:
            wanted = next(each for each in published.derivatives if published.name(each) == published.middle)
            with suppress(OSError, PictureError):  # it has been taken away since it was read
                store.make(Path(app.srcdir, record.picture.path), published.facts, [wanted])
                return store.file(published.facts, wanted)
    return None
