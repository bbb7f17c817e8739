# SPDX-License-Identifier: EUPL-1.2
"""Somebody shares a page: what the message shows of it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.pictures.samples import photograph, written
from tests.project import Built, Project, write_project

BASE = "https://borgoluce.example/news/"
ISSUES = {
    "issues/2026-04.md": "# Aprile 2026\n\n## Appuntamenti\n\n:::{event} Festa\n:date: 3 aprile\n:::\n",
    "issues/2026-05.md": """
        ---
        published: 2026-05-15
        ---

        # Maggio 2026

        ## Appuntamenti

        :::{event} Mostra
        :date: 3 maggio
        :image: mostra.jpg
        :alt: La sala con le lanterne
        :::
        """,
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = write_project(tmp_path_factory.mktemp("cards") / "borgoluce", ISSUES)
    (project.folder / "issues/mostra.jpg").write_bytes(written(photograph((1200, 900)), "JPEG"))
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build()


def shared(built: Built, page: str) -> dict[str, str]:
    metas = built.html(page).xpath("//meta[starts-with(@property, 'og:image')]")
    return {meta.get("property"): meta.get("content") for meta in metas}


def test_each_page_names_its_card_with_size_and_words(built: Built) -> None:
    for page, path, words in (
        ("index.html", "cards/index.jpg", "Borgoluce nel mondo"),
        ("indexes/paesi.html", "cards/indexes/paesi.jpg", "Borgoluce nel mondo: Paesi"),
        ("issues/2026-05.html", "cards/issues/2026-05.jpg", "Borgoluce nel mondo: Maggio 2026"),
    ):
        assert shared(built, page) == {
            "og:image": BASE + path,
            "og:image:width": "1200",
            "og:image:height": "630",
            "og:image:alt": words,
        }
        assert Image.open(io.BytesIO(built.tree[path])).size == (1200, 630)
    assert built.html("index.html").xpath("//meta[@name='twitter:card']/@content") == ["summary_large_image"]
    assert not shared(built, "404.html")


def test_the_card_of_an_issue_shows_its_picture(built: Built) -> None:
    plain, with_picture = (
        Image.open(io.BytesIO(built.tree[f"cards/issues/{name}.jpg"])) for name in ("2026-04", "2026-05")
    )
    right = (800, 0, 1200, 600)
    assert len(plain.crop(right).getcolors(9999) or ()) < 50
    assert with_picture.crop(right).getcolors(50) is None


def test_cards_follow_their_issues(project: Project, built: Built) -> None:
    before = built.tree
    project.edit("issues/2026-04.md", "# Aprile", "---\ntitle: Edizione di primavera\n---\n\n# Aprile")
    after = project.build().tree
    changed = {path for path in before if path.startswith("cards/") and before[path] != after[path]}
    assert changed == {"cards/issues/2026-04.jpg"}

    project.delete("issues/2026-04.md")
    assert "cards/issues/2026-04.jpg" not in project.build().tree
