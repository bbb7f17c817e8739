# SPDX-License-Identifier: EUPL-1.2
"""Small newsletters of the fictional city of Borgoluce: written, built as a person would, and read again."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import ExitStack, redirect_stderr
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, partial
from importlib import import_module
from pathlib import Path
from textwrap import dedent
from typing import Any
from unittest import mock

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree, html
from sphinx.application import builtin_extensions
from sphinx.cmd.build import build_main
from sphinx.locale import translators

from newsletter.pictures import social_card

ROOT = Path(__file__).resolve().parents[1]
"""The folder of the shipped project."""

EXTENSIONS = str(ROOT / "extensions")

TODAY = "2026-05-18"
"""The day of all builds that name no other."""

CONF = """
project = "Borgoluce nel mondo"
author = "Comune di Borgoluce"
language = "it"
extensions = ["myst_parser", "sphinx_design", "newsletter"]
exclude_patterns = [".*", "_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
smartquotes = False
nitpicky = True
newsletter_slug = "borgoluce-nel-mondo"
newsletter_description = "La newsletter del Comune di Borgoluce"
newsletter_publisher = "Comune di Borgoluce"
newsletter_office = "Ufficio Esempi"
newsletter_address = "Piazza Inventata 1, Borgoluce"
newsletter_email = "esempi@borgoluce.example"
newsletter_website = "https://borgoluce.example/mondo"
newsletter_unsubscribe = "Per non riceverla più basta scrivere a esempi@borgoluce.example."
newsletter_topics = {"cultura": "Cultura", "clima": "Clima", "politiche-alimentari": "Politiche alimentari"}
newsletter_namespace = "borgoluce.example,2026"
html_baseurl = "https://borgoluce.example/news/"
html_theme = "newsletter"
html_copy_source = False
html_show_sourcelink = False
html_use_index = False
"""

_HEAD = "# {title}\n\n"
_REGISTERS = {
    "agenda": "Agenda|:kind: event\n:group-by: month",
    "missioni": "Missioni|:kind: mission\n:group-by: year\n:layout: table",
    "delegazioni": "Delegazioni|:kind: delegation\n:group-by: year\n:layout: table",
    "paesi": "Paesi|:group-by: country",
    "persone": "Persone|:group-by: person",
    "temi": "Temi|:group-by: topic",
}

PAGES: Mapping[str, str] = {
    "index.md": """
        # Borgoluce nel mondo

        :::{latest-issue}
        :::

        ## In arrivo

        :::{records}
        :upcoming:
        :::

        :::{toctree}
        :hidden:
        :glob:

        indexes/*
        issues/*
        :::
        """,
    "indexes/archivio.md": """
        # Archivio

        :::{issues}
        :::
        """,
    **{
        f"indexes/{name}.md": f"# {about.partition('|')[0]}\n\n:::{{records}}\n{about.partition('|')[2]}\n:::\n"
        for name, about in _REGISTERS.items()
    },
}
"""A home page and registers like those that are shipped, in few words."""


@dataclass(frozen=True)
class Built:
    """What one build left behind."""

    folder: Path
    code: int
    messages: str
    """What Sphinx complained of, with paths from the folder of the sources."""

    def has(self, path: str) -> bool:
        return (self.folder / path).exists()

    def text(self, path: str) -> str:
        return (self.folder / path).read_text("utf-8")

    def words(self, page: str, xpath: str = "//main") -> str:
        """Return what a reader sees of a *page*, with single spaces."""
        return " ".join(" ".join(part.text_content() for part in self.html(page).xpath(xpath)).split())

    def html(self, page: str) -> Any:
        return html.document_fromstring((self.folder / page).read_bytes(), parser=html.HTMLParser(encoding="utf-8"))

    def xml(self, path: str) -> Any:
        return etree.fromstring((self.folder / path).read_bytes())

    def links(self, page: str, xpath: str = "//main") -> dict[str, str]:
        """Return the addresses of the links of a *page* by their words."""
        return {
            " ".join(link.text_content().split()): link.get("href") for link in self.html(page).xpath(f"{xpath}//a")
        }

    def issue_links(self, page: str) -> dict[str, str]:
        """Return the addresses of issues that a *page* links by their titles, in small letters, in the page's order."""
        return {
            words.lower(): href for words, href in self.links(page).items() if "issues/" in href and "#" not in href
        }

    @cached_property
    def records(self) -> dict[str, dict[str, Any]]:
        """The open data, by id."""
        rows: list[dict[str, Any]] = json.loads(self.text("data/records.json"))["records"]
        return {row["id"]: row for row in rows}

    @cached_property
    def tree(self) -> dict[str, bytes]:
        """All that a reader can fetch: every file but Sphinx's own notes, which start with a dot."""
        files = (path for path in sorted(self.folder.rglob("*")) if path.is_file() and path.name[0] != ".")
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in files}

    def naming(self, word: str) -> set[str]:
        """Return the paths of all published files that contain *word*; those of the search index are unpacked first."""
        return {path for path, content in self.tree.items() if word.encode() in _unpacked(content)}


def _unpacked(content: bytes) -> bytes:
    return gzip.decompress(content) if content.startswith(b"\x1f\x8b") else content


@dataclass(frozen=True)
class Project:
    """The sources of a newsletter."""

    folder: Path

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text).lstrip("\n"), "utf-8")

    def edit(self, path: str, old: str, new: str) -> None:
        text = (self.folder / path).read_text("utf-8")
        assert old in text, f"{path} does not contain {old!r}"
        (self.folder / path).write_text(text.replace(old, new), "utf-8")

    def extend(self, name: str, code: str) -> None:
        """Add the Sphinx extension *name*, whose source is *code*."""
        self.write(f"{name}.py", code)
        with (self.folder / "conf.py").open("a", encoding="utf-8") as conf:
            conf.write(f"import sys; sys.path.append({str(self.folder)!r}); extensions.append({name!r})\n")

    def delete(self, path: str) -> None:
        (self.folder / path).unlink()

    def build(
        self,
        builder: str = "html",
        *options: str,
        today: str = TODAY,
        out: str = "",
        doctrees: str = "doctrees",
        strict: bool = True,
        surroundings: Mapping[str, str] | None = None,
    ) -> Built:
        """Run Sphinx with the words that a person would type; where *strict*, any diagnostic fails the test.

        Everything happens in this process, which is five times quicker than a new one, but for ``-j`` (a process with
        threads, as one of tests with a browser is, must not fork) and where *surroundings* are other variables.
        """
        folder = self.folder / "_build" / (out or builder)
        words = ["-b", builder, "-q", "-d", str(self.folder / "_build" / doctrees)]
        words += [*options, str(self.folder), str(folder)]
        epoch = str(int(datetime.fromisoformat(f"{today}T10:00:00+00:00").timestamp()))
        environment = {"SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": EXTENSIONS, "NO_COLOR": "1"}
        code, messages = (_run if surroundings or "-j" in options else _call)(
            words, {**environment, **(surroundings or {})}
        )
        messages = re.sub(r"\x1b\[[0-9;]*m", "", messages).replace(f"{self.folder}{os.sep}", "")
        built = Built(folder, code, messages)
        if strict:
            assert (built.code, built.messages) == (0, ""), built.messages
        return built


class _Compiled(BytecodeCache):
    """Templates that one build of this process compiled, for all later ones: a quarter of a small build."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill *bucket* where its template is known; Jinja compares the digests of the sources."""
        if code := self._code.get(bucket.key):
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what is in *bucket*."""
        self._code[bucket.key] = bucket.bytecode_to_string()


# A module of Sphinx translates its labels for good where it is imported when a language is set, as in a build that an
# earlier story of this process has begun.
for _extension in builtin_extensions:
    import_module(_extension)

_SHARED = {
    "sphinx.jinja2glue.SandboxedEnvironment": partial(SandboxedEnvironment, bytecode_cache=_Compiled()),
    "newsletter.pictures.social_card.draw": cache(social_card.draw),
}
"""The things that builds in one process share, though each has a folder of its own: templates, and equal cards."""


def _call(words: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str]:
    messages = io.StringIO()
    with ExitStack() as stack:
        for name, shared in _SHARED.items():
            stack.enter_context(mock.patch(name, shared))
        stack.enter_context(mock.patch.dict(os.environ, environment))
        stack.enter_context(redirect_stderr(messages))
        translators.clear()  # Sphinx would fall back on the language of the build before
        try:
            return build_main(words), messages.getvalue()
        except SystemExit as end:  # how a build ends that is refused
            return int(end.code or 0), messages.getvalue()


def _run(words: Sequence[str], environment: Mapping[str, str]) -> tuple[int, str]:
    command = [sys.executable, "-m", "sphinx", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | environment)
    return done.returncode, done.stderr


def write_project(folder: Path, files: Mapping[str, str]) -> Project:
    """Write a newsletter with *files*, by path, beside the home page and the registers; ``""`` leaves a page out."""
    project = Project(folder)
    for path, text in {"conf.py": CONF, **PAGES, **files}.items():
        if text:
            project.write(path, text)
    return project
