# SPDX-License-Identifier: EUPL-1.2
"""Fifty years of issues, and no page that a telephone could not show."""

from __future__ import annotations

from pathlib import Path

import pytest

from .many_issues import build

MOST_BYTES, MOST_ELEMENTS = 300_000, 5000


@pytest.mark.slow
def test_no_page_of_fifty_years_is_too_big(tmp_path: Path) -> None:
    built = build(tmp_path, 600)
    sizes = {
        path: (len(content), int(built.html(path).xpath("count(//*)")))
        for path, content in built.tree.items()
        if path.endswith(".html")
    }
    assert len(sizes) > 600 * 22
    assert {path: size for path, size in sizes.items() if size[0] > MOST_BYTES or size[1] > MOST_ELEMENTS} == {}
