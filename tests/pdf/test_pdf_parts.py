# SPDX-License-Identifier: EUPL-1.2
"""An archive of many years is set in parts; its readers see no seam."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from newsletter.pdf import plan, sheet
from newsletter.pdf.binding import bind, places
from newsletter.pdf.press import Press
from tests.pdf.pdf_project import Printed, faults, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import HOSTILE, PLAIN, picture

WHOLE = "borgoluce-nel-mondo.pdf"
ISSUES = {
    **PLAIN,
    "2026-06": HOSTILE,
    "2026-07": "# Luglio 2026\n\nAncora[^1] una nota.\n\n[^1]: Di nuovo.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
}
FILES = {"issues/rosso.png": picture("RGBA", (300, 200))}


@pytest.fixture(scope="module")
def in_one(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_pdfs(write_sources(tmp_path_factory.mktemp("one"), ISSUES, FILES))


@pytest.fixture(scope="module")
def in_parts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Printed]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(plan, "_CODE_AT_ONCE", 1)
        yield print_pdfs(write_sources(tmp_path_factory.mktemp("parts"), ISSUES, FILES))


def lines_of(path: Path) -> list[list[str]]:
    """Return the words of each page; the dots of the contents, which are no words, left out."""
    return [text.replace(".", " ").split() for text in text_of(path)]


def test_all_is_well_with_each_volume(in_parts: Printed) -> None:
    assert in_parts.failure == ""
    assert {name: faults(in_parts.path(name)) for name in in_parts.manifest} == {name: [] for name in in_parts.manifest}


def test_each_page_says_the_same(in_one: Printed, in_parts: Printed) -> None:
    assert lines_of(in_parts.path(WHOLE)) == lines_of(in_one.path(WHOLE))


def test_bookmarks_and_names_lead_to_the_same_pages(in_one: Printed, in_parts: Printed) -> None:
    one, parts = (places(printed.path(WHOLE).read_bytes()) for printed in (in_one, in_parts))
    assert parts.bookmarks == one.bookmarks
    assert parts.names == one.names


def test_links_speak_and_lead_as_before(in_one: Printed, in_parts: Printed) -> None:
    def links(printed: Printed) -> set[tuple[int, str, str]]:
        with printed.pdf(WHOLE) as pdf:
            return {
                (number, str(note.Contents), str(note.get("/Dest", "") or note.A.get("/URI", "")))
                for number, sheet in enumerate(pdf.pages)
                for note in sheet.get("/Annots", ())
                if number > 1 and not isinstance(note.get("/Dest"), pikepdf.Array)
            }

    assert links(in_parts) == links(in_one)


def test_every_marked_stretch_of_every_page_has_its_element(in_parts: Printed) -> None:
    with in_parts.pdf(WHOLE) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        keys = [int(sheet.obj.StructParents) for sheet in pdf.pages]
        assert len(set(keys)) == len(keys)
        for sheet, key in zip(pdf.pages, keys, strict=True):
            for element in tree[key]:
                pages = {kid.Pg.objgen for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid}
                own = {element.Pg.objgen} if "/Pg" in element else set()
                assert sheet.obj.objgen in pages | own


def test_the_same_parts_give_the_same_bytes(in_parts: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "_CODE_AT_ONCE", 1)
    assert print_pdfs(write_sources(tmp_path, ISSUES, FILES)).manifest == in_parts.manifest


def test_one_part_is_left_as_it_is(in_one: Printed) -> None:
    content = in_one.path("issues/2026-05.pdf").read_bytes()
    with bind([content]) as book:
        assert len(book.pages) == in_one.manifest["issues/2026-05.pdf"]["pages"]
    assert Press.bind([content])[1] == in_one.manifest["issues/2026-05.pdf"]["pages"]


def test_the_indexes_of_a_large_archive_are_brief_and_speak_titles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sheet, "_RECORDS_IN_FULL", 0)
    printed = print_pdfs(write_sources(tmp_path, PLAIN))
    assert faults(printed.path(WHOLE)) == []
    index = " ".join(" ".join(text_of(printed.path(WHOLE))).split()).partition("Indice dei Paesi")[2]
    assert "Francia 3, 4" in index
    assert "Ada Esempio Sindaca 3, 4" in index
    with printed.pdf(WHOLE) as pdf:
        spoken = [str(note.Contents) for note in pdf.pages[4].get("/Annots", ())]
    assert "Ghiacciai a confronto, pagina 4" in spoken
