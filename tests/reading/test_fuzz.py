# SPDX-License-Identifier: EUPL-1.2
"""Random Markdown around blocks: whatever is written, Sphinx ends, and says what is wrong in our own codes.

``NEWSLETTER_FUZZ`` is how many documents are tried: 300 where it is not set, 2,000 before a release. Each document is
made from its own number, so that one that fails can be made again.
"""

from __future__ import annotations

import os
from pathlib import Path
from random import Random

import pytest

from tests.reading.reading import PREVIEW, diagnostics, write

DOCUMENTS = int(os.environ.get("NEWSLETTER_FUZZ", "300"))
BATCH = 150
WORDS = (
    "lumi",
    "Borgoluce",
    "Ada Esempio",
    "è",
    "–",
    "'",
    '"',
    "«lumi»",
    "13 maggio",
    "😀",
    "שלום",
    "\u200b",
    "a" * 40,
)
MARKS = (
    *(
        "*",
        "**",
        "_",
        "`",
        "``",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "](",
        "![",
        "<",
        ">",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "&",
        "\\",
    ),
    *(
        "{",
        "}",
        "{{",
        "}}",
        "{record}`",
        "{ref}`x`",
        "{raw}`x`",
        "$",
        "$$",
        "[^1]",
        "[^1]:",
        "|",
        "%",
        "% ok: html",
        "#",
    ),
    *(
        "https://borgoluce.example",
        "<https://x.example>",
        "javascript:x",
        "../conf.py",
        "foto.png",
        "\t",
        "\x0c",
        "\x00",
    ),
)
STARTS = (
    *(
        "",
        "",
        "",
        "# ",
        "## ",
        "#### ",
        "- ",
        "  - ",
        "1. ",
        "> ",
        "> > ",
        "    ",
        "\t",
        ": ",
        "| ",
        "|---|---|",
        "---",
        "===",
    ),
    *(
        "```",
        "````",
        "~~~",
        ":::",
        "::::",
        "+++",
        "% ",
        "[x]: ",
        "[^1]: ",
        "(etichetta)=",
        "***",
        "<div>",
        "<!--",
        "<?x?>",
    ),
    *(":date: ", ":place: ", ":people: ", ":country: ", ":luogo: ", ":id: ", ":image: ", ":alt: ", ":time: ", ":url: "),
)
NAMES = (
    *("event", "delegation", "mission", "news", "records", "evento", "note", "figure", "image", "table", "list-table"),
    *(
        "card",
        "grid",
        "grid-item-card",
        "dropdown",
        "tab-set",
        "tab-item",
        "include",
        "raw",
        "toctree",
        "eval-rst",
        "x y",
    ),
)
OPTIONS = {
    "date": ("13 maggio", "15-16 maggio", "maggio", "31 aprile", "lunedì 15 maggio", "13 maggio; 20 maggio", "", "boh"),
    "time": ("18:00", "25", "ore 18", "18-17"),
    "place": ("Piazza; Ponte", ";", "«"),
    "country": ("JP", "Giapone", "-", "Francia, Germania", ","),
    "people": ("Ada Esempio (Sindaca)", "(x)", "a (b", ")", "Ugo; Ada (x (y))"),
    "topics": ("clima", "boh", ""),
    "url": ("https://borgoluce.example", "javascript:x", "http://[", "mailto:a@b.it"),
    "image": ("foto.png", "../x.png", "/etc/x.png", "\x00.png", "a" * 300 + ".png"),
    "alt": ("x",),
    "status": ("cancelled", "annullato", "postponed"),
    "id": ("uno", "Uno!", "due", "-"),
    "lang": ("en", "xx", "zh-Hant", ""),
    "updated": ("2026-05-18", "ieri"),
    "kind": ("event", "evento"),
    "group-by": ("country", "x"),
    "link": ("https://x.example", "javascript:x"),
}


def document(seed: int) -> str:
    """Return the document number *seed*."""
    random = Random(seed)  # noqa: S311 - no secret
    head = random.choice(
        ["", "", "---\ntitle: x\n---\n", "---\n", "---\ntitle: [\n---\n", "\ufeff---\ndraft: no\n---\n"]
    )
    return head + "\n".join(_piece(random, random.randint(0, 3)) for _number in range(random.randint(1, 8)))


def _piece(random: Random, depth: int) -> str:
    return _block(random, depth) if random.random() < 0.5 else _lines(random)


def _lines(random: Random) -> str:
    return "\n".join(random.choice(STARTS) + _line(random) for _number in range(random.randint(0, 4)))


def _line(random: Random) -> str:
    pieces = (random.choice(random.choice((WORDS, WORDS, MARKS))) for _number in range(random.randint(0, 7)))
    return random.choice(("", " ")).join(pieces)


def _block(random: Random, depth: int) -> str:
    fence = random.choice(("`", ":", ":")) * random.randint(3, 6)
    options = [
        f":{name}: {random.choice(OPTIONS[name])}" for name in random.choices(sorted(OPTIONS), k=random.randint(0, 5))
    ]
    inside = [_piece(random, depth - 1) for _number in range(random.randint(0, 2))] if depth > 0 else [_line(random)]
    close = [fence] if random.random() < 0.9 else []
    lines = "\n".join([f"{fence}{{{random.choice(NAMES)}}} {_line(random)}", *options, *inside, *close]).split("\n")
    margin = random.choice(("", "", "", "", "> ", "- ", "  ", "    "))
    return "\n".join(margin + line for line in lines)


@pytest.mark.slow
@pytest.mark.parametrize("first", range(0, DOCUMENTS, BATCH))
def test_sphinx_ends_and_names_a_code_of_ours_for_each_complaint(first: int, tmp_path: Path) -> None:
    numbers = range(first, min(first + BATCH, DOCUMENTS))
    files = {f"issues/2026-05-n{number}.md": document(number) for number in numbers}
    built = write(tmp_path, files).build("html", *PREVIEW, strict=False)
    assert built.code == 0, built.messages[-2000:]
    others = [diagnostic for diagnostic in diagnostics(built) if not diagnostic.code.startswith("newsletter.")]
    assert others == []
    assert all(built.has(f"issues/2026-05-n{number}.html") for number in numbers)
