# SPDX-License-Identifier: EUPL-1.2
"""Whatever dates there are, what is shown is read back; whatever text there is, it is read or refused."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.dates import date_parts, far_from_issue, parse_dates, show_dates
from newsletter.model.diagnostics import ContentError, Diagnostic
from newsletter.model.issue import Period
from newsletter.model.kinds import TRAITS, Kind
from newsletter.model.values import Dates, Precision, Span

often = settings(derandomize=True, max_examples=400, deadline=None)

languages = st.sampled_from(["it", "en"])
kinds = st.sampled_from(list(Kind))
periods = st.builds(Period, st.integers(1, 9999), st.integers(1, 12))
WORDS = (
    "13 20 31 0 1 29 2026 2028 9999 0001 26 maggio mar febbraio dicembre May lunedì ven e and dal al dall' fino "
    "1º 2nd primo ore il of 2026-05-15 15/05/2026 15/5 15.05 99999 - – / . , ; : ' & ( é \u0660 \x00 \u200b \u00a0"
)
written_words = st.sampled_from(WORDS.split(" "))
dateish = st.lists(st.tuples(written_words, st.sampled_from(["", " "])), max_size=12).map(
    lambda pairs: "".join(word + space for word, space in pairs)
)


@st.composite
def day_dates(draw: st.DrawFn) -> Dates:
    """Draw one to six occurrences in order, of one day or up to a year, some on the very next day."""
    day = draw(st.dates(date(1950, 1, 1), date(2900, 1, 1)))
    spans = []
    for gap, length in draw(st.lists(st.tuples(_gaps, _lengths), min_size=1, max_size=6)):
        start = day + timedelta(days=gap)
        day = start + timedelta(days=length)
        spans.append(Span(start, day))
    return Dates(tuple(spans))


_gaps = st.one_of(st.integers(1, 3), st.integers(1, 40), st.integers(1, 800))
_lengths = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 364))


@st.composite
def month_dates(draw: st.DrawFn) -> Dates:
    """Draw one to four occurrences of one to twelve months."""
    month = Period(draw(st.integers(1950, 2900)), draw(st.integers(1, 12)))
    spans = []
    for gap, length in draw(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 11)), min_size=1, max_size=4)):
        first = month.plus(gap)
        month = first.plus(length)
        spans.append(Span(first.first_day, month.last_day))
    return Dates(tuple(spans), Precision.MONTH)


@st.composite
def dates_with_fates(draw: st.DrawFn) -> Dates:
    """Draw dates of which some were called off or moved, from up to two years before or after."""
    dates = draw(st.one_of(day_dates(), month_dates()))
    fates = [draw(st.sampled_from(["", "called off", "moved"])) for _span in dates.spans]
    called_off = tuple(span for span, fate in zip(dates.spans, fates, strict=True) if fate == "called off")
    former = draw(st.lists(st.one_of(day_dates(), month_dates()), min_size=len(fates), max_size=len(fates)))
    moved = []
    for span, fate, others in zip(dates.spans, fates, former, strict=True):
        length = min(others.spans[0].end - others.spans[0].start, timedelta(days=300))
        start = span.start + timedelta(days=draw(st.integers(-700, 700)))
        if fate == "moved" and dates.precision is Precision.DAY:
            moved.append((span, Span(start, start + length)))
    return Dates(dates.spans, dates.precision, called_off, tuple(moved))


@often
@given(st.one_of(dates_with_fates(), day_dates(), month_dates()), languages, periods, kinds)
def test_what_is_shown_is_read_back(dates: Dates, language: str, period: Period, kind: Kind) -> None:
    # the issue does not matter, because every year is shown; a likely one, as others are refused
    issue = Period(2026, period.month)
    assert parse_dates(show_dates(dates, None, language), period=issue, kind=kind) == dates


@often
@given(st.one_of(day_dates(), month_dates()), languages)
def test_the_pieces_name_the_ends_of_the_spans_and_make_up_the_words(dates: Dates, language: str) -> None:
    pieces = date_parts(dates, language)
    assert "".join(text for text, _span in pieces) == show_dates(dates, None, language)
    named = [span for _text, span in pieces if span is not None]
    assert named == sorted(named)
    assert {span.start for span in dates.spans} <= {span.start for span in named}
    assert {span.end for span in dates.spans} <= {span.end for span in named}


@often
@given(st.one_of(st.text(max_size=200), dateish), periods, kinds, languages)
def test_any_text_is_read_or_refused_with_the_one_error(text: str, period: Period, kind: Kind, language: str) -> None:
    read = read_or_refuse(text, period, kind, language)
    if isinstance(read, Diagnostic):
        assert read.code.startswith("date-")
        assert read.text().isprintable()
    else:
        assert read.spans
        assert all(span.start <= span.end for span in read.spans)
        assert all(earlier.end < later.start for earlier, later in pairwise(read.spans))
        far_from_issue(read, period)


def read_or_refuse(text: str, period: Period, kind: Kind, language: str) -> Dates | Diagnostic:
    """Return the dates that *text* says, or the diagnostic with it; any other error fails the test."""
    try:
        return parse_dates(text, period=period, kind=kind, language=language)
    except ContentError as error:
        return error.diagnostic


@often
@given(dateish, kinds)
def test_what_is_read_can_be_shown_and_read_again(text: str, kind: Kind) -> None:
    with suppress(ContentError):
        dates = parse_dates(text, period=Period(2026, 5), kind=kind)
        for language in ("it", "en"):
            assert parse_dates(show_dates(dates, None, language), period=Period(2026, 5), kind=kind) == dates


@often
@given(st.dates(date(2020, 1, 1), date(2032, 12, 31)), kinds, periods)
def test_a_day_without_a_year_lies_in_the_window_of_its_kind(day: date, kind: Kind, period: Period) -> None:
    issue = Period(2000 + period.year % 90, period.month)
    back, ahead = TRAITS[kind].months
    with suppress(ContentError):  # the leap day, where the window has none
        read = parse_dates(f"{day.day}/{day.month}", period=issue, kind=kind).end
        assert (read.month, read.day) == (day.month, day.day)
        assert issue.plus(back).first_day <= read <= issue.plus(ahead).last_day
