# SPDX-License-Identifier: EUPL-1.2
"""The metadata of the book: Dublin Core, and what of it can be read how (EPUB Accessibility 1.1, section 2)."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.environment.domain import NewsletterDomain
from newsletter.environment.i18n import translate
from newsletter.export.feeds.feed_entry import lasting_id
from newsletter.export.site import Site
from newsletter.model.diagnostics import _

_FEATURES = (
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
    "alternativeText",
)


def identifier(site: Site) -> str:
    """Return what identifies the book in its language, for good."""
    about = site.publication
    return lasting_id(site, f"epub/{about.slug}/{about.language}")


def modified(site: Site) -> str:
    """Return when the book was last changed: the day of the newest issue or revision, not that of the build.

    So the same sources make the same book.
    """
    days = (*(issue.published for issue in site.archive.issues), *(record.revised for record in site.archive.records))
    return f"{max(days, default=None) or '1980-01-01'}T00:00:00Z"


def details(site: Site, months: str) -> Iterator[tuple[str, str]]:
    """Yield the further elements of Dublin Core with their values, escaped by nobody yet."""
    about = site.publication
    found = (
        ("contributor", about.office),
        ("publisher", about.publisher),
        ("description", " – ".join(filter(None, (about.description, months)))),
        ("rights", f"{about.licence.label} <{about.licence.url}>"),
        ("source", about.base_url),
        ("date", modified(site)[:10]),
    )
    yield from ((name, value) for name, value in found if value)


def accessibility(domain: NewsletterDomain) -> Iterator[tuple[str, str]]:
    """Yield the properties of schema.org that say how the book can be read."""
    shown = {record.picture.path for record in domain.archive.records if record.picture}
    pictures = [domain.pictures[path].facts for path in shown & domain.pictures.keys()]
    yield "accessMode", "textual"
    yield "accessMode", "visual"  # the cover, at least
    yield "accessModeSufficient", "textual"
    yield from (("accessibilityFeature", feature) for feature in _FEATURES)
    yield "accessibilityHazard", "unknown" if any(each.moving for each in pictures) else "none"
    yield (
        "accessibilitySummary",
        translate(
            _(
                "Headings and contents lead through all issues and their records; pictures are described in words; "
                "dates, places and people stand in the text. Text takes the size, font and colours of the reader."
            )
        ),
    )
