# SPDX-License-Identifier: EUPL-1.2
"""Links and images of an issue stay on the web or inside the published folders; anything else does nothing."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from docutils import nodes
from sphinx.addnodes import download_reference, pending_xref
from sphinx.transforms import SphinxTransform
from sphinx.util.i18n import search_image_for_language

from newsletter.environment.issue_files import FOLDER
from newsletter.environment.page_links import note_missing_page
from newsletter.environment.reporter import hint, warn
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.environment.source_lines import option_line, source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.pictures.formats import IMAGES
from newsletter.reading.block_image import from_root, image_finder, judge_image, locate
from newsletter.reading.pictures import picture_hints
from newsletter.source.issue_folder import ATTACHMENTS
from newsletter.source.paths import is_inside, is_regular
from newsletter.source.urls import check_reference, half_url, has_scheme, host_hint, meant_url


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
        url = str(node.get("refuri", ""))
        if url == "#":  # near_markup() tells it
            node.replace_self(node.children)
            return
        try:
            check_reference(url)
        except ContentError as error:
            line = option_line(source_file(node), source_line(node), ("target", "link"))
            self._reject(node, error, line)
            return
        path, line = source_file(node), source_line(node)
        if (asked := host_hint(url)) and not is_silenced(asked.diagnostic.code, path, line, page_silences(self.env)):
            hint(asked.diagnostic, path, line)

    def _page_link(self, node: pending_xref) -> None:
        """Check a link that MyST found to be neither a URL nor a file."""
        if node.get("reftype") != "myst":
            return
        target = str(node.get("reftarget", ""))
        if target in self.env.found_docs or target.startswith("#"):
            return
        if meant := meant_url(target):
            self._reject(node, half_url(target, meant))
            return
        try:
            check_reference(target)
        except ContentError as error:
            code = error.diagnostic.code
            if code == "url-scheme" or (code == "url-form" and (has_scheme(target) or not _is_attachment(target))):
                self._reject(node, error)
                return
        if has_scheme(target):  # in capitals, which MyST takes for the path of a page
            node.replace_self(nodes.reference("", "", *node.children, refuri=target))
        elif posixpath.join(posixpath.dirname(self.env.docname), target) in self.env.found_docs:
            message = _("“%(path)s” lacks its ending: write “%(path)s.md”.")
            self._reject(node, ContentError("link-missing", message, path=target))
        elif "/" in target or "." in target:
            note_missing_page(self.document, target)
            message = (
                _("There is no file “%(path)s”. Put it beside the issue, or correct its name.")
                if _is_attachment(target)
                else _("There is no page “%(path)s”. Link to a page as in “../indexes/agenda.md”.")
            )
            self._reject(node, ContentError("link-missing", message, path=target))

    def _file_link(self, node: nodes.Element, target: str) -> None:
        place = locate(target, self.env)  # as Sphinx opens it: nothing is decoded
        path = place[1] if place else Path()
        folders = [Path(self.env.srcdir, folder) for folder in (FOLDER, *self.config.html_static_path)]
        if path.suffix.lower() not in ATTACHMENTS or not is_inside(path, folders) or not is_regular(path):
            message = _(
                "“%(path)s” is not published: link to a page, an address on the web, or a file beside the issue."
            )
            self._reject(node, ContentError("link-outside", message, path=target))
        elif path.suffix.lower() in IMAGES:
            try:
                if error := judge_image(self.env, path, target):
                    self._warn(node, error)
            except ContentError as error:
                self._reject(node, error)

    def _image(self, node: nodes.image) -> None:
        target = str(node.get("uri", ""))
        if not target:  # near_markup() tells it
            node.replace_self(nodes.inline("", str(node.get("alt", ""))))
            return
        try:
            found = self._find(node, target)
            if "record-image" not in node.parent["classes"]:  # of which its option was looked at
                self._ask(node, target)
            if found.suffix.lower() == ".svg" and (error := judge_image(self.env, found, target)):
                self._warn(node, error)
            if not str(node.get("alt", "")).strip():
                self._warn(node, _without_alternative(target))
                node.replace_self(nodes.inline("", f"[{target[:200]}]"))
        except ContentError as error:
            self._warn(node, error)
            node.replace_self(nodes.inline("", str(node.get("alt", "")) or f"[{target[:200]}]"))

    def _ask(self, node: nodes.image, target: str) -> None:
        path, line = source_file(node), source_line(node)
        for asked in picture_hints(self.env, str(node["uri"]).lstrip("/"), target):
            if not is_silenced(asked.diagnostic.code, path, line, page_silences(self.env)):
                hint(asked.diagnostic, path, line)

    def _find(self, node: nodes.image, target: str) -> Path:
        """Return the file of an image, and let Sphinx open just what was judged: decoded where it is written so."""
        find = image_finder(self.env, inside_issues=True)
        place = locate(from_root(target, self.env), self.env)
        path = target if place and is_regular(place[1]) else unquote(target)
        found = find(path)
        node["uri"] = f"/{found}"
        variant = search_image_for_language(node["uri"], self.env)  # foto.it.png, which Sphinx shows in its place
        return Path(self.env.srcdir, found if variant == node["uri"] else find(variant))

    def _reject(self, node: nodes.Element, error: ContentError, line: int = 0) -> None:
        """Report *error*, at *line* or where *node* stands, and leave the text of the link without the link."""
        self._warn(node, error, line)
        node.replace_self([child.deepcopy() for child in node.children] or nodes.Text(node.astext()))

    def _warn(self, node: nodes.Element, error: ContentError, line: int = 0) -> None:
        warn(error.diagnostic, source_file(node), line or source_line(node))


def _is_attachment(target: str) -> bool:
    return Path(target).suffix.lower() in ATTACHMENTS


def _without_alternative(target: str) -> ContentError:
    message = _("The image “%(path)s” has no text alternative. Write what it shows.")
    return ContentError("image-alt", message, path=target)
