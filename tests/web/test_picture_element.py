# SPDX-License-Identifier: EUPL-1.2
"""A picture has the place on a page that its pixels can fill."""

from __future__ import annotations

import pytest
from docutils import nodes

from newsletter.pictures.decode import judge
from newsletter.pictures.names import Published
from newsletter.views.cards import THUMBNAIL
from newsletter.web.picture_element import picture_element
from tests.pictures.samples import photograph, written


@pytest.mark.parametrize(
    ("size", "small"), [((800, 600), False), ((380, 254), False), ((60, 40), True), ((900, 100), True)]
)
def test_a_small_picture_in_a_card_is_not_stretched(size: tuple[int, int], small: bool) -> None:
    node = nodes.image(uri="stemma.png", classes=[THUMBNAIL])
    picture_element(node, Published("stemma", judge(written(photograph(size), "PNG"))), "_images")
    assert ("thumbnail-small" in node["classes"]) is small
