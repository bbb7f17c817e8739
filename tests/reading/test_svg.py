# SPDX-License-Identifier: EUPL-1.2
"""A drawing is published as it is, and opened by its own address a browser would run what it contains."""

from __future__ import annotations

import pytest

from newsletter.reading.svg import is_harmless

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">'
    '<defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="9" height="9"/><!-- una nota -->%s</svg>'
)


@pytest.mark.parametrize("part", ["", '<use xlink:href="#g"/>', '<image href="data:image/png;base64,eA=="/>'])
def test_what_only_draws_is_taken(part: str) -> None:
    assert is_harmless((DRAWING % part).encode())


@pytest.mark.parametrize(
    "part",
    [
        "<script>alert(1)</script>",
        '<rect onload="alert(1)"/>',
        '<a href="javascript:alert(1)"/>',
        '<image href="https://cattivo.example/x.png"/>',
        '<rect style="fill:url(https://cattivo.example/x)"/>',
        "<style>@import 'https://cattivo.example/x.css';</style>",
        "<foreignObject/>",
        '<a><set attributeName="href" to="javascript:alert(1)"/></a>',
        "<?xml-stylesheet href='https://cattivo.example/x.css'?>",
        "<non chiuso",
    ],
)
def test_what_does_more_is_refused(part: str) -> None:
    assert not is_harmless((DRAWING % part).encode())


def test_what_stands_before_the_drawing_counts_too() -> None:
    drawing = DRAWING % ""

    assert not is_harmless(f'<?xml-stylesheet href="https://cattivo.example/x.css"?>{drawing}'.encode())
    assert not is_harmless(f'<!DOCTYPE svg [<!ENTITY x "y">]>{drawing}'.encode())
