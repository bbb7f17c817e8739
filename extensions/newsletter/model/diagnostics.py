# SPDX-License-Identifier: EUPL-1.2
"""Diagnostics of what a contributor wrote: a closed set of codes and one exception that carries them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from newsletter.model.codes import Code


def _(message: str) -> str:
    """Mark *message* for the translation catalogues; the translation happens when it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One diagnostic: a code of the closed set, an English message and the values that fill it.

    The message is a ``%(name)s`` template and the key of the gettext catalogues, so that the
    core needs no translation machinery.
    """

    code: Code
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the message in the language of *translate*, filled in, on one line; a long value is cut."""
        return translate(self.message) % {name: _short(value) for name, value in self.values.items()}


_LONGEST = 160
"""Characters of a value that are quoted at most: whoever wrote more knows how it goes on."""


def printable(text: str) -> str:
    """Return *text* as a terminal may show it: no control characters, no letter of a file name that is none."""
    return (
        text
        if text.isprintable()
        else "".join(char if char.isprintable() else " " if char.isspace() else "�" for char in text)
    )


def _short(value: object) -> object:
    if isinstance(value, tuple):
        return ", ".join(map(str, value))  # a list of ours is quoted whole
    if not isinstance(value, str):
        return value
    line = printable(" ".join(value.splitlines()))  # a message is one line
    return f"{line[:_LONGEST].rstrip()}…" if len(line) > _LONGEST else line


class ContentError(ValueError):
    """Something that a contributor wrote cannot be taken as it stands; :attr:`diagnostic` says why."""

    def __init__(self, code: Code, message: str, **values: object) -> None:
        self.diagnostic = Diagnostic(code, message, values)
        super().__init__(self.diagnostic.text())


class PartlyParsedError(ContentError):
    """Some parts of a list cannot be taken; the others can."""

    def __init__(self, errors: Sequence[ContentError], known: tuple[str, ...]) -> None:
        self.errors = tuple(errors)
        """The errors of the parts that cannot be taken, in their order; the error itself tells of the first."""
        self.known = known
        """The value that the other parts make."""
        first = self.errors[0].diagnostic
        super().__init__(first.code, first.message, **first.values)
