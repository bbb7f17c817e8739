# SPDX-License-Identifier: EUPL-1.2
"""Which issue was mailed to which list, and when: ``sent/<issue>.json``, read by builds, written by a command.

A list is known by a digest of its address, so that no address of anybody ever stands in the repository.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from newsletter.model.issue import IssueName

FOLDER = "sent"


@dataclass(frozen=True, slots=True)
class Sending:
    """One mail to one list."""

    day: date
    list_digest: str


def list_digest(address: str) -> str:
    """Return what a list is known by."""
    return hashlib.sha256(address.strip().lower().encode()).hexdigest()[:16]


def sendings(project: Path, issue: str) -> tuple[Sending, ...]:
    """Return the mails of *issue* that went out, oldest first.

    :raises ValueError: where the file cannot be read: whether a mail went out is then not known.
    """
    path = project / FOLDER / f"{issue}.json"
    if not path.is_file():
        return ()
    try:
        rows = json.loads(path.read_text("utf-8"))
        return tuple(
            sorted((Sending(date.fromisoformat(row["day"]), row["list"]) for row in rows), key=lambda s: s.day)
        )
    except (ValueError, TypeError, KeyError) as error:
        raise ValueError(f"{FOLDER}/{path.name}: {error}") from error


def note_sending(project: Path, issue: str, sending: Sending) -> Path:
    """Remember *sending*; return the file, which belongs into the repository."""
    path = project / FOLDER / f"{issue}.json"
    rows = [{"day": each.day.isoformat(), "list": each.list_digest} for each in (*sendings(project, issue), sending)]
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(rows, indent=2) + "\n", "utf-8")
    return path


def last_mailed_before(project: Path, issue: IssueName) -> date | None:
    """Return the day on which an issue before *issue* was last mailed; None where none was."""
    return max(_days_before(project, issue), default=None)


def _days_before(project: Path, issue: IssueName) -> Iterator[date]:
    for path in (project / FOLDER).glob("*.json"):
        name = IssueName.parse(path.stem)
        if name is not None and name < issue:
            yield from (sending.day for sending in sendings(project, path.stem))
