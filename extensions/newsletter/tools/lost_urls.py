# SPDX-License-Identifier: EUPL-1.2
"""Addresses that the site has as it was last built, and will have no more."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import Any

from newsletter.archive.names import parse_names
from newsletter.archive.own_pages import FOLDERS
from newsletter.archive.withheld import Withheld
from newsletter.environment.i18n import translate
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

_SHOWN = 20
_ALIKE = 0.6  # share of a title that a record has in common with itself under another
_CODE: Code = "address-gone"


def tell_gone(source: Path, checked: Path) -> int:
    """Write a hint for each address that the site in *source* had when last built and that would be gone.

    A record that has another id now is told at its block, with the line that keeps its addresses; what else is gone,
    at the settings.

    :param checked: the folder where the check left the addresses and records that there are.
    :return: how many hints there are.
    """
    found = json.loads((checked / "addresses.json").read_text(encoding="utf-8"))
    here = set(found["addresses"])
    withheld = _withheld(source / "registers.yaml")  # a redirect from such an address would show the name
    was = _records(source / "_build" / "html" / "data" / "records.json")
    renamed = _renamed(was, _records(checked / "records.json"))
    gone = [
        address
        for address in sorted(set(_built(source / "_build" / "html", was)) - here)
        if not withheld.holds(address) and not _explained(address, renamed, here)
    ]
    told = {*found["published"]}  # of these, the check itself has spoken
    renamed = {
        old: new
        for old, new in renamed.items()
        if new in found["blocks"] and old not in told and not withheld.holds(old)
    }
    for old, new in renamed.items():
        path, line = found["blocks"][new]
        _hint(f"{path}:{line}", _KEEP, id=old)
    for address in gone[:_SHOWN]:
        _hint(f"{source / 'conf.py'}:1", _GONE, address=address)
    if len(gone) > _SHOWN:
        print(translate(_("… and %(number)d addresses more.")) % {"number": len(gone) - _SHOWN}, file=sys.stderr)
    return len(gone) + len(renamed)


_KEEP = _(
    "This record was on the site as “%(id)s”, and whoever kept that address will find nothing: add a line "
    "“:id: %(id)s” if it is the same."
)
_GONE = _(
    "“%(address)s” was on the site and is gone. If it moved or was withdrawn, say so in conf.py, under "
    "newsletter_moved."
)


def _hint(place: str, message: str, **values: str) -> None:
    print(f"{place}: HINT: {translate(message) % values} [newsletter.{_CODE}]", file=sys.stderr)


def _explained(address: str, renamed: Mapping[str, str], here: AbstractSet[str]) -> bool:
    """Tell whether another hint speaks of *address* already: that of its record, or of its page."""
    page, sign, anchor = address.partition("#")
    return anchor in renamed or PurePosixPath(page).stem in renamed or (bool(sign) and page not in here)


def _renamed(was: Mapping[str, Any], now: Mapping[str, Any]) -> dict[str, str]:
    """Return the new ids of records by their former ones: same issue and kind, and most of the title or the same day.

    Where several could be meant none is.
    """
    fresh = [row for name, row in now.items() if name not in was]
    found: dict[str, str] = {}
    for name, row in was.items():
        alike = [other["id"] for other in fresh if name not in now and _is_alike(row, other)]
        if len(alike) == 1:
            found[name] = alike[0]
    return {old: new for old, new in found.items() if list(found.values()).count(new) == 1}


def _is_alike(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if (one["issue"], one["kind"]) != (other["issue"], other["kind"]):
        return False
    return bool(one["start"] == other["start"]) or SequenceMatcher(None, one["title"], other["title"]).ratio() > _ALIKE


def _withheld(registers: Path) -> Withheld:
    return (
        parse_names(registers.read_text("utf-8-sig", errors="replace")).names.withheld
        if registers.is_file()
        else Withheld()
    )


def _records(path: Path) -> dict[str, Any]:
    """Return the records of the open data at *path* by id; none where there are no such data."""
    try:
        return {row["id"]: row for row in json.loads(path.read_text(encoding="utf-8"))["records"]}
    except (OSError, ValueError, KeyError):
        return {}


def _built(site: Path, records: Mapping[str, Any]) -> Iterator[str]:
    """Yield the pages, the anchors of *records* and the calendars of the built *site*; nothing where there is none."""
    # The sites in further languages have the pages of the originals: what is gone there is gone here.
    inner = [note.parent for note in site.glob("*/build.json")]
    # What has a page of its own follows from the records, whose anchors are here, and goes with them.
    outer = [*inner, site / "records", *(site / folder for folder in FOLDERS.values())]
    pages = (path for path in site.rglob("*.html") if not any(path.is_relative_to(folder) for folder in outer))
    yield from (path.relative_to(site).as_posix() for path in pages)
    yield from (path.relative_to(site).as_posix() for path in (site / "calendar").rglob("*.ics"))
    yield from (f"issues/{issue}.html#{row['id']}" for row in records.values() for issue in row["issues"])
