# SPDX-License-Identifier: EUPL-1.2
"""A volume has the issues of each year run on, between contents and indexes, and no seam is to be seen."""

from __future__ import annotations

import io
import shutil
from collections import Counter
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from newsletter.pdf import builder, compiler, front, sheet
from newsletter.pdf.compiler import Compiler
from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import Places, Printed, faults, places_in, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import HOSTILE, PLAIN, picture

_compile = Compiler._compile  # noqa: SLF001 - the one place where Typst is called
WHOLE = "borgoluce-nel-mondo.pdf"
LONG_TITLE = (
    "Una mostra che ha un titolo molto più lungo di quanto entri in una riga, (anche) con «virgolette» e ancora"
)
MANY = "# Agosto 2026\n\n## Appuntamenti\n\n" + "\n".join(
    f":::{{event}} {title}\n:date: {day} agosto\n\n{'Parole di prova. ' * 60}\n:::\n"
    for day, title in enumerate([f"Prova {number}" for number in range(1, 8)] + [LONG_TITLE], 1)
)
ISSUES = {
    **PLAIN,
    "2026-06": HOSTILE,
    "2026-07": "# Luglio 2026\n\nAncora[^1] una nota.\n\n[^1]: Di nuovo.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n",
    "2026-08": MANY,
}
_FOOT = 70
"""Points of margin at the foot of a page, about those at its head."""
FILES = {"issues/rosso.png": picture("RGBA", (300, 200))}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_pdfs(write_sources(tmp_path_factory.mktemp("bound"), ISSUES, FILES))


def places(printed: Printed, name: str) -> Places:
    with printed.pdf(name) as pdf:
        return places_in(pdf)


def words(page: str) -> list[str]:
    """Return the words of a page without the numbers of pages, which differ from volume to volume."""
    return [word for word in page.split() if not word.isdigit()]


def test_all_is_well_with_each_volume(printed: Printed) -> None:
    assert printed.status == 0
    assert {name: faults(printed.path(name)) for name in printed.manifest} == {name: [] for name in printed.manifest}


def test_each_issue_tells_in_the_whole_what_it_tells_alone(printed: Printed) -> None:
    def heard(name: str) -> Counter[str]:
        """Return the words as tags have them: without running heads, and heads of tables that go on."""
        return Counter(words(" ".join(said.words for said in linear_reading(printed.path(name)))))

    whole = heard(WHOLE)
    for name in ISSUES:
        assert heard(f"issues/{name}.pdf") <= whole


def test_issues_run_on_and_leave_no_page_half_empty(printed: Printed) -> None:
    begun = Counter(places(printed, WHOLE).names[f"issues/{name}"] for name in ISSUES)
    assert max(begun.values()) > 1
    with pdfium.PdfDocument(printed.path(WHOLE)) as document:
        last_of_years = {min(begun) - 1, places(printed, WHOLE).names["issues/2026-05"] - 1, max(begun) - 1}
        for number in range(min(begun), max(begun)):
            sheet = document[number - 1]
            lowest = min(item.get_bounds()[1] for item in sheet.get_objects() if item.get_bounds()[1] > _FOOT)
            assert lowest < _FOOT + 0.4 * (sheet.get_height() - 2 * _FOOT) or number in last_of_years


def test_a_note_stands_on_the_page_that_refers_to_it(printed: Printed) -> None:
    for page in text_of(printed.path(WHOLE)):
        assert ("Parolalunghissima" in page) == ("Testo della nota" in page)


def test_bookmarks_and_names_lead_to_the_places_of_each_issue_below_its_year(printed: Printed) -> None:
    whole = places(printed, WHOLE)
    assert [mark.title for mark in whole.bookmarks if mark.level == 1][1:3] == ["2025", "2026"]
    marks = {(mark.title, mark.level, mark.name) for mark in whole.bookmarks}
    for name in ISSUES:
        alone = places(printed, f"issues/{name}.pdf")
        assert alone.names.keys() <= whole.names.keys()
        assert {(mark.title, mark.level + 1, mark.name) for mark in alone.bookmarks if mark.level < 3} <= marks


def test_the_contents_of_an_issue_show_and_speak_the_pages_of_the_volume(printed: Printed) -> None:
    for name in ("issues/2026-08.pdf", WHOLE):
        names, texts = places(printed, name).names, text_of(printed.path(name))
        listed: dict[str, str] = {}
        with printed.pdf(name) as pdf:
            for at in range(names["issues/2026-08"] - 1, len(pdf.pages)):
                spoken = {str(note.get("/Dest", "")): str(note.Contents) for note in pdf.pages[at].get("/Annots", ())}
                lines = {place: said for place, said in spoken.items() if place.startswith("issues/2026-08#")}
                # The numbers are drawn after everything else, in the order of the lines, after that at the foot.
                assert "".join(texts[at].split()).endswith("".join(str(names[place]) for place in lines))
                listed |= lines
                if len(listed) == 9:
                    break
        assert listed.pop("issues/2026-08#appuntamenti").startswith("Appuntamenti, ")
        assert len(listed) == 8
        for place, said in listed.items():
            title, date, number = said.rsplit(", ", 2)
            assert date.endswith(" 2026")
            assert title in {*(f"Prova {number}" for number in range(1, 8)), LONG_TITLE}
            assert int(number) == names[place]


def test_every_marked_stretch_of_every_page_has_its_element(printed: Printed) -> None:
    with printed.pdf(WHOLE) as pdf:
        tree = pikepdf.NumberTree(pdf.Root.StructTreeRoot.ParentTree)
        keys = [int(sheet.obj.StructParents) for sheet in pdf.pages]
        assert len(set(keys)) == len(keys)
        for sheet_, key in zip(pdf.pages, keys, strict=True):
            marks = [
                int(each.operands[1].MCID)
                for each in pikepdf.parse_content_stream(sheet_, "BDC")
                if isinstance(each, pikepdf.ContentStreamInstruction) and "/MCID" in each.operands[1]
            ]
            assert sorted(marks) == list(range(len(tree[key])))
            for element in tree[key]:
                pages = {kid.Pg.objgen for kid in element.K if isinstance(kid, pikepdf.Dictionary) and "/Pg" in kid}
                own = {element.Pg.objgen} if "/Pg" in element else set()
                assert sheet_.obj.objgen in pages | own


def test_a_link_of_any_words_speaks_them_and_leads_where_it_says(tmp_path: Path) -> None:
    said = [r"a (b) \ c", "perché (così)", ">>/F 4/StructParent 0/Contents(x)>>", "Ελλάδα ((((", "E-mail"]
    text = "\n\n".join(f"[`{word}`](https://borgoluce.example/{at}?a=(1)&b=c)" for at, word in enumerate(said))
    text += "\n\n[posta](mailto:esempi@borgoluce.example)\n"
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{text}"}))
    with printed.pdf("issues/2026-05.pdf") as pdf:
        found = {str(note.A.URI): str(note.Contents) for page in pdf.pages for note in page.get("/Annots", ())}
    expected = {f"https://borgoluce.example/{at}?a=(1)&b=c": word for at, word in enumerate(said)}
    assert expected.items() <= found.items()
    assert found["mailto:esempi@borgoluce.example"]
    assert faults(printed.path("issues/2026-05.pdf")) == []


def test_the_same_issues_give_the_same_bytes_whatever_was_printed_before(printed: Printed, tmp_path: Path) -> None:
    folder = write_sources(tmp_path, {**ISSUES, "2026-07": "# Luglio 2026\n\nProvvisorio.\n"}, FILES)
    assert print_pdfs(folder).manifest != printed.manifest
    assert print_pdfs(write_sources(folder, ISSUES, FILES)).manifest == printed.manifest


@pytest.mark.filterwarnings("ignore:.*MystReferenceResolver:PendingDeprecationWarning")  # it is MyST's own affair
def test_an_issue_is_told_anew_when_another_page_that_it_names_changes(tmp_path: Path) -> None:
    naming = {"2026-04": "# Aprile 2026\n\nPrima.\n", "2026-05": "# Maggio 2026\n\nSi veda [](2026-04.md).\n"}
    folder = write_sources(tmp_path, naming)
    print_pdfs(folder)
    write_sources(folder, {"2026-04": "# Aprile straordinario\n\nPrima.\n"})
    print_pdfs(folder)
    afresh = print_pdfs(write_sources(tmp_path / "afresh", naming | {"2026-04": "# Aprile straordinario\n\nPrima.\n"}))
    assert "Aprile straordinario" in "".join(text_of(folder / "_build/newsletter-pdf/issues/2026-05.pdf"))
    assert (folder / "_build/newsletter-pdf/manifest.json").read_bytes() == afresh.path("manifest.json").read_bytes()


def test_the_indexes_of_a_large_archive_are_brief_and_speak_titles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (front, sheet):
        monkeypatch.setattr(module, "RECORDS_IN_FULL", 0)
    printed = print_pdfs(write_sources(tmp_path, PLAIN))
    assert faults(printed.path(WHOLE)) == []
    index = " ".join(" ".join(text_of(printed.path(WHOLE))).split()).partition("Indice dei Paesi")[2]
    assert "Francia (2) 2, 3" in index
    assert "Esempio, Ada Sindaca 2, 3" in index
    with printed.pdf(WHOLE) as pdf:
        spoken = [str(note.Contents) for note in pdf.pages[3].get("/Annots", ())]
    assert "Ghiacciai a confronto, pagina 3" in spoken


def test_facts_lead_to_other_tellings_and_to_addresses_but_not_to_every_register(tmp_path: Path) -> None:
    block = (
        ":::{event} Sagra\n:id: sagra\n:date: 9 maggio\n:topics: clima\n:url: https://borgoluce.example/sagra\n:::\n"
    )
    registers = {"indexes/temi.md": b"# Temi\n\n```{records}\n:group-by: topic\n```\n"}
    issues = {"2026-04": f"# Aprile 2026\n\n{block}", "2026-05": f"# Maggio 2026\n\n{block}"}
    printed = print_pdfs(write_sources(tmp_path, issues, registers))
    with printed.pdf("issues/2026-05.pdf") as alone, printed.pdf("years/2026.pdf") as year:
        addresses = {str(note.A.URI) for page in alone.pages for note in page.get("/Annots", ())}
        places = {str(note.get("/Dest", "")) for page in year.pages for note in page.get("/Annots", ())}
    assert "Clima" in "".join(text_of(printed.path("issues/2026-05.pdf")))
    assert "https://borgoluce.example/sagra" in addresses
    assert "https://borgoluce.example/news/issues/2026-04.html#sagra" in addresses
    assert not any("indexes/" in address for address in addresses)
    assert {"issues/2026-04#sagra", "issues/2026-05#sagra"} <= places


def _respelt(compiler: Compiler, *arguments: Any) -> bytes:
    """Compile as another Typst might: dictionaries have their keys in another order, objects other numbers."""
    written, respelt = io.BytesIO(_compile(compiler, *arguments)), io.BytesIO()
    with pikepdf.open(written) as pdf:
        pdf.save(respelt, qdf=True, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return respelt.getvalue()


def test_however_typst_spells_its_objects_the_pdfs_are_the_same(
    printed: Printed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Compiler, "_compile", _respelt)
    again = print_pdfs(write_sources(tmp_path, ISSUES, FILES))
    assert again.status == 0
    for name in (WHOLE, "issues/2026-08.pdf"):
        assert text_of(again.path(name)) == text_of(printed.path(name))
        assert places(again, name) == places(printed, name)
        assert links_in(again, name) == links_in(printed, name)
        assert faults(again.path(name)) == []


def links_in(printed: Printed, name: str) -> list[str]:
    """Return of each link where it leads and what it says."""
    with printed.pdf(name) as pdf:
        numbers = {sheet.obj.objgen: number for number, sheet in enumerate(pdf.pages, 1)}
        found = [note for sheet in pdf.pages for note in sheet.get("/Annots", ())]
        return [f"{_target(note, numbers)} {note.Contents}" for note in found]


def _target(note: pikepdf.Object, numbers: dict[tuple[int, int], int]) -> str:
    if "/A" in note:
        return str(note.A.URI)
    return str(numbers[note.Dest[0].objgen]) if isinstance(note.Dest, pikepdf.Array) else str(note.Dest)


def test_a_theme_may_link_to_any_label_as_typst_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A label of the theme stands in each year; in the whole each link leads to that of its own year."""
    theme = tmp_path / "theme"
    shutil.copytree(compiler.THEME, theme)
    links = "link(<end>)[In fondo]; link(<end-of-text>)[Alla fine]"
    own = f"#let ours(..all) = {{ year-issues(..all); {links}; [= Fine <end>]; [#metadata(none)<end-of-text>] }}\n"
    own += "#let year-issues = ours\n"
    (theme / "volume.typ").write_text((theme / "volume.typ").read_text("utf-8") + own, "utf-8")
    monkeypatch.setattr(builder, "THEME", theme)
    printed = print_pdfs(write_sources(tmp_path / "city", PLAIN))
    assert printed.status == 0
    own_links = [link for link in links_in(printed, WHOLE) if "pag. " in link]
    assert own_links == ["3 Sezione, pag. 3", "3 pag. 3", "5 Sezione, pag. 5", "5 pag. 5"]
    assert faults(printed.path(WHOLE)) == []
