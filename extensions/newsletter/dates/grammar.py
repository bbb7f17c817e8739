# SPDX-License-Identifier: EUPL-1.2
"""The grammar of dates, read by recursive descent.

Words are those of :mod:`newsletter.languages`, in any case, with or without accents and an abbreviation's full stop::

    dates      = occurrence { separator occurrence } [ ";" ]
    occurrence = phrase [ "(" fate ")" ]
    fate       = "annullato" | "cancelled" | … | ( "era" | "formerly" | … ) [ opener ] phrase
    separator  = ";" [ and ] | "," [ and ] | and
    and        = "e" | "ed" | "and" | "&"
    phrase     = [ opener ] point [ connector point ]           an opener asks for the connector
    opener     = "da" | "dal" | "dall'" | "from" | …
    connector  = dash | "/" | [ "fino" ] ( "al" | "all'" | "to" | "until" | … )
    point      = { filler } [ weekday [ "," ] { filler } ] ( iso | numeric | day-first | month-first )
    iso        = year "-" month [ "-" day ]                     without spaces
    numeric    = day s month [ s year ] | month s year | year s month [ s day ]   s: "/", or "." where a year follows,
                                                                or "-" without spaces where all three are there
    day-first  = day [ { filler } month [ { filler } [ "," ] year ] | [ "," ] year ]
    month-first= month [ { filler } day ] [ { filler } [ "," ] year ]
    day        = 1 to 3 digits [ "º" | "°" | "st" | … ] | "primo" | "first"
    year       = 4 digits
    filler     = "il" | "giorno" | "di" | "of" | "the" | …

After an ISO day or month and "/", the end may leave out what it shares with the start (ISO 8601-1, 5.5.2.2):
``2026-05-27/29``, ``2026-05-27/06-02``, ``2026-05/06``.

``mar`` is March and Tuesday: it is a weekday where a day follows it whose month comes after (*mar 12 maggio*).
"""

from __future__ import annotations

from newsletter.dates import numeric
from newsletter.dates.points import Phrase, Point
from newsletter.dates.tokens import Mark, Token, hour_found, no_fate
from newsletter.dates.vocabulary import (
    BEFORE_CONNECTOR,
    CALLED_OFF,
    CONJUNCTIONS,
    CONNECTORS,
    FILLERS,
    FIRST,
    FORMERLY,
    MONTHS,
    OPENERS,
    WEEKDAYS,
)
from newsletter.model.diagnostics import ContentError, _


class Parser:
    """Reads the tokens of one date, once, from left to right."""

    def __init__(self, tokens: list[Token], example: str, issue_year: int) -> None:
        self._tokens = tokens
        self._at = 0
        self._example = example
        self._issue_year = issue_year

    def dates(self) -> list[Phrase]:
        """Read all.

        :raises ContentError: ``date-form``.
        """
        phrases = [self._occurrence()]
        while not self._is(Mark.END):
            apart = self._is(Mark.SEMICOLON)
            self._separator()
            if apart and self._is(Mark.END):
                break
            phrases.append(self._occurrence()._replace(apart=apart))
        return phrases

    # Looking

    def _token(self, ahead: int = 0) -> Token:
        return self._tokens[max(0, min(self._at + ahead, len(self._tokens) - 1))]

    def _is(self, mark: Mark, ahead: int = 0) -> bool:
        return self._token(ahead).mark is mark

    def _is_word(self, vocabulary: frozenset[str] | dict[str, int], ahead: int = 0) -> bool:
        return self._is(Mark.WORD, ahead) and self._token(ahead).text in vocabulary

    def _is_month(self, ahead: int = 0) -> bool:
        return self._is(Mark.WORD, ahead) and self._token(ahead).text in MONTHS

    def _is_day(self, ahead: int = 0) -> bool:
        token = self._token(ahead)
        return (token.mark is Mark.NUMBER and (token.ordinal or len(token.text) < 4)) or self._is_word(FIRST, ahead)

    def _is_year(self, ahead: int = 0) -> bool:
        token = self._token(ahead)
        return token.mark is Mark.NUMBER and not token.ordinal and len(token.text) == 4

    def _fillers(self, ahead: int = 0) -> int:
        """Return how far ahead the first word is that is no filler."""
        while self._is_word(FILLERS, ahead):
            ahead += 1
        return ahead

    def _numeric(self, ahead: int = 0) -> tuple[Point, int] | None:
        """Return the point that stands there in numbers, and how many tokens it takes; None where none does."""
        if spaced := numeric.with_blanks(self._tokens, self._at + ahead, self._issue_year):
            raise spaced
        return numeric.read(self._tokens, self._at + ahead, self._issue_year)

    # Taking

    def _take(self) -> Token:
        token = self._token()
        self._at += 1
        return token

    def _take_number(self) -> int:
        token = self._take()
        return 1 if token.text in FIRST else int(token.text)

    # The rules

    def _separator(self) -> None:
        begin = self._at
        if self._is(Mark.SEMICOLON) or self._is(Mark.COMMA):
            self._take()
        if self._is_word(CONJUNCTIONS):
            self._take()
        if self._at == begin:
            raise self._unexpected()

    def _occurrence(self) -> Phrase:
        phrase = self._phrase()
        if not self._is(Mark.OPEN):
            return phrase
        self._take()
        if self._is_word(CALLED_OFF):
            self._take()
            phrase = phrase._replace(called_off=True)
        elif self._is_word(FORMERLY):
            self._take()
            if self._is_word(OPENERS) and not self._is_word(CONNECTORS):
                self._take()
            phrase = phrase._replace(former=self._phrase())
        else:
            raise no_fate(self._example)
        if not self._is(Mark.CLOSE):
            raise self._unexpected()
        self._take()
        return phrase

    def _phrase(self) -> Phrase:
        opened = self._is_word(OPENERS)
        if opened:
            self._take()
        first = self._point()
        slash = self._is(Mark.SLASH)
        if self._connector():
            shared = self._shared_end(first) if slash else None
            return Phrase(first, shared or self._point())
        if opened:
            raise self._end_missing()
        return Phrase(first)

    def _connector(self) -> bool:
        """Take what leads to the end of a span; say whether it was there."""
        if self._is(Mark.DASH) or self._is(Mark.SLASH):
            self._take()
            return True
        ahead = 1 if self._is_word(BEFORE_CONNECTOR) else 0
        if self._is_word(CONNECTORS, ahead):
            self._at += ahead + 1
            return True
        return False

    def _shared_end(self, first: Point) -> Point | None:
        """Take the end of an ISO span that leaves out what it shares with the start; None where it is no such end."""
        if not first.month_first or first.year is None or not numeric.is_short(self._token()):
            return None
        if first.day is None:
            return Point(month=self._take_number(), year=first.year, month_first=True)
        if self._is(Mark.DASH, 1) and numeric.is_short(self._token(2)):
            month, _dash, day = self._take_number(), self._take(), self._take_number()
            return Point(day, month, first.year, month_first=True)
        return None

    def _point(self) -> Point:
        self._at += self._fillers()
        weekday = self._weekday()
        self._at += self._fillers()
        point = self._day_or_month()
        return point if weekday is None else point._replace(weekday=weekday)

    def _weekday(self) -> int | None:
        if not self._is(Mark.WORD) or self._token().text not in WEEKDAYS:
            return None
        if self._is_month() and not self._is_tuesday():
            return None
        weekday = WEEKDAYS[self._take().text]
        if self._is(Mark.COMMA):
            self._take()
        return weekday

    def _is_tuesday(self) -> bool:
        """Tell what an ambiguous ``mar`` is: a weekday, where the month stands after the day."""
        ahead = 2 if self._is(Mark.COMMA, 1) else 1
        ahead = self._fillers(ahead)
        if (found := self._numeric(ahead)) is not None:
            return found[0].day is not None
        if not self._is_day(ahead):
            return False
        while not (self._is(Mark.END, ahead) or self._is(Mark.SEMICOLON, ahead) or self._is_year(ahead)):
            if self._is_month(ahead):
                return self._is_day(ahead - 1) or self._is_word(FILLERS, ahead - 1)
            ahead += 1
        return False

    def _day_or_month(self) -> Point:
        if (found := self._numeric()) is not None:
            point, length = found
            self._at += length
            return point
        if self._is_day():
            return self._day_first()
        if self._is_month():
            return self._month_first()
        raise self._unexpected()

    def _day_first(self) -> Point:
        day = self._take_number()
        ahead = self._fillers()
        if self._is_month(ahead):
            self._at += ahead
            month = MONTHS[self._take().text]
            return Point(day, month, self._year())
        # "May 15-16, 2026": the year may follow a day whose month stands before
        return Point(day, None, self._year())

    def _month_first(self) -> Point:
        month = MONTHS[self._take().text]
        day = None
        ahead = self._fillers()
        if self._is_day(ahead) and self._numeric(ahead) is None:
            self._at += ahead
            day = self._take_number()
        return Point(day, month, self._year(), month_first=True)

    def _year(self) -> int | None:
        """Take the year that stands here, if one does."""
        ahead = self._fillers(1 if self._is(Mark.COMMA) else 0)
        if not self._is_year(ahead):
            return None
        if ahead and self._numeric(ahead) is not None:
            return None
        self._at += ahead
        return int(self._take().text)

    # The errors

    def _unexpected(self) -> ContentError:
        token = self._token()
        if any(self._is_word(words, ahead) for words in (CALLED_OFF, FORMERLY) for ahead in (-1, 0)):
            message = _(
                "What became of a day goes into “:status: postponed” or “:status: cancelled”, and into “:date:” the "
                "day that holds now, alone: “%(example)s”."
            )
            return ContentError("date-form", message, example=self._example)
        if token.mark is Mark.END:
            return ContentError(
                "date-form",
                _("The date breaks off. Write it whole, as in “%(example)s”."),
                example=self._example,
            )
        if token.mark is Mark.NUMBER and self._at:
            if self._is(Mark.DOT, 1) and self._is(Mark.NUMBER, 2):
                return hour_found(f"{token.text}.{self._token(2).text}")
            if len(token.text) == 2 and not token.ordinal and not self._is_month(self._fillers(1)):
                return numeric.short_year(token.text, self._issue_year)
            return ContentError(
                "date-form",
                _("Something is missing before “%(text)s”: “;” for another day, a dash for the end of a span."),
                text=token.text,
            )
        return ContentError(
            "date-form",
            _("“%(text)s” stands where it makes no sense. Write a date such as “%(example)s”."),
            text=token.text,
            example=self._example,
        )

    def _end_missing(self) -> ContentError:
        return ContentError(
            "date-form",
            _("The span has no end. Write both ends, or a single day such as “%(example)s”."),
            example=self._example,
        )
