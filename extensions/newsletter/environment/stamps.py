# SPDX-License-Identifier: EUPL-1.2
"""The files that a page is made from, as they are on disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sphinx.environment import BuildEnvironment

from newsletter.environment.issue_files import issue_name, part_files
from newsletter.environment.page import SourceFile


def source_files(env: BuildEnvironment, docname: str) -> tuple[SourceFile, ...]:
    """Return the files that the page *docname* is made from, as they are now."""
    return tuple(_files(env, docname))


def _files(env: BuildEnvironment, docname: str) -> Iterator[SourceFile]:
    srcdir, name = Path(env.srcdir), issue_name(docname)
    parts = part_files(env.config, srcdir, str(name)) if name else ()
    for path in (Path(env.doc2path(docname)), *parts):
        state = path.stat()
        yield SourceFile(path.relative_to(srcdir).as_posix(), state.st_mtime_ns, state.st_size)
