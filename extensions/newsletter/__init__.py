# SPDX-License-Identifier: EUPL-1.2
"""Work in Progress: the Sphinx extension behind a city's international newsletter.

Where things are: ``model/``, ``dates/``, ``archive/`` and ``source/`` are what a newsletter is about, without Sphinx;
``environment/`` is what Sphinx keeps of it, ``reading/`` reads what contributors write, ``views/`` fills in what pages
show of the whole archive, ``export/``, ``pdf/``, ``search/``, ``web/`` and ``publish/`` make what is published,
``tools/`` are the commands behind ``make``.
"""

from __future__ import annotations

import gc

from sphinx.application import Sphinx
from sphinx.util.typing import ExtensionMetadata

from newsletter import epub, pdf, web
from newsletter.environment.config import add_settings, check_settings
from newsletter.environment.domain import (
    NewsletterDomain,
    RecordRole,
    hand_over_revisions,
    read_published_state,
    remember_application,
    report_across_pages,
)
from newsletter.environment.issue_files import only_markdown, read_block_syntax, read_sources
from newsletter.environment.own_warnings import keep_to_own_warnings
from newsletter.environment.page import shape
from newsletter.environment.published_images import name_images
from newsletter.environment.reading_translation import TRANSLATION_READ
from newsletter.environment.reporter import show_hints
from newsletter.environment.standing_pages import TellUntranslated, read_standing_page
from newsletter.incremental.changed_sources import changed_pages
from newsletter.incremental.kept_diagnostics import (
    keep_diagnostics,
    note_pages_read,
    pages_to_ask_again,
    repeat_diagnostics,
)
from newsletter.incremental.output_state import begin_output, check_written, end_output
from newsletter.model.kinds import Kind
from newsletter.publish.beside_pages import publish
from newsletter.publish.builders import CalendarBuilder, CheckBuilder, PublishedBuilder
from newsletter.publish.disk_errors import end_on_disk_error
from newsletter.publish.email_builder import EmailBuilder
from newsletter.publish.own_pages import collect_own_pages
from newsletter.reading.adopted_warnings import adopt_warnings
from newsletter.reading.block_directive import BlockDirective
from newsletter.reading.clean_images import attach_clean_images, clean_static_pictures, show_clean_images
from newsletter.reading.encoding import accept_encodings
from newsletter.reading.example import ExampleDirective
from newsletter.reading.figure import CheckMeasures, JudgedFigure
from newsletter.reading.hints import SecondLook, UnwrittenParts
from newsletter.reading.link_checks import CheckLinks
from newsletter.reading.month_titles import CheckMonths
from newsletter.reading.page_titles import CheckTitles, EnsureTitle
from newsletter.reading.parser import NewsletterParser
from newsletter.reading.placement import CheckPlacement
from newsletter.reading.toctree import GrowingTocTree
from newsletter.reading.withheld_names import WithholdNames, withhold_titles
from newsletter.views.anchors import ResolveAnchors
from newsletter.views.directives import RecordsDirective, ViewDirective
from newsletter.views.registry import DIRECTIVES
from newsletter.views.transform import FillViews

__version__ = "0.1.0"


def setup(app: Sphinx) -> ExtensionMetadata:
    """Connect everything to Sphinx."""
    # Doctrees are cycles that live through the build: at Python's own pace garbage collection takes a fifth of it.
    gc.freeze()
    gc.set_threshold(50_000)
    for needed in ("myst_parser", "sphinx_design"):
        app.setup_extension(needed)
    show_hints(app)
    adopt_warnings(app)
    keep_to_own_warnings(app)
    add_settings(app)
    app.connect("config-inited", check_settings, priority=10)
    app.connect("config-inited", read_sources, priority=20)
    app.connect("config-inited", read_block_syntax, priority=30)
    app.connect("config-inited", only_markdown, priority=900)
    app.add_domain(NewsletterDomain)
    app.add_event(TRANSLATION_READ)
    for kind in Kind:
        app.add_directive(kind, BlockDirective)
    app.add_directive("records", RecordsDirective)
    for name in DIRECTIVES:
        app.add_directive(name, ViewDirective)
    app.add_directive("example", ExampleDirective)
    app.add_directive("figure", JudgedFigure, override=True)
    app.add_directive("toctree", GrowingTocTree, override=True)
    app.add_role("record", RecordRole())
    app.add_source_parser(NewsletterParser, override=True)
    for transform in (
        CheckPlacement,
        CheckLinks,
        CheckMeasures,
        SecondLook,
        UnwrittenParts,
        CheckMonths,
        EnsureTitle,
        CheckTitles,
        WithholdNames,
        TellUntranslated,
    ):
        app.add_transform(transform)
    app.connect("doctree-read", withhold_titles, priority=900)
    app.add_post_transform(ResolveAnchors)
    app.add_post_transform(FillViews)
    app.connect("builder-inited", remember_application, priority=100)
    app.connect("builder-inited", read_published_state)
    app.connect("builder-inited", accept_encodings)
    app.connect("write-started", attach_clean_images)
    app.connect("html-collect-pages", show_clean_images)
    app.connect("html-collect-pages", collect_own_pages)
    app.connect("env-get-outdated", changed_pages)
    app.connect("env-get-outdated", pages_to_ask_again)
    app.connect("env-before-read-docs", note_pages_read)
    app.connect("source-read", keep_diagnostics)
    app.connect("source-read", read_standing_page, priority=400)
    app.connect("env-updated", repeat_diagnostics, priority=10)
    app.connect("env-updated", name_images, priority=50)
    app.connect("env-updated", report_across_pages, priority=100)
    app.connect("env-updated", hand_over_revisions, priority=150)
    app.connect("env-updated", begin_output, priority=200)
    for builder in (CheckBuilder, CalendarBuilder, PublishedBuilder, EmailBuilder):
        app.add_builder(builder)
    for part in (web, pdf, epub):
        part.setup(app)
    app.connect("build-finished", check_written, priority=550)
    app.connect("build-finished", clean_static_pictures, priority=560)
    app.connect("build-finished", publish, priority=600)
    app.connect("build-finished", end_output, priority=900)
    app.connect("build-finished", end_on_disk_error, priority=1000)
    return {"version": __version__, "env_version": shape(), "parallel_read_safe": True, "parallel_write_safe": True}
