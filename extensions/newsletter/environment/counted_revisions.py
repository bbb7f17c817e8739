# SPDX-License-Identifier: EUPL-1.2
"""Hand over to the run of a further language which revisions that of the originals has counted.

A person may have the calendars of two languages: an entry has one UID, one SEQUENCE and one LAST-MODIFIED in both.
Whether it has changed shows in the words of the original and of all its translations, which only its run reads.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

from newsletter.model.record import Record
from newsletter.model.values import Revision

_FILE = ".newsletter-revisions.json"


def write_counted(outdir: Path, records: Iterable[Record]) -> None:
    """Write the revisions of *records* beside the output of the originals in *outdir*."""
    counted = {
        record.id: [(each.name, each.number, each.day.isoformat()) for each in record.revisions] for record in records
    }
    Path(outdir, _FILE).write_text(json.dumps(counted), "utf-8")


def read_counted(outdir: Path) -> Mapping[str, tuple[Revision, ...]]:
    """Return the revisions of each record for the output of a further language, *outdir*, a folder in the originals'.

    Nothing is known where a bare ``sphinx-build`` makes that language alone.
    """
    try:
        counted = json.loads((outdir.parent / _FILE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return {
        record: tuple(Revision(name, number, date.fromisoformat(day)) for name, number, day in revisions)
        for record, revisions in counted.items()
    }
