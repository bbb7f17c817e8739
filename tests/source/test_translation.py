# SPDX-License-Identifier: EUPL-1.2
"""A translator adds, drops or moves a section: all of the translation is on the page, or told with its line."""

from __future__ import annotations

import pytest

from newsletter.model.text import slug
from newsletter.source.translation import Section, Translation, sections

ORIGINAL = """# Maggio

## Appuntamenti

:::{event} Festa
:id: festa
:::

## Contatti

:::{note}
Una nota.
:::

Scrivete."""


def _sections(text: str) -> list[Section]:
    return sections(text.split("\n"), slug)


@pytest.mark.parametrize(
    ("english", "lost"),
    [
        ("# May\n\n## Events\n\n:::{event} Feast\n:id: festa\n:::\n\n## Contacts\n\nWrite.", []),
        (
            "# May\n\n## Events\n\n:::{event} Feast\n:id: festa\n:::\n\n## Visa\n\nA visa.\n\n## Contacts\n\nWrite.",
            [(9, "Visa"), (13, "Contacts")],
        ),
        ("# May\n\n:::{event} Feast\n:id: festa\n:::\n\nAfter it.", [(7, "After it.")]),
        ("# May\n\n## Events\n\n:::{event} Feast\n:id: festa\n:::\n\n## Contacts\n\n:::{note}\nA note.\n:::", []),
    ],
    ids=["as the original", "a section more", "a section less", "with a note"],
)
def test_a_line_of_a_translation_is_shown_or_told(english: str, lost: list[tuple[int, str]]) -> None:
    translation, original = Translation(_sections(english), "it", "en"), _sections(ORIGINAL)
    assert list(translation.without_place(original)) == lost
    page = "\n".join(translation.compose(original).lines)
    told = "\n".join(english.split("\n")[line - 1] for line, _text in lost)
    for word in ("Write.", "A note.", "After it.", "A visa."):
        assert (word not in english) or (word in page) or told
    assert ("Una nota." in page) is ("A note." not in page)
