# SPDX-License-Identifier: EUPL-1.2
"""One build of the preview: what was saved, what is wrong with it, and whether the page is up to date."""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from newsletter.tools.console import say, speak
from newsletter.tools.relay import Counts, run_beside, run_in_forks, together
from newsletter.tools.sphinx_run import SphinxRun, load_sphinx

_NAMED = 3
"""Saved files that are named at most; more come from another program, and not from somebody who writes."""

_CODE = Path(__file__).resolve().parents[1]


def last_change_of_code() -> int:
    """Return when our own code was last changed, in nanoseconds since the epoch."""
    return max(path.stat().st_mtime_ns for path in _CODE.rglob("*.py"))


def load_code() -> int:
    """Load what a build needs, for the processes that will be forked from this; return :func:`last_change_of_code`."""
    seen = last_change_of_code()
    load_sphinx()
    return seen


@dataclass(frozen=True, slots=True)
class Preview:
    """Builds the preview whenever sphinx-autobuild calls it, in whatever process it does so."""

    run: SphinxRun
    translated: Sequence[SphinxRun]
    """The runs in the further languages of the site."""
    address: str
    code_seen: int = 0
    """The last change of our own code (nanoseconds) that this process has loaded; 0 where it has loaded none."""

    def __call__(self, *, changed_paths: Sequence[Path]) -> None:
        """Build, for the first time or since *changed_paths* were saved."""
        speak(self.run.source)
        if changed_paths:
            say("Saved: %(files)s.", files=self._names(changed_paths))
        counts, code = self._build(saved=bool(changed_paths))
        now = datetime.now().astimezone().strftime("%H:%M:%S")
        if code:
            say("%(time)s The pages could not be made; those from before are still shown.", time=now)
            return
        say(
            "%(time)s Up to date: %(address)s In the files read again: warnings %(warnings)d, hints %(hints)d.",
            time=now,
            address=self.address,
            warnings=counts.warnings,
            hints=counts.hints,
        )

    def _build(self, *, saved: bool) -> tuple[Counts, int]:
        """Build; after a save without calendars, data and search, which nobody looks at while they write.

        sphinx-autobuild gives each build after the first a process of its own. Where that is a fork of one that has
        Sphinx and our code loaded already, the build takes place in it, and starts a second sooner.
        """
        if not saved:
            return together([run_beside(each) for each in (self.run, *self.translated)])
        pages = [
            replace(each, settings={**each.settings, "newsletter_exports": "0"})
            for each in (self.run, *self.translated)
        ]
        forked = multiprocessing.parent_process() is not None and multiprocessing.get_start_method() == "fork"
        if forked and self.code_seen == last_change_of_code():
            return together(run_in_forks(pages[0], pages[1:]))
        return together([run_beside(each) for each in pages])

    def _names(self, paths: Sequence[Path]) -> str:
        source = self.run.source
        names = [str(path.relative_to(source) if path.is_relative_to(source) else path) for path in sorted(set(paths))]
        return ", ".join([*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])])
