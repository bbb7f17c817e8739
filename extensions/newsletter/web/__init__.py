# SPDX-License-Identifier: EUPL-1.2
"""Make HTML pages of the doctrees: the frame around them, their controls, and what the policy forbids."""

from __future__ import annotations

from sphinx.application import Sphinx

from newsletter.environment.page_builders import PAGE_BUILDERS, THEME, has_our_theme
from newsletter.views.view_node import view_node
from newsletter.web.assets import keep_to_our_assets, remove_unused_assets
from newsletter.web.controls import AddRecordControls
from newsletter.web.look import check_look, write_colours
from newsletter.web.page_context import add_frame
from newsletter.web.pages import collect_pages
from newsletter.web.redirect_pages import KeepAnchors, collect_redirect_pages, report_redirects
from newsletter.web.translator import PageTranslator, show_mailboxes


def setup(app: Sphinx) -> None:
    """Connect the web part; it acts in builders of pages only."""
    for part in view_node.__subclasses__():  # docutils' own visitors, as of lists, refuse a node that nobody registered
        app.add_node(part, override=True)
    app.add_post_transform(AddRecordControls)
    app.add_html_theme("newsletter", str(THEME))
    app.connect("config-inited", check_look, priority=50)
    app.connect("builder-inited", use_our_translator)
    app.connect("builder-inited", keep_to_our_assets, priority=900)
    app.connect("builder-inited", show_mailboxes)
    app.add_post_transform(KeepAnchors)
    app.connect("env-updated", report_redirects, priority=100)
    app.connect("html-collect-pages", collect_pages)
    app.connect("html-collect-pages", collect_redirect_pages)
    app.connect("html-page-context", add_frame, priority=900)
    app.connect("build-finished", remove_unused_assets)
    app.connect("build-finished", write_colours, priority=600)


def use_our_translator(app: Sphinx) -> None:
    """Let our translator write pages in our theme (``builder-inited``); any other theme may have one of its own."""
    if has_our_theme(app):
        for builder in PAGE_BUILDERS:
            app.set_translator(builder, PageTranslator)
