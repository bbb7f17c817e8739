# SPDX-License-Identifier: EUPL-1.2
"""Maps and charts, which pages of the site have as SVG in their text: in print the same drawing, as a picture."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader

from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import THEME
from newsletter.model.diagnostics import _
from newsletter.pdf.code import EMPTY, call, string
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import renders
from newsletter.views.chart import bar_chart
from newsletter.views.view_node import view_node
from newsletter.views.world_map import WorldMap, world_map

_STYLE = """<style>
.chart { font-family: "Titillium Web"; font-size: 14px; fill: #17324d; }
.chart .value { font-size: 12px; fill: #455a70; }
.land { fill: #dfe6ed; } .land, .met-both, .met-mission, .met-delegation { stroke: #fff; stroke-width: .5; }
.bar-event { fill: #0059b3; stroke: #0059b3; } .bar-mission { fill: #8a3b12; stroke: #8a3b12; }
.bar-delegation { fill: #00695c; stroke: #00695c; } .series-2 { fill-opacity: .1; } .series-3 { fill-opacity: .45; }
pattern .bar { stroke: none; } .stripe { stroke: #fff; stroke-width: 1.2; } .dot { fill: #fff; }
.met-both { fill: #0059b3; } .twin { fill: #17324d; stroke: #fff; }
</style>"""
"""The properties that newsletter.css gives them, in the colours of ``theme/style.typ``."""
_MAP_WIDTH, _CHART_WIDTH = 420, 320
"""Points."""


@renders(bar_chart)
def render_chart(fragment: Fragment, node: bar_chart) -> str:
    """Show a chart; the table that stands beside it has its numbers."""
    return _picture(fragment, node, node.value.title, _CHART_WIDTH)


@renders(world_map)
def render_map(fragment: Fragment, node: world_map) -> str:
    """Show a map over the whole width, with its legend in words."""
    drawn = _picture(fragment, node, node.value.title, _MAP_WIDTH)
    return call("across", call("captioned", drawn, fragment.text(_legend(node.value)), EMPTY))


def _legend(shown: WorldMap) -> str:
    signs = {
        "both": translate(_("full colour")),
        "mission": translate(_("stripes")),
        "delegation": translate(_("dots")),
    }
    told = [f"{words} ({signs[name]})" for name, words in shown.legend]
    if shown.twins:
        names, sign = ", ".join(twin.name for twin in shown.twins), translate(_("diamonds"))
        told.append(f"{translate('Twin cities:')} {names} ({sign})")
    lines = [f"{'; '.join(told)}."]
    if shown.elsewhere:
        lines.append(f"{translate('On no map:')} {shown.elsewhere}.")
    return " ".join(lines)


def _picture(fragment: Fragment, node: view_node[Any], title: str, width: int) -> str:
    template = _environment().get_template(f"views/{node.template}.html")
    drawing = str(template.module.drawing(node.value))  # type: ignore[attr-defined] # a macro of the template
    head, bracket, rest = drawing.partition(">")
    path = fragment.pictures.keep_drawing(f"{head}{bracket}{_STYLE}{rest}".encode()) if bracket else ""
    beside = translate(_("the numbers stand in a table."))
    alternative = f"{title}: {beside}"
    shown = call("picture", string(path), fragment.text(alternative), width=f"{width}pt", in_line="false")
    return shown if path else EMPTY


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(THEME))  # noqa: S701 - the templates escape by themselves, as for pages
