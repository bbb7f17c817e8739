# SPDX-License-Identifier: EUPL-1.2
"""Run Sphinx in a process of its own, since two applications in one process share its registries."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib import import_module
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import FrameType

from sphinx.util.parallel import parallel_available

COMPLETE = frozenset({0, 1})
"""Exit codes after which the output is whole: all well, or warnings where ``-W`` forbids them."""

CAN_FORK = parallel_available
"""Whether a process can be forked here: Sphinx forks where this is so to read in parallel."""


def load_sphinx() -> None:
    """Load what a run needs, once for all processes that will be forked from this."""
    from sphinx.application import builtin_extensions  # noqa: PLC0415 - most callers have no use for Sphinx itself

    for name in (*builtin_extensions, "sphinx.cmd.build", "myst_parser.sphinx_ext.main", "sphinx_design.extension"):
        import_module(name)
    import_module("newsletter")


@dataclass(frozen=True, slots=True, kw_only=True)
class SphinxRun:
    """One run of ``sphinx-build``: from *source* by *builder* into *output*, with its notes in *doctrees*."""

    source: Path
    builder: str
    output: Path
    doctrees: Path
    settings: Mapping[str, str] = field(default_factory=dict)
    """Values that override those of ``conf.py``."""
    options: Sequence[str] = ()
    """Further options, as typed; they come last, and win."""

    def command(self) -> list[str]:
        """Return the words to run."""
        overrides = [word for name, value in self.settings.items() for word in ("-D", f"{name}={value}")]
        return [
            *(sys.executable, "-m", "sphinx", "-b", self.builder, "-d", str(self.doctrees)),
            *(*overrides, *self.options, str(self.source), str(self.output)),
        ]

    def start(self, *, stderr: int | None = None, stdout: int | None = None) -> subprocess.Popen[str]:
        """Start the run; descriptors stay open in it, so that it holds the lock of its caller."""
        extensions = str(Path(__file__).resolve().parents[2])
        path = os.pathsep.join(filter(None, [extensions, os.environ.get("PYTHONPATH", "")]))
        return subprocess.Popen(  # noqa: S603 - our own interpreter, and no shell
            self.command(),
            env={**os.environ, "PYTHONPATH": path},
            close_fds=False,
            stderr=stderr,
            stdout=stdout,
            text=True,
            encoding="utf-8",
            errors="replace",
        )

    def call_here(self) -> int:
        """Run to the end in this very process and return the exit code; nothing else of Sphinx may run in it later."""
        from sphinx.cmd.build import build_main  # noqa: PLC0415 - most callers have no use for Sphinx itself

        return build_main(self.command()[3:])

    def call(self) -> int:
        """Run to the end and return the exit code, negative where a signal ended it; a plea to stop is passed on."""
        process = self._fork() if CAN_FORK else self.start()

        def stop(_number: int, _frame: FrameType | None) -> None:
            process.terminate()

        former = signal.signal(signal.SIGTERM, stop)
        try:
            if isinstance(process, subprocess.Popen):
                return process.wait()
            process.join()
            return process.exitcode or 0
        finally:
            signal.signal(signal.SIGTERM, former)

    def _fork(self) -> BaseProcess:
        """Start the run in a fork of this process, in which nothing has to be loaded again."""
        load_sphinx()
        process = multiprocessing.get_context("fork").Process(target=lambda: sys.exit(self.call_here()))
        process.start()
        return process
