# SPDX-License-Identifier: EUPL-1.2
"""Tells Sphinx which pages would look different although their source is unchanged.

What a page shows of other pages is summed up in a fingerprint. Those of the last good build lie in
the folder of its output, since each output has its own history, and are compared with today's.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from newsletter.config import moved_addresses, publication
from newsletter.core.archive import Archive
from newsletter.digest import Digester
from newsletter.domain import newsletter_domain
from newsletter.sources import today
from newsletter.views.context import Context
from newsletter.views.registry import look_up
from newsletter.web.assets import is_page_builder
from newsletter.web.moved import moved_pages
from newsletter.web.navigation import footer_columns, main_navigation
from newsletter.web.volumes import volumes

FILE = ".newsletter.json"
_WHOLE = "*"  # no docname; what is published beside the pages
_INPUTS = "**"  # no docname either; all that a build starts from


def unchanged(app: Sphinx) -> bool:
    """Tell whether the build starts from just what the last good one of this output did, so that nothing is to do.

    Not so where that one complained of what pages say together: it is said again until it is mended.
    """
    derived = newsletter_domain(app.env).derived
    return derived.once("unchanged", lambda: _read(Path(app.outdir)).get(_INPUTS) == _inputs(app))


def _inputs(app: Sphinx) -> str:
    """Return the sum of what a build starts from: pages by when they were read, settings, the day, files it shows."""
    settings = [(value.name, _in_words(value.value)) for value in app.config]
    folders = [Path(app.confdir, name) for name in (*app.config.html_static_path, *app.config.templates_path)]
    shown = [(str(path), path.stat().st_mtime_ns) for folder in folders for path in sorted(folder.rglob("*"))]
    pages = sorted(app.env.all_docs.items())
    whole = (pages, settings, sorted(app.tags), today(app.config), volumes(app), shown, app.builder.name)
    return _digester(app.env).of(*whole)


def _in_words(setting: object) -> str:
    """Return *setting* in the same words in every process: a set has an order of its own in each."""
    return repr(sorted(map(repr, setting)) if isinstance(setting, set | frozenset) else setting)


def complain(app: Sphinx, env: BuildEnvironment) -> None:
    """Report what shows only when all pages are seen together (``env-updated``)."""
    if not unchanged(app):
        newsletter_domain(env).complain()


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages to write again (``env-updated``): those whose fingerprint is not that of the last build."""
    if unchanged(app):
        return []
    old, new = _read(Path(app.outdir)), _fingerprints(app, env)
    return sorted(docname for docname, fingerprint in new.items() if old.get(docname) != fingerprint)


def save_fingerprints(app: Sphinx, exception: Exception | None) -> None:
    """Keep the fingerprints once all is written; not earlier, lest a build that fails is taken for done."""
    if exception is not None or app.builder.name in {"gettext", "linkcheck", "dummy"} or unchanged(app):
        return
    # Pages of former addresses have nothing to read anew, but are to go one day.
    former = dict.fromkeys(moved_pages(app) if is_page_builder(app) else (), "moved")
    found = {**former, **_fingerprints(app, app.env)}
    if not app.config.newsletter_exports:
        found[_WHOLE] = _read(Path(app.outdir)).get(_WHOLE, "")  # what is beside the pages is still that of before
    else:
        found[_WHOLE] = _whole(app)
        if not newsletter_domain(app.env).complained:
            found[_INPUTS] = _inputs(app)
    (Path(app.outdir) / FILE).write_text(json.dumps(found, indent=0, sort_keys=True) + "\n", "utf-8")


def anything_new(app: Sphinx) -> bool:
    """Tell whether what is published beside the pages can differ from what the last good build left."""
    return not unchanged(app) and _read(Path(app.outdir)).get(_WHOLE) != _whole(app)


def _whole(app: Sphinx) -> str:
    """Return the fingerprint of all that exporters are given."""
    archive, pages = newsletter_domain(app.env).archive, newsletter_domain(app.env).pages
    texts = [(docname, page.title, page.text) for docname, page in sorted(pages.items())]
    bodies = [record.body for record in archive.records]
    given = [archive.issues, archive.records, bodies, texts, volumes(app), publication(app.config)]
    images = sorted((path, name, *sorted(docnames)) for path, (docnames, name) in app.env.images.items())
    return _digester(app.env).of(
        *given, moved_addresses(app.config), images, sorted(_fingerprints(app, app.env).items())
    )


def _digester(env: BuildEnvironment) -> Digester:
    """Return the build's own digester, which knows the records that it has gone through."""
    return newsletter_domain(env).derived.once("digester", Digester)


def pages_written_before(outdir: Path) -> frozenset[str]:
    """Return the docnames of the pages that the last good build left in *outdir*."""
    return frozenset(_read(outdir)) - {_WHOLE, _INPUTS}


def _read(outdir: Path) -> dict[str, str]:
    try:
        values = json.loads((Path(outdir) / FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return values if isinstance(values, dict) else {}


def _fingerprints(app: Sphinx, env: BuildEnvironment) -> Mapping[str, str]:
    """Return the fingerprint of each page; worked out once a build, since nothing is read after ``env-updated``."""
    return newsletter_domain(env).derived.once("fingerprints", lambda: dict(_work_out(app, env)))


def _work_out(app: Sphinx, env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    domain, digester = newsletter_domain(env), _digester(env)
    frames = _frames(app, domain.archive)
    about = publication(app.config)
    whole = volumes(app).get(f"{about.slug}.pdf")
    every_page = digester.of(
        main_navigation(env), footer_columns(env, about, domain.archive, whole.path if whole else "")
    )
    for docname in sorted(env.found_docs):
        page = domain.pages.get(docname)
        # What another builder has read anew, after a change of settings say, this one writes anew.
        shown: list[object] = [env.all_docs.get(docname), every_page, frames.get(docname)]
        if page:
            context = Context(app, docname)
            shown += [look_up(context, use) for use in page.views]
            shown += [domain.derived.record_told(reference.target) for reference in page.references]
        yield docname, digester.of(*shown)


def _frames(app: Sphinx, archive: Archive) -> dict[str, tuple[object, ...]]:
    """Return what the frame of each issue's page shows: its neighbours, its PDF, its structured data."""
    issues, pdfs = archive.issues, volumes(app)
    return {
        issue.docname: (
            issues[max(0, number - 1) : number + 2],
            pdfs.get(f"issues/{issue.name}.pdf"),
            archive.by_issue[str(issue.name)],
            [record.body for record in archive.by_issue[str(issue.name)]],
        )
        for number, issue in enumerate(issues)
    }
