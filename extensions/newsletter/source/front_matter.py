# SPDX-License-Identifier: EUPL-1.2
"""The front matter of an issue: what its head says of it, read without parsing the page."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import yaml

from newsletter.dates import parse_dates
from newsletter.languages import words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.source.front_matter_diagnostics import (
    KEYS,
    TEXTS,
    WORDS,
    cut_values,
    front_matter_error,
    in_quotes,
    meant_key,
    no_pairs,
    tight_pair,
    unreadable,
)
from newsletter.source.source_text import top_fences
from newsletter.source.urls import parse_url

OF_PARTS = ("published", "draft")
"""Those that a file in the folder of an issue may have."""
# Blank lines may go before: with one, Markdown would print the head of a draft instead of heeding it.
_OPENING = re.compile(r"\ufeff?(?:[ \t]*\n)*---[ \t]*\n")
_HEAD = re.compile(_OPENING.pattern + r"(?P<body>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)

_DRAFT = "|".join(word for word, key in sorted(WORDS.items()) if key == "draft")
_STRAY_KEY = re.compile(rf"[\W_]*(?P<name>draft|published|{_DRAFT})[\W_]*[:=]", re.IGNORECASE)
# What a line says of publication wherever it stands, after the title of the issue too.
_DECISION = re.compile(
    rf"^[^\w\n]*(?:(?P<name>draft|{_DRAFT})[^\w\n]*(?:1|{'|'.join(sorted(words_of('yes')))})?"
    r"|(?P<day>published)[^\w\n]*[:=][^\w\n]*(?:\d{4}-\d\d-\d\d)?)[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_SECTION = re.compile(r" {0,3}#{2,6}[ \t]+[^\W\d_]+[ \t]*$")
_FIRST_BLOCK = re.compile(r" {0,3}(?:#{1,6}(?:\s|$)|={2,}\s*$|[:`~]{3,}\s*\{)")
"""A heading, or a block; a line of hyphens may be the end of a front matter that is none."""
_LONGEST = 20_000
"""Characters of a front matter; YAML is read slowly."""
_MOST_FAULTS = 20


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """Hold what an issue says of itself; only :data:`KEYS` have an effect."""

    published: date | None = None
    published_line: int = field(default=1, compare=False)
    draft: bool = False
    source: str = ""
    title: str = ""
    description: str = ""
    description_line: int = field(default=1, compare=False)
    unknown: tuple[tuple[str, int], ...] = ()
    """Keys without effect, each with its line."""
    of_issues: tuple[tuple[str, int], ...] = field(default=(), compare=False)
    """Keys without effect in a file that is a part of an issue, each with its line."""
    errors: tuple[tuple[ContentError, int], ...] = ()
    """Errors that put publication in no doubt, each with its line."""


def head_lines(text: str) -> int:
    """Return how many lines the front matter of *text* fills, its rules included."""
    match = _HEAD.match(text)
    return match.group().count("\n") + 1 if match else 0


def parse_front_matter(text: str) -> FrontMatter:
    """Parse the head of an issue's source, with any line ends.

    :raises ContentError: ``front-matter``, with the line in ``diagnostic.values["line"]``, where it cannot be relied
        on: whether the issue may be published is then not known.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    opening = _OPENING.match(text)
    if opening is None:
        _reject_stray_keys(text)
        return FrontMatter()
    first = opening.group().count("\n") + 1
    match = _HEAD.match(text)
    if match is None:
        raise front_matter_error(first - 1, _("The front matter is not closed: put a line “---” after it."))
    _reject_stray_keys(text)
    if len(match["body"]) > _LONGEST:
        raise no_pairs(first)
    values, lines = _read_yaml(match["body"], first)
    source, errors = _source(values, lines)
    errors = (*errors, *cut_values(match["body"].split("\n"), first))
    return FrontMatter(
        published=_day(values, lines),
        published_line=lines.get("published", 1),
        draft=_flag(values, lines),
        source=source,
        errors=errors,
        title=_text(values, "title"),
        description=_text(values, "description"),
        description_line=lines.get("description", 1),
        unknown=tuple((name, line) for name, line in lines.items() if name not in KEYS),
        of_issues=tuple((name, line) for name, line in lines.items() if name in KEYS and name not in OF_PARTS),
    )


def look_over(text: str) -> tuple[FrontMatter, list[tuple[ContentError, int]]]:
    """Return what the head of an issue's source says, and all that keeps it from being relied on, each with its line.

    Each line with an error is left out in turn, so that whoever mends it need not come back for the next.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    found: list[tuple[ContentError, int]] = []
    while len(found) < _MOST_FAULTS:
        try:
            return parse_front_matter("\n".join(lines)), sorted(found, key=lambda each: each[1])
        except ContentError as error:
            line = int(str(error.diagnostic.values["line"]))
            if not lines[line - 1].strip(" -"):  # an end that is missing, or what is left of a line that was taken out
                found += [] if found else [(error, line)]
                break
            found.append((error, line))
            lines[line - 1] = ""
    return FrontMatter(), sorted(found, key=lambda each: each[1])


def _reject_stray_keys(text: str) -> None:
    """Refuse a line that decides on publication and stands in no front matter.

    A dash too long, a line above: whoever wrote it does not want the issue to go out. Before the first heading it is
    refused with whatever value; after it, where it has such a value and stands in no block.
    """
    head = head_lines(text)
    for found in _DECISION.finditer(text):
        if _SECTION.match(found.group()):  # “## Bozze” is a heading
            continue
        number = text.count("\n", 0, found.start()) + 1
        if number > head and not any(fence.first <= number <= fence.last for fence in top_fences(text.split("\n"))):
            raise _stray_key(number, found["name"] or found["day"])
    for number, line in enumerate(text.split("\n"), start=1):
        written = "".join(char for char in unicodedata.normalize("NFKC", line) if char.isprintable())
        if number > head and (match := _STRAY_KEY.match(written)):
            raise _stray_key(number, match["name"])
        if number > head and _FIRST_BLOCK.match(written):
            return


def decides(line: str) -> bool:
    """Tell whether a *line* of the text is one of a front matter that says whether the issue goes out."""
    return bool(_DECISION.match(line.strip("[]{}")) or _STRAY_KEY.match(line))


def _stray_key(number: int, name: str) -> ContentError:
    message = _(
        "“%(name)s” stands in no front matter, and this file is kept back: the very first line of the file is “---”, "
        "and so is the line after these."
    )
    return front_matter_error(number, message, name=name)


_DEEPEST = 20
"""Levels in each other that a head may have: PyYAML takes seconds over some thousands."""


def _events(body: str) -> Iterator[yaml.Event]:
    """Yield the events of a head (YAML 1.2, 3.1.2); raise RecursionError where it is too deep."""
    depth = 0
    for event in yaml.parse(body, Loader=yaml.BaseLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _DEEPEST:
            raise RecursionError
        yield event


@lru_cache(maxsize=2048)  # a build asks for the head of an issue more than once
def _read_yaml(body: str, first: int) -> tuple[Mapping[str, object], Mapping[str, int]]:
    """Return the values of a head whose first line is *first*, and the line of each."""
    try:
        anchors = [event.start_mark for event in _events(body) if getattr(event, "anchor", None)]
        values = None if anchors else yaml.load(body, Loader=yaml.BaseLoader)  # noqa: S506 - the loader that makes texts of everything
        root = yaml.compose(body, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        begin = getattr(error, "context_mark", None)  # of quotes that are never closed
        raise unreadable(body.split("\n"), mark.line if mark else 0, begin.line if begin else 0, first) from None
    if anchors:  # what they stand for may be anything, "draft: true" too
        place = anchors[0].line if anchors[0] else 0
        line = body.split("\n")[place]
        raise (in_quotes(line, place + first) if line.startswith(tuple(TEXTS)) else None) or no_pairs(place + first)
    if values is None or root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise tight_pair(body.split("\n"), first) or no_pairs(first)
    lines: dict[str, int] = {}
    for key, value in root.value:
        line = key.start_mark.line + first
        if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
            raise no_pairs(line)
        name = str(key.value)
        if name in KEYS and name in lines:
            raise front_matter_error(line, _("“%(name)s” is given twice. Keep one of them."), name=name)
        if name in KEYS and not isinstance(value, yaml.ScalarNode):
            # Its text is not even made: a short list that names itself again and again can be of any length.
            raise front_matter_error(line, _("“%(name)s” takes one value, not a list."), name=name)
        if name not in KEYS and (meant := meant_key(name)):
            # Whoever writes "Draft" or "bozza" does not want the issue to go out.
            raise front_matter_error(
                line, _("“%(name)s” has no effect here: write “%(meant)s”."), name=name, meant=meant
            )
        lines[name] = line
    _reject_nested_keys(body, root, first, frozenset(lines.values()))
    return values, lines


def _reject_nested_keys(body: str, root: yaml.MappingNode, first: int, own: frozenset[int]) -> None:
    """Refuse a key that decides on publication within the value of another, where it would decide on nothing.

    *own* are the lines of the keys that *root* itself has.
    """
    for number, line in enumerate(body.split("\n"), start=first):
        if number not in own and not line.lstrip().startswith("#") and _STRAY_KEY.match(line):
            raise no_pairs(number)
    inner = [value for _key, value in root.value]
    while inner:
        node = inner.pop()
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if _STRAY_KEY.match(f"{key.value}:"):
                    raise no_pairs(key.start_mark.line + first)
                inner += [key, value]
        elif isinstance(node, yaml.SequenceNode):
            inner += node.value


def _day(values: Mapping[str, object], lines: Mapping[str, int]) -> date | None:
    value = _text(values, "published")
    if value in _NOTHING:
        return None
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ].{1,40})?", value, re.ASCII)  # some programs add an hour
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise front_matter_error(
            lines["published"],
            _("“%(value)s” is no day: write it as year-month-day, “%(better)s”."),
            value=value,
            better=_iso_day(value),
        ) from None


def _iso_day(value: str) -> str:
    """Return the day that *value* names in words, its year included; an example where it names none.

    The last day of a month stands for one that the month does not have.
    """
    if (match := re.fullmatch(r"(\d{4})-(0[1-9]|1[0-2])-(29|30|31)", value, re.ASCII)) and match[1] > "0000":
        return f"{match[1]}-{match[2]}-{monthrange(int(match[1]), int(match[2]))[1]}"
    try:
        dates = parse_dates(value, period=Period(2026, 5), kind=Kind.NEWS)
    except ContentError:
        return "2026-05-04"
    return dates.start.isoformat() if str(dates.start.year) in value else "2026-05-04"


def _source(values: Mapping[str, object], lines: Mapping[str, int]) -> tuple[str, tuple[tuple[ContentError, int], ...]]:
    address = _text(values, "source")
    try:
        return (parse_url(address) if address else ""), ()
    except ContentError as error:
        return "", ((error, lines["source"]),)


def _flag(values: Mapping[str, object], lines: Mapping[str, int]) -> bool:
    value = _text(values, "draft")
    word = value.lower()
    if "draft" in values and word in _NOTHING:
        message = _("“draft” says nothing, and this file is kept back: write “draft: true”, or take the line out.")
        raise front_matter_error(lines["draft"], message)
    if word == "1" or word in words_of("yes"):
        return True
    if "draft" not in values or word == "0" or word in words_of("no"):
        return False
    raise front_matter_error(lines["draft"], _("“draft” is either true or false, not “%(value)s”."), value=value)


_NOTHING = frozenset({"", "~", "null"})  # how YAML says that there is no value


def _text(values: Mapping[str, object], key: str) -> str:
    return " ".join(str(values.get(key, "")).split())
