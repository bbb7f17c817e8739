# SPDX-License-Identifier: EUPL-1.2
"""Lia Modello turns the old newsletters of Borgoluce into issues: what can be told is told, and no word is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from newsletter.model.issue import IssueName, Period
from newsletter.model.kinds import Kind
from newsletter.source.block import parse_block
from newsletter.source.fields import Block
from newsletter.source.source_text import top_fences
from newsletter.tools.console import CommandError
from newsletter.tools.importer.__main__ import main
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.escape import escape_inline, escape_line
from newsletter.tools.importer.html_reader import read_html
from newsletter.tools.importer.issue_name import issue_name
from newsletter.tools.importer.lines import Line, Piece, line_of
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.reading import read_file
from newsletter.tools.importer.text_reader import decode, read_text
from newsletter.tools.importer.words import lost_words
from tests.conftest import MakeProject

from .old_newsletter import FORMATS, LINES, RECORDS, write

MAY = IssueName(Period(2026, 5))


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\n', encoding="utf-8")
    return tmp_path


def told(draft: Draft) -> set[tuple[str, ...]]:
    items = [*draft.understood, *draft.guessed]
    return {
        (item.kind.value, item.title, item.options.get("date", ""), item.options.get("place", "")) for item in items
    }


@pytest.mark.parametrize("name", FORMATS)
def test_a_newsletter_is_understood_whatever_file_it_comes_in(city: Path, name: str) -> None:
    draft = make_draft(read_file(write(city, name)), MAY, city)
    assert told(draft) == RECORDS
    assert draft.lost == 0


@pytest.mark.parametrize("name", FORMATS)
def test_each_word_of_the_source_is_in_the_draft(city: Path, name: str) -> None:
    draft = make_draft(read_file(write(city, name)), MAY, city)
    written = [text for _look, text in LINES]
    assert lost_words(written, draft.text, ["Luogo"]).total() == 0
    assert lost_words(["parola sconosciuta"], draft.text).total() == 2


@pytest.mark.parametrize("name", FORMATS)
def test_the_draft_builds_and_asks_only_for_what_the_source_did_not_say(
    make_project: MakeProject, city: Path, name: str
) -> None:
    draft = make_draft(read_file(write(city, name)), MAY, city)
    project = make_project({"issues/2026-05.md": draft.text})
    published = project.build(strict=False)
    assert not published.has("issues/2026-05.html")
    preview = project.build("html", "-D", "newsletter_drafts=1", out="preview", strict=False)
    codes = set(re.findall(r"WARNING: .*\[newsletter\.([a-z-]+)\]", preview.messages))
    assert codes == {"country-missing"}
    assert len(preview.records) == len(RECORDS)
    assert preview.records["2026-05-concerto-dei-mille"]["occurrences"][0]["time_start"] == "21:00"
    shown = preview.words("issues/2026-05.html")
    assert "con *diciotto* percorsi, e si paga 10_000 volte meno" in shown
    assert "Mille voci: [tutte] dal vivo." in shown
    assert "Piazza Inventata 1, 00000" not in shown


def test_sections_keep_their_names_order_and_depth(city: Path) -> None:
    text = make_draft(read_file(write(city, "maggio.html")), MAY, city).text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Maggio 2026",
        "## Top News",
        "## Appuntamenti sportivi internazionali",
        "## Approfondimenti",
        "## Aprile 2026",
        "### Delegazioni ricevute",
        "### Missioni all'estero",
        "### In primo piano",
        "## Coming Soon",
        "## Contatti",
    ]


def test_the_report_tells_what_was_understood_guessed_and_left_over(
    city: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(write(city, "maggio.html")), "--source", str(city)]) == 0
    assert (city / "issues" / "2026-05.md").read_text("utf-8").startswith("---\ndraft: true\n---\n")
    report = capsys.readouterr().out
    assert "Skopje · date: 22-24 aprile" in report
    shown = report.splitlines()
    found = next(number for number, line in enumerate(shown) if "Repubblica Dominicana" in line)
    assert "Repubblica Dominicana · date: Aprile 2026 · country: Repubblica Dominicana" in shown[found]
    assert "I resoconti sono sul sito." in report


def test_an_issue_that_exists_is_never_touched(city: Path) -> None:
    (city / "issues").mkdir()
    (city / "issues" / "2026-05.md").write_text("# Maggio, di Lia\n", encoding="utf-8")
    with pytest.raises(CommandError, match="2026-05-archivio"):
        main([str(write(city, "maggio.txt")), "--source", str(city)])
    assert (city / "issues" / "2026-05.md").read_text("utf-8") == "# Maggio, di Lia\n"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("foto.jpg", b"x"),
        ("vuoto.txt", b"\n \n"),
        ("rotto.docx", b"PK no"),
        ("rotto.pdf", b"%PDF-1.7 no"),
        ("vecchio.doc", b"x"),
        ("via.txt", None),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_words(city: Path, name: str, content: bytes | None) -> None:
    if content is not None:
        (city / name).write_bytes(content)
    with pytest.raises(CommandError):
        main([str(city / name), "--issue", "2026-05", "--source", str(city)])
    assert not (city / "issues").exists()


def test_the_issue_is_known_by_the_files_name_or_the_first_month_in_it() -> None:
    text = read_text("Borgoluce nel mondo\n\nL'edizione del prossimo anno è prevista per giugno 2027.\n\nmaggio 2026")
    assert issue_name(Path("2024-11.txt"), text) == IssueName(Period(2024, 11))
    assert issue_name(Path("newsletter-giugno-2025.docx"), text) == IssueName(Period(2025, 6))
    assert issue_name(Path("vecchia.txt"), text) == MAY
    assert issue_name(Path("vecchia.txt"), read_text("Si parte il 3 giugno 2027")) is None


def test_a_table_of_a_mail_is_read_row_by_row_with_its_links(city: Path) -> None:
    page = (
        "<h3>Missioni</h3><table><tr><td>Lisbona</td><td>4 maggio</td><td>Visita al <a href='https://a.example/(x)'>"
        "museo</a>.</td></tr></table><p><a href='javascript:alert(1)'>Chi è</a> <script>no()</script>"
    )
    draft = make_draft(read_html(page), MAY, city)
    assert ":::{mission} Lisbona\n:date: 4 maggio\n:place: Lisbona\n" in draft.text
    assert "[museo](<https://a.example/(x)>)" in draft.text
    assert "javascript:" not in draft.text
    assert "no()" not in draft.text
    assert "Chi è" in draft.text


def test_what_the_old_newsletter_got_wrong_stays_text_and_does_not_break_the_block(city: Path) -> None:
    draft = make_draft(
        read_text("Eventi\n\nFesta\n13 maggio | Ponte, ore 25\n\nGara\nDove: casa\n31 giugno"), MAY, city
    )
    assert draft.lost == 0
    assert "ore 25" in draft.text
    assert "31 giugno" in draft.text
    assert ":date: 31 giugno" not in draft.text


def test_a_newsletter_of_another_year_than_was_said_keeps_its_dates(city: Path) -> None:
    draft = make_draft(read_file(write(city, "maggio.txt")), IssueName(Period(2019, 5)), city)
    assert ":date: 16 maggio 2026" in draft.text
    assert "{event} Borgoluce nel mondo" not in draft.text
    assert draft.lost == 0


def test_text_of_windows_and_of_utf_16_is_read() -> None:
    assert decode("Città è «qui»".encode("cp1252")) == "Città è «qui»"
    assert decode("Città".encode("utf-16")) == "Città"
    assert decode(b"\xef\xbb\xbfCitt\xc3\xa0") == "Città"


_MARKDOWN = MarkdownIt("commonmark").enable("table")
_signs = st.lists(
    st.sampled_from([*"ab1 .*_`[]<>#+-=~:%|()!&;\\\"'{}^@/à€", "http://a.b", "x@y.z", "&amp;"]), max_size=40
).map("".join)


@settings(max_examples=500, deadline=None)
@given(_signs)
def test_plain_words_come_out_of_markdown_as_they_went_in(text: str) -> None:
    text = " ".join(text.split())
    shown = re.sub(r"<[^>]*>", "", _MARKDOWN.render(escape_line(escape_inline(text))))
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&amp;", "&")):
        shown = shown.replace(entity, char)
    assert " ".join(shown.split()) == text


_phrases = st.sampled_from(
    [text for _look, text in LINES]
    + [
        "| 13 maggio |",
        "maggio",
        "13 maggio 2026",
        ":::",
        ":::{event} x",
        "Luogo: qui",
        "Quando: 3 maggio",
        "- a",
        "% b",
    ]
    + [
        "# Titolo",
        "---",
        "> c",
        "```",
        "Contatti",
        "ore 18",
        "a | b | c",
        "31 giugno",
        "[x]: y",
        "aprile 2026",
        ":date: 1",
    ]
)
_lines = st.builds(
    lambda text, heading, strong, gap, item, aside: line_of(
        [Piece(text, bold=strong)], number=1, heading=heading, gap=gap, item=item, aside=aside
    ),
    st.one_of(_phrases, _signs.map(lambda text: " ".join(text.split())).filter(bool)),
    st.sampled_from([0, 0, 0, 2, 3]),
    st.booleans(),
    st.booleans(),
    st.sampled_from([0, 0, 1]),
    st.sampled_from([False] * 9 + [True]),
)


@settings(max_examples=400, deadline=None)
@given(st.lists(_lines, max_size=14))
def test_whatever_the_source_no_word_is_lost_and_each_block_is_sound(lines: list[Line]) -> None:
    draft = make_draft(Original(lines, [line.text for line in lines]), MAY, Path("/nowhere"))
    assert draft.lost == 0
    written = draft.text.split("\n")
    blocks = [
        fence for fence in top_fences(written) if fence.info.partition(" ")[0] in {f"{{{kind}}}" for kind in Kind}
    ]
    assert len(blocks) == len(draft.understood) + len(draft.guessed)
    for fence in blocks:
        assert fence.closed
        word, _space, title = fence.info.partition(" ")
        reading = parse_block(title, written[fence.first : fence.last - 1], Block(Kind(word[1:-1]), MAY.period))
        assert {fault.diagnostic.code for fault in reading.diagnostics if not fault.hint} <= {"date-far"}
