# SPDX-License-Identifier: EUPL-1.2
"""Declare what the manual says of a code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """The meaning of a code to a contributor, with an example and its correction."""

    meaning: str
    wrong: str = ""
    """An example of its cause: option lines of an event, or a piece of an issue; empty where no piece could."""
    right: str = ""
    hint: bool = False
    """Whether it only asks for a second look, and fails nothing."""
