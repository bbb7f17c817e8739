# SPDX-License-Identifier: EUPL-1.2
"""Words that were meant for a link, a table or a comment, and that Markdown shows as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import BLOCKS, DIRECTIVES
from newsletter.source.backtick_accents import accents
from newsletter.source.fields import OPTION_WORDS

_CODE = re.compile(r"(?<!`)(?P<marks>`+)(?!`).*?(?<!`)(?P=marks)(?!`)", re.DOTALL)
_DIRECTIVE = re.compile(r"\{(?P<name>\w+)\}(?!`)")
_EMPTY = re.compile(r"(?<!\\)(?P<image>!?)\[(?P<text>[^\[\]]*)\]\(\s*(?:<>|#)?\s*\)")
# “(words)[https://…]”, “[words] (https://…)”, “[words](https://…]”: all signs of a link, in another order.
_LINK = re.compile(
    r"""(?P<image>!?)(?P<open>[\[(])(?P<text>[^\[\]()\n^]{1,200})[\])] (?P<blank>[ \t]*) (?P<second>[\[(])
    (?P<url> (?:https?://|www\.|mailto:)[^\s\[\]()<>]+ | [\w.+-]+@[\w.-]+\.\w+
    | [\w./-]+\.(?:pdf|md|html?|docx?|odt|jpe?g|png|webp|gif|svg) )
    (?P<end>[\])]|(?=\s[^)\n]*$|$))""",
    re.VERBOSE | re.MULTILINE,
)
_BARS = re.compile(r"\s\|\s|\t")
_ROW = re.compile(r"\s*\|.*\|\s*")
_RULE = re.compile(r"[\s|:-]+")
_BULLETED = re.compile(r"\s*[^\w\s|]\t|\s*o\t")  # an item of a list, as it comes out of Word


# What Markdown leaves standing of a link by label, and of emphasis and code that nothing closes.
_BY_LABEL = re.compile(r"(?<!\\)\[(?P<text>[^\[\]^]+)\]\[(?!https?:|www\.)[^\[\]]*\]")
_SIGN = re.compile(r"(?<![\\*\d])\*\*(?!\*)|(?<![\w\\*])\*(?=\w)|(?<![\w\\_])__(?=\w)|(?<!\\)(?:(?<!\w)`|`(?!\w))")
# What other programs take for markup.
_NO_SIGN = re.compile(
    r"(?P<phrase>\[[^\]\n]+\]\{(?:lang\b[^}\n]*|[A-Za-z]{2,15})\}|\{lang=[^}\n]*\})|(?P<struck>~~\S[^~\n]*~~)|(?P<marked>==\w[^=\n]*==)|(?P<note>\^\[[^\]\n]+\])|(?P<page>\[\[[^\]\n]+\]\])"
    r"|(?P<attribute>(?<=\))\{[^}\n]+\}|\{(?:[.#][\w-]+|[a-z][\w-]+=[^}\n]*)\})|(?P<raised>(?<=\w)(?:\^\w{1,5}\^|~\w{1,5}~))"
    r"|(?P<other>\+\+\w[^+\n]*\+\+|\|\|\w[^|\n]*\|\|)|(?P<smile>(?<=\S ):[a-z_]{3,20}:(?!\S))"
    r"|(?P<formula>(?<![\w$])\$[^\s$][^$\n]*[\\^_=][^$\n]*\$(?!\w))"
)
_NO_SIGNS = {
    "phrase": _(
        "“%(text)s” is shown with its signs: a phrase in another language is written “[words]{lang=en}”, with the code "
        "of the language."
    ),
    "struck": _(
        "“%(text)s” is shown with its signs: nothing is struck out here. Take out what is no longer so; what is "
        "cancelled keeps its title, and gets “:status: cancelled”."
    ),
    "marked": _("“%(text)s” is shown with its signs: write “**…**” to stress words."),
    "note": _("“%(text)s” is shown as it stands: write “[^1]” here, and “[^1]: the note” on a line of its own."),
    "page": _("“%(text)s” is no link, and is shown with its signs: write “[words](address)”."),
    "raised": _("“%(text)s” is shown with its signs: write a sign such as “²” or “₂”, or the figure alone."),
    "other": _("“%(text)s” is shown with its signs: take them out, or write “**…**”."),
    "smile": _("“%(text)s” is shown as it stands: write the sign itself, “🙂”."),
    "attribute": _("“%(text)s” has no effect, and is shown: take it out."),
    "formula": _("“%(text)s” is shown with its signs: write it in words, or in signs such as “²”."),
}
# “3*4, 5*6”, “benvenut*i e amic*i”: a pair of asterisks of which the first stands within a word; others pass first.
_WITHIN = re.compile(r"(?<![\\*\w])\*(?![*\s])[^*\n]*\*|(?<![\\*])(?P<pair>(?<=\w)\*(?=\w)[^*\n]*(?<=\w)\*(?=\w))")
_TARGETS = re.compile(r"\]\([^)\n]*\)|https?://\S+")
_ROLE = re.compile(r"`?\{record\}(?!`[^`]+`)[ '\"’`]*(?P<id>[a-z0-9-]*)")


def left_standing(source: str, shown: str) -> Iterator[tuple[int, ContentError]]:
    """Yield the signs of markup in the *source* of a paragraph that stand in what is *shown* of it, each with its line.

    A sign behind a backslash is meant, and so is an asterisk that begins a note.
    """
    for match in _ROLE.finditer(source):
        message = _("A link to a record is written “%(better)s”, with these very signs.")
        yield _line(source, match), ContentError("link-form", message, better=f"{{record}}`{match['id'] or 'id'}`")
    for match in _NO_SIGN.finditer(source):
        if match.group() in shown and match.group().strip(":") not in OPTION_WORDS:
            error = ContentError("markup-sign", _NO_SIGNS[match.lastgroup or ""], text=match.group())
            yield _line(source, match), error
    for match in _BY_LABEL.finditer(source):
        if match.group() in shown and not source[: match.start()].endswith("!"):
            message = _("“%(text)s” leads nowhere: write the address in parentheses, “%(better)s”.")
            values = {"text": match.group(), "better": f"[{match['text']}](https://…)"}
            yield _line(source, match), ContentError("link-form", message, **values)
    yield from _asterisks_within(source)
    sign = _SIGN.search(shown)
    if (
        sign
        and f"\\{sign.group()[0]}" not in source
        and not (sign.group() == "`" and next(accents(source), None))
        and not (sign.group() == "*" and (not sign.start() or re.search(r"\w\*(?!\w)", shown)))
    ):
        message = _(
            "“%(sign)s” is never closed, and is shown: put the same sign close behind the last word, or take it out."
        )
        line = source.count("\n", 0, max(source.rfind(sign.group()), 0))
        yield line, ContentError("markup-unclosed", message, sign=sign.group())


def _asterisks_within(source: str) -> Iterator[tuple[int, ContentError]]:
    """Yield the first pair of asterisks within words, which Markdown takes for emphasis, in each line of *source*."""
    for number, line in enumerate(source.split("\n")):
        text = _TARGETS.sub("", _CODE.sub("", line))
        if found := next((match for match in _WITHIN.finditer(text) if match["pair"]), None):
            message = _(
                "The asterisks of “%(text)s” are not shown: write “\\*” for one that readers are to see, and “×” "
                "between figures."
            )
            around = f"{text[: found.start()].rpartition(' ')[2]}{found['pair']}{text[found.end() :].partition(' ')[0]}"
            yield number, ContentError("markup-sign", message, text=around)


def near_markup(source: str) -> Iterator[tuple[int, ContentError]]:
    """Yield what the *source* of a paragraph was to be and is not, each with its line, counted from 0."""
    if (opening := _DIRECTIVE.match(source)) and opening["name"] in DIRECTIVES - BLOCKS:
        message = _("“{%(name)s}” is shown as it stands: write “:::{%(name)s}” on a line of its own, and “:::” after.")
        yield 0, ContentError("markup-sign", message, name=opening["name"])
    text = _CODE.sub(lambda code: re.sub(r"[^\n]", "x", code.group()), source)
    for match in _EMPTY.finditer(text):
        yield _line(text, match), _empty(match)
    for match in _LINK.finditer(text):
        if not _is_link(match) and not _is_prose(match):
            message = _("“%(text)s” is no link: write “%(better)s”.")
            better = f"{match['image']}[{match['text']}]({_whole(match['url'])})"
            yield _line(text, match), ContentError("link-form", message, text=match.group(), better=better)
    begin = text.rfind("<!--")
    if begin >= 0 and "-->" not in text[begin:]:
        message = _(
            "“<!--” and what follows are shown as they stand: a comment with an empty line in it begins on a line of "
            "its own, and ends with “-->”."
        )
        yield text.count("\n", 0, begin), ContentError("markup", message)
    if row := _missing_row(text.split("\n")):
        yield 0, _no_table(text.partition("\n")[0], row)


def _no_table(header: str, row: str) -> ContentError:
    """Return the diagnostic about lines that look like a table, *header* the first, without the *row* below that."""
    if "\t" in header:  # as it comes out of a spreadsheet
        cells = [cell.strip() for cell in header.strip().split("\t")]
        message = _(
            "These columns are no table yet: write the first line as “%(first)s”, under it “%(row)s”, and each other "
            "line as the first, with “|” between its cells."
        )
        return ContentError("table-form", message, first=f"| {' | '.join(cells)} |", row=row)
    message = _(
        "This is no table, and its bars are shown: under its first line goes “%(row)s”, and no empty line stands "
        "between its rows."
    )
    return ContentError("table-form", message, row=row)


def _line(text: str, match: re.Match[str]) -> int:
    return text.count("\n", 0, match.start())


def _empty(match: re.Match[str]) -> ContentError:
    text = " ".join(match["text"].split())
    if match["image"]:
        message = _("The image “%(text)s” names no file: write “%(better)s”.")
        return ContentError("image-missing", message, text=text, better=f"![{text}](foto.jpg)")
    message = _("The link “%(text)s” has no address: write it between the parentheses, “%(better)s”.")
    return ContentError("link-missing", message, text=text, better=f"[{text}](https://…)")


def _is_link(match: re.Match[str]) -> bool:
    return match["open"] == "[" and not match["blank"] and match["second"] == "(" and match["end"] == ")"


def _is_prose(match: re.Match[str]) -> bool:
    """Tell whether these are two parentheses that happen to follow each other."""
    return bool(match["blank"]) and match["open"] == match["second"] == "("


def _whole(url: str) -> str:
    if url.startswith("www."):
        return f"https://{url}"
    return f"mailto:{url}" if "@" in url and ":" not in url else url


def _missing_row(lines: Sequence[str]) -> str:
    """Return the row that makes a table of *lines*; nothing where they look like none."""
    rows = [0 if _BULLETED.match(line) else len(_BARS.findall(line.strip(" |"))) for line in lines]
    framed = _ROW.fullmatch(lines[0]) and not _RULE.fullmatch(lines[0])
    if not (framed and rows[0]) and not (len(lines) > 1 and rows[0] and len(set(rows)) == 1):
        return ""
    return "|" + " --- |" * (rows[0] + 1)
