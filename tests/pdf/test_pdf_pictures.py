# SPDX-License-Identifier: EUPL-1.2
"""Contributors send pictures as their cameras and drawing programs made them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from newsletter.pdf.pictures import Picture, PrintedPictures
from newsletter.pictures.store import PictureStore
from tests.pdf.pdf_project import faults, print_pdfs, write_sources
from tests.pdf.pdf_samples import picture as picture_of
from tests.pictures.samples import opened, photograph, written

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{}</svg>'
SCRIPT = _SVG.format('<script>x()</script><rect width="9" height="9"/>').encode()


def _printed(folder: Path, content: bytes) -> tuple[Picture, Image.Image]:
    """Return how the picture *content* is set, and the file that is set."""
    (folder / "foto.png").write_bytes(content)
    picture = PrintedPictures(folder, PictureStore(folder / "kept")).add(folder / "foto.png")
    return picture, opened((folder / picture.path.lstrip("/")).read_bytes())


def test_forty_megapixels_become_what_print_needs(tmp_path: Path) -> None:
    picture, image = _printed(tmp_path, picture_of("L", (8000, 5000), kind="JPEG"))
    assert (picture.width, picture.height) == image.size == (1200, 750)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photograph_is_printed_as_a_jpeg_whatever_it_was(tmp_path: Path, kind: str) -> None:
    picture, image = _printed(tmp_path, written(photograph((1600, 1200), grain=90), kind))
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (1200, 900))
    assert (tmp_path / picture.path.lstrip("/")).stat().st_size < 120_000


def test_a_transparent_photograph_is_printed_on_white(tmp_path: Path) -> None:
    cut = photograph((700, 300)).convert("RGBA")
    cut.putalpha(Image.linear_gradient("L").resize(cut.size))
    image = _printed(tmp_path, written(cut, "PNG"))[1]
    top = image.getpixel((10, 0))
    assert isinstance(top, tuple)
    assert (image.format, min(top) > 245) == ("JPEG", True)


def test_two_files_with_one_picture_are_set_from_one(tmp_path: Path) -> None:
    assert _printed(tmp_path, picture_of())[0] == _printed(tmp_path, picture_of())[0]


def test_a_bad_picture_costs_only_itself_and_is_named(tmp_path: Path) -> None:
    issue = """\
        # Maggio 2026

        ![Una buona](buona.jpg)

        ![Una rotta](rotta.jpg)

        ![Un disegno](disegno.svg)

        ![Un disegno rotto](mezzo.svg)

        ![Un disegno che nessuno saprebbe leggere](parole.svg)
        """
    files = {
        "issues/buona.jpg": picture_of("CMYK", kind="JPEG"),
        "issues/rotta.jpg": picture_of(size=(400, 300), kind="JPEG")[:300],
        "issues/disegno.svg": SCRIPT,
        "issues/mezzo.svg": SCRIPT[:80],
        "issues/parole.svg": _SVG.format("<text y='9'>\u0f56</text>").encode(),
    }
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}, files))
    assert printed.status == 0
    diagnostics = [line for line in printed.warnings.splitlines() if "WARNING" in line]
    named = {line.split(": ")[0].partition(":")[2]: line.rpartition("[")[2].rstrip("]") for line in diagnostics}
    assert named == {
        "5": "newsletter.image-form",
        "7": "newsletter.image-form",
        "9": "newsletter.image-form",
        "11": "newsletter.pdf-image",
    }
    assert faults(printed.path("issues/2026-05.pdf")) == []


def moving(kind: str) -> bytes:
    """Return a picture of three frames."""
    frames, buffer = [Image.new("RGB", (50, 30), (shade, 0, 0)) for shade in (0, 90, 180)], io.BytesIO()
    frames[0].save(buffer, kind, save_all=True, append_images=frames[1:])
    return buffer.getvalue()


ODD = {
    **{f"{mode}.png": picture_of(mode) for mode in ("1", "L", "LA", "P", "RGBA", "I;16")},
    "cmyk.jpg": picture_of("CMYK", kind="JPEG"),
    "moving.gif": moving("GIF"),
    "moving.webp": moving("WEBP"),
    "moving.png": moving("PNG"),
    "dot.png": picture_of(size=(1, 1)),
    "line.png": picture_of(size=(20_000, 1)),
    "profile.png": picture_of(icc_profile=b"no profile at all"),
    "empty.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def test_pictures_of_odd_colours_and_shapes_are_printed_with_hints_alone(tmp_path: Path) -> None:
    shown = "\n\n".join(f"![Figura](<{name}>)\n\nE in riga ![piccola](<{name}>) qui." for name in ODD)
    files = {f"issues/{name}": content for name, content in ODD.items()}
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{shown}\n"}, files))
    told = {line.rpartition("[")[2] for line in printed.warnings.splitlines()}
    assert (told, printed.status) == ({"newsletter.image-size]", "newsletter.image-moving]"}, 0)
    assert faults(printed.path("issues/2026-05.pdf")) == []
