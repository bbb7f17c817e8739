# SPDX-License-Identifier: EUPL-1.2
"""Words of a source on GitHub, in Markdown, a title or a commit message: only words, whatever they contain."""

from __future__ import annotations

import re
import unicodedata

_MARKUP = re.compile(r"([\\`*_{}\[\]()#|~>$])")
# GitHub looks for mentions and references in what it has rendered, where an entity is a character again;
# a comment in between keeps them apart.
_REFERENCE = re.compile(r"(?i)(@|\\#|\bgh-)(?=\w)")
# A commit message mentions, refers, closes an issue by number or URL; with “[skip ci]” it stops workflows.
_COMMAND = re.compile(r"(?i)(@|#|\bgh-|://|\[)(?=\S)")
_WORD_JOINER = "\u2060"


def visible(text: str) -> str:
    """Return *text* without control, format and line-break characters, which would not be seen but obeyed."""
    return "".join(" " if unicodedata.category(each) in {"Cc", "Cf", "Cs", "Zl", "Zp"} else each for each in text)


def escape(text: str) -> str:
    """Return *text* so that Markdown and HTML show it as it is, without a link, a mention or a reference."""
    plain = _MARKUP.sub(r"\\\1", visible(text)).replace("&", "&amp;").replace("<", "&lt;")
    apart = _REFERENCE.sub(r"\1<!-- -->", plain).replace("@", "&#64;")
    return apart.replace("://", "&#58;//").replace("www.", "www&#46;")


def inert(text: str) -> str:
    """Return *text* in one line for a title or a commit message, reading as before, without a mention or a command.

    No markup escapes there: an invisible word joiner (U+2060) breaks mentions, references and commands after the sign.
    """
    return _COMMAND.sub(rf"\1{_WORD_JOINER}", " ".join(visible(text).split()))
