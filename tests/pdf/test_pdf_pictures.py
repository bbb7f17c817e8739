# SPDX-License-Identifier: EUPL-1.2
"""Contributors send pictures as their cameras and drawing programs made them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from newsletter.pdf.pictures import PictureError, PictureStore, normalise
from tests.pdf.pdf_project import faults, print_pdfs, write_sources
from tests.pdf.pdf_samples import picture

_SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="20">{}</svg>'
SCRIPT = _SVG.format('<script>x()</script><rect width="9" height="9"/>').encode()


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def test_a_picture_for_print_becomes_rgb() -> None:
    _suffix, content, _size = normalise(picture("CMYK", kind="JPEG"))
    assert opened(content).mode == "RGB"


def test_a_picture_taken_sideways_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    _suffix, content, size = normalise(picture(size=(60, 40), kind="JPEG", exif=exif))
    assert size == opened(content).size == (40, 60)
    assert not opened(content).getexif()


def test_forty_megapixels_become_what_print_needs() -> None:
    _suffix, content, size = normalise(picture("L", (8000, 5000), kind="JPEG"))
    assert size == (1600, 1000)
    assert len(content) < 300_000


def test_what_is_transparent_is_white_on_paper() -> None:
    _suffix, content, _size = normalise(picture("RGBA"))
    assert opened(content).getpixel((0, 0)) == (255, 255, 255)


@pytest.mark.parametrize("content", [b"", b"nothing", picture(size=(400, 300), kind="JPEG")[:300]])
def test_a_broken_picture_is_refused(content: bytes) -> None:
    with pytest.raises(PictureError):
        normalise(content)


def test_the_same_picture_is_kept_once(tmp_path: Path) -> None:
    store = PictureStore(tmp_path)
    for name in ("a.png", "b.png"):
        (tmp_path / name).write_bytes(picture())
    assert store.add(tmp_path / "a.png") == store.add(tmp_path / "b.png")


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
        "issues/buona.jpg": picture("CMYK", kind="JPEG"),
        "issues/rotta.jpg": picture(size=(400, 300), kind="JPEG")[:300],
        "issues/disegno.svg": SCRIPT,
        "issues/mezzo.svg": SCRIPT[:80],
        "issues/parole.svg": _SVG.format("<text y='9'>\u6771</text>").encode(),
    }
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}, files))
    assert printed.status == 0
    complaints = [line for line in printed.warnings.splitlines() if "WARNING" in line]
    named = {line.split(": ")[0].partition(":")[2]: line.rpartition("[")[2].rstrip("]") for line in complaints}
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
    **{f"{mode}.png": picture(mode) for mode in ("1", "L", "LA", "P", "RGBA", "I;16")},
    "cmyk.jpg": picture("CMYK", kind="JPEG"),
    "moving.gif": moving("GIF"),
    "moving.webp": moving("WEBP"),
    "moving.png": moving("PNG"),
    "dot.png": picture(size=(1, 1)),
    "line.png": picture(size=(20_000, 1)),
    "column.png": picture(size=(1, 20_000)),
    "profile.png": picture(icc_profile=b"no profile at all"),
    "empty.svg": b'<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def test_pictures_of_odd_colours_and_shapes_are_printed_without_a_word(tmp_path: Path) -> None:
    shown = "\n\n".join(f"![Figura](<{name}>)\n\nE in riga ![piccola](<{name}>) qui." for name in ODD)
    files = {f"issues/{name}": content for name, content in ODD.items()}
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{shown}\n"}, files))
    assert (printed.warnings, printed.status) == ("", 0)
    assert faults(printed.path("issues/2026-05.pdf")) == []
