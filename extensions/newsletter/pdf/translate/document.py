# SPDX-License-Identifier: EUPL-1.2
"""A whole document: its heading is the volume's chapter, whatever its own sections are."""

from __future__ import annotations

from docutils import nodes

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.pdf.checks import NOT_SHOWN
from newsletter.pdf.code import array, boolean, call, joined, string
from newsletter.pdf.glyphs import has_visible
from newsletter.pdf.translate.blocks import heading_text
from newsletter.pdf.translate.footnotes import collect_footnotes
from newsletter.pdf.translate.fragment import Fragment, Heading
from newsletter.pdf.translate.registry import children, sequence

_IMPORT = '#import "/theme/blocks.typ": *\n'


def translate_document(fragment: Fragment, document: nodes.document, title: str, contents: str = "") -> str:
    """Return *document* as a Typst file, to be included; *title* heads it where it has no title of its own.

    *contents* is the title of the list of its headings; without one there is no list.
    """
    collect_footnotes(fragment, document)
    _name_headings(document)
    masthead, day = _take_masthead(fragment, document, title.casefold())
    own = _own_section(document)
    fragment.labels[fragment.docname] = fragment.docname
    fragment.headings.add(fragment.docname)
    for name in own["ids"] if own is not None else ():
        fragment.labels[f"{fragment.docname}#{name}"] = fragment.docname
    if own is not None and isinstance(own.children[0], nodes.Element):
        words, spoken = heading_text(fragment, own.children[0]), fragment.spoken(own.children[0])
    else:
        spoken = fragment.words(title)
        words = string(spoken)
    fragment.outline.append(Heading(1, fragment.docname, spoken))
    heading = call("section-heading", words, level="1", anchor=string(fragment.docname))
    fragment.level = 2
    before = [child for child in document.children if child is not own] if own is not None else []
    rest = own.children[1:] if own is not None else document.children
    start = next((at for at, child in enumerate(rest) if isinstance(child, nodes.section)), len(rest))
    foreword = joined([sequence(fragment, before), sequence(fragment, rest[:start])])
    body = sequence(fragment, rest[start:])
    number = " · ".join(filter(None, (fragment.number, day)))
    named = {"masthead": masthead, "number": fragment.text(number), "foreword": foreword}
    if contents and fragment.contents:
        named["contents"] = call("issue-contents", string(contents), array(fragment.contents))
    return f"{_IMPORT}#let places = {_places(fragment)}\n#{call('issue-text', heading, body, **named)}\n"


def _name_headings(document: nodes.document) -> None:
    """Give words to headings that have none, but a picture perhaps: PDF/UA-1 forbids them (ISO 14289-1, 7.4.4)."""
    for heading in document.findall(lambda node: isinstance(node, nodes.title | nodes.rubric)):
        texts = (text for text in heading.findall(nodes.Text) if not isinstance(text.parent, (*NOT_SHOWN, nodes.raw)))
        if isinstance(heading, nodes.Element) and not has_visible("".join(texts)):
            said = " ".join(str(image.get("alt", "")) for image in heading.findall(nodes.image))
            heading.append(nodes.Text(said if has_visible(said) else translate(_("Untitled"))))


def _places(fragment: Fragment) -> str:
    """Return a dictionary of the anchors that the document leads to itself."""
    found = [(name, fragment.labels[name]) for name in sorted(fragment.jumps) if name in fragment.labels]
    pairs = (f"{string(name)}: {array([string(to), boolean(to in fragment.headings)])}, " for name, to in found)
    return f"({''.join(pairs) or ':'})"


def _take_masthead(fragment: Fragment, document: nodes.document, title: str) -> tuple[str, str]:
    """Return the lines of the masthead, and what it says of the day; take that of the document out of the text.

    What names the issue in it, by *title* in lower case, is left out: the heading does.
    """
    for container in document.findall(nodes.container):
        if "masthead" in container["classes"]:
            container.parent.remove(container)
            lines = list(container.findall(nodes.paragraph))
            named = [line for line in lines if line.astext().casefold().startswith(title)]
            day = named[0].astext()[len(title) :].strip(" ·") if named else ""
            return array(children(fragment, line) for line in lines if line not in named), day
    return array(map(fragment.text, fragment.masthead)), fragment.day


def _own_section(document: nodes.document) -> nodes.section | None:
    """Return the section that holds the whole document, where there is one with a title."""
    sections = [child for child in document.children if isinstance(child, nodes.section)]
    if len(sections) == 1 and sections[0].children and isinstance(sections[0].children[0], nodes.title):
        return None if "record" in sections[0]["classes"] else sections[0]
    return None
