# SPDX-License-Identifier: EUPL-1.2
"""The builder ``newsletter-email``: makes the mail of one issue, with what it needs to be looked at and sent."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes
from sphinx.util import logging

from newsletter.archive.selection import Listing, select
from newsletter.environment.domain import application
from newsletter.environment.extras import is_installed, tell_left_out
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import today
from newsletter.environment.site_languages import is_translated
from newsletter.environment.web_site import web_site
from newsletter.export.email.letter import Mailing
from newsletter.export.site import Site
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.publish.builders import PagelessBuilder
from newsletter.publish.file_writer import write_files
from newsletter.publish.mail_content import ContentReader, set_views_aside
from newsletter.publish.mail_pictures import MailPictures
from newsletter.publish.mailings import last_mailed_before, sendings

_logger = logging.getLogger(__name__)


class EmailBuilder(PagelessBuilder):
    """Writes ``<issue>.html``, ``.txt``, ``.eml``, ``.json`` and a page to look at them on."""

    name = "newsletter-email"

    def init(self) -> None:
        """Name pictures as the site does, which has them."""
        self.imagedir = "_images"

    def finish(self) -> None:
        """Write the mail of the issue that was asked for."""
        if not is_installed("mail"):
            tell_left_out("mail")
            return
        from newsletter.export.email.files import email_files  # noqa: PLC0415 - no other builder needs what it takes

        app = application(self.env)
        site, project = web_site(app), Path(app.confdir)
        issue = self._issue(site)
        _require(site)
        pictures = MailPictures(app, site)
        try:
            last_mailed = last_mailed_before(project, issue.name)
            mailed = min((sending.day for sending in sendings(project, str(issue.name))), default=None)
        except ValueError as error:
            raise _stop(_("What was mailed before is not known: %(reason)s"), reason=error) from error
        mailing = Mailing(
            site=site,
            issue=issue,
            language=self.config.language if is_translated(self.config) else "",
            content=self._reader(site, issue).read(self._resolved(issue.docname)),
            picture_of=pictures.picture_of,
            last_mailed=last_mailed,
            mailed=mailed,
        )
        for _path in write_files(Path(self.outdir), email_files(mailing, pictures.logo())):
            pass

    def _issue(self, site: Site) -> Issue:
        asked = self.config.newsletter_email_issue
        found = [issue for issue in site.archive.issues if not asked or str(issue.name) == asked]
        if found:
            return found[-1]
        message = (
            _("“%(issue)s” is no published issue. Published are: %(issues)s.") if asked else _("No issue is published.")
        )
        issues = ", ".join(str(issue.name) for issue in site.archive.issues) or "—"
        raise _stop(message, issue=asked, issues=issues)

    def _resolved(self, docname: str) -> nodes.document:
        document = self.env.get_doctree(docname)
        set_views_aside(document)
        self.env.apply_post_transforms(document, docname)
        return document

    def _reader(self, site: Site, issue: Issue) -> ContentReader:
        def listed(listing: Listing) -> tuple[str, ...]:
            return tuple(record.id for record in select(site.archive, listing.query, today(self.config)))

        return ContentReader(
            page=site.absolute(site.page_of(issue.docname)),
            downloads=site.absolute("_downloads/"),
            names=self.config.newsletter_names,
            select=listed,
        )


def _require(site: Site) -> None:
    """Stop where a setting is missing without which there is no mail."""
    about = site.publication
    needed = {"html_baseurl": about.base_url, "newsletter_email": about.email}
    missing = ", ".join(name for name, value in needed.items() if not value)
    if missing:
        message = _("A mail needs the setting %(names)s in conf.py: its links are absolute, and it has a sender.")
        raise _stop(message, names=missing)


def _stop(message: str, **values: object) -> SystemExit:
    """Say *message*, and return what ends the build without a traceback: it is an answer, and no bug of Sphinx."""
    _logger.error(translate(message), values)
    return SystemExit(2)
