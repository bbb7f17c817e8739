# SPDX-License-Identifier: EUPL-1.2
"""How much of each document the importer gets right: ``python -m tests.importing.score open`` prints a table.

Beside each document lies what a careful reader would say (``documents/README.md``). A record is right where its
kind, its title and its dates are; a person where name, role and side are.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from newsletter.dates import parse_dates
from newsletter.dates.arithmetic import month_span
from newsletter.model.diagnostics import ContentError
from newsletter.model.issue import IssueName
from newsletter.model.kinds import Kind
from newsletter.model.text import plain
from newsletter.model.values import Dates, Precision
from newsletter.tools.console import CommandError
from newsletter.tools.importer.account import write_account
from newsletter.tools.importer.draft import Draft
from newsletter.tools.importer.issue_name import issue_name
from newsletter.tools.importer.items import Item
from newsletter.tools.importer.make_draft import make_draft
from newsletter.tools.importer.original import Original
from newsletter.tools.importer.reading import read_file

DOCUMENTS = Path(__file__).parent / "documents"
_COUNTS = (
    *("records", "right", "people", "people_right", "links", "links_kept", "invented", "lost", "unnamed", "published"),
    *("dated", "dated_told"),
)
_COLUMNS = ("records", "people", "links", "dated", "invented", "lost", "unnamed", "published")
_ENOUGH = 40  # characters by which a sentence is known


@dataclass
class Score:
    """What of one document is right."""

    name: str
    records: int = 0
    right: int = 0
    people: int = 0
    people_right: int = 0
    links: int = 0
    links_kept: int = 0
    invented: int = 0
    """Records that the document does not have."""
    lost: int = 0
    pictures_missing: int = 0
    unnamed: int = 0
    """Words that have to stand in the draft or in the account, and stand in neither."""
    published: int = 0
    """Personal links that the draft would publish."""
    dated: int = 0
    """Sentences of running prose with a date."""
    dated_told: int = 0
    """Those of them that are a record, or are offered as one."""
    notes: list[str] = field(default_factory=list)
    """What is wrong, in words."""


def score(path: Path) -> Score:
    """Import the document at *path* and compare what comes out with what is expected."""
    expected = json.loads(path.with_name(f"{path.name}.expected.json").read_text("utf-8"))
    found = Score(path.name, sum(bool(each["certain"]) for each in expected.get("records", ())))
    found.people = sum(len(each["people"]) for each in expected.get("records", ()) if each["certain"])
    found.links = len(expected["addresses"])
    try:
        original = read_file(path)
    except CommandError as error:
        found.notes.append(str(error))
        return found
    said = issue_name(Path("x"), original)
    if str(said) != str(expected["issue"]):
        found.notes.append(f"issue {said}, not {expected['issue']}")
    name = IssueName.parse(expected["issue"] or "2026-05")
    assert name is not None
    with TemporaryDirectory() as folder:
        (Path(folder) / "conf.py").write_text('language = "it"\n', encoding="utf-8")
        draft = make_draft(original, name, Path(folder))
        account = write_account(Path(folder) / "account.html", path.name, original, draft, name.period, "it")
        shown = unescape(re.sub(r"</?mark>", "", account.read_text("utf-8")))
        told = f"{draft.text}\n{shown}".casefold()
    unnamed = [word for word in expected.get("words", ()) if word.casefold() not in told]
    found.unnamed = len(unnamed)
    found.notes += [f"word in neither draft nor account: {word}" for word in unnamed]
    _compare(found, draft, expected, name)
    found.lost = draft.lost
    _compare_links(found, draft, original, expected)
    _compare_sentences(found, draft, expected)
    return found


def _compare(found: Score, draft: Draft, expected: Mapping[str, Any], name: IssueName) -> None:
    items = sorted(draft.items, key=lambda item: item.line)
    for wanted in expected["records"]:
        alike = [item for item in items if _has_title(item, wanted)]
        item = min(
            alike,
            key=lambda item: (item.kind.value != wanted["kind"], not _has_dates(item, wanted, name)),
            default=None,
        )
        if item is not None:
            items.remove(item)
        if not wanted["certain"]:
            continue
        if item is None:
            found.notes.append(f"missing: {wanted['kind']} {wanted['title']!r} {wanted['start']}")
        elif item.kind.value != wanted["kind"] or not _has_dates(item, wanted, name):
            said = f"{item.kind.value} {item.title!r} {item.options.get('date')}"
            found.notes.append(f"wrong: {said}, not {wanted['kind']} {wanted['start']}")
        else:
            found.right += 1
        _compare_people(found, item, wanted)
    found.invented = len(items)
    found.notes += [f"invented: {item.kind.value} {item.title!r} {item.options.get('date')}" for item in items]


def _spelt(title: str) -> str:
    return re.sub(r"[\"“”«»'’‘]", "", plain(title)).removesuffix(".").strip()


def _has_title(item: Item, wanted: Mapping[str, Any]) -> bool:
    titles = [wanted["title"] or "", *wanted.get("title_also", ())]
    return _spelt(item.title) in {_spelt(title) for title in titles}


def _has_dates(item: Item, wanted: Mapping[str, Any], name: IssueName) -> bool:
    if wanted["start"] is None:
        return "date" not in item.options
    spans = [(each["start"], each["end"]) for each in (wanted, *wanted["further"])]
    text = item.options.get("date", "")
    if text:
        try:
            dates = parse_dates(text, period=name.period, kind=item.kind)
        except ContentError:
            return False
    elif item.kind in {Kind.DELEGATION, Kind.NEWS}:
        month = name.period.year * 12 + name.period.month - 2
        period = type(name.period)(month // 12, month % 12 + 1)
        dates = Dates((month_span(period, period),), Precision.MONTH)
    else:
        return False
    return [(str(span.start), str(span.end)) for span in dates.spans] == spans and dates.precision.value == wanted[
        "precision"
    ]


def _compare_people(found: Score, item: Item | None, wanted: Mapping[str, Any]) -> None:
    options = item.options if item else {}
    said = {
        (plain(name.strip()), plain(role.strip().removesuffix(")")), side)
        for side in ("people", "hosts")
        for name, _bracket, role in (part.partition("(") for part in options.get(side, "").split(";"))
    }
    for person in wanted["people"]:
        if (plain(person["name"]), plain(person["role"] or ""), person["side"]) in said:
            found.people_right += 1
        else:
            found.notes.append(f"person: {person['name']} ({person['role']}) {person['side']}; said {sorted(said)}")


def _compare_links(found: Score, draft: Draft, original: Original, expected: Mapping[str, Any]) -> None:
    accounted = {*original.links}
    for link in expected["addresses"]:
        bare = re.sub(r"[?&]utm_.*", "", link)
        if (link in accounted or bare in draft.text) if link in expected["personal"] else bare in draft.text:
            found.links_kept += 1
        else:
            found.notes.append(f"link: {link}")
    found.published = sum(link in draft.text for link in expected["personal"])
    found.pictures_missing = max(0, expected["pictures"] - len(draft.pictures))
    if found.pictures_missing:
        found.notes.append(f"pictures: {len(draft.pictures)} of {expected['pictures']}")


def _compare_sentences(found: Score, draft: Draft, expected: Mapping[str, Any]) -> None:
    told = [line.text for item in [*draft.offered, *draft.items] for line in item.body]
    text = _words(" ".join([*told, *(item.title for item in draft.items)]))
    sentences = expected.get("dated_sentences", ())
    missing = [sentence for sentence in sentences if _words(sentence)[:_ENOUGH] not in text]
    found.dated, found.dated_told = len(sentences), len(sentences) - len(missing)
    found.notes += [f"dated sentence: {sentence}" for sentence in missing]


def _words(text: str) -> str:
    return " ".join(re.findall(r"\w+", plain(text)))


def documents(folder: str, pattern: str = "*") -> list[Path]:
    """Return the documents in *folder* that have records of their own to be found."""
    return [
        path
        for path in sorted((DOCUMENTS / folder).glob(pattern))
        if path.suffix != ".json" and path.with_name(f"{path.name}.expected.json").exists()
    ]


def table(scores: Sequence[Score]) -> Iterator[str]:
    """Yield the lines of a table of *scores*, the sum last."""
    total = Score("total")
    yield "".join([f"{'document':34}", *(f"{column:>10}" for column in _COLUMNS)])
    for each in [*scores, total]:
        if each is not total:
            for name in _COUNTS:
                setattr(total, name, getattr(total, name) + getattr(each, name))
        shares = (
            f"{each.right}/{each.records}",
            f"{each.people_right}/{each.people}",
            f"{each.links_kept}/{each.links}",
            f"{each.dated_told}/{each.dated}",
        )
        counts = (each.invented, each.lost, each.unnamed, each.published)
        yield "".join([f"{each.name:34}", *(f"{cell:>10}" for cell in (*shares, *counts))])


def main(folder: str = "open", pattern: str = "*", notes: str = "") -> None:
    """Print the table, then what is wrong; of what is held back that only where *notes* are asked for."""
    scores = [score(path) for path in documents(folder, pattern)]
    print("\n".join(table(scores)))
    if notes or not folder.endswith("held_back"):
        for each in scores:
            for note in each.notes:
                print(f"{each.name}: {note}")


if __name__ == "__main__":
    main(*sys.argv[1:])
