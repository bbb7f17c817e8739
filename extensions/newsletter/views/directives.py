# SPDX-License-Identifier: EUPL-1.2
"""The directives that put a view into a page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any, ClassVar

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from newsletter.environment.config import publication
from newsletter.environment.issue_files import issue_name
from newsletter.environment.placeholder import placeholder
from newsletter.environment.reporter import warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.report import report_year
from newsletter.model.text import nearest
from newsletter.source.fields import Block
from newsletter.source.listing_options import LISTING_OPTIONS, parse_listing
from newsletter.source.options import malformed_option, split_options
from newsletter.views.registry import DIRECTIVES, YEAR

_YEAR = re.compile("[12][0-9]{3}")


class _OptionLines(SphinxDirective):
    """A directive whose options are plain lines, like those of a block."""

    has_content = True
    option_spec: ClassVar[Any] = None  # see BlockDirective

    def report(self, error: ContentError, line: int) -> None:
        """Report *error* in the option *line* lines after the first."""
        path, start = self.get_source_info()
        warn(error.diagnostic, path, start + 1 + self.content_offset + line)


class RecordsDirective(_OptionLines):
    """``{records}``: a list of records."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the list."""
        options, end = split_options(list(self.content), LISTING_OPTIONS)
        rest = next((number for number, line in enumerate(self.content[end:], start=end) if line.strip()), None)
        if rest is not None:
            message = _("A list of records shows no text of its own: put “%(text)s” before or after it.")
            if option := malformed_option(self.content[rest].strip(), LISTING_OPTIONS):
                message = _("An option has its name between two colons: write “:%(name)s: %(value)s”.")
                self.report(ContentError("records-option", message, name=option[0], value=option[1]), rest)
            else:
                self.report(ContentError("records-option", message, text=self.content[rest].strip()[:60]), rest)
        settings = publication(self.config)
        block = Block(
            Kind.EVENT,
            Period(1, 1),
            topics=settings.topics,
            topics_as_written=self.config.newsletter_topics_as_written,
            names=self.config.newsletter_names,
        )
        listing, errors = parse_listing(options, block)
        issue = issue_name(self.env.docname)
        if issue and listing.query.upcoming:
            listing = replace(listing, query=replace(listing.query, after=issue.period.last_day))
        for error, line in errors:
            self.report(error, line)
        return [placeholder("records", listing)]


class ViewDirective(_OptionLines):
    """A view by its name, with options of its own."""

    def run(self) -> list[nodes.Node]:
        """Return the place of the view."""
        allowed = DIRECTIVES[self.name].options
        chosen: dict[str, str] = {}
        for option in split_options(list(self.content), allowed)[0]:
            takes = allowed.get(option.name, ())
            if option.value in takes or (takes is YEAR and _YEAR.fullmatch(option.value)):
                chosen[option.name] = option.value
                continue
            words = allowed.get(option.name) or [f":{name}:" for name in allowed] or ["–"]
            near = nearest(option.value, words) or ", ".join(words)
            self.report(
                ContentError(
                    "view-option",
                    _("“:%(name)s: %(value)s” has no meaning here. Possible: %(near)s."),
                    name=option.name,
                    value=option.value,
                    near=near,
                ),
                option.line,
            )
        if "year" in allowed and (year := report_year(self.env.docname)):
            chosen.setdefault("year", str(year))  # the page of a year's report speaks of that year
        for name in DIRECTIVES[self.name].needs:
            if name not in chosen:
                message = _("“:%(name)s:” is missing, such as “:%(name)s: %(near)s”.")
                self.report(ContentError("view-option", message, name=name, near=allowed[name][0]), -1)
        return [placeholder(self.name, dict(sorted(chosen.items())))]
