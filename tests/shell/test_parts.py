# SPDX-License-Identifier: EUPL-1.2
"""Many people write one issue at once: each puts a block in a file of its own, and the issue gathers them."""

from __future__ import annotations

from tests.conftest import MakeProject
from tests.project import Built
from tests.shell.borgoluce import ISSUES


def block(kind: str, title: str, *options: str) -> str:
    return "\n".join([f":::{{{kind}}} {title}", *options, "", f"Testo di {title}.", ":::", ""])


def order(built: Built, issue: str = "2026-05") -> list[str]:
    """Return the ids of the records of an issue in the order of its page."""
    sections = built.html(f"issues/{issue}.html").xpath("//section[contains(@class, 'record-')]")
    return [
        section.get("id").removeprefix(f"{issue}-") for section in sections if "record" in section.get("class").split()
    ]


def test_files_are_gathered_by_kind_and_date(make_project: MakeProject) -> None:
    built = make_project({
        **ISSUES,
        "issues/2026-05/ada.md": block("event", "Mostra", ":date: 30 maggio"),
        "issues/2026-05/bruno.md": block("event", "Concerto", ":date: 4 maggio")
        + block("news", "Voce", ":date: 9 aprile"),
        "issues/2026-05/carla.md": block("mission", "Lontano", ":date: 1 aprile", ":country: NO"),
    }).build()  # fmt: skip

    assert order(built) == [
        "altrove-a-borgoluce",
        "concerto",
        "convegno-sul-clima",
        "mostra",
        "premio-alla-citta",
        "voce",
        "lontano",
    ]
    assert built.records["2026-05-mostra"]["page"] == "issues/2026-05.html#2026-05-mostra"
    assert built.has("calendar/records/2026-05-concerto.ics")
    assert not built.has("issues/2026-05/ada.html")
    [heading] = built.html("issues/2026-05.html").xpath("//section[@id='2026-05-lontano']/../h2")
    assert heading.text_content().startswith("Missioni all'estero")


def test_each_file_has_footnotes_and_link_definitions_of_its_own(make_project: MakeProject) -> None:
    note = "\n[^1]: La nota di {}.\n\n[luogo]: https://borgoluce.example/{}\n"
    text = ":::{{event}} {0}\n:date: {1} maggio\n\nTesto[^1] e [luogo].\n:::\n"
    built = make_project({
        **ISSUES,
        "issues/2026-05.md": "# Maggio\n\n" + text.format("Proprio", 3) + note.format("tutti", "tutti"),
        "issues/2026-05/ada.md": text.format("Ada", 2) + note.format("Ada", "ada"),
        "issues/2026-05/bruno.md": text.format("Bruno", 4) + "\n[^2]: Senza richiamo.\n",
    }).build(strict=False)  # fmt: skip

    said = [line for line in built.messages.splitlines() if "bruno.md" in line]
    assert ["«[^1]»" in said[0], "«[^2]»" in said[1], len(said)] == [True, True, 2]
    page = built.html("issues/2026-05.html")
    assert [
        page.xpath(f"string(//section[@id='2026-05-{name}']//a[starts-with(@href, 'https:')]/@href)")
        for name in ("proprio", "ada", "bruno")
    ] == ["https://borgoluce.example/tutti", "https://borgoluce.example/ada", ""]
    [mark] = page.xpath("//section[@id='2026-05-ada']//a[contains(@class, 'footnote-reference')]/@href")
    assert "La nota di Ada." in page.xpath(f"string(//*[@id='{mark[1:]}'])")
    assert [built.records[f"2026-05-{name}"]["text"] for name in ("proprio", "ada")] == [
        "Testo e luogo.\nLa nota di tutti.",
        "Testo e luogo.\nLa nota di Ada.",
    ]


def test_a_file_may_come_change_and_go(make_project: MakeProject) -> None:
    project = make_project(ISSUES)
    before = project.build().tree

    project.write("issues/2026-05/ada.md", block("event", "Mostra", ":date: 30 maggio"))
    assert "2026-05-mostra" in project.build().records

    project.edit("issues/2026-05/ada.md", ":date: 30 maggio", ":date: 31 maggio")
    assert project.build().records["2026-05-mostra"]["start"] == "2026-05-31"

    project.delete("issues/2026-05/ada.md")
    assert project.build().tree == before


def test_complaints_name_the_file_and_its_line(make_project: MakeProject) -> None:
    project = make_project({
        **ISSUES,
        "issues/2026-05/ada.md": "\n" + block("event", "Mostra", ":luogo: Parco", ":date: 31 giugno"),
        "issues/2026-05/bruno.md": block("event", "Convegno sul clima", ":date: 27-29 maggio"),
    })  # fmt: skip

    messages = project.build(strict=False).messages.splitlines()

    places = sorted(
        (line.partition(": WARNING")[0], line.rpartition("[newsletter.")[2].rstrip("]")) for line in messages
    )
    text = (project.folder / "issues/2026-05.md").read_text("utf-8").splitlines()
    own = text.index(":::{event} Convegno sul clima") + 1
    assert places == sorted([
        ("issues/2026-05/ada.md:2", "option-unknown"),
        ("issues/2026-05/ada.md:3", "date-impossible"),
        (f"issues/2026-05.md:{own}", "id-twice"),
        ("issues/2026-05/bruno.md:1", "id-twice"),
    ])  # fmt: skip
