# SPDX-License-Identifier: EUPL-1.2
"""The picture of a block: its file, kept inside the published folders, and its figure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path, PurePosixPath

from docutils import nodes
from sphinx.environment import BuildEnvironment

from newsletter.model.diagnostics import ContentError, _
from newsletter.model.facts import Facts
from newsletter.model.text import nearest
from newsletter.pictures.formats import IMAGES
from newsletter.reading.drawings import judge_drawing
from newsletter.reading.pictures import judge_picture
from newsletter.source.paths import is_inside, is_regular

_WITH_WORDS = re.compile(r"(?P<path>\S+\.(?:jpe?g|png|webp|svg))\W", re.IGNORECASE)
# The signs of Markdown, or quotes, around the name of a file.
_SIGNS = re.compile(r"!?\[.*\]\((?P<path>[^()]+)\)|[<\"'«“](?P<quoted>[^<>\"'»”]+)[>\"'»”]")


def from_root(written: str, env: BuildEnvironment) -> str:
    """Return the path of an image as Sphinx reads it: ``_static/x.png`` is meant from the root of the sources."""
    first = PurePosixPath(written).parts[:1]
    return f"/{written}" if first and first[0] in env.config.html_static_path else written


def locate(written: str, env: BuildEnvironment) -> tuple[str, Path] | None:
    """Return where the path *written* on the current page leads, from the folder of the sources and as a whole.

    None where it leads nowhere: a link to itself, or a name that no file can have.
    """
    try:
        path, file = env.relfn2path(written, env.docname)
    except (OSError, RuntimeError, ValueError):
        return None
    return path, Path(file)


def image_finder(env: BuildEnvironment, *, inside_issues: bool) -> Callable[[str], str]:
    """Return the function that finds an image of the current page, for :class:`newsletter.source.fields.Block`."""
    folder = PurePosixPath(env.docname).parent
    published = [folder.as_posix(), *env.config.html_static_path] if inside_issues else None

    def find(written: str) -> str:
        if match := _SIGNS.fullmatch(written):
            message = _("“%(path)s” is no name of a file: write “%(better)s”.")
            raise ContentError("image-missing", message, path=written, better=match["path"] or match["quoted"])
        if re.match(r"[A-Za-z]:|file:|.*\\", written, re.IGNORECASE):
            raise _on_a_disk(written)
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:|//", written):
            raise _remote(written)
        place = locate(from_root(written, env), env)
        if place is None:
            raise _missing(written, Path(env.srcdir, folder, "-"))
        folders = [Path(env.srcdir, root) for root in published or ["."]]
        path, file = _on_disk(*place) if is_inside(place[1], folders) else place
        if Path(path).suffix.lower() not in IMAGES:
            raise _no_image(file, written, inside=is_inside(file, folders))
        if not is_inside(file, folders):
            message = _(
                "The image “%(path)s” lies outside the folders for images: put it beside the issue, or in _static."
            )
            raise ContentError("image-outside", message, path=written)
        env.note_dependency(path)  # of a file that is not there, too: the page is read again once it is
        if not is_regular(file):
            raise _missing(written, file)
        judge_image(env, file, written)
        return path

    return find


def _no_image(file: Path, written: str, *, inside: bool) -> ContentError:
    """Return the diagnostic about a name, as *written*, that does not end as those of pictures do."""
    if inside and not file.suffix:
        return _missing(written, file)
    if more := _WITH_WORDS.match(written):
        message = _("“%(path)s” is no name of a file: write “%(better)s”.")
        return ContentError("image-missing", message, path=written, better=more["path"])
    message = _("“%(path)s” is no image that is read: save it as a JPEG, PNG, WebP or SVG file.")
    return ContentError("image-form", message, path=written)


def judge_image(env: BuildEnvironment, file: Path, written: str) -> ContentError | None:
    """Return the diagnostic on what is left out of the image *file*, which the page calls *written*, if anything is.

    :raises ContentError: ``image-form`` where it is not what its name says, or broken.
    """
    if file.suffix.lower() == ".svg":
        return judge_drawing(file, written)
    judge_picture(env, file, written)
    return None


def _on_disk(path: str, file: Path) -> tuple[str, Path]:
    """Return *path* and *file* as the name is spelt on the disk.

    macOS takes letters and accents apart; Windows and macOS find a file by other capitals, and web servers do not.
    """
    names = sorted(each.name for each in file.parent.iterdir()) if file.parent.is_dir() else []
    if file.name not in names:
        for same in (_composed, _folded):
            for name in names:
                if same(name) == same(file.name):
                    return path.removesuffix(file.name) + name, file.with_name(name)
    return path, file


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)


def _folded(name: str) -> str:
    return _composed(name).casefold()


def _on_a_disk(written: str) -> ContentError:
    """Return the diagnostic about a path as Windows writes it, which other machines do not have."""
    name = re.split(r"[\\/:]", written)[-1]
    return ContentError(
        "image-outside",
        _("“%(path)s” is a place on one computer: copy the image beside the issue and write “%(name)s”."),
        path=written[:200],
        name=name,
    )


def _remote(written: str) -> ContentError:
    return ContentError(
        "image-remote",
        _("The image “%(path)s” lies on another site: put a copy beside the issue and name that."),
        path=written[:200],
    )


def _missing(written: str, file: Path) -> ContentError:
    if (above := file.parent.with_name(file.name)).is_file() and above != file:  # “issues/foto.png”, in an issue
        message = _("There is no image “%(path)s”. Did you mean “%(near)s”?")
        return ContentError("image-missing", message, path=written, near=file.name)
    try:
        files = [path for path in file.parent.iterdir() if path.is_file()]
        beside = sorted(path.name for path in files if path.suffix.lower() in IMAGES)
    except OSError:
        beside = []
    whole = [name for name in beside if Path(name).stem == file.name]  # without the end of its name
    near = whole[0] if whole else nearest(file.name, beside, cutoff=0.75)
    if near:
        return ContentError(
            "image-missing",
            _("There is no image “%(path)s”. Did you mean “%(near)s”?"),
            path=written,
            near=written[: len(written) - len(file.name)] + near,
        )
    return ContentError(
        "image-missing", _("There is no image “%(path)s”. Put it beside the issue, or correct its name."), path=written
    )


def picture(facts: Facts) -> list[nodes.Node]:
    """Return the figure of a block's image; nothing where it has none."""
    if not facts.image or not facts.alt:
        return []
    figure = nodes.figure("", nodes.image(uri=f"/{facts.image}", alt=facts.alt), classes=["record-image"])
    if facts.credit:
        figure += nodes.caption("", facts.credit)
    return [figure]
