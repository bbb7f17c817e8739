# SPDX-License-Identifier: EUPL-1.2
"""``make pictures``: takes the pictures of the site that the README shows, from the site as it was last built."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

from newsletter.tools.console import PROJECT

_SHOTS = (("index.html", "home.png", 1280, 900), ("indexes/missioni.html", "missioni.png", 1280, 900))
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


def take_pictures(site: Path, target: Path) -> None:
    """Write the pictures of the built *site* into *target*."""
    executable = next(filter(None, map(shutil.which, _CHROMIUM)), None)
    target.mkdir(exist_ok=True)
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox", "--disable-gpu"])
        for page_address, name, width, height in _SHOTS:
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto(address + page_address)
            page.evaluate("document.fonts.ready")
            page.screenshot(path=target / name)
            print(f"docs/{name}")
        browser.close()


if __name__ == "__main__":
    built = PROJECT / "_build" / "html"
    if not built.is_dir():
        sys.exit("Prima serve il sito: make")
    take_pictures(built, PROJECT / "docs")
