# SPDX-License-Identifier: EUPL-1.2
"""A part of a page that is folded until a reader asks for it (HTML, section 4.11.1, ``details``)."""

from __future__ import annotations

from docutils import nodes
from sphinx.writers.html5 import HTML5Translator


class disclosure(nodes.container):  # noqa: N801 -- docutils names node classes in lower case
    """The part; its first child is its :class:`summary`. Any writer without a visitor shows it as a container."""


class summary(nodes.paragraph):  # noqa: N801 -- docutils names node classes in lower case
    """What is seen of a folded part."""


def visit_disclosure(self: HTML5Translator, node: disclosure) -> None:
    """Open the part, which stays folded."""
    self.body.append(self.starttag(node, "details"))


def depart_disclosure(self: HTML5Translator, node: disclosure) -> None:  # noqa: ARG001 -- the signature is docutils'
    """Close the part."""
    self.body.append("</details>\n")


def visit_summary(self: HTML5Translator, node: summary) -> None:
    """Open the line that is seen."""
    self.body.append(self.starttag(node, "summary", ""))


def depart_summary(self: HTML5Translator, node: summary) -> None:  # noqa: ARG001 -- the signature is docutils'
    """Close the line."""
    self.body.append("</summary>\n")
