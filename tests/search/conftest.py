# SPDX-License-Identifier: EUPL-1.2
"""The search page of a fictional archive, on a server under the contract's policy, in a browser."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from shutil import copytree

import jinja2
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from newsletter.environment.page_builders import THEME
from newsletter.export.site import File, Site
from newsletter.search.entries import search_entries
from newsletter.search.index import build_index
from newsletter.search.search_page import search_context
from newsletter.web.policy import policy_for_header

from .archive import PAGES, fictional_site

FRAME = """<!DOCTYPE html><html lang="it"><head><meta charset="utf-8"><title>Cerca</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="_static/favicon.svg">
{% block css %}<link rel="stylesheet" href="_static/newsletter.css">{% endblock %}{% block scripts %}{% endblock %}
</head><body><div class="page"><main>{% block body %}{% endblock %}</main></div></body></html>"""


@pytest.fixture(scope="session")
def site() -> Site:
    return fictional_site()


@pytest.fixture(scope="session")
def files(site: Site) -> list[File]:
    return build_index(search_entries(site, PAGES), 2026)


def search_page(site: Site) -> str:
    """Return the search page of *site* in a frame of its own."""
    environment = jinja2.Environment(  # noqa: S701  # Sphinx does not escape either: the template has to
        loader=jinja2.ChoiceLoader([jinja2.DictLoader({"layout.html": FRAME}), jinja2.FileSystemLoader(THEME)])
    )
    return environment.get_template("search.html").render(
        search_context(site, PAGES),
        title="Cerca",
        content_root="./",
        pathto=lambda target, resource=0: target if resource else f"{target}.html",
    )


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder, each under the policy."""

    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", policy_for_header())
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the standard library's
        pass


@pytest.fixture(scope="session")
def address(site: Site, files: list[File], tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Give the address of the search page, under a sub-path."""
    folder = tmp_path_factory.mktemp("www")
    for file in files:
        path = folder / "sotto" / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    copytree(THEME / "static", folder / "sotto" / "_static")
    (folder / "sotto" / "search.html").write_text(search_page(site), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sotto/search.html"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def reader(browser: Browser) -> Iterator[BrowserContext]:
    """Give one reader, whose browser keeps the files that it has loaded."""
    context = browser.new_context(locale="it-IT", viewport={"width": 1280, "height": 900})
    yield context
    context.close()


@pytest.fixture
def page(reader: BrowserContext) -> Iterator[Page]:
    """Give a page that may not complain: of a script's error, nor of the policy."""
    page = reader.new_page()
    diagnostics: list[str] = []
    page.on(
        "console", lambda message: diagnostics.append(message.text) if message.type in {"error", "warning"} else None
    )
    page.on("pageerror", lambda error: diagnostics.append(str(error)))
    yield page
    page.close()
    assert diagnostics == []
