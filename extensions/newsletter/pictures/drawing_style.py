# SPDX-License-Identifier: EUPL-1.2
"""Styles in drawings (CSS): known properties with values that name nothing outside of the drawing.

Parsed into tokens as a browser does, escapes and comments included, and written anew from these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import tinycss2
from tinycss2.ast import Declaration, FunctionBlock, LiteralToken, Node, QualifiedRule, StringToken, URLToken

from newsletter.pictures.drawing_words import DROPPED_ATTRIBUTES, FUNCTIONS, PROPERTIES, VALUE_TOKENS

Style = tuple[str, list[str]]
"""A style after cleaning, and the names of what was taken out."""

LOCAL = re.compile(r"#[\w.:-]+")
"""A reference to a part of the drawing by its id."""
_SELECTOR_SIGNS = frozenset(".,>+~*:")


def clean_declarations(text: str) -> Style:
    """Return the declarations in *text*, of a ``style`` attribute, that are on the list."""
    return _declarations(tinycss2.parse_blocks_contents(text, skip_comments=True, skip_whitespace=True))


def clean_sheet(text: str) -> Style:
    """Return the rules of the style sheet *text* with what is on the list, without at-rules."""
    rules, removed = [], []
    for rule in tinycss2.parse_stylesheet(text, skip_comments=True, skip_whitespace=True):
        if not isinstance(rule, QualifiedRule):
            removed.append(f"@{rule.at_keyword}" if rule.type == "at-rule" else "<style>")
            continue
        if not all(map(_is_of_selector, rule.prelude)):
            removed.append("<style>")
            continue
        contents = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
        declarations, others = _declarations(contents)
        removed += others
        if declarations:
            rules.append(f"{tinycss2.serialize(rule.prelude).strip()}{{{declarations}}}")
    return "\n".join(rules), removed


def clean_value(name: str, text: str) -> Style:
    """Return the value *text* of the property *name*, written anew; nothing where it could reach out of the drawing."""
    tokens = tinycss2.parse_component_value_list(text, skip_comments=True)
    return (tinycss2.serialize(tokens).strip(), []) if _stays_inside(tokens) else ("", [name])


def _declarations(contents: Iterable[Node]) -> Style:
    kept, removed = [], []
    for declaration in contents:
        if not isinstance(declaration, Declaration):
            removed.append("<style>")
        elif declaration.lower_name.startswith("-") or declaration.lower_name in DROPPED_ATTRIBUTES:
            pass  # of one browser or one program alone
        elif declaration.lower_name in PROPERTIES and _stays_inside(declaration.value):
            important = " !important" if declaration.important else ""
            kept.append(f"{declaration.lower_name}:{tinycss2.serialize(declaration.value).strip()}{important}")
        else:
            removed.append(declaration.lower_name)
    return ";".join(kept), removed


def _is_of_selector(token: Node) -> bool:
    """Tell whether *token* stands in a selector by element, class or id."""
    return token.type in {"ident", "hash", "whitespace"} or (
        isinstance(token, LiteralToken) and token.value in _SELECTOR_SIGNS
    )


def _stays_inside(tokens: Sequence[Node]) -> bool:
    """Tell whether all of *tokens* are plain values, colours, transformations, or parts of the drawing."""
    return all(_is_plain(token) for token in tokens)


def _is_plain(token: Node) -> bool:
    if isinstance(token, URLToken):
        return LOCAL.fullmatch(token.value) is not None
    if not isinstance(token, FunctionBlock):
        return token.type in VALUE_TOKENS or (isinstance(token, LiteralToken) and token.value in {",", "/", "+", "-"})
    if token.lower_name == "url":
        words = [argument for argument in token.arguments if argument.type != "whitespace"]
        return all(isinstance(word, StringToken) and LOCAL.fullmatch(word.value) for word in words)
    return token.lower_name in FUNCTIONS and _stays_inside(token.arguments)
