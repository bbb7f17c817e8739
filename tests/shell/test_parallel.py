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
    from newsletter.domain import NewsletterDomain
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
