# SPDX-License-Identifier: EUPL-1.2
"""A comment is for those who write: whatever stands beside it, no reader gets it."""

from __future__ import annotations

import pytest

from tests.project import Built
from tests.reading.reading import published, write

SECRET = "segretissimo"  # noqa: S105 - a word to look for
NEIGHBOURHOODS = {
    "html": "<div onclick=alert(1)>visto</div>\n<!-- @ -->\n% @\n",
    "html-prima": "% @\n<div>visto</div>\n<!-- @\n@ -->\n",
    "html-dentro": "<div>visto <!-- @ -->\n  % @\n</div>\n",
    "paragrafo": "visto <!-- @ --> poi\n% @\n<!-- @ -->\n",
    "elenco": "- visto\n% @\n- poi <!-- @ -->\n  % @\n",
    "citazione": "> visto\n> % @\n> <!-- @ -->\n",
    "tabella": "| visto | <!-- @ --> |\n|---|---|\n| a | b <!-- @ --> |\n% @\n",
    "titolo": "### visto <!-- @ -->\n% @\n",
    "nota": "visto[^1]\n\n[^1]: nota <!-- @ -->\n% @\n",
    "pre": "<pre>\nvisto\n% @\n\n% @\n<!-- @ -->\n</pre>\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    issue = "# Maggio\n\n" + "".join(
        f":::{{news}} Notizia {name}\n\n{text.replace('@', f'{SECRET}-{name}')}:::\n\n"
        for name, text in NEIGHBOURHOODS.items()
    )
    return write(tmp_path_factory.mktemp("comments"), {"issues/2026-05.md": issue}).build("html", strict=False)


@pytest.mark.parametrize("name", NEIGHBOURHOODS)
def test_a_comment_is_published_nowhere(name: str, built: Built) -> None:
    word = f"{SECRET}-{name}".encode()
    assert [path for path in published(built.folder) if word in path.read_bytes()] == []


def test_what_stands_beside_it_is(built: Built) -> None:
    assert built.words("issues/2026-05.html").count("visto") >= len(NEIGHBOURHOODS)
    assert "<div onclick=alert(1)>visto</div>" in built.words("issues/2026-05.html")
