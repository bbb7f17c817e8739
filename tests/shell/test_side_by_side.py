# SPDX-License-Identifier: EUPL-1.2
"""Blocks by people who do not know of each other stand side by side, and what must not be seen is seen nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import MakeProject
from tests.pdf.pdf_project import print_pdfs, write_sources


def event(title: str, body: str = "", *options: str) -> str:
    return "\n".join([f":::{{event}} {title}", ":date: 13 maggio", *options, "", body, ":::", "", ""])


def issue(*blocks: str) -> str:
    return "# Maggio 2026\n\n## Eventi\n\n" + "".join(blocks)


def test_footnotes_of_two_blocks_and_of_two_files_keep_their_own_texts(make_project: MakeProject) -> None:
    page = make_project({
        "issues/2026-05.md": issue(
            event("Mostra", "Una[^1].\n\n[^1]: Nota della mostra."),
            event("Concerto", "Due[^1].\n\n[^1]: Nota del concerto."),
        ),
        "issues/2026-05/ada.md": event("Fiera", "Tre[^1].\n\n[^1]: Nota della fiera."),
    }).build().words("issues/2026-05.html")  # fmt: skip

    assert all(note in page for note in ("Nota della mostra", "Nota del concerto", "Nota della fiera"))


def test_link_definitions_of_two_blocks_are_their_own(make_project: MakeProject) -> None:
    built = make_project({
        "issues/2026-05.md": issue(
            event("Mostra", "Il [programma della mostra][s].\n\n[s]: https://uno.example/"),
            event("Concerto", "Il [programma del concerto][s].\n\n[s]: https://due.example/"),
        )
    }).build()  # fmt: skip

    links = built.links("issues/2026-05.html")
    assert (links["programma della mostra"], links["programma del concerto"]) == (
        "https://uno.example/",
        "https://due.example/",
    )


def test_two_issues_with_one_default_id_are_told_apart_and_not_merged(make_project: MakeProject) -> None:
    built = make_project({
        "issues/2026-05.md": issue(event("Fiera evento")),
        "issues/2026-05-fiera.md": issue(event("Evento")),
    }).build(strict=False)  # fmt: skip

    assert [row["title"] for row in built.records.values()] == ["Fiera evento"]
    assert "issues/2026-05-fiera.md:5: WARNING" in built.messages
    assert "2026-05-fiera-evento-2" in built.messages


def test_a_reference_without_words_reads_as_the_title_in_the_data_too(make_project: MakeProject) -> None:
    built = make_project({
        "issues/2026-05.md": issue(event("Mostra *grande*"), event("Visita", "Dopo {record}`2026-05-mostra-grande`."))
    }).build()  # fmt: skip

    assert built.records["2026-05-visita"]["text"] == "Dopo Mostra grande."


def test_a_withheld_name_is_in_no_title_no_picture_and_no_search(make_project: MakeProject) -> None:
    built = make_project({
        "issues/2026-05.md": "---\ntitle: Il numero di Bruno Prova\n---\n" + issue(event("Visita di Bruno Prova")),
        "registers.yaml": "withheld: [Bruno Prova]\n",
    }).build(strict=False)  # fmt: skip

    assert {path for path in built.naming("Bruno Prova") if not path.startswith(("issues/", "feeds/"))} == set()
    assert {path for path in built.naming("bruno-prova") if not path.startswith("issues/")} == set()


@pytest.mark.parametrize("registers", ["withheld: Bruno Prova\n", "witheld: [Bruno Prova]\n", "- Bruno Prova\n", "{["])
def test_nothing_is_published_while_the_names_to_withhold_cannot_be_read(
    make_project: MakeProject, registers: str
) -> None:
    built = make_project({"issues/2026-05.md": issue(event("Mostra")), "registers.yaml": registers}).build(strict=False)

    assert built.code
    assert not built.has("data/records.json")


def test_links_out_of_the_folder_of_issues_are_not_followed(make_project: MakeProject, tmp_path: Path) -> None:
    project = make_project({"issues/2026-05.md": issue(event("Mostra"))})
    (tmp_path / "altrove").mkdir()
    (tmp_path / "altrove" / "fuori.md").write_text(event("FUORI"), "utf-8")
    (project.folder / "issues/2026-04.md").symlink_to(tmp_path / "altrove/fuori.md")
    (project.folder / "issues/2026-05").symlink_to(tmp_path / "altrove")
    (project.folder / "issues/2026-03.md").mkdir()

    built = project.build(strict=False)

    assert built.naming("FUORI") == set()
    assert built.messages.count("newsletter.link-outside") == 2
    assert list(built.records) == ["2026-05-mostra"]


def test_a_title_of_ten_thousand_letters_stops_no_volume(tmp_path: Path) -> None:
    printed = print_pdfs(write_sources(tmp_path, {"2026-05": issue(event("x" * 10_000), event("parola " * 1500))}))

    assert printed.status == 0


def test_where_an_issue_comes_from_is_shown_and_a_bad_address_is_left_out(make_project: MakeProject) -> None:
    source = "https://borgoluce.example/archivio"
    project = make_project({"issues/2026-05.md": f"---\nsource: {source}\n---\n\n# Maggio\n\n:::{{masthead}}\n:::\n"})
    assert project.build().links("issues/2026-05.html")["borgoluce.example"] == source

    project.edit("issues/2026-05.md", source, "javascript:alert(1)")
    built = project.build(strict=False)
    assert "issues/2026-05.md:2: WARNING" in built.messages
    assert built.naming("javascript:alert") == set()
