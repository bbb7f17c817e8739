# SPDX-License-Identifier: EUPL-1.2
"""People in one line, as contributors write them."""

from __future__ import annotations

from collections.abc import Sequence

from newsletter.export.characters import one_line
from newsletter.model.record import Person


def show_people(people: Sequence[Person]) -> str:
    """Return ``Name (Role); Name``."""
    return "; ".join(
        f"{one_line(person.name)} ({one_line(person.role)})" if person.role else one_line(person.name)
        for person in people
    )
