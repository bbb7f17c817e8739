# SPDX-License-Identifier: EUPL-1.2
"""The index: plain files that a browser loads few of, and that are the same whenever the records are."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from newsletter.export.site import File
from newsletter.search.entries import search_entries
from newsletter.search.index import build_index

from .archive import PAGES, fictional_site, record, site_of


def index_of(*records: Any) -> dict[str, str]:
    """Return the files of an index of *records*, without the name of its folder."""
    files = build_index(search_entries(site_of(*records), {}), 2026)
    return {file.path.split("/", 2)[-1]: file.content.decode() for file in files}


def lines(files: dict[str, str]) -> dict[str, str]:
    found = (
        line.split(";", 1) for name in sorted(files) if name.startswith("words-") for line in files[name].splitlines()
    )
    return dict(found)


def test_equal_records_give_equal_bytes_and_others_another_folder() -> None:
    site, other = fictional_site(), site_of(record("a", "A", date(2026, 5, 1)))
    entries = search_entries(site, PAGES)
    assert build_index(entries, 2026) == build_index(entries[::-1], 2026)

    def folder(files: list[File]) -> str:
        return str(json.loads(next(file.content for file in files if file.path == "search/index.json"))["folder"])

    made = build_index(entries, 2026)
    assert any(file.path.startswith(f"search/{folder(made)}/words-0") for file in made)
    assert folder(made) != folder(build_index(search_entries(other, PAGES), 2026))


def test_a_word_stands_in_its_weightiest_place_and_small_words_nowhere() -> None:
    told = record("a", "Il fiume", date(2026, 5, 1), body="Il fiume e la piena.", places=("Sala del Fiume",))
    found = lines(index_of(record("z", "Altro", date(2026, 4, 1)), told))
    assert found["fiume"] == ";1", "in the title of the second"
    assert found["sala"] == ";;1"
    assert found["piena"] == ";;;1"
    assert not {"il", "e", "la", "del"} & set(found)


def test_what_is_typed_is_corrected_to_words_as_they_are_written_of_names_or_of_two_texts() -> None:
    files = index_of(
        record("a", "Da Łódź", date(2026, 5, 1), body="Un refuso raro: teatr. La Città."),
        record("b", "B", date(2026, 5, 2), body="La Città."),
    )
    known = files["known.txt"].split("\n")
    assert {"Łódź", "Città"} <= set(known)
    assert "teatr" not in known


def test_no_file_of_words_grows_with_the_archive() -> None:
    many = [record(f"r{at}", f"Parola{at:04}", date(2026, 5, 1)) for at in range(1500)]
    sizes = [len(text) for name, text in index_of(*many).items() if name.startswith("words-")]
    assert len(sizes) > 1
    assert max(sizes) < 40_000
