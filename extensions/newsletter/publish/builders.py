# SPDX-License-Identifier: EUPL-1.2
"""Builders that write no pages: ``newsletter-check`` reads and reports, ``newsletter-ics`` writes calendars."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import ClassVar

from docutils import nodes
from sphinx.builders import Builder
from sphinx.util import logging

from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name
from newsletter.environment.web_site import web_site
from newsletter.export.calendar import calendar_files
from newsletter.export.opendata import opendata_files
from newsletter.model.record import Kind
from newsletter.publish.file_writer import remove_others, write_files
from newsletter.publish.published_urls import published_addresses

_logger = logging.getLogger(__name__)


class _PagelessBuilder(Builder):
    """Resolves every page, so that every fault shows, and writes none."""

    allow_parallel = True
    links_suffix: ClassVar[str] = ".html"

    def get_outdated_docs(self) -> AbstractSet[str]:
        """Return all pages: what is wrong with them is said at every run."""
        return self.env.found_docs

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002 - Sphinx's signature
        """Return the address that the page has on the site."""
        return f"{docname}{self.links_suffix}"

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Write nothing."""


class CheckBuilder(_PagelessBuilder):
    """Reads all sources and reports on them; leaves ``records.json`` in its own folder for comparisons."""

    name = "newsletter-check"

    def finish(self) -> None:
        """Say how many records of each kind there are."""
        site = web_site(application(self.env))
        for file in opendata_files(site):
            if file.path == "data/records.json":
                (Path(self.outdir) / "records.json").write_bytes(file.content)
        addresses = sorted(published_addresses(application(self.env)))
        (Path(self.outdir) / "addresses.json").write_text(json.dumps(addresses, indent=0) + "\n", "utf-8")
        counts = Counter(record.kind for record in newsletter_domain(self.env).archive.records)
        kinds = ", ".join(f"{kind_name(kind, plural=True)}: {counts[kind]}" for kind in Kind)
        _logger.info(translate("%d issues. %s"), len(site.archive.issues), kinds)


class CalendarBuilder(_PagelessBuilder):
    """Writes the calendars alone."""

    name = "newsletter-ics"

    def get_outdated_docs(self) -> AbstractSet[str]:
        """Return nothing: calendars come from the archive, not from pages."""
        return set()

    def finish(self) -> None:
        """Write ``calendar/`` in the output folder."""
        outdir = Path(self.outdir)
        remove_others(outdir, ["calendar"], set(write_files(outdir, calendar_files(web_site(application(self.env))))))
