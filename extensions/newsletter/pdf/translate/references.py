# SPDX-License-Identifier: EUPL-1.2
"""References and the places they lead to."""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit, urlunsplit

from docutils import nodes

from newsletter.pdf.code import EMPTY, call, joined, string
from newsletter.pdf.translate.fragment import Fragment
from newsletter.pdf.translate.registry import children, renders

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:")
_LINKED = ("http:", "https:", "mailto:", "tel:", "webcal:")
_URI_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"


@renders(nodes.reference)
def render_reference(fragment: Fragment, node: nodes.reference) -> str:
    """Show a link: within the PDF where it holds the target, else to the web."""
    body = children(fragment, node)
    if body == EMPTY:
        return EMPTY
    if fragment.in_heading:
        return body  # a heading is a link itself in the contents, and links do not nest (ISO 32000-1, 14.8.4.4.2)
    return joined([_link(fragment, node, body), _guard(node)])


def _link(fragment: Fragment, node: nodes.reference, body: str) -> str:
    spoken = string(fragment.spoken(node) or fragment.typeface.printable(_alternative(node))[0])
    url = str(node.get("refuri", ""))
    if "refid" in node:
        url = f"#{node['refid']}"
    if not url:
        return body
    if _SCHEME.match(url) or url.startswith("//"):
        if not url.lower().startswith(_LINKED):
            return body
        host = _host_to_show(fragment, node, url)
        if host:
            return call("web-named", string(uri(url)), spoken, string(host), body)
        return call("web", string(uri(url)), spoken, body)
    return jump(fragment, url, spoken, body)


def jump(fragment: Fragment, url: str, spoken: str, body: str) -> str:
    """Return a link to a page of the site: within the issue, to another issue, or to the web."""
    label, web = fragment.urls.locate(url, fragment.docname)
    docname = label.partition("#")[0]
    if docname == fragment.docname:
        fragment.jumps.add(label)
        found = call("places.at", string(label), default="none")
        return call("jump", found, string(uri(web)), spoken, body)
    if not web:
        return body
    if docname in fragment.other_issues:
        return call("cross", string(label), string(uri(web)), spoken, body)
    return call("web", string(uri(web)), spoken, body)


def _host_to_show(fragment: Fragment, node: nodes.reference, url: str) -> str:
    """Return the host of a link in running text that does not show it; elsewhere it would only be in the way."""
    paragraph = node.parent
    while paragraph is not None and not isinstance(paragraph, nodes.paragraph):
        paragraph = paragraph.parent
    if (
        _goes_on(node)
        or paragraph is None
        or isinstance(paragraph.parent, nodes.field_body | nodes.entry | nodes.footnote)
    ):
        return ""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    host = fragment.typeface.printable(host.removeprefix("www."))[0]
    return "" if not url.lower().startswith("http") or host in node.astext() else host


def _alternative(node: nodes.Element) -> str:
    return " ".join(str(image.get("alt", "")) for image in node.findall(nodes.image))


def _guard(node: nodes.reference) -> str:
    """Return a word joiner where a word goes on right after the link: Typst's line breaking panics without one."""
    return string("\u2060") if _goes_on(node) else EMPTY


def _goes_on(node: nodes.reference) -> bool:
    """Tell whether a word goes on right after *node*."""
    following = node.next_node(descend=False, siblings=True)
    return following is not None and following.astext()[:1].isalnum()


def uri(url: str) -> str:
    """Return *url* in the characters of a URI (RFC 3986), its host in ASCII (RFC 3490)."""
    url = url.strip()
    try:
        parts = urlsplit(url)
        host = parts.netloc.encode("idna").decode("ascii") if not parts.netloc.isascii() else parts.netloc
        url = urlunsplit((parts.scheme, host, parts.path, parts.query, parts.fragment))
    except (ValueError, UnicodeError):
        pass  # not a URL that has parts; its characters are made safe all the same
    return quote(url, safe=_URI_CHARACTERS)


@renders(nodes.target)
def render_target(fragment: Fragment, node: nodes.target) -> str:
    """Note a place that can be referred to."""
    label = fragment.anchor(node)
    place = call("place-of", string(label)) if label and not fragment.in_heading else EMPTY
    return joined([place, children(fragment, node)])
