# SPDX-License-Identifier: EUPL-1.2
"""Many processes make the same site as one."""

from __future__ import annotations

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

    serial = project.build("html", "-j", "1", out="serial", doctrees="serial-doctrees")
    assert not (project.folder / "merged.txt").exists()
    parallel = project.build("html", "-j", "4", out="parallel", doctrees="parallel-doctrees")

    merged = (project.folder / "merged.txt").read_text("utf-8").split()
    assert {"issues/2019-06", "issues/2026-04", "issues/2026-05", "indexes/paesi"} <= set(merged)
    assert parallel.tree == serial.tree


def test_a_parallel_build_complains_as_a_serial_one_does(make_project: MakeProject) -> None:
    project = archive(make_project)
    project.edit("issues/2019-06.md", ":date: 20 giugno", ":date: 31 giugno")
    project.edit("issues/2026-05.md", "Tre giorni", "{record}`2026-04-festa-della-lucee` Tre giorni")

    serial = project.build("html", "-j", "1", out="serial", doctrees="serial-doctrees", strict=False)
    parallel = project.build("html", "-j", "4", out="parallel", doctrees="parallel-doctrees", strict=False)

    assert sorted(parallel.messages.splitlines()) == sorted(serial.messages.splitlines())
    assert "issues/2019-06.md:6: WARNING" in serial.messages
    assert parallel.tree == serial.tree


# Breaks the process of the build at its second page, or ends it as a power cut would. Of the others, each has more to
# tell than a pipe holds, or is at its first page until then.
FAIL = """
import os
import time
from sphinx.util import logging

BUILD = os.getpid()

def setup(app):
    written = []

    def page(app, pagename, templatename, context, doctree):
        if not app.config.fails:
            return
        written.append(pagename)
        while os.getppid() == BUILD and app.config.fails == "killed":
            time.sleep(0.01)
        if os.getpid() != BUILD:
            if app.config.fails == "broken":
                logging.getLogger(__name__).warning("x" * 100_000)
        elif len(written) == 2 and app.config.fails == "killed":
            os._exit(9)
        elif len(written) == 2:
            raise OSError("no space left")

    app.add_config_value("fails", "", "")
    app.connect("html-page-context", page)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
"""


def failing(make_project: MakeProject) -> Project:
    project = archive(make_project)
    project.extend("fails", FAIL)
    return project


def test_a_build_that_breaks_ends_though_others_have_something_to_tell(make_project: MakeProject) -> None:
    project = failing(make_project)

    broken = project.build("html", "-j", "2", "-D", "fails=broken", strict=False)

    assert broken.code == 2
    assert "no space left" in broken.messages
    assert project.build("html", "-j", "2").tree == project.build(out="anew", doctrees="anew-doctrees").tree


def test_what_a_killed_build_began_goes_on_no_longer_when_the_next_one_writes(make_project: MakeProject) -> None:
    project = failing(make_project)
    published = project.build("html", "-j", "1").tree
    conf = (project.folder / "conf.py").read_text("utf-8")

    project.edit("conf.py", "Comune di Borgoluce", "Municipio di Borgoluce")
    # It ends here when all processes have: they share its standard error.
    assert project.build("html", "-j", "2", "-D", "fails=killed", strict=False).code == 9
    project.write("conf.py", conf)

    pages = [path for path in published if path.endswith(".html")]
    wrong = [path for path in pages if "Municipio" in (project.folder / "_build/html" / path).read_text("utf-8")]
    assert len(wrong) <= 3, "the other process wrote the rest of its share"
    assert project.build("html", "-j", "1").tree == published
