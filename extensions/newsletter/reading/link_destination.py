# SPDX-License-Identifier: EUPL-1.2
"""Targets of links and images with blanks in them, as people name their files: ``[x](il programma (1).pdf)``.

CommonMark takes them between ``<`` and ``>`` alone, and shows the whole as text else.
"""

from __future__ import annotations

import re
from types import SimpleNamespace

from markdown_it import MarkdownIt
from markdown_it.common.utils import unescapeAll
from markdown_it.helpers import parseLinkDestination, parseLinkLabel, parseLinkTitle

_SPACED = re.compile(
    r"""(?P<target> (?: [^\n<>()"\[\]] | \([^\n<>()"\[\]]*\) )*? [^\s<>()"\[\]] )
    [ \t]* (?= \) | [ \t]"[^"\n]*"[ \t]*\) )""",
    re.VERBOSE,
)
_FILE_OR_ADDRESS = re.compile(r"(?:https?:|mailto:|www\.).*|.*\.\w{2,5}", re.IGNORECASE)


def take_blanks(markdown: MarkdownIt) -> None:
    """Let *markdown* read a target with blanks that ends as a file does, or begins as an address does."""
    markdown.helpers = SimpleNamespace(  # type: ignore[assignment] # a module, of which only these are used
        parseLinkDestination=_parse_destination, parseLinkLabel=parseLinkLabel, parseLinkTitle=parseLinkTitle
    )


def _parse_destination(string: str, pos: int, maximum: int) -> object:
    result = parseLinkDestination(string, pos, maximum)
    match = _SPACED.match(string, pos, maximum)
    if match and re.search(r"\s", match["target"]) and _FILE_OR_ADDRESS.fullmatch(match["target"]):
        result.ok, result.pos, result.str = True, match.end("target"), unescapeAll(match["target"])
    return result
