# SPDX-License-Identifier: EUPL-1.2
"""What may not be published yet is nowhere: not one word of it in any file, PDFs and packed files included."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

import pikepdf
import pytest

from tests.project import Built, Project
from tests.reading.reading import diagnostics, published, write

WORD = "segretissimo"
TEXT = f"""
# Un numero {WORD}

## Sezione {WORD}

:::{{event}} Festa {WORD}
:date: 20 giugno
:place: Piazza {WORD}
:country: JP
:people: Ada {WORD}
:partners: Ente {WORD}
:topics: clima
:url: https://{WORD}.example
:image: {WORD}.png
:alt: Una foto {WORD}

Testo {WORD} con una nota[^1] e un [collegamento](https://{WORD}.example).

[^1]: Nota {WORD}.
:::
"""
HEADS = {
    "bozza": "draft: true",
    "bozza-si": "draft: sì",
    "domani": "published: 2026-05-19",
    "tra-un-anno": "published: 2027-05-18",
    "illeggibile": f"title: uno: {WORD}",
    "data-illeggibile": "published: domani",
    "bozza-illeggibile": "draft: quasi",
    "elenco": f"- {WORD}",
    "vuota": "draft:",
}
PUBLIC = "# Maggio\n\n:::{event} Festa aperta\n:date: 30 maggio\n\nVenite tutti.\n:::\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    files: dict[str, str | bytes] = {
        f"issues/2026-05-{name}.md": f"---\n{head}\n---\n{TEXT}" for name, head in HEADS.items()
    }
    files["issues/2026-06.md"] = f"---\ndraft: true\n---\n{TEXT}"
    files["issues/2026-06/parte.md"] = TEXT.replace("# Un numero", "Un testo")
    files["issues/2026-05-sotto-il-titolo.md"] = TEXT.replace("## Sezione", "---\ndraft: true\n---\n\n## Sezione")
    files["issues/2026-05-aperta.md"] = f"---\ntitle: Maggio {WORD}\n{TEXT}"
    files["issues/2026-05.md"] = PUBLIC
    return write(tmp_path_factory.mktemp("drafts"), files)


@pytest.fixture(scope="module")
def site(project: Project) -> Built:
    return project.build("html", strict=False)


def _contents(path: Path) -> bytes:
    """Return all that *path* contains, unpacked."""
    content = path.read_bytes()
    if content[:2] == b"\x1f\x8b":
        return gzip.decompress(content)
    if path.name == "objects.inv":
        return zlib.decompress(content.split(b"zlib.\n", 1)[1])
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            streams = [thing.read_bytes() for thing in pdf.objects if isinstance(thing, pikepdf.Stream)]
            return content + b"".join(streams) + repr(pdf.docinfo).encode()
    return content


def _naming(folder: Path, word: str) -> list[str]:
    return [
        path.relative_to(folder).as_posix()
        for path in published(folder)
        if word in path.name or word.encode() in _contents(path).lower()
    ]


def test_no_published_file_says_a_word_of_a_draft(site: Built) -> None:
    assert _naming(site.folder, WORD) == []
    assert _naming(site.folder, "festa aperta")


def test_no_published_file_names_the_file_of_a_draft(site: Built) -> None:
    pages = {path.stem for path in (site.folder / "issues").glob("*.html")}
    assert pages == {"2026-05"}
    for word in (b"2026-06", *(f"2026-05-{name}".encode() for name in HEADS)):
        assert [path for path in published(site.folder) if word in _contents(path)] == []


def test_the_pdfs_say_no_word_of_a_draft(project: Project) -> None:
    printed = project.build("newsletter-pdf", strict=False, doctrees="pdf-read")
    assert {path.name for path in printed.folder.rglob("*.pdf")} == {
        "borgoluce-nel-mondo.pdf",
        "2026.pdf",
        "2026-05.pdf",
    }
    for path in printed.folder.rglob("*.pdf"):
        with pikepdf.open(path) as pdf:
            assert len(pdf.pages) >= 1
    assert _naming(printed.folder, WORD) == []


def test_the_editor_is_told_of_heads_that_cannot_be_read(site: Built) -> None:
    told = {diagnostic.path for diagnostic in diagnostics(site) if diagnostic.code == "newsletter.front-matter"}
    names = {"illeggibile", "data-illeggibile", "bozza-illeggibile", "elenco", "aperta", "vuota", "sotto-il-titolo"}
    assert told == {f"issues/2026-05-{name}.md" for name in names}


def test_a_preview_shows_them_all(project: Project) -> None:
    preview = project.build("html", "-D", "newsletter_drafts=1", strict=False, out="preview", doctrees="preview-read")
    pages = {path.stem for path in (preview.folder / "issues").glob("*.html")}
    assert pages == {
        "2026-05",
        "2026-05-aperta",
        "2026-05-sotto-il-titolo",
        "2026-06",
        *(f"2026-05-{name}" for name in HEADS),
    }
    assert WORD in preview.words("issues/2026-06.html")


# Builds run at ten of 18 May in Greenwich: in Apia it is an hour to midnight, on Kiritimati the next day.
@pytest.mark.parametrize(
    ("zone", "shown"), [("Europe/Rome", False), ("Pacific/Apia", False), ("Pacific/Kiritimati", True)]
)
def test_an_issue_comes_out_at_midnight_in_the_city(zone: str, shown: bool, tmp_path: Path) -> None:
    issue = f"---\npublished: 2026-05-19\n---\n{TEXT}"
    project = write(tmp_path, {"issues/2026-05.md": PUBLIC, "issues/2026-06.md": issue})
    built = project.build("html", "-D", f"newsletter_time_zone={zone}", strict=False)
    assert built.has("issues/2026-06.html") is shown
    assert bool(_naming(built.folder, WORD)) is shown
