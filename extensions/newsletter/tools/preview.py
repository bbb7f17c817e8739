# SPDX-License-Identifier: EUPL-1.2
"""One build of the preview: what was saved, what is wrong with it, and whether the page is up to date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from newsletter.tools.complaints import listen
from newsletter.tools.console import say, speak
from newsletter.tools.sphinx_run import SphinxRun

_NAMED = 3
"""How many saved files are named; more come from another program, and not from somebody who writes."""


@dataclass(frozen=True, slots=True)
class Preview:
    """Builds the preview whenever sphinx-autobuild calls it, in whatever process it does so."""

    run: SphinxRun
    address: str

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build, for the first time or since *changed_paths* were saved."""
        speak(self.run.source)
        if changed_paths:
            say("Saved: %(files)s.", files=self._names(changed_paths))
        complaints, code = listen(self.run)
        now = datetime.now().astimezone().strftime("%H:%M:%S")
        if code:
            say("%(time)s The pages could not be made; those from before are still shown.", time=now)
            return
        say(
            "%(time)s Up to date: %(address)s In the files read again: warnings %(warnings)d, hints %(hints)d.",
            time=now,
            address=self.address,
            warnings=complaints.warnings,
            hints=complaints.hints,
        )

    def _names(self, paths: Sequence[Path]) -> str:
        source = self.run.source
        names = [str(path.relative_to(source) if path.is_relative_to(source) else path) for path in sorted(set(paths))]
        return ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
