# SPDX-License-Identifier: EUPL-1.2
"""Reading a page as a visitor's browser does, and keeping count of what it did."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, Page

Scheme = Literal["light", "dark"]

_WATCH = """
    window.violations = [];
    document.addEventListener("securitypolicyviolation",
        event => window.violations.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`));
"""


@dataclass
class Visit:
    """One visit: its page, the addresses asked for and what the console said."""

    page: Page
    requests: list[str] = field(default_factory=list)
    console: list[str] = field(default_factory=list)

    def violations(self) -> list[str]:
        """Return what the page's policy forbade it."""
        found: list[str] = self.page.evaluate("window.violations")
        return found

    def stored(self) -> dict[str, int]:
        """Return how much the page has laid down on the visitor's machine, by the kind of storage."""
        counts: dict[str, int] = self.page.evaluate(
            """async () => ({local: localStorage.length, session: sessionStorage.length,
                databases: (await indexedDB.databases()).length, cookies: document.cookie.length,
                caches: 'caches' in window ? (await caches.keys()).length : 0})"""
        )
        return counts


@contextmanager
def visit(browser: Browser, width: int = 1280, scheme: Scheme = "light", *, touch: bool = False) -> Iterator[Visit]:
    """Open a fresh window; close it at the end."""
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        color_scheme=scheme,
        reduced_motion="reduce",
        locale="it-IT",
        has_touch=touch,
    )
    context.add_init_script(_WATCH)
    reading = Visit(context.new_page())
    reading.page.on("request", lambda request: reading.requests.append(request.url))
    reading.page.on("console", lambda message: reading.console.append(message.text))
    try:
        yield reading
    finally:
        context.close()
