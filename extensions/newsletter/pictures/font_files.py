# SPDX-License-Identifier: EUPL-1.2
"""Locate the fonts that PDFs are set in: our own, and those that packages bring for other scripts."""

from __future__ import annotations

from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

FONTS = Path(__file__).parents[1] / "fonts"
"""Our own: Latin, Greek, Cyrillic, Vietnamese."""

_PACKAGES = {"manimgx_fonts": "manimgx-fonts", "manimgx_fonts_cjk": "manimgx-fonts-cjk"}
"""Noto for other scripts, symbols and emoji; for Chinese, Japanese and Korean. Distributions by module."""


@cache
def font_folders() -> tuple[Path, ...]:
    """Return the folders of all fonts that are there, the first choice first."""
    found = (find_spec(module) for module in _PACKAGES)
    return (FONTS, *(Path(spec.origin).parent for spec in found if spec is not None and spec.origin is not None))


def font_files() -> tuple[Path, ...]:
    """Return the files of all fonts that are there, the first choice first."""
    return tuple(path for folder in font_folders() for path in sorted([*folder.glob("*.ttf"), *folder.glob("*.ttc")]))


@cache
def font_versions() -> str:
    """Return which versions of the packages are there: what a PDF shows depends on them."""
    return " ".join(f"{name} {version(name)}" for module, name in _PACKAGES.items() if find_spec(module) is not None)
