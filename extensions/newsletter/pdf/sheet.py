# SPDX-License-Identifier: EUPL-1.2
"""The main Typst files: of an issue, and of what a volume has around its issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from babel.dates import get_month_names

from newsletter.archive.names import Names
from newsletter.dates import show_month
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.publication import Publication
from newsletter.model.record import Record
from newsletter.pdf.code import EMPTY, array, boolean, call, joined, string, strings
from newsletter.pdf.glyphs import Typeface, one_line, with_apostrophes
from newsletter.pdf.indexes import Group, Index, IndexEntry, indexes
from newsletter.pdf.manuscript import Manuscript
from newsletter.pdf.scripts import ideograph_forms, isolated
from newsletter.pdf.translate import Heading
from newsletter.pdf.translate.references import uri
from newsletter.pdf.translate.registry import language_code
from newsletter.pdf.volume import Extent, Volume

_IMPORTS = "".join(f'#import "/theme/{name}.typ": *\n' for name in ("blocks", "volume", "poster"))


_CONTACTS = _("Contacts and licence")
RECORDS_IN_FULL = 150
"""Records up to which contents name them, and every index; beyond, indexes by name give the pages alone."""


@dataclass(frozen=True)
class SheetWriter:
    """Writes the main files of the volumes of one publication."""

    publication: Publication
    names: Names
    typeface: Typeface
    translate: Callable[[str], str]
    crest: str = ""
    """The path of the city's logo, from Typst's root."""

    @property
    def of(self) -> str:
        """The word between a page's number and the number of all."""
        return self.typeface.printable(self.translate(_("of")))[0]

    def write_issue(self, volume: Volume, manuscript: Manuscript) -> str:
        """Return the main file of a *volume* of one issue, which is *manuscript*."""
        return self.file(volume, [self._issue(volume.issues[0], manuscript)])

    def write_year(self, volume: Volume, manuscripts: Mapping[str, Manuscript]) -> str:
        """Return the main file of the issues of a year, which are *manuscripts* by docname, in one go."""
        parts = (
            array([self._name(issue), f"include {string(manuscripts[issue.docname].path)}"]) for issue in volume.issues
        )
        year, counts, title = self.period(volume), self.counts(volume), self.literal(self.publication.title)
        return self.file(
            volume, [call("year-issues", self.literal(year), self.literal(counts), array(parts), publication=title)]
        )

    def write_back(self, volume: Volume, places: Mapping[str, str]) -> str:
        """Return the last part of *volume*: the indexes, contacts and licence.

        *places* tells the name of the destination for each anchor.
        """
        return self.file(volume, [self._indexes(volume, places)])

    def back_headings(self, volume: Volume, places: Mapping[str, str]) -> Iterator[Heading]:
        """Yield the headings of what :meth:`write_back` returns."""
        for number, index in enumerate(indexes(volume, self.publication, self.names, places), 1):
            yield Heading(1, f"index-{number}", self.translate(index.title))
        yield Heading(1, "colophon", self.translate(_CONTACTS))

    def file(self, volume: Volume, parts: Iterable[str]) -> str:
        """Return the main file of *volume*, or of a part of it, which shows *parts*."""
        return f"{_IMPORTS}#show: {self._style(volume)}\n#{joined(parts)}\n"

    def title(self, volume: Volume) -> str:
        """Return what a reader's window and a library call *volume*."""
        return f"{self.publication.title} – {self.period(volume)}"

    def literal(self, text: str) -> str:
        """Return *text* as a literal of one line, without what no font can show: the issues' pages told of that."""
        if self.publication.typographic_apostrophes:
            text = with_apostrophes(text)
        return string(isolated(self.typeface.printable(one_line(text))[0]))

    def word(self, message: str) -> str:
        """Return the words of *message* as a literal."""
        return self.literal(self.translate(message))

    def _style(self, volume: Volume) -> str:
        publication = self.publication
        language, _dash, region = publication.language.replace("_", "-").partition("-")
        labels = [publication.topics.get(topic, topic) for record in volume.records for topic in record.topics]
        keywords = [*dict.fromkeys(labels), publication.licence.label]
        return call(
            "volume.with",
            title=self.literal(self.title(volume)),
            author=self.literal(publication.publisher),
            subject=self.literal(publication.description),
            keywords=strings(keywords),
            months=strings(get_month_names("wide", locale=language.lower()).values()),
            language=string(language.lower()),
            region=string(region.lower()) if len(region) == 2 else "none",
        )

    def period(self, volume: Volume) -> str:
        """Return the time of which *volume* tells, in words."""
        if volume.extent is Extent.POSTER:
            name = volume.issues[0].name
            month = volume.issues[0].title if name.suffix else show_month(name.period, self.publication.language)
            return ", ".join((self.translate(_("Agenda")), month))
        if volume.alone:
            return volume.issues[0].title
        first, _last = volume.years
        if volume.extent is Extent.YEAR:
            return str(first)
        language = self.publication.language
        months = [show_month(issue.name.period, language) for issue in (volume.issues[0], volume.issues[-1])]
        return months[0] if months[0] == months[1] else f"{months[0]} – {months[1]}"

    def counts(self, volume: Volume) -> str:
        """Return how many issues and records *volume* has, in words."""
        issues, records = len(volume.issues), len(volume.records)
        some = self.translate(_("%(count)d issues")) % {"count": issues}
        entries = self.translate(_("%(count)d entries")) % {"count": records}
        one, entry = self.translate(_("1 issue")), self.translate(_("1 entry"))
        return f"{one if issues == 1 else some} · {entry if records == 1 else entries}"

    def numbers(self, volume: Volume) -> str:
        """Return the numbers of the first and the last issue of *volume*, in words."""
        periods = [issue.name.period for issue in volume.issues]
        numbers = dict.fromkeys(f"{each.month}/{each.year}" for each in (periods[0], periods[-1]))
        return self.translate(_("No. %(number)s")) % {"number": " – ".join(numbers)}

    def _name(self, issue: Issue) -> str:
        return self.literal(issue.title[:1].upper() + issue.title[1:])

    def _issue(self, issue: Issue, manuscript: Manuscript) -> str:
        publication = self.publication
        return call(
            "issue",
            f"include {string(manuscript.path)}",
            name=self._name(issue),
            publication=self.literal(publication.title),
            imprint=self._imprint(manuscript),
        )

    def _indexes(self, volume: Volume, places: Mapping[str, str]) -> str:
        found = enumerate(indexes(volume, self.publication, self.names, places), 1)
        brief = len(volume.records) > RECORDS_IN_FULL
        shown = [self._index(index, f"index-{number}", places, brief=brief and number > 1) for number, index in found]
        shown.append(call("colophon", self.word(_CONTACTS), array(self._colophon_lines())))
        publication = self.literal(self.publication.title)
        return call("indexes", self.word(_("Indexes")), joined(shown), publication=publication, brief=boolean(brief))

    def _index(self, index: Index, name: str, places: Mapping[str, str], *, brief: bool) -> str:
        letters = (
            array([self.literal(letter), array(self._group(group, places, brief=brief) for group in groups)])
            for letter, groups in index.by_letter
        )
        return call(
            "index",
            self.word(index.title),
            array(letters),
            name=string(name),
            page_word=self.word(_("page")),
            brief=boolean(brief),
        )

    def _group(self, group: Group, places: Mapping[str, str], *, brief: bool) -> str:
        name = with_forms(group.entries[0].record, self.literal(group.name))
        count = call("index-date", self.literal(f" ({len(group.entries)})")) if group.counted else EMPTY
        show = self._details if brief else self._entries
        return array([joined([name, count]), show(group.entries, places)])

    def _entries(self, entries: Iterable[IndexEntry], places: Mapping[str, str]) -> str:
        return array(self._entry(entry, places) for entry in entries)

    def _details(self, entries: Iterable[IndexEntry], places: Mapping[str, str]) -> str:
        """Return, for each role or other detail, the places with the words that are spoken for them."""
        by_detail: dict[str, list[str]] = {}
        for entry in entries:
            spoken = self.literal(entry.record.title)
            found = (array([string(places[label]), spoken]) for label in entry.labels)
            by_detail.setdefault(entry.detail, []).extend(found)
        return array(array([self.literal(detail), array(found)]) for detail, found in by_detail.items())

    def _entry(self, entry: IndexEntry, places: Mapping[str, str]) -> str:
        title = self.literal(entry.record.title)
        parts = [
            call("emph", self.literal(f"{entry.detail}: ")) if entry.detail else EMPTY,
            language_code(entry.record.lang, title),
            call("index-date", self.literal(f", {entry.dates}")),
        ]
        found = strings(places[label] for label in entry.labels)
        return array([found, title, with_forms(entry.record, joined(parts))])

    def _imprint(self, manuscript: Manuscript) -> str:
        lines = [self._licence_line()] if manuscript.has_contacts else self._colophon_lines()
        return call("imprint", array(lines))

    def _colophon_lines(self) -> Iterator[str]:
        publication = self.publication
        who = " – ".join(text for text in (publication.publisher, publication.office) if text)
        where = " · ".join(text for text in (publication.address, publication.phone) if text)
        yield from (self.literal(text) for text in (who, where) if text)
        addresses = [(f"mailto:{publication.email}", publication.email)] if publication.email else []
        addresses += [(publication.website, publication.website)] if publication.website else []
        if publication.base_url and publication.base_url.rstrip("/") != publication.website.rstrip("/"):
            addresses.append((publication.base_url, publication.base_url))
        links = [self.link(address, text) for address, text in addresses]
        if links:
            yield joined(
                part for index, link in enumerate(links) for part in ([string(" · ")] if index else []) + [link]
            )
        if publication.unsubscribe:
            yield self.literal(publication.unsubscribe)
        yield self._licence_line()

    def _licence_line(self) -> str:
        licence = self.publication.licence
        words = self.word(_("Texts and data may be reused under the licence"))
        return joined([words, string(" "), self.link(licence.url, licence.label)])

    def link(self, address: str, text: str) -> str:
        """Return a link to *address* that shows *text*."""
        shown = self.literal(text)
        return call("web", string(uri(address)), shown, shown)


def with_forms(record: Record, code: str) -> str:
    """Return *code* set with the forms of ideographs that *record* is about."""
    forms = ideograph_forms(record.lang, record.countries)
    return call("with-forms", string(forms), code) if forms else code
