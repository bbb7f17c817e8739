# SPDX-License-Identifier: EUPL-1.2
"""The names under which images are published: Sphinx numbers those that share one by when it meets them."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def name_images(_app: Sphinx, env: BuildEnvironment) -> None:
    """Let images of one name be numbered by their paths (``env-updated``), in whatever order pages were read."""
    named = type(env.images)()
    for path, (docnames, _name) in sorted(env.images.items()):
        for docname in sorted(docnames):
            named.add_file(docname, path)
    env.images = named


def images_on_pages(env: BuildEnvironment) -> Mapping[str, list[str]]:
    """Return the published names of the images of each page, by docname."""
    found: dict[str, list[str]] = {}
    for _path, (docnames, name) in sorted(env.images.items()):
        for docname in docnames:
            found.setdefault(docname, []).append(name)
    return found
