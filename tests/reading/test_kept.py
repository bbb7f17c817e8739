# SPDX-License-Identifier: EUPL-1.2
"""What a contributor meant is on the page, and in the data, although its markup is not quite right."""

from __future__ import annotations

import pytest

from tests.project import Built
from tests.reading.reading import PREVIEW, picture, write

NOTE = """
:::{event} Con una nota
:date: 13 maggio

:::{note}
Nella nota.
:::

Dopo la nota.
:::

:::

:::{event} Che viene dopo
:date: 14 maggio
:::
"""
FILES = """
![Una piazza](la piazza.png) e [il programma](il programma (1).pdf) e [il sito](https://example.org/il sito)
"""
NESTED = """
::::{event} Che ne contiene un altro
:date: 13 maggio

:::{event} Con un errore
:date: 36 maggio

Suo testo.
:::
::::
"""
INDENTED = """
\tUn capoverso **rientrato**.

- una voce

      che continua
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    files: dict[str, str | bytes] = {
        "issues/2026-05-nota.md": NOTE,
        "issues/2026-05-file.md": FILES,
        "issues/2026-05-altro.md": NESTED,
        "issues/2026-05-rientri.md": INDENTED,
        "issues/la piazza.png": picture(),
        "issues/il programma (1).pdf": b"%PDF-1.4\n",
    }
    return write(tmp_path_factory.mktemp("kept"), files).build("html", *PREVIEW, strict=False)


def test_a_block_with_a_note_of_as_many_colons_stays_whole_and_so_does_the_next(built: Built) -> None:
    titles = [record["title"] for record in built.records.values()]
    assert titles == ["Che ne contiene un altro", "Con una nota", "Che viene dopo"]
    section = built.words("issues/2026-05-nota.html", "//section[@id='2026-05-nota-con-una-nota']")
    assert "Nella nota. Dopo la nota." in section


def test_what_the_site_says_of_a_block_is_no_text_of_that_around_it(built: Built) -> None:
    assert built.records["2026-05-altro-che-ne-contiene-un-altro"]["text"] == "Con un errore\nSuo testo."


def test_files_and_addresses_with_blanks_are_found(built: Built) -> None:
    page = built.html("issues/2026-05-file.html")
    assert page.xpath("//main//img/@alt") == ["Una piazza"]
    links = built.links("issues/2026-05-file.html")
    assert links["il programma"].endswith("/il%20programma%20%281%29.pdf")
    assert links["il sito"] == "https://example.org/il%20sito"
    assert "issues/2026-05-file.md:2: WARNING" not in built.messages


def test_an_indented_paragraph_is_a_paragraph(built: Built) -> None:
    page = built.html("issues/2026-05-rientri.html")
    assert page.xpath("//main//strong/text()") == ["rientrato"]
    assert page.xpath("//main//pre") == []
    assert "una voce che continua" in built.words("issues/2026-05-rientri.html")
