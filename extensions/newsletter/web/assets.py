# SPDX-License-Identifier: EUPL-1.2
"""Which style sheets and scripts a page carries: ours, and none of those that Sphinx and sphinx-design bring.

Sphinx's ``doctools.js`` makes functions of text and sphinx-design's ``design-tabs.js`` stores the chosen tab: the
policy forbids the one and the contract the other. The style sheets of both are replaced by ``newsletter.css``.
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from newsletter.environment.page_builders import has_our_theme, theme_folders

_STYLES = frozenset({"basic.css", "pygments.css", "pygments_dark.css", "sphinx-design.min.css"})
_SCRIPTS = frozenset({
    "documentation_options.js", "doctools.js", "sphinx_highlight.js", "translations.js", "design-tabs.js",
})  # fmt: skip
_BESIDES = frozenset({"language_data.js", "searchtools.js", "file.png", "minus.png", "plus.png"})
_UNUSED = _STYLES | _SCRIPTS | _BESIDES


def keep_to_our_assets(app: Sphinx) -> None:
    """Turn Sphinx's own search off, and do not copy sphinx-design's files; runs after sphinx-design's own handler."""
    if not (has_our_theme(app) and isinstance(app.builder, StandaloneHTMLBuilder)):
        return
    app.builder.search = False
    app.config.html_static_path[:] = [
        path for path in app.config.html_static_path if "sphinx_design" not in Path(path).parts
    ]


def our_assets(assets: Iterable[Any]) -> list[Any]:
    """Return the style sheets or scripts of *assets* that a page may load: none of the unused, none from elsewhere.

    An asset is one of Sphinx's own (private) kinds, with a ``filename``, or a plain name.
    """
    kept = []
    for asset in assets:
        name = str(getattr(asset, "filename", asset) or "")
        if name and "://" not in name and PurePosixPath(name).name not in _UNUSED:
            kept.append(asset)
    return kept


def remove_unused_assets(app: Sphinx, exception: Exception | None) -> None:
    """Take away from ``_static`` what is not ours: what the basic theme copied, and what our sources no longer have."""
    if exception is not None or not has_our_theme(app):
        return
    static = Path(app.outdir) / "_static"
    sources = [Path(app.confdir, folder) for folder in app.config.html_static_path]
    sources += [folder / "static" for folder in theme_folders(app)[:-1]]  # the last is the basic theme
    icon = static / Path(app.config.html_favicon or "").name
    for path in sorted(static.rglob("*"), reverse=True):
        # Sphinx copies and never removes: a file that was taken out of the sources would stay.
        ours = path == icon or any((source / path.relative_to(static)).is_file() for source in sources)
        if path.is_file() and not ours:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    with suppress(OSError):  # not empty where html_copy_source is on
        (Path(app.outdir) / "_sources").rmdir()
