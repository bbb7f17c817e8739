# SPDX-License-Identifier: EUPL-1.2
"""The page of messages: every code can be found on it, and its examples do what they say."""

from __future__ import annotations

from collections import defaultdict
from typing import get_args

import pytest

from newsletter.archive.names import parse_names
from newsletter.messages import MESSAGES
from newsletter.model.codes import Code
from tests.reading.reading import PREVIEW, diagnostics, write

# Their examples are about the names of files, the settings, or what an earlier issue says.
NOT_A_PIECE_OF_AN_ISSUE = {
    "address-gone",
    "issue-name",
    "moved-address",
    "name-withheld",
    "part-alone",
    "registers-form",
    "telling-dates",
    "translation-file",
}
EXAMPLES = sorted(code for code, message in MESSAGES.items() if message.wrong and code not in NOT_A_PIECE_OF_AN_ISSUE)


def issue(example: str, code: str) -> str:
    """Return an issue that holds *example*: a piece of Markdown, or the options of an event."""
    if not example.startswith(":") or example.startswith(":::"):
        return example or "Niente."
    if not example.startswith(":date:"):
        example = f":date: 13 maggio\n{example}"
    return f":::{{event}} Festa di {code}\n{example}\n:::"


def event_with_text(example: str, code: str) -> str:
    return f":::{{event}} Festa di {code}\n:date: 13 maggio\n{example}\n:::"


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[tuple[str, str]]]:
    """Give the codes that each example brings about, with their levels, by the name of its file."""
    files: dict[str, str | bytes] = {"issues/2026-05.md": ":::{event} Concerto in piazza\n:date: 30 maggio\n:::"}
    for code in EXAMPLES:
        make = event_with_text if code == "option-late" else issue
        files[f"issues/2026-05-{code}-wrong.md"] = make(MESSAGES[code].wrong, code)
        files[f"issues/2026-05-{code}-right.md"] = make(MESSAGES[code].right, code)
    built = write(tmp_path_factory.mktemp("examples"), files).build("newsletter-check", *PREVIEW, strict=False)
    found = defaultdict(set)
    for diagnostic in diagnostics(built):
        found[diagnostic.path].add((diagnostic.code, diagnostic.level))
    return found


@pytest.mark.parametrize("code", EXAMPLES)
def test_the_wrong_example_brings_the_message_about_and_the_right_one_does_not(
    code: Code, said: dict[str, set[tuple[str, str]]]
) -> None:
    level = "HINT" if MESSAGES[code].hint else "WARNING"
    assert (f"newsletter.{code}", level) in said[f"issues/2026-05-{code}-wrong.md"]
    assert {found for found in said[f"issues/2026-05-{code}-right.md"] if found[1] != "HINT"} == set()
    assert (f"newsletter.{code}", level) not in said[f"issues/2026-05-{code}-right.md"]


def test_the_example_of_the_file_of_names_is_wrong_and_then_right() -> None:
    example = MESSAGES["registers-form"]
    assert parse_names(example.wrong).errors
    assert not parse_names(example.right).errors


def test_each_code_can_be_linked_on_the_page_in_italian(tmp_path_factory: pytest.TempPathFactory) -> None:
    page = "---\norphan: true\n---\n# Messaggi\n\n```{messages}\n```\n"
    files = {"messaggi.md": page, "issues/2026-05.md": "# Maggio\n\nBuona lettura."}
    built = write(tmp_path_factory.mktemp("page"), files).build("html")
    codes = [anchor.removeprefix("message-") for anchor in built.html("messaggi.html").xpath("//dt/@id")]
    assert sorted(codes) == sorted(get_args(Code))
    shown = built.words("messaggi.html")
    assert "Un'opzione con questo nome non esiste" in shown
    assert ":luogo: Piazza dei Lumi" in shown
    assert [message.meaning for message in MESSAGES.values() if message.meaning in shown] == []
