# SPDX-License-Identifier: EUPL-1.2
"""The mail of an issue before it is HTML or text: what it says, in which order, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import partial

from newsletter.export.email.content import Image, Items, Listed, Paragraph, Part, Run, Section, Told
from newsletter.export.email.corrections import corrected_records
from newsletter.export.email.mail_entry import MailEntry, Picture, day_in_words, entry_of
from newsletter.export.email.tags import UNSUBSCRIBE, WEB_VERSION
from newsletter.export.site import Site
from newsletter.export.text import abridge, one_line
from newsletter.model.diagnostics import _
from newsletter.model.issue import Issue
from newsletter.model.publication import Link
from newsletter.model.record import Record

_PREHEADER = (40, 90)
"""Characters: shorter, and a mail program shows what stands behind it; longer, and it is cut."""
_LISTED = 20
"""Records of a list in the page that the mail shows."""


class Form(StrEnum):
    """The forms of a mail, by how much of each record it tells: the first that is small enough is taken."""

    FULL = "full"
    TEASERS = "teasers"
    TITLES = "titles"


@dataclass(frozen=True, kw_only=True)
class Mailing:
    """Hold what a mail is made from."""

    site: Site
    issue: Issue
    content: Section
    """The words of the issue's page."""
    picture_of: Callable[[str], Picture | None] = lambda _path: None
    """From the path of an image in the source folder to what a mail program can show of it, without its text."""
    last_mailed: date | None = None
    """The day on which a mail of an earlier issue last went out; None where none is known of."""
    mailed: date | None = None
    """The day on which this issue was mailed first; None where it was not."""
    language: str = ""
    """The language of the mail where it is not that of the originals."""

    @property
    def stem(self) -> str:
        """The name of its files, without their endings."""
        return f"{self.issue.name}{self.language and '.'}{self.language}"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading, with its level in HTML."""

    level: int
    title: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A record, with the level of its heading."""

    level: int
    entry: MailEntry


@dataclass(frozen=True, slots=True)
class Briefs:
    """Records in a list: each a line or two."""

    entries: tuple[MailEntry, ...]


LetterPart = Heading | Paragraph | Items | Picture | Telling | Briefs


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """All that a mail says."""

    subject: str
    preheader: str
    name: str
    """Of the newsletter."""
    title: str
    """Of the issue."""
    publisher: str
    lang: str
    home: str
    page: str
    """The URL of the issue's page."""
    web_version: str
    """The URL, or the tag, of what a mail program without pictures offers instead."""
    parts: tuple[LetterPart, ...]
    contacts: tuple[Paragraph, ...]
    unsubscribe: Paragraph
    links: tuple[Link, ...]
    """Further places to go to: the PDF, and what the law asks for."""

    def told(self, form: Form) -> Letter:
        """Return the letter in *form*; titles are never shortened."""
        if form is Form.FULL:
            return self
        shorter = MailEntry.with_short_teaser if form is Form.TEASERS else MailEntry.in_brief
        parts = [part for part in self.parts if form is Form.TEASERS or not isinstance(part, Picture)]
        return replace(
            self,
            parts=tuple(
                replace(part, entry=shorter(part.entry)) if isinstance(part, Telling) else part for part in parts
            ),
        )

    def cut(self, count: int, rest: str) -> Letter:
        """Return the letter with its first *count* parts, and a sentence, *rest*, that leads to the others."""
        kept = list(self.parts[:count])
        while kept and isinstance(kept[-1], Heading):
            kept.pop()
        return replace(self, parts=(*kept, Paragraph((Run(rest, self.page),))))


def compose(mailing: Mailing) -> Letter:
    """Return the whole letter of an issue."""
    site, issue = mailing.site, mailing.issue
    about, translate = site.publication, site.translate
    name, title = one_line(about.title), one_line(issue.title)
    page = site.absolute(site.page_of(issue.docname))
    parts = (*_parts(mailing, mailing.content, 1), *_corrections(mailing))
    pdf = Link(translate(_("This issue as PDF")), site.absolute(f"pdf/issues/{issue.name}.pdf"))
    return Letter(
        subject=title if name in title else f"{name} – {title}",
        preheader=_preheader(mailing, parts),
        name=name,
        title=title,
        publisher=" – ".join(filter(None, map(one_line, (about.publisher, about.office)))),
        lang=site.language,
        home=site.absolute(site.page_of("index")),
        page=page,
        web_version=WEB_VERSION if about.email_service.web_version else page,
        parts=parts,
        contacts=tuple(_contacts(site)),
        unsubscribe=_unsubscribe(site),
        links=(pdf, *(Link(link.label, _legal_url(site, link.url)) for link in about.legal_links)),
    )


def _parts(mailing: Mailing, section: Section, level: int) -> Iterator[LetterPart]:
    """Yield what *section*, whose heading has *level*, says; nothing where that is nothing."""
    site = mailing.site
    for part in section.parts:
        if isinstance(part, Section):
            if inner := tuple(_parts(mailing, part, level + 1)):
                yield from (Heading(min(level + 1, 6), one_line(part.title)), *inner)
        elif isinstance(part, Told):
            record = site.archive.by_id.get(part.record_id)
            if record is not None:  # a faulty block is on its page alone
                yield Telling(min(level + 1, 6), entry_of(site, record, part.blocks, partial(_record_picture, mailing)))
        else:
            yield from _words(mailing, part)


def _words(mailing: Mailing, part: Part) -> Iterator[LetterPart]:
    site = mailing.site
    if isinstance(part, Image):
        picture, alt = mailing.picture_of(part.path), one_line(part.alt)
        if picture is not None:
            yield replace(picture, alt=alt)
        elif alt:
            yield Paragraph((Run(f"[{alt}]"),))
    elif isinstance(part, Listed):
        told = [site.archive.by_id[name] for name in part.record_ids if name in site.archive.by_id]
        if told:
            yield Briefs(tuple(entry_of(site, record).in_brief() for record in told[:_LISTED]))
        if len(told) > _LISTED:
            words = site.translate(_("All %(count)d on the site")) % {"count": len(told)}
            yield Paragraph((Run(words, site.absolute(site.page_of(mailing.issue.docname))),))
    elif isinstance(part, Paragraph | Items):
        yield part


def _record_picture(mailing: Mailing, record: Record) -> Picture | None:
    told = record.picture
    picture = mailing.picture_of(told.path) if told else None
    return replace(picture, alt=one_line(told.alt), credit=one_line(told.credit)) if told and picture else None


def _corrections(mailing: Mailing) -> Iterator[LetterPart]:
    """Yield what was corrected since readers last had a mail."""
    site = mailing.site
    corrected = corrected_records(site.archive, mailing.issue, mailing.last_mailed, mailing.mailed)
    if not corrected:
        return
    yield Heading(2, site.translate(_("Corrections")))
    entries = []
    for record in corrected:
        entry = entry_of(site, record).in_brief()
        day = site.translate(_("corrected on %(day)s")) % {"day": day_in_words(site, record, record.revised)}
        told = [one_line(each.text) for each in record.corrections if each.text and each.day == record.revised]
        entries.append(replace(entry, where=" · ".join(filter(None, (entry.where, ": ".join([day, *told]))))))
    yield Briefs(tuple(entries))


def _preheader(mailing: Mailing, parts: tuple[LetterPart, ...]) -> str:
    """Return the words that a list of mails shows beside the subject: the description, and titles where it is short."""
    least, most = _PREHEADER
    about = mailing.site.publication
    titles = [part.entry.title for part in parts if isinstance(part, Telling)]
    words = one_line(mailing.issue.description)
    for more in (*titles, one_line(about.description), one_line(about.publisher), one_line(about.office)):
        if len(words) >= least:
            break
        words = " · ".join(filter(None, (words, more)))
    return abridge(words, most)


def _contacts(site: Site) -> Iterator[Paragraph]:
    about, translate = site.publication, site.translate
    for text in (about.publisher, about.office, about.address):
        if text:
            yield Paragraph((Run(one_line(text)),))
    if about.phone:
        yield _labelled(translate(_("Telephone")), Run(one_line(about.phone)))
    if about.email:
        yield _labelled(translate(_("E-mail")), Run(about.email, f"mailto:{about.email}"))
    if about.website:
        yield _labelled(translate(_("Web")), Run(about.website, about.website))


def _labelled(label: str, value: Run) -> Paragraph:
    return Paragraph((Run(f"{label}: "), value))


def _unsubscribe(site: Site) -> Paragraph:
    """Return how to leave the list: the service's own link, the page with the form, the sentence of ``conf.py``."""
    about, label = site.publication, site.translate(_("Unsubscribe"))
    if about.email_service.unsubscribe:
        return Paragraph((Run(label, UNSUBSCRIBE),))
    sentence = one_line(about.unsubscribe)
    if not sentence and not about.unsubscribe_url:
        sentence = site.translate(_("To stop receiving this newsletter, write to %(email)s.")) % {"email": about.email}
    before, email, after = sentence.partition(about.email) if about.email else (sentence, "", "")
    runs = [Run(before), Run(email, f"mailto:{about.email}"), Run(after)]
    if about.unsubscribe_url:
        runs += [Run(" "), Run(label, about.unsubscribe_url)]
    return Paragraph(tuple(run for run in runs if run.text))


def _legal_url(site: Site, url: str) -> str:
    """Return the absolute URL of a legal link, which may be the name of a page."""
    return url if ":" in url else site.absolute(site.page_of(url))
