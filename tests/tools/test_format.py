# SPDX-License-Identifier: EUPL-1.2
"""Many people of Borgoluce write blocks, each in their own way; ``make format`` gives them one layout."""

from __future__ import annotations

import re
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsletter.model.facts import FIELDS
from newsletter.model.issue import Period
from newsletter.model.kinds import Kind
from newsletter.source.fields import Block
from newsletter.tools.format import main, sources
from newsletter.tools.format_meaning import meaning
from newsletter.tools.format_source import MeaningWouldChange, format_source

ABOUT = Block(Kind.EVENT, Period(2026, 7), topics={"cultura": "Cultura", "clima": "Clima"})


def laid_out(text: str) -> str:
    return format_source(dedent(text).lstrip("\n"), ABOUT)


def test_a_block_gets_its_canonical_form() -> None:
    assert laid_out(
        """
        # Luglio 2026
        ```{event}   Notte delle lanterne
        :topics:   cultura
        :place:Piazza delle Lanterne,
             Borgoluce
        :date:\t12 luglio
        Le lanterne si accendono.
        ```
        ## Altro
        """
    ) == (
        "# Luglio 2026\n\n:::{event} Notte delle lanterne\n:date: 12 luglio\n:place: Piazza delle Lanterne,\n"
        "  Borgoluce\n:topics: cultura\n\nLe lanterne si accendono.\n:::\n\n## Altro\n"
    )


def test_line_ends_and_trailing_blanks_go_but_a_line_break_stays() -> None:
    text = (
        "\ufeff# Luglio  \r\n\r\n:::{news} Premio \r\n\r\nUna riga,   \r\ninterrotta. \r\nFine.\r\n \r\n:::\r\n\r\n\r\n"
    )
    assert format_source(text, ABOUT) == "# Luglio\n\n:::{news} Premio\n\nUna riga,  \ninterrotta.\nFine.\n:::\n"


def test_a_fence_is_as_long_as_what_it_holds_needs() -> None:
    text = ":::::::{news} Premio\n:date: 2 luglio\n\n::::{note}\nCiao\n::::\n:::::::\n"
    assert format_source(text, ABOUT).splitlines()[0] == ":::::{news} Premio"


def test_code_and_other_directives_stay_to_the_letter() -> None:
    text = ":::{records}\n:layout: table  \n:kind:  event\n:::\n\n```text\na   \n\tb  \n```\n\n    codice   \n"
    assert format_source(text, ABOUT) == text


@pytest.mark.parametrize(
    "doubtful",
    [
        ":::{event}\n:topics: cultura\n:date: 2 luglio\n:::\n",
        ":::{event} Due date\n:topics: cultura\n:date: 2 luglio\n:date: 3 luglio\n:::\n",
        ":::{event} Opzione nel testo\n:topics: cultura\n:date: 2 luglio\n\nTesto.\n:place: Borgoluce\n:::\n",
        ":::{event} Due punti persi\n:topics: cultura\n:date: 2 luglio\nplace: Borgoluce\n:::\n",
        ":::{event} Mai chiuso\n:topics: cultura\n:date: 2 luglio\n",
        ":::{event} Nota tra le opzioni\n:topics: cultura\n% nota\n:date: 2 luglio\n:::\n",
        ":::{event} Chiuso male\n:topics: cultura\n:date: 2 luglio\n\nTesto.\n::\n\n:::{event} Dopo\n:::\n",
        ":::{event} Due in una riga\n:topics: cultura\n:date: 2 luglio\n\nTesto.\n::: :::{event} Dopo\n:::\n",
        "- :::{event} In un elenco\n  :topics: cultura\n  :date: 2 luglio\n  :::\n",
    ],
)
def test_what_is_in_doubt_is_left_where_its_writer_sees_it(doubtful: str) -> None:
    assert format_source(doubtful, ABOUT) == doubtful


def test_a_silenced_hint_stays_in_its_block() -> None:
    text = ":::{event} Letture\n:people: Ada Esempio, detta Dadà\n:date: 2 luglio\n% ok: people-comma\n:::\n"
    assert format_source(text, ABOUT).endswith(":people: Ada Esempio, detta Dadà\n\n% ok: people-comma\n:::\n")


_names = st.sampled_from([*(field.name for field in FIELDS), "luogo", "zzz"])
_values = st.sampled_from(
    ["12 luglio", "31 giugno", "cultura", "Ada Esempio (Sindaca); Ugo Prova", '"così" & # > -', "", "a:b", "  x  y "]
)
_spaces = st.sampled_from(["", " ", "  ", "\t"])
_options = st.builds(
    "".join,
    st.lists(
        st.one_of(
            st.builds(":{}:{}{}{}\n".format, _names, _spaces, _values, _spaces),
            st.builds("{}{}\n".format, st.sampled_from([" ", "   ", "\t"]), _values),
        ),
        max_size=5,
    ),
)
_texts = st.lists(
    st.sampled_from(
        [
            "",
            "  ",
            "Una riga.",
            "Fine riga.  ",
            "parola ",
            "> citazione  ",
            "- punto",
            "  - più dentro ",
            "1. uno",
            "## Titolo  ",
            "# Titolo #",
            ":date: 3 luglio",
            "place: Roma",
            "% ok: html",
            "    codice  ",
            "\tcodice",
            "| a | b |",
            "| - | - | ",
            "<b>html</b>",
            "<!-- nota",
            "-->",
            "---",
            "```",
            "```text",
            "~~~",
            ":::",
            "::::",
            ":::{note}",
            ":::{event} Dentro",
            "```{news} Altro",
            "Termine",
            ": definizione  ",
            "[a]: https://example.org",
            "[a] \\",
            "[^1]: nota",
            "$$",
        ]
    ),
    max_size=6,
).map("\n".join)
_opening = st.builds(
    "{}{}{{{}}} {}\n".format,
    st.sampled_from(["", "", "", " ", "- ", "> "]),
    st.sampled_from([":::", "::::", "```", "````", "~~~"]),
    st.sampled_from(["event", "news", "mission", "records"]),
    st.sampled_from(["Notte", "  *Notte* ", "", "A `b`", ":::"]),
)
_closing = st.sampled_from([":::\n", "::::\n", "```\n", "````  \n", "~~~\n", "", ":::\n\n\n"])
_blocks = st.builds("{}{}{}\n{}".format, _opening, _options, _texts, _closing)
_sources = st.lists(st.one_of(_blocks, _texts.map("{}\n".format)), max_size=4).map("".join)
_ends = st.sampled_from(["\n", "\r\n", "\r"])


def words(text: str) -> list[str]:
    return sorted(re.findall(r"\w+", text))


@settings(max_examples=400, deadline=None)
@given(_sources, _ends)
def test_whatever_is_written_the_layout_says_the_same_and_is_lasting(text: str, end: str) -> None:
    try:
        once = format_source(text.replace("\n", end), ABOUT)
    except MeaningWouldChange:
        return
    assert meaning(once, ABOUT) == meaning(text, ABOUT)
    assert words(once) == words(text)
    assert format_source(once, ABOUT) == once
    assert "\r" not in once


@settings(max_examples=200, deadline=None)
@given(st.permutations(["date: 12 luglio", "time: 21", "place: Borgoluce", "topics: clima", "lang: en"]))
def test_the_order_in_which_options_were_typed_leaves_no_trace(lines: list[str]) -> None:
    block = ":::{event} Notte\n" + "".join(f":{line}\n" for line in lines) + ":::\n"
    assert format_source(block, ABOUT) == (
        ":::{event} Notte\n:date: 12 luglio\n:time: 21\n:place: Borgoluce\n:topics: clima\n:lang: en\n:::\n"
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (":::{event} A\n:date: 2 luglio\n:::\n", ":::{event} A\n:date: 3 luglio\n:::\n"),
        (":::{event} A\n:date: 2 luglio\n:::\n", ":::{news} A\n:date: 2 luglio\n:::\n"),
        (":::{event} A\n:::\n", ":::{event} B\n:::\n"),
        ("Una riga.  \nDue.\n", "Una riga.\nDue.\n"),
        (":::{news} A\n\nuno\n:::\n", ":::{news} A\n\n    uno\n:::\n"),
        ("% ok: html\n", "% ok: title-alike\n"),
        (":::{event} A\n:id: a\n:id: b\n:::\n", ":::{event} A\n:id: b\n:id: a\n:::\n"),
    ],
)
def test_the_comparison_sees_what_readers_would_see(one: str, other: str) -> None:
    assert meaning(one, ABOUT) != meaning(other, ABOUT)


@pytest.fixture
def city(tmp_path: Path) -> Path:
    (tmp_path / "conf.py").write_text('language = "it"\nnewsletter_topics = {"cultura": "Cultura"}\n', "utf-8")
    (tmp_path / "issues" / "2026-07").mkdir(parents=True)
    (tmp_path / "issues" / "2026-07.md").write_bytes(b"# Luglio\r\n")
    (tmp_path / "issues" / "2026-07" / "lanterne.md").write_bytes(b":::{news}  Lanterne\n:::\n")
    (tmp_path / "issues" / "2026-06.md").write_bytes(b"# Giugno\n")
    (tmp_path / "issues" / "2026-08.md").write_bytes("# Città\n".encode("latin-1"))
    return tmp_path


def test_ci_is_told_and_nothing_written_then_the_command_writes(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {path: path.read_bytes() for path in sources(city)}
    assert main(["--check", "--source", str(city)]) == 1
    assert {path: path.read_bytes() for path in sources(city)} == before
    told = capsys.readouterr().out
    assert "2026-07.md" in told
    assert "lanterne.md" in told
    assert "2026-06.md" not in told
    assert main(["--source", str(city)]) == 0
    assert (city / "issues" / "2026-07.md").read_bytes() == b"# Luglio\n"
    assert (city / "issues" / "2026-07" / "lanterne.md").read_bytes() == b":::{news} Lanterne\n:::\n"
    assert main(["--check", "--source", str(city)]) == 0


def test_a_file_in_another_encoding_is_named_and_stays(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = city / "issues" / "2026-08.md"
    raw = file.read_bytes()
    assert main([str(file), "--source", str(city)]) == 0
    assert file.read_bytes() == raw
    assert "2026-08.md:1:" in capsys.readouterr().out
