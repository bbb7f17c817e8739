# SPDX-License-Identifier: EUPL-1.2
"""Drawings that contributors bring (SVG 1.1 and 2): written anew from what is on a list, and nothing else.

Opened by its own address, a drawing is a page of the site: what it contains would run there. So nothing is copied:
a new tree is made of known elements with known attributes, whose styles are parsed as a browser parses them
(CSS Syntax Level 3), and is written as UTF-8.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial

from lxml import etree

from newsletter.pictures.drawing_size import drawn_elements
from newsletter.pictures.drawing_style import LOCAL, Style, clean_declarations, clean_sheet, clean_value
from newsletter.pictures.drawing_words import (
    DROPPED_ATTRIBUTES,
    DROPPED_ELEMENTS,
    ELEMENTS,
    LARGEST,
    PLAIN_ATTRIBUTES,
    PROPERTIES,
    REFERRING,
    TEXTS,
)

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XML = "http://www.w3.org/XML/1998/namespace"
_XHTML = "http://www.w3.org/1999/xhtml"
_LARGEST = 10_000_000
"""Bytes of a drawing that are read, photographs in it included."""
_MOST_DRAWN = 100_000
"""Elements that are drawn at most, each counted as often as others refer to it: a few lines could ask for billions."""
_MOST_STYLE = 300_000
"""Characters of styles that are parsed at most, those that are written twice counted once."""
_MOST_TEXT = 20_000
"""Characters of text; each is drawn."""
_LARGEST_REGION = 10_000
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d{1,3})?", re.ASCII)
_PHOTOGRAPH = re.compile(r"data:(?P<type>image/(?:png|jpeg|gif|webp));base64,(?P<data>[A-Za-z0-9+/=\s]*)", re.ASCII)


class DrawingError(ValueError):
    """A file that cannot be read as a drawing, or whose drawing would never end."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that only draws."""

    data: bytes
    """The SVG file, UTF-8."""
    removed: tuple[str, ...]
    """Names of what was taken out and may be missed: programs, links, what is fetched from elsewhere."""


def clean_drawing(data: bytes) -> Drawing:
    """Return the drawing in the SVG file *data*, made anew.

    :raises DrawingError: where *data* is no SVG, is too large, or would draw more than a program can.
    """
    if len(data) > _LARGEST:
        raise DrawingError("size")
    # The document type is read for its entities (Illustrator writes its namespaces so); nothing outside the file is,
    # and libxml2 bounds what entities come to, as long as huge_tree is off.
    parser = etree.XMLParser(
        resolve_entities="internal",  # type: ignore[arg-type] # since lxml 5
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        raise DrawingError("form") from error
    if _local(root) != "svg" or _namespace(root) not in {_SVG, ""}:
        raise DrawingError("form")
    cleaner = _Cleaner(root)
    new = etree.Element(f"{{{_SVG}}}svg", nsmap={None: _SVG, "xlink": _XLINK})  # type: ignore[dict-item] # of the default namespace
    try:
        cleaner.fill(new, root)
    except RecursionError as error:  # functions within functions, in a style
        raise DrawingError("size") from error
    for node in (*root.itersiblings(preceding=True), *root.itersiblings()):
        cleaner.check_instruction(node)
    if sum(len(text) for element in new.iter("{*}text") for text in element.itertext()) > _MOST_TEXT:
        raise DrawingError("size")
    if drawn_elements(new, _MOST_DRAWN) > _MOST_DRAWN:
        raise DrawingError("size")
    return Drawing(etree.tostring(new, encoding="UTF-8", xml_declaration=True), tuple(dict.fromkeys(cleaner.removed)))


class _Cleaner:
    """Copies what is on the list from one tree into another."""

    def __init__(self, root: etree._Element) -> None:
        self.removed: list[str] = []
        self._own = {_namespace(root)}
        self._elements = 0
        self._styles: dict[tuple[Callable[[str], Style], str], Style] = {}
        self._style_length = 0

    def _style(self, clean: Callable[[str], Style], text: str) -> str:
        """Return what *clean* leaves of the style *text*."""
        if (clean, text) not in self._styles:
            self._style_length += len(text)
            if self._style_length > _MOST_STYLE:
                raise DrawingError("size")
            self._styles[clean, text] = clean(text)
        kept, removed = self._styles[clean, text]
        self.removed += removed
        return kept

    def fill(self, new: etree._Element, old: etree._Element) -> None:
        """Give *new* the attributes, the text and the children of *old* that are on the list."""
        self._elements += 1
        if self._elements > _MOST_DRAWN:
            raise DrawingError("size")
        for attribute, value in old.attrib.items():
            self._attribute(new, str(attribute), str(value))
        if _local(new) == "style":
            new.text = self._style(clean_sheet, _text(old))
        else:
            self._children(new, old, keeps_text=_local(new) in TEXTS)

    def _children(self, new: etree._Element, old: etree._Element, *, keeps_text: bool) -> None:
        _add_text(new, old.text, keeps_text=keeps_text)
        for child in old:
            if not isinstance(child.tag, str):
                self.check_instruction(child)
            elif _namespace(child) not in self._own:
                if _namespace(child) == _XHTML:
                    self.removed.append(f"<{_local(child)}>")
            elif _local(child) in ELEMENTS:
                self.fill(etree.SubElement(new, f"{{{_SVG}}}{_local(child)}"), child)
            elif _local(child) == "a":  # what is drawn stays, without the link
                self.removed.append("<a>")
                self.fill(etree.SubElement(new, f"{{{_SVG}}}{'tspan' if keeps_text else 'g'}"), child)
            elif _local(child) not in DROPPED_ELEMENTS and child.get("requiredExtensions") is None:
                self.removed.append(f"<{_local(child)}>")
            _add_text(new, child.tail, keeps_text=keeps_text)

    def _attribute(self, new: etree._Element, attribute: str, value: str) -> None:
        name, space = etree.QName(attribute).localname, etree.QName(attribute).namespace or ""
        if name == "href" and space in {"", _XLINK}:
            if (target := _target(_local(new), value)) is not None:
                new.set(f"{{{_XLINK}}}href", target)
            else:
                self.removed.append("href")
        elif space:  # else notes of the program that made the drawing
            if space == _XML and name in {"lang", "space"}:
                new.set(attribute, value)
        elif name in PLAIN_ATTRIBUTES or name.startswith("aria-"):
            _check_number(_local(new), name, value)
            new.set(name, value)
        elif name == "style" or name in PROPERTIES:
            if kept := self._style(clean_declarations if name == "style" else _of_property(name), value):
                new.set(name, kept)
        elif name not in DROPPED_ATTRIBUTES and not name.startswith("data-"):
            self.removed.append(name)

    def check_instruction(self, node: etree._Element) -> None:
        """Note a style sheet that is fetched, which an instruction beside the elements may name."""
        if isinstance(node, etree._ProcessingInstruction) and node.target == "xml-stylesheet":  # noqa: SLF001 - lxml gives the class no other name
            self.removed.append("<?xml-stylesheet?>")


def _check_number(element: str, name: str, value: str) -> None:
    """Refuse a filter with a number or a region that no program comes to the end of."""
    largest = _LARGEST_REGION if element == "filter" and name in {"x", "y", "width", "height"} else LARGEST.get(name)
    if largest is not None and any(abs(float(number)) > largest for number in _NUMBER.findall(value)):
        raise DrawingError("size")


@cache
def _of_property(name: str) -> Callable[[str], Style]:
    """Return what cleans a value of the property *name*."""
    return partial(clean_value, name)


def _local(element: etree._Element) -> str:
    return etree.QName(element).localname


def _namespace(element: etree._Element) -> str:
    return etree.QName(element).namespace or ""


def _text(element: etree._Element) -> str:
    """Return the text of *element* without what stands in comments and elements within it."""
    return "".join([element.text or "", *(child.tail or "" for child in element)])


def _add_text(new: etree._Element, text: str | None, *, keeps_text: bool) -> None:
    """Append *text* to what *new* contains, or the line break of a source that is laid out."""
    if text is None or not (keeps_text or text.isspace()):
        return
    if len(new):
        new[-1].tail = (new[-1].tail or "") + text
    else:
        new.text = (new.text or "") + text


def _target(element: str, value: str) -> str | None:
    """Return what a reference of *element* may name: a part of the drawing, or a photograph that it carries."""
    value = value.strip()
    if LOCAL.fullmatch(value):
        return value if element in REFERRING else None
    photograph = _PHOTOGRAPH.fullmatch(value)
    if element not in {"image", "feImage"} or photograph is None:
        return None
    try:
        data = base64.b64decode("".join(photograph["data"].split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return f"data:{photograph['type']};base64,{base64.b64encode(data).decode()}"
