# SPDX-License-Identifier: EUPL-1.2
"""Doctrees to HTML without inline styles, with the language of parts and with the size of pictures."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, cast

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.jinja2glue import BuiltinTemplateLoader
from sphinx.util.images import get_image_size
from sphinx.writers.html5 import HTML5Translator

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.source.languages import runs_right_to_left
from newsletter.views.pieces import in_one_language
from newsletter.views.table import table_rows
from newsletter.views.view_node import view_node
from newsletter.web.picture_element import picture_element

_SHARE = re.compile(r"width:\s*(\d+(?:\.\d+)?)%")
_PIXELS = re.compile(r"width:\s*(\d+)(?:\.\d+)?px")
_MACHINE_READABLE = re.compile(r"\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?:[+-]\d{2}:\d{2})?)?)?")
"""Days, months and hours for which HTML has a form (HTML, section 4.5.14)."""


class PageTranslator(HTML5Translator):
    """Sphinx's translator, but that the contract's policy forbids a ``style`` attribute.

    A width in percent becomes a class ``width-25``, ``width-50`` … (the nearest twentieth), one in pixels the
    ``width`` attribute of a picture; every other inline style falls away.
    """

    def __init__(self, document: nodes.document, builder: StandaloneHTMLBuilder) -> None:
        super().__init__(document, builder)
        self._macros: dict[str, Any] = {}
        self._image_seen = False
        self._shown: dict[str, str] = {}
        """The attributes of the tag of the picture that is being written, besides those of docutils."""

    def starttag(
        self,
        node: nodes.Element,
        tagname: str,
        suffix: str = "\n",
        empty: bool = False,  # noqa: FBT001, FBT002 -- the signature is docutils'
        **attributes: Any,
    ) -> str:
        """Return an opening tag; see docutils."""
        if not (attributes or empty or node.get("classes") or node.get("ids") or node.get("lang")):
            return f"<{tagname}>{suffix}"  # as it mostly is
        style = str(attributes.pop("style", ""))
        if share := _SHARE.search(style):
            classes = attributes.pop("classes", [])
            attributes["classes"] = [*classes, _width_class(float(share[1]))]
        elif tagname == "img" and (pixels := _PIXELS.search(style)):
            attributes["width"] = pixels[1]
        if tagname == "img":
            attributes |= self._shown
        if language := node.get("lang"):
            attributes |= _in_language(language, self.config.language)
        return str(super().starttag(node, tagname, suffix, empty, **attributes))

    def visit_view_node(self, node: view_node[Any]) -> None:
        """Render the value of *node* by the macro ``view`` of its template."""
        if node.template not in self._macros:
            environment = cast("BuiltinTemplateLoader", self.builder.templates).environment
            environment.globals |= {
                "in_language": partial(_in_language, site=self.config.language),
                "in_one_language": partial(in_one_language, site=self.config.language),
            }
            self._macros[node.template] = environment.get_template(f"views/{node.template}.html").module
        self.body.append(self._macros[node.template].view(node.value, translate))
        raise nodes.SkipNode

    def visit_inline(self, node: nodes.inline) -> None:
        """Show a day, month or hour in words as a ``time`` element."""
        if _MACHINE_READABLE.fullmatch(node.get("datetime", "")):
            node.html5tagname = "time"  # type: ignore[attr-defined] # where docutils keeps it for its end
            self.body.append(self.starttag(node, "time", "", datetime=node["datetime"]))
        else:
            super().visit_inline(node)

    def visit_table(self, node: nodes.table) -> None:
        """Put a table in a box of its own that scrolls, so that the page never scrolls sideways (WCAG 2.1, 1.4.10).

        A box in which nothing can be focused is itself reachable by keyboard (WCAG 2.1, 2.1.1).
        """
        attributes: dict[str, Any] = {}
        if not _has_links(node):
            caption = next(node.findall(nodes.title), None)
            label = caption.astext() if caption is not None else translate("Table")
            attributes = {"tabindex": "0", "role": "group", "aria-label": label}
        self.body.append(self.starttag(nodes.Element(), "div", CLASS="table-box", **attributes))
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the table and its box."""
        super().depart_table(node)
        self.body.append("</div>\n")

    def visit_literal_block(self, node: nodes.literal_block) -> None:
        """Show code in one colour, as ``newsletter.css`` has it; Sphinx would look for its words with Pygments."""
        self.body.append(self.starttag(node, "pre", "", CLASS="literal-block notranslate"))

    def depart_literal_block(self, node: nodes.literal_block) -> None:  # noqa: ARG002 -- the signature is docutils'
        """Close what :meth:`visit_literal_block` opened; docutils also closes a ``code`` in some of them."""
        self.body.append("</pre>\n")

    def visit_image(self, node: nodes.image) -> None:
        """Show an image with its size, so that the page does not move when it comes."""
        # Never "embed": what an SVG file holds would stand in the page, styles and all.
        node["loading"] = "lazy" if self._image_seen else "link"
        self._image_seen = True
        picture = newsletter_domain(self.builder.env).pictures.get(node["uri"])
        if picture is None:
            if not {"width", "height", "scale"} & node.attributes.keys() and node["uri"] in self.builder.images:
                size = get_image_size(self.builder.srcdir / node["uri"])
                if size is not None:
                    node["width"], node["height"] = map(str, size)
            super().visit_image(node)
            return
        start, self._shown, end = picture_element(node, picture, self.builder.imgpath)
        self.body.append(start)
        super().visit_image(node)
        self.body.append(end)
        self._shown = {}

    def visit_footnote(self, node: nodes.footnote) -> None:
        """Wrap a group of footnotes in a plain box: an ``aside`` would be a landmark without a name."""
        before = len(self.body)
        super().visit_footnote(node)
        self.body[before] = re.sub(r"^<aside (class=\"footnote-list)", r"<div \1", self.body[before])

    def depart_footnote(self, node: nodes.footnote) -> None:
        """Close the box that :meth:`visit_footnote` opened."""
        before = len(self.body)
        super().depart_footnote(node)
        if len(self.body) - before == 2:
            self.body[-1] = "</div>\n"


def _in_language(tag: str, site: str) -> dict[str, str]:
    """Return the attributes of an element whose words are in the language *tag* (BCP 47), which is not the *site*'s."""
    right_to_left = runs_right_to_left(tag)
    if right_to_left == runs_right_to_left(site):
        return {"lang": tag}
    return {"lang": tag, "dir": "rtl" if right_to_left else "ltr"}


def show_mailboxes(app: Sphinx) -> None:
    """Let docutils write URLs of mailboxes as they are (``builder-inited``).

    It would cut them into pieces to hide them from machines: they are the office's, in the open data too, and a screen
    reader would spell them.
    """
    app.env.settings["cloak_email_addresses"] = False


def _has_links(table: nodes.table) -> bool:
    shown = table.findall(lambda each: isinstance(each, nodes.reference | table_rows))
    return any(not isinstance(each, table_rows) or each.has_links for each in shown)


def _width_class(percent: float) -> str:
    return f"width-{min(100, max(5, 5 * round(percent / 5)))}"
