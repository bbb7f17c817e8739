# SPDX-License-Identifier: EUPL-1.2
"""Words for what became of a plan, in a title, a text or a date: calendars and data learn it from options alone."""

from __future__ import annotations

import re
import unicodedata

from newsletter.dates.vocabulary import CALLED_OFF, MONTHS, fold
from newsletter.languages import any_of, meanings, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import plain
from newsletter.model.values import Status

_FATES = {
    **dict.fromkeys(words_of("called_off"), Status.CANCELLED),
    **{word: Status(status) for word, status in meanings("statuses").items() if status != "confirmed"},
    **{status.value: status for status in Status if status is not Status.CONFIRMED},
}
_POSTPONED = {word for word, fate in _FATES.items() if fate is Status.POSTPONED}

# “19 maggio”, “6-7 giugno”, “3/5”, but neither “alle 18.30” nor “nell’Aula 5”.
_DAY = rf"\d{{1,2}}[°º]?(?:\s*-\s*\d{{1,2}})?(?:\s*/\s*\d|\s+{any_of(MONTHS)}\b)"
_TO_A_DAY = rf"{any_of(words_of('moved'))}(?=\b[^.;()\[\]]{{0,60}}?\b{_DAY})"
_FATE = rf"(?:{any_of(_FATES)}|{_TO_A_DAY})"
_FOLLOWING = any_of(frozenset().union(*map(words_of, ("connectors", "before_connectors", "reasons"))))
_ENDS = r"\s*(?:[.:!,;–—*»)\]-]|$)"
_GOES_ON = rf"\b(?={_ENDS}|\s+{_FOLLOWING}\b)"
# At the end of a title, where “Il cielo sospeso” means something else.
_SURELY = any_of(words_of("called_off") | _POSTPONED)
# “ANNULLATO - Festa”, “Rinviata: festa”, “Festa (annullata)”, “Festa - rinviata”, “Festa rinviata al 3 maggio”.
_IN_TITLE = re.compile(
    rf"^\W*(?P<first>{_FATE})\s*(?:[-–—:!,.|)\]]|$)|[(\[]\s*(?P<aside>{_FATE})\b|[-–—:,|]\s*(?P<last>{_FATE})\W*$"
    rf"|\s(?P<end>{_SURELY}\W*$|{_SURELY}(?=\s+{_FOLLOWING}\b.{{0,60}}\d)|{_TO_A_DAY})"
)
_HAPPENED = any_of(words_of("happened"))
_OFF = rf"(?:{any_of(word for word, fate in _FATES.items() if fate is not Status.TENTATIVE)}|{_TO_A_DAY})"
_APART = any_of(words_of("relatives") | words_of("apart"))
_SUBJECT = rf"(?:(?!{_APART}\b)['’]?\w[\w'’]*\s+)"
_IF = rf"\b(?:\s+\w+)?\s+{_APART}\b"  # “non si tiene in caso di pioggia”
_WITHOUT_VERB = any_of(word for word, fate in _FATES.items() if " " in word and fate is Status.CANCELLED)
_IN_TEXT = re.compile(
    rf"^\W*(?P<first>{_FATE})\b(?={_ENDS}|(?:\s+[^\W\d]+){{0,3}}\s+\d)|^\W*(?:[^\W\d_]+\s*[:!]\s*)?"
    rf"(?:{_SUBJECT}{{1,8}}?(?:{_HAPPENED}\s+(?P<said>{_OFF}){_GOES_ON}|(?P<not>{_WITHOUT_VERB})\b(?!{_IF}))"
    rf"|(?!{any_of(words_of('stop_words'))}\b){_SUBJECT}{{0,2}}(?P<short>{_OFF}){_GOES_ON})"
    rf"|^\W*(?P<loud>{_FATE})\b"
)


def fate_in_title(title: str) -> ContentError | None:
    """Ask about a *title* that says what became of a plan, which calendars and data learn from “:status:” alone."""
    bare = _bare(title)
    match = _IN_TITLE.search(bare) or next(
        (word for word in re.finditer(rf"\b{_FATE}\b", bare) if title[slice(*word.span())].isupper()), None
    )
    if match is None or (title.isupper() and match.lastgroup is None):
        return None
    word = title[slice(*match.span(match.lastgroup or 0))].strip()
    return _fate_hint(
        word, _("“%(word)s” stands in the title alone: for calendars and data add the line “:status: %(status)s”.")
    )


def fate_in_text(line: str) -> ContentError | None:
    """Ask about the first *line* of a text that says what became of a plan, as :func:`fate_in_title` does."""
    match = _IN_TEXT.match(_bare(line))
    word = line[slice(*match.span(match.lastgroup or 0))] if match else ""
    group = match.lastgroup if match else ""
    if not match or (group == "first" and not word[0].isupper()) or (group == "loud" and not word.isupper()):
        return None
    return _fate_hint(
        word, _("“%(word)s” stands in the text alone: for calendars and data add the line “:status: %(status)s”.")
    )


def _fate_hint(word: str, message: str) -> ContentError:
    status = _FATES.get(plain(word), Status.POSTPONED)
    if status is Status.POSTPONED:
        message = _(
            "“%(word)s” stands in words alone, and calendars and data keep the day: write the day of before as “:was: "
            "…”, the new one, if it is known, as “:date: …”, and add “:status: %(status)s”."
        )
    return ContentError("option-words", message, word=word, status=status.value)


def _bare(text: str) -> str:
    """Return *text* in small letters without accents, each where it stood; words of one letter keep their accent."""
    return re.sub(r"\w+", lambda word: _without_accents(word[0]), text.replace("’", "'"))


def _without_accents(word: str) -> str:
    if len(word) == 1:
        return word.lower()[0]
    return "".join(unicodedata.normalize("NFD", char)[0].lower() for char in word)


_ARROW = re.compile(r"[>→»]")
_STRUCK = re.compile(r"~~(?P<old>[^~]+)~~(?P<new>[^~]+)")
_PUT_OFF = re.compile(rf"(?P<before>.*?)\b(?:{_HAPPENED}\s+)?{any_of(_POSTPONED | words_of('moved'))}\b(?P<after>.*)")
_CALLED_OFF = re.compile(
    rf"(?P<before>.*?)(?<!\w)(?:{_HAPPENED}\s+)?"
    rf"(?P<word>{any_of(word for word, fate in _FATES.items() if fate is Status.CANCELLED)})\b(?P<after>.*)"
)
_TOLD = re.compile(rf"\(\s*{any_of(words_of('called_off'))}\b")
_OPENER, _CONNECTOR = any_of(words_of("openers")), any_of(words_of("connectors"))
_FROM_TO = re.compile(rf"{_OPENER}\b['’]?\s*(?P<old>.+?)\s+{_CONNECTOR}\b['’]?\s*(?P<new>.+)")
_TO = re.compile(rf"(?:{_CONNECTOR}\b['’]?|:)\s*(?P<new>.+)")
_AROUND = " (),;.–—-="


def check_moved(value: str) -> None:
    """Refuse the *value* of a date that tells in words, or by an arrow, that a day has moved or is called off.

    “20 maggio (annullato)” is a date, and may be one of several.

    :raises ContentError: ``date-form``, with the lines to write.
    """
    if better := _one_called_off(value):
        message = _(
            "Of several days, one that is called off is written “:date: %(better)s”; if all are, add the line "
            "“:status: cancelled”."
        )
        raise ContentError("date-form", message, better=better)
    if (off := _CALLED_OFF.fullmatch(_bare(value))) and not _TOLD.search(_bare(value)) and ";" not in value:
        days = [value[slice(*off.span(name))].strip(_AROUND) for name in ("before", "after")]
        message = _("What is called off is told in two lines: “:date: %(day)s” and “:status: cancelled”.")
        raise ContentError("date-form", message, day=next(filter(_is_day, days), "…"))
    if (moved := _moved_day(value)) is None:
        return
    old, new = moved
    *others, old = (old or "…").split(";")
    if others and new:
        message = _("Of several days, the one that has moved is written “%(new)s (formerly %(old)s)”.")
    elif new:
        message = _(
            "A day that has moved is told in three lines: “:date: %(new)s”, “:was: %(old)s” and “:status: postponed”."
        )
    elif others:
        message = _("Of several days, one that is put off to a day not known yet is written “%(old)s (cancelled)”.")
    else:
        message = _(
            "What is put off to a day that is not known yet is told in two lines, without “:date:”: “:was: %(old)s” "
            "and “:status: postponed”."
        )
    raise ContentError("date-form", message, old=old.strip(), new=new)


def _one_called_off(value: str) -> str:
    """Return *value*, several days, with each that words call off in the form of a date; nothing where none is so."""
    days = [day.strip() for day in re.split(r";|,(?=\s*\d)", value) if day.strip()]
    better = [_called_off_alone(day) for day in days]
    whole = len(days) > 1 and all(any(fold(word) in MONTHS for word in re.findall(r"[^\W\d_]+", day)) for day in days)
    return "; ".join(better) if whole and better != days else ""


def _called_off_alone(day: str) -> str:
    off = None if _TOLD.search(_bare(day)) else _CALLED_OFF.fullmatch(_bare(day))
    if off is None:
        return day
    word = day[slice(*off.span("word"))].lower()
    around = (day[slice(*off.span(name))].strip(_AROUND) for name in ("before", "after"))
    said = word if fold(word) in CALLED_OFF else "cancelled"
    return next((f"{words} ({said})" for words in around if _is_day(words)), day)


def _moved_day(value: str) -> tuple[str, str] | None:
    """Return the words for the old and the new day in *value*, either empty where it is not told; None if none moved.

    “19 dicembre (rinviato dal 12 dicembre)” is a date, and tells what became of its day.
    """
    arrow = [words.strip(" -=") for words in _ARROW.split(value, maxsplit=1)]
    if len(arrow) > 1 and all(map(_is_day, arrow)):
        return arrow[0], arrow[1]
    if (struck := _STRUCK.fullmatch(value)) and all(map(_is_day, struck.groups())):
        return struck["old"].strip(), struck["new"].strip(_AROUND)
    match = _PUT_OFF.fullmatch(_bare(value))
    if match is None:
        return None
    before, after = (value[slice(*match.span(name))].strip(_AROUND) for name in ("before", "after"))
    old = before if _is_day(before) else ""
    if not _is_day(after):
        return old, ""
    if not old and (both := _FROM_TO.fullmatch(_bare(after))):
        old, new = (after[slice(*both.span(name))] for name in ("old", "new"))
        return (f"{old} {new.partition(' ')[2]}" if old.isdigit() else old), new
    to = _TO.fullmatch(_bare(after))
    return (old, after[slice(*to.span("new"))]) if to else None


def _is_day(words: str) -> bool:
    """Tell whether *words* may say a day or a month."""
    return any(char.isdigit() for char in words) or any(
        fold(word) in MONTHS for word in re.findall(r"[^\W\d_]+", words)
    )
