# SPDX-License-Identifier: EUPL-1.2
"""The gate stands on the folder of issues: what is no Markdown is never a page, and no path is opened unjudged."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest
from PIL import Image

from tests.project import Built, Project
from tests.reading.reading import PREVIEW, diagnostics, picture, published, write

SECRET = "PAROLA-SEGRETA"  # noqa: S105 - a word to look for
RST = """
Evil
====

.. raw:: html

   <script src="https://cattivo.example/x.js"></script>

.. literalinclude:: ../segreti/segreto.txt

.. csv-table:: t
   :url: http://127.0.0.1:9/x
"""
NO_PAGES = {
    "2026-06.rst": RST, "2026-07.txt": "# Luglio", "2026-08.markdown": "# Agosto", "2026-09.MD": "# Settembre",
    "2026-10.ipynb": "{}", "2026-11.html": "<script>alert(1)</script>", "2026-12": "# Dicembre", "README": "# Leggimi",
    "2026-05.md.bak": "# Copia", "2027-01.xhtml": "<html/>", "2027-02.py": "1", "2027-03.xml": "<x/>",
    "2027-04.js": "1",
    "2026-05/profondo/parte.md": "# Parte", "2026-05/parte.rst": RST, "cartella.md/2026-06.rst": RST,
}  # fmt: skip
ATTACHED = "".join(
    f"[allegato](cattivo{suffix})\n\n"
    for suffix in (".html", ".xhtml", ".xml", ".js", ".svgz", ".HTML", ".svg.html", "")
)
FALSE_PICTURES = ("pagina.png", "disegno.jpg", "mezza.png", "pagina.webp", "pagina.gif")
DRAWING = f'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><rect width="9"/><script>{SECRET}</script></svg>'
PATHS = """# Maggio

```{figure} /dev/stdin
:figwidth: image
:alt: x

didascalia
```

```{figure} ../segreti/foto.png
:figwidth: image
:alt: x
```

```{figure} tubo.png
:figwidth: image
:alt: x
```

![x](cerchio.png)

![x](/etc/hostname) ![x](../../../../../../etc/hostname.png) ![x](fuori.png) ![x](%00.png) ![x](%2e%2e/segreti/foto.png)

[x](/etc/hostname) [x](cerchio.pdf) [x](tubo.pdf) [x](fuori.pdf) [x](%00.pdf) [x](a%2541.pdf) [x](../conf.py) [x](.)

````{card} Scheda
:img-top: ../segreti/foto.png
:img-background: /segreti/foto.png

testo
````

![x](foto.png)
"""

DRAFT = f"---\ndraft: true\n---\n# Bozza\n\n{SECRET}\n"
BAD_NAMES = (
    b"*.md", b"[0-9]*.md", b"?026-05.md", b"<img src=x onerror=alert(1)>.md", b"a\nb.md", b"a\x1b[31m.md", b"-rf.md",
    b"\xff.md", b"a%2e.md", b"a#b?c.md", b"{{7*7}}.md", b"a;b.md", "\u202etxt.md".encode(), b"2026-05/a\nb.md",
)  # fmt: skip


def _laden(form: str) -> bytes:
    """Return a picture that lies on its side, with words of its camera and words after its end."""
    exif = Image.Exif()
    exif[0x010E], exif[0x0112] = SECRET, 6
    content = io.BytesIO()
    Image.new("RGB", (40, 20), "teal").save(content, form, exif=exif)
    return content.getvalue() + SECRET.encode()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files: dict[str, str | bytes] = {f"issues/{name}": text for name, text in NO_PAGES.items()}
    files |= {"issues/2026-05.md": PATHS, "issues/2026-05-allegati.md": f"# Maggio\n\n{ATTACHED}"}
    files |= {
        f"issues/cattivo{suffix}": "<script>alert(1)</script>" for suffix in (".html", ".xhtml", ".xml", ".js", "")
    }
    files |= {"segreti/segreto.txt": SECRET, "segreti/foto.png": picture() + SECRET.encode()}
    drawings = "![a](disegno.svg) [b](DISEGNO2.SVG) ![c](_static/nessuno.svg)\n"
    files |= {"issues/2026-05-disegni.md": f"# Maggio\n\n{drawings}", "issues/disegno.svg": DRAWING}
    shown = ":::{news} Una foto\n:image: scatto.jpg\n:alt: x\n:::\n\n![a](scatto.jpg) ![b](testo.PNG) [c](scatto.jpg)"
    files |= {"issues/2026-05-foto.md": f"# Maggio\n\n{shown}\n", "issues/scatto.jpg": _laden("JPEG")}
    files |= {"issues/testo.PNG": _laden("PNG")}
    files |= {
        f"issues/{name}": DRAWING if name == "disegno.jpg" else "<script>alert(1)</script>" for name in FALSE_PICTURES
    }
    files |= {"issues/mezza.png": _laden("PNG")[:60]}
    false = "".join(f"[allegato]({name})\n\n" for name in FALSE_PICTURES)
    files |= {"issues/2026-05-false.md": f"# Maggio\n\n{false}"}
    files |= {"issues/DISEGNO2.SVG": DRAWING, "issues/aA.pdf": "%PDF"}
    project = write(tmp_path_factory.mktemp("files"), files)
    issues = project.folder / "issues"
    for name, target in {
        "2026-02.md": "2026-02.md", "cerchio.png": "cerchio.png", "cerchio.pdf": "cerchio.pdf",
        "2026-03.md": "nessuno.md", "foto.it.png": "../segreti/foto.png", "a%41.pdf": "../segreti/segreto.txt",
        "fuori.png": "../segreti/foto.png", "fuori.pdf": "../segreti/segreto.txt",
        "2026-01.md": "../segreti/segreto.txt",
        "altrove": "../segreti", "giro": ".", "2026-05/parte.md": "/etc/hostname",
    }.items():  # fmt: skip
        (issues / name).symlink_to(target)
    for bad in BAD_NAMES:
        (issues / os.fsdecode(bad)).write_text(DRAFT)
    for name in ("tubo.png", "tubo.pdf", "2026-04.md"):
        os.mkfifo(issues / name)
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    return project.build("html", strict=False)


def test_both_commands_end_and_end_well(project: Project, built: Built) -> None:
    checked = project.build("newsletter-check", *PREVIEW, strict=False, doctrees="check-read")
    assert (built.code, checked.code) == (0, 0)
    assert {message.code.partition(".")[0] for message in diagnostics(checked)} == {"newsletter"}


@pytest.mark.parametrize("name", NO_PAGES)
def test_what_is_no_markdown_is_a_warning_and_no_page(name: str, built: Built) -> None:
    told = [message for message in diagnostics(built) if message.path == f"issues/{name}"]
    assert [(message.line, message.level, message.code) for message in told] == [
        (1, "WARNING", "newsletter.issue-name")
    ]
    assert not built.has(f"issues/{Path(name).with_suffix('.html')}")


def test_only_the_issues_are_pages(built: Built) -> None:
    assert {path.name for path in (built.folder / "issues").rglob("*.html")} == {
        "2026-05.html", "2026-05-allegati.html", "2026-05-disegni.html",
        "2026-05-foto.html", "2026-05-false.html",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["2026-01.md", "2026-02.md", "2026-03.md", "altrove", "giro", "2026-05/parte.md"])
def test_a_link_that_leads_out_or_nowhere_is_a_warning(name: str, built: Built) -> None:
    told = {(message.path, message.level, message.code) for message in diagnostics(built)}
    assert (f"issues/{name}", "WARNING", "newsletter.link-outside") in told


def test_a_pipe_is_a_warning_and_nobody_waits_for_it(built: Built) -> None:
    told = {(message.path, message.code) for message in diagnostics(built)}
    assert ("issues/2026-04.md", "newsletter.issue-name") in told


def test_each_path_that_may_not_be_opened_is_told_at_its_line(built: Built) -> None:
    told = [message.line for message in diagnostics(built) if message.path == "issues/2026-05.md"]
    lines = PATHS.split("\n")
    figures = [number for number, line in enumerate(lines, 1) if line.startswith("```{")]
    images, links, card, variant = (
        lines.index(next(line for line in lines if line.startswith(start))) + 1
        for start in ("![x](/", "[x](", "````{card}", "![x](foto.png)")
    )
    circle = lines.index("![x](cerchio.png)") + 1
    assert sorted(told) == [*figures, circle, *[images] * 5, *[links] * 8, card, card, variant]


def test_a_file_name_that_no_address_may_have_is_told_on_one_line_and_hides_no_issue(built: Built) -> None:
    told = [
        message.path for message in diagnostics(built) if re.search("un segno nel suo nome|possa leggere", message.text)
    ]
    assert len([path for path in told if path not in {"issues/cartella.md", "issues/2026-04.md"}]) == len(BAD_NAMES)
    assert built.messages.replace("\n", "").isprintable()
    assert "onerror" not in "".join(built.tree)


def test_no_byte_of_another_file_is_published(built: Built) -> None:
    assert [path for path in published(built.folder) if SECRET.encode() in path.read_bytes()] == []


def test_what_could_act_is_no_attachment(built: Built) -> None:
    told = [message for message in diagnostics(built) if message.path == "issues/2026-05-allegati.md"]
    assert len(told) == ATTACHED.count("allegato")
    assert not [path for path in built.tree if path.endswith((".xhtml", ".xml")) and "cattivo" in path]
    assert not [path for path in built.tree if "_downloads" in path and not path.lower().endswith((".svg", ".jpg"))]


def test_what_is_no_picture_is_not_attached_under_the_name_of_one(built: Built) -> None:
    told = [message for message in diagnostics(built) if message.path == "issues/2026-05-false.md"]
    assert {(message.level, message.code) for message in told} == {("WARNING", "newsletter.image-form")}
    assert len(told) == len(FALSE_PICTURES)
    assert not [path for path in built.tree if path.rpartition("/")[2] in FALSE_PICTURES]


def test_pictures_are_published_upright_and_without_what_their_files_tell(built: Built) -> None:
    pictures = {path: content for path, content in built.tree.items() if "scatto" in path or "testo" in path}
    assert [path.rpartition("/")[2] for path in sorted(pictures)] == [
        *("scatto.jpg", "scatto-20.jpg", "scatto-20.webp", "testo-20.png"),
    ]
    for content in pictures.values():
        with Image.open(io.BytesIO(content)) as image:
            assert (image.size, dict(image.getexif())) == ((20, 40), {})
    page = built.words("issues/2026-05-foto.html")
    assert "Una foto" in page
    assert built.tree["issues/2026-05-foto.html"].count(b'height="40"') == 3


def test_drawings_are_published_as_they_were_written_anew(built: Built) -> None:
    told = {message.text.partition("»")[0] for message in diagnostics(built) if message.code == "newsletter.image-form"}
    assert {"Il disegno «disegno.svg", "Il disegno «DISEGNO2.SVG"} <= told
    drawings = {
        path: content
        for path, content in built.tree.items()
        if path.lower().endswith(".svg") and "isegno" in path.lower()
    }
    assert {path.partition("/")[0] for path in drawings} == {"_images", "_downloads"}
    for content in drawings.values():
        assert b'<rect width="9"/>' in content
        assert not any(word in content for word in (b"script", b"onload", SECRET.encode()))


def test_a_folder_is_no_picture_and_is_not_proposed_as_one(tmp_path: Path) -> None:
    project = write(
        tmp_path / "p", {"issues/2026-05.md": "# Maggio\n\n![x](fotto.png)\n", "issues/fotto.png/a.txt": ""}
    )
    [said] = [each.text for each in diagnostics(project.build(strict=False)) if each.code.endswith("image-missing")]
    assert "«foto.png»" in said
