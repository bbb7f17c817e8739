# SPDX-License-Identifier: EUPL-1.2
"""Read the line of a date: the hour, the place and the text behind it, the title before the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsletter.model.text import plain
from newsletter.tools.importer.lines import Line
from newsletter.tools.importer.people import read_list
from newsletter.tools.importer.when import hours_at, without_hours
from newsletter.tools.importer.wording import first_sentence, vocabulary

WORDS_OF_A_PLACE = 9
_LETTERS_OF_A_PLACE = 80
LONGEST_TITLE = 160
AFTER_DATE = re.compile(r"\s*(?P<mark>\||[-–—]|,|:|\.|\()?\s*")
_END_OF_PLACE = re.compile(r"\s*(?P<mark>:\s|\||\s[-–—]\s|\)|\.\s(?=[\"“«]?[A-ZÀ-Ý])|$)")
NUMBER = re.compile(r"\(?\d{1,2}(?:\)\s+|\.\s+(?=\D))")
END_OF_TITLE = re.compile(r"\s+[-–—]\s+|\s*\|\s*|:\s+")
_LABELS = vocabulary(
    "tema temi argomento oggetto programma relatori ospiti info topic theme themes subject speakers sujet"
)
"""Words that, before a colon, say something else than a place."""
_BEFORE_PLACE = frozenset({",", "-", "–", "—", "|", "("})
SMALL_PLACES = re.compile(
    r"(?:online|on line|in|presso|at|a|al|alla|allo|nel|nella|piazza|via|palazzo|teatro|biblioteca|sala|museo|parco"
    r"|chiesa|auditorium|scuola|municipio|corso|largo|cortile|au|aux|à|chez|dans|église|librairie|salle|place|rue|parc|cinéma"
    r"|théâtre|bibliothèque|médiathèque|maison|halle|école|mairie|musée|jardin|the)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tail:
    """The rest of a line after its date."""

    time: str = ""
    place: str = ""
    rest: tuple[Line, ...] = ()
    mark: str = ""


def read_tail(line: Line, start: int, *, in_brackets: bool = False) -> Tail:
    """Read the hour, the place and the text that follow the date which ends at *start* of *line*."""
    time, start = hours_at(line.text, start)
    after = line.text[start:]
    opening = AFTER_DATE.match(after)
    mark = (opening["mark"] if opening else "") or ""
    start += opening.end() if opening else 0
    after = line.text[start:]
    if after.startswith(")"):
        mark, start = ")", start + 1
        closing = re.compile(r"\s*[:.–—-]?\s*").match(line.text, start)
        start = closing.end() if closing else start
        return Tail(time, "", some(line.cut(start)), mark)
    end = _END_OF_PLACE.search(after)
    chunk = after[: end.start()] if end else after
    ended = (end["mark"].strip() if end else "") or ""
    if (
        mark in _BEFORE_PLACE
        and not (ended == "." and mark != ",")
        and not read_list(chunk)
        and _is_place(chunk, ended or ("" if not in_brackets else ")"))
    ):
        start += end.end() if end else len(after)
        if ended == ")":
            closing = re.compile(r"\s*[:.–—-]?\s*").match(line.text, start)
            start = closing.end() if closing else start
        chunk, hours = without_hours(chunk.strip(" ,("))
        return Tail(time or hours, chunk, some(line.cut(start)), ended or mark)
    return Tail(time, "", some(line.cut(start)), mark)


def some(line: Line) -> tuple[Line, ...]:
    """Return *line* as a paragraph of a record's text; nothing where it is empty."""
    return (replace(line, gap=True, item=0, heading=0),) if line.text else ()


def _is_place(text: str, ended: str) -> bool:
    """Tell whether *text* behind a date, which *ended* by a mark or by the line, names a place."""
    bare = text.strip(" ,(")
    if ended == ":" and plain(bare) in _LABELS:
        return False
    if not bare or len(bare) > _LETTERS_OF_A_PLACE or len(bare.split()) > WORDS_OF_A_PLACE:
        return False
    if re.search(r"[.!?;:]$|[.!?;]\s", bare) or not re.search(r"[^\W\d_]", bare):
        return False
    named = bare[0].isupper() or SMALL_PLACES.match(bare) is not None
    return named and (ended in {"", ":", "|", ")", "."} or len(bare.split()) <= WORDS_OF_A_PLACE // 2)


def title_of(line: Line) -> tuple[str, tuple[Line, ...]]:
    """Return the title at the start of *line*, its bold words or its first sentence, and what follows it."""
    text = line.text
    if line.lead and len(text[: line.lead].strip()) > 2:
        rest = line.cut(line.lead + len(re.match(r"\s*[:|.–—-]?\s*", text[line.lead :])[0]))  # type: ignore[index]
        return text[: line.lead].strip(" :|–—-."), some(rest)
    end = next((each for each in END_OF_TITLE.finditer(text) if _is_closed(text[: each.start()])), None)
    if end and (shouted := text.partition(",")[0]).isupper() and end.end() < len(shouted):
        end = None  # “FIERA DEL LIBRO - INCONTRI CON GLI EDITORI, Palazzo”
    sentence = first_sentence(text)
    if end and end[0].strip() == ":" and _ends_title(text[end.end() :]):
        end = None
    if end and end.start() <= len(sentence) and end.start() <= LONGEST_TITLE:
        return text[: end.start()].strip(), some(line.cut(end.end()))
    title = sentence.removesuffix(".")
    return (title, some(line.cut(len(sentence)))) if len(title) <= LONGEST_TITLE + 40 else ("", ())


def _is_closed(text: str) -> bool:
    return text.count("(") <= text.count(")")


def _ends_title(text: str) -> bool:
    """Tell whether *text* behind a colon, up to the end of the line, is the rest of a title: “a workshop”."""
    return text[:1].islower() and len(text.split()) <= WORDS_OF_A_PLACE // 2 and text[-1:].isalnum()


def is_title(text: str) -> bool:
    """Tell whether *text* may be a title: it is short, has letters, and is no sentence."""
    sentence = text.endswith((".", ";")) and not text.endswith("...") and len(text.split()) > 6
    return len(text) <= LONGEST_TITLE and not sentence and bool(re.search(r"[^\W\d_]", text))
