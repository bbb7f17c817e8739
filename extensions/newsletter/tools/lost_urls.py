# SPDX-License-Identifier: EUPL-1.2
"""Addresses that the site has as it was last built, and will have no more."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from newsletter.archive.names import read_names
from newsletter.archive.withheld import Withheld
from newsletter.environment.i18n import translate
from newsletter.model.codes import Code
from newsletter.model.diagnostics import _

_SHOWN = 20
_CODE: Code = "address-gone"


def tell_gone(source: Path, addresses: Path) -> int:
    """Write a hint for each address that the site in *source* had when last built and that *addresses* do not list.

    :param addresses: what the check left, a JSON list.
    :return: how many hints there are.
    """
    here = set(json.loads(addresses.read_text(encoding="utf-8")))
    withheld = _withheld(source / "registers.yaml")  # a redirect from such an address would show the name
    gone = sorted(address for address in set(_built(source / "_build" / "html")) - here if not withheld.holds(address))
    for address in gone[:_SHOWN]:
        message = translate(
            _(
                "“%(address)s” was on the site and is gone. If it moved or was withdrawn, say so in conf.py, under "
                "newsletter_moved."
            )
        )
        print(f"{source / 'conf.py'}:1: HINT: {message % {'address': address}} [newsletter.{_CODE}]", file=sys.stderr)
    if len(gone) > _SHOWN:
        print(translate(_("… and %(number)d addresses more.")) % {"number": len(gone) - _SHOWN}, file=sys.stderr)
    return len(gone)


def _withheld(registers: Path) -> Withheld:
    return (
        read_names(registers.read_text("utf-8-sig", errors="replace")).names.withheld
        if registers.is_file()
        else Withheld()
    )


def _built(site: Path) -> Iterator[str]:
    """Yield the pages, the anchors of records and the calendars of the built *site*; nothing where there is none."""
    yield from (path.relative_to(site).as_posix() for path in site.rglob("*.html"))
    yield from (path.relative_to(site).as_posix() for path in (site / "calendar").rglob("*.ics"))
    try:
        rows = json.loads((site / "data" / "records.json").read_text(encoding="utf-8"))["records"]
    except (OSError, ValueError, KeyError):
        return
    yield from (f"issues/{issue}.html#{row['id']}" for row in rows for issue in row["issues"])
