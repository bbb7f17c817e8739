# SPDX-License-Identifier: EUPL-1.2
"""Typst code, written so that no text of a user is ever read as code.

User text becomes string literals (:func:`string`), structure becomes calls of functions (:func:`call`).
Every function returns an *expression* of Typst's code mode.
"""

from __future__ import annotations

from collections.abc import Iterable

EMPTY = "[]"
"""The expression of no content at all."""


def string(text: str) -> str:
    r"""Return *text* as a string literal; only ``\`` and ``"`` mean something in one."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def boolean(value: object) -> str:
    """Return the truth of *value* as a literal."""
    return "true" if value else "false"


def call(function: str, *arguments: str, **named: str) -> str:
    """Return a call; the values are expressions, an underscore in a name stands for a hyphen."""
    pairs = [f"{name.replace('_', '-')}: {value}" for name, value in named.items()]
    return f"{function}({', '.join([*pairs, *arguments])})"


def joined(parts: Iterable[str]) -> str:
    """Return one expression that shows *parts* after each other."""
    kept = [part for part in parts if part and part != EMPTY]
    if not kept:
        return EMPTY
    return kept[0] if len(kept) == 1 else "{\n" + "\n".join(kept) + "\n}"


def array(items: Iterable[str]) -> str:
    """Return an array of expressions."""
    return "(" + "".join(f"{item}, " for item in items) + ")"


def strings(items: Iterable[str]) -> str:
    """Return an array of string literals."""
    return array(string(item) for item in items)
