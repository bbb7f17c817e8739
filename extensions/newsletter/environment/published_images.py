# SPDX-License-Identifier: EUPL-1.2
"""The images of all pages: the names under which they are published, and the cache of what is made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path, PurePosixPath

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment
from sphinx.util.display import status_iterator

from newsletter.environment.domain import newsletter_domain
from newsletter.environment.i18n import translate
from newsletter.environment.reporter import warn
from newsletter.environment.source_lines import source_file, source_line
from newsletter.model.diagnostics import ContentError, _
from newsletter.pictures.decode import PictureError, without_warnings
from newsletter.pictures.derivatives import Derivative
from newsletter.pictures.formats import PICTURES
from newsletter.pictures.names import Published, unique_stems
from newsletter.pictures.store import PictureStore


def picture_store(env: BuildEnvironment) -> PictureStore:
    """Return the cache of pictures, which all builders that share the doctrees share."""
    return PictureStore(Path(f"{env.doctreedir}-pictures"))


def name_images(_app: Sphinx, env: BuildEnvironment) -> None:
    """Name all images anew (``env-updated``): Sphinx numbers those of one name by when it meets them.

    A picture gets the name of the widest of its derivatives that every program shows.
    """
    stems, store = unique_stems(env.images), picture_store(env)
    named, pictures = type(env.images)(), dict[str, Published]()
    for path, (docnames, _name) in sorted(env.images.items()):
        suffix = PurePosixPath(path).suffix.lower()
        named[path] = docnames, f"{stems[path]}{suffix}"
        if suffix in PICTURES:
            try:
                pictures[path] = Published(stems[path], store.facts(Path(env.srcdir, path)))
            except PictureError as error:
                _report(env, path, min(docnames), error)
            else:
                named[path] = docnames, pictures[path].largest
    env.images = named
    newsletter_domain(env).pictures = pictures


def undecodable(path: str, error: PictureError) -> ContentError:
    """Return the diagnostic on the picture *path*, as a page calls it, that cannot be decoded."""
    message = _("The image “%(path)s” cannot be shown: %(reason)s. Save it anew, as a JPEG or a PNG file.")
    return ContentError("image-form", message, path=path, reason=translate(str(error)))


def _report(env: BuildEnvironment, path: str, docname: str, error: PictureError) -> None:
    """Report a picture that a page beside the issues shows and that cannot be decoded, once they have been read."""
    for node in env.get_doctree(docname).findall(nodes.image):
        if node["uri"] == path:
            warn(undecodable(path, error).diagnostic, source_file(node), source_line(node))
            break


def make_pictures(app: Sphinx, wanted: Mapping[str, Sequence[Derivative]]) -> None:
    """Make the derivatives *wanted* of pictures, by path, that are not in the cache; in threads, as ``-j`` says.

    One that has been taken away or broken since it was read is left out.
    """
    store, pictures = picture_store(app.env), newsletter_domain(app.env).pictures

    def make(path: str) -> str:
        with suppress(OSError, PictureError):
            store.make(Path(app.srcdir, path), pictures[path].facts, wanted[path])
        return path

    missing = [
        path
        for path, derivatives in wanted.items()
        if not all(store.file(pictures[path].facts, each).is_file() for each in derivatives)
    ]
    message = translate(_("making pictures ready... "))
    with without_warnings(), ThreadPoolExecutor(max(1, app.parallel)) as threads:
        list(status_iterator(threads.map(make, missing), message, "brown", len(missing), app.config.verbosity))


def image_names(env: BuildEnvironment) -> set[str]:
    """Return the names of all files that the images of a site are published as."""
    pictures = newsletter_domain(env).pictures
    drawings = {name for path, (_docnames, name) in env.images.items() if path not in pictures}
    return drawings.union(*({each.name(one) for one in each.derivatives} for each in pictures.values()))


def images_on_pages(env: BuildEnvironment) -> Mapping[str, list[object]]:
    """Return what each page tells of its images, by docname: their names and their sizes."""
    found: dict[str, list[object]] = {}
    for path, (docnames, name) in sorted(env.images.items()):
        for docname in docnames:
            found.setdefault(docname, []).append((name, newsletter_domain(env).pictures.get(path)))
    return found
