# SPDX-License-Identifier: EUPL-1.2
"""Keep the digests of an output folder, so that the next build writes what is stale, and no more.

Sphinx writes a page again when its source has changed. What a page shows of other pages, of settings and of files
beside them is in its digest. Digests lie in the folder of the output, since each output has a history of its own.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.errors import SphinxError

from newsletter.archive.selection import GroupBy
from newsletter.environment.config import publication, redirects
from newsletter.environment.digest import Digester, Digests
from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.page_builders import is_page_builder, theme_folders
from newsletter.environment.published_images import images_on_pages
from newsletter.environment.volumes import book, pdf_folder, volumes, whole_archive
from newsletter.model.archive import Archive
from newsletter.model.diagnostics import _
from newsletter.views.context import Context
from newsletter.views.link_targets import linked
from newsletter.views.registry import look_up
from newsletter.web.all_own_pages import own_pages
from newsletter.web.look import logo
from newsletter.web.navigation import footer_columns, main_navigation
from newsletter.web.redirect_pages import notes_on, redirect_pages

FILE = ".newsletter.json"
_WITHOUT_PAGES = frozenset(
    {
        "gettext",
        "linkcheck",
        "dummy",
        "newsletter-check",
        "newsletter-email",
        "newsletter-ics",
        "newsletter-published",
    }
)


def remembered(file: Path) -> dict[str, Any]:
    """Return the JSON that a build left in *file*; nothing where it is not there, or was not written to its end."""
    try:
        found = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def read_digests(outdir: Path) -> Digests:
    """Return what the last build left in *outdir*; nothing where that is not known."""
    saved = remembered(outdir / FILE)
    return Digests(saved.get("pages", {}), saved.get("own", {}), saved.get("beside", ""))


def _write(app: Sphinx, pages: Mapping[str, str], own: Mapping[str, str], beside: str) -> None:
    """Put the digests in place in one go: a build that is killed meanwhile leaves the former ones.

    Pages of former addresses are noted without a digest: they have nothing to read anew, but are to go one day.
    """
    former = redirect_pages(app) if is_page_builder(app) else {}
    saved = {"pages": {**dict.fromkeys(former, ""), **pages}, "own": own, "beside": beside}
    new = Path(app.outdir, f"{FILE}.new")
    new.write_text(json.dumps(saved, indent=0, sort_keys=True) + "\n", "utf-8")
    new.replace(Path(app.outdir, FILE))


def begin_output(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """Return the pages to write again (``env-updated``).

    They are noted as unknown until the build is done. One that is killed leaves some of them written; the next may
    start from the sources of the one before, and would find their former digests right.
    """
    if app.builder.name in _WITHOUT_PAGES:
        return []
    newsletter_domain(env).digests = now = _work_out(app, env)
    before, stale = read_digests(Path(app.outdir)), stale_pages(app)
    if before.pages or is_page_builder(app):
        exported = app.config.newsletter_exports and beside_pages_stale(app)
        all_own = {**dict.fromkeys(before.own, ""), **now.own}
        own = {name: digest if before.own.get(name) == digest else "" for name, digest in all_own.items()}
        _write(app, {**before.pages, **dict.fromkeys(stale, "")}, own, "" if exported else before.beside)
    return stale


def stale_pages(app: Sphinx) -> list[str]:
    """Return the pages that are stale in the output that the last good build left, sorted by docname."""
    before, now = read_digests(Path(app.outdir)), newsletter_domain(app.env).digests
    return sorted(docname for docname, digest in now.pages.items() if before.pages.get(docname) != digest)


def beside_pages_stale(app: Sphinx) -> bool:
    """Tell whether what is published beside the pages can differ from what the last good build left."""
    return read_digests(Path(app.outdir)).beside != newsletter_domain(app.env).digests.beside


def check_written(app: Sphinx, exception: Exception | None) -> None:
    """Stop a parallel build where a page that was to be written was not (``build-finished``).

    Sphinx 9.0 swallows what goes wrong in one of its processes while it gives others their work.

    :raises SphinxError: naming the pages.
    """
    if exception is None and app.parallel > 1 and (missing := _unwritten(app)):
        message = translate(_("These pages could not be written: %(pages)s. “-j 1” tells why."))
        raise SphinxError(message % {"pages": ", ".join(missing)})


def _unwritten(app: Sphinx) -> list[str]:
    """Return the stale pages that this build has not written: it may have been asked for some pages alone."""
    if not is_page_builder(app):
        return []
    begun = Path(app.outdir, FILE).stat().st_mtime_ns
    files = {name: Path(app.builder.get_outfilename(name)) for name in stale_pages(app)}  # type: ignore[attr-defined] # page builders have it
    return [name for name, file in files.items() if not file.is_file() or file.stat().st_mtime_ns < begun]


def end_output(app: Sphinx, exception: Exception | None) -> None:
    """Keep the digests once all is written (``build-finished``); not earlier, lest a failed build is taken for done."""
    if exception is None and app.builder.name not in _WITHOUT_PAGES:
        now, before = newsletter_domain(app.env).digests, read_digests(Path(app.outdir))
        pages = {**now.pages, **dict.fromkeys(_unwritten(app), "")}
        _write(app, pages, now.own, now.beside if app.config.newsletter_exports else before.beside)


def _work_out(app: Sphinx, env: BuildEnvironment) -> Digests:
    digester = Digester()
    every_page = digester.of(*_on_every_page(app, env, newsletter_domain(env).archive))
    pages = {docname: digester.of(every_page, *shown) for docname, shown in _shown(app, env)}
    # The oldest is read anew where everything is: after a change of settings or of code.
    oldest = min(env.all_docs.values(), default=0)
    own = {
        page.docname: digester.of(every_page, oldest, pages.get(page.rests_on), page.shown)
        for page in (own_pages(app) if is_page_builder(app) else ())
    }
    given = [
        newsletter_domain(env).archive.withdrawn,
        [page.translated for _name, page in sorted(newsletter_domain(env).pages.items())],
        sorted(pages.items()),
        publication(app.config),
        _pdfs(app),
        redirects(app.config),
    ]
    images = sorted((path, name, *sorted(docnames)) for path, (docnames, name) in env.images.items())
    return Digests(pages, own, digester.of(*given, images))


def _shown(app: Sphinx, env: BuildEnvironment) -> Iterator[tuple[str, list[object]]]:
    """Yield each page's docname with all that it shows beside its own source."""
    domain = newsletter_domain(env)
    frames, images = _frames(app, domain.archive), images_on_pages(env)
    for docname in sorted(env.found_docs):
        # What another builder has read anew, after a change of settings say, this one writes anew.
        read_at = env.all_docs.get(docname)
        shown: list[object] = [read_at, frames.get(docname), images.get(docname), notes_on(app, docname)]
        if page := domain.pages.get(docname):
            context = Context(app, docname)
            shown += [look_up(context, use) for use in page.views]
            shown += [domain.index.record_told(reference.target) for reference in page.references]
            shown += [linked(env, link) for link in page.links]
        yield docname, shown


def _on_every_page(app: Sphinx, env: BuildEnvironment, archive: Archive) -> Iterator[object]:
    yield main_navigation(env)
    yield footer_columns(env, publication(app.config), archive, whole_archive(app))
    yield logo(app)
    index = newsletter_domain(env).index
    yield sorted(index.registers.items())
    yield sorted(index.group_pages[GroupBy.YEAR])  # statistics lead to years in which nothing was counted, too
    # Names that would share a file have a number in it, which changes with the others.
    yield [page for pages in index.group_pages.values() for page in pages.values() if page[-1].isdigit()]
    # Sphinx compares these with its last build, which may have been killed before it wrote every page.
    yield [(value.name, _in_words(value.value)) for value in app.config.filter({"html"})]
    yield sorted(app.tags)
    yield _files(app, [*app.config.templates_path, *theme_folders(app)])


def _frames(app: Sphinx, archive: Archive) -> dict[str, tuple[object, ...]]:
    """Return what the frame of each issue's page shows: its neighbours, its PDF, its structured data."""
    issues, pdfs = archive.issues, volumes(app)
    return {
        issue.docname: (
            issues[max(0, number - 1) : number + 2],
            pdfs.get(f"issues/{issue.name}.pdf"),
            pdfs.get(f"posters/{issue.name}.pdf"),
            archive.by_issue[str(issue.name)],
            [record.body for record in archive.by_issue[str(issue.name)]],
        )
        for number, issue in enumerate(issues)
    }


def _files(app: Sphinx, entries: Iterable[object]) -> list[tuple[str, int]]:
    """Return the files that *entries* of a setting name, a folder or a file each, by when they were changed."""
    tops = [Path(app.confdir, str(entry)) for entry in entries]
    found = [path for top in tops for path in (top, *sorted(top.rglob("*"))) if path.is_file()]
    return [(str(path), path.stat().st_mtime_ns) for path in found]


def _pdfs(app: Sphinx) -> list[object]:
    """Return the PDFs and the e-book, and when they were made: one that differs may be of the same size."""
    folder = pdf_folder(app)
    made = [(name, path.stat().st_mtime_ns) for name in sorted(volumes(app)) if (path := folder / name).is_file()]
    return [volumes(app), made, _book(app)]


def _book(app: Sphinx) -> tuple[int, int] | None:
    """Return the size of the e-book, and when it was made; None where there is none."""
    file = book(app)
    return (file.stat().st_size, file.stat().st_mtime_ns) if file else None


def _in_words(setting: object) -> str:
    """Return *setting* in the same words in every process: a set has an order of its own in each."""
    return repr(sorted(map(repr, setting)) if isinstance(setting, set | frozenset) else setting)
