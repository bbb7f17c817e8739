# SPDX-License-Identifier: EUPL-1.2
"""On what was measured."""

from __future__ import annotations

import os
import platform
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_PACKAGES = "Sphinx myst-parser docutils snowballstemmer PyStemmer ablog mkdocs mkdocs-material hugo pagefind typst"


def machine() -> str:
    """Return the day, the machine and what is installed, in a few lines."""
    load = f", load {os.getloadavg()[0]:.1f} at the start" if hasattr(os, "getloadavg") else ""
    lines = [
        f"{datetime.now(UTC):%Y-%m-%d}, {_processor()}, {os.cpu_count()} cores{_memory()}{load}.",
        f"{platform.platform()}, Python {platform.python_version()}.",
        ", ".join(f"{name} {found}" for name in _PACKAGES.split() if (found := _version(name))) + ".",
    ]
    return "  \n".join(lines)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _fact(file: str, name: str) -> str:
    """Return what ``/proc`` says of *name*; nothing where it says nothing."""
    try:
        lines = Path("/proc", file).read_text(encoding="utf-8").splitlines()
    except OSError:
        return ""
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _processor() -> str:
    return _fact("cpuinfo", "model name") or platform.processor() or platform.machine()


def _memory() -> str:
    kilobytes = _fact("meminfo", "MemTotal").split()
    return f", {int(kilobytes[0]) / 1e6:.0f} GB" if kilobytes else ""
