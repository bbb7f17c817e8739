# SPDX-License-Identifier: EUPL-1.2
"""The main navigation and the columns of the footer, of the pages that exist."""

from __future__ import annotations

from dataclasses import dataclass

from sphinx.environment import BuildEnvironment

from newsletter.environment.i18n import translate
from newsletter.environment.site_languages import data_root
from newsletter.export.calendar.occurrence import has_entries
from newsletter.export.structured import DATA_PAGES
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import _
from newsletter.model.publication import Publication
from newsletter.model.report import report_year

_REGISTERS = {
    "indexes/agenda": _("Agenda"),
    "indexes/delegazioni": _("Delegations"),
    "indexes/delegations": _("Delegations"),
    "indexes/missioni": _("Missions"),
    "indexes/missions": _("Missions"),
    "indexes/paesi": _("Countries"),
    "indexes/countries": _("Countries"),
    "indexes/persone": _("People"),
    "indexes/people": _("People"),
    "indexes/organizzazioni": _("Organisations"),
    "indexes/organisations": _("Organisations"),
    "indexes/temi": _("Topics"),
    "indexes/topics": _("Topics"),
    "indexes/archivio": _("Archive"),
    "indexes/archive": _("Archive"),
}
"""Docname, in Italian and in English, to the short label of the registers in the main navigation."""


_SUBSCRIBE = ("iscriviti", "subscribe")
_ABOUT = {
    "guida/index": _("Guide for contributors"),
    "accessibilita": _("Accessibility"),
    "accessibility": _("Accessibility"),
}
"""The same of pages about the site itself."""


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One link: to a page by its docname, to a file by its path, or to an address elsewhere."""

    label: str
    docname: str = ""
    path: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A headed list of links in the footer."""

    label: str
    entries: tuple[MenuItem, ...]


def main_navigation(env: BuildEnvironment) -> tuple[MenuItem, ...]:
    """Return home, the registers and the page of ways to subscribe."""
    home = MenuItem(translate("Home"), env.config.root_doc)
    return home, *_pages(env, _REGISTERS), *_pages(env, dict.fromkeys(_SUBSCRIBE, _("Subscribe")))


def footer_columns(
    env: BuildEnvironment, publication: Publication, archive: Archive, whole: tuple[str, str]
) -> tuple[Column, ...]:
    """Return the footer's columns; *whole* are the paths of the PDF and the e-book of everything, empty for none."""
    others = sorted(name for name in env.all_docs if name.startswith("indexes/") and name not in _REGISTERS)
    reports = sorted(filter(report_year, env.all_docs), reverse=True)
    registers = (*_pages(env, _REGISTERS), *(MenuItem(env.titles[name].astext(), name) for name in (*others, *reports)))
    about = _pages(env, _ABOUT)
    legal = (
        MenuItem(link.label, link.url) if link.url in env.all_docs else MenuItem(link.label, url=link.url)
        for link in publication.legal_links
    )
    columns = (
        Column(translate("Registers"), registers),
        Column(translate("Follow and reuse"), _to_follow(env, archive, *whole)),
        Column(translate("This site"), (*about, *legal)),
    )
    return tuple(column for column in columns if column.entries)


def _to_follow(env: BuildEnvironment, archive: Archive, volume: str, book: str) -> tuple[MenuItem, ...]:
    entries = list(_pages(env, dict.fromkeys(_SUBSCRIBE, _("Ways to subscribe"))))
    if any(map(has_entries, archive.records)):
        entries.append(MenuItem(translate("Calendar (iCalendar)"), path="calendar/all.ics"))
    entries.append(MenuItem(translate("Issues (Atom)"), path="feeds/atom.xml"))
    entries.extend(
        _pages(env, dict.fromkeys(DATA_PAGES, _("Open data")))
        or [MenuItem(translate("Open data"), path=f"{data_root(env.config)}data/records.json")]
    )
    if volume:
        entries.append(MenuItem(translate("All issues (PDF)"), path=volume))
    if book:
        entries.append(MenuItem(translate("All issues (e-book)"), path=book))
    return tuple(entries)


def _pages(env: BuildEnvironment, labels: dict[str, str]) -> tuple[MenuItem, ...]:
    return tuple(MenuItem(translate(label), name) for name, label in labels.items() if name in env.all_docs)
