# SPDX-License-Identifier: EUPL-1.2
"""The front of a volume: the cover, with highlights or short contents, and contents on pages of their own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain, islice, zip_longest

from newsletter.dates import show_day
from newsletter.model.diagnostics import _
from newsletter.pdf.code import EMPTY, array, boolean, call, joined, string
from newsletter.pdf.sheet import RECORDS_IN_FULL, SheetWriter
from newsletter.pdf.translate import Heading
from newsletter.pdf.volume import Volume

_LINES_ON_COVER = 18
"""Lines of contents up to which they stand on the cover."""
_HIGHLIGHTS = 6


def write_front(
    writer: SheetWriter, volume: Volume, issues: Sequence[Sequence[Heading]], back: Iterable[Heading], edition: date
) -> str:
    """Return the first part of *volume* as Typst code, with the headings of its *issues*, oldest first, and its *back*.

    *edition* is the day whose state it shows.
    """
    brief = len(volume.records) > RECORDS_IN_FULL
    listed = [each for each in chain(*issues, back) if not (brief and each.is_record)]
    contents, title = _lines(writer, listed), writer.word(_("Contents"))
    if len(listed) <= _LINES_ON_COVER:
        return writer.file(volume, [_cover(writer, volume, edition, title, contents, is_contents=True)])
    highlights = _lines(writer, (each._replace(level=2) for each in _highlights(issues)))
    cover = _cover(writer, volume, edition, writer.word(_("Highlights")), highlights, is_contents=False)
    publication = writer.literal(writer.publication.title)
    return writer.file(volume, [cover, call("contents", title, contents, publication=publication)])


def _highlights(issues: Sequence[Sequence[Heading]]) -> Iterator[Heading]:
    """Return the records that editors put first: that of each issue, the newest before, then the second of each."""
    records = [[each for each in headings if each.is_record] for headings in reversed(issues)]
    return islice((each for row in zip_longest(*records) for each in row if each), _HIGHLIGHTS)


def _lines(writer: SheetWriter, headings: Iterable[Heading]) -> str:
    return array(
        array([str(min(each.level, 3)), string(each.name), writer.literal(each.title), writer.literal(each.dates)])
        for each in headings
    )


def _cover(writer: SheetWriter, volume: Volume, edition: date, title: str, lines: str, *, is_contents: bool) -> str:
    publication = writer.publication
    period = writer.period(volume)
    day = writer.translate(_("Edition: %(day)s")) % {"day": show_day(edition, publication.language)}
    where = publication.base_url or publication.website
    foot = [
        joined([writer.literal(day + " · "), writer.link(publication.licence.url, publication.licence.label)]),
        writer.link(where, where) if where else EMPTY,
    ]
    return call(
        "cover",
        writer.literal(publication.title),
        array(writer.literal(line) for line in (publication.publisher, publication.office) if line),
        writer.literal(period[:1].upper() + period[1:]),
        array(map(writer.literal, (writer.counts(volume), writer.numbers(volume), publication.description))),
        array(foot),
        crest=string(writer.crest),
        light=boolean(publication.light_covers),
        list_title=title,
        list_lines=lines,
        is_contents=boolean(is_contents),
    )
