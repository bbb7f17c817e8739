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

_WIDEST = 320
"""Points: the width of the text of an issue, 113 mm."""
_TALLEST = 241
"""Points: 85 mm, so that a portrait leaves room for its record."""
_POINTS_PER_PIXEL = 0.75
"""CSS pixels, 96 to the inch."""
_TALLEST_IN_LINE = 60


@renders(nodes.image)
def render_image(fragment: Fragment, node: nodes.image) -> str:
    """Show a picture; its text alternative where it cannot be printed: `checks.py` has said so."""
    alternative = one_line(str(node.get("alt", ""))).strip()
    try:
        picture = fragment.pictures.add(_source(fragment, node))
    except PictureError:
        return call("lost-picture", fragment.text(alternative)) if alternative else EMPTY
    in_line = _in_line(node)
    return call(
        "picture",
        string(picture.path),
        string(alternative),
        width=f"{_width(picture, _TALLEST_IN_LINE if in_line else _TALLEST):.2f}pt",
        in_line="true" if in_line else "false",
    )


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
        return _WIDEST * 0.6 if tallest > _TALLEST_IN_LINE else _TALLEST_IN_LINE
    return min(_WIDEST, picture.width * _POINTS_PER_PIXEL, tallest * picture.width / picture.height)


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
