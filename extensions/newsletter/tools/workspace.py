# SPDX-License-Identifier: EUPL-1.2
"""Folders that one build leaves to the next, and when the next must not trust them."""

from __future__ import annotations

import hashlib
import os
import platform
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from newsletter.tools.console import CommandError, say

try:
    import fcntl
except ImportError:  # Windows, where two builds at once are the user's own affair
    fcntl = None  # type: ignore[assignment]  # the module is absent, and asked for before each use

_TOOLS = ".tools"
_BUSY = ".busy"


_PACKAGE = Path(__file__).resolve().parents[1]


def toolchain(source: Path) -> str:
    """Return a digest of what turns *source* into pages: our own files, its extensions, Python, all installed packages.

    Sphinx notices a change of sources, settings and templates, but none of these.
    """
    digest = hashlib.sha256(platform.python_version().encode())
    # The names of these folders have the version; their contents take a tenth of a second to read.
    for name in sorted(path.name for folder in sys.path for path in Path(folder).glob("*.*-info")):
        digest.update(name.encode())
    own = source / "extensions"
    for folder in (own,) if _PACKAGE.is_relative_to(own) else (_PACKAGE, own):
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                digest.update(path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def prepare(folder: Path, tools: str) -> None:
    """Make *folder* ready for a build by *tools*: empty, unless the same tools left it after a finished build."""
    if folder.exists() and (_read(folder / _TOOLS) != tools or (folder / _BUSY).exists()):
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _TOOLS).write_text(tools, encoding="ascii")


@contextmanager
def busy(folder: Path) -> Iterator[None]:
    """Mark *folder* as being written; the mark stays where the block raises or the process is killed."""
    mark = folder / _BUSY
    mark.touch()
    yield
    mark.unlink()


@contextmanager
def alone(root: Path, taken: Callable[[], CommandError] | None = None) -> Iterator[None]:
    """Wait until no other build writes under *root*; refuse instead with what *taken* returns.

    Sphinx inherits the lock: where this process is killed and Sphinx is not, the next build still waits for it.
    """
    root.mkdir(parents=True, exist_ok=True)
    with (root / ".lock").open("w") as lock:
        if fcntl is not None:
            os.set_inheritable(lock.fileno(), True)  # noqa: FBT003 - the only form there is
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                if taken is not None:
                    raise taken() from None
                say("Another build is at work here: waiting for it to end…")
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except (OSError, UnicodeError):
        return ""
