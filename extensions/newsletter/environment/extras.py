# SPDX-License-Identifier: EUPL-1.2
"""The extras of the distribution: packages that only a part of what is published needs."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from typing import Literal

from sphinx.util import logging

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _

Extra = Literal["pdf", "cjk", "mail", "serve", "import"]

MODULES: Mapping[Extra, tuple[str, ...]] = {
    "pdf": ("typst", "pikepdf", "fontTools", "segno", "manimgx_fonts"),
    "cjk": ("manimgx_fonts_cjk",),
    "mail": ("css_inline",),
    "serve": ("sphinx_autobuild",),
    "import": ("mammoth", "pdfminer"),
}
"""The modules of the packages that each extra brings (``pyproject.toml``)."""

_LEFT_OUT: Mapping[Extra, str] = {
    "pdf": _("PDFs are left out"),
    "cjk": _("Chinese, Japanese and Korean are left out of PDFs"),
    "mail": _("The mail is left out"),
    "serve": _("The preview is left out"),
    "import": _("Documents cannot be read"),
}
_logger = logging.getLogger(__name__)


@cache
def is_installed(extra: Extra) -> bool:
    """Tell whether all that *extra* brings is installed."""
    return all(find_spec(module) is not None for module in MODULES[extra])


def left_out(extra: Extra) -> str:
    """Return the sentence that says what is left out without *extra*."""
    return translate(_("%(what)s: the extra “%(extra)s” of the package “newsletter” is not installed.")) % {
        "what": translate(_LEFT_OUT[extra]),
        "extra": extra,
    }


def tell_left_out(extra: Extra) -> None:
    """Say in one line of information, never a warning, what this build leaves out without *extra*."""
    _logger.info(left_out(extra))
