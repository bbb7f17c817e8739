# SPDX-License-Identifier: EUPL-1.2
"""What a reader can do with one record, and with an issue: keep its address, take it into a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import is_page_builder
from newsletter.export.calendar import record_calendar
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.views.facts import are_facts
from newsletter.views.pieces import raw_html
from newsletter.views.subscribe_controls import Offer, file_address, file_link, folded, unseen


class AddRecordControls(SphinxPostTransform):
    """Add to each record of the archive its controls, after its facts; and to each issue, at its end, its own."""

    default_priority = 820
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 -- the signature is Sphinx's
        """See :class:`docutils.transforms.Transform`."""
        if not is_page_builder(application(self.env)):
            return
        archive = newsletter_domain(self.env).archive
        self._add_to_records(archive.by_id)
        self._add_to_issue(archive)

    def _add_to_records(self, records: Mapping[str, Record]) -> None:
        for section in self.document.findall(nodes.section):
            if "record" not in section["classes"]:
                continue
            for anchor in section["ids"]:
                if anchor in records:
                    section.insert(_after_facts(section), raw_html(self._controls(records[anchor])))
                    break

    def _controls(self, record: Record) -> str:
        rest = unseen(record.title)
        controls = [
            _control(f"#{record.id}", translate("Permanent link"), rest, "permanent"),
            _copy_button(rest),
        ]
        if path := record_calendar(record):
            address = file_address(application(self.env), self.env.docname, path)
            controls.append(_control(address, translate("Add to calendar"), rest, "add-to-calendar"))
        return f'<div class="record-controls docutils container">\n<p>{" ".join(controls)}</p>\n</div>\n'

    def _add_to_issue(self, archive: Archive) -> None:
        """Offer the dates of the issue, and the calendar that brings those of the next ones; none where it has none."""
        issue = next((issue for issue in archive.issues if issue.docname == self.env.docname), None)
        title = self.document.next_node(nodes.title)
        if issue is None or title is None or not any(map(has_entries, archive.by_issue[str(issue.name)])):
            return
        address = file_address(application(self.env), self.env.docname, f"calendar/issues/{issue.name}.ics")
        words = translate(_("Download only the dates of this issue"))
        only = f"<p>{file_link(address, words)}</p>\n"
        offer = Offer("calendar/all.ics", translate(_("The whole calendar")))
        title.parent += folded(
            application(self.env),
            self.env.docname,
            offer,
            translate(_("Subscribe to the calendar of the newsletter")),
            only,
        )


def _control(address: str, words: str, rest: str, name: str) -> str:
    """Return a link whose unseen *rest* tells it from the same link of the other records (WCAG 2.1, 2.4.4)."""
    text = escape(words, quote=False)
    return f'<a class="{name} reference internal" href="{escape(address)}">{text}{rest}</a>'


def _copy_button(rest: str) -> str:
    """Return the button to which ``copy.js`` gives its function; without a script it is unseen."""
    words, copied = escape(translate(_("Copy the address")), quote=False), escape(translate(_("Address copied")))
    return f'<button type="button" class="copy-address" data-copied="{copied}"><span>{words}</span>{rest}</button>'


def _after_facts(section: nodes.section) -> int:
    """Return the place in *section* after its facts, or where there are none after its title."""
    for index, child in enumerate(section):
        if are_facts(child):
            return index + 1
    title = section.first_child_matching_class(nodes.title)
    return 0 if title is None else title + 1
