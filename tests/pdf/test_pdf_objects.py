# SPDX-License-Identifier: EUPL-1.2
"""PDFs are taken apart and bound as text: what stands in a title stays words, and what is unknown stops the build."""

from __future__ import annotations

import io
from pathlib import Path

import pikepdf
import pytest

from newsletter.pdf.objects import Objects, UnknownFormError, octets_of, read, string, text_string, words_of
from newsletter.pdf.packing import pack, unpack
from tests.pdf.pdf_project import faults, print_pdfs, text_of, write_sources

TITLES = [
    "Le (tre (belle)) mostre",
    "Si veda 12 0 R e (7 0 R)",
    "/P 5 0 R /StructParent 3 /ID(x) /Contents(y)>>",
    r"Una \( barra \\ e una ) sola",
    "endobj stream 1 0 obj <</Type/Page>>",
    "Perché (così) 3 0 R",
]


def test_a_title_that_looks_like_a_pdf_stays_a_title(tmp_path: Path) -> None:
    blocks = "\n\n".join(f":::{{event}} `{title}`\n:date: 9 maggio\n:::" for title in TITLES)
    issues = {"2026-04": "# Aprile 2026\n\nPrima.\n", "2026-05": f"# Maggio 2026\n\n## Appuntamenti\n\n{blocks}\n"}
    printed = print_pdfs(write_sources(tmp_path, issues))
    for name in printed.manifest:
        assert faults(printed.path(name)) == []
        if "2026-04" in name:
            continue
        with printed.pdf(name) as pdf:
            marks = _titles(pdf.Root.Outlines)
            spoken = {str(note.Contents).rpartition(", ")[0] for page in pdf.pages for note in page.get("/Annots", ())}
        shown = "".join("".join(text_of(printed.path(name))).split())
        for title in TITLES:
            assert title in marks
            assert title in spoken
            assert "".join(title.split()) in shown


def _titles(parent: pikepdf.Object) -> set[str]:
    found, item = set(), parent.get("/First")
    while item is not None:
        found |= {str(item.Title), *_titles(item)}
        item = item.get("/Next")
    return found


def test_what_another_program_writes_is_refused(tmp_path: Path) -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(tmp_path / "other.pdf")
    for content in ((tmp_path / "other.pdf").read_bytes(), b"", b"%PDF-1.7\nstartxref\n5\n%%EOF"):
        with pytest.raises(UnknownFormError):
            read(content)


@pytest.mark.parametrize("words", ["", "a (b) \\ c", "12 0 R", "perché", "riga\nnuova", "\U0001f600 (("])
def test_words_come_back_from_strings(words: str) -> None:
    assert words_of(text_string(words)) == words
    assert octets_of(string(words.encode())) == words.encode()
    with_it = pikepdf.Object.parse(text_string(words))
    assert str(with_it) == words


def test_objects_come_back_from_the_file_and_another_program_finds_them_there() -> None:
    objects = Objects([b"", b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Count 0/Kids[]>>", b"<<>>"], {}, 1, 3)
    numbers = [objects.add(b"<</Number %d/Before %d 0 R>>" % (number, number + 3)) for number in range(500)]
    stream = objects.add(b"")
    objects.put_stream(stream, b"q Q " * 100)
    content = pack(objects)
    assert unpack(content) == objects
    assert pack(unpack(content)) == content
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert [int(pdf.get_object(number, 0).Number) for number in numbers] == list(range(500))
        assert pdf.get_object(numbers[-1], 0).Before.objgen == (numbers[-2], 0)
        assert pdf.get_object(stream, 0).read_bytes() == b"q Q " * 100
        assert pdf.check_pdf_syntax() == []
