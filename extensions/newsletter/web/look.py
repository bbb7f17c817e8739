# SPDX-License-Identifier: EUPL-1.2
"""A city's own logo and colours, from the settings ``newsletter_logo`` and ``newsletter_colours``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config
from sphinx.errors import ConfigError
from sphinx.util.images import get_image_size

from newsletter.environment.config import publication
from newsletter.environment.page_builders import has_our_theme
from newsletter.model.colours import check_colours, colours_css

COLOURS = "_static/colours.css"
"""The style sheet made from the colours, by its path from the root of the site."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture beside the institution's name."""

    path: str
    """From the root of the site."""
    width: int = 0
    """In pixels, as the height; 0 where the file does not tell."""
    height: int = 0


def check_look(app: Sphinx, config: Config) -> None:
    """Stop a build whose logo is not there or whose colours cannot be read (``config-inited``).

    :raises ConfigError: naming the setting.
    """
    try:
        check_colours(config.newsletter_colours)
    except (TypeError, ValueError) as error:
        raise ConfigError(f"newsletter_colours: {error}") from error
    if config.newsletter_logo and logo_file(app, config) is None:
        raise ConfigError(f"newsletter_logo: there is no file {config.newsletter_logo!r} in _static")


def logo(app: Sphinx) -> Logo | None:
    """Return the logo; None where none is set."""
    file = logo_file(app, app.config) if app.config.newsletter_logo else None
    if file is None:
        return None
    width, height = _size(file, file.stat().st_mtime_ns)
    return Logo(f"_static/{app.config.newsletter_logo}", width, height)


@lru_cache(maxsize=2)
def _size(file: Path, mtime: int) -> tuple[int, int]:  # noqa: ARG001 -- the time is part of the cache's key
    return get_image_size(file) or (0, 0)


def logo_file(app: Sphinx, config: Config) -> Path | None:
    """Return the file of the logo; None where there is none inside the folders of static files."""
    name = Path(config.newsletter_logo)
    if name.is_absolute() or ".." in name.parts:
        return None
    files = (Path(app.confdir, folder) / name for folder in config.html_static_path)
    return next((file for file in files if file.is_file()), None)


def write_colours(app: Sphinx, exception: Exception | None) -> None:
    """Write the style sheet of the colours, or take away that of a former build (``build-finished``)."""
    if exception is not None or not has_our_theme(app):
        return
    path = Path(app.outdir) / COLOURS
    if colours := publication(app.config).colours:
        path.write_text(colours_css(colours), "utf-8")
    else:
        path.unlink(missing_ok=True)
