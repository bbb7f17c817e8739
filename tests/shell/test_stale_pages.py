# SPDX-License-Identifier: EUPL-1.2
"""What a page shows of others follows them, though its own source is as it was."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.conftest import MakeProject
from tests.project import Built, Project
from tests.shell.borgoluce import APRIL, ISSUES, JUNE
from tests.shell.test_reproducible import from_nothing

GUIDE = """
# Guida

::::{example}
:::{event} Convegno sul clima
:id: 2026-05-convegno-sul-clima
:date: 3 maggio
:country: Giappone
:::
::::
"""
FAULTY = (
    "# Luglio\n\n## Eventi\n\n:::{event} Notte dei Racconti\n:id: 2026-06-notte-dei-racconti\n:date: 31 giugno\n:::\n"
)
SAME_PEOPLE = "# Marzo\n\n## Eventi\n\n:::{event} Altro del tutto\n:date: 3 marzo\n:people: Dario Modello\n:::\n"
LINKS = "# Altrove\n\nVedi [](issues/2026-05.md), {doc}`issues/2026-04` e [l'estate](issues/2026-07.md).\n"
MOVED = "newsletter_moved = {'issues/2026-04.html#vecchio': 'issues/2026-05.html#2026-05-premio-alla-citta'}\n"


def picture(project: Project, path: str, size: tuple[int, int], colour: str = "red") -> None:
    file = project.folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", size, colour).save(file)


def shows(name: str) -> str:
    image = f":image: images/{name}/foto.png\n:alt: Una figura\n"
    return f"# Numero\n\n## Eventi\n\n:::{{event}} La figura {name}\n:date: 9 giugno\n{image}:::\n"


def configure(project: Project, line: str) -> None:
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f"{line}\n")


def rebuilt_and_clean(project: Project, folder: Path) -> tuple[Built, Built]:
    return project.build(strict=False), from_nothing(project, folder)


def different(project: Project, folder: Path) -> set[str]:
    """Return the paths at which a rebuild of *project* differs from a build from nothing."""
    rebuilt, clean = (built.tree for built in rebuilt_and_clean(project, folder))
    return {path for path in rebuilt.keys() | clean.keys() if rebuilt.get(path) != clean.get(path)}


def _no_country(project: Project) -> None:
    for issue in ("issues/2026-04.md", "issues/2026-05.md"):
        project.edit(issue, ":country: Giappone", ":country: Norvegia")


EDITS: dict[str, tuple[dict[str, str], Callable[[Project], None]]] = {
    "an example leads to a country that is in no register any more": ({"guida.md": GUIDE}, _no_country),
    "an example has the id of a record": (
        {"aiuto.md": GUIDE},  # read before any list
        lambda project: project.edit("issues/2026-05.md", ":place: Borgoluce", ":place: Lungofiume"),
    ),
    "a faulty record names somebody who comes into the register": (
        {"issues/2026-06.md": JUNE, "issues/2026-07.md": FAULTY},
        lambda project: project.write("issues/2026-03.md", SAME_PEOPLE),
    ),
    "a register lists by something else": (
        {},
        lambda project: project.edit("indexes/paesi.md", ":group-by: country", ":group-by: kind"),
    ),
    "a page links to one that has another title": (
        {"altrove.md": LINKS},
        lambda project: project.edit("issues/2026-05.md", "# Maggio 2026", "# Maggio fiorito"),
    ),
    "a page links to one that comes": (
        {"altrove.md": LINKS},
        lambda project: project.write("issues/2026-07.md", JUNE),
    ),
    "an issue links to one that comes": (
        {"issues/2026-04.md": APRIL.replace("Un viaggio breve.", "Un viaggio breve: [l'estate](2026-07.md).")},
        lambda project: project.write("issues/2026-07.md", JUNE),
    ),
    "a page links to one that goes": (
        {"altrove.md": LINKS},
        lambda project: project.delete("issues/2026-05.md"),
    ),
    "a record that moved has another title": (
        {},
        lambda project: project.edit("issues/2026-05.md", "{news} Premio alla città", "{news} Premio alla Città"),
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_a_page_follows_what_it_shows_of_others(make_project: MakeProject, tmp_path: Path, edit: str) -> None:
    files, change = EDITS[edit]
    project = make_project({**ISSUES, **files})
    configure(project, MOVED)
    project.build(strict=False)

    change(project)

    assert different(project, tmp_path / "clean") == set()


def test_a_logo_of_another_size(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project(ISSUES)
    (project.folder / "_static").mkdir()
    configure(project, "html_static_path = ['_static']\nnewsletter_logo = 'logo.png'")
    picture(project, "_static/logo.png", (10, 20))
    assert 'width="10"' in project.build().text("index.html")

    picture(project, "_static/logo.png", (30, 20))

    assert different(project, tmp_path / "clean") == set()


def test_images_of_one_name_are_told_apart_in_any_order(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project({**ISSUES, "issues/2026-06.md": shows("b")})
    picture(project, "issues/images/b/foto.png", (480, 360))
    project.build()

    picture(project, "issues/images/a/foto.png", (480, 360), "blue")
    project.write("issues/2026-03.md", shows("a"))

    assert different(project, tmp_path / "clean") == set()


def test_an_image_that_was_missing_comes(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project({**ISSUES, "issues/2026-06.md": shows("b")})
    assert "image-missing" in project.build(strict=False).messages

    picture(project, "issues/images/b/foto.png", (480, 360))

    assert different(project, tmp_path / "clean") == set()


def test_a_pdf_of_the_same_size_is_another(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    configure(project, "newsletter_pdf_dir = 'pdfs'")
    (project.folder / "pdfs/issues").mkdir(parents=True)
    facts = {"issues/2026-05.pdf": {"bytes": 4, "pages": 1}}
    (project.folder / "pdfs/manifest.json").write_text(json.dumps(facts), "utf-8")
    pdf = project.folder / "pdfs/issues/2026-05.pdf"
    pdf.write_bytes(b"%PD1")
    assert project.build().tree["pdf/issues/2026-05.pdf"] == b"%PD1"

    pdf.write_bytes(b"%PD2")

    assert project.build().tree["pdf/issues/2026-05.pdf"] == b"%PD2"


def test_addresses_of_pages_change_in_calendars_too(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project(ISSUES)
    project.build()

    configure(project, "html_link_suffix = ''")

    assert different(project, tmp_path / "clean") == set()
