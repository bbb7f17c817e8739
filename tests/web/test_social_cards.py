# SPDX-License-Identifier: EUPL-1.2
"""Somebody shares a page: what the message shows of it."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from tests.pictures.samples import photograph, written
from tests.project import Built, Project, write_project

BASE = "https://borgoluce.example/news/"
SIZES = {"tall": (600, 1700), "flag": (17, 11), "sign": (300, 1800), "low": (900, 160)}
_PICTURED = """
        :::{{news}} {name}
        :image: {name}.png
        :alt: Una fotografia
        :::
"""
ISSUES = {
    "issues/2026-04.md": "# Aprile 2026\n\n## Appuntamenti\n\n:::{event} Festa\n:date: 3 aprile\n\nUna festa.\n:::\n",
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
        """
    + "".join(_PICTURED.format(name=name) for name in SIZES),
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = write_project(tmp_path_factory.mktemp("cards") / "borgoluce", ISSUES)
    (project.folder / "issues/mostra.jpg").write_bytes(written(photograph((1200, 900)), "JPEG"))
    for name, size in SIZES.items():
        (project.folder / f"issues/{name}.png").write_bytes(written(photograph(size), "PNG"))
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build(strict=False)  # which asks whether there is a larger one


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


def test_a_record_shares_its_picture_where_it_is_large_enough_else_the_card_of_its_issue(built: Built) -> None:
    told = {name: shared(built, f"records/2026-05-{name}.html")["og:image"] for name in ("mostra", *SIZES)}
    assert "_images/mostra" in told["mostra"]
    assert "_images/tall" in told["tall"]
    assert {told[name] for name in ("flag", "sign", "low")} == {f"{BASE}cards/issues/2026-05.jpg"}


def test_a_record_says_when_it_was_published(built: Built) -> None:
    page = built.html("records/2026-05-mostra.html")
    assert page.xpath("//meta[@property='article:published_time']/@content") == ["2026-05-15"]
    assert not built.html("indexes/paesi.html").xpath("//meta[@property='article:published_time']")


def test_an_issue_without_a_description_says_how_much_it_tells_and_not_what_its_first_record_does(built: Built) -> None:
    described = {
        page: built.html(f"{page}.html").xpath("//meta[@name='description']/@content")
        for page in ("issues/2026-04", "records/2026-04-festa")
    }
    assert described == {"issues/2026-04": ["Aprile 2026: Appuntamenti: 1"], "records/2026-04-festa": ["Una festa."]}


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
