# SPDX-License-Identifier: EUPL-1.2
"""What each published output says of each record, read without a line of the code that wrote it."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import vobject  # type: ignore[import-untyped]  # publishes no types
from lxml import etree, html

from tests.pdf.linear_reading import linear_reading

from .archive import EXPECTED, IN_ENGLISH, Expected

_STATES = {
    "Da confermare": "tentative", "Rinviato": "postponed", "Annullato": "cancelled",
    "To be confirmed": "tentative", "Postponed": "postponed", "Cancelled": "cancelled",
}  # fmt: skip
_VOCABULARY = {
    "EventScheduled": "confirmed",
    "EventCancelled": "cancelled",
    "EventPostponed": "postponed",
    "EventRescheduled": "postponed",
}

Days = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Said:
    """What one output says of one record; None where it does not say it in this way."""

    where: str
    title: str | None
    state: str
    words: str | None = None
    days: Days | None = None


Sayings = Iterator[tuple[str, Said]]


def _text(element: Any) -> str:
    return " ".join(element.text_content().split())


def _page(path: Path) -> Any:
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def _of_sections(where: str, root: Any, titled: frozenset[str]) -> Sayings:
    """Read the sections of records; an earlier issue may call a record otherwise, so only *titled* have a title."""
    for section in root.xpath("//section[contains(concat(' ', @class, ' '), ' record ')]"):
        [heading] = section.xpath("h2 | h3 | h4 | h5")
        for permalink in heading.xpath("a[@class='headerlink']"):
            permalink.drop_tree()
        [when] = section.xpath(".//dd[contains(@class, 'fact-date')]")
        stated = [_text(state) for state in section.xpath(".//dd[contains(@class, 'fact-status')]")]
        name = section.get("id")
        yield name, Said(where, _text(heading) if name in titled else None, _state(stated), _words(when))


def _state(stated: list[str]) -> str:
    return _STATES[stated[0]] if stated else "confirmed"


def _words(element: Any) -> str:
    """Return the days that *element* shows: from its first ``time`` element to its last."""
    first, *others = element.xpath(".//time")
    words = str(first.text_content())
    for before, after in zip([first, *others], others, strict=False):
        words += before.tail or ""
        between = before.getnext()
        while between is not None and between is not after:  # “ and ”, in the language of the page
            words += between.text_content() + (between.tail or "")
            between = between.getnext()
        words += after.text_content()
    return words


def expected_of(site: Path) -> Mapping[str, Expected]:
    """Return what readers of the *site* make of each record, in its language."""
    return IN_ENGLISH if site.name == "en" else EXPECTED


def _latest(site: Path, docname: str) -> frozenset[str]:
    data = site.parent if site.name == "en" else site  # which is there once
    records = json.loads((data / "data/records.json").read_text("utf-8"))["records"]
    return frozenset(record["id"] for record in records if record["page"].startswith(f"{docname}.html#"))


def pages(site: Path) -> Sayings:
    """Read the pages of issues."""
    for path in sorted((site / "issues").glob("*.html")):
        yield from _of_sections(path.name, _page(path), _latest(site, f"issues/{path.stem}"))


def registers(site: Path) -> Sayings:
    """Read every line, row and card of the registers and of the home page."""
    for path in [site / "index.html", *sorted((site / "indexes").glob("*.html"))]:
        for around in _page(path).xpath(_ROWS):
            links = [link for link in around.xpath(".//a") if _OF_RECORD.search(link.get("href"))]
            stated = [_text(state) for state in around.xpath(".//strong[contains(@class, 'status')]")]
            for link in links:
                name = _record(link.get("href"))
                yield name, Said(path.name, _text(link), _state(stated), _words(around))


_OF_RECORD = re.compile("records/([^/]+)[.]html$")


def _record(url: str) -> str:
    """Return the id of the record whose own page is at *url*."""
    found = _OF_RECORD.search(url)
    assert found, url
    return found[1]


_ROWS = (
    "//li[starts-with(@class, 'record-')] | //table[contains(@class, 'records')]//tr[td]"
    " | //div[contains(@class, 'records-cards')]//div[contains(@class, 'sd-card-body')]"
)


def calendars(site: Path) -> Sayings:
    """Read every entry of every calendar: a record's own file has all of its days, each other one some of them."""
    for path in sorted((site / "calendar").rglob("*.ics")):
        shown: dict[str, list[Any]] = {}
        for entry in vobject.readOne(path.read_bytes().decode()).contents.get("vevent", []):
            shown.setdefault(entry.url.value.rpartition("#")[2], []).append(entry)
        for name, entries in shown.items():
            whole = tuple(sorted(map(_entry_days, entries)))
            for entry in entries:
                title, state = _entry_state(entry)
                days = whole if path.parent.name in {"records", "issues"} else None
                yield name, Said(path.name, title, state, days=days)


def entries_of(path: Path) -> Iterator[tuple[str, tuple[str, str]]]:
    """Return the days of each entry of a calendar, by the record's id."""
    for entry in vobject.readOne(path.read_bytes().decode()).contents.get("vevent", []):
        yield entry.url.value.rpartition("#")[2], _entry_days(entry)


def _entry_days(entry: Any) -> tuple[str, str]:
    start, end = entry.dtstart.value, entry.dtend.value
    if isinstance(start, datetime):
        return start.date().isoformat(), (end - timedelta(seconds=1)).date().isoformat()
    assert isinstance(end, date)
    return start.isoformat(), (end - timedelta(days=1)).isoformat()


def _entry_state(entry: Any) -> tuple[str, str]:
    called, status = entry.summary.value, entry.status.value
    if prefix := _PREFIX.match(called):
        assert status == "CANCELLED"
        return called[prefix.end() :], "cancelled" if prefix[1] in {"ANNULLATO", "CANCELLED"} else "postponed"
    if re.search("la data precedente era|Postponed from", entry.description.value):
        assert status == "CONFIRMED"
        return called, "postponed"
    return called, status.lower()


_PREFIX = re.compile("(ANNULLATO|RINVIATO|CANCELLED|POSTPONED): ")


def atom(site: Path) -> Sayings:
    """Read the full text of the issues in the Atom feed."""
    root = etree.fromstring((site / "feeds/atom.xml").read_bytes())
    for entry in root.iterfind("{*}entry"):
        docname = str(entry.findtext("{*}id")).rpartition(":")[2]
        text = html.fromstring(str(entry.findtext("{*}content")))
        yield from _of_sections(docname, text, _latest(site, docname))


def record_feeds(site: Path) -> Sayings:
    """Read each record in the feeds of kinds, countries and topics: its title, and the facts in its text."""
    for path in sorted((site / "feeds").rglob("*.xml")):
        if path.name == "atom.xml" or path.parent.name == "archive":
            continue
        for entry in etree.fromstring(path.read_bytes()).iterfind("{*}entry"):
            name = str(entry.findtext("{*}id")).rpartition("/")[2]
            title = _PREFIX.sub("", str(entry.findtext("{*}title")), count=1)
            text: Any = html.fromstring(f"<div>{entry.findtext('{*}content')}</div>")
            [when] = text.xpath(".//dd[contains(@class, 'fact-date')]")
            stated = [_text(state) for state in text.xpath(".//dd[contains(@class, 'fact-status')]")]
            yield name, Said(f"{path.parent.name}/{path.name}", title, _state(stated), _words(when))


def json_feed(site: Path) -> Sayings:
    """Read the full text of the issues in the JSON feed."""
    for item in json.loads((site / "feeds/feed.json").read_text("utf-8"))["items"]:
        docname = item["id"].rpartition(":")[2]
        yield from _of_sections(docname, html.fromstring(item["content_html"]), _latest(site, docname))


def open_data(site: Path) -> Sayings:
    """Read ``records.json``."""
    for record in json.loads((site / "data/records.json").read_text("utf-8"))["records"]:
        days = tuple((span["start"], span["end"]) for span in record["occurrences"])
        assert (record["start"], record["end"]) == (days[0][0], max(end for _start, end in days))
        yield record["id"], Said("records.json", record["title"], record["status"], days=days)


def table(site: Path) -> Sayings:
    """Read ``records.csv``."""
    for row in csv.DictReader(io.StringIO((site / "data/records.csv").read_bytes().decode(), newline="")):
        spans = [span.partition("/") for span in row["occurrences"].split("; ")]
        days = tuple((start, end or start) for start, _slash, end in spans)
        assert (row["start"], row["end"]) == (days[0][0], max(end for _start, end in days))
        yield row["id"], Said("records.csv", re.sub("^'(?=[=+@-])", "", row["title"]), row["status"], days=days)


def json_ld(site: Path) -> Sayings:
    """Read the structured data of the pages; being planned and being announced are one state there."""
    for path in sorted((site / "issues").glob("*.html")):
        for script in _page(path).xpath("//script[@type='application/ld+json']/text()"):
            told = json.loads(script)
            if told["@type"] != "Event":
                continue
            events = told.get("subEvent", [told])
            days = tuple((event["startDate"][:10], event["endDate"][:10]) for event in events)
            name = _record(told["url"])
            for event in (told, *events):
                yield (
                    name,
                    Said(path.name, event["name"], _VOCABULARY[event["eventStatus"].rpartition("/")[2]], days=days),
                )


def search(site: Path) -> Sayings:
    """Read what the hits of a search show."""
    for path in sorted((site / "search").glob("*/entries/*.json")):
        entry = json.loads(path.read_text("utf-8"))
        if entry["url"].startswith("records/"):
            stated = [entry["status"]] if "status" in entry else []
            yield (
                Path(entry["url"]).stem,
                Said(entry["url"], entry["title"], _state(stated), _days_alone(entry["date"])),
            )


def pdfs(site: Path) -> Sayings:
    """Listen to the volumes: behind the heading of a record come its kind, its state where it has one, its dates."""
    latest = {re.sub(r"\s+", " ", expected.title): name for name, expected in expected_of(site).items()}
    state_and_date = rf"(?:(?:Stato|Status) )?(?:(?P<state>{'|'.join(_STATES)})\.? )?(?:(?:Data|Date) )?"
    facts = re.compile(rf"(?:{_KINDS}) {state_and_date}(?P<rest>.*)")
    for path in sorted((site / "pdf").rglob("*.pdf")):
        heard = linear_reading(path)
        for at, title in enumerate(heard):
            found = facts.match(" ".join(each.words for each in heard[at + 1 : at + 4]))
            if found and title.words in latest and re.fullmatch("H[2-6]", title.role):
                expected = expected_of(site)[latest[title.words]].words
                state = _STATES[found["state"]] if found["state"] else "confirmed"
                words = expected if _begins(found["rest"], expected) else found["rest"][:40]
                yield latest[title.words], Said(f"{path.parent.name}/{path.name}", title.words, state, words)


def mails(site: Path) -> Sayings:
    """Read the HTML of the mails: under each title its state and its days, before the first dot in the middle."""
    for path in _mails(site, "html"):
        for link in _page(path).xpath("//h2/a | //h3/a | //h4/a"):
            facts = _text(link.getparent().getnext()).split(" · ")
            stated = [facts.pop(0)] if facts[0] in _STATES else []
            yield (
                link.get("href").rpartition("#")[2],
                Said(path.name, _text(link), _state(stated), _days_alone(facts[0])),
            )


def mails_as_text(site: Path) -> Sayings:
    """Read the text of the mails: a title over a line, its facts under it, then where it goes on."""
    for path in _mails(site, "txt"):
        for piece in path.read_text("utf-8").split("\n\n"):
            told = re.fullmatch(
                r"(?P<title>.+?)\n-+\n(?P<rest>.+)\n(?:Continua|Continue): \S+#(?P<name>\S+).*", piece, re.DOTALL
            )
            if told is None:
                continue
            facts = " ".join(told["rest"].split()).split(" · ")
            stated = [facts.pop(0).capitalize()] if facts[0].isupper() else []
            expected = expected_of(site)[told["name"]].words
            words = expected if _begins(_days_alone(facts[0]), expected) else facts[0]
            yield told["name"], Said(path.name, " ".join(told["title"].split()), _state(stated), words)


def _mails(site: Path, suffix: str) -> list[Path]:
    found = sorted((site.parent / "newsletter-email").glob(f"[0-9]*.{suffix}"))
    assert len(found) == 5
    return found


def _days_alone(when: str) -> str:
    """Return the days of *when*, without the hours and without the days that held before."""
    return re.split(r" \((?:in precedenza|formerly): |, (?:ore )?\d+:\d+", when)[0]


_KINDS = (
    "Appuntamento|Delegazione ricevuta|Missione all'estero|Notizia|Event|Delegation received|Mission abroad|News item"
)


def _begins(text: str, words: str) -> bool:
    return re.match(rf"{re.escape(words)}($|[,.]? )", text) is not None


OUTPUTS: Mapping[str, Callable[[Path], Sayings]] = {
    "pages": pages,
    "registers": registers,
    "calendars": calendars,
    "atom": atom,
    "json feed": json_feed,
    "record feeds": record_feeds,
    "open data": open_data,
    "table": table,
    "json-ld": json_ld,
    "search": search,
    "pdfs": pdfs,
    "mails": mails,
    "mails as text": mails_as_text,
}
