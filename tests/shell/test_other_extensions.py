# SPDX-License-Identifier: EUPL-1.2
"""Other extensions find in our builds what Sphinx promises them, in one process and in several."""

from __future__ import annotations

import json

import pytest

from tests.conftest import MakeProject
from tests.shell.borgoluce import ISSUES, JUNE

# Collects words of all pages, to write them once at the end, as an index of terms would.
COLLECTS = """
import json
from pathlib import Path

def setup(app):
    words = {}

    def collect(app, doctree, docname):
        words[docname] = doctree.astext()

    def write(app, exception):
        Path(app.confdir, "words.json").write_text(json.dumps(words), "utf-8")

    app.connect("doctree-resolved", collect, priority=900)
    app.connect("build-finished", write)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""

# Ends each page with the way on, as many themes do; and shows that the tree of the page is whole.
SHOWS = """
def setup(app):
    def show(app, pagename, templatename, context, doctree):
        if doctree is None:
            return
        way = [context[name]["title"] for name in ("prev", "next") if context[name]]
        way += [link[1] for link in context["rellinks"]][:1]
        sections = sum(node.tagname == "section" for node in doctree.findall())
        context["body"] += f"<div id='way'>{' | '.join(way)} | {sections}</div><div id='toc'>{context['toc']}</div>"

    app.connect("html-page-context", show, priority=999)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


@pytest.mark.parametrize("jobs", [pytest.param("1", marks=pytest.mark.slow), "3"])
def test_an_extension_that_collects_from_resolved_pages_has_them_all(make_project: MakeProject, jobs: str) -> None:
    project = make_project({**ISSUES, "issues/2026-06.md": JUNE})
    project.extend("collects", COLLECTS)

    project.build("html", "-j", jobs)

    words = json.loads((project.folder / "words.json").read_text("utf-8"))
    pages = {path.relative_to(project.folder).with_suffix("").as_posix() for path in project.folder.rglob("*.md")}
    assert words.keys() == pages
    assert "Festa della Luce" in words["issues/2026-04"]
    assert "Notte dei Racconti" in words["indexes/agenda"], "lists are filled in by then"


@pytest.mark.parametrize("jobs", [pytest.param("1", marks=pytest.mark.slow), "3"])
def test_an_extension_has_contents_and_neighbours_of_each_page(make_project: MakeProject, jobs: str) -> None:
    project = make_project({**ISSUES, "issues/2026-06.md": JUNE})
    project.extend("shows", SHOWS)

    built = project.build("html", "-j", jobs)

    way = built.words("issues/2026-05.html", "//*[@id='way']")
    assert way == "Aprile 2026 | Giugno 2026 | Giugno 2026 | 6"
    contents = built.links("issues/2026-05.html", "//*[@id='toc']")
    assert contents["Delegazioni ricevute"] == "#delegazioni-ricevute"
