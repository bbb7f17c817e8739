# SPDX-License-Identifier: EUPL-1.2
"""Fills the context of each page's template (Sphinx's ``html-page-context``)."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from pathlib import PurePath
from textwrap import shorten
from typing import Any
from urllib.parse import urljoin, urlsplit

from docutils import nodes
from sphinx.application import Sphinx

from newsletter.environment.archive_index import ArchiveIndex
from newsletter.environment.config import publication
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.issue_files import issue_name
from newsletter.environment.page_builders import has_our_theme
from newsletter.environment.volumes import volumes, whole_archive
from newsletter.environment.web_site import web_site
from newsletter.export.calendar.occurrence import has_entries
from newsletter.model.archive import Archive
from newsletter.model.issue import Issue
from newsletter.model.kinds import Kind
from newsletter.model.report import report_year
from newsletter.source.languages import runs_right_to_left
from newsletter.views.filtering import filter_form
from newsletter.views.issues import counts_in_words
from newsletter.web.alternates import alternates
from newsletter.web.assets import our_assets
from newsletter.web.contents import Contents, page_contents
from newsletter.web.frame import Download, Frame, Neighbour, SiteFrame
from newsletter.web.json_ld import page_json_ld
from newsletter.web.look import logo
from newsletter.web.navigation import footer_columns, main_navigation
from newsletter.web.own_page import OwnPage
from newsletter.web.pages import NOT_FOUND, SEARCH
from newsletter.web.policy import policy_for_meta
from newsletter.web.social_cards import page_picture

_TAG = re.compile(r"<[^>]*>")
_LONGEST_DESCRIPTION = 200
"""Characters of a paragraph that search engines and others are told; they show about as many."""


def add_frame(
    app: Sphinx, pagename: str, _template: str, context: dict[str, Any], document: nodes.document | None
) -> None:
    """Add what our templates ask for to *context*, and take off what a page may not load."""
    if not has_our_theme(app):
        return
    context["css_files"] = our_assets(context["css_files"])
    context["script_files"] = our_assets(context["script_files"])
    if pagename == NOT_FOUND:
        _start_links_at_the_root(app, context)
    context["translate"] = translate
    context["site"] = site = _site_frame(app, newsletter_domain(app.env).index)
    context["frame"] = _frame(app, site, pagename, context, document or context.get("own_document"))


@lru_cache(maxsize=1)
def _site_frame(app: Sphinx, _index: ArchiveIndex) -> SiteFrame:
    about = publication(app.config)
    archive = newsletter_domain(app.env).archive
    return SiteFrame(
        publication=about,
        policy=policy_for_meta(),
        documents=app.env.all_docs.keys(),
        navigation=main_navigation(app.env),
        columns=footer_columns(app.env, about, archive, whole_archive(app)),
        logo=logo(app),
        right_to_left=runs_right_to_left(app.config.language),
    )


def _frame(
    app: Sphinx, site: SiteFrame, pagename: str, context: dict[str, Any], document: nodes.document | None
) -> Frame:
    about, archive = site.publication, newsletter_domain(app.env).archive
    issue, previous, following = _issue_and_neighbours(archive, pagename)
    own: OwnPage | None = context.get("own_page")
    home = pagename == app.config.root_doc
    redirect = context.get("moved")
    unlisted = pagename == NOT_FOUND or (redirect is not None and not redirect.target)
    return Frame(
        site=site,
        role="home"
        if home
        else "issue"
        if issue
        else pagename
        if pagename in {NOT_FOUND, SEARCH}
        else own.role
        if own
        else "text",
        root=context["pathto"]("", True) if pagename == NOT_FOUND else context["content_root"],  # noqa: FBT003
        title=_plain(context.get("title", "")) or about.title,
        lang=(lang := own.lang if own else _language_of_title(document)),
        description=(own.description if own else _description(context, issue, document, lang)) or about.description,
        description_lang=own.lang if own else "",
        url="" if unlisted else urljoin(about.base_url, redirect.target) if redirect else context.get("pageurl") or "",
        indexed=own.indexed if own else not unlisted,
        contents=Contents() if home or document is None else page_contents(document),
        issue=issue,
        published=issue.published if issue else own.published if own else None,
        up=own.up if own else None,
        previous=own.previous if own else previous,
        following=own.following if own else following,
        downloads=_downloads(app, archive, issue) if issue else _report_downloads(app, pagename),
        filterable=document is not None and _is_filterable(document),
        alternates=() if redirect else alternates(app, pagename),
        picture=None if unlisted or redirect else own.picture() if own else page_picture(app, pagename),
        structured=own.structured() if own else tuple(page_json_ld(web_site(app), pagename, issue, home=home)),
    )


def _is_filterable(document: nodes.document) -> bool:
    return next(document.findall(filter_form), None) is not None or any(
        "filterable" in each["classes"] for each in document.findall(nodes.table)
    )


def _issue_and_neighbours(archive: Archive, pagename: str) -> tuple[Issue | None, Neighbour | None, Neighbour | None]:
    if issue_name(pagename) is None:
        return None, None, None
    pages = [Neighbour(issue.docname, issue.title) for issue in archive.issues]
    for index, issue in enumerate(archive.issues):
        if issue.docname == pagename:
            previous = pages[index - 1] if index else None
            following = pages[index + 1] if index + 1 < len(pages) else None
            return issue, previous, following
    return None, None, None


def _language_of_title(document: nodes.document | None) -> str:
    title = document.next_node(nodes.title) if document is not None else None
    return str(title.get("lang", "")) if title is not None else ""


def _plain(rendered: str) -> str:
    """Return the words of a title that Sphinx has rendered to HTML."""
    return unescape(_TAG.sub("", rendered))


def _description(context: dict[str, Any], issue: Issue | None, document: nodes.document | None, lang: str) -> str:
    """Return what the page is about: its front matter, its first paragraph or, of an issue, how much it tells.

    The text of a record describes the record's own page. A page in another language, *lang*, has no text for it.
    """
    written = issue.description if issue else "" if lang else str((context.get("meta") or {}).get("description", ""))
    if written or document is None:
        return written
    paragraphs = () if lang else document.findall(nodes.paragraph)
    for each in paragraphs:
        if isinstance(each.parent, nodes.section) and "record" not in each.parent["classes"]:
            return shorten(each.astext(), _LONGEST_DESCRIPTION, placeholder=" …")
    return ": ".join(filter(None, (issue.title, _counts(document)))) if issue else ""


def _counts(document: nodes.document) -> str:
    told = [name for section in document.findall(nodes.section) for name in section["classes"]]
    return counts_in_words([(kind, number) for kind in Kind if (number := told.count(f"record-{kind}"))])


def _report_downloads(app: Sphinx, pagename: str) -> tuple[Download, ...]:
    volume = volumes(app).get(f"{pagename}.pdf") if report_year(pagename) else None
    if volume is None:
        return ()
    return (Download(volume.path, translate("Report as PDF"), "application/pdf", volume.detail(app.config.language)),)


def _downloads(app: Sphinx, archive: Archive, issue: Issue) -> tuple[Download, ...]:
    downloads = []
    if volume := volumes(app).get(f"issues/{issue.name}.pdf"):
        detail = volume.detail(app.config.language)
        downloads.append(Download(volume.path, translate("Issue as PDF"), "application/pdf", detail))
    if poster := volumes(app).get(f"posters/{issue.name}.pdf"):
        detail = poster.detail(app.config.language)
        downloads.append(Download(poster.path, translate("Agenda as a poster"), "application/pdf", detail))
    if any(map(has_entries, archive.by_issue[str(issue.name)])):
        path = f"calendar/issues/{issue.name}.ics"
        downloads.append(Download(path, translate("Its dates for your calendar"), "text/calendar"))
    return tuple(downloads)


def _start_links_at_the_root(app: Sphinx, context: dict[str, Any]) -> None:
    """Let links start with the path of the site: the host shows this page at any depth."""
    root = urlsplit(app.config.html_baseurl).path or "/"

    def pathto(target: str, resource: bool = False) -> str:  # noqa: FBT001, FBT002 -- the signature is Sphinx's
        return root + (target if resource else app.builder.get_target_uri(target))

    context["pathto"] = pathto
    if (icon := app.config.html_favicon) and "://" not in icon:
        context["favicon_url"] = pathto(f"_static/{PurePath(icon).name}", resource=True)
