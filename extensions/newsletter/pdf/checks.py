# SPDX-License-Identifier: EUPL-1.2
"""Report what a PDF cannot show of an issue while the issue is read: in every build, in ``make check`` too."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx

from newsletter.environment.block_draft import blocks_in, draft_of
from newsletter.environment.extras import is_installed
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name
from newsletter.environment.published_images import picture_store
from newsletter.environment.reporter import warn
from newsletter.environment.site_languages import is_translated
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import Diagnostic, _
from newsletter.pdf.glyphs import MISSING, OUR_FONTS, one_line
from newsletter.pdf.nesting import DEEPEST, rules_of
from newsletter.pdf.scripts import is_cjk
from newsletter.pictures.decode import PictureError

NOT_SHOWN = (
    nodes.comment,
    nodes.substitution_definition,
    nodes.meta,
    nodes.pending,
    nodes.decoration,
    nodes.system_message,
    addnodes.index,
    addnodes.tabular_col_spec,
    addnodes.toctree,
    addnodes.highlightlang,
)
"""Nodes that are not for readers of a PDF."""

_FEW = 3
"""Characters of a line whose names are told: of a sentence in another script nobody would read them."""
_BRINGS_CJK = "python -m pip install manimgx-fonts-cjk"
_NOT_SET = ("id", "image", "url")
"""Options whose words are not set, or are in another form where no font has them."""


def check_issue(app: Sphinx, document: nodes.document) -> None:
    """Report what no PDF can show of *document*, if it is an issue or its translation (``doctree-read``)."""
    if issue_name(app.env.docname) and not is_translated(app.config):
        _check_characters(app, document)
        _check_nesting(document, 0)
        _check_drawings(app, document)


def _check_nesting(parent: nodes.Element, depth: int) -> None:
    """Report the topmost of the elements of which a PDF can show only the text."""
    for node in parent.children:
        if isinstance(node, nodes.Element) and not isinstance(node, NOT_SHOWN):
            deeper = depth + rules_of(node)
            if deeper > DEEPEST:
                message = _("There are too many elements inside each other; of these the PDF shows only the text.")
                warn(Diagnostic("pdf-node", message), source_file(node), source_line(node))
            else:
                _check_nesting(node, deeper)


def _check_drawings(app: Sphinx, document: nodes.document) -> None:
    """Report each drawing that Typst cannot set: a browser may show it all the same."""
    drawings = [node for node in document.findall(nodes.image) if str(node["uri"]).lower().endswith(".svg")]
    if not drawings:
        return
    from newsletter.pdf.compiler import Compiler  # noqa: PLC0415 - Typst and Pillow take their time
    from newsletter.pdf.pictures import PrintedPictures  # noqa: PLC0415 - the same

    compiler = Compiler(Path(app.doctreedir) / "newsletter-pdf")
    pictures = PrintedPictures(compiler.root, picture_store(app.env), compiler.accepts_picture)
    for node in drawings:
        try:
            pictures.add(Path(app.srcdir, str(node["uri"]).lstrip("/")))
        except PictureError as error:
            message = _("The PDF cannot show the picture “%(path)s”: %(reason)s.")
            values = {"path": node["uri"], "reason": translate(str(error))}
            warn(Diagnostic("pdf-image", message, values), source_file(node), source_line(node))


def _check_characters(app: Sphinx, document: nodes.document) -> None:
    """Report each line with characters that none of our fonts has: PDF/UA-1 and PDF/A-2a forbid to set them."""
    places: dict[tuple[str, int], list[str]] = {}
    texts = list(_texts(document))
    for text, file, line in texts:
        shown = one_line(text)
        missing = OUR_FONTS.printable(shown)[1]
        if missing:
            end = min((other for _text, path, other in texts if path == file and other > line), default=None)
            written = Path(file).read_text("utf-8", errors="replace").splitlines()[line - 1 : end and end - 1]
            for cluster in missing:
                for number in _lines_with(cluster, shown.count(cluster), written):
                    places.setdefault((file, line + number), []).append(cluster)
    for (file, number), clusters in sorted(places.items()):
        found = list(dict.fromkeys(clusters))
        names = (_named(cluster, in_full=len(found) <= _FEW) for cluster in found)
        values = {"characters": ", ".join(names), "shown": MISSING, "command": _BRINGS_CJK}
        warn(Diagnostic("pdf-glyph", _not_shown(found), values), file, number)
    if places:
        app.env.note_reread()  # a package of fonts may be installed before the next build


def _not_shown(clusters: list[str]) -> str:
    if any(is_cjk(cluster) for cluster in clusters) and not is_installed("cjk"):
        return _(
            "None of the fonts of the PDF has %(characters)s; it shows %(shown)s instead. "
            "“%(command)s” brings those for Chinese, Japanese and Korean."
        )
    return _("None of the fonts of the PDF has %(characters)s; it shows %(shown)s instead.")


def _texts(document: nodes.document) -> Iterator[tuple[str, str, int]]:
    """Yield the texts of a page that a PDF sets, each with its file and a line from which on it is written there."""
    for block in blocks_in(document):
        draft = draft_of(block)
        for written in draft.written:
            if written.strip(": ").partition(":")[0] not in _NOT_SET:
                yield written, draft.path, draft.line
    yield from _shown(document)


def _shown(parent: nodes.Element) -> Iterator[tuple[str, str, int]]:
    for node in parent.children:
        if isinstance(node, nodes.TextElement):
            yield node.astext(), source_file(node), source_line(node)
        elif isinstance(node, nodes.Element) and not isinstance(node, NOT_SHOWN):
            yield from _shown(node)


def _lines_with(cluster: str, count: int, written: list[str]) -> Iterator[int]:
    """Yield the numbers, from 0, of the lines that hold *count* of *cluster*; 0 where it is not written as it is."""
    found = [number for number, text in enumerate(written) for _each in range(text.count(cluster))]
    yield from dict.fromkeys(found[: count or 1] or [0])


def _named(cluster: str, *, in_full: bool) -> str:
    """Return a character, where it can be seen, with its code points and, *in_full*, their names in Unicode."""
    codes = " ".join(_code(character, in_full=in_full) for character in cluster)
    return f"{cluster} ({codes})" if cluster.isprintable() else codes


def _code(character: str, *, in_full: bool) -> str:
    code, name = f"{ord(character):04X}", unicodedata.name(character, "") if in_full else ""
    return f"U+{code} {name}" if name and not name.endswith(code) else f"U+{code}"
