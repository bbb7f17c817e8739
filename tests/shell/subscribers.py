# SPDX-License-Identifier: EUPL-1.2
"""What subscribers of a calendar have, before and after an edit of what was published."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

import vobject  # type: ignore[import-untyped]  # publishes no types

from tests.project import TODAY, Built, Project


@dataclass(frozen=True)
class Seen:
    """An entry as a client has it."""

    uid: str
    day: str
    state: str
    summary: str
    text: str
    sequence: int
    modified: str


def publish(project: Project, today: str = TODAY) -> None:
    """Note what goes out today, as ``make published`` does."""
    noted = project.build("newsletter-published", today=today, strict=False)
    (project.folder / "published").mkdir(exist_ok=True)
    for file in noted.folder.glob("*.json"):
        shutil.copy(file, project.folder / "published" / file.name)


def subscribed(project: Project, calendar: str = "all") -> list[Seen]:
    """Return the entries that a subscriber gets today, in the order of their days."""
    return entries(project.build("newsletter-ics", strict=False), calendar)


def entries(built: Built, calendar: str = "all") -> list[Seen]:
    """Return the entries of a calendar that was *built*, in the order of their days; none where it does not exist."""
    if not built.has(f"calendar/{calendar}.ics"):
        return []
    content = built.text(f"calendar/{calendar}.ics")
    found = [_seen(entry) for entry in vobject.readOne(content).contents.get("vevent", [])]
    return sorted(found, key=lambda seen: seen.day)


def _seen(entry: object) -> Seen:
    told = {name: str(lines[0].value) for name, lines in entry.contents.items()}  # type: ignore[attr-defined]
    return Seen(
        uid=told["uid"],
        day=told["dtstart"],
        state=told["status"],
        summary=told["summary"],
        text=told.get("description", ""),
        sequence=int(told["sequence"]),
        modified=told["last-modified"],
    )
