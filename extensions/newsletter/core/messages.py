# SPDX-License-Identifier: EUPL-1.2
"""The closed set of codes, each with its meaning and an example: what the page of messages shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.core.problem import _


@dataclass(frozen=True, slots=True)
class Message:
    """What a code means to a contributor."""

    meaning: str
    wrong: str = ""
    right: str = ""


MESSAGES: Mapping[str, Message] = {
    "date-missing": Message(_("An event or a mission has no date."), "", ":date: 13 maggio"),
}
