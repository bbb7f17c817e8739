# SPDX-License-Identifier: EUPL-1.2
"""Links and images of an issue stay on the web or inside the published folders; anything else does nothing."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from sphinx.transforms import SphinxTransform

from newsletter.environment.issue_files import FOLDER
from newsletter.environment.page_links import note_missing_page
from newsletter.environment.reporter import warn
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.reading.allow_list import ATTACHMENTS, SCHEMES
from newsletter.reading.block_image import from_root, image_finder
from newsletter.source.urls import LONGEST, too_long

_SCHEME = re.compile(r"\s*(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):")


class CheckLinks(SphinxTransform):
    """Takes the link off its text, and an image off the page, where it leads where an issue may not."""

    default_priority = 40

    def apply(self, **_kwargs: Any) -> None:
        """Check the page, if it is an issue."""
        if not self.env.docname.startswith(f"{FOLDER}/"):
            return
        for reference in list(self.document.findall(nodes.reference)):
            self._reference(reference)
        for xref in list(self.document.findall(pending_xref)):
            self._page_link(xref)
        for download in list(self.document.findall(download_reference)):
            self._file_link(download, str(download.get("reftarget", "")))
        for image in list(self.document.findall(nodes.image)):
            self._image(image)

    def _reference(self, node: nodes.reference) -> None:
        address = str(node.get("refuri", ""))
        match = _SCHEME.match(unquote(address))
        if match and match["scheme"].lower() not in SCHEMES:
            self._refuse(
                node,
                ContentError(
                    "link-scheme",
                    _("Links start with https:, http: or mailto:, not with “%(scheme)s:”."),
                    scheme=match["scheme"],
                ),
            )
        elif len(address) > LONGEST:
            self._refuse(node, too_long())
        elif not match and (address.startswith(("/", "\\")) or ".." in PurePosixPath(address).parts):
            self._refuse(node, self._outside(address))

    def _page_link(self, node: pending_xref) -> None:
        """Check a link that MyST found to be neither an address nor a file."""
        if node.get("reftype") != "myst":
            return
        target = str(node.get("reftarget", ""))
        if match := _SCHEME.match(unquote(target)):
            message = _("Links start with https:, http: or mailto:, not with “%(scheme)s:”.")
            self._refuse(node, ContentError("link-scheme", message, scheme=match["scheme"]))
        elif target not in self.env.found_docs and not target.startswith("#") and ("/" in target or "." in target):
            note_missing_page(self.document, target)
            message = _("There is no page “%(path)s”. Link to a page as in “../indexes/agenda.md”.")
            self._refuse(node, ContentError("link-missing", message, path=target))

    def _file_link(self, node: nodes.Element, target: str) -> None:
        file = self._inside(target)
        if file is None or file.suffix.lower() not in ATTACHMENTS:
            self._refuse(node, self._outside(target))

    def _image(self, node: nodes.image) -> None:
        target = node["uri"] = from_root(str(node.get("uri", "")), self.env)
        try:
            image_finder(self.env, inside_issues=True)(unquote(target))
            if not str(node.get("alt", "")).strip():
                self._warn(node, _without_alternative(target))
                node.replace_self(nodes.inline("", f"[{target[:200]}]"))
        except ContentError as error:
            self._warn(node, error)
            node.replace_self(nodes.inline("", str(node.get("alt", "")) or f"[{target[:200]}]"))

    def _inside(self, target: str) -> Path | None:
        """Return the file of *target*, a path as Sphinx reads it, if it lies in a published folder."""
        _relative, absolute = self.env.relfn2path(unquote(target), self.env.docname)
        file = Path(absolute).resolve()
        roots = [FOLDER, *self.config.html_static_path]
        return file if any(file.is_relative_to(Path(self.env.srcdir, root).resolve()) for root in roots) else None

    def _outside(self, target: str) -> ContentError:
        return ContentError(
            "link-outside",
            _("“%(path)s” is not published: link to a page, an address on the web, or a file beside the issue."),
            path=target,
        )

    def _refuse(self, node: nodes.Element, error: ContentError) -> None:
        """Report *error* and leave the text of the link without the link."""
        self._warn(node, error)
        node.replace_self([child.deepcopy() for child in node.children] or nodes.Text(node.astext()))

    def _warn(self, node: nodes.Element, error: ContentError) -> None:
        warn(error.problem, source_file(node), source_line(node))


def _without_alternative(target: str) -> ContentError:
    message = _("The image “%(path)s” has no text alternative. Write what it shows.")
    return ContentError("image-alt", message, path=target)
