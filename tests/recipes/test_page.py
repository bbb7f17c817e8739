# SPDX-License-Identifier: EUPL-1.2
"""Borgoluce adds a page across issues: one file, and it is listed, filled, and gone without a trace once deleted."""

from __future__ import annotations

import pytest

from tests.project import Project
from tests.recipes.manual import build, follow

pytestmark = pytest.mark.slow


def test_a_page_is_one_file(city: Project) -> None:
    before = build(city)
    assert not before.has("indexes/giappone.html")

    follow(city, "page")
    built = build(city)
    assert "Città di Prova" in built.words("indexes/giappone.html")
    elsewhere = ("index.html", "issues/2026-05.html", "indexes/agenda.html")
    for page in elsewhere:
        assert built.links(page, "//footer")["Giappone"].endswith("giappone.html"), page
    assert "giappone.html" in built.text("sitemap.xml")

    city.delete("indexes/giappone.md")
    assert build(city).tree == before.tree
