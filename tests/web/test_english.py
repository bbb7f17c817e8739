# SPDX-License-Identifier: EUPL-1.2
"""The interface speaks English where the site does: no Italian word of ours is left."""

from __future__ import annotations

import pytest

from tests.languages.interface_words import phrases_in
from tests.project import Built, write_project

PAGES = {
    "index.md": """
        # Lumen

        :::{masthead}
        :::

        :::{latest-issue}
        :::

        ## Coming

        :::{records}
        :upcoming:
        :layout: cards
        :::

        :::{toctree}
        :hidden:
        :glob:

        indexes/*
        issues/*
        more
        accessibilita
        :::
        """,
    "issues/2026-04.md": """
        # April 2026

        ## Events

        :::{event} Festival of Light
        :date: 21 May
        :time: 18:00-20:00
        :place: Lumen
        :country: Japan
        :people: Ada Example (Mayor)
        :hosts: Bruno Sample
        :partners: Lumen University
        :topics: climate
        :url: https://lumen.example/festival
        :updated: 2026-05-02
        :::

        :::{event} Race
        :date: 22 May
        :status: cancelled
        :::

        :::{event} Dinner
        :date: June
        :status: tentative
        :::

        :::{delegation} Guests of Osaka
        :country: Japan
        :::

        :::{delegation} Guests of Oslo
        :date: 2 March
        :country: Norway
        :::

        :::{mission} Journey to Nagoya
        :date: 3 March
        :country: Japan
        :::

        :::{mission} Journey to Lyon
        :date: 9 March
        :country: France
        :::

        :::{news} A prize
        :::
        """,
    "issues/2026-05.md": """
        # May 2026

        ## Events

        :::{event} Festival of Light
        :id: 2026-04-festival-of-light
        :date: 22 May
        :status: postponed
        :::
        """,
    "indexes/agenda.md": "# Agenda\n\n:::{subscribe}\n:::\n\n:::{months}\n:::\n\n:::{records}\n:group-by: month\n:::\n",
    "indexes/paesi.md": "# Countries\n\n:::{records}\n:group-by: country\n:::\n",
    "indexes/persone.md": "# People\n\n:::{records}\n:group-by: person\n:::\n",
    "indexes/temi.md": "# Topics\n\n:::{records}\n:group-by: kind\n:::\n",
    "indexes/archivio.md": "# Archive\n\n:::{issues}\n:group-by: year\n:::\n",
    "indexes/statistics.md": "# Numbers\n\n:::{statistics}\n:by: country\n:::\n\n:::{statistics}\n:by: year\n:::\n",
    "indexes/missioni.md": "# Missions\n\n:::{records}\n:kind: mission\n:layout: table\n:::\n",
    "indexes/delegazioni.md": "# Delegations\n\n:::{records}\n:kind: delegation\n:layout: table\n:::\n",
    "accessibilita.md": "# Accessibility\n\n:::{contacts}\n:::\n",
    "more.md": "# More\n\n:::{subscribe}\n:layout: list\n:::\n"
    + "".join(
        f"\n## {name}\n\n:::{{downloads}}\n:files: {name}\n:::\n"
        for name in ("all", "calendar", "feeds", "data", "pdf")
    )
    + "\n## Columns\n\n:::{columns}\n:::\n\n## Messages\n\n:::{messages}\n:::\n\n## Fields\n\n:::{fields}\n:::\n",
}

# Examples in messages are what an Italian contributor would write, whatever the language of the site.
_NOT_OURS = "//pre | //code | //script[not(@type='application/ld+json')]"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Give the site of the fictional city of Lumen, in English, with a page for everything that the interface says."""
    project = write_project(tmp_path_factory.mktemp("english") / "lumen", PAGES)
    for old, new in (
        ("Borgoluce nel mondo", "Lumen abroad"), ("Comune di Borgoluce", "City of Lumen"),
        ('language = "it"', 'language = "en"'), ("La newsletter del City", "The newsletter of the City"),
        ("Ufficio Esempi", "Office of Examples"), ("Piazza Inventata 1, Borgoluce", "1 Invented Square, Lumen"),
        ("Per non riceverla più basta scrivere a ", "To leave it, write to "),
        ("'cultura': 'Cultura'", "'culture': 'Culture'"),
    ):  # fmt: skip
        text = (project.folder / "conf.py").read_text("utf-8")
        (project.folder / "conf.py").write_text(text.replace(old, new), "utf-8")
    topics = (
        'newsletter_topics = {"climate": "Climate"}\nnewsletter_moved = {"old.html": "more.html", "gone.html": ""}\n'
    )
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(topics)
    return project.build()


def words(built: Built, page: str) -> str:
    """Return all that a page says, to eyes and ears, in titles, labels and heads."""
    root = built.html(page)
    for other in root.xpath(_NOT_OURS):
        other.drop_tree()
    said = [*root.itertext(), *root.xpath("//@title | //@aria-label | //@alt | //@content | //@data-shown")]
    said += root.xpath("//@data-copied | //@data-messages | //@placeholder")
    return " ".join(" ".join(said).split())


def test_no_page_has_an_italian_word_of_ours(built: Built) -> None:
    pages = {path: words(built, path) for path in built.tree if path.endswith(".html")}
    assert {"404.html", "search.html", "old.html", "gone.html"} <= pages.keys()

    assert phrases_in(pages, "it") == set()


def test_no_calendar_feed_or_data_has_one_either(built: Built) -> None:
    folders = ("calendar/", "feeds/", "data/")
    files = {path: text.decode().replace("\r\n ", "") for path, text in built.tree.items() if path.startswith(folders)}

    assert phrases_in(files, "it") == set()


def test_pages_say_that_they_are_english(built: Built) -> None:
    pages = [path for path in built.tree if path.endswith(".html")]
    assert {built.html(page).get("lang") for page in pages} == {"en"}
    assert "22 May 2026" in built.words("issues/2026-05.html")
