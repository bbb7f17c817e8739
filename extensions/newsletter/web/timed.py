# SPDX-License-Identifier: EUPL-1.2
"""Days and months in the text become ``time`` elements (HTML, section 4.5.14)."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.writers.html5 import HTML5Translator

_MACHINE_READABLE = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?)?)?")


class moment(nodes.inline):  # noqa: N801 -- docutils names node classes in lower case
    """A day, month or hour in words, with its ``datetime``; any writer without a visitor shows it as ``inline``."""


class MarkTimes(SphinxPostTransform):
    """Replace the dates' ``inline`` nodes by ``time`` elements, where HTML has a form for their value."""

    default_priority = 800
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 -- the signature is Sphinx's
        """See :class:`docutils.transforms.Transform`."""
        for node in list(self.document.findall(nodes.inline)):
            if _MACHINE_READABLE.fullmatch(node.get("datetime", "")):
                node.parent.replace(node, moment("", "", *node.children, **node.attributes))


def visit_moment(self: HTML5Translator, node: moment) -> None:
    """Open the element."""
    self.body.append(self.starttag(node, "time", "", datetime=node["datetime"]))


def depart_moment(self: HTML5Translator, node: moment) -> None:  # noqa: ARG001 -- the signature is docutils'
    """Close the element."""
    self.body.append("</time>")
