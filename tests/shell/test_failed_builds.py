# SPDX-License-Identifier: EUPL-1.2
"""A build that breaks off leaves no memory of having been done."""

from __future__ import annotations

import pickle
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass

import pytest

from newsletter.environment.page import Page, shape
from tests.conftest import MakeProject
from tests.shell.borgoluce import ISSUES, JUNE

# Breaks the writing of a page that comes late, as a full disk would.
BREAK = """
def setup(app):
    def fail(app, pagename, templatename, context, doctree):
        if pagename == "issues/2026-05" and app.config.broken:
            raise OSError("no space left")

    app.add_config_value("broken", False, "")
    app.connect("html-page-context", fail)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


def test_after_a_broken_build_the_next_one_makes_all_that_is_missing(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    project.extend("breaks", BREAK)
    good = project.build()
    calendar = good.text("calendar/all.ics")

    project.edit("issues/2026-05.md", "{event} Convegno sul clima", "{event} Assemblea sul clima")
    broken = project.build("html", "-D", "broken=1", strict=False)
    assert broken.code != 0
    assert broken.text("calendar/all.ics") == calendar, "nothing is exported by a build that failed"

    mended = project.build()
    assert mended.naming("Convegno sul clima") == set()
    assert mended.tree == project.build(out="anew", doctrees="anew-doctrees").tree


# Ends the process at once, as a power cut would: before page number “killed”, or once all pages are written.
KILL = """
import os

def setup(app):
    written = []

    def page(app, pagename, templatename, context, doctree):
        written.append(pagename)
        if app.config.killed == str(len(written)):
            os._exit(9)

    def end(app, exception):
        if app.config.killed == "end":
            os._exit(9)

    app.add_config_value("killed", "", "")
    app.connect("html-page-context", page, priority=990)
    app.connect("build-finished", end, priority=650)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""
LOOSE = "---\norphan: true\n---\n# Altrove\n"


@pytest.mark.slow
@pytest.mark.parametrize("moment", ["4", "end"])
def test_what_a_killed_build_left_is_mended_from_the_sources_of_before(make_project: MakeProject, moment: str) -> None:
    """The fingerprints of the build before are those of the sources, and what lies there is not."""
    project = make_project(ISSUES)
    project.extend("kills", KILL)
    may = (project.folder / "issues/2026-05.md").read_text("utf-8")
    published = project.build().tree

    project.edit("issues/2026-05.md", "{event} Convegno sul clima", "{event} Assemblea sul clima")
    project.write("issues/2026-06.md", JUNE)
    project.write("altrove.md", LOOSE)
    here = {"PYTHONHASHSEED": "0"}  # in a process of its own
    assert project.build("html", "-D", f"killed={moment}", strict=False, surroundings=here).code == 9

    project.write("issues/2026-05.md", may)
    project.delete("issues/2026-06.md")
    project.delete("altrove.md")
    assert project.build().tree == published


@pytest.mark.slow
def test_a_build_that_was_killed_over_a_setting_is_done_again(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    project.extend("kills", KILL)
    conf = (project.folder / "conf.py").read_text("utf-8")
    published = project.build().tree
    here = {"PYTHONHASHSEED": "0"}

    project.write("conf.py", f"{conf}html_permalinks = False\n")
    assert project.build("html", "-D", "killed=4", strict=False, surroundings=here).code == 9
    assert project.build().tree == project.build(out="anew", doctrees="anew-doctrees").tree

    project.write("conf.py", f"{conf}newsletter_moved = {{'passato.html': 'index.html'}}\n")
    assert project.build("html", "-D", "killed=end", strict=False, surroundings=here).code == 9
    project.write("conf.py", conf)
    assert project.build().tree == published


def test_notes_of_another_version_are_read_anew(make_project: MakeProject, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(ISSUES)
    with monkeypatch.context() as earlier:
        earlier.setattr("newsletter.shape", lambda: 1)
        earlier.setattr("newsletter.environment.collect.Page", lambda **given: Page(**{**given, "tellings": ()}))
        assert project.build().records == {}, "the earlier version knew of no block"

    assert project.build().tree == project.build(out="anew", doctrees="anew-doctrees").tree


def test_the_version_of_the_notes_follows_the_fields_of_what_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    now = shape()
    assert now == shape()

    @dataclass(frozen=True)
    class Telling:
        title: str

    monkeypatch.setattr("newsletter.environment.page._KEPT", (Telling,))
    assert shape() != now


def test_what_is_kept_is_plain(make_project: MakeProject) -> None:
    """Sphinx pickles what pages tell: unpickled by itself it must be what it was, with no node or function in it."""
    project = make_project(ISSUES)
    project.build()
    kept = pickle.loads((project.folder / "_build/doctrees/environment.pickle").read_bytes()).domaindata["newsletter"]
    pages = list(kept["pages"].values())

    found = {type(value) for value in everything_in(pages)}

    assert any(page.tellings for page in pages)
    assert {kind.__module__.partition(".")[0] for kind in found} <= {"builtins", "datetime", "newsletter"}
    assert not any(callable(value) for value in everything_in(pages))


def everything_in(value: object) -> Iterator[object]:
    """Return *value* and all that it is made of."""
    yield value
    if isinstance(value, dict):
        parts: Iterable[object] = [*value.keys(), *value.values()]
    elif isinstance(value, tuple | list | set | frozenset):
        parts = value
    elif is_dataclass(value):
        parts = [getattr(value, field.name) for field in fields(value)]
    else:
        return
    for part in parts:
        yield from everything_in(part)
