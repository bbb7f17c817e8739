# SPDX-License-Identifier: EUPL-1.2
"""Drawings that contributors bring: an SVG file, published as it is, can hold programs and fetch from elsewhere."""

from __future__ import annotations

import re

from lxml import etree

_ACTIVE = frozenset({"script", "foreignObject", "handler", "listener", "iframe", "object", "embed", "audio", "video"})
_FETCHES = re.compile(r"url\(\s*['\"]?(?!#)|@import|expression\(", re.IGNORECASE)


def is_harmless(data: bytes) -> bool:
    """Tell whether the SVG file *data* only draws: no program, no address but within itself and pictures it carries."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return False
    everything = [*root.itersiblings(preceding=True), *root.iter(), *root.itersiblings()]
    return root.getroottree().docinfo.internalDTD is None and all(map(_only_draws, everything))


def _only_draws(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return not isinstance(element, etree._ProcessingInstruction)  # noqa: SLF001 - lxml gives the class no other name
    if etree.QName(element).localname in _ACTIVE or _FETCHES.search(element.text or ""):
        return False
    return all(_is_plain(etree.QName(name).localname, str(value)) for name, value in element.attrib.items())


def _is_plain(name: str, value: str) -> bool:
    if name.lower().startswith("on") or _FETCHES.search(value):
        return False
    if name == "attributeName" and value.rpartition(":")[2] == "href":  # an animation may change where a link leads
        return False
    return name != "href" or value.strip().startswith(("#", "data:image/png", "data:image/jpeg"))
