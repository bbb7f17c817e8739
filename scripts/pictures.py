# SPDX-License-Identifier: EUPL-1.2
"""``make pictures``: the pictures of the README, from the site as it was last built, and those of the guide."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image, ImageOps
from playwright.sync_api import sync_playwright

from newsletter.tools.console import PROJECT, speak
from scripts.guide_pictures import FOLDER, SHOTS, Shot, fictional_sites
from scripts.report_pictures import SHOTS as REPORT_SHOTS
from scripts.report_pictures import YEAR, fictional_report, print_pages

_SHOTS = (
    Shot("index.html", "home.png", width=1280, height=900),
    Shot("indexes/missioni.html", "missioni.png", width=1280, height=900),
)
_CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """Say nothing of each request."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve *folder* on loopback; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


def take_pictures(site: Path, target: Path, shots: Sequence[Shot]) -> None:
    """Write the pictures *shots* of the built *site* into *target*."""
    executable = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    target.mkdir(exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for shot in shots:
            page = browser.new_page(viewport={"width": shot.width, "height": shot.height}, color_scheme="light")
            page.goto(address + shot.page)
            page.evaluate("document.fonts.ready")
            part = page.locator(shot.selector) if shot.selector else page
            part.screenshot(path=target / shot.name)
            _lighten(target / shot.name)
            print((target / shot.name).relative_to(PROJECT))
        browser.close()


def _lighten(path: Path) -> None:
    """Keep 256 colours, which is all that a page of text and rules has, and a third of the weight."""
    with Image.open(path) as picture:
        # A hair around it, lest a picture of a page be taken for a part of the page that shows it.
        framed = ImageOps.expand(picture.convert("RGB"), border=1, fill="#8a9aa8")
        light = framed.quantize(256, dither=Image.Dither.NONE)
    light.save(path, optimize=True)


def main(_words: list[str]) -> int:
    """Take all pictures of the manuals anew."""
    built = PROJECT / "_build" / "html"
    if not built.is_dir():
        sys.exit("Prima serve il sito: make")
    speak(PROJECT)
    take_pictures(built, PROJECT / "docs", _SHOTS)
    with fictional_report() as (site, pdfs):
        take_pictures(site, PROJECT / "docs", REPORT_SHOTS)
        print_pages(pdfs / "reports" / f"{YEAR}.pdf", PROJECT / "docs" / "report-pdf.png")
        _lighten(PROJECT / "docs" / "report-pdf.png")
    with fictional_sites(PROJECT) as sites:
        take_pictures(sites, PROJECT / FOLDER, SHOTS)
    return 0


if __name__ == "__main__":
    sys.exit(main([]))
