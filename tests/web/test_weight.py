# SPDX-License-Identifier: EUPL-1.2
"""What a page weighs on the way to a reader."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from .reading import visit

MOST = 60_000


@pytest.mark.browser
@pytest.mark.usefixtures("first_city")
def test_an_issue_with_its_fonts_stays_light(browser: Browser, built: Path, site: str) -> None:
    with visit(browser) as reading:
        reading.page.goto(site + "issues/2026-05.html", wait_until="networkidle")
        paths = {urlsplit(url).path.removeprefix("/sub/") for url in reading.requests}

    texts = [path for path in paths if not path.endswith((".png", ".jpg", ".jpeg", ".webp", ".gif"))]
    weights = {path: _on_the_way(built / path) for path in texts}

    assert sum(weights.values()) <= MOST, weights


def _on_the_way(file: Path) -> int:
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, mtime=0))
