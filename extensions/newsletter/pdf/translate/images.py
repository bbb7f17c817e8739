# SPDX-License-Identifier: EUPL-1.2
"""Pictures and figures."""

from __future__ import annotations

from pathlib import Path

from docutils import nodes

from newsletter.model.diagnostics import _
from newsletter.pdf.code import EMPTY, call, joined, string
from newsletter.pdf.glyphs import one_line
from newsletter.pdf.pictures import Picture
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import children, render, renders, sequence
from newsletter.pictures.decode import PictureError

TEXT_WIDTH = 320
"""Points: the width of the text of an issue, 113 mm."""
_TALLEST = 176
"""Points: 62 mm. Where it is carried to the next page with the headings above it, 40 % of this one are empty."""
_POINTS_PER_PIXEL = 0.75
"""CSS pixels, 96 to the inch."""
_TALLEST_IN_LINE = 60
_TALL = 0.95
"""Height by width from which on the picture of a record stands beside its text."""
_WIDEST_BESIDE, _TALLEST_BESIDE = 125, 190
_GUTTER = 14
_CHARACTER, _LINE = 4.9, 14.4
"""Points that a character and a line take."""


@renders(nodes.image)
def render_image(fragment: Fragment, node: nodes.image) -> str:
    """Show a picture; its text alternative where it cannot be printed: `checks.py` has said so."""
    alternative = one_line(str(node.get("alt", ""))).strip()
    try:
        picture = fragment.pictures.add(_source(fragment, node))
    except PictureError:
        return call("lost-picture", fragment.text(alternative)) if alternative else EMPTY
    in_line = _in_line(node)
    width = _width_beside(node, picture) or _width(picture, _TALLEST_IN_LINE if in_line else _TALLEST)
    return call(
        "picture",
        string(picture.path),
        string(alternative),
        width=f"{width:.2f}pt",
        in_line="true" if in_line else "false",
    )


def room_beside(fragment: Fragment, node: nodes.Node) -> tuple[float, int]:
    """Return the width, in points, of *node*, if it is a tall picture, and how many characters fit beside it."""
    image = next(iter(node.findall(nodes.image)), None) if isinstance(node, nodes.figure) else None
    if image is None:
        return 0, 0
    try:
        picture = fragment.pictures.add(_source(fragment, image))
    except PictureError:
        return 0, 0
    width = _width_beside(image, picture)
    if not width:
        return 0, 0
    lines = width * picture.height / picture.width / _LINE + 2  # and its credit
    return max(width, _TALLEST_IN_LINE), int(lines * (TEXT_WIDTH - width - _GUTTER) / _CHARACTER)


def _width_beside(image: nodes.image, picture: Picture) -> float:
    """Return the width of *image* where it stands beside the text of its record, else none."""
    tall = picture.height >= _TALL * picture.width > 0
    if not tall or not isinstance(image.parent, nodes.figure) or "record-image" not in image.parent["classes"]:
        return 0
    return min(_WIDEST_BESIDE, picture.width * _POINTS_PER_PIXEL, _TALLEST_BESIDE * picture.width / picture.height)


def _source(fragment: Fragment, node: nodes.image) -> Path:
    url = str(node["uri"])
    if ":" in url or url.startswith("//") or "?" in node.get("candidates", {}):
        message = _("it is not among the sources")
        raise PictureError(message)
    path = (fragment.source_dir / url).resolve()
    if not path.is_relative_to(fragment.source_dir.resolve()):
        message = _("it is not among the sources")
        raise PictureError(message)
    return path


def _in_line(node: nodes.image) -> bool:
    parent = node.parent
    if isinstance(parent, nodes.reference):
        parent, alone = parent.parent, len(parent.children) == 1
    else:
        alone = True
    return isinstance(parent, nodes.TextElement) and not (alone and len(parent.children) == 1)


def _width(picture: Picture, tallest: int) -> float:
    if not picture.width:
        return TEXT_WIDTH * 0.6 if tallest > _TALLEST_IN_LINE else _TALLEST_IN_LINE
    return min(TEXT_WIDTH, picture.width * _POINTS_PER_PIXEL, tallest * picture.width / picture.height)


@renders(nodes.figure)
def render_figure(fragment: Fragment, node: nodes.figure) -> str:
    """Show a picture with its caption, which holds the credit."""
    captions = [child for child in node.children if isinstance(child, nodes.caption)]
    legends = [child for child in node.children if isinstance(child, nodes.legend)]
    rest = [child for child in node.children if not isinstance(child, nodes.caption | nodes.legend)]
    label = fragment.anchor(node)
    place = call("place-of", string(label)) if label else EMPTY
    caption = joined(children(fragment, child) for child in captions)
    legend = joined(render(fragment, child) for child in legends)
    return joined([place, call("captioned", sequence(fragment, rest), caption, legend)])
