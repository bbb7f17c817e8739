# SPDX-License-Identifier: EUPL-1.2
"""Files in the folder of an output: written where they differ, removed where they are no more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from newsletter.export.site import File


def write_files(outdir: Path, files: Iterable[File]) -> Iterator[str]:
    """Write *files* below *outdir* where they differ from what is there; yield the address of each."""
    # Strings, not Path objects: of thousands of small files, a third of the time would go into these.
    filled: dict[str, bool] = {}
    for file in files:
        path = os.path.join(outdir, file.path)  # noqa: PTH118 - see above
        folder = os.path.dirname(path)  # noqa: PTH120 - see above
        if folder not in filled:
            filled[folder] = os.path.isdir(folder)  # noqa: PTH112 - see above
            os.makedirs(folder, exist_ok=True)  # noqa: PTH103 - see above
        if not (filled[folder] and _holds(path, file.content)):
            with open(path, "wb", buffering=0) as output:  # noqa: PTH123 - see above
                output.write(file.content)
        yield file.path


def _holds(path: str, content: bytes) -> bool:
    try:
        with open(path, "rb", buffering=0) as there:  # noqa: PTH123 - see write_files
            return there.read() == content
    except FileNotFoundError:
        return False


def remove_others(outdir: Path, folders: Iterable[str], kept: AbstractSet[str]) -> None:
    """Remove from *folders* of *outdir* all files that are not *kept*: what is gone from the sources is gone.

    *kept* are addresses: paths from *outdir*, with slashes.
    """
    for folder in folders:
        for parent, _folders, names in os.walk(outdir / folder, topdown=False):
            address = Path(parent).relative_to(outdir).as_posix()
            for name in names:
                if f"{address}/{name}" not in kept:
                    Path(parent, name).unlink()
            if not any(Path(parent).iterdir()):
                Path(parent).rmdir()
