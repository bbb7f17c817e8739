# SPDX-License-Identifier: EUPL-1.2
"""Hints on headings that name a month: that of another issue, in another language, or over records of other months."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel import Locale
from docutils import nodes
from sphinx.transforms import SphinxTransform

from newsletter.dates import show_month
from newsletter.dates.arithmetic import period_of
from newsletter.dates.vocabulary import MONTHS, fold, words
from newsletter.environment.block_draft import blocks_in, draft_of, is_block
from newsletter.environment.issue_files import issue_name
from newsletter.environment.reporter import hint
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.environment.site_languages import is_translated, language_of_file, original_language, site_languages
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period

_MONTH = re.compile(r"(?P<month>[^\W\d_]+)\s+(?P<year>\d{4})")


class CheckMonths(SphinxTransform):
    """Asks about headings that are left of an issue from which this one was copied, or of one in another language."""

    default_priority = 700

    def apply(self, **_kwargs: Any) -> None:
        """Look the page over, if it is an issue, or the translation of one."""
        name, title = issue_name(self.env.docname), self.document.next_node(nodes.title)
        if name is None or title is None or is_translated(self.env.config):
            return
        found = [*self._title(title, name.period), *self._sections(title)]
        for error, node in found:
            path, line = source_file(node), source_line(node)
            if not is_silenced(error.diagnostic.code, path, line, page_silences(self.env)):
                hint(error.diagnostic, path, line)

    def _title(self, title: nodes.title, period: Period) -> Iterator[tuple[ContentError, nodes.title]]:
        """Ask about a title that names another month than the issue's *period*, or in another language than its own."""
        text, named = title.astext(), _named(title)
        if named is None:
            return
        if named != period:
            message = _(
                "The title is “%(title)s”, and the file that of the issue %(issue)s: which of the two is right?"
            )
            yield ContentError("heading", message, title=text, issue=period), title
        path = Path(source_file(title))
        own = language_of_file(path) or original_language(self.env.config)
        month = fold(text.split()[0])
        languages = [each for each in site_languages(self.env.config) if month in map(fold, words(each).months)]
        if languages and own not in languages:
            end = "" if languages[0] == original_language(self.env.config) else f".{languages[0]}"
            better = path.with_name(f"{path.name.partition('.')[0]}{end}.md")
            message = (
                _(
                    "“%(title)s” is %(language)s, and this file is read as %(own)s: write “%(right)s”. If all of it is "
                    "so, let this file and “%(better)s” exchange their names."
                )
                if better.exists()
                else _(
                    "“%(title)s” is %(language)s, and this file is read as %(own)s: write “%(right)s”. If it is the "
                    "translation, call it “%(better)s”, beside the original in %(own)s."
                )
            )
            values = {"better": better.name, "right": _titled(period, own)}
            names = {"language": self._shown(languages[0]), "own": self._shown(own)}
            yield ContentError("heading", message, title=text, **names, **values), title

    def _shown(self, language: str) -> str:
        return Locale.parse(language, sep="-").get_display_name(self.env.config.language) or language

    def _sections(self, first: nodes.title) -> Iterator[tuple[ContentError, nodes.title]]:
        """Ask about a section, not that of the *first* title, called by a month in which none of its records is."""
        for section in self.document.findall(nodes.section):
            title = section[0]
            if not isinstance(title, nodes.title) or title is first or is_block(section):
                continue
            named = _named(title)
            dates = [draft_of(block).facts.date for block in blocks_in(section)]
            spans = [span for date in dates if date for span in date.spans]
            if not named or any(span.start <= named.last_day and named.first_day <= span.end for span in spans):
                continue
            months = Counter(period_of(span.start) for span in spans)
            if not months:
                continue
            message = _(
                "Under “%(title)s” stand only records of other months. If the heading comes from another issue, write "
                "“%(right)s”."
            )
            own = language_of_file(Path(source_file(title))) or original_language(self.env.config)
            right = _titled(months.most_common(1)[0][0], own)
            yield ContentError("heading", message, title=title.astext(), right=right), title


def _named(title: nodes.title) -> Period | None:
    """Return the month that is all that *title* says."""
    match = _MONTH.fullmatch(title.astext().strip())
    month = MONTHS.get(fold(match["month"])) if match else None
    return Period(int(match["year"]), month) if match and month else None


def _titled(period: Period, language: str) -> str:
    month = show_month(period, language)
    return month[:1].upper() + month[1:]
