# SPDX-License-Identifier: EUPL-1.2
"""Links to places in pages, ``[text](paesi.md#country-jp)``: to records and groups too, which MyST does not know."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.transforms.post_transforms import SphinxPostTransform

from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.issue_files import FOLDER
from newsletter.environment.reporter import warn
from newsletter.environment.source_lines import source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.text import nearest


class ResolveAnchors(SphinxPostTransform):
    """Resolves what MyST would report as missing; says itself what is missing in an issue."""

    default_priority = 8  # before MyST's own at 9

    def run(self, **_kwargs: Any) -> None:
        """Resolve the page's links to anchors."""
        for node in list(self.document.findall(pending_xref)):
            if node.get("reftype") == "myst":
                self._resolve(node)

    def _resolve(self, node: pending_xref) -> None:
        if node.get("refdomain") == "doc":
            docname, anchor = str(node["reftarget"]), str(node.get("reftargetid") or "")
        else:
            docname, anchor = "", str(node["reftarget"])
        if not anchor or anchor in self._labels(docname) or node.get("reflocalid"):
            return
        home = docname or self._home_of_record(anchor)
        if home and anchor in set(self._anchors(home)):
            self._link(node, home, anchor)
        elif self.env.docname.startswith(f"{FOLDER}/"):
            self._report(node, docname, anchor)
            if docname:
                self._link(node, docname, "")
            else:
                node.replace_self([child.deepcopy() for child in node.children])

    def _labels(self, docname: str) -> set[str]:
        """Return the labels and anchors of *docname*, of all pages where it is empty, that Sphinx itself knows."""
        std = self.env.domaindata["std"]
        known: set[str] = set()
        for store in ("labels", "anonlabels"):
            for name, entry in std[store].items():
                if not docname or entry[0] == docname:
                    known |= {name, entry[1]}
        slugs = self.env.metadata.get(docname, {}).get("myst_slugs", {})
        return known | set(slugs)

    def _home_of_record(self, record_id: str) -> str:
        record = newsletter_domain(self.env).index.record_told(record_id)
        return record.docname if record else ""

    def _anchors(self, docname: str) -> Iterator[str]:
        """Return the anchors of records and groups on *docname*."""
        domain = newsletter_domain(self.env)
        page = domain.pages.get(docname)
        yield from (telling.id for telling in (page.tellings if page else ()))
        yield from domain.index.group_anchors.get(docname, ())

    def _link(self, node: pending_xref, docname: str, anchor: str) -> None:
        url = application(self.env).builder.get_relative_uri(self.env.docname, docname)
        if anchor:
            url = f"{url}#{anchor}"
        link = nodes.reference("", "", internal=True, refuri=url)
        link += [child.deepcopy() for child in node.children]
        node.replace_self(link)

    def _report(self, node: pending_xref, docname: str, anchor: str) -> None:
        known = self._anchors(docname) if docname else newsletter_domain(self.env).archive.by_id
        if near := nearest(anchor, known):
            message = _("There is no place “#%(id)s”. Did you mean “#%(near)s”?")
            error = ContentError("link-missing", message, id=anchor, near=near)
        else:
            message = _("There is no place “#%(id)s” there. Link to the page alone.")
            error = ContentError("link-missing", message, id=anchor)
        warn(error.diagnostic, str(self.env.doc2path(self.env.docname)), source_line(node))
