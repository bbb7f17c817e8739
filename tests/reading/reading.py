# SPDX-License-Identifier: EUPL-1.2
"""What Sphinx says of a newsletter, diagnostic by diagnostic, and newsletters that are written byte by byte."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from tests.project import Built, Project, write_project

PREVIEW = ("-D", "newsletter_drafts=1")

_COMPLAINT = re.compile(
    r"(?P<path>[^\n:]*)(?::(?P<line>\d+))?: (?P<level>HINT|WARNING|ERROR|CRITICAL): (?P<text>.*) \[(?P<code>[\w.-]+)\]"
)


@dataclass(frozen=True)
class Diagnostic:
    """What a contributor reads."""

    path: str
    line: int
    level: str
    text: str
    code: str
    """With its type: ``newsletter.date-form``."""


def diagnostics(built: Built) -> list[Diagnostic]:
    """Return all that was said; a line that no contributor could place fails the test."""
    return [_complaint(line) for line in built.messages.split("\n") if line.strip()]


def _complaint(line: str) -> Diagnostic:
    match = _COMPLAINT.fullmatch(line)
    assert match, f"a complaint without a place or a code: {line!r}"
    return Diagnostic(match["path"], int(match["line"] or 0), match["level"], match["text"], match["code"])


def write(folder: Path, files: Mapping[str, str | bytes]) -> Project:
    """Write a newsletter with *files* just as they are given, and a picture, ``issues/foto.png``."""
    project = write_project(folder, {})
    for name, content in {"issues/foto.png": picture(), **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass"))
    return project


def picture() -> bytes:
    """Return a small image."""
    content = io.BytesIO()
    Image.new("RGB", (4, 4), "teal").save(content, "PNG")
    return content.getvalue()


def published(folder: Path) -> Iterator[Path]:
    """Return all files below *folder* that a reader can fetch."""
    return (path for path in sorted(folder.rglob("*")) if path.is_file())
