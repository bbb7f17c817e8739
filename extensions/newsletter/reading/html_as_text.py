# SPDX-License-Identifier: EUPL-1.2
"""Propose Markdown in the place of HTML, which an issue shows as text."""

from __future__ import annotations

import re

from newsletter.model.diagnostics import ContentError, _

_TAG = re.compile(r"\W*(\w*).*", re.DOTALL)
_NO_HTML = _("“%(tag)s” is shown as it stands: an issue takes no HTML.")
_AS_LINE = _("“%(tag)s” is shown as it stands: an issue takes no HTML. An empty line begins a new paragraph.")
_AS_LINK = _("“%(tag)s” is shown as it stands: an issue takes no HTML. Write a link, “[the video](https://…)”.")
_AS_IMAGE = _("“%(tag)s” is shown as it stands: an issue takes no HTML. Write “![what it shows](foto.jpg)”.")
_AS_HEADING = _("“%(tag)s” is shown as it stands: an issue takes no HTML. A heading begins with “## ”.")
_AS_LIST = _("“%(tag)s” is shown as it stands: an issue takes no HTML. Each point of a list begins with “- ”.")
_BETTER_THAN_HTML = {
    **dict.fromkeys(("br", "p", "hr", "div"), _AS_LINE),
    **dict.fromkeys(("a", "iframe", "video", "audio", "embed", "object"), _AS_LINK),
    **dict.fromkeys(("img", "figure", "picture"), _AS_IMAGE),
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _AS_HEADING),
    **dict.fromkeys(("ul", "ol", "li"), _AS_LIST),
}
"""The advice on HTML, by its tag, beside that on any."""


def html_as_text(text: str) -> ContentError:
    """Return the hint on HTML, as *text* that readers see, by its first tag."""
    tag = _TAG.sub(r"\1", text).lower()
    return ContentError("html", _BETTER_THAN_HTML.get(tag, _NO_HTML), tag=text.partition("\n")[0][:60])
