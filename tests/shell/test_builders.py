# SPDX-License-Identifier: EUPL-1.2
"""The same sources serve every builder: as pages, as one page, as a book, as plain text."""

from __future__ import annotations

import re

import pytest
from PIL import Image

from tests.conftest import MakeProject
from tests.project import Project
from tests.shell.borgoluce import CONFERENCE, ISSUES, JUNE

RICH = """
# Luglio 2026

## Appuntamenti

::::{event} Un *grande* `concerto`
:date: 1 luglio; 8 luglio
:place: Arena Finta; Piazza Inventata
:country: Norvegia, Francia
:partners: Banda Immaginaria
:image: banda.png
:alt: La banda sul palco
:credit: Carla Finta
:status: tentative
:lang: en

### Il programma

| Ora | Brano |
| --- | --- |
| 18 | Inno |

1. uno
2. due

:::{note}
Portare un ombrello.
:::

Una nota[^1] e {record}`un rimando <2026-04-festa-della-luce>`.

[^1]: A piè di pagina.
::::

## In breve

::::{grid} 2
:::{grid-item-card} Una scheda
Testo.
:::
::::

:::{records}
:layout: cards
:::

:::{records}
:layout: table
:group-by: country
:::
"""


@pytest.fixture
def project(make_project: MakeProject) -> Project:
    project = make_project({**ISSUES, "issues/2026-07.md": RICH})
    Image.new("RGB", (480, 320), "teal").save(project.folder / "issues/banda.png")
    return project


EACH = {
    "html": "issues/2026-05.html",
    "dirhtml": "issues/2026-05/index.html",
    "singlehtml": "index.html",
    "text": "issues/2026-05.txt",
    "epub": "issues/2026-05.xhtml",
    "xml": "issues/2026-05.xml",
    "pseudoxml": "issues/2026-05.pseudoxml",
    "latex": "borgolucenelmondo.tex",
    "man": "borgolucenelmondo.1",
    "texinfo": "borgolucenelmondo.texi",
    "gettext": "issues/2026-05.pot",
}


@pytest.mark.parametrize("builder", EACH)
def test_every_builder_shows_the_record(project: Project, builder: str) -> None:
    built = project.build(
        builder, "-D", "epub_copyright=Borgoluce", "-D", "version=1", "-D", "gettext_compact=0", strict=False
    )

    assert built.code == 0, built.messages
    ours = [line for line in built.messages.splitlines() if "newsletter" in line or "docutils" in line]
    assert ours == []
    text = built.text(EACH[builder])
    assert "Convegno" in text
    if builder != "gettext":
        assert "Giappone" in text, "facts are in words"
        assert re.search(r"29\s*maggio", text), "and so are days"


def test_pages_in_folders_have_addresses_of_their_own(project: Project) -> None:
    built = project.build("dirhtml")

    assert built.words(f"records/{CONFERENCE}/index.html", "//h1") == "Convegno sul clima"
    assert built.records[CONFERENCE]["page"] == f"issues/2026-05/#{CONFERENCE}"
    assert built.links("indexes/agenda/index.html")["Convegno sul clima"] == f"../../records/{CONFERENCE}/"


def test_translators_are_asked_for_the_words_of_contributors_alone(project: Project) -> None:
    asked = project.build("gettext", "-D", "gettext_compact=0").text("issues/2026-05.pot")

    assert 'msgid "Tre giorni di incontri."' in asked
    assert 'msgid "Convegno sul clima"' in asked
    assert "27-29" not in asked


def test_a_translated_page_gives_translated_titles_everywhere(project: Project) -> None:
    project.write(
        "locale/en/LC_MESSAGES/issues/2026-05.po",
        """
        msgid ""
        msgstr "Content-Type: text/plain; charset=UTF-8"

        msgid "Convegno sul clima"
        msgstr "Climate conference"

        msgid "Tre giorni di incontri."
        msgstr "Three days of meetings."
        """,
    )

    built = project.build("html", "-D", "language=en", "-D", "gettext_compact=0", "-D", "locale_dirs=locale")

    assert built.records[CONFERENCE]["title"] == "Climate conference"
    assert "Climate conference" in built.words("indexes/agenda.html")
    assert "Convegno sul clima" not in built.words("issues/2026-05.html")
    assert "Three days of meetings." in built.words("issues/2026-05.html")


def test_other_builders_on_the_same_doctrees_leave_nothing_stale(project: Project) -> None:
    project.build("html")
    project.build("text")
    project.edit("issues/2026-05.md", "Convegno sul clima", "Assemblea sul clima")
    project.write("issues/2026-06.md", JUNE)

    text = project.build("text")
    assert "Assemblea sul clima" in text.text("indexes/agenda.txt")
    assert "Notte dei Racconti" in text.text("indexes/agenda.txt")

    html = project.build("html")
    assert html.naming("Convegno sul clima") == set()
    assert html.tree == project.build("html", out="anew", doctrees="anew-doctrees").tree


def test_a_pdf_between_two_sites_leaves_the_site_as_it_should_be(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    project.build("html")
    project.edit("issues/2026-05.md", "Convegno sul clima", "Assemblea sul clima")

    pdf = project.build("newsletter-pdf")
    assert pdf.has("issues/2026-05.pdf")

    html = project.build("html")
    assert html.naming("Convegno sul clima") == set()
    assert html.tree == project.build("html", out="anew", doctrees="anew-doctrees").tree


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("conf.py", "Comune di Borgoluce", "Città di Borgoluce"),
        ("issues/2026-05/nota.md", "Solo una nota", "Solo una **nota**"),
    ],
)
def test_what_another_builder_has_read_anew_is_written_anew(
    make_project: MakeProject, path: str, old: str, new: str
) -> None:
    project = make_project({**ISSUES, "issues/2026-05/nota.md": "Solo una nota.\n"})
    project.build("html")
    project.edit(path, old, new)
    project.build("text")

    html = project.build("html")

    assert html.tree == project.build("html", out="anew", doctrees="anew-doctrees").tree
