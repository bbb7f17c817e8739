# SPDX-License-Identifier: EUPL-1.2
"""Builders that write no pages: they read and report, write calendars alone, or note what subscribers have seen."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import ClassVar

from sphinx.builders import Builder
from sphinx.util import logging

from newsletter.archive.published import write_published
from newsletter.archive.revisions import publish_archive
from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import is_published, today
from newsletter.environment.labels import kind_name
from newsletter.environment.placeholder import placeholders
from newsletter.environment.reporter import hint
from newsletter.environment.site_languages import is_translated
from newsletter.environment.web_site import web_site
from newsletter.export.calendar import calendar_files
from newsletter.export.calendar.clock import clock_of
from newsletter.export.opendata import opendata_files
from newsletter.export.site import Site
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.kinds import Kind
from newsletter.publish.file_writer import remove_others, write_files
from newsletter.publish.published_urls import published_urls

_logger = logging.getLogger(__name__)


class PagelessBuilder(Builder):
    """Reads sources, and writes no pages."""

    links_suffix: ClassVar[str] = ".html"

    def get_outdated_docs(self) -> AbstractSet[str]:
        """Return nothing: no page is written."""
        return set()

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's signature
        """Return the URL that the page has on the site."""
        return f"{docname}{self.links_suffix}"

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Write nothing, and resolve nothing for it."""


class CheckBuilder(PagelessBuilder):
    """Reads all sources and reports on them; leaves ``records.json`` in its own folder for comparisons."""

    name = "newsletter-check"

    def finish(self) -> None:
        """Report links that lead nowhere, and say how many records of each kind there are."""
        self._resolve_links()
        if is_translated(self.config):
            return  # the records are those of the originals, whose run has reported on them
        site = web_site(application(self.env))
        self._look_at_clock(site)
        records = next(file for file in opendata_files(site) if file.path == "data/records.json")
        (Path(self.outdir) / "records.json").write_bytes(records.content)
        found = {
            "addresses": sorted(published_urls(application(self.env))),
            "blocks": self._blocks(),
            "unnamed": self._unnamed(),
            "unpublished": self._unpublished(),
            "today": today(self.config).isoformat(),
            "published": sorted(newsletter_domain(self.env).published.by_id),
        }
        (Path(self.outdir) / "addresses.json").write_text(json.dumps(found, indent=0) + "\n", "utf-8")
        counts = Counter(record.kind for record in newsletter_domain(self.env).archive.records)
        kinds = ", ".join(f"{kind_name(kind, plural=True)}: {counts[kind]}" for kind in Kind)
        _logger.info(translate("Issues: %d. %s"), len(site.archive.issues), kinds)

    def _look_at_clock(self, site: Site) -> None:
        """Ask for a second look where hours cannot stand in calendars as those of the city."""
        zone = site.publication.time_zone
        if clock_of(zone) is None and any(record.hours for record in site.archive.records):
            message = _("The clock of “%(zone)s” changes by no yearly rule: calendars have the hours in UTC.")
            hint(ContentError("time-zone", message, zone=zone.key).diagnostic, str(Path(self.confdir, "conf.py")), 1)

    def _blocks(self) -> dict[str, tuple[str, int]]:
        """Return where the latest telling of each record is written: its file and the line of its title."""
        told = newsletter_domain(self.env).index.tellings
        return {record: (tellings[-1].path, tellings[-1].line) for record, tellings in sorted(told.items())}

    def _unnamed(self) -> list[tuple[str, int, str]]:
        """Return where a block stands that does not write its id: its file, the line of its title, and the id."""
        told = newsletter_domain(self.env).index.tellings
        return [
            (telling.path, telling.line, telling.id)
            for tellings in told.values()
            for telling in tellings
            if not telling.explicit
        ]

    def _unpublished(self) -> list[str]:
        """Return the issues that only a preview shows."""
        issues = newsletter_domain(self.env).archive.issues
        return [
            str(issue.name) for issue in issues if not is_published(Path(self.env.doc2path(issue.docname)), self.config)
        ]

    def prepare_writing(self, docnames: AbstractSet[str]) -> None:
        """Check what Sphinx checks of all pages together, and not of its own accord where it has read none anew."""
        if not docnames:
            self.env.check_consistency()

    def _resolve_links(self) -> None:
        """Resolve the pages that can have something to resolve: issues with links to pages, and all pages beside them.

        Views are left out: they are made of records, which are looked at by themselves, and have most of the nodes.
        """
        for docname, page in sorted(newsletter_domain(self.env).pages.items()):
            if page.issue and not page.links:
                continue
            doctree = self.env.get_doctree(docname)
            for view in list(placeholders(doctree)):
                view.parent.remove(view)
            self.env.get_and_resolve_doctree(docname, self, tags=self.tags, doctree=doctree)


class CalendarBuilder(PagelessBuilder):
    """Writes the calendars alone."""

    name = "newsletter-ics"

    def finish(self) -> None:
        """Write ``calendar/`` in the output folder."""
        outdir = Path(self.outdir)
        remove_others(outdir, ["calendar"], set(write_files(outdir, calendar_files(web_site(application(self.env))))))


class PublishedBuilder(PagelessBuilder):
    """Writes what subscribers have seen once this state of the sources is out: a file an issue in its own folder."""

    name = "newsletter-published"

    def finish(self) -> None:
        """Write the files; what was published before and is gone stays in them."""
        domain = newsletter_domain(self.env)
        state = publish_archive(domain.archive, domain.published, today(self.config))
        for name, occurrences in state.issues.items():
            Path(self.outdir, f"{name}.json").write_text(write_published(occurrences), "utf-8")
