# SPDX-License-Identifier: EUPL-1.2
"""The front matter of an issue: what its head says of it, read without parsing the page."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

import yaml

from newsletter.dates import parse_dates
from newsletter.languages import meanings, words_of
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.model.text import nearest, plain
from newsletter.source.quoted import quoted
from newsletter.source.source_text import top_fences
from newsletter.source.urls import parse_url

KEYS = ("published", "draft", "source", "title", "description")
_TEXTS = frozenset({"source", "title", "description"})
OF_PARTS = ("published", "draft")
"""Those that a file in the folder of an issue may have."""
# Blank lines may go before: with one, Markdown would print the head of a draft instead of heeding it.
_OPENING = re.compile(r"\ufeff?(?:[ \t]*\n)*---[ \t]*\n")
_HEAD = re.compile(_OPENING.pattern + r"(?P<body>.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)

_WORDS = meanings("front_matter")
_DRAFT = "|".join(word for word, key in sorted(_WORDS.items()) if key == "draft")
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
        raise _error(first - 1, _("The front matter is not closed: put a line “---” after it."))
    _reject_stray_keys(text)
    if len(match["body"]) > _LONGEST:
        raise _error(first, _("The front matter cannot be read: write one “name: value” a line."))
    values, lines = _read_yaml(match["body"], first)
    source, errors = _source(values, lines)
    errors = (*errors, *_cut_values(match["body"].split("\n"), first))
    return FrontMatter(
        published=_day(values, lines),
        published_line=lines.get("published", 1),
        draft=_flag(values, lines),
        source=source,
        errors=errors,
        title=_text(values, "title"),
        description=_text(values, "description"),
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
    return _error(number, message, name=name)


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
        raise _unreadable(body.split("\n"), mark.line if mark else 0, begin.line if begin else 0, first) from None
    if anchors:  # what they stand for may be anything, "draft: true" too
        place = anchors[0].line if anchors[0] else 0
        line = body.split("\n")[place]
        raise (_in_quotes(line, place + first) if line.startswith(tuple(_TEXTS)) else None) or _no_pairs(place + first)
    if values is None or root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise _tight_pair(body.split("\n"), first) or _no_pairs(first)
    lines: dict[str, int] = {}
    for key, value in root.value:
        line = key.start_mark.line + first
        if not isinstance(key, yaml.ScalarNode) or key.value == "<<":
            raise _no_pairs(line)
        name = str(key.value)
        if name in KEYS and name in lines:
            raise _error(line, _("“%(name)s” is given twice. Keep one of them."), name=name)
        if name in KEYS and not isinstance(value, yaml.ScalarNode):
            # Its text is not even made: a short list that names itself again and again can be of any length.
            raise _error(line, _("“%(name)s” takes one value, not a list."), name=name)
        if name not in KEYS and (meant := _meant(name)):
            # Whoever writes "Draft" or "bozza" does not want the issue to go out.
            raise _error(line, _("“%(name)s” has no effect here: write “%(meant)s”."), name=name, meant=meant)
        lines[name] = line
    _reject_nested_keys(body, root, first, frozenset(lines.values()))
    return values, lines


def _reject_nested_keys(body: str, root: yaml.MappingNode, first: int, own: frozenset[int]) -> None:
    """Refuse a key that decides on publication within the value of another, where it would decide on nothing.

    *own* are the lines of the keys that *root* itself has.
    """
    for number, line in enumerate(body.split("\n"), start=first):
        if number not in own and not line.lstrip().startswith("#") and _STRAY_KEY.match(line):
            raise _no_pairs(number)
    inner = [value for _key, value in root.value]
    while inner:
        node = inner.pop()
        if isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if _STRAY_KEY.match(f"{key.value}:"):
                    raise _no_pairs(key.start_mark.line + first)
                inner += [key, value]
        elif isinstance(node, yaml.SequenceNode):
            inner += node.value


def _cut_values(lines: Sequence[str], first: int) -> Iterator[tuple[ContentError, int]]:
    """Yield the diagnostics about texts whose end YAML takes for a comment: “title: Bando #2”."""
    for place, line in enumerate(lines):
        pair = _PAIR.match(line)
        if pair and pair["name"] in _TEXTS and pair["value"][0] not in "\"'#" and re.search(r"\s#", pair["value"]):
            message = _("From “#” on, nothing of this line is read: put the value in quotes, “%(better)s”.")
            better = f"{pair['name']}: {quoted(pair['value'])}"
            yield _error(place + first, message, better=better), place + first


def _no_pairs(line: int) -> ContentError:
    return _error(line, _("The front matter cannot be read: write one “name: value” a line."))


def _meant(name: str) -> str | None:
    """Return the key that decides on publication and that *name* misses by little; None where it means another."""
    word = plain(name)
    if word in _WORDS:
        return _WORDS[word]
    return nearest(word, ("draft", "published"), cutoff=0.8)


_PAIR = re.compile(r"\s*(?P<name>[^\W\d_][\w -]{0,30}?)\s*:(?P<blank>\s*)(?P<value>\S.*)$")


def _tight_pair(lines: list[str], first: int) -> ContentError | None:
    """Return the diagnostic about the first of *lines* that has a key and no blank after its colon; None where none."""
    for place, line in enumerate(lines):
        if (pair := _PAIR.match(line)) and not pair["blank"] and (key := _key(pair["name"])):
            message = _("The front matter cannot be read here: put a blank after the colon, “%(better)s”.")
            return _error(place + first, message, better=f"{key}: {pair['value'].strip()}")
    return None


def _unreadable(lines: list[str], number: int, begin: int, first: int) -> ContentError:
    """Return the diagnostic about line *number* of the front matter that starts in line *first* of its file.

    What cannot be read may *begin* in a line before it; both are counted from 0.
    """
    for place, line in enumerate(lines[:number]):
        if tight := _tight_pair([line], place + first):
            return tight
        if line[:1].isalpha() and ":" not in line:
            above = lines[place - 1] if place else ""
            return _goes_on(above, line, place + first) or _no_pairs(place + first)
    place = number if number < len(lines) and _PAIR.match(lines[number]) else begin
    return _in_quotes(lines[place], place + first) or _no_pairs(number + first)


def _goes_on(above: str, line: str, number: int) -> ContentError | None:
    """Return the diagnostic about a *line* with which the value *above* goes on; None where there is none above."""
    pair = _PAIR.match(above)
    if pair is None or pair["name"] not in _TEXTS:
        return None
    message = _("“%(name)s” goes on in this line: write all of it in one line, “%(better)s”.")
    better = f"{pair['name']}: {quoted(pair['value'] + ' ' + line.strip())}"
    return _error(number, message, name=pair["name"], better=better)


def _in_quotes(line: str, number: int) -> ContentError | None:
    """Return the diagnostic about a *line* whose value YAML cannot read without quotes; None where it has no value."""
    pair = _PAIR.match(line)
    if pair is None:
        return None
    key = _key(pair["name"])
    if key is None:
        message = _("“%(name)s” has no effect here, and its line cannot be read: take it out.")
        return _error(number, message, name=pair["name"])
    message = (
        _("The front matter cannot be read here: put the value in quotes, “%(better)s”.")
        if key == pair["name"]
        else _("“%(name)s” has no effect here, and the value needs quotes: write “%(better)s”.")
    )
    return _error(number, message, name=pair["name"], better=f"{key}: {quoted(pair['value'])}")


def _key(name: str) -> str | None:
    """Return the key that *name* is, or means."""
    return name if name in KEYS else _meant(name) or nearest(name, KEYS)


def _error(line: int, message: str, **values: object) -> ContentError:
    return ContentError("front-matter", message, line=line, **values)


def _day(values: Mapping[str, object], lines: Mapping[str, int]) -> date | None:
    value = _text(values, "published")
    if value in _NOTHING:
        return None
    match = re.fullmatch(r"(\d{4}-\d{2}-\d{2})(?:[T ].{1,40})?", value, re.ASCII)  # some programs add an hour
    try:
        return date.fromisoformat(match[1] if match else "")
    except ValueError:
        raise _error(
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
        raise _error(lines["draft"], message)
    if word == "1" or word in words_of("yes"):
        return True
    if "draft" not in values or word == "0" or word in words_of("no"):
        return False
    raise _error(lines["draft"], _("“draft” is either true or false, not “%(value)s”."), value=value)


_NOTHING = frozenset({"", "~", "null"})  # how YAML says that there is no value


def _text(values: Mapping[str, object], key: str) -> str:
    return " ".join(str(values.get(key, "")).split())
