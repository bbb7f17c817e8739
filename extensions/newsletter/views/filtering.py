# SPDX-License-Identifier: EUPL-1.2
"""The form by which a reader narrows the tables of a page down; without ``filter.js`` behind it, it is unseen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from docutils import nodes

from newsletter.archive.selection import GroupBy
from newsletter.environment.archive_index import group_anchor
from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.model.record import Record
from newsletter.model.text import sort_key
from newsletter.views.context import Context
from newsletter.views.overview import years_of
from newsletter.views.pieces import raw_html

_ANCHOR = "_filter"


def filter_form(context: Context, records: Sequence[Record]) -> list[nodes.Node]:
    """Return the form for the tables of *records*: in a page of the site, once, and where there is a choice."""
    if not context.makes_pages or len(records) < 2 or _ANCHOR in context.anchors:
        return []
    context.free_anchor(_ANCHOR)
    codes = {code for record in records for code in record.countries}
    countries = sorted(
        ((group_anchor(GroupBy.COUNTRY, code), context.labels.label(GroupBy.COUNTRY, code)) for code in codes),
        key=lambda country: sort_key(country[1]),
    )
    years = [(str(year), str(year)) for year in sorted(years_of(records), reverse=True)]
    # Outside of the f-string, or the words would not be found for the catalogues.
    name, shown = escape(translate(_("Narrow the tables down"))), escape(translate(_("{shown} of {all} shown")))
    reset = escape(translate(_("Remove the filters")), quote=False)
    fields = [
        _field("words", translate(_("Words in the tables")), _WORDS),
        _choice("country", translate(_("Country")), countries) if _registered(context) else "",
        _choice("year", translate(_("Year")), years),
    ]
    form = (
        f'<form class="filter" id="{_ANCHOR}" aria-label="{name}">\n{"".join(fields)}'
        f'<button type="reset" hidden>{reset}</button>\n'
        f'<p class="filter-status" role="status" data-shown="{shown}"></p>\n</form>\n'
    )
    return [raw_html(form)]


_WORDS = (
    '<input type="search" id="filter-words" name="words" maxlength="200" '
    'autocomplete="off" autocapitalize="off" spellcheck="false">'
)


def _registered(context: Context) -> bool:
    """Tell whether the rows link their countries, by which the script knows them."""
    return GroupBy.COUNTRY in context.domain.derived.registers


def _field(name: str, label: str, control: str) -> str:
    words = escape(label, quote=False)
    return f'<div class="filter-field filter-{name}"><label for="filter-{name}">{words}</label>\n{control}</div>\n'


def _choice(name: str, label: str, values: Iterable[tuple[str, str]]) -> str:
    options = [("", translate(_("All"))), *values]
    if len(options) < 3:
        return ""
    listed = "".join(f'<option value="{escape(value)}">{escape(text, quote=False)}</option>' for value, text in options)
    return _field(name, label, f'<select id="filter-{name}" name="{name}">{listed}</select>')
