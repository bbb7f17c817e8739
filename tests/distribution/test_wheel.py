# SPDX-License-Identifier: EUPL-1.2
"""Somebody has a Sphinx project, in a theme of their choice, and adds ``newsletter`` to its extensions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.distribution.installed import Environment, build_wheel, install
from tests.project import Built, Project

pytestmark = pytest.mark.slow

PAGES = {
    "index.rst": """
        Lumen abroad
        ============

        .. toctree::

           agenda
           issues/2026-05
        """,
    "agenda.md": """
        # Agenda

        :::{records}
        :group-by: month
        :::

        :::{records}
        :layout: table
        :::

        :::{records}
        :layout: cards
        :::

        :::{downloads}
        :::
        """,
    "issues/2026-05.md": """
        # May 2026

        ## Events

        :::{event} The "lanterns" of the world
        :date: 9 April - 2 June
        :place: Palace of Lights
        :country: NO

        Two hundred lanterns.
        :::

        :::{mission} To Oslo
        :date: 13 May
        :country: NO
        :::
        """,
}


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_wheel(tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="session")
def full(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return install(wheel, tmp_path_factory.mktemp("full"), extras=True)


@pytest.fixture(scope="session")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Environment:
    return install(wheel, tmp_path_factory.mktemp("bare"), extras=False)


def project_in(folder: Path, theme: str) -> Project:
    project = Project(folder)
    for path, text in PAGES.items():
        project.write(path, text)
    settings = f'extensions = ["myst_parser", "newsletter"]\nproject, html_theme = "Lumen abroad", "{theme}"\n'
    project.write("conf.py", settings + 'newsletter_moved = {"issues/2020-01.html": "index.html"}\n')
    return project


def build(environment: Environment, project: Project, builder: str, *options: str) -> tuple[Built, str]:
    """Build with warnings as errors; return what was built, and what was said meanwhile."""
    output = project.folder / "_build" / builder
    words = ["-W", "--keep-going", "-b", builder, "-d", "_build/doctrees", *options, ".", str(output)]
    done = environment.run(project.folder, "python", "-m", "sphinx", *words)
    assert (done.returncode, done.stderr) == (0, "")
    return Built(output, done.returncode, done.stderr), done.stdout


@pytest.mark.parametrize("theme", ["alabaster", "furo", "pydata_sphinx_theme", "newsletter"])
def test_all_that_is_published_comes_out_in_any_theme(full: Environment, tmp_path: Path, theme: str) -> None:
    project = project_in(tmp_path, theme)
    pdfs = ("-D", "newsletter_pdf_dir=_build/newsletter-pdf")
    build(full, project, "newsletter-pdf", *pdfs)
    built, _said = build(full, project, "html", *pdfs)

    title = 'The "lanterns" of the world'
    assert title in built.words("issues/2026-05.html", "//body")
    assert built.words("agenda.html", "//body").count(title) >= 3, "as a list, a table and cards"
    assert list(built.records) == ["2026-05-the-lanterns-of-the-world", "2026-05-to-oslo"]
    assert title in built.text("calendar/all.ics")
    kept = 'href="../calendar/records/2026-05-the-lanterns-of-the-world.ics"'
    assert kept in built.text("issues/2026-05.html"), "a reader can keep the date"
    assert "Two hundred lanterns." in built.text("feeds/atom.xml")
    assert "<nav" not in built.text("feeds/atom.xml"), "a feed has the text of the issue, and not the page around it"
    for path in ("data/records.csv", "sitemap.xml", "pdf/lumen-abroad.pdf", "pdf/issues/2026-05.pdf", "search.html"):
        assert built.has(path), path
    assert "index.html" in built.text("issues/2020-01.html"), "what moved is found at its former address"
    assert built.has("404.html") == built.has("search/index.json") == (theme == "newsletter")


def test_what_an_extra_would_bring_is_left_out_with_one_line(bare: Environment, tmp_path: Path) -> None:
    project = project_in(tmp_path, "newsletter")

    built, _said = build(bare, project, "html")
    assert list(built.records) == ["2026-05-the-lanterns-of-the-world", "2026-05-to-oslo"]

    for builder, extra in (("newsletter-pdf", "pdf"), ("newsletter-email", "mail")):
        nothing, said = build(
            bare, project, builder, "-D", "html_baseurl=https://l.example/", "-D", "newsletter_email=l@l.example"
        )
        assert said.count(f"“{extra}”") == 1
        assert nothing.tree == {}

    everything = bare.run(project.folder, "newsletter", "--", "-q")
    assert (everything.returncode, everything.stderr) == (0, "")
    assert everything.stdout.count("“pdf”") == 1
    project.write("old.pdf", "%PDF-1.4 and no more")
    for command, extra in (("serve", "serve"), ("import", "import")):
        refused = bare.run(project.folder, "newsletter", command, "FILE=old.pdf")
        assert (refused.returncode, refused.stderr.count(f"“{extra}”")) == (2, 1)


@pytest.mark.parametrize(("language", "page"), [("en", "indexes/missions.html"), ("it", "indexes/missioni.html")])
def test_a_city_is_begun_and_built_by_the_command_that_is_installed(
    full: Environment, tmp_path: Path, language: str, page: str
) -> None:
    begun = full.run(tmp_path, "newsletter", "adopt", "DIR=lumen", "TITLE=Lumen", f"LANGUAGE={language}")
    assert (begun.returncode, begun.stderr) == (0, "")
    city = tmp_path / "lumen"
    assert "newsletter[all] @ file://" in (city / "requirements.txt").read_text("utf-8")

    issue = full.run(city, "newsletter", "new", "ISSUE=2026-05")
    assert "newsletter serve" in issue.stdout, "commands are named as they are typed here"
    checked = full.run(city, "python", "-m", "newsletter", "check")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    assert full.run(city, "newsletter").returncode == 0
    assert (city / "_build/html" / page).is_file()
