# SPDX-License-Identifier: EUPL-1.2
"""What readers have stays whole whatever happens to a build, and a build never trusts what a broken one left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

from newsletter.tools.build import Build, main
from newsletter.tools.workspace import alone, busy, prepare, toolchain

EXTENSIONS = Path(__file__).resolve().parents[2] / "extensions"

# A plain Sphinx project with stand-ins for our builders, since these tests are about what goes on around Sphinx.
_CONF = """
import sys
from pathlib import Path
sys.path.insert(0, str(Path(__file__).parent))
project, html_theme, extensions, exclude_patterns = "Borgoluce", "basic", ["stand_in"], ["_build"]
language = "it"
"""
_STAND_IN = """
import os, signal
from pathlib import Path
from sphinx.builders.text import TextBuilder

here = Path(__file__).parent

class Pdf(TextBuilder):
    name = "newsletter-pdf"

class Epub(TextBuilder):
    name = "newsletter-epub"

def fail(app, error):
    if (here / f"fail-{app.builder.name}").exists() and error is None:
        raise RuntimeError("Ada pulled the plug")

def lack(app, error):
    if (here / "lack").exists() and app.builder.name == "newsletter-pdf":
        app.statuscode = 3

def kill(app, docname, source):
    if (here / "kill").exists():
        os.kill(os.getpid(), signal.SIGKILL)

def setup(app):
    app.add_builder(Pdf)
    app.add_builder(Epub)
    app.add_config_value("newsletter_pdf_dir", "", "", str)
    app.connect("build-finished", fail)
    app.connect("build-finished", lack)
    app.connect("source-read", kill)
"""


@pytest.fixture
def city(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "conf.py").write_text(_CONF, encoding="utf-8")
    (tmp_path / "stand_in.py").write_text(_STAND_IN, encoding="utf-8")
    (tmp_path / "index.rst").write_text("Borgoluce\n=========\n\nPrimo numero.\n", encoding="utf-8")
    yield tmp_path
    sys.modules.pop("stand_in", None)  # each city has its own


def everything(city: Path, *options: str) -> int:
    """Do what ``make`` does; return its exit code."""
    build = Build(city, "all", ["-q", *options])
    with alone(build.root):
        prepare(build.stage, "tools of today")
        try:
            return build.everything()
        except SystemExit as ended:
            return int(str(ended.code))


def published(city: Path) -> str:
    return (city / "_build" / "html" / "index.html").read_text(encoding="utf-8")


def edit(city: Path, text: str) -> None:
    (city / "index.rst").write_text(f"Borgoluce\n=========\n\n{text}\n", encoding="utf-8")


@pytest.mark.usefixtures("sphinx_here")
def test_a_good_build_is_published_and_says_so(city: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert everything(city) == 0
    assert "Primo numero." in published(city)
    assert not list((city / "_build" / "html").rglob(".*"))
    assert "_build/html" in capfd.readouterr().out


@pytest.mark.usefixtures("sphinx_here")
@pytest.mark.parametrize("builder", ["newsletter-pdf", "html"])
def test_a_build_that_fails_publishes_nothing(city: Path, builder: str) -> None:
    assert everything(city) == 0
    (city / f"fail-{builder}").touch()
    edit(city, "Secondo numero.")
    assert everything(city) not in {0, None}
    assert "Primo numero." in published(city)
    (city / f"fail-{builder}").unlink()
    assert everything(city) == 0
    assert "Secondo numero." in published(city)


@pytest.mark.usefixtures("sphinx_here")
def test_a_site_without_some_of_its_pdfs_goes_out_and_the_status_says_so(
    city: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    (city / "lack").touch()
    assert main(["all", "--source", str(city), "--", "-q"]) == 3
    assert "Primo numero." in published(city)
    assert "PDF" in capfd.readouterr().out.splitlines()[-1]
    (city / "fail-html").touch()
    edit(city, "Secondo numero.")
    with pytest.raises(SystemExit) as ended:
        main(["all", "--source", str(city), "--", "-q"])
    assert ended.value.code not in {0, 3}
    assert "Primo numero." in published(city)


@pytest.mark.usefixtures("sphinx_here")
def test_warnings_do_not_stop_a_build_but_where_that_is_asked(city: Path) -> None:
    edit(city, "Un `rimando al nulla_.")
    assert everything(city, "-W") == 1
    assert not (city / "_build" / "html").exists()
    assert everything(city) == 0
    assert "rimando" in published(city)


@pytest.mark.slow
def test_a_build_that_is_killed_leaves_no_trace_in_the_next(city: Path) -> None:
    assert everything(city) == 0
    (city / "kill").touch()
    edit(city, "Secondo numero.")
    assert everything(city) == 128 + signal.SIGKILL
    assert "Primo numero." in published(city)
    (city / "kill").unlink()
    half_written = city / "_build" / "stage" / "all" / "html" / "index.html"
    half_written.write_text("<p>Second", encoding="utf-8")
    assert everything(city) == 0
    assert "Secondo numero." in published(city)


def test_other_tools_start_from_nothing_and_the_same_tools_do_not(tmp_path: Path) -> None:
    folder = tmp_path / "stage"
    prepare(folder, "Sphinx of yesterday")
    (folder / "page").touch()
    prepare(folder, "Sphinx of yesterday")
    assert (folder / "page").exists()
    prepare(folder, "Sphinx of today")
    assert not (folder / "page").exists()


def test_a_folder_is_not_trusted_after_an_exception(tmp_path: Path) -> None:
    folder = tmp_path / "stage"
    prepare(folder, "tools")
    (folder / "page").touch()
    with pytest.raises(RuntimeError), busy(folder):
        raise RuntimeError
    prepare(folder, "tools")
    assert not (folder / "page").exists()


def test_any_change_of_our_own_files_makes_other_tools(tmp_path: Path) -> None:
    folder = tmp_path / "extensions"
    folder.mkdir()
    module = folder / "a.py"
    module.write_text("x = 1\n", encoding="utf-8")
    before = toolchain(tmp_path)
    assert toolchain(tmp_path) == before
    (folder / "__pycache__").mkdir()
    (folder / "__pycache__" / "a.pyc").write_bytes(b"compiled")
    assert toolchain(tmp_path) == before
    module.rename(folder / "b.py")
    assert toolchain(tmp_path) != before


_BUILD_KILLED_BEFORE_ITS_CHILD = """
import os, signal, subprocess, sys
from pathlib import Path
from newsletter.tools.workspace import alone
with alone(Path(sys.argv[1])):
    child = "import sys; print('at work', flush=True); sys.stdin.read()"
    subprocess.Popen([sys.executable, "-c", child], close_fds=False)
    os.kill(os.getpid(), signal.SIGKILL)
"""


@contextmanager
def killed_build(folder: Path) -> Iterator[tuple[IO[str], IO[str]]]:
    """Run a build in *folder* that is killed while its child works on; the child ends with its input."""
    command = [sys.executable, "-c", _BUILD_KILLED_BEFORE_ITS_CHILD, str(folder)]
    environment = {**os.environ, "PYTHONPATH": str(EXTENSIONS)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, env=environment) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield process.stdin, process.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="no such lock there")
def test_a_build_waits_for_one_whose_sphinx_outlived_it(tmp_path: Path) -> None:
    with killed_build(tmp_path) as (first_input, first_output):
        assert first_output.readline() == "at work\n"
        with killed_build(tmp_path) as (_second_input, second_output):
            assert "waiting" in second_output.readline()
            first_input.close()
            assert second_output.readline() == "at work\n"
