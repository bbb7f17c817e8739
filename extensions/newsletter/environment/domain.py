# SPDX-License-Identifier: EUPL-1.2
"""The Sphinx domain: what each page tells, kept by page, and the archive that follows from all pages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from functools import cached_property
from pathlib import Path
from types import MappingProxyType
from typing import Any, ClassVar, cast

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.builders import Builder
from sphinx.domains import Domain
from sphinx.environment import BuildEnvironment
from sphinx.roles import XRefRole

from newsletter.archive.duplicates import duplicates
from newsletter.archive.empty_lists import never, without_records
from newsletter.archive.gone import gone_records
from newsletter.archive.published import FOLDER, PublishedState, parse_published
from newsletter.archive.selection import Listing
from newsletter.archive.year_ahead import year_ahead
from newsletter.environment.archive_index import ArchiveIndex
from newsletter.environment.collect import collect_page
from newsletter.environment.counted_revisions import read_counted, write_counted
from newsletter.environment.digest import Digests
from newsletter.environment.issue_files import not_begun, today
from newsletter.environment.page import Page, Reference, Reported
from newsletter.environment.reporter import hint, warn
from newsletter.environment.silences import is_silenced
from newsletter.environment.site_languages import is_translated, site_languages
from newsletter.environment.source_lines import line_with, says_year
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import ContentError, Diagnostic, _
from newsletter.model.issue import IssueName
from newsletter.model.text import nearest
from newsletter.pictures.names import Published


class RecordRole(XRefRole):
    """``{record}`` without the name of its domain."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return the reference, to be resolved by the domain."""
        self.name = f"{NewsletterDomain.name}:record"
        return super().run()


class NewsletterDomain(Domain):
    """Records by page; everything across pages is derived, never stored."""

    name = "newsletter"
    label = "Newsletter"
    roles: ClassVar[dict[str, Any]] = {"record": XRefRole(warn_dangling=False)}
    initial_data: ClassVar[dict[str, Any]] = {"pages": {}, "reported": {}}
    data_version = 4

    app: Sphinx
    """The application of the build that runs: what Sphinx's own attributes gave before they were deprecated."""

    digests = Digests()
    """The digests of this build's output; worked out once all is read."""

    pictures: Mapping[str, Published] = MappingProxyType({})
    """The pictures of all pages, by their paths from the source folder; known once all is read."""

    @property
    def pages(self) -> dict[str, Page]:
        """The data of each page, by docname."""
        return cast("dict[str, Page]", self.data["pages"])

    @property
    def reported(self) -> dict[str, list[Reported]]:
        """The diagnostics of each page that was read, by docname; nothing of pages with which all was well."""
        return cast("dict[str, list[Reported]]", self.data["reported"])

    published = PublishedState()
    """The state that subscribers have seen; read anew by each build."""

    read_now: AbstractSet[str] = frozenset()
    """The pages that this build reads."""

    def clear_doc(self, docname: str) -> None:
        """Forget *docname*."""
        self.pages.pop(docname, None)
        self.reported.pop(docname, None)
        self.forget_index()

    def merge_domaindata(self, docnames: AbstractSet[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process read of *docnames*."""
        for store in ("pages", "reported"):
            self.data[store].update({name: kept for name, kept in otherdata[store].items() if name in docnames})
        self.forget_index()

    def process_doc(self, env: BuildEnvironment, docname: str, document: nodes.document) -> None:
        """Take from the finished *document* what it tells."""
        self.pages[docname] = collect_page(env, docname, document)
        self.forget_index()

    def forget_index(self) -> None:
        """Drop what was derived from pages that have changed."""
        self.__dict__.pop("index", None)

    @cached_property
    def index(self) -> ArchiveIndex:
        """The index of all pages that were read."""
        return ArchiveIndex(self.pages, self.env.config.newsletter_names, self.env.config.language, self.published)

    @property
    def archive(self) -> Archive:
        """All issues and records that are published."""
        return self.index.assembly.archive

    def report_across_pages(self) -> None:
        """Report what shows only when all pages are seen together; of issues, in the run of the originals alone."""
        if not is_translated(self.env.config):
            self._report_issues()
        for reference in self._dangling():
            near = nearest(reference.target, self.archive.by_id)
            error = (
                ContentError(
                    "record-unknown",
                    _("There is no record “%(id)s”. Did you mean “%(near)s”?"),
                    id=reference.target,
                    near=near,
                )
                if near
                else ContentError("record-unknown", _("There is no record “%(id)s”."), id=reference.target)
            )
            warn(error.diagnostic, reference.path, reference.line)

    def _report_issues(self) -> None:
        for found in self.index.assembly.diagnostics:
            warn(found.diagnostic, found.path, found.line)
        for asked in self.index.assembly.hints:
            self._hint(asked.diagnostic, asked.path, asked.line)
        for record, error in duplicates(self.archive):
            telling = self.index.tellings[record.id][-1]
            self._hint(error.diagnostic, telling.path, telling.line)
        for record, error in year_ahead(self.archive, self.env.config.language):
            telling = self.index.tellings[record.id][-1]
            if not says_year(telling.path, line := telling.option_lines.get("date", telling.line)):
                self._hint(error.diagnostic, telling.path, line)
        self._report_not_begun()
        self._report_empty_lists()
        withheld = self.env.config.newsletter_names.withheld
        for gone in gone_records(self.published, self.index.tellings, self.archive.records, withheld):
            path = gone.path or str(Path(self.env.srcdir, FOLDER, f"{gone.issue}.json"))
            self._hint(gone.diagnostic, path, gone.line)

    def _report_empty_lists(self) -> None:
        for name, page in sorted(self.pages.items()):
            path = str(self.env.doc2path(name))
            queries = [use.options.query for use in page.views if isinstance(use.options, Listing)]
            asked = [each for query in queries for each in without_records(query, self.archive)]
            asked += filter(None, [never(query, self.archive, today(self.env.config)) for query in queries])
            for option, value, error in asked:
                self._hint(error.diagnostic, path, line_with(path, f":{option}:", value))

    def _report_not_begun(self) -> None:
        found = sorted((Path(self.env.doc2path(name)), len(page.tellings)) for name, page in self.pages.items())
        blocks = {path: count for path, count in found if count}
        for path, language in not_begun(self.env.config, blocks):
            message = _(
                "Nothing of this issue is translated yet (blocks: %(all)d): “make translate ISSUE=%(issue)s "
                "INTO=%(language)s” begins."
            )
            values = {"all": blocks[path], "issue": path.stem, "language": language}
            self._hint(Diagnostic("translation-missing", message, values), str(path), 1)

    def _hint(self, diagnostic: Diagnostic, path: str, line: int) -> None:
        """Report a hint about the block at *line* of *path*, unless it is silenced there."""
        silences = (silence for page in self.pages.values() for silence in page.silences)
        if not is_silenced(diagnostic.code, path, line, silences):
            hint(diagnostic, path, line)

    def _dangling(self) -> Iterable[Reference]:
        for _docname, page in sorted(self.pages.items()):
            yield from (ref for ref in page.references if self.index.record_told(ref.target) is None)

    def resolve_xref(  # type: ignore[override] # Sphinx takes any element; its annotation says less
        self,
        _env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        _typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.Element:
        """Turn a ``{record}`` reference into a link to the latest telling, or into its text where there is none."""
        record = self.index.record_told(target)
        if record is None:
            return contnode  # report_across_pages() reports it, at every build
        text = contnode.astext() if node.get("refexplicit") else record.title
        reference = nodes.reference("", text, internal=True)
        url = builder.get_relative_uri(fromdocname, record.docname)
        reference["refuri"] = f"{url}#{record.id}"
        return reference

    def resolve_any_xref(self, *_args: object) -> list[tuple[str, nodes.reference]]:
        """Return nothing: what is no ``{record}`` reference means no record."""
        return []


def newsletter_domain(env: BuildEnvironment) -> NewsletterDomain:
    """Return the domain, typed."""
    return cast("NewsletterDomain", env.get_domain("newsletter"))


def report_across_pages(_app: Sphinx, env: BuildEnvironment) -> None:
    """Report what shows only when all pages are seen together (``env-updated``)."""
    newsletter_domain(env).report_across_pages()


def remember_application(app: Sphinx) -> None:
    """Let transforms and builders find the application (``builder-inited``)."""
    newsletter_domain(app.env).app = app


def read_published_state(app: Sphinx) -> None:
    """Read what subscribers have seen (``builder-inited``); what cannot be read is reported and left out."""
    issues = {}
    for path in sorted(Path(app.srcdir, FOLDER).glob("*.json")):
        try:
            if IssueName.parse(path.stem):
                issues[path.stem] = parse_published(path.read_text("utf-8", errors="replace"))
        except ContentError as error:
            warn(error.diagnostic, str(path), 1)
    domain = newsletter_domain(app.env)
    counted = read_counted(Path(app.outdir)) if is_translated(app.config) else None
    domain.published = PublishedState(issues, counted)
    domain.forget_index()


def hand_over_revisions(app: Sphinx, env: BuildEnvironment) -> None:
    """Leave the revisions that were counted to the runs of further languages (``env-updated``)."""
    if not is_translated(app.config) and len(site_languages(app.config)) > 1:
        write_counted(Path(app.outdir), newsletter_domain(env).archive.records)


def application(env: BuildEnvironment) -> Sphinx:
    """Return the application of the build that runs."""
    return newsletter_domain(env).app
