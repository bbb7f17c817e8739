# SPDX-License-Identifier: EUPL-1.2
"""The view ``downloads``: links to the files that the site publishes beside its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docutils import nodes

from newsletter.core.problem import _
from newsletter.export.calendar import calendars
from newsletter.locale import translate
from newsletter.views.context import Context
from newsletter.web.site import web_site
from newsletter.web.volumes import volumes


class Download(NamedTuple):
    """A published file."""

    path: str
    label: str
    detail: str = ""


_FEEDS = (
    Download("feeds/atom.xml", _("The issues as a feed (Atom)")),
    Download("feeds/feed.json", _("The issues as a feed (JSON Feed)")),
)
_DATA = (
    Download("data/records.json", _("All records as JSON")),
    Download("data/records.csv", _("All records as a table (CSV)")),
    Download("data/records.schema.json", _("What each field means (JSON Schema)")),
    Download("data/datapackage.json", _("The description of the data set (Data Package)")),
)


def look_up(context: Context, options: object) -> tuple[Download, ...]:
    """Return the files of the kind that *options* name; the main ones of each kind by default."""
    assert isinstance(options, tuple)  # noqa: S101 - for the type checker
    match dict(options).get("files", "all"):
        case "calendar":
            return tuple(_calendars(context))
        case "feeds":
            return _translated(_FEEDS)
        case "data":
            return _translated(_DATA)
        case "pdf":
            return tuple(_volumes(context))
    whole = f"pdf/{context.publication.slug}.pdf"
    return (
        *(calendar for calendar in _calendars(context) if calendar.path == "calendar/all.ics"),
        *_translated(_FEEDS[:1] + _DATA[1:2]),
        *(volume for volume in _volumes(context) if volume.path == whole),
    )


def _translated(downloads: tuple[Download, ...]) -> tuple[Download, ...]:
    return tuple(download._replace(label=translate(download.label)) for download in downloads)


def _calendars(context: Context) -> Iterator[Download]:
    for calendar in calendars(web_site(context.app)):
        if calendar.subscription or calendar.address.startswith("calendar/years/"):
            yield Download(calendar.address, calendar.name)


def _volumes(context: Context) -> Iterator[Download]:
    built = volumes(context.app)
    whole = f"pdf/{context.publication.slug}.pdf"
    titles = {f"pdf/issues/{issue.name}.pdf": issue.title for issue in context.archive.issues}
    for path in sorted(volume.path for volume in built.values()):
        label = translate(_("The whole archive (PDF)")) if path == whole else titles.get(path)
        if label is None:
            year = path.rpartition("/")[2].removesuffix(".pdf")
            label = translate(_("The issues of %(year)s (PDF)")) % {"year": year}
        detail = built[path.removeprefix("pdf/")].detail(context.language)
        yield Download(path, label, detail)


def render(context: Context, found: object) -> list[nodes.Node]:
    """Return the files as a list of links."""
    assert isinstance(found, tuple)  # noqa: S101 - for the type checker
    box = nodes.container(classes=["downloads"])
    if not found:
        box += nodes.paragraph("", translate(_("These files come with the full build of the site.")))
        return [box]
    items = nodes.bullet_list()
    for download in found:
        line = nodes.paragraph("", "", context.file_link(download.label, download.path))
        if download.detail:
            line += nodes.Text(f" ({download.detail})")
        items += nodes.list_item("", line)
    box += items
    return [box]
