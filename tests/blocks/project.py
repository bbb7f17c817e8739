# SPDX-License-Identifier: EUPL-1.2
"""A small fictional newsletter, and what Sphinx says of it."""

from __future__ import annotations

import io
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

TODAY = "1779000000"
"""17 May 2026, as ``SOURCE_DATE_EPOCH``."""

CONF = """
project = "Borgoluce nel mondo"
author = "Comune di Borgoluce"
language = "it"
extensions = ["myst_parser", "sphinx_design", "newsletter"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3
smartquotes = False
newsletter_publisher = "Comune di Borgoluce"
newsletter_topics = {"cultura": "Cultura", "clima": "Clima", "cooperazione-allo-sviluppo": "Cooperazione allo sviluppo"}
newsletter_namespace = "borgoluce.example,2026"
html_baseurl = "https://borgoluce.example/news/"
html_copy_source = False
html_show_sourcelink = False
html_static_path = ["_static"]
"""
INDEX = """
# Borgoluce nel mondo

:::{records}
:::

```{toctree}
:hidden:
:glob:

issues/*
indexes/*
```
"""
REGISTER = """
# {title}

:::{{records}}
:group-by: {by}
:::
"""
PAGES = {
    "_static/nota.txt": "Qui stanno le immagini di tutti i numeri.",
    "index.md": INDEX,
    "indexes/paesi.md": REGISTER.format(title="Paesi", by="country"),
    "indexes/persone.md": REGISTER.format(title="Persone", by="person"),
}

_MESSAGE = re.compile(
    r"(?P<path>[^\n:]*?)(?::(?P<line>\d+))?: (?P<level>HINT|WARNING|ERROR|CRITICAL): (?P<text>.*) \[(?P<code>[\w.-]+)\]"
)


@dataclass(frozen=True)
class Message:
    """One complaint, as a contributor reads it."""

    path: str
    line: int
    level: str
    text: str
    code: str
    """With its type: ``newsletter.date-form``."""


@dataclass(frozen=True)
class Built:
    """What a build left behind."""

    out: Path
    said: str
    """Everything that it complained of, with paths from the source folder."""

    @property
    def messages(self) -> list[Message]:
        """The complaints one by one; a line that is none fails the test."""
        return [self._message(line) for line in self.said.splitlines() if line.strip()]

    def _message(self, line: str) -> Message:
        match = _MESSAGE.fullmatch(line)
        assert match, f"no complaint that a contributor can place: {line!r}"
        return Message(match["path"], int(match["line"] or 0), match["level"], match["text"], match["code"])

    def read(self, path: str) -> str:
        """Return the text of a published file."""
        return (self.out / path).read_text("utf-8")


def write(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write *files*, by path, around the pages that the project always has."""
    for name, content in {"conf.py": CONF, **PAGES, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return folder


def build(folder: Path, builder: str = "html", *, jobs: int = 1, drafts: bool = False, today: str = TODAY) -> Built:
    """Build the project in *folder* from the beginning."""
    out = folder / "_build" / f"{builder}-{jobs}"
    warnings = io.StringIO()
    with (
        patch.dict(os.environ, {"SOURCE_DATE_EPOCH": today}),
        patch_docutils(folder),
        docutils_namespace(),
    ):
        app = Sphinx(
            folder, folder, out, folder / "_build" / f"doctrees-{builder}-{jobs}", builder,
            {"newsletter_drafts": drafts}, status=None, warning=warnings, freshenv=True, parallel=jobs,
        )  # fmt: skip
        app.build(force_all=True)
        assert app.statuscode == 0
    said = re.sub(r"\x1b\[[0-9;]*m", "", warnings.getvalue())
    return Built(out, said.replace(os.fspath(folder) + os.sep, ""))
