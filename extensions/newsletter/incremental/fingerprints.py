# SPDX-License-Identifier: EUPL-1.2
"""Tells Sphinx which pages would look different although their source is unchanged.

What a page shows of other pages is summed up in a fingerprint. Those of the last good build lie in
the folder of its output, since each output has its own history, and are compared with today's.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from newsletter.environment.config import moved_addresses, publication
from newsletter.environment.digest import Digester
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.image_names import images_on_pages
from newsletter.environment.issue_files import today
from newsletter.environment.page_builders import is_page_builder
from newsletter.environment.volumes import volumes
from newsletter.incremental.left import LeftFiles
from newsletter.incremental.saved_state import remembered
from newsletter.model.archive import Archive
from newsletter.views.context import Context
from newsletter.views.link_targets import linked
from newsletter.views.registry import look_up
from newsletter.web.look import logo
from newsletter.web.navigation import footer_columns, main_navigation
from newsletter.web.redirect_pages import moved_pages, notes_on

FILE = ".newsletter.json"
_WHOLE = "*"  # no docname; what is published beside the pages
_INPUTS = "**"  # no docname either; all that a build starts from
_SEARCHED = "***"  # nor this; what is searched
_WITHOUT_PAGES = frozenset({"gettext", "linkcheck", "dummy", "newsletter-check", "newsletter-ics"})


def unchanged(app: Sphinx) -> bool:
    """Tell whether the build starts from just what the last good one of this output did, so that nothing is to do.

    Not so where that one complained of what pages say together: it is said again until it is mended.
    """
    derived = newsletter_domain(app.env).derived
    return derived.once("unchanged", lambda: _read(Path(app.outdir)).get(_INPUTS) == _inputs(app))


def _inputs(app: Sphinx) -> str:
    """Return the sum of what a build starts from: pages by when they were read, settings, the day, files it shows."""
    settings = [(value.name, _in_words(value.value)) for value in app.config]
    shown = (_files(app, app.config.html_static_path), _files(app, app.config.templates_path), _pdfs(app))
    pages = sorted(app.env.all_docs.items())
    whole = (pages, settings, sorted(app.tags), today(app.config), volumes(app), shown, app.builder.name)
    return _digester(app.env).of(*whole)


def _files(app: Sphinx, entries: Iterable[object]) -> list[tuple[str, int]]:
    """Return the files that *entries* of a setting name, a folder or a file each, by when they were changed."""
    tops = [Path(app.confdir, str(entry)) for entry in entries]
    found = [path for top in tops for path in (top, *sorted(top.rglob("*"))) if path.is_file()]
    return [(str(path), path.stat().st_mtime_ns) for path in found]


def _pdfs(app: Sphinx) -> list[tuple[str, int]]:
    """Return the PDFs by when they were made: one that differs may be of the same size."""
    folder = Path(app.confdir, app.config.newsletter_pdf_dir)
    return [(name, path.stat().st_mtime_ns) for name in sorted(volumes(app)) if (path := folder / name).is_file()]


def _in_words(setting: object) -> str:
    """Return *setting* in the same words in every process: a set has an order of its own in each."""
    return repr(sorted(map(repr, setting)) if isinstance(setting, set | frozenset) else setting)


def complain(app: Sphinx, env: BuildEnvironment) -> None:
    """Report what shows only when all pages are seen together (``env-updated``)."""
    if not unchanged(app):
        newsletter_domain(env).complain()


def stale_pages(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages to write again (``env-updated``): those whose fingerprint is not that of the last build."""
    if app.builder.name in _WITHOUT_PAGES or unchanged(app):
        return []
    old, new = _read(Path(app.outdir)), _fingerprints(app, env)
    stale = sorted(docname for docname, fingerprint in new.items() if old.get(docname) != fingerprint)
    if old or is_page_builder(app):
        _forget(app, old, stale)
    return stale


def _forget(app: Sphinx, old: Mapping[str, str], stale: Iterable[str]) -> None:
    """Take what is about to be written for written, but for good by no means.

    A build that is killed leaves some of it behind. The next one may start from the sources of the one before, and
    would find its fingerprints right.
    """
    known = {**old, **dict.fromkeys((*stale, *_former(app)), "")}
    known.pop(_INPUTS, None)
    if app.config.newsletter_exports and anything_new(app):
        known.pop(_WHOLE, None)
    _write(Path(app.outdir), known)


def _former(app: Sphinx) -> Iterable[str]:
    """Return the pages of former addresses: they have nothing to read anew, but are to go one day."""
    return moved_pages(app) if is_page_builder(app) else ()


def save_fingerprints(app: Sphinx, exception: Exception | None) -> None:
    """Keep the fingerprints once all is written; not earlier, lest a build that fails is taken for done."""
    if exception is not None or app.builder.name in _WITHOUT_PAGES or unchanged(app):
        return
    found = {**dict.fromkeys(_former(app), "moved"), **_fingerprints(app, app.env)}
    if not app.config.newsletter_exports:
        found[_WHOLE] = _read(Path(app.outdir)).get(_WHOLE, "")  # what is beside the pages is still that of before
    else:
        found |= {_WHOLE: _whole(app), _SEARCHED: _searched(app)}
        if not newsletter_domain(app.env).complained:
            found[_INPUTS] = _inputs(app)
    _write(Path(app.outdir), found)


def _write(outdir: Path, fingerprints: Mapping[str, str]) -> None:
    """Put *fingerprints* in place in one go: a build that is killed meanwhile leaves the former ones."""
    beside = outdir / f"{FILE}.new"
    beside.write_text(json.dumps(fingerprints, indent=0, sort_keys=True) + "\n", "utf-8")
    beside.replace(outdir / FILE)


def anything_new(app: Sphinx) -> bool:
    """Tell whether what is published beside the pages can differ from what the last good build left."""
    return not unchanged(app) and _read(Path(app.outdir)).get(_WHOLE) != _whole(app)


def words_changed(app: Sphinx) -> bool:
    """Tell whether what is searched is not that of the last good build; it takes less to say than :func:`anything_new`.

    It is a part of what is published beside the pages: where it differs, so does the whole.
    """
    return not unchanged(app) and _read(Path(app.outdir)).get(_SEARCHED) != _searched(app)


def _searched(app: Sphinx) -> str:
    return newsletter_domain(app.env).derived.once("searched", lambda: _digester(app.env).of(*_told(app)))


def _told(app: Sphinx) -> list[object]:
    """Return what issues and pages tell in words, and what of the settings stands among these."""
    archive, pages = newsletter_domain(app.env).archive, newsletter_domain(app.env).pages
    texts = [(docname, page.title, page.text) for docname, page in sorted(pages.items())]
    bodies = [record.body for record in archive.records]
    return [archive.issues, archive.records, bodies, texts, publication(app.config)]


def _whole(app: Sphinx) -> str:
    """Return the fingerprint of all that exporters are given; worked out once a build, like those of the pages."""
    return newsletter_domain(app.env).derived.once("whole", lambda: _sum_of_all(app))


def _sum_of_all(app: Sphinx) -> str:
    given = [_searched(app), volumes(app), _pdfs(app), moved_addresses(app.config)]
    images = sorted((path, name, *sorted(docnames)) for path, (docnames, name) in app.env.images.items())
    return _digester(app.env).of(*given, images, sorted(_fingerprints(app, app.env).items()))


def left_files(app: Sphinx) -> LeftFiles:
    """Return what the last build left of the files that rest on the publication and what they tell of it.

    Not where all pages have been read anew since, which is what is done after a change of our own code.
    """
    oldest = min(app.env.all_docs.values(), default=0)
    return LeftFiles(Path(app.outdir), _digester(app.env), publication(app.config), oldest)


def _digester(env: BuildEnvironment) -> Digester:
    """Return the build's own digester, which knows the records that it has gone through."""
    return newsletter_domain(env).derived.once("digester", Digester)


def pages_written_before(outdir: Path) -> frozenset[str]:
    """Return the docnames of the pages that the last good build left in *outdir*."""
    return frozenset(_read(outdir)) - {_WHOLE, _INPUTS, _SEARCHED}


def _read(outdir: Path) -> dict[str, str]:
    return remembered(Path(outdir) / FILE)


def _fingerprints(app: Sphinx, env: BuildEnvironment) -> Mapping[str, str]:
    """Return the fingerprint of each page; worked out once a build, since nothing is read after ``env-updated``."""
    return newsletter_domain(env).derived.once("fingerprints", lambda: dict(_work_out(app, env)))


def _work_out(app: Sphinx, env: BuildEnvironment) -> Iterator[tuple[str, str]]:
    domain, digester = newsletter_domain(env), _digester(env)
    frames, images = _frames(app, domain.archive), images_on_pages(env)
    about = publication(app.config)
    whole = volumes(app).get(f"{about.slug}.pdf")
    every_page = digester.of(
        main_navigation(env),
        footer_columns(env, about, domain.archive, whole.path if whole else ""),
        logo(app),
        sorted(domain.derived.registers.items()),
        # Sphinx compares these with its last build, which may have been killed before it wrote every page.
        [(value.name, _in_words(value.value)) for value in app.config.filter({"html"})],
        sorted(app.tags),
        _files(app, app.config.templates_path),
    )
    for docname in sorted(env.found_docs):
        page = domain.pages.get(docname)
        # What another builder has read anew, after a change of settings say, this one writes anew.
        shown: list[object] = [
            env.all_docs.get(docname),
            every_page,
            frames.get(docname),
            images.get(docname),
            notes_on(app, docname),
        ]
        if page:
            context = Context(app, docname)
            shown += [look_up(context, use) for use in page.views]
            shown += [domain.derived.record_told(reference.target) for reference in page.references]
            shown += [linked(env, link) for link in page.links]
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
