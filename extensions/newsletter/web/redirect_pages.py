# SPDX-License-Identifier: EUPL-1.2
"""Keeps the URLs of ``newsletter_moved``: a page that says so and leads on, an anchor, a copy of a file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util.osutil import relative_uri

from newsletter.environment.config import redirects
from newsletter.environment.domain import application, newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name
from newsletter.environment.page_builders import has_our_theme, is_page_builder
from newsletter.environment.reporter import warn
from newsletter.environment.site_languages import is_translated
from newsletter.model.diagnostics import ContentError, _
from newsletter.model.redirects import Redirect
from newsletter.web.all_own_pages import own_pages


@dataclass(frozen=True, slots=True)
class MovedPage:
    """Hold what the page of a former URL says."""

    target: str
    """As in :class:`Redirect`."""
    url: str
    """The target seen from the page; empty where it was withdrawn."""
    label: str
    """The words of the link to the target."""


def redirect_pages(app: Sphinx) -> dict[str, Redirect]:
    """Return the former pages by name; without those that are, again, pages of the site.

    A record that has another name now, or was withdrawn, had a page of its own under the former one.
    """
    found = {entry.page: entry for entry in redirects(app.config) if entry.page}
    for entry in redirects(app.config):
        if entry.anchor and issue_name(entry.path.removesuffix(".html")):
            path = f"records/{entry.anchor}"
            found.setdefault(path, Redirect(f"{path}.html", "", _own_page(app, entry.target)))
    there = app.env.found_docs | newsletter_domain(app.env).digests.own.keys()
    return {name: entry for name, entry in found.items() if name not in there}


def _own_page(app: Sphinx, target: str) -> str:
    """Return the page that the record at *target* has of its own; *target* where none is meant."""
    record = newsletter_domain(app.env).archive.by_id.get(target.partition("#")[2])
    return f"{record.own_page}.html" if record else target


def collect_redirect_pages(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """Yield the name, context and template of each former page (Sphinx's ``html-collect-pages``)."""
    if not is_page_builder(app):
        return
    for name, entry in redirect_pages(app).items():
        title = translate("This page has moved") if entry.target else translate("This page was withdrawn")
        page = MovedPage(entry.target, _seen_from(app, name, entry.target), _label(app, entry.target))
        if has_our_theme(app):
            yield name, {"title": title, "moved": page}, "moved.html"
        else:
            body = app.builder.render_partial(_note(app, name, entry))["fragment"]  # type: ignore[attr-defined] # page builders have it
            yield name, {"title": title, "body": body}, "page.html"


def _seen_from(app: Sphinx, docname: str, target: str) -> str:
    if not target or "://" in target:
        return target
    path, mark, anchor = target.partition("#")
    return (relative_uri(app.builder.get_target_uri(docname), path) or ("" if mark else path)) + mark + anchor


def _label(app: Sphinx, target: str) -> str:
    path, _mark, anchor = target.partition("#")
    if (record := newsletter_domain(app.env).archive.by_id.get(anchor)) is not None:
        return record.title
    if path.startswith("records/") and (told := PurePosixPath(path).stem) in newsletter_domain(app.env).archive.by_id:
        return newsletter_domain(app.env).archive.by_id[told].title
    title = app.env.titles.get(path.removesuffix(".html"))
    return title.astext() if title is not None else target


class KeepAnchors(SphinxPostTransform):
    """Add to a page the former names of its records, and a note for each that went elsewhere or was withdrawn."""

    default_priority = 830
    formats = ("html",)

    def run(self, **kwargs: Any) -> None:  # noqa: ARG002 -- the signature is Sphinx's
        """See :class:`docutils.transforms.Transform`."""
        app = application(self.env)
        page = f"{self.env.docname}.html"
        entries = [entry for entry in redirects(app.config) if entry.anchor and entry.path == page]
        if not entries or not is_page_builder(app):
            return
        sections = {anchor: node for node in self.document.findall(nodes.section) for anchor in node["ids"]}
        for entry in entries:
            if entry.anchor in sections:
                continue
            path, _mark, anchor = entry.target.partition("#")
            if path == page and anchor in sections:
                sections[anchor]["ids"].append(entry.anchor)
            elif (title := self.document.next_node(nodes.title)) is not None and title.parent is not None:
                title.parent.append(_note(app, self.env.docname, entry))


def notes_on(app: Sphinx, docname: str) -> tuple[str, ...]:
    """Return what the notes on the page *docname* may say of other pages."""
    page = f"{docname}.html"
    return tuple(_label(app, entry.target) for entry in redirects(app.config) if entry.path == page)


def _note(app: Sphinx, docname: str, entry: Redirect) -> nodes.paragraph:
    if not entry.target:
        return nodes.paragraph("", translate(_("What stood here was withdrawn.")), ids=[entry.anchor], classes=_NOTE)
    note = nodes.paragraph("", translate(_("What stood here has moved:")) + " ", ids=[entry.anchor], classes=_NOTE)
    note += nodes.reference("", _label(app, entry.target), refuri=_seen_from(app, docname, entry.target))
    return note


_NOTE = ["moved-note"]


def copy_redirected_files(app: Sphinx, outdir: Path) -> Iterator[str]:
    """Put files that moved at their former URLs too, since a calendar program follows no page; yield these."""
    for entry in redirects(app.config):
        source, former = outdir / entry.target, outdir / entry.path
        if entry.anchor or entry.page or not entry.target or "://" in entry.target or not source.is_file():
            continue
        if not former.is_file() or former.read_bytes() != source.read_bytes():
            former.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, former)
        yield entry.path


def report_redirects(app: Sphinx, env: BuildEnvironment) -> None:
    """Report entries that are no longer needed, and those that lead to no page (``env-updated``)."""
    if is_translated(app.config):
        return
    domain = newsletter_domain(env)
    told = {f"{telling.docname}.html#{key}" for key, tellings in domain.index.tellings.items() for telling in tellings}
    entries = redirects(app.config)
    pages = {f"{docname}.html" for docname in env.found_docs}
    pages |= {f"{page.docname}.html" for page in own_pages(app)} if entries and is_page_builder(app) else set()
    for entry in entries:
        if entry.url in told | pages:
            message = _("newsletter_moved: “%(address)s” is there. Take the line out.")
            _report(app, ContentError("moved-address", message, address=entry.url), entry.url)
        path = entry.target.partition("#")[0]
        if path.endswith(".html") and "://" not in path and path not in {*pages, "search.html"}:
            message = _("newsletter_moved: “%(address)s”, where “%(former)s” leads, is no page of the site.")
            error = ContentError("moved-address", message, address=path, former=entry.url)
            _report(app, error, entry.url)


def _report(app: Sphinx, error: ContentError, url: str) -> None:
    conf = Path(app.confdir) / "conf.py"
    lines = conf.read_text("utf-8", errors="replace").splitlines() if conf.is_file() else []
    warn(error.diagnostic, str(conf), next((number for number, line in enumerate(lines, 1) if url in line), 1))
