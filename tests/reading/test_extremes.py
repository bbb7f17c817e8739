# SPDX-License-Identifier: EUPL-1.2
"""Pages that nobody writes on purpose: whatever they contain, a message or a good page comes of it."""

from __future__ import annotations

import pytest

from tests.project import Built
from tests.reading.reading import diagnostics, write

WORD = "fiordaliso"
EVENT = ":::{{event}} {title}\n:date: 13 maggio\n\n{body}\n:::\n"

BIDI = "\u202eetnemlamron\u202c \u2066isolato\u2069"
CONTROLS = "".join(map(chr, range(32))).replace("\n", "").replace("\r", "") + "\x7f\x85\u2028\u2029\ufeff\uffff"

PAGES = {
    "titolo-lungo": EVENT.format(title=f"{WORD} " * 900, body="Testo."),
    "parola-lunga": EVENT.format(title=WORD * 1000, body=WORD * 1000),
    "testo-lungo": EVENT.format(title="Un romanzo", body=f"{WORD} e rosmarino, " * 40_000),
    "righe-lunghe": EVENT.format(title="Un elenco telefonico", body=f"- {WORD}\n" * 3_000),
    "controlli": EVENT.format(title=f"Titolo {CONTROLS}", body=f"Testo {CONTROLS} {WORD}"),
    "bidi": EVENT.format(title=f"Titolo {BIDI}", body=f"Testo {BIDI} {WORD}"),
    "tabulazioni": f":::{{event}}\tTitolo\n:date:\t13 maggio\n:place:\tBorgoluce\n\n\t{WORD}\n:::\n",
    "surrogati": EVENT.format(title="Titolo \ud800", body=f"{WORD} \udfff \U0001f600 \U0001f1ee\U0001f1f9"),
    "annidati": "".join(f"{':' * n}{{note}}\n" for n in range(120, 2, -1)) + WORD,
    "citazioni": "> " * 300 + WORD,
    "elenchi": "\n".join("  " * n + f"- {n}" for n in range(150)) + f"\n\n{WORD}\n",
    "parentesi": "[" * 2_000 + WORD + "](x)" * 2_000,
    "asterischi": "*" * 3_000 + WORD + "*" * 3_000,
    "blocchi-annidati": "".join(f"{':' * n}{{event}} E{n}\n:date: 13 maggio\n\n" for n in range(60, 2, -1)) + WORD,
    "non-chiuso": f":::{{event}} Aperto\n:date: 13 maggio\n\n{WORD}",
    "solo-apertura": f"{WORD}\n\n:::{{event}}",
    "opzione-lunga": f":::{{event}} Opzione\n:date: 13 maggio\n:place: {'x; ' * 20_000}\n\n{WORD}\n:::\n",
    "tante-persone": f":::{{event}} Folla\n:date: 13 maggio\n:people: {'A (' * 5_000}\n\n{WORD}\n:::\n",
    "data-lunga": f":::{{event}} Data\n:date: {'13 maggio; ' * 5_000}\n\n{WORD}\n:::\n",
    "accenti": EVENT.format(title="a" + "\u0301" * 50_000, body=f"{WORD} " + "o\u0308" * 9),
    "vuoto": "",
    "solo-spazi": " \t\n\n \n",
}
TOO_LONG_FOR_A_GLANCE = 400
"""Characters: a message that quotes what was written quotes no more than one can take in."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files: dict[str, str | bytes] = {f"issues/2026-05-{name}.md": text for name, text in PAGES.items()}
    files["issues/2026-05-byte.md"] = b"# Maggio\n\nfiordaliso \xff\xfe\x80 \xe0\n"
    files["issues/2026-05-nullo.md"] = b"# Maggio\0\n\nfiordaliso\0\n"
    return write(tmp_path_factory.mktemp("extremes"), files).build("html", strict=False)


@pytest.mark.parametrize("name", [*PAGES, "byte", "nullo"])
def test_the_page_is_there_with_its_words(name: str, built: Built) -> None:
    shown = built.text(f"issues/2026-05-{name}.html")
    assert name in {"vuoto", "solo-spazi"} or WORD in shown


def test_every_complaint_has_a_place_a_code_and_a_length_that_can_be_read(built: Built) -> None:
    found = diagnostics(built)
    assert built.code == 0
    assert {diagnostic.code.partition(".")[0] for diagnostic in found} == {"newsletter"}
    assert [diagnostic for diagnostic in found if len(diagnostic.text) > TOO_LONG_FOR_A_GLANCE] == []


def test_characters_that_nobody_sees_are_published_nowhere(built: Built) -> None:
    for path in ("issues/2026-05-controlli.html", "issues/2026-05-bidi.html", "data/records.json", "feeds/atom.xml"):
        text = built.text(path)
        assert not set(text) & set("\x00\x01\x07\x08\x0b\x0c\x1b\x7f\x85\u2028\u2029\u202e\u2066\ufeff\uffff"), path
    said = {diagnostic.path for diagnostic in diagnostics(built) if diagnostic.code == "newsletter.invisible"}
    assert {"issues/2026-05-controlli.md", "issues/2026-05-bidi.md"} <= said


def test_no_letter_has_more_accents_than_a_language_gives_it(built: Built) -> None:
    assert "\u0301" * 8 in built.text("issues/2026-05-accenti.html")
    assert "\u0301" * 9 not in built.text("issues/2026-05-accenti.html")
    assert "o\u0308" * 9 in built.text("issues/2026-05-accenti.html")


def test_a_title_of_ten_thousand_characters_gives_an_address_that_a_file_can_have(built: Built) -> None:
    assert max(len(path.name.encode()) for path in (built.folder / "calendar/records").iterdir()) <= 255
