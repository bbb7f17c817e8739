# SPDX-License-Identifier: EUPL-1.2
"""The option lines of a block, read as plain text and not as YAML."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass

from newsletter.model.facts import FIELD_BY_NAME
from newsletter.source.source_text import COMMENT

# A name has no colon and is not blank; ``:::`` opens or closes a fence and is no option.
_OPTION = re.compile(
    r"""(?P<indent>[ \t\u00a0]*) : (?P<name>[^:`{}]{1,60}) :
    (?: [ \t\u00a0]+ (?P<value>.*) | [ \t\u00a0]* | (?P<tight>[^\s:`].*) ) $""",
    re.VERBOSE,
)
_BLANKS = frozenset(" \t\u00a0")  # the last is Word's, and no eye tells it from the first
# An option but for a colon, or with a word that is none: “:place Borgoluce”, “place: Borgoluce”, “:luogo:Borgoluce”.
_MALFORMED = re.compile(
    r"""(?: [:;：] [ \t]* (?P<unclosed>[^\W\d_]{2,20}) (?: [ \t]*[=;,：] | [ \t]+ | :(?=[^\s`]) )
    | (?:[-*•][ \t]+)? (?P<unopened>[^\W\d_]{2,20}) [ \t]* [:：] [ \t] | ; (?P<other>[^\W\d_]{2,20}) : [ \t] )
    [ \t]* (?P<value>\S.*) $""",
    re.VERBOSE,
)

# An option with other signs around its name: “::place: Sala”, “`:place:` Sala”, “> :place: Sala”, “"place": Sala”.
_DISGUISED = re.compile(
    r"""(?![ ]{0,3}%)(?P<before>(?:&nbsp;|[^\w\n(\[])*+) (?P<name>[^\W\d_]{2,20}) (?P<after>[^\w\n(\[/-]*+)
    (?P<value>\w.*|[(\["«“].*) $""",
    re.VERBOSE,
)
# “place Sala”, with no sign at all.
_BARE = re.compile(r"(?P<name>[a-z]{2,9})[ \t]+(?P<value>[A-Z0-9].*)$")
# “date = 13 maggio”, “date -> 13 maggio”, “(date) 13 maggio”, “#date 13 maggio”, “| date | 13 maggio |”.
_SIGNED = re.compile(
    r"""(?: (?P<named>[a-z]{2,9}) [ \t]* (?:=>?|-*[>→]|~)
    | [(\[{<|"'«]+ [ \t]* (?P<framed>[a-z]{2,9}) [ \t]* [)\]}>|"'»]+
    | [#@$&]+ (?P<tagged>[a-z]{2,9}) [ \t] ) [ \t:]* (?P<value>[^\s|].*?) [ \t|]* $""",
    re.VERBOSE,
)
_SECOND = re.compile(r"(?:^|[\s,;.|])[:;](?P<name>[^\W\d_]{2,20})[ \t]*:(?P<value>.*)$")

_LISTED = re.compile(r"(?:[-–—*+•·▪]|\d{1,2}[.)])[ \t\u00a0]+(?P<item>\S.*)")

_NEXT = re.compile(r"[.,;]\s+(?P<name>[^\W\d_]{2,20}):\s")  # “Data: 3 luglio. Luogo: Sala”
_WORDED = re.compile(r"[*_]{0,3}(?P<name>[^\W\d_]{2,20})[*_]{0,3}[ \t]*:[*_]{0,3}[ \t]+(?P<value>\S.*)$")


@dataclass(frozen=True, slots=True)
class Option:
    """One option as written: its value with inner line breaks folded to spaces."""

    name: str
    value: str
    line: int
    """Its distance in lines from the first of the block's content."""
    pieces: tuple[str, ...] = ()
    """Its value, line by line; a comment is an empty one."""

    @property
    def listed(self) -> tuple[str, ...]:
        """The items of a value that is a list with hyphens, or with other signs of lists; else nothing."""
        pieces = [piece for piece in self.pieces if piece]
        matches = [_LISTED.fullmatch(piece) for piece in pieces]
        return tuple(match["item"].rstrip(" ;,") for match in matches if match) if all(matches) else ()

    def line_of(self, text: str) -> int:
        """Return the line on which *text*, a part of the value, begins."""
        start = self.value.find(text)
        end = 0
        for number, piece in enumerate(self.pieces):
            end += len(piece) + (1 if end and piece else 0)
            if 0 <= start < end:
                return self.line + number
        return self.line


def _option(line: str, known: Container[str]) -> re.Match[str] | None:
    """Match an option; one without a space before its value only where its name is *known*, lest it is a role."""
    match = _OPTION.match(line)
    return match if match and (match["tight"] is None or match["name"].strip() in known) else None


def option_name(line: str, known: Container[str]) -> str | None:
    """Return the *known* name of the option that *line* gives; None where it gives none."""
    match = _option(line, known)
    return name if match and (name := match["name"].strip()) in known else None


def worded_option(line: str, known: Container[str]) -> tuple[str, str] | None:
    """Return the *known* name and the value of a line as people write one: “Luogo: Torino”, “**Luogo:** Torino”."""
    match = _WORDED.match(line)
    if match is None or match["name"].lower() not in known:
        return None
    following = (each for each in _NEXT.finditer(match["value"]) if each["name"].lower() in known)
    value = match["value"][: first.start()] if (first := next(following, None)) else match["value"]
    return match["name"].lower(), value.strip()


def malformed_option(line: str, known: Container[str]) -> tuple[str, str] | None:
    """Return the *known* name and the value of an option that lacks a colon; None where there is none."""
    if match := _MALFORMED.match(line):
        # A line of the text that happens to begin in this way begins with a capital: “Sede: il museo”.
        name = (match["unclosed"] or match["other"] or "").lower() or match["unopened"]
    elif line.lstrip().startswith("<!--"):
        return None
    elif (match := _SIGNED.match(line)) and (match["named"] or match["framed"] or match["tagged"]) in FIELD_BY_NAME:
        name = match["named"] or match["framed"] or match["tagged"]
    elif (match := _DISGUISED.match(line)) and match["before"].strip("*_ \t-+•"):
        name = match["name"] if re.search(r"[:=：]", match["before"] + match["after"]) else ""
    elif match := _BARE.match(line):
        name = match["name"] if match["name"] in FIELD_BY_NAME else ""
    return (name, match["value"].lstrip(" \t:;=-–—").rstrip()) if match and name in known else None


def second_option(value: str, known: Container[str]) -> tuple[str, str, str] | None:
    """Return what stands in *value* before another option, the *known* name of that, and its value; None without."""
    match = _SECOND.search(value)
    if match is None or match["name"].lower() not in known:
        return None
    return value[: match.start()].strip(" ,;.|"), match["name"].lower(), match["value"].strip()


def split_options(lines: Sequence[str], known: Container[str]) -> tuple[list[Option], int]:
    """Take the options from the head of a block's content.

    A line that starts with white space continues the option above it, unless it gives itself an
    option of a *known* name; the first line that is neither ends the options. Comments among them are passed over;
    those behind the last one belong to the body.

    :returns: the options in their order, and how many lines they fill.
    """
    options: list[Option] = []
    end = skipped = 0
    for number, line in enumerate(lines):
        match = _option(line, known)
        if match and (not match["indent"] or not options or match["name"].strip() in known):
            name = match["name"].strip()
            value = (match["value"] or match["tight"] or "").strip()
            options.append(Option(name, value, number, (value,)))
        elif options and COMMENT.match(line):
            skipped += 1
            continue
        elif options and line[:1] in _BLANKS and line.strip():
            last = options[-1]
            piece = line.strip()
            pieces = (*last.pieces, *[""] * skipped, piece)
            options[-1] = Option(last.name, f"{last.value} {piece}".strip(), last.line, pieces)
        else:
            break
        end, skipped = number + 1, 0
    return options, end
