# SPDX-License-Identifier: EUPL-1.2
"""Figures: docutils opens the picture to measure it, before anything has judged where its path leads."""

from __future__ import annotations

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.directives.patches import Figure
from sphinx.environment import BuildEnvironment

from newsletter.environment.issue_files import FOLDER
from newsletter.model.diagnostics import ContentError
from newsletter.reading.block_image import image_finder


class JudgedFigure(Figure):
    """Measures no picture that an issue may not show; :class:`~newsletter.reading.link_checks.CheckLinks` says why."""

    def run(self) -> list[nodes.Node]:
        """Return the figure."""
        env: BuildEnvironment = self.state.document.settings.env
        if self.options.get("figwidth") == "image" and env.docname.startswith(f"{FOLDER}/"):
            try:
                image_finder(env, inside_issues=True)(directives.uri(self.arguments[0]))
            except ContentError:
                del self.options["figwidth"]
        return super().run()
