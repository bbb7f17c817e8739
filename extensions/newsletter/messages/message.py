# SPDX-License-Identifier: EUPL-1.2
"""What the manual says of a code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """What a code means to a contributor, with an example and its correction."""

    meaning: str
    wrong: str = ""
    """What brings it about: option lines of an event, or a piece of an issue; empty where no piece could."""
    right: str = ""
    hint: bool = False
    """Whether it only asks for a second look, and fails nothing."""
