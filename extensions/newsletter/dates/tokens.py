# SPDX-License-Identifier: EUPL-1.2
"""The pieces of a written date: numbers, words and marks."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum
from typing import NamedTuple

from newsletter.dates.vocabulary import (
    CONJUNCTIONS,
    CONNECTORS,
    HOUR_WORDS,
    KNOWN,
    MONTHS,
    WEEKDAYS,
    fold,
    nearest_word,
)
from newsletter.languages import LANGUAGES, any_of, words_of
from newsletter.model.codes import Code
from newsletter.model.diagnostics import ContentError, _

LONGEST = 4000
"""Characters of a date at most: room for the evenings of a whole year, one by one."""

_LONGEST_SHOWN = 60
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ`´′", "'"))


class Mark(Enum):
    """The class of a token."""

    NUMBER = "number"
    WORD = "word"
    DASH = "dash"
    SLASH = "slash"
    DOT = "dot"
    COMMA = "comma"
    SEMICOLON = "semicolon"
    OPEN = "open"
    CLOSE = "close"
    END = "end"


class Token(NamedTuple):
    """One piece of a date."""

    mark: Mark
    text: str
    """A number's digits; a word folded; empty at the end."""
    spaced: bool = False
    """Whether a space stands before it."""
    ordinal: bool = False
    """Whether a number is one of those that count: ``1º``, ``2nd``."""


END = Token(Mark.END, "")

# Each alternative is one class of characters with at most one quantifier, so that no input makes it search.
_ORDINALS = any_of(words_of("ordinals"))
_TOKEN = re.compile(
    rf"""
    (?P<space>\s+)
  | '?(?P<number>[0-9]+)(?P<ordinal>[º°ª]|{_ORDINALS}(?![^\W\d_]))?
  | (?P<word>[^\W\d_]+['.]?|&)
  | (?P<dash>[-‐‑‒–—―−]+)
  | (?P<slash>/) | (?P<dot>\.) | (?P<comma>,) | (?P<semicolon>;) | (?P<open>\() | (?P<close>\))
    """,
    re.VERBOSE | re.IGNORECASE,
)


def shown(text: str) -> str:
    """Return *text* fit for a message: cut short, and with no character that does not show."""
    cut = text if len(text) <= _LONGEST_SHOWN else text[: _LONGEST_SHOWN - 1] + "…"
    return "".join(char if char.isprintable() else f"U+{ord(char):04X}" for char in cut)


def clean(text: str) -> str:
    """Return *text* in NFC with plain apostrophes, and without invisible characters and the spaces around it."""
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE).translate(_APOSTROPHES)).strip()


def tokenize(text: str, example: str) -> list[Token]:
    """Cut *text* into tokens, which end in :data:`END`, in linear time.

    :param example: a well-formed date, for the messages.
    :raises ContentError: ``date-empty``, ``date-word`` or ``date-form``.
    """
    if len(text) > LONGEST:
        raise ContentError(
            "date-form",
            _("The date has more than %(longest)s characters. Write fewer days, or tell them in the text."),
            longest=LONGEST,
        )
    text = clean(text)
    if not text:
        raise ContentError("date-empty", _("The date is empty. Write one such as “%(example)s”."), example=example)
    check_digits(text, "date-word")
    words = {fold(word) for word in re.findall(r"[^\W\d_]+", text)}
    if words & _RECURRING:
        message = _("Days that come again are written one by one: “13 May; 20 May”.")
        raise ContentError("date-word", message)
    if words & _WEEKDAYS and words & {*MONTHS} and not re.search(r"\d(?![\d^°ªa])", text):
        weekday = next(word for word in re.findall(r"[^\W\d_]+", text) if fold(word) in _WEEKDAYS)
        raise ContentError("date-form", _("“%(weekday)s” needs the number of its day."), weekday=weekday)
    if words & _NOT_YET or (words & _VAGUE and not _DAY.search(text)):
        raise _not_yet(text, example)
    tokens: list[Token] = []
    position, spaced = 0, False
    text = text.removesuffix(".")
    while position < len(text):
        match = _TOKEN.match(text, position)
        if match is None:
            raise _stray(text[position], example)
        position = match.end()
        if match["space"] is None:
            inside = bool(tokens) and tokens[-1].mark is Mark.OPEN
            if inside and match["word"] is not None and fold(match["word"]) not in KNOWN:
                raise no_fate(example)
            tokens.append(_token(match, spaced=spaced, example=example))
        spaced = match["space"] is not None
    return [*tokens, END]


def _token(match: re.Match[str], *, spaced: bool, example: str) -> Token:
    if (digits := match["number"]) is not None:
        if len(digits) > 4:
            raise ContentError(
                "date-form",
                _("“%(text)s” is no day and no year. Write a date such as “%(example)s”."),
                text=shown(digits),
                example=example,
            )
        return Token(Mark.NUMBER, digits, spaced, match["ordinal"] is not None)
    if (word := match["word"]) is not None:
        folded = fold(word)
        if folded not in KNOWN:
            raise _unknown(word, folded, example)
        return Token(Mark.WORD, folded, spaced)
    return Token(Mark[(match.lastgroup or "").upper()], match[0], spaced)


# Letters that pass for digits: among digits, or as a day of their own before a month or the end of a span.
_DIGITS = str.maketrans("lIi|!OoSsBZz", "111110055822")
_AMONG_DIGITS = re.compile(r"(?<![^\W_])(?=[^\W\d_]*[0-9]|[|!])[0-9lIi|!OoSsBZz]{2,4}(?![^\W_]|[|!])")
_DAY_OF_LETTERS = re.compile(r"(?<![^\W_])(?:[lI]\s+(?=[0-9])|[lIiOo|]{1,2}(?=\s+(?P<next>[^\W\d_]+)))")


def check_digits(text: str, code: Code) -> None:
    """Refuse *text* with letters that pass for digits, which would be read as another day or hour.

    :raises ContentError: *code*, with the digits to write.
    """
    if (better := _with_digits(text)) != text:
        message = _("“%(text)s” has letters where digits belong: write “%(better)s”.")
        raise ContentError(code, message, text=shown(text), better=shown(better))


def _with_digits(text: str) -> str:
    """Return *text* with digits for the letters that pass for them: “l5 luglio”, “3O luglio”, “dal l al 5 luglio”."""

    def among(match: re.Match[str]) -> str:
        return match.group() if match.group() in _FIRST_DAYS else match.group().translate(_DIGITS)

    def alone(match: re.Match[str]) -> str:
        following = fold(match["next"] or "")
        span = match.group() in {"l", "I"} and following in CONNECTORS
        if match["next"] and following not in MONTHS and not span:
            return match.group()
        return match.group().strip().translate(_DIGITS)

    text = _DAY_OF_LETTERS.sub(alone, _AMONG_DIGITS.sub(among, text))
    return _SPELT.sub(lambda match: _NUMBERS.get(match[0]) or _NUMBERS[fold(match[0])], text)


_ROMAN = {
    tens + ones: str(10 * len(tens) + number)
    for tens in ("", "X", "XX", "XXX")
    for number, ones in enumerate(("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"))
    if set("VX") & set(tens + ones)  # “II” may be meant for 11
}
_NUMBERS = _ROMAN | {
    word: str(number) for language in LANGUAGES.values() for number, word in enumerate(language.numbers, start=1)
}
_DAY_FOLLOWS = "|".join(sorted({*MONTHS, *CONNECTORS, *CONJUNCTIONS}, key=len, reverse=True))
_SPELT = re.compile(
    rf"\b(?:{'|'.join(sorted(_ROMAN, key=len, reverse=True))}|(?i:{'|'.join(words_of('numbers'))}))"
    rf"(?=\s*[-–—,]|\s+(?i:{_DAY_FOLLOWS})\b)"
)


_FIRST_DAYS = frozenset({"1o"})  # the first of a month, where the keyboard has no “º”
_NOT_YET = words_of("undecided")
_RECURRING, _VAGUE = words_of("recurring"), words_of("vague")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_ALTERNATIVES = words_of("alternatives")
_WEEKDAYS = frozenset(WEEKDAYS) - frozenset(MONTHS)
_RELATIVE = words_of("relative")  # near to others, and misspell none


def _not_yet(text: str, example: str) -> ContentError:
    if _DAY.search(text):
        message = _("“%(word)s”: write the day alone, and “:status: tentative” where it may still change.")
        return ContentError("date-word", message, word=shown(text))
    month = next((word for word in re.findall(r"[^\W\d_]+", text) if fold(word) in MONTHS), "")
    return ContentError(
        "date-word",
        _("“%(word)s” is no word of a date. Where the day is not known yet, write the month: “%(month)s”."),
        word=shown(text),
        month=month or example.partition(" ")[2],
    )


def _unknown(word: str, folded: str, example: str) -> ContentError:
    if folded in HOUR_WORDS:
        return hour_found(word)
    written = shown(word.rstrip("."))
    if folded in _ALTERNATIVES:
        message = _(
            "“%(word)s” leaves open which day holds: write one of them, as “%(example)s”, with “:status: tentative”, "
            "or the month alone until the day is known."
        )
        return ContentError("date-word", message, word=written, example=example)
    if folded not in _RELATIVE and (near := nearest_word(word)):
        return ContentError(
            "date-word",
            _("“%(word)s” is no word of a date. Did you mean “%(suggestion)s”?"),
            word=written,
            suggestion=near,
        )
    return ContentError(
        "date-word",
        _("“%(word)s” is no word of a date. Write one such as “%(example)s”."),
        word=written,
        example=example,
    )


def _stray(char: str, example: str) -> ContentError:
    if char == ":":
        return hour_found(char)
    if char.isdecimal():
        return ContentError(
            "date-form",
            _("Write the digits of a date as 0–9: “%(suggestion)s”, not “%(char)s”."),
            char=char,
            suggestion=unicodedata.decimal(char),
        )
    return ContentError(
        "date-form",
        _("“%(char)s” has no place in a date. Write one such as “%(example)s”."),
        char=shown(char),
        example=example,
    )


def hour_found(text: str) -> ContentError:
    """Return the diagnostic about an hour among the days."""
    return ContentError(
        "date-form", _("“%(text)s” belongs to an hour. Hours go into the option “:time:”."), text=shown(text)
    )


def no_fate(example: str) -> ContentError:
    """Return the diagnostic about something else in parentheses than what became of a day."""
    message = _(
        "In parentheses behind a day stands what became of it: “(cancelled)”, or “(formerly 20 May)”. Anything else "
        "goes into the text: write “%(example)s” here."
    )
    return ContentError("date-form", message, example=example)
