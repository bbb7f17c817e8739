# SPDX-License-Identifier: EUPL-1.2
"""Staff opens the PDFs of a plain archive; an editor changes it and prints again."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pikepdf
import pypdfium2 as pdfium  # type: ignore[import-untyped]  # it has no types
import pytest

from tests.pdf.linear_reading import linear_reading
from tests.pdf.pdf_project import Printed, faults, places_in, print_pdfs, text_of, write_sources
from tests.pdf.pdf_samples import PLAIN

WHOLE = "borgoluce-nel-mondo.pdf"
ALL = [WHOLE, "issues/2025-12.pdf", "issues/2026-05.pdf", "posters/2026-05.pdf", "years/2025.pdf", "years/2026.pdf"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Printed:
    return print_pdfs(write_sources(tmp_path_factory.mktemp("archive"), PLAIN))


def links(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    for sheet in pdf.pages:
        yield from (note for note in sheet.get("/Annots", ()) if note.Subtype == "/Link")


def page_of(pdf: pikepdf.Pdf, name: str) -> int:
    """Return the number of the page that a named destination is on, from 1."""
    destination = pikepdf.NameTree(pdf.Root.Names.Dests)[name]
    return next(number for number, sheet in enumerate(pdf.pages, 1) if sheet.obj.objgen == destination[0].objgen)


def bookmarks(pdf: pikepdf.Pdf) -> list[str]:
    with pdf.open_outline() as outline:
        found, waiting = [], list(outline.root)
        while waiting:
            item = waiting.pop(0)
            found.append(str(item.title))
            waiting[:0] = item.children
    return found


def test_nothing_is_complained_about(printed: Printed) -> None:
    assert (printed.warnings, printed.status) == ("", 0)


def test_each_volume_is_there_and_the_manifest_tells_of_it(printed: Printed) -> None:
    assert sorted(printed.manifest) == ALL
    for name, entry in printed.manifest.items():
        content = printed.path(name).read_bytes()
        assert entry["bytes"] == len(content)
        assert entry["sha256"] == sha256(content).hexdigest()
        with printed.pdf(name) as pdf:
            assert entry["pages"] == len(pdf.pages)


@pytest.mark.parametrize("name", ALL)
def test_each_volume_is_accessible_and_fit_for_archives(printed: Printed, name: str) -> None:
    assert faults(printed.path(name)) == []


@pytest.mark.parametrize("name", ALL)
def test_a_reader_is_told_title_author_and_language(printed: Printed, name: str) -> None:
    with printed.pdf(name) as pdf:
        assert str(pdf.Root.Lang) == "it"
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]).startswith("Borgoluce nel mondo – ")
        assert str(pdf.docinfo["/Author"]) == "Comune di Borgoluce"


def test_a_small_issue_is_a_small_file(printed: Printed) -> None:
    assert printed.manifest["issues/2026-05.pdf"]["bytes"] < 400_000


def test_the_whole_archive_has_bookmarks_for_issues_records_and_indexes(printed: Printed) -> None:
    with printed.pdf(WHOLE) as pdf:
        found = bookmarks(pdf)
    for title in ("Dicembre 2025", "Visita di Lumenville", "Maggio 2026", "Festival delle lanterne"):
        assert title in found


def test_the_cover_counts_issues_and_entries_and_names_the_period(printed: Printed) -> None:
    cover = text_of(printed.path(WHOLE))[0]
    for words in ("Borgoluce nel mondo", "Comune di Borgoluce", "Dicembre 2025 – maggio 2026", "2 ", "3 "):
        assert words in cover


def test_each_page_is_numbered_of_all(printed: Printed) -> None:
    pages = text_of(printed.path(WHOLE))
    for number, words in enumerate(pages[1:], 2):
        assert f"{number} " in words
        assert f" {len(pages)}" in words


def test_the_index_leads_to_the_page_that_it_prints(printed: Printed) -> None:
    with printed.pdf(WHOLE) as pdf:
        spoken = [
            str(link.Contents)
            for link in links(pdf)
            if str(link.get("/Dest", "")).endswith("#2026-05-ghiacciai-a-confronto")
        ]
        number = page_of(pdf, "issues/2026-05#2026-05-ghiacciai-a-confronto")
    # contents; by date, two countries, place, person, topic
    assert len([words for words in spoken if words.endswith(f" {number}")]) == 7
    index = "".join(text_of(printed.path(WHOLE))[number:])
    for group in ("Francia (2)", "Giappone (1)", "Esempio, Ada", "Lumenville", "Clima"):
        assert group in index
    assert "Sindaca: Ghiacciai a confronto" in index


def test_contents_and_indexes_are_heard_as_such(printed: Printed) -> None:
    heard = [(each.role, each.words) for each in linear_reading(printed.path(WHOLE))]
    said = [words for _role, words in heard]
    contents = heard[said.index("Sommario") + 1 :]
    assert contents[:2] == [("TOCI", "Dicembre 2025 2"), ("TOCI", "Delegazioni ricevute 2")]
    people = heard[said.index("Indice delle persone") :]
    assert people[:5] == [
        ("H1", "Indice delle persone"),
        ("H2", "E"),
        ("H3", "Esempio, Ada"),
        ("LBody", "Sindaca: Visita di Lumenville, 12 dicembre 2025 2"),
        ("LBody", "Sindaca: Ghiacciai a confronto, 12 aprile 2026 3"),
    ]
    with printed.pdf(WHOLE) as pdf:
        roles = {str(item.S) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/S" in item}
    assert {"/TOC", "/TOCI", "/Reference", "/L", "/LI", "/LBody"} <= roles


def test_links_speak_their_words_and_keep_their_addresses(printed: Printed) -> None:
    with printed.pdf("issues/2026-05.pdf") as pdf:
        web = {str(link.A.URI): str(link.Contents) for link in links(pdf) if "/A" in link}
    assert web["https://borgoluce.example/programma"] == "sito del festival"
    assert "https://borgoluce.example/lanterne?a=1&b=2" in web
    assert not [address for address in web if " " in address or address.startswith("label:")]


def test_a_reference_stays_in_the_volume_that_holds_its_target(printed: Printed) -> None:
    with printed.pdf(WHOLE) as pdf:
        inside = {str(link.Contents) for link in links(pdf) if "/Dest" in link}
    with printed.pdf("issues/2026-05.pdf") as pdf:
        outside = {str(link.Contents): str(link.A.URI) for link in links(pdf) if "/A" in link}
    assert "visita di dicembre" in inside
    page = "https://borgoluce.example/news/issues/2025-12.html#2025-12-visita-di-lumenville"
    assert outside["visita di dicembre"] == page


def test_a_record_in_another_language_says_so(printed: Printed) -> None:
    with printed.pdf("issues/2026-05.pdf") as pdf:
        languages = {str(item.Lang) for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/Lang" in item}
    assert languages == {"it", "en"}


def stamps(printed: Printed) -> dict[str, int]:
    return {name: printed.path(name).stat().st_mtime_ns for name in printed.manifest}


def test_printing_again_touches_only_what_changed(tmp_path: Path) -> None:
    folder = write_sources(tmp_path, PLAIN)
    before = stamps(print_pdfs(folder))
    assert stamps(print_pdfs(folder)) == before

    write_sources(folder, {"2025-12": PLAIN["2025-12"].replace("Visita di", "Ritorno a")})
    after = stamps(print_pdfs(folder))
    # The issue of May refers to the record, whose words in it are its own; the whole and the year show the title.
    assert {name for name in ALL if after[name] != before[name]} >= {WHOLE, "issues/2025-12.pdf", "years/2025.pdf"}

    (folder / "issues" / "2025-12.md").unlink()
    left = print_pdfs(folder)
    assert sorted(left.manifest) == [WHOLE, "issues/2026-05.pdf", "posters/2026-05.pdf", "years/2026.pdf"]
    assert sorted(path.name for path in left.folder.rglob("*.pdf")) == ["2026-05.pdf", "2026-05.pdf", "2026.pdf", WHOLE]


def test_the_same_sources_give_the_same_bytes_in_another_place(printed: Printed, tmp_path: Path) -> None:
    again = print_pdfs(write_sources(tmp_path / "elsewhere", PLAIN))
    assert again.manifest == printed.manifest


def test_contents_tell_every_record_with_its_dates(tmp_path: Path) -> None:
    """Records stand there whatever the level of their heading, below two sections too."""
    block = ":::{%s} %s\n:date: %s\n\nTesto.\n:::\n"
    blocks = [block % (kind, f"Prova {kind}", "8-9 aprile") for kind in ("mission", "event", "news")]
    issue = "# Maggio 2026\n\n## Sezione\n\n" + "\n".join(blocks[:2]) + "\n### Sotto\n\n" + blocks[2]
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue}))
    contents = text_of(printed.path("years/2026.pdf"))[0]
    for kind in ("mission", "event", "news"):
        assert f"Prova {kind}, 8–9 aprile 2026" in contents


def test_a_date_is_never_broken_at_the_end_of_a_line(tmp_path: Path) -> None:
    """A day, its month and its year stand on one line, wherever in the text they come."""
    text = "\n\n".join(f"{'Parola ' * count}12 gennaio 2026, mercoledì, e poi 1º marzo." for count in range(1, 26))
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n{text}\n"}))
    lines = "\r\n".join(text_of(printed.path("issues/2026-05.pdf"))).split("\r\n")
    assert sum("12 gennaio 2026" in line for line in lines) == 25
    assert sum("1º marzo" in line for line in lines) == 25
    assert any("12 gennaio 2026" in line and "marzo" not in line for line in lines), "lines do end near a date"


@pytest.mark.slow
@pytest.mark.parametrize("records", [44, 56])
def test_contents_do_not_end_at_the_head_of_a_page(tmp_path: Path, records: int) -> None:
    """A few lines more than a page are set closer, some more wider."""
    blocks = "\n".join(
        f":::{{event}} Prova {at}\n:date: {at % 28 + 1} maggio\n\nTesto.\n:::\n" for at in range(records)
    )
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": f"# Maggio 2026\n\n## Appuntamenti\n\n{blocks}"}))
    with printed.pdf(WHOLE) as pdf:
        first = places_in(pdf).names["issues/2026-05"]
    with pdfium.PdfDocument(printed.path(WHOLE)) as document:
        last = document[first - 2]
        lowest = min(item.get_bounds()[1] for item in last.get_objects() if item.get_bounds()[1] > 70)
        assert lowest < 0.4 * last.get_height() + 70
    assert first == (3 if records < 50 else 4)
