# SPDX-License-Identifier: EUPL-1.2
"""Many processes make the same site as one."""

from __future__ import annotations

import pytest

from tests.conftest import MakeProject
from tests.project import Project
from tests.shell.borgoluce import ISSUES, JUNE

# Sphinx reads in parallel from six pages on; each merge is put down in a file, since processes share no memory.
WATCH = """
def setup(app):
    from pathlib import Path
    from newsletter.environment.domain import NewsletterDomain
    merge = NewsletterDomain.merge_domaindata

    def watched(self, docnames, otherdata):
        with Path(__file__).with_name("merged.txt").open("a") as notes:
            notes.writelines(f"{name}\\n" for name in docnames if name in otherdata["pages"])
        merge(self, docnames, otherdata)

    NewsletterDomain.merge_domaindata = watched
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


def archive(make_project: MakeProject) -> Project:
    years = {f"issues/{year}-06.md": JUNE.replace("2026", str(year)) for year in range(2019, 2026)}
    project = make_project({**years, **ISSUES})
    project.extend("watch", WATCH)
    return project


def test_a_parallel_build_merges_what_processes_read_and_equals_a_serial_one(make_project: MakeProject) -> None:
    project = archive(make_project)

    serial = project.build(out="serial", doctrees="serial-doctrees")
    assert not (project.folder / "merged.txt").exists()
    parallel = project.build("html", "-j", "4", out="parallel", doctrees="parallel-doctrees")

    merged = (project.folder / "merged.txt").read_text("utf-8").split()
    assert {"issues/2019-06", "issues/2026-04", "issues/2026-05", "indexes/paesi"} <= set(merged)
    assert parallel.tree == serial.tree


def test_a_parallel_build_complains_as_a_serial_one_does(make_project: MakeProject) -> None:
    project = archive(make_project)
    project.edit("issues/2019-06.md", ":date: 20 giugno", ":date: 31 giugno")
    project.edit("issues/2026-05.md", "Tre giorni", "{record}`2026-04-festa-della-lucee` Tre giorni")

    serial = project.build(out="serial", doctrees="serial-doctrees", strict=False)
    parallel = project.build("html", "-j", "4", out="parallel", doctrees="parallel-doctrees", strict=False)

    assert sorted(parallel.messages.splitlines()) == sorted(serial.messages.splitlines())
    assert "issues/2019-06.md:6: WARNING" in serial.messages
    assert parallel.tree == serial.tree


# Breaks a process that writes pages, or ends that of the build, as a power cut would, which the other one survives by
# some pages.
FAIL = """
import os
import signal

BUILD = os.getpid()

def setup(app):
    written = []

    def page(app, pagename, templatename, context, doctree):
        if os.getpid() == BUILD:
            return
        if app.config.fails == "broken":
            raise OSError("no space left")
        if app.config.fails == "killed":
            written.append(pagename)
            if len(written) == 1:
                os.kill(BUILD, signal.SIGKILL)
            elif len(written) == 4:
                os._exit(9)

    app.add_config_value("fails", "", "")
    app.connect("html-page-context", page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


def failing(make_project: MakeProject) -> Project:
    project = archive(make_project)
    project.extend("fails", FAIL)
    return project


@pytest.mark.slow
def test_a_build_of_which_one_process_breaks_is_done_again(make_project: MakeProject) -> None:
    project = failing(make_project)

    broken = project.build("html", "-j", "2", "-D", "fails=broken", strict=False)

    assert broken.code == 2
    assert "no space left" in broken.messages or "Queste pagine non si sono potute scrivere" in broken.messages
    assert project.build("html", "-j", "2").tree == project.build(out="anew", doctrees="anew-doctrees").tree


@pytest.mark.slow
def test_what_a_process_of_a_killed_build_wrote_is_mended_from_the_sources_of_before(make_project: MakeProject) -> None:
    project = failing(make_project)
    published = project.build("html", "-j", "1").tree
    conf = (project.folder / "conf.py").read_text("utf-8")

    project.edit("conf.py", "Comune di Borgoluce", "Municipio di Borgoluce")
    assert project.build("html", "-j", "2", "-D", "fails=killed", strict=False).code == -9
    wrong = [
        path
        for path in published
        if "Municipio" in (project.folder / "_build/html" / path).read_text("utf-8", "replace")
    ]
    assert wrong

    project.write("conf.py", conf)
    assert project.build("html", "-j", "1").tree == published
