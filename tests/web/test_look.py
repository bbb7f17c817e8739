# SPDX-License-Identifier: EUPL-1.2
"""Another city gives the site its own emblem and colours."""

from __future__ import annotations

import pytest

from newsletter.model.colours import contrast
from tests.conftest import MakeProject
from tests.project import Project

ISSUE = "# Maggio 2026\n\n## Notizie\n\n:::{news} Una notizia\n:::\n"
EMBLEM = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="50"><circle cx="20" cy="25" r="15"/></svg>'


def project_with(make_project: MakeProject, settings: str) -> Project:
    project = make_project({"issues/2026-05.md": ISSUE})
    project.write("emblems/emblem.svg", EMBLEM)
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'html_static_path = ["emblems"]\nexclude_patterns.append("emblems")\n{settings}\n')
    return project


def test_the_emblem_stands_beside_the_name_of_the_city_and_keeps_its_place(make_project: MakeProject) -> None:
    built = project_with(make_project, 'newsletter_logo = "emblem.svg"').build()

    [emblem] = built.html("issues/2026-05.html").xpath("//header//a[@class='slim-name']/img")
    assert emblem.get("src") == "../_static/emblem.svg"
    assert (emblem.get("alt"), emblem.get("width"), emblem.get("height")) == ("", "40", "50")
    assert built.has("_static/emblem.svg")


def test_the_colours_are_a_style_sheet_of_every_page(make_project: MakeProject) -> None:
    colours = {"brand": "#8A1538", "ink": "#4a0b1e", "accent": "#8a1538", "dark-accent": "#ff9db8"}
    built = project_with(make_project, f"newsletter_colours = {colours}").build()

    sheets = built.html("issues/2026-05.html").xpath("//link[@rel='stylesheet']/@href")
    assert sheets.index("../_static/newsletter.css") < sheets.index("../_static/colours.css")
    light, dark = built.text("_static/colours.css").split("dark)")
    assert "--brand: #8a1538" in light
    assert "--accent: #8a1538" in light
    assert "--brand: #8a1538" in dark, "its words are white by day and by night"
    assert "--accent: #ff9db8" in dark
    assert built.html("404.html").xpath("//link[contains(@href, 'colours.css')]/@href") == ["/news/_static/colours.css"]
    assert built.html("index.html").xpath("//meta[@name='theme-color']/@content") == ["#4a0b1e"]


def test_colours_that_are_taken_out_leave_nothing_behind(make_project: MakeProject) -> None:
    project = project_with(make_project, 'newsletter_colours = {"brand": "#8a1538"}')
    project.build()
    project.edit("conf.py", '{"brand": "#8a1538"}', "{}")

    built = project.build()

    assert built.tree == project.build(out="anew", doctrees="anew-doctrees").tree
    assert not built.has("_static/colours.css")


@pytest.mark.parametrize(
    ("settings", "words"),
    [
        ('newsletter_logo = "gone.svg"', "gone.svg"),
        ('newsletter_logo = "../conf.py"', "newsletter_logo"),
        ('newsletter_colours = {"sky": "#00f"}', "sky"),
        ('newsletter_colours = {"brand": "red; } body { display: none"}', "is no colour"),
        ('newsletter_colours = {"brand": "#ffcc00"}', "1.5 to 1"),
        ('newsletter_colours = {"dark-accent": "#06c"}', "contrast"),
    ],
)
def test_what_cannot_be_read_or_is_not_there_stops_the_build(
    make_project: MakeProject, settings: str, words: str
) -> None:
    built = project_with(make_project, settings).build(strict=False)
    assert built.code == 2
    assert words in built.messages


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.01)


def test_a_template_of_the_city_takes_the_place_of_that_of_the_theme_and_may_build_on_it(
    make_project: MakeProject,
) -> None:
    project = make_project({"issues/2026-05.md": ISSUE})
    project.write("_templates/frame/footer.html", "<footer>Borgoluce, e basta.</footer>\n")
    project.write(
        "_templates/layout.html",
        '{% extends "!layout.html" %}{% block header %}<p>Città di Borgoluce</p>{{ super() }}{% endblock %}\n',
    )
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('templates_path = ["_templates"]\nexclude_patterns.append("_templates")\n')
    built = project.build()
    assert built.words("issues/2026-05.html", "//footer") == "Borgoluce, e basta."
    assert "Città di Borgoluce Comune di Borgoluce" in built.words("issues/2026-05.html", "//body")


def test_a_theme_of_the_city_inherits_all_that_it_does_not_change(make_project: MakeProject) -> None:
    project = make_project({"issues/2026-05.md": ISSUE})
    project.write("themes/borgoluce/theme.toml", '[theme]\ninherit = "newsletter"\n')
    project.write("themes/borgoluce/frame/footer.html", "<footer>Borgoluce, e basta.</footer>\n")
    project.write("themes/borgoluce/static/search.css", "main { color: red }\n")
    project.edit("conf.py", 'html_theme = "newsletter"', 'html_theme = "borgoluce"\nhtml_theme_path = ["themes"]')
    built = project.build()
    assert built.words("404.html", "//footer") == "Borgoluce, e basta."
    assert built.text("_static/search.css") == "main { color: red }\n"
    assert built.has("_static/newsletter.css")
    assert built.has("search/index.json")
