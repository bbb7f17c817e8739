# SPDX-License-Identifier: EUPL-1.2
"""A whole archive in one command: each file into its issue, a table at the end, and a log by which it goes on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from newsletter.environment.i18n import translate
from newsletter.model.diagnostics import _
from newsletter.tools.console import CommandError, say
from newsletter.tools.importer.one_file import import_file
from newsletter.tools.importer.sources import Source

_LOG = "log.json"
_COLUMNS = (_("File"), _("Issue"), _("Records"), _("Guessed"), _("Words in notes"))
_NUMBERS = ("records", "guessed", "noted")
_WIDEST = 46
_NOT_ALL = 3
"""The exit status where a file was not read, or no record was found in it."""


def import_archive(sources: Sequence[Source], project: Path) -> int:
    """Import *sources*, one after the other, and say at the end what became of each.

    What became of a file is written down at once, by the digest of its bytes: a second run goes on where the first
    was stopped, and imports anew only what was not imported, or whose draft was taken away.
    """
    path = project / "_build" / "import" / _LOG
    log, rows = _read(path), list[tuple[str, Mapping[str, Any]]]()
    for number, source in enumerate(sources, 1):
        print(f"{number}/{len(sources)} {source.name}", flush=True)
        entry = _import(source, project, log)
        log[entry["digest"]] = entry
        _write(path, log)
        rows.append((source.name, entry))
    _show(rows)
    whole = all(entry["records"] for _name, entry in rows)
    say("The log is %(path)s: the same command goes on where it was stopped.", path=path.relative_to(project))
    return 0 if whole else _NOT_ALL


def _import(source: Source, project: Path, log: Mapping[str, Mapping[str, Any]]) -> dict[str, Any]:
    entry: dict[str, Any] = {"digest": "", "file": source.name, "issue": "", "reason": ""} | dict.fromkeys(_NUMBERS, 0)
    try:
        raw = source.read()
        entry["digest"] = hashlib.sha256(raw).hexdigest()
        known = log.get(entry["digest"])
        if known and known["issue"] and (project / "issues" / f"{known['issue']}.md").exists():
            return dict(known)
        found = import_file(source, raw, project)
    except CommandError as error:
        return entry | {"reason": str(error), "digest": entry["digest"] or source.name}
    except Exception as error:  # noqa: BLE001 - whatever one file has in it, the others are imported
        reason = translate(_("This file could not be read (%(error)s). Save it in another form, and report it."))
        return entry | {"reason": reason % {"error": f"{type(error).__name__}: {error}"}}
    draft = found.draft
    numbers = (len(draft.items), len(draft.guessed), draft.noted)
    return entry | {"issue": str(found.name)} | dict(zip(_NUMBERS, numbers, strict=True))


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """Return the log of earlier runs; an empty one where there is none, or it was cut off."""
    try:
        entries = json.loads(path.read_text("utf-8"))
        return {str(entry["digest"]): entry for entry in entries if {"digest", "issue", *_NUMBERS} <= entry.keys()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(path: Path, log: Mapping[str, Mapping[str, Any]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_text(json.dumps([*log.values()], ensure_ascii=False, indent=1), encoding="utf-8", newline="\n")
    beside.replace(path)


def _show(rows: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    """Print the table: a line a file, and under it what to do where it was not imported."""
    shown = [
        (
            name if len(name) <= _WIDEST else f"…{name[1 - _WIDEST :]}",
            str(entry["issue"]) or "–",
            *(str(entry[number]) for number in _NUMBERS),
        )
        for name, entry in rows
    ]
    table = [tuple(translate(column) for column in _COLUMNS), *shown]
    widths = [max(len(row[n]) for row in table) for n in range(len(_COLUMNS))]
    print()
    for row, (_name, entry) in zip(table, [("", {"reason": ""}), *rows], strict=True):
        print("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())
        if entry["reason"]:
            print(f"    {entry['reason']}")
    print()
    missing = sum(not entry["issue"] for _name, entry in rows)
    say(
        "Imported: %(files)d of %(all)d files, %(records)d records, %(guessed)d of them guessed.",
        files=len(rows) - missing,
        all=len(rows),
        records=sum(entry["records"] for _name, entry in rows),
        guessed=sum(entry["guessed"] for _name, entry in rows),
    )
