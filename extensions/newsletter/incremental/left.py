# SPDX-License-Identifier: EUPL-1.2
"""What earlier builds left beside the pages of an output, so that it need not be made again.

A file is taken for what it would be made into again only where it is made from the same, and lies there with the
size and the time with which a build left it: one that was changed, removed or put in place by hand is made anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from newsletter.environment.digest import Digester
from newsletter.export.site import PlannedFile
from newsletter.incremental.saved_state import remembered

_FILE = ".newsletter-files.json"


class LeftFiles:
    """The planned files of one output folder, by address, each with what it was made from and how it was left."""

    def __init__(self, outdir: Path, digester: Digester, *made_with: object) -> None:
        """*made_with* is what all files depend on besides what each of them rests on."""
        self._outdir = outdir
        self._digester = digester
        self._made_with = digester.of(*made_with)
        self._before = remembered(outdir / _FILE)
        self._now: dict[str, list[object]] = {}

    def has(self, file: PlannedFile) -> bool:
        """Tell whether *file* lies in the output as it was left, and was made from what it would be made from now."""
        state = self._state(file.path)
        found = self._now[file.path] = [self._digester.of(self._made_with, file.rests_on), *state]
        return bool(state) and self._before.get(file.path) == found

    def note(self, file: PlannedFile) -> None:
        """Note how *file*, which was not there so, lies there now that it is made."""
        self._now[file.path][1:] = self._state(file.path)

    def save(self) -> None:
        """Keep what is known of the files that were asked for; others are gone, or no longer made."""
        if self._now != self._before:
            # Nothing to replace in one go: what a killed build leaves of it is no JSON, so that all files are made.
            # Some file systems write a file to the disk at once that takes the place of another.
            (self._outdir / _FILE).unlink(missing_ok=True)
            (self._outdir / _FILE).write_text(json.dumps(self._now), "utf-8")

    def _state(self, path: str) -> tuple[int, int] | tuple[()]:
        """Return size and time of the file at *path*; nothing where there is none."""
        try:
            # A string, not a Path: there are thousands of these.
            state = os.stat(os.path.join(self._outdir, path))  # noqa: PTH116, PTH118 - see above
        except OSError:
            return ()
        return state.st_size, state.st_mtime_ns
