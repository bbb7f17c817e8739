# SPDX-License-Identifier: EUPL-1.2
"""What a reader can do with one record: keep its address, take it into a calendar."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from newsletter.core.record import Kind, Precision, Record
from newsletter.domain import newsletter_domain
from newsletter.locale import translate
from newsletter.web.assets import is_page_builder


def in_calendars(record: Record) -> bool:
    """Tell whether *record* has an entry in calendars: it is no news and its days are known."""
    return record.kind is not Kind.NEWS and record.dates.precision is Precision.DAY


class AddRecordControls(SphinxPostTransform):
    """Add to each record of the archive its controls, after its facts."""

    default_priority = 820
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 -- the signature is Sphinx's
        """See :class:`docutils.transforms.Transform`."""
        if not is_page_builder(self.app):
            return
        records = newsletter_domain(self.env).archive.by_id
        for section in list(self.document.findall(nodes.section)):
            if "record" not in section["classes"]:
                continue
            for anchor in section["ids"]:
                if anchor in records:
                    section.insert(_after_facts(section), self._controls(records[anchor]))
                    break

    def _controls(self, record: Record) -> nodes.container:
        paragraph = nodes.paragraph()
        paragraph += _control(f"#{record.id}", translate("Permanent link"), record.title, "permanent")
        if in_calendars(record):
            page = self.app.builder.get_target_uri(self.env.docname)
            address = relative_uri(page, f"calendar/records/{record.id}.ics")
            paragraph += nodes.Text(" ")
            paragraph += _control(address, translate("Add to calendar"), record.title, "add-to-calendar")
        return nodes.container("", paragraph, classes=["record-controls"])


def _control(address: str, words: str, title: str, name: str) -> nodes.reference:
    """Return a link whose unseen rest tells it from the same link of the other records (WCAG 2.1, 2.4.4)."""
    unseen = nodes.inline("", f": {title}", classes=["unseen"])
    return nodes.reference("", "", nodes.Text(words), unseen, refuri=address, internal=True, classes=[name])


def _after_facts(section: nodes.section) -> int:
    """Return the place in *section* after its facts, or where there are none after its title."""
    for index, child in enumerate(section):
        if isinstance(child, nodes.field_list) and "facts" in child["classes"]:
            return index + 1
    title = section.first_child_matching_class(nodes.title)
    return 0 if title is None else title + 1
