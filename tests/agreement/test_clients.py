# SPDX-License-Identifier: EUPL-1.2
"""Borgoluce's calendars in programs that are not ours: three parsers, and a real subscription over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime, timedelta
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import vobject  # type: ignore[import-untyped]  # publishes no types
from ical.calendar_stream import IcsCalendarStream

from .archive import EXPECTED

ROME = ZoneInfo("Europe/Rome")
COMMANDS = Path(sysconfig.get_path("scripts"))
Shown = Iterator[tuple[str, tuple[str, str]]]
"""The summary of an entry with its first and last day."""


def _last(start: date, end: date) -> tuple[str, str]:
    """Return first and last day of an entry, whose end is exclusive where it takes whole days."""
    if isinstance(start, datetime) and isinstance(end, datetime):
        return start.astimezone(ROME).date().isoformat(), end.astimezone(ROME).date().isoformat()
    return start.isoformat(), (end - timedelta(days=1)).isoformat()


def by_vobject(text: str) -> Shown:
    for entry in vobject.readOne(text).contents.get("vevent", []):
        yield entry.summary.value, _last(entry.dtstart.value, entry.dtend.value)


def by_ical(text: str) -> Shown:
    for entry in IcsCalendarStream.calendar_from_ics(text).events:
        yield str(entry.summary), _last(entry.start, entry.end)


def by_ics(text: str) -> Shown:
    """Ask ``ics`` in a process of its own: its parser wraps the standard output once more at every line."""
    asked = subprocess.run([sys.executable, "-c", ICS], input=text, capture_output=True, text=True, check=True)
    for title, whole_days, start, end in json.loads(asked.stdout):
        read = date.fromisoformat if whole_days else datetime.fromisoformat
        yield title, _last(read(start), read(end))


ICS = """
import ics, json, sys
entries = [
    (entry.name, entry.all_day, entry.begin.datetime, entry.end.datetime)
    for entry in ics.Calendar(sys.stdin.read()).events
]
days = [
    (name, whole, *((moment.date() if whole else moment).isoformat() for moment in moments))
    for name, whole, *moments in entries
]
print(json.dumps(days))
"""


@pytest.mark.parametrize("reader", [by_vobject, by_ical, pytest.param(by_ics, marks=pytest.mark.slow)])
def test_three_parsers_see_the_same_titles_and_days_in_the_calendars(
    site: Path, reader: Callable[[str], Shown]
) -> None:
    right = {(title, days) for title, spans in _summaries().items() for days in spans}
    paths = [path for path in sorted((site / "calendar").rglob("*.ics")) if path.parent.name != "records"]
    assert len(paths) > 12
    for path in paths:
        shown = list(reader(path.read_bytes().decode()))
        assert shown, path.name
        assert set(shown) <= right, path.name
        assert len(shown) == path.read_bytes().count(b"BEGIN:VEVENT")


def _summaries() -> dict[str, tuple[tuple[str, str], ...]]:
    """Return the days of all records by the title under which a calendar shows them."""
    told = {}
    for expected in EXPECTED.values():
        off = {"cancelled": "ANNULLATO: ", "postponed": "" if expected.moved_from else "RINVIATO: "}
        told[off.get(expected.state, "") + expected.title] = expected.days
    return told


class _Silent(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 -- the signature is the library's
        """Stay silent."""


@pytest.fixture
def address(site: Path) -> Iterator[str]:
    """Give the address of the site on this machine."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Silent, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


VDIRSYNCER = """
[general]
status_path = "{folder}/status/"
[pair newsletter]
a = "web"
b = "own"
collections = null
conflict_resolution = "a wins"
[storage web]
type = "http"
url = "{address}calendar/all.ics"
[storage own]
type = "filesystem"
path = "{folder}/calendar/"
fileext = ".ics"
"""
KHAL = """
[calendars]
[[newsletter]]
path = {folder}/calendar/
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Rome
default_timezone = Europe/Rome
[sqlite]
path = {folder}/khal.db
"""
FIELDS = "{start-date}\t{end-date}\t{title}"


def test_a_reader_subscribes_and_sees_the_days_of_the_newsletter(tmp_path: Path, address: str) -> None:
    (tmp_path / "calendar").mkdir()
    (tmp_path / "vdirsyncer.conf").write_text(VDIRSYNCER.format(folder=tmp_path, address=address), "utf-8")
    (tmp_path / "khal.conf").write_text(KHAL.format(folder=tmp_path), "utf-8")

    for command in ("discover", "sync"):
        _run("vdirsyncer", "-c", str(tmp_path / "vdirsyncer.conf"), command, home=tmp_path)
    listing = ["list", "--once", "--day-format", "", "-f", FIELDS, "2025-01-01", "1500d"]
    lines = _run("khal", "-c", str(tmp_path / "khal.conf"), *listing, home=tmp_path).splitlines()

    shown: dict[str, list[tuple[str, str]]] = {}
    for start, end, title in (line.split("\t") for line in lines if line.strip()):
        shown.setdefault(title, []).append((start, end or start))
    assert {title: tuple(sorted(days)) for title, days in shown.items()} == dict(_in_the_window())


def _in_the_window() -> Iterator[tuple[str, tuple[tuple[str, str], ...]]]:
    """Yield what the subscription holds: what ends in the twelve months before the newest issue, or later."""
    in_calendars = {expected.days for expected in EXPECTED.values() if expected.in_calendars}
    for title, days in _summaries().items():
        if days in in_calendars and days[-1][1] >= "2026-03-01":
            yield title, days


def _run(command: str, *words: str, home: Path) -> str:
    surroundings: Mapping[str, str] = {
        "HOME": str(home),
        "LC_ALL": "C.UTF-8",
        "PYTHONWARNINGS": "ignore",
        "NO_PROXY": "127.0.0.1",
    }
    done = subprocess.run(
        [str(COMMANDS / command), *words], capture_output=True, text=True, check=False, env=os.environ | surroundings
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
