# SPDX-License-Identifier: EUPL-1.2
"""The real site, built once, served under a sub-path as its host would."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from newsletter.web.policy import policy_for_header

PROJECT = Path(__file__).resolve().parents[2]
PREFIX = "/sub/"


class Host(SimpleHTTPRequestHandler):
    """A static host that shows the site under a sub-path, with the policy as a header and the site's own 404."""

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the signature is the library's
        """Stay silent."""

    def translate_path(self, path: str) -> str:
        """Find nothing outside of the sub-path."""
        return super().translate_path("/" + path.removeprefix(PREFIX) if path.startswith(PREFIX) else "/nothing-here")

    def end_headers(self) -> None:
        """Send the policy too."""
        self.send_header("Content-Security-Policy", policy_for_header())
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer with the page 404.html."""
        if code != 404:
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the real site's pages."""
    folder = tmp_path_factory.mktemp("site")
    command = [
        sys.executable, "-m", "sphinx", "-b", "html", "-q", "-D", "html_baseurl=https://example.org/sub/",
        "-D", "newsletter_moved.issues/2019-01.html=", "-D", "newsletter_moved.issues/2019-02.html=issues/2026-05.html",
        "-d", str(folder / "doctrees"), str(PROJECT), str(folder / "html"),
    ]  # fmt: skip
    subprocess.run(command, check=True, env=os.environ | {"SOURCE_DATE_EPOCH": "1779000000"})
    return folder / "html"


def served(folder: Path) -> Iterator[str]:
    """Yield the address of the site in *folder* on this machine, which is served until the next is asked for."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Host, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def site(built: Path) -> Iterator[str]:
    """Give the address of the real site."""
    yield from served(built)
