# SPDX-License-Identifier: EUPL-1.2
"""Adopt the warnings of Sphinx, docutils and MyST about issues: one code of ours, and the site's language.

Every diagnostic about a source carries a code of the closed set (contract, section 6); a contributor
need not know whose words they are.
"""

from __future__ import annotations

import logging as standard_logging
import os
import re

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util import logging
from sphinx.util.logging import WarningStreamHandler

from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import FOLDER
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _

# An issue need not write its title, and a rule between paragraphs may stand where it separates nothing.
_NO_FAULT = re.compile(
    r"Document or section may not (?:begin|end) with a transition"
    r"|Too many autonumbered footnote references|Unknown target name|Footnote \[#\] is not referenced"  # footnotes.py
    r"|At least one body element must separate transitions|Document may not end with a transition"
)
_NO_FAULT_TYPE = ("myst", "header")  # levels of headings: IssueRenderer says what becomes of them
_SCOPE = r"(?:(?:page|part)[-\d]*/)?"  # what the renderer puts before the label of a footnote
# The commonest, by the words of others; what they say in parentheses fills our own words.
_KNOWN = (
    (
        r"Duplicate footnote definition found for label: '?" + _SCOPE + r"(?P<label>[^']*)'?.*",
        _("The footnote “[^%(label)s]” has two texts. Keep one of them."),
    ),
    (
        r"Duplicate (?:reference|label) definition:? ?(?P<label>.*)",
        _("The address “%(label)s” is given twice. Keep one of them."),
    ),
    (
        r"'(?P<name>[^']*)': Unknown option keys?: (?P<option>.*?) \(allowed: (?P<allowed>.*)\)",
        _("“{%(name)s}” has no option %(option)s. Possible: %(allowed)s."),
    ),
    (
        r"'(?P<name>[^']*)': Invalid option value for '(?P<option>[^']*)': (?P<value>.*?): .*",
        _("“{%(name)s}” cannot read “:%(option)s: %(value)s”. Write it otherwise, or take it out."),
    ),
    (
        r"'(?P<name>[^']*)': Splitting content across first line and body.*",
        _("“{%(name)s}” takes no title on its line: write “:::{admonition} …”, or put the words below its options."),
    ),
    (
        r"All children of a '(?P<outer>[^']*)' should be '(?P<inner>[^']*)'",
        _("In “{%(outer)s}” stand only parts of their own: put each text into a “{%(inner)s}”."),
    ),
    (
        r"The parent of a '(?P<inner>[^']*)' should be a '(?P<outer>[^']*)'",
        _("“{%(inner)s}” stands within “{%(outer)s}”, whose fence has one sign more."),
    ),
    (
        r"Error parsing content block for the \"(?P<name>[^\"]*)\" directive: .* bullet list expected.*",
        _("“{%(name)s}” takes a list of lists, in which all rows have as many cells as the first."),
    ),
    (
        r"Directive '(?P<name>[^']*)': \d+ argument\(s\) required, 0 supplied.*",
        _("“{%(name)s}” needs something on its line: a title, or for a picture its file, “:::{figure} foto.jpg”."),
    ),
    (
        r"'(?P<name>[^']*)': Has content, but none permitted.*",
        _("“{%(name)s}” takes no text: put it below, or write “{figure}” for a picture with a caption."),
    ),
    (
        r"Error parsing content block for the \"(?P<name>[^\"]*)\" directive: exactly one table expected.*",
        _("“{%(name)s}” takes one table and nothing else: put the text after its end."),
    ),
    (
        r"(?P<given>\d+) header row\(s\) specified but only (?P<rows>\d+) row\(s\) of data supplied.*",
        _("“:header-rows: %(given)s” is too many for a table of %(rows)s rows: write a lower number."),
    ),
    (
        r"The '\^\^\^'/'\+\+\+' card header/footer separators are deprecated.*",
        _("In a card “^^^” and “+++” separate nothing any more: write an ordinary paragraph."),
    ),
)
_LINK_TYPES = frozenset({("ref", "ref"), ("ref", "doc"), ("ref", "any"), ("ref", "numref"), ("myst", "xref_missing")})
_TARGET = re.compile(r".*: '?(?P<target>[^']*)'?.*")  # of a link, in whatever language Sphinx says it


class AdoptWarnings(standard_logging.Filter):
    """Gives others' warnings about issues our code and our words."""

    def __init__(self, app: Sphinx) -> None:
        super().__init__()
        self._app = app

    def filter(self, record: standard_logging.LogRecord) -> bool:
        """Change *record* where it is about an issue and not ours; drop what is no error in an issue."""
        kind, code = getattr(record, "type", None), getattr(record, "subtype", None)
        place = self._place(getattr(record, "location", None))
        if kind == "newsletter" or not place:
            return True
        if logging.is_suppressed_warning(kind or "", code or "", self._app.config.suppress_warnings):
            return False
        text = record.getMessage().strip().replace(f"{self._app.srcdir}{os.sep}", "")
        if (kind, code) == _NO_FAULT_TYPE or _NO_FAULT.match(text):
            return False
        record.location = place
        record.msg, record.args = "%s", (_adopted(text, (kind, code)).diagnostic.text(translate),)
        record.levelno, record.levelname = standard_logging.WARNING, "WARNING"
        record.type, record.subtype = "newsletter", "markup"
        return True

    def _place(self, location: object) -> str:
        """Return *location* as ``path:line`` where it is in an issue, else nothing; without a line it is the first."""
        if isinstance(location, nodes.Element):
            location = f"{source_file(location)}:{source_line(location)}"
        elif isinstance(location, tuple) and location[0]:
            location = f"{self._app.env.doc2path(location[0])}:{location[1] or 1}"
        if not isinstance(location, str) or not location.startswith(os.fspath(self._app.srcdir / FOLDER) + os.sep):
            return ""
        path, colon, line = location.rpartition(":")
        return location if colon and line.isdigit() else f"{path if colon else location}:1"


def _adopted(text: str, kind: tuple[str | None, str | None]) -> ContentError:
    words = re.sub(r" \[[a-z_]+\.[a-z_]+\]$", "", " ".join(text[:1000].split())).replace("grid-row", "grid")
    if kind in _LINK_TYPES and (match := _TARGET.fullmatch(words)):
        message = _("The link “%(target)s” leads to nothing that is there.")
        return ContentError("markup", message, target=match["target"])
    for pattern, message in _KNOWN:
        if match := re.fullmatch(pattern, words):
            return ContentError("markup", message, **{name: _listed(text) for name, text in match.groupdict().items()})
    return ContentError("markup", _("This cannot be shown as it is written: %(reason)s"), reason=words[:300])


def _listed(text: str) -> str:
    """Return *text*; where it is a list as Python writes it, as people do, its values as names of options."""
    names = re.findall(r"'([^']*)'", text) if text[:1] in {"[", "'"} else ()
    return ", ".join(f":{name}:" for name in names) or text


def adopt_warnings(app: Sphinx) -> None:
    """Let others' warnings about issues be ours in this build; Sphinx makes its handlers anew for the next one."""
    for handler in standard_logging.getLogger(logging.NAMESPACE).handlers:
        if isinstance(handler, WarningStreamHandler):
            handler.filters.insert(0, AdoptWarnings(app))  # before Sphinx counts and names the warning
