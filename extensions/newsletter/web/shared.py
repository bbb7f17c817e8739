# SPDX-License-Identifier: EUPL-1.2
"""Parts of a page that all pages of a folder share: each is rendered once a build."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder

from newsletter.environment.domain import newsletter_domain
from newsletter.web.frame import SiteFrame
from newsletter.web.pages import SEARCH


def shared_parts(app: Sphinx, site: SiteFrame, page: dict[str, Any]) -> Callable[[str], str]:
    """Return the function ``shared`` of templates: it renders the template that it is given, without the page.

    Such a template knows what is the same everywhere (``site``, ``translate``, the settings), the way from the
    page's folder (``pathto``) and, where every page links to this one, which it is (``pagename``). What else the
    context of the *page* holds is left out, lest one page show what is true of another.
    """
    builder = app.builder
    assert isinstance(builder, StandaloneHTMLBuilder)  # noqa: S101 - for the type checker
    pagename, pathto = str(page["pagename"]), page["pathto"]
    here = pagename if pagename == SEARCH or pagename in site.linked else ""
    folder = builder.get_target_uri(pagename).rpartition("/")[0]
    # The page that stands for any that is not there is in no folder: its links start at the root of the host.
    way = (folder, here, pathto("", True))  # noqa: FBT003 -- the signature is Sphinx's

    def render(template: str) -> str:
        known = {**builder.globalcontext, "site": site, "translate": page["translate"], "pathto": pathto}
        return str(builder.templates.render(template, {**known, "pagename": here}))

    def shared(template: str) -> str:
        return newsletter_domain(app.env).derived.once(("shared", template, way), lambda: render(template))

    return shared
