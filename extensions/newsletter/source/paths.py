# SPDX-License-Identifier: EUPL-1.2
"""Paths that contributors write, and links that they put into folders: judged before anything opens them."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path


def real_path(path: Path) -> Path:
    """Return where *path* leads once links are followed; a link that leads to itself stays as it is."""
    return Path(os.path.realpath(path))


def is_inside(path: Path, folders: Iterable[Path]) -> bool:
    """Tell whether *path* leads into one of *folders*."""
    return any(real_path(path).is_relative_to(real_path(folder)) for folder in folders)


def is_regular(path: Path) -> bool:
    """Tell whether *path* leads to a file whose content ends: no folder, no device, no pipe that waits for ever."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):  # a link to itself, a name that is too long, or that no file can have
        return False
