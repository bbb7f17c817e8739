# SPDX-License-Identifier: EUPL-1.2
"""The parser of sources: MyST's, with the issues kept to what is on the list."""

from __future__ import annotations

import logging as standard_logging
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any, cast

from docutils import nodes
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.sphinx_ import MystParser
from sphinx.environment import BuildEnvironment
from sphinx.util.docutils import new_document

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.issue_files import FOLDER
from newsletter.environment.reading_translation import TRANSLATION_READ
from newsletter.environment.reporter import hint, warn
from newsletter.environment.silences import is_silenced, note_silences, page_silences
from newsletter.environment.site_languages import is_translated
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import DIRECTIVES, EXTENSIONS
from newsletter.reading.encoding import decode
from newsletter.reading.figure import CheckMeasures
from newsletter.reading.footnotes import report_footnotes
from newsletter.reading.foreign_phrase import read_languages
from newsletter.reading.link_checks import CheckLinks
from newsletter.reading.link_destination import take_blanks
from newsletter.reading.lost_words import report_lost_words
from newsletter.reading.month_titles import CheckMonths
from newsletter.reading.parts import gather, note_parts
from newsletter.reading.placement import CheckPlacement
from newsletter.reading.renderer import IssueRenderer, without_comments
from newsletter.reading.swallowed import Place, report_swallowed
from newsletter.reading.translations import (
    mark_untranslated,
    read_translations,
    tell_untranslated,
    translated_page,
)
from newsletter.reading.withheld_names import tell_names
from newsletter.source.backtick_accents import backtick_accents
from newsletter.source.front_matter import head_lines
from newsletter.source.line_signs import line_signs
from newsletter.source.nested_fences import Nest, nests, with_longer_fences
from newsletter.source.numbered_lists import numbered_lists, tight_items
from newsletter.source.office_notes import hidden_notes, mail_heads, only_notes, shown_notes
from newsletter.source.source_text import (
    Fence,
    blunted_fence,
    garbled,
    hidden_in_name,
    invisible_characters,
    no_codes,
    silences,
    split_lines,
    top_fences,
    with_plain_name,
    without_invisible,
)
from newsletter.source.stray_lines import (
    blunt_ends,
    conflicts,
    stray_ends,
    stray_openings,
    text_behind_ends,
    unclosed,
    word_list_items,
)


class NewsletterParser(MystParser):
    """Parses issues with :class:`IssueRenderer`, and other pages as MyST does."""

    def parse(self, inputstring: str, document: nodes.document) -> None:
        """Parse the source *inputstring* into *document*."""
        env: Any = document.settings.env  # MyST adds its configuration to it
        if not env.docname.startswith(f"{FOLDER}/"):
            tell_names(env, inputstring.split("\n"), str(document["source"]))
            super().parse(inputstring, document)
            return
        source = str(document["source"])
        if "smartquotes" not in env.config._raw_config:  # noqa: SLF001 - nothing else says what conf.py left out
            document.settings.smart_quotes = False  # titles and names keep the quotes that they were written with
        lines = _looked_over(env, inputstring, source)
        renderer = _renderer(env, document)
        try:
            composed = translated_page(env, lines)
            renderer.render_page(source, composed.lines)
            parts = []
            for path in note_parts(env):
                read = _looked_over(env, decode(path.read_bytes()), str(path))
                if asked := only_notes(read):
                    _hint(env, asked[1], str(path), asked[0])
                part = translated_page(env, read)
                parts.append(renderer.render_part(str(path), part.lines))
                mark_untranslated(env, parts[-1], part)
            mark_untranslated(env, document, composed)
            gather(document, parts)
            tell_untranslated(env, document)
            _check_depth(document)
            if not is_translated(env.config):  # the run of the originals looks over them and their translations
                read_translations(env, document, partial(_parse_translation, document))
                _look_over(document, renderer)
        except RecursionError:
            error = ContentError("nesting", _("This page is nested too deeply to be read; it is shown as it stands."))
            warn(error.diagnostic, source, 1)
            document.children = []
            document.settings.myst_footnote_sort = False  # rendering ended before it was set
            document += nodes.literal_block("", without_comments("\n".join(lines)))


def _renderer(env: Any, document: nodes.document) -> IssueRenderer:
    """Return a renderer of the text of an issue into *document*."""
    # The config of the page is ours alone: front matter and conf.py may not widen what acts in an issue.
    config = replace(env.myst_config, enable_extensions=set(EXTENSIONS), substitutions={}, html_meta={})
    markdown = create_md_parser(config, IssueRenderer)
    markdown.validateLink = _take_any_address  # type: ignore[method-assign] # it is meant to be replaced
    take_blanks(markdown)
    read_languages(markdown)
    markdown.options["document"] = document
    markdown.options["maxNesting"] = 1000  # markdown-it drops what is deeper, without a word
    return cast("IssueRenderer", markdown.renderer)


def _parse_translation(page: nodes.document, path: Path, lines: list[str]) -> nodes.document:
    """Parse the *lines* of a translation of *page*, and check what is checked of an issue."""
    env = page.settings.env
    document = new_document(str(path))
    document.settings = page.settings
    renderer = _renderer(env, document)
    renderer.render_page(str(path), _looked_over(env, "\n".join(lines), str(path)))
    _check_depth(document)
    _look_over(document, renderer)
    for transform in (CheckPlacement, CheckMeasures, CheckLinks, CheckMonths):
        transform(document).apply()
    env.events.emit(TRANSLATION_READ, document)
    for note in list(document.findall(nodes.footnote)):  # which stand at the end of a page, and are no text of a block
        note.parent.remove(note)
    return document


def _look_over(document: nodes.document, renderer: IssueRenderer) -> None:
    """Report what was written in *document*, and does not show as it was meant."""
    env = document.settings.env
    report_footnotes(document)
    report_swallowed(document, renderer.sources, renderer.regions, _told(env))
    report_lost_words(document, renderer.sources, renderer.regions, _told(env))


_DEEPEST = 100
"""Levels of nodes: Python stores a doctree by recursion, and a reader is lost long before."""


def _check_depth(document: nodes.document) -> None:
    """Refuse what would be too deep for all that comes later, as Python itself refuses what is deeper still."""
    depth, level = 0, list(document.children)
    while level:
        depth, level = depth + 1, [child for node in level for child in node.children]
    if depth > _DEEPEST:
        raise RecursionError


def _told(env: BuildEnvironment) -> set[Place]:
    """Return the places in issues of which a warning was given while this page was read."""
    reported = newsletter_domain(env).reported.get(env.docname, ())
    told = [each.location.rpartition(":") for each in reported if each.level >= standard_logging.WARNING]
    return {(path, int(line)) for path, _colon, line in told if line.isdigit()}


def _looked_over(env: BuildEnvironment, text: str, path: str) -> list[str]:
    """Return the lines of *text* without front matter and invisible characters, and report what is wrong in them."""
    lines = split_lines(text)
    note_silences(env, silences(lines, top_fences(lines), path))
    head = head_lines("\n".join(lines))
    body = ["" if number < head else line for number, line in enumerate(lines)]
    tell_names(env, body, path)
    found: dict[int, str] = {}
    for number, char in invisible_characters(body):
        if not (number == 1 and char == "\ufeff"):
            found.setdefault(number, char)
    for number, line in enumerate(body):
        if hidden := hidden_in_name(line):
            found.setdefault(number + 1, hidden)
            body[number] = with_plain_name(line)
    for number, char in found.items():
        error = ContentError(
            "invisible",
            _("This line contains an invisible character (U+%(number)s), which is left out."),
            number=f"{ord(char):04X}",
        )
        warn(error.diagnostic, path, number)
    for number, line in enumerate(body, start=1):
        if mark := blunted_fence(line):
            message = _("After “%(mark)s” stands an invisible space, which keeps it from closing: delete it.")
            warn(ContentError("invisible", message, mark=mark).diagnostic, path, number)
            body[number - 1] = mark
    while found_end := next(blunt_ends(body, top_fences(body)), None):
        number, mark, error = found_end
        warn(error.diagnostic, path, number)
        body[number - 1] = mark
    body = _with_nests(_with_own_notes(body, path), path)
    fences = top_fences(body)
    _report_fences(env, body, fences, path)
    for number in stray_ends(body, fences):
        body[number - 1] = ""
    return [without_invisible(line) for line in body]


def _with_own_notes(lines: list[str], path: str) -> list[str]:
    """Return *lines* with the hidden notes of other tools in our form, which ends nothing, and report them."""
    found = {number: (note, error) for number, note, error in hidden_notes(lines, top_fences(lines))}
    for number, (_note, error) in found.items():
        warn(error.diagnostic, path, number)
    return [found[number][0] if number in found else line for number, line in enumerate(lines, start=1)]


def _with_nests(lines: list[str], path: str) -> list[str]:
    """Return *lines* with fences as long as what stands in them asks for, and report those that are not."""
    found = nests(lines, top_fences(lines))
    for nest in found:
        warn(_too_short(nest).diagnostic, path, nest.first)
    return with_longer_fences(lines, found)


def _report_fences(env: BuildEnvironment, body: list[str], fences: Sequence[Fence], path: str) -> None:
    """Report lines of *body* that open nothing, close nothing or are never closed, and lists that are none."""
    for number, error in (*stray_openings(body, fences), *no_codes(body), *conflicts(body), *garbled(body)):
        warn(error.diagnostic, path, number)
    asked = (shown_notes, mail_heads, text_behind_ends)
    signs = (line_signs, numbered_lists, tight_items, word_list_items, backtick_accents)
    for number, error in (each for look in (*signs, *asked) for each in look(body, fences)):
        _hint(env, error, path, number)
    for fence in fences:
        if not fence.closed and _is_directive(fence):
            number, error = unclosed(body, fence)
            warn(error.diagnostic, path, number)


def _too_short(nest: Nest) -> ContentError:
    if nest.blunt:
        message = _("This block opens with “%(better)s”, and line %(last)s has “%(blunt)s” only: write as many there.")
        return ContentError("block-unclosed", message, better=nest.better, last=nest.last, blunt=nest.blunt)
    message = _(
        "“%(inner)s” in this block has as many signs “%(sign)s” as the block, which would end with it: open and "
        "close the block with “%(better)s”."
    )
    return ContentError("block-unclosed", message, inner=nest.inner, sign=nest.marks[0], better=nest.better)


def _hint(env: BuildEnvironment, error: ContentError, path: str, line: int) -> None:
    if not is_silenced(error.diagnostic.code, path, line, page_silences(env)):
        hint(error.diagnostic, path, line)


def _take_any_address(url: str) -> bool:  # noqa: ARG001 - the signature is markdown-it's
    """Let every link become a node: CheckLinks says which are refused, and why."""
    return True


def _is_directive(fence: Fence) -> bool:
    name = fence.info.partition("}")[0].lstrip("{")
    return fence.info.startswith("{") and name in DIRECTIVES
