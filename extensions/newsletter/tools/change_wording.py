# SPDX-License-Identifier: EUPL-1.2
"""Changes of records told in words, for people who review them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from babel import Locale

from newsletter.dates import show_dates
from newsletter.environment.i18n import translate
from newsletter.environment.labels import kind_name, status_name
from newsletter.model.countries import country_name
from newsletter.model.diagnostics import _
from newsletter.model.facts import FIELDS
from newsletter.model.kinds import Kind
from newsletter.model.values import Dates, Precision, Span, Status
from newsletter.tools.comparison import Change, FieldChange, RecordChange, Row, days_of
from newsletter.tools.report import Item, Section

_HEADINGS = {
    Change.ADDED: _("Records added"),
    Change.REMOVED: _("Records removed"),
    Change.CANCELLED: _("Records cancelled"),
    Change.MOVED: _("Records moved"),
    Change.CHANGED: _("Records changed"),
}

_LABELS = {
    "title": _("title"),
    "kind": _("kind"),
    "days": _("date"),
    "hours": _("hours"),
    "places": _("place"),
    "countries": _("countries"),
    "people": _("people"),
    "hosts": _("hosts"),
    "partners": _("partners"),
    "topics": _("topics"),
    "status": _("status"),
    "url": _("address"),
    "issue": _("issue"),
    "issues": _("told in"),
    "text": _("text"),
    "body": _("text"),
    "image": _("image"),
    "lang": _("language"),
    "updated": _("last revision"),
}
_OPTIONS = {field.attribute or field.name: field.label for field in FIELDS}


@dataclass(frozen=True)
class Wording:
    """Put values into words, in the language of the site, with its names for topics."""

    language: str = "it"
    topics: Mapping[str, str] = field(default_factory=dict)

    def sections(self, changes: Sequence[RecordChange]) -> list[Section]:
        """Return *changes* in words, in one section all to which the same happened."""
        return [
            Section(translate(heading), tuple(self._item(each) for each in changes if each.change is change))
            for change, heading in _HEADINGS.items()
            if any(each.change is change for each in changes)
        ]

    def _item(self, change: RecordChange) -> Item:
        row = change.row
        about = filter(
            None, [self._word("kind", row.get("kind")), self._days(days_of(row)), "; ".join(_texts(row, "places"))]
        )
        lines = [self._line(each) for each in change.fields]
        if change.former_id:
            lines.append(
                translate("the address #%(id)s is gone: to keep it, write :id: %(id)s (make keep-ids)")
                % {"id": change.former_id}
            )
        elif change.change is Change.REMOVED:
            lines.append(translate("the address #%(id)s and its calendar entry are gone") % {"id": row["id"]})
        if change.undated:
            lines.append(translate(_("it was published, and no new :updated: says when it changed (make touch)")))
        return Item(str(row.get("title", "")), f"{', '.join(about) or '—'} [{row['id']}]", tuple(lines))

    def _line(self, change: FieldChange) -> str:
        """Return one line: the field, what came and went in a list, what a value was and is."""
        label = translate(_LABELS.get(change.field) or _OPTIONS.get(change.field) or change.field)
        if change.language:
            label += f" ({Locale.parse(change.language, sep='-').get_display_name(self.language)})"
        if change.field in {"text", "body"}:
            return f"{label}: {_rewritten(change)}"
        if isinstance(change.before, list) and isinstance(change.after, list):
            before, after = (list(self._items(change.field, each)) for each in (change.before, change.after))
            told = [translate("added %(what)s") % {"what": quoted(each)} for each in after if each not in before]
            told += [translate("removed %(what)s") % {"what": quoted(each)} for each in before if each not in after]
            return label + ": " + ("; ".join(told) or translate("in another order"))
        was, is_now = self._value(change.field, change.before), self._value(change.field, change.after)
        return f"{label}: {quoted(was)} → {quoted(is_now)}"

    def _items(self, name: str, values: Iterable[object]) -> Iterable[str]:
        for value in values:
            if isinstance(value, Mapping):
                role = value.get("role")
                yield f"{value.get('name')} ({role})" if role else str(value.get("name"))
            elif name == "countries":
                yield country_name(str(value), self.language)
            elif name == "topics":
                yield self.topics.get(str(value), str(value))
            else:
                yield str(value)

    def _value(self, name: str, value: object) -> str:
        if name == "days":
            return self._days(str(value))
        if isinstance(value, list):
            return "; ".join(self._items(name, value))
        if isinstance(value, Mapping):
            return ", ".join(str(each) for each in value.values() if each)
        return self._word(name, value)

    @staticmethod
    def _word(name: str, value: object) -> str:
        """Return the word for a kind or a status; other values as they are."""
        if name == "kind" and value in set(Kind):
            return kind_name(Kind(str(value))).lower()
        if name == "status" and value in set(Status):
            return status_name(Status(str(value))).lower()
        return "" if value is None else str(value)

    def _days(self, text: str) -> str:
        """Return the days that :func:`days_of` tells in the words that the site has for them."""
        precision, *occurrences = text.split()
        told = [occurrence.split("|") for occurrence in occurrences]
        spans = tuple(_span(days) for days, _status, _was in told)
        called_off = tuple(_span(days) for days, status, _was in told if status)
        moved = tuple((_span(days), _span(was)) for days, _status, was in told if was)
        dates = Dates(spans, Precision(precision), called_off, moved)
        return show_dates(dates, None, self.language) if spans else ""


def _rewritten(change: FieldChange) -> str:
    """Return what became of a text, of which more would be too much."""
    if not change.before:
        return translate("written")
    return translate("rewritten") if change.after else translate("taken out")


def _span(text: str) -> Span:
    start, _slash, end = text.partition("/")
    return Span(date.fromisoformat(start), date.fromisoformat(end or start))


def _texts(row: Row, name: str) -> list[str]:
    value = row.get(name)
    return [str(each) for each in value] if isinstance(value, list) else []


def quoted(text: str) -> str:
    """Return *text* in the quotation marks of the language; a dash where there is nothing."""
    return translate("“%(text)s”") % {"text": text} if text else "—"
