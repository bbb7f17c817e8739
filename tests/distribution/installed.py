# SPDX-License-Identifier: EUPL-1.2
"""An environment outside of the repository, with the wheel in it and nothing of the sources."""

from __future__ import annotations

import os
import site
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from newsletter.environment.extras import MODULES
from tests.project import ROOT


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this repository into *folder*; return its path."""
    command = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run(command, check=True)
    [wheel] = folder.glob("*.whl")
    return wheel


@dataclass(frozen=True)
class Environment:
    """A Python environment in *folder*."""

    folder: Path

    @property
    def scripts(self) -> Path:
        """The folder of its commands."""
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    def run(self, project: Path, *words: str) -> subprocess.CompletedProcess[str]:
        """Run one of its commands in *project*, without any path of the repository."""
        ours = ("PYTHON", "COVERAGE", "NEWSLETTER_PROGRAM")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
        surroundings = {**kept, "SOURCE_DATE_EPOCH": "1780000000", "NO_COLOR": "1"}
        command = [str(self.scripts / words[0]), *words[1:]]
        return subprocess.run(
            command, cwd=project, env=surroundings, capture_output=True, text=True, encoding="utf-8", check=False
        )


def install(wheel: Path, folder: Path, *, extras: bool) -> Environment:
    """Install *wheel* into an environment in *folder*, which lends all else from the one that runs the tests.

    Without *extras* what they would bring cannot be imported in it.
    """
    venv.create(folder, with_pip=False)
    environment = Environment(folder)
    python = environment.scripts / "python"
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "-q", "--no-deps", str(wheel)], check=True
    )
    asked = "import sysconfig; print(sysconfig.get_path('purelib'))"
    found = subprocess.run([str(python), "-c", asked], capture_output=True, text=True, check=True)
    hidden = set() if extras else {module for modules in MODULES.values() for module in modules}
    packages = Path(found.stdout.strip())
    for lent in (path for folder in site.getsitepackages() for path in Path(folder).iterdir()):
        if lent.name not in hidden and not (packages / lent.name).exists():
            (packages / lent.name).symlink_to(lent)
    return environment
