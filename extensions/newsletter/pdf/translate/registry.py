# SPDX-License-Identifier: EUPL-1.2
"""Which function renders which kind of node, and the way down a doctree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from docutils import nodes
from sphinx.util import logging

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.pdf.code import EMPTY, joined
from newsletter.pdf.nesting import DEEPEST, rules_of
from newsletter.pdf.scripts import ideograph_forms
from newsletter.pdf.translate.fragment import Fragment

_logger = logging.getLogger(__name__)

N = TypeVar("N", bound=nodes.Node)

_RENDERERS: dict[type[nodes.Node], Callable[[Fragment, nodes.Node], str]] = {}


def renders(*kinds: type[N]) -> Callable[[Callable[[Fragment, N], str]], Callable[[Fragment, N], str]]:
    """Register a function as the renderer of *kinds* of nodes, and of those derived from them."""

    def register(function: Callable[[Fragment, N], str]) -> Callable[[Fragment, N], str]:
        for kind in kinds:
            _RENDERERS[kind] = function  # type: ignore[assignment]  # each is only ever called with its own kind
        return function

    return register


def render(fragment: Fragment, node: nodes.Node) -> str:
    """Return the Typst expression that shows *node*; its text alone where it is unknown, or too deep."""
    rules = rules_of(node)
    if fragment.depth + rules > DEEPEST:
        titles = [fragment.admonition_titles.get(each.tagname, "") for each in node.findall(nodes.Element)]
        return fragment.text(" ".join(filter(None, [*titles, node.astext()])))
    fragment.depth += rules
    try:
        return in_language(node, _renderer(type(node))(fragment, node))
    finally:
        fragment.depth -= rules


def _renderer(kind: type[nodes.Node]) -> Callable[[Fragment, nodes.Node], str]:
    for ancestor in kind.__mro__:
        if ancestor in _RENDERERS:
            return _RENDERERS[ancestor]
    return _unknown


def _unknown(fragment: Fragment, node: nodes.Node) -> str:
    message = translate(_("The PDF cannot show the element “%(name)s”; it shows its text."))
    values = {"name": getattr(node, "tagname", type(node).__name__)}
    _logger.warning(message, values, location=node, type="newsletter", subtype="pdf-node")
    if isinstance(node, nodes.Element) and node.children:
        return children(fragment, node)
    return fragment.text(node.astext())


def children(fragment: Fragment, node: nodes.Element) -> str:
    """Return the expression that shows the children of *node*."""
    return sequence(fragment, node.children)


def sequence(fragment: Fragment, items: Iterable[nodes.Node]) -> str:
    """Return the expression that shows *items* after each other."""
    return joined(render(fragment, item) for item in items)


def in_language(node: nodes.Node, code: str) -> str:
    """Mark *code* with the language of *node*, where it has one of its own (BCP 47)."""
    if code == EMPTY or not isinstance(node, nodes.Element) or isinstance(node, nodes.document):
        return code
    return language_code(str(node.get("lang", "")), code, phrase=isinstance(node, nodes.Inline))


def language_code(tag: str, code: str, *, phrase: bool = True) -> str:
    """Mark *code*, a *phrase* of a line or blocks, with the language *tag* (BCP 47), if it is one."""
    language, _, rest = tag.partition("-")
    if not (language.isascii() and language.isalpha() and 2 <= len(language) <= 3):
        return code
    region = rest.rpartition("-")[2]
    named = f', region: "{region.lower()}"' if len(region) == 2 and region.isascii() and region.isalpha() else ""
    forms = ideograph_forms(tag, ())
    named += (f', forms: "{forms}"' if forms else "") + (", phrase: true" if phrase else "")
    return f'in-language({code}, lang: "{language.lower()}"{named})'
