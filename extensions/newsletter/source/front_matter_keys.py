# SPDX-License-Identifier: EUPL-1.2
"""Keys of a front matter that have no effect where they stand, and what was meant by them."""

from __future__ import annotations

from collections.abc import Iterator

from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest
from newsletter.source.front_matter import OF_PARTS, FrontMatter
from newsletter.source.front_matter_diagnostics import KEYS


def keys_without_effect(head: FrontMatter, *, is_part: bool) -> Iterator[tuple[ContentError, int]]:
    """Yield what to say of keys without effect in an issue, or in a file that is a part of one, with their lines."""
    for name, line in head.unknown:
        yield unknown_key(name), line
    for name, line in head.of_issues if is_part else ():
        message = _(
            "“%(name)s” has no effect in a block's own file, but “%(keys)s” alone: write it in the issue's, or "
            "take it out."
        )
        yield ContentError("front-matter-key", message, name=name, keys=", ".join(OF_PARTS)), line


def unknown_key(name: str) -> ContentError:
    """Return the diagnostic about a key that has no effect anywhere."""
    near = nearest(name, KEYS)
    if near:
        return ContentError(
            "front-matter-key", _("“%(name)s” has no effect here. Did you mean “%(near)s”?"), name=name, near=near
        )
    return ContentError(
        "front-matter-key", _("“%(name)s” has no effect here; what has: %(keys)s."), name=name, keys=", ".join(KEYS)
    )


def part_with_options(error: ContentError) -> ContentError:
    """Return what to say of *error* in a file that is a part of an issue, where a day is rather that of its block."""
    if error.diagnostic.values.get("meant") != "published":
        return error
    message = _(
        "“%(name)s” has no effect in a front matter, and this file is kept back: a block begins with “:::{event} …”, "
        "and “:date: …” stands in the line below."
    )
    return ContentError(
        "front-matter", message, line=error.diagnostic.values["line"], name=error.diagnostic.values["name"]
    )
