# SPDX-License-Identifier: EUPL-1.2
"""A contributor brings pictures as they come from a camera; each reader gets what the screen shows, and no more."""

from __future__ import annotations

import io
import json
import re
from typing import Any
from urllib.parse import unquote

import pytest
from lxml import html
from PIL import Image
from playwright.sync_api import Browser

from tests.conftest import MakeProject
from tests.pictures.samples import SECRET, drawing, photograph, written
from tests.project import Built, Project, write_project
from tests.shell.borgoluce import ISSUES

ISSUE = """
# Luglio 2026

## Appuntamenti

:::{event} Notte dei Lumi
:date: 4 luglio
:place: Borgoluce
:topics: cultura
:image: Piazza Grande.JPG
:alt: La piazza
:credit: Ada Esempio

Testo. ![La pianta](pianta.png)

```{image} Piazza%20grande.jpg
:alt: Metà
:width: 50%
```

![Dalla cartella comune](_static/stemma.jpg)

![Un ritratto](altre/pianta.webp) ![Piccola](piccola.jpg) ![Mossa](mossa.gif)

[La foto](piccola.jpg)
:::
"""
CARDS = "# Schede\n\n:::{records}\n:topic: cultura\n:layout: cards\n:::\n"
PAGE = "issues/2026-07.html"


def _taken(size: tuple[int, int]) -> bytes:
    """Return a photograph with what a camera puts into its file."""
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    return written(photograph(size, grain=60), "JPEG", exif=exif, quality=95)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    frames = [drawing((500, 300)), Image.new("RGB", (500, 300))]
    pictures = {
        "Piazza grande.jpg": _taken((2400, 1800)),
        "pianta.png": written(drawing((800, 600)), "PNG"),
        "altre/pianta.webp": written(photograph((900, 1800)), "WEBP"),
        "piccola.jpg": _taken((200, 100)),
        "mossa.gif": written(frames[0], "GIF", save_all=True, append_images=frames[1:]),
    }
    files = {**ISSUES, "issues/2026-07.md": ISSUE, "indexes/schede.md": CARDS}
    project = write_project(tmp_path_factory.mktemp("pictures") / "borgoluce", files)
    (project.folder / "issues/altre").mkdir()
    (project.folder / "_static").mkdir()
    (project.folder / "_static/stemma.jpg").write_bytes(_taken((600, 300)))
    with (project.folder / "conf.py").open("a", encoding="utf-8") as conf:
        conf.write('html_static_path = ["_static"]\n')
    for name, content in pictures.items():
        (project.folder / "issues" / name).write_bytes(content)
    return project


@pytest.fixture(scope="module")
def built(project: Project) -> Built:
    built = project.build(strict=False)
    assert built.code == 0, built.messages
    return built


@pytest.fixture(scope="module")
def shown(built: Built) -> list[Any]:
    """Give the images of the issue, in their order."""
    return _found(built.text(PAGE), "//section[contains(@class, 'record-event')]//img")


def _found(markup: str, path: str) -> list[Any]:
    page: Any = html.fromstring(markup)
    return list(page.xpath(path))


def _widths(srcset: str | None) -> list[int]:
    return [int(width) for width in re.findall(r" (\d+)w", srcset or "")]


def test_the_credit_stands_with_its_picture_and_not_among_the_words_of_the_record(built: Built) -> None:
    record = built.records["2026-07-notte-dei-lumi"]
    assert record["image"]["credit"] == "Ada Esempio"
    assert record["text"].splitlines()[0].startswith("Testo.")
    assert "Ada Esempio" in built.words(PAGE)
    assert "Ada Esempio" not in built.text("calendar/records/2026-07-notte-dei-lumi.ics")


def test_a_browser_chooses_a_file_that_its_screen_needs(built: Built, shown: list[Any]) -> None:
    [source] = shown[0].xpath("ancestor::picture/source")
    assert source.get("type") == "image/webp"
    assert _widths(source.get("srcset")) == _widths(shown[0].get("srcset")) == [480, 960, 1600]
    assert shown[0].get("sizes").endswith("(max-width: 768px) calc(100vw - 4rem), 704px")
    assert len(built.tree["_images/Piazza grande-960.webp"]) < 150_000
    offered = f"{source.get('srcset')}, {shown[0].get('srcset')}"
    assert {unquote(name) for name in re.findall(r"\.\./(\S+)", offered)} < built.tree.keys()


@pytest.mark.browser
@pytest.mark.parametrize("density", [1, 2, 3])
def test_a_telephone_loads_less_than_150_kb_of_a_photograph(built: Built, browser: Browser, density: int) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=density)
    page = context.new_page()
    page.goto((built.folder / PAGE).as_uri(), wait_until="networkidle")
    image = page.get_by_alt_text("La piazza")
    name = unquote(image.evaluate("image => image.currentSrc")).rpartition("/")[2]
    shown = image.bounding_box()
    context.close()

    assert name in {"Piazza grande-480.webp", "Piazza grande-960.webp"}
    assert len(built.tree[f"_images/{name}"]) < 150_000
    assert shown is not None
    assert 250 < shown["width"] < 360


def test_the_page_keeps_the_place_of_each_picture_and_stretches_none(shown: list[Any]) -> None:
    assert [(image.get("alt"), image.get("width"), image.get("height")) for image in shown] == [
        ("La piazza", "704", "528"),
        ("La pianta", "704", "528"),
        ("Metà", "704", "528"),
        ("Dalla cartella comune", "600", "300"),
        ("Un ritratto", "320", "640"),
        ("Piccola", "200", "100"),
        ("Mossa", "500", "300"),
    ]
    assert shown[2].get("class") == "width-50"


def test_a_poster_that_is_made_narrow_leads_to_its_largest_file(shown: list[Any]) -> None:
    leads = {image.get("alt"): link.get("href") for image in shown for link in image.xpath("ancestor::a")}
    assert re.fullmatch(r"\.\./_images/pianta-[0-9a-f]{8}-900\.jpg", leads["Un ritratto"])
    assert leads.keys() == {"Un ritratto", "Metà"}, "one that its author has made small leads there too"


def test_the_first_picture_comes_at_once_and_the_others_when_they_are_near(shown: list[Any]) -> None:
    assert [image.get("loading") for image in shown] == [None, *["lazy"] * 6]


def test_pictures_of_one_name_stand_side_by_side(built: Built) -> None:
    names = sorted(path.removeprefix("_images/") for path in built.tree if path.startswith("_images/pianta"))
    assert {"pianta-480.png", "pianta-600.png", "pianta-800.png"} < set(names)
    assert [name for name in names if re.fullmatch(r"pianta-[0-9a-f]{8}-480\.webp", name)]


def test_nothing_that_is_published_is_the_original_or_tells_of_the_camera(built: Built, project: Project) -> None:
    originals = [
        path.read_bytes()
        for folder in ("issues", "_static")
        for path in (project.folder / folder).rglob("*.*")
        if path.suffix != ".md"
    ]
    assert [path for path, content in built.tree.items() if content in originals] == []
    assert [path for path, content in built.tree.items() if SECRET in content or b"Exif" in content] == []


def test_feeds_and_search_engines_get_a_jpeg_or_a_png_that_every_program_shows(built: Built) -> None:
    site = "https://borgoluce.example/news/_images/"
    entry = next(each for each in json.loads(built.text("feeds/feed.json"))["items"] if "Luglio" in each["title"])
    images = _found(entry["content_html"], "//img")
    assert images[0].get("src") == f"{site}Piazza%20grande-960.jpg"
    assert [image.get("srcset") for image in images] == [None] * len(images)
    assert "<source" not in entry["content_html"]
    assert f'"image": ["{site}Piazza%20grande-1600.jpg"]' in built.text(PAGE)
    [record] = [each for each in built.records.values() if each["title"] == "Notte dei Lumi"]
    assert record["image"]["address"] == "_images/Piazza%20grande-1600.jpg"


def test_a_card_has_the_picture_of_its_record(built: Built) -> None:
    cards = _found(built.text("indexes/schede.html"), "//div[contains(@class, 'sd-card ')]")
    pictures = {card.xpath("string(.//a)"): [image.get("alt") for image in card.xpath(".//img")] for card in cards}
    assert pictures == {"Notte dei Lumi": ["La piazza"], "Festa della Luce": []}
    assert "Piazza%20grande-480.webp 480w" in built.text("indexes/schede.html")


def test_what_deserves_a_second_look_is_told_where_it_is_written(built: Built) -> None:
    told = re.findall(r"2026-07\.md:(\d+): HINT: .*\[newsletter\.(image-\w+)\]", built.messages)
    assert told == [("9", "image-name"), ("22", "image-size"), ("22", "image-moving")]


def test_check_tells_of_pictures_that_are_needlessly_large_or_cannot_be_shown(make_project: MakeProject) -> None:
    pictures = {
        "pesante.jpg": _taken((500, 400)) + bytes(20_000_000),
        "enorme.png": written(Image.new("1", (8000, 5200)), "PNG"),
        "tronca.jpg": _taken((500, 400))[:9000],
        "telefono.heic": b"\0\0\0\x18ftypheic" + bytes(400),
        "vuota.png": b"",
    }
    text = "\n\n".join(f"![Figura]({name})" for name in pictures)
    project = make_project({"issues/2026-07.md": f"# Luglio\n\n{text}\n"})
    for name, content in pictures.items():
        (project.folder / "issues" / name).write_bytes(content)

    told = re.findall(r"2026-07\.md:(\d+): (\w+): ([^\n]+)", project.build("newsletter-check", strict=False).messages)

    assert [(line, level) for line, level, _text in told] == [
        *(("3", "HINT"), ("5", "HINT"), ("7", "WARNING"), ("9", "WARNING"), ("11", "WARNING")),
    ]
    words = ("20 MB", "41 milioni", "guasta", "iPhone", "guasta")
    assert [word in text for word, (_line, _level, text) in zip(words, told, strict=True)] == [True] * len(words)


def test_a_broken_picture_of_any_page_is_told_with_its_line(make_project: MakeProject) -> None:
    project = make_project({**ISSUES, "indexes/storia.md": "# Storia\n\n![Il palazzo](palazzo.png)\n"})
    (project.folder / "indexes/palazzo.png").write_bytes(b"no picture")

    built = project.build(strict=False)

    assert re.fullmatch(r"indexes/storia\.md:3: WARNING: .*palazzo\.png.*\[newsletter\.image-form\]\n", built.messages)
    assert [path for path in built.tree if path.startswith("_images/")] == []


@pytest.mark.usefixtures("built")
def test_old_pictures_leave_nothing_behind_when_one_takes_the_place_of_two(project: Project) -> None:
    for name in ("piccola", "Piazza grande"):
        (project.folder / f"issues/{name}.jpg").write_bytes(_taken((640, 320)))
    again = project.build(strict=False)
    left = {path for path in again.tree if path.startswith("_images/piccola")}
    assert left == {f"_images/piccola-{name}" for name in ("480.webp", "640.webp", "480.jpg", "600.jpg", "640.jpg")}
    with Image.open(io.BytesIO(again.tree["_images/piccola-640.jpg"])) as image:
        assert image.size == (640, 320)
    assert 'width="640"' in again.text(PAGE)
    clean = project.build(strict=False, out="clean", doctrees="clean-read")
    assert again.tree == clean.tree


def test_a_drawing_stands_in_the_card_of_its_record(make_project: MakeProject) -> None:
    issue = "# Luglio 2026\n\n## A\n\n:::{event} Festa\n:date: 4 luglio\n:place: Borgoluce\n:topics: cultura\n"
    issue += ":image: stemma.svg\n:alt: Lo stemma\n:::\n"
    project = make_project({"issues/2026-07.md": issue, "indexes/schede.md": CARDS})
    project.write(
        "issues/stemma.svg", '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 6"><rect width="9"/></svg>'
    )
    built = project.build()
    [image] = _found(built.text("indexes/schede.html"), "//div[contains(@class, 'sd-card ')]//img")
    assert (image.get("src"), image.get("alt")) == ("../_images/stemma.svg", "Lo stemma")
