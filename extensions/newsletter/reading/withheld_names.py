# SPDX-License-Identifier: EUPL-1.2
"""Names that are withheld, on the pages themselves: their words stay, with a hint; addresses and titles lose them."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Iterator, Sequence
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms import SphinxTransform

from newsletter.archive.withheld import Withheld
from newsletter.environment.reporter import hint
from newsletter.environment.silences import is_silenced, page_silences
from newsletter.model.diagnostics import ContentError, _

_FACT = re.compile(r"\s*:(?:place|people|hosts|partners|url|id):")


class WithholdNames(SphinxTransform):
    """Take withheld names out of the ids of headings."""

    default_priority = 690  # after all ids are given, before MyST adds the slugs of headings to them

    def apply(self, **_kwargs: Any) -> None:
        """Look the page over."""
        withheld: Withheld = self.config.newsletter_names.withheld
        if not withheld.names:
            return
        for section in self.document.findall(nodes.section):
            section["ids"] = [self._renamed(anchor, withheld) for anchor in section["ids"]]
            if "slug" in section:
                section["slug"] = self._renamed(section["slug"], withheld)
        slugs: dict[str, tuple[int | None, str, str]] = getattr(self.document, "myst_slugs", {})
        slugs.update({slug: (line, _hidden(name, withheld), text) for slug, (line, name, text) in slugs.items()})

    def _renamed(self, anchor: str, withheld: Withheld) -> str:
        """Return the id that stands for *anchor*, and let the page find its element under it."""
        name = _hidden(anchor, withheld)
        if name != anchor:
            if anchor in self.document.ids:
                self.document.ids[name] = self.document.ids.pop(anchor)
            for words in [words for words, given in self.document.nameids.items() if given == anchor]:
                self.document.nameids[words] = name
        return name


def _hidden(anchor: str, withheld: Withheld) -> str:
    return f"section-{hashlib.sha256(anchor.encode()).hexdigest()[:8]}" if withheld.holds(anchor) else anchor


def tell_names(env: BuildEnvironment, lines: Sequence[str], path: str) -> None:
    """Give a hint on each of *lines*, of the file *path*, in which a withheld name stands and is not left out."""
    withheld: Withheld = env.config.newsletter_names.withheld
    if not withheld.names:
        return
    text = "\n".join(map(html.unescape, _without_facts(lines)))
    for line in sorted({text.count("\n", 0, start) + 1 for start, _end in withheld.spans(text)}):
        if not is_silenced("name-stands", path, line, page_silences(env)):
            message = _("A name that registers.yaml withholds stands here: take it out, if nobody is to read it.")
            hint(ContentError("name-stands", message).problem, path, line)


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
