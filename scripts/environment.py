# SPDX-License-Identifier: EUPL-1.2
"""Makes the Python environment, by the standard library alone, and runs a command in it.

``VERSIONS=locked`` (the default) installs what ``requirements*.lock`` name, by hashes, into ``.venv``; ``newest`` and
``lowest`` install the newest and the lowest releases that ``requirements*.txt`` allow, into environments of their own.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
EXTENSIONS = TOP / "extensions"
PROGRAM = "NEWSLETTER_PROGRAM"
"""The variable that says what the commands are called by; ``make``, where the Makefile calls them."""

_OLDEST = (3, 11)
_VERSIONS = ("locked", "newest", "lowest")
_INSTALLING = {
    "": "Installing what it takes to build the site (some minutes, the first time)…",
    "test": "Installing what the tests take…",
    "import": "Installing what it takes to read old newsletters…",
}
_NO_VENV = "{python} has no module venv. On Debian and Ubuntu: sudo apt install python3-venv"
_NOT_WRITABLE = "This folder cannot be written, and the environment and all that is built stand in it: {folder}"
_PREPARING = "Preparing the Python environment in {folder}…"
_TOO_OLD = "Python 3.11 or later is needed. If it is there by another name: make PYTHON=/path/to/python3"
_NO_SUCH_VERSIONS = "VERSIONS can be {possible}, not “{given}”."
_ITALIAN = {
    _INSTALLING[""]: "Installo ciò che serve a costruire il sito (qualche minuto, la prima volta)…",
    _INSTALLING["test"]: "Installo ciò che serve alle prove…",
    _INSTALLING["import"]: "Installo ciò che serve a leggere le vecchie newsletter…",
    _NO_VENV: "A {python} manca il modulo venv. Su Debian e Ubuntu: sudo apt install python3-venv",
    _NOT_WRITABLE: "In questa cartella non si può scrivere, e l'ambiente e ciò che si costruisce stanno qui: {folder}",
    _PREPARING: "Preparo l'ambiente Python in {folder}…",
    _TOO_OLD: "Serve Python 3.11 o più recente. Se c'è con un altro nome: make PYTHON=/percorso/di/python3",
    _NO_SUCH_VERSIONS: "VERSIONS può essere {possible}, non «{given}».",
}
"""The catalogues are read by a package that is not installed yet."""


def _translated(message: str, **values: object) -> str:
    """Return *message*, filled with *values*, in the language of the site, as ``conf.py`` has it."""
    italian = re.search("^language *= *[\"']it", (TOP / "conf.py").read_text("utf-8"), re.MULTILINE)
    return (_ITALIAN[message] if italian else message).format(**values)


class CommandError(Exception):
    """There can be no environment; the message says why, and what to do."""


@dataclass(frozen=True)
class Environment:
    """A Python environment in *folder*, and how its packages are chosen."""

    folder: Path
    versions: str = "locked"

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.program("python")

    def program(self, name: str) -> Path:
        """Return the path of one of its programs."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin") / (name + (".exe" if os.name == "nt" else ""))

    def create(self) -> None:
        """Make it where it is not there."""
        if self.python.exists():
            return
        if importlib.util.find_spec("ensurepip") is None or importlib.util.find_spec("venv") is None:
            raise CommandError(_translated(_NO_VENV, python=sys.executable))
        if not os.access(TOP, os.W_OK):
            raise CommandError(_translated(_NOT_WRITABLE, folder=TOP))
        _say(_PREPARING, folder=self.folder.name)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(self.folder)], check=True)

    def install(self, name: str) -> None:
        """Install what ``requirements-NAME`` asks for, unless it was installed since they were changed."""
        base, stamp = TOP / f"requirements{name and f'-{name}'}", self.folder / f".requirements{name and f'-{name}'}"
        asked = [base.with_name(f"{base.name}.txt")]
        if self.versions == "locked":
            asked.append(base.with_name(f"{base.name}.lock"))
        if stamp.exists() and all(path.stat().st_mtime <= stamp.stat().st_mtime for path in asked):
            return
        _say(_INSTALLING[name])
        subprocess.run(self._command(str(base)), check=True)
        stamp.touch()

    def _command(self, base: str) -> list[str]:
        pip = [str(self.python), "-m", "pip", "install", "-qq"]
        if self.versions == "locked":
            return [*pip, "--require-hashes", "-r", f"{base}.lock"]
        if self.versions == "newest":
            return [*pip, "--upgrade", "--upgrade-strategy", "eager", "-r", f"{base}.txt"]
        uv = str(own_environment("lock").program("uv"))
        chosen = ["--resolution", "lowest-direct", "-r", f"{base}.txt"]
        return [uv, "pip", "install", "-qq", "--upgrade", "--python", str(self.python), *chosen]


def own_environment(name: str) -> Environment:
    """Return ``.venv-NAME``, of what cannot stand together with the rest, made and filled where it is not there."""
    locked = (TOP / f"requirements-{name}.lock").exists()
    environment = Environment(TOP / f".venv-{name}", "locked" if locked else "newest")
    asked = TOP / f"requirements-{name}.{'lock' if locked else 'txt'}"
    stamp = environment.folder / ".requirements"
    if not stamp.exists() or stamp.stat().st_mtime < asked.stat().st_mtime:
        shutil.rmtree(environment.folder, ignore_errors=True)
        environment.create()
        pip = [str(environment.python), "-m", "pip", "install", "-qq"]
        subprocess.run([*pip, *(["--require-hashes"] if locked else []), "-r", str(asked)], check=True)
        stamp.touch()
    return environment


def _say(message: str, **values: object) -> None:
    print(_translated(message, **values), flush=True)


def _other_python() -> str | None:
    """Return another Python that is recent enough, where there is one."""
    names = [f"python3.{minor}" for minor in (13, 12, 11, 14)]
    return next(filter(None, map(shutil.which, names)), None)


def _without(words: Sequence[str], name: str) -> tuple[str, list[str]]:
    """Return what ``NAME=value`` in *words* gives, else the variable of that name, and the other words."""
    given = [word for word in words if word.startswith(f"{name}=")]
    value = given[-1].partition("=")[2] if given else os.environ.get(name, "")
    return value, [word for word in words if word not in given]


def _surroundings() -> None:
    """Set the variables that the commands, and what they start, are to find."""
    paths = [str(EXTENSIONS), str(TOP), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, paths))
    os.environ["PIP_DISABLE_PIP_VERSION_CHECK"] = os.environ["PYTHONUTF8"] = "1"
    os.environ.setdefault(PROGRAM, "py newsletter.py" if os.name == "nt" else "python3 newsletter.py")


def _run(python: Path, words: Sequence[str]) -> int:
    """Go on as *python*, which whoever stops this process stops; on Windows, which knows no such thing, wait for it."""
    command = [str(python), "-m", "scripts.commands", *words]
    if os.name != "nt":
        os.execv(python, command)  # noqa: S606 - no shell
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


def _remove() -> int:
    """Remove all that was built or installed."""
    for folder in (TOP / "_build", TOP / ".venv", *TOP.glob(".venv-*")):
        if folder.exists():
            shutil.rmtree(folder)
    return 0


def _needs(name: str) -> str:
    """Return which requirements the command *name* takes, beside those of the site."""
    from scripts.commands import GROUPS, find  # noqa: PLC0415 - once Python is known to be recent enough

    command = find(name, GROUPS)
    return str(command.needs) if command else ""


def main(words: list[str]) -> int:
    """Make the environment, and run in it the command that *words* name."""
    if sys.version_info < _OLDEST:
        other = _other_python()
        if other is None:
            print(_translated(_TOO_OLD), file=sys.stderr)
            return 1
        return subprocess.run([other, "-m", "scripts.environment", *words], cwd=TOP, check=False).returncode
    os.chdir(TOP)
    given, words = _without(words, "VERSIONS")
    name = words[0] if words and "=" not in words[0] else "all"
    if name == "distclean":
        return _remove()
    try:
        environment = _chosen(given or "locked")
        if name == "help" and not environment.python.exists():
            return _help()
        _surroundings()
        environment.create()
        for needed in dict.fromkeys(("", _needs(name))):
            environment.install(needed)
    except CommandError as error:
        print(error, file=sys.stderr)
        return 1
    except subprocess.CalledProcessError as error:
        return error.returncode
    return _run(environment.python, words)


def _chosen(versions: str) -> Environment:
    """Return the environment with the *versions* that were asked for."""
    if versions not in _VERSIONS:
        raise CommandError(_translated(_NO_SUCH_VERSIONS, possible=", ".join(_VERSIONS), given=versions))
    return Environment(TOP / (".venv" if versions == "locked" else f".venv-{versions}"), versions)


def _help() -> int:
    """Print the commands in English: what translates them is not installed yet."""
    from scripts.commands import GROUPS  # noqa: PLC0415 - once Python is known to be recent enough

    for command in (command for commands in GROUPS.values() for command in commands):
        print(f"{command.name:16} {command.help}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
