# SPDX-License-Identifier: EUPL-1.2
"""Names that are withheld, on the pages themselves: their words stay, with a hint; addresses and titles lose them."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from docutils import nodes
from sphinx.addnodes import pending_xref
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from newsletter.archive.withheld import Withheld
from newsletter.environment.reporter import hint
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import FIELDS, Value

_MASKED = {Value.PLACES, Value.PEOPLE, Value.ORGANISATIONS, Value.URL, Value.ID}
_NAMES = "|".join(
    field.name for field in FIELDS if field.value in _MASKED or (field.label and field.value is Value.TEXT)
)
_FACT = re.compile(rf"\s*:(?:{_NAMES}):")


class WithholdNames(SphinxTransform):
    """Take withheld names out of all ids and names of a page, and out of what refers to them."""

    default_priority = 690  # after all ids are given, before MyST adds the slugs of headings to them

    def apply(self, **_kwargs: Any) -> None:
        """Look the page over."""
        self.withheld: Withheld = self.config.newsletter_names.withheld
        if not self.withheld.names:
            return
        for node in self.document.findall(nodes.Element):
            for attribute in ("ids", "names", "dupnames", "backrefs"):
                names: list[str] = node.get(attribute, [])
                node[attribute] = [self._hidden(name) for name in names]
            for attribute in ("refid", "slug", _reference(node)):
                if node.get(attribute):
                    node[attribute] = self._hidden(node[attribute])
            if node.get("id_link"):
                node["refuri"] = f"#{self._hidden(node['refuri'][1:])}"
        document = self.document
        document.ids = {self._hidden(anchor): node for anchor, node in document.ids.items()}
        document.nameids = {
            self._hidden(name): anchor and self._hidden(anchor) for name, anchor in document.nameids.items()
        }
        document.nametypes = {self._hidden(name): explicit for name, explicit in document.nametypes.items()}
        slugs: dict[str, tuple[int | None, str, str]] = getattr(document, "myst_slugs", {})
        hidden = {
            self._hidden(slug): (line, self._hidden(anchor), self.withheld.mask(text))
            for slug, (line, anchor, text) in slugs.items()
        }
        slugs.clear()  # Sphinx's metadata of the page hold the same table
        slugs.update(hidden)

    def _hidden(self, name: str) -> str:
        """Return what stands for *name*, an id or a label: itself or, where it would show a withheld one, a digest."""
        if not self.withheld.holds(name):
            return name
        return f"section-{hashlib.sha256(name.lower().encode()).hexdigest()[:8]}"


def _reference(node: nodes.Element) -> str:
    """Return the attribute in which *node* refers to a label or an id, if it is a link that Sphinx is to resolve."""
    if not isinstance(node, pending_xref) or node["reftype"] not in {"myst", "ref", "numref"}:
        return ""
    return "reftargetid" if node.get("refdomain") == "doc" else "reftarget"


def tell_names(env: BuildEnvironment, lines: Sequence[str], path: str) -> None:
    """Give a hint on each of *lines*, of the file *path*, in which a withheld name stands and is not left out."""
    withheld: Withheld = env.config.newsletter_names.withheld
    if not withheld.names:
        return
    text = "\n".join(map(html.unescape, _without_facts(lines)))
    for line in sorted({text.count("\n", 0, start) + 1 for start, _end in withheld.spans(text)}):
        if not is_silenced("name-stands", path, line, page_silences(env)):
            message = _("A name that registers.yaml withholds stands here: take it out, if nobody is to read it.")
            hint(ContentError("name-stands", message).diagnostic, path, line)


def _without_facts(lines: Sequence[str]) -> Iterator[str]:
    """Yield *lines* with empty ones for the options of which names are left out by themselves."""
    within = False
    for line in lines:
        within = _FACT.match(line) is not None or (within and line[:1].isspace() and bool(line.strip()))
        yield "" if within else line


def withhold_titles(app: Sphinx, doctree: nodes.document) -> None:
    """Mask withheld names in the titles that other pages and inventories show (``doctree-read``)."""
    withheld: Withheld = app.config.newsletter_names.withheld
    if not withheld.names:
        return
    env: BuildEnvironment = app.env
    docname = doctree.settings.env.docname
    for titles in (env.titles, env.longtitles):
        if withheld.holds(titles[docname].astext()):
            titles[docname] = nodes.title("", withheld.mask(titles[docname].astext()))
    for entry in env.tocs[docname].findall(nodes.reference):
        if withheld.holds(entry.astext()):
            entry[:] = [nodes.Text(withheld.mask(entry.astext()))]
    labels = env.domains.standard_domain.labels
    for name, (home, anchor, title) in list(labels.items()):
        if home == docname:
            labels[name] = home, anchor, withheld.mask(title)
