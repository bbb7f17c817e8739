# SPDX-License-Identifier: EUPL-1.2
"""The view ``downloads``: what the site publishes beside its pages, calendars with the ways in to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.environment.i18n import translate
from newsletter.environment.site_languages import data_root
from newsletter.environment.volumes import book, book_path, show_size, volumes
from newsletter.environment.web_site import web_site
from newsletter.export.calendar import offered_calendars
from newsletter.export.feeds import record_feeds
from newsletter.export.registry import OFFERED
from newsletter.model.diagnostics import _
from newsletter.model.text import sort_key
from newsletter.views.context import Context
from newsletter.views.subscribe import CHOICES as CALENDARS
from newsletter.views.subscribe import EVERYTHING, label
from newsletter.views.subscribe_controls import Offer, file_url, subscribe_links


class Download(NamedTuple):
    """A published file."""

    path: str
    label: str
    detail: str = ""
    subscription: bool = False
    """Whether it is a calendar to subscribe to: there is more than one way to it."""


class Shelf(NamedTuple):
    """Files of one sort; those without a heading come first."""

    name: str
    heading: str
    files: tuple[Download, ...]


CHOICES = ("all", "calendar", *OFFERED, "pdf")
"""The folders that the files may be narrowed down to."""


def look_up(context: Context, options: Mapping[str, str]) -> tuple[Shelf, ...]:
    """Return the files of the kind that *options* name; the main ones of each kind by default."""
    match options.get("files", "all"):
        case "calendar":
            found: Iterable[Shelf] = _calendars(context)
        case "pdf":
            found = _volumes(context)
        case "feeds":
            found = _feeds(context)
        case str(folder) if folder in OFFERED:
            found = [Shelf(folder, "", _offered(context, folder))]
        case _:
            found = [Shelf("main", "", tuple(_main(context)))]
    return tuple(shelf for shelf in found if shelf.files)


def _main(context: Context) -> Iterator[Download]:
    for shelves in (_calendars(context), _volumes(context)):
        first = next(iter(shelves), None)
        if first is not None and first.name == "whole":
            yield from first.files
    yield from (*_offered(context, "feeds")[:1], *_offered(context, "data")[1:2])


def _offered(context: Context, folder: str) -> tuple[Download, ...]:
    root = data_root(context.app.config) if folder == "data" else ""
    return tuple(Download(f"{root}{path}", translate(words), path) for path, words in OFFERED[folder])


def _feeds(context: Context) -> Iterator[Shelf]:
    """Yield the feeds of issues, then those of single records by kind, country and topic."""
    found: dict[str, list[Download]] = {"": [], "countries": [], "topics": []}
    for feed in record_feeds(web_site(context.app)):
        found[feed.name.removeprefix("feeds/").rpartition("/")[0]].append(Download(feed.path, feed.label))
    yield Shelf("feeds", "", _offered(context, "feeds"))
    yield Shelf("feed-kinds", translate(_("Single items by kind")), tuple(found[""]))
    for folder, heading in (("countries", _("Single items by country")), ("topics", _("Single items by topic"))):
        files = sorted(found[folder], key=lambda file: sort_key(file.label))
        yield Shelf(f"feed-{folder}", translate(heading), tuple(files))


def _calendars(context: Context) -> tuple[Shelf, ...]:
    return tuple(_calendar_shelves(context))


def _calendar_shelves(context: Context) -> Iterator[Shelf]:
    found: dict[str, list[Download]] = {"": [], "countries": [], "topics": [], "years": []}
    for calendar in offered_calendars(web_site(context.app)):
        folder, _slash, name = calendar.url.removeprefix("calendar/").removesuffix(".ics").rpartition("/")
        if folder in found:
            found[folder].append(
                Download(calendar.url, _label(context, folder, name), subscription=calendar.subscription)
            )
    whole = [download for download in found[""] if download.path == f"calendar/{EVERYTHING}.ics"]
    yield Shelf("whole", "", tuple(whole))
    yield Shelf("kinds", translate(_("By kind")), tuple(download for download in found[""] if download not in whole))
    for folder, heading in (("countries", _("By country")), ("topics", _("By topic"))):
        yield Shelf(folder, translate(heading), tuple(sorted(found[folder], key=lambda file: sort_key(file.label))))
    yield Shelf("years", translate(_("By year, to download")), tuple(reversed(found["years"])))


def _label(context: Context, folder: str, name: str) -> str:
    match folder:
        case "countries":
            return context.labels.label(GroupBy.COUNTRY, name.upper())
        case "topics":
            return context.labels.label(GroupBy.TOPIC, name)
    return label(name) if name in CALENDARS else name


def _volumes(context: Context) -> Iterator[Shelf]:
    built = volumes(context.app)
    titles = {str(issue.name): issue.title for issue in context.archive.issues}
    found: dict[str, list[Download]] = {"": [], "years": [], "issues": [], "reports": []}
    for path in sorted((volume.path for volume in built.values()), reverse=True):
        folder, _slash, name = path.removeprefix("pdf/").removesuffix(".pdf").rpartition("/")
        if folder not in found:
            continue  # the poster of a month is offered on its issue's page alone
        detail = built[path.removeprefix("pdf/")].detail(context.language)
        words = titles.get(name, name) if folder else translate(_("The whole archive (PDF)"))
        found[folder].append(Download(path, words, detail))
    yield Shelf("whole", "", (*found[""], *_book(context)))
    yield Shelf("pdf-years", translate(_("By year")), tuple(found["years"]))
    yield Shelf("pdf-reports", translate(_("Reports of years")), tuple(found["reports"]))
    yield Shelf("pdf-issues", translate(_("By issue")), tuple(found["issues"]))


def _book(context: Context) -> Iterator[Download]:
    """Yield the e-book, but not in itself: each book would name another size than the one before."""
    if context.has_own_pages and (file := book(context.app)):
        label = translate(_("The whole archive as an e-book (EPUB)"))
        yield Download(book_path(context.app), label, show_size(file.stat().st_size, context.language))


def render(context: Context, found: tuple[Shelf, ...]) -> list[nodes.Node]:
    """Return the files, shelf by shelf."""
    if not found:
        note = nodes.paragraph("", translate(_("These files come with the full build of the site.")))
        return [nodes.container("", note, classes=["downloads"])]
    shown: list[nodes.Node] = []
    for shelf in found:
        box = nodes.container("", *_files(context, shelf.files), classes=["downloads", f"downloads-{shelf.name}"])
        if not shelf.heading:
            shown.append(box)
            continue
        section = nodes.section(ids=[context.free_anchor(f"files-{shelf.name}")])
        shown.append(section)
        section += [nodes.title("", shelf.heading), box]
    return shown


def _files(context: Context, files: tuple[Download, ...]) -> Iterator[nodes.Node]:
    """Return calendars to subscribe to, each with its ways folded under its name, then links to the other files."""
    for file in files:
        if file.subscription:
            yield from subscribe_links(context, Offer(file.path, file.label))
    links = [nodes.list_item("", _line(context, file)) for file in files if not file.subscription]
    if links:
        yield nodes.bullet_list("", *links)


def _line(context: Context, file: Download) -> nodes.paragraph:
    url = file_url(context.app, context.docname, file.path)
    named = nodes.reference("", file.label, refuri=url) if url else nodes.inline("", file.label)
    line = nodes.paragraph("", "", named)
    if file.detail:
        line += nodes.Text(f" ({file.detail})")
    return line
