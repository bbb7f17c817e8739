# SPDX-License-Identifier: EUPL-1.2
"""Figures and their measures: docutils opens a picture before its path is judged, and writes numbers it cannot read."""

from __future__ import annotations

import re
from typing import Any

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.directives.patches import Figure
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from newsletter.environment.issue_files import FOLDER
from newsletter.environment.reporter import warn
from newsletter.environment.source_lines import option_line, source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.block_image import image_finder

_MEASURE = re.compile(r"(?P<number>\d{1,5}(?:\.\d{1,4})?) *(?:[a-zA-Zµ]*|%)", re.ASCII)


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


class CheckMeasures(SphinxTransform):
    """Takes widths and heights away that no writer reads.

    docutils takes ``0.0000000001pt``, keeps it as ``1e-10pt`` and then stops the build on it.
    """

    default_priority = 40

    def apply(self, **_kwargs: Any) -> None:
        """Check each picture, figure and table."""
        for node in self.document.findall(nodes.Element):
            for name in ("width", "height"):
                measure = node.get(name)
                if isinstance(measure, str) and not _is_sound(measure):
                    del node[name]
                    path = source_file(node)
                    line = option_line(path, source_line(node), (name, "figwidth"))
                    message = _("“%(measure)s” is no measure of a picture: write, say, “50%%” or “300px”.")
                    warn(ContentError("markup", message, measure=measure[:40]).diagnostic, path, line)


def _is_sound(measure: str) -> bool:
    found = _MEASURE.fullmatch(measure)
    return found is not None and float(found["number"]) > 0
