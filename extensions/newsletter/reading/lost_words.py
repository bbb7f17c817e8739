# SPDX-License-Identifier: EUPL-1.2
"""Report words of a source that are nowhere on its page: whatever construct of Markdown took them, they are told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape
from pathlib import Path

from docutils import nodes

from newsletter.environment.reporter import warn
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import BLOCKS, VIEWS
from newsletter.reading.swallowed import Place, Region
from newsletter.source.front_matter import decides
from newsletter.source.source_text import COMMENT, without_html_comments

_SILENCE = re.compile(r"[ ]{0,3}%\s*ok:")
_OPTION = re.compile(r"[ >]*:[\w -]+:(?:\s|$)")
_FENCE = re.compile(r"[ >]*(?::{3,}|`{3,}|~{3,})\{[\w-]+\}")
_DEFINITION = re.compile(r"[ ]{0,3}\[(?P<label>[^\]^][^\]]*)\]:\s*(?P<rest>.*)")
# Targets of links and addresses are written in the page in forms of their own.
_TARGET = re.compile(r"\]\([^)]{0,2000}\)|\]\[[^\]]{0,200}\]")
_ADDRESS = re.compile(r"://|www\.|@|\\")
_SIGNS = frozenset("+([%:`~<{&|\\")
_MARKED_WORD = re.compile(r"\w[*_`]+\w")
_WORD = re.compile(r"[^\W\d_]{4,}")


def report_lost_words(
    document: nodes.document, sources: Mapping[str, Sequence[str]], regions: Sequence[Region], told: Collection[Place]
) -> None:
    """Compare the words in *sources*, lines by file, with all that *document* shows or keeps, line by line.

    *regions* are what is no Markdown of its own, *told* the places of which something was reported already.
    """
    told = {*told, *_report_views(sources, regions, told)}
    text = document.astext()
    known = Counter(_WORD.findall(text))
    prose = [(path, number, line) for path, lines in sources.items() for number, line in _prose(lines)]
    told = {*told, *_report_definitions(prose, sources, text, told)}
    written = Counter(word for _path, _number, line in prose for word in _WORD.findall(line))
    if written <= known:
        return  # as of most pages
    attributes = document.pformat()
    shown = f"{text}\n{attributes}"
    known |= Counter(_WORD.findall(attributes))
    missing = written - known
    made = {(str(node.source), node.line) for node in document.findall(nodes.section) if "record" in node["classes"]}
    for path, number, line in prose:
        if (path, number) in told:  # which is why they are missing
            missing -= Counter(_WORD.findall(line))
    for path, number, line in prose:
        if (path, number) in made:
            continue
        words = _WORD.findall(line)
        missed = [word for word in words if word not in known and word not in shown]
        # Words that are elsewhere too: a line that begins with a sign is lost where all of them are there too seldom.
        signed = sources[path][number - 1].lstrip()[:1] in _SIGNS
        if not missed and signed and words and all(word in missing for word in words) and not _MARKED_WORD.search(line):
            missed = words
        if missed and (path, number) not in told:
            if COMMENT.match(sources[path][number - 1]):
                warn(_commented(sources[path][number - 1].strip()).diagnostic, path, number)
                continue
            region = next((each for each in regions if _holds(each, path, number)), None)
            warn(lost(" ".join(missed), region).diagnostic, path, number)


def _report_definitions(
    prose: Sequence[tuple[str, int, str]], sources: Mapping[str, Sequence[str]], text: str, told: Collection[Place]
) -> Iterator[Place]:
    """Report definitions of links to which nothing in their file refers, and yield their places."""
    for path, number, line in prose:
        definition = _DEFINITION.match(line) if line.startswith("[") else None
        if definition and f"[{definition['label']}]:" not in text and (path, number) not in told:
            users = (other for other, lines in sources.items() if f"[{definition['label']}]" in "\n".join(lines))
            user = next((other for other in users if other != path), None)
            warn(_unused(definition["label"], sources[path][number - 1].strip(), user).diagnostic, path, number)
            yield path, number


def _report_views(
    sources: Mapping[str, Sequence[str]], regions: Sequence[Region], told: Collection[Place]
) -> Iterator[Place]:
    """Report all that stands in directives that show nothing of their text, figures too, and yield the places."""
    for region in regions:
        for number in range(region.first + 1, region.last) if region.mark.strip("{}") in VIEWS else ():
            line = sources[region.path][number - 1]
            if _FENCE.match(line):  # a block that is swallowed, and told
                break
            place = (region.path, number)
            if place not in told and re.search(r"\w", line) and not (_OPTION.match(line) or COMMENT.match(line)):
                warn(lost(line.strip(), region).diagnostic, *place)
                yield place


def _holds(region: Region, path: str, line: int) -> bool:
    own = region.mark.startswith("{") and region.mark.strip("{}") not in BLOCKS
    return own and region.path == path and region.first <= line <= region.last


def lost(words: str, region: Region | None = None) -> ContentError:
    """Return the diagnostic about *words* that nothing shows, or that the directive of *region* took."""
    if region is not None:
        message = _("“%(mark)s” shows no such text, and “%(words)s” is lost: put it before or after.")
        return ContentError("text-lost", message, mark=region.mark, words=words)
    message = _(
        "“%(words)s” is shown nowhere: Markdown takes this line for something else. Put a backslash “\\” before its "
        "first sign, or write it otherwise."
    )
    return ContentError("text-lost", message, words=words)


def _commented(line: str) -> ContentError:
    message = _(
        "“%(line)s” is shown nowhere: a line that begins with “%%” is a note to yourselves. If readers are to see it, "
        "take “%%” off; if it is a note, leave an empty line before it."
    )
    return ContentError("text-lost", message, line=line)


def _unused(label: str, line: str, user: str | None) -> ContentError:
    """Return the diagnostic about a *line* that defines a *label*, which only the file *user* has, or none."""
    if user is None:
        message = _(
            "“%(line)s” is shown nowhere: it is the address of a link “[%(label)s]”, and this file has none. If it is "
            "text, put a backslash “\\” before it."
        )
        return ContentError("text-lost", message, label=label, line=line)
    message = _("“[%(label)s]: …” holds in its own file alone: write this line into “%(file)s”, which uses it.")
    return ContentError("text-lost", message, label=label, file=Path(user).name)


def lost_to_name(name: str) -> ContentError:
    """Return the diagnostic about words that are taken for the *name* of a place on the page."""
    message = _(
        "“%(name)s” is shown nowhere: “(…)=” names a place, to which no link of this page leads. Words that readers "
        "are to see stand without the “=”."
    )
    return ContentError("text-lost", message, name=name)


def lost_to_comment(words: str) -> ContentError:
    """Return the diagnostic about *words* right behind a sign of per cent, which makes a comment of them."""
    message = _(
        "“%%%(words)s” is shown nowhere: a line that begins with “%%” is a note to yourselves. If it is one, put a "
        "blank after the sign; if readers are to see it, a backslash before it: “\\%%%(words)s”."
    )
    return ContentError("text-lost", message, words=words)


def _prose(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Yield the lines with what of them a reader is to see, or an option is to say, with their numbers."""
    text = without_html_comments("\n".join(lines))
    above = ""
    for number, line in enumerate(text.split("\n"), start=1):
        definition = _DEFINITION.match(line)
        if COMMENT.match(line):
            # In the middle of a paragraph it is rather a sign of per cent that begins a line.
            prose = line if above[:1].isalnum() and not _SILENCE.match(line) else ""
        elif definition and text.count(f"[{definition['label']}]") > 1:
            prose = ""
        else:
            prose = "" if _OPTION.match(line) or decides(line) else line
        opening = _FENCE.match(prose)
        words = _TARGET.sub("] ", unescape(prose[opening.end() if opening else 0 :])).split()
        yield number, " ".join(word for word in words if not _ADDRESS.search(word))
        above = line
