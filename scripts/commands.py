# SPDX-License-Identifier: EUPL-1.2
"""The commands of this repository: those that any city has, and those of its developers."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any

_SHARED = Path(__file__).parents[1] / "extensions" / "newsletter" / "tools" / "commands.py"


def _shared() -> Any:
    """Return the module of the shared commands, by its path: the package around it asks for what is installed later."""
    spec = importlib.util.spec_from_file_location("shared_commands", _SHARED)
    assert spec is not None and spec.loader is not None  # noqa: S101, PT018 - it is a file of Python
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


_commands = _shared()
_Command, find = _commands.Command, _commands.find
_DEVELOP = "scripts.develop"
_OTHER = "Other"

GROUPS: dict[str, tuple[Any, ...]] = {
    **{group: commands for group, commands in _commands.GROUPS.items() if group != _OTHER},
    "Develop": (
        _Command("test", "run the tests but for the slow ones (three minutes)", _DEVELOP, ("test",), needs="test"),
        _Command("test-all", "run all tests, as CI does", _DEVELOP, ("test-all",), needs="test"),
        _Command("lint", "check style, layers of modules, licences of files", _DEVELOP, ("lint",), needs="test"),
        _Command("types", "check types", _DEVELOP, ("types",), needs="test"),
        _Command(
            "locale",
            "update the catalogues, and say what is not translated",
            "newsletter.tools.catalogue",
            options=False,
        ),
        _Command(
            "lock",
            "raise the versions in requirements*.lock (LOCKOPTS= only adds what is missing)",
            _DEVELOP,
            ("lock",),
        ),
        _Command("raised", "say what “lock” has changed, in _build/lock/proposal.json", "scripts.raised_locks"),
        _Command("verapdf", "check the built PDFs with veraPDF (needs Java, a JDK)", _DEVELOP, ("verapdf",)),
        _Command(
            "pictures",
            "take the pictures of the manuals anew (needs Chromium)",
            "scripts.pictures",
            needs="test",
        ),
        _Command(
            "bench",
            "measure times beside those of plain Sphinx (needs hyperfine; to try: BENCHOPTS=“--sizes 12”)",
            "scripts.bench.__main__",
        ),
    ),
    _OTHER: (
        *_commands.GROUPS[_OTHER],
        _Command("distclean", "remove the Python environments, too", ""),  # done from outside of them
    ),
}


def main() -> int:
    """Run what was typed, in the environment that is ready for it."""
    from newsletter.tools.command import dispatch  # noqa: PLC0415 - see above
    from newsletter.tools.console import run  # noqa: PLC0415 - see above

    return run(lambda words: dispatch(words, GROUPS))


if __name__ == "__main__":
    sys.exit(main())
