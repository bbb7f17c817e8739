# SPDX-License-Identifier: EUPL-1.2
"""The shipped newsletter says what its office's facts say: each record, day, country, person and role, everywhere.

The facts are those of the first three issues. Issues and blocks that come later change nothing here; nor does a record
that is told again, or put right with ``:updated:``, which is then as it says now.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Any

import pytest
import vobject  # type: ignore[import-untyped]  # publishes no types

from tests.project import Built

pytestmark = pytest.mark.usefixtures("first_city")

LO_RUSSO, TRESSO = "Stefano Lo Russo", "Francesco Tresso"
GREEN = "Assessore al Verde pubblico"

# Kind, id, days (one text an occurrence), countries, people with their roles.
FACTS: list[tuple[str, str, list[str], str, dict[str, str]]] = [
    ("event", "2026-05-exposed-torino-photo-festival", ["2026-04-09/2026-06-02"], "", {}),
    ("event", "2026-05-i-webinar-di-akli-baladi", ["2026-05-13", "2026-05-20"], "IT PS", {}),
    ("event", "2026-05-international-university-challenge", ["2026-05-15/2026-05-16"], "", {}),
    (
        "event",
        "2026-05-salone-del-libro-2026-lo-stand-della-citta-e-della-citta-metropolitana",
        ["2026-05-16"],
        "",
        {},
    ),
    ("event", "2026-05-proseco-procurement-for-social-economy-thematic-seminar", ["2026-05-20"], "", {}),
    ("event", "2026-05-evolutive", ["2026-05-22"], "RO", {}),
    ("event", "2026-05-tips4ped-national-roundtable", ["2026-05-27"], "", {}),
    ("event", "2026-05-cities-mission-conference-2026", ["2026-05-27/2026-05-29"], "", {}),
    ("event", "2026-05-b-right-spaces-policy-lab", ["2026-05-28"], "SE", {}),
    ("event", "2026-05-rockin-1000", ["2026-05-30"], "", {}),
    ("event", "2026-05-corpo-europeo-di-solidarieta", ["2026-05"], "", {}),
    ("event", "2026-05-cev-final-four-2026-pallavolo-maschile", ["2026-05-15/2026-05-17"], "", {}),
    (
        "delegation",
        "2026-05-repubblica-dominicana",
        ["2026-04"],
        "DO",
        {
            "Miguel Angel Vasquez Pena": "Console Generale a Milano",
            "Jhonny Montero Encarnación": "Vice Console a Milano",
        },
    ),
    ("mission", "2026-05-canada", ["2026-04-12/2026-04-17"], "CA", {"Michela Favaro": "Vice-Sindaca"}),
    ("mission", "2026-05-skopje", ["2026-04-22/2026-04-24"], "MK", {TRESSO: "Assessore"}),
    ("mission", "2026-05-tokyo", ["2026-04-26/2026-04-30"], "JP", {LO_RUSSO: "Sindaco"}),
    ("news", "2026-05-torino-meta-erasmus-dell-anno-2026", ["2026-04-21"], "", {}),
    ("news", "2026-05-accordo-etf-e-itc-ilo", ["2026-04-21"], "", {}),
    (
        "delegation",
        "2025-12-nagoya",
        ["2025-12-12"],
        "JP",
        {
            "Ichiro Hirosawa": "Sindaco di Nagoya",
            "Hisashi Nishikawa": "Presidente del Consiglio comunale di Nagoya",
        },
    ),
    ("mission", "2025-12-giappone", ["2025-09-24/2025-10-03"], "JP", {LO_RUSSO: "Sindaco"}),
    ("mission", "2023-12-lione", ["2023-10-06/2023-10-07"], "FR", {}),
    ("mission", "2023-12-settimana-europea-delle-regioni-e-delle-citta", ["2023-10-11"], "", {TRESSO: GREEN}),
    ("mission", "2023-12-bloomberg-citylab", ["2023-10-18/2023-10-20"], "", {LO_RUSSO: "Sindaco"}),
    ("mission", "2023-12-presentazione-del-tour-de-france-2024", ["2023-10-25"], "FR", {LO_RUSSO: "Sindaco"}),
    (
        "mission",
        "2023-12-smart-city-expo-world-congress",
        ["2023-11-07/2023-11-09"],
        "ES",
        {"Chiara Foglietta": "Assessora alla Transizione ecologica e digitale"},
    ),
    (
        "mission",
        "2023-12-assemblea-annuale-della-world-union-of-olympic-cities",
        ["2023-11-26/2023-11-27"],
        "FR",
        {LO_RUSSO: "Sindaco"},
    ),
    ("mission", "2023-12-cop28", ["2023-11-30/2023-12-05"], "AE", {LO_RUSSO: "Sindaco"}),
    ("mission", "2023-12-salone-paysalia", ["2023-12-04/2023-12-06"], "FR", {TRESSO: GREEN}),
]
MONTHS = {"2026-05": "2026-05-01/2026-05-31", "2026-04": "2026-04-01/2026-04-30"}
HOSTS = {"2025-12-nagoya": {LO_RUSSO: "Sindaco"}}
PLACES = {
    "2025-12-giappone": ["Nagoya", "Osaka", "Tokyo"],
    "2026-05-canada": ["Québec", "Montréal"],
    "2023-12-lione": ["Lyon"],
    "2023-12-bloomberg-citylab": [],
}


def spans(row: dict[str, Any]) -> list[str]:
    pairs = ((each["start"], each["end"]) for each in row["occurrences"])
    return [start if start == end else f"{start}/{end}" for start, end in pairs]


def named(people: list[dict[str, str]]) -> dict[str, str]:
    return {person["name"]: person["role"] for person in people}


def as_first_told(row: dict[str, Any]) -> bool:
    """Tell whether a record is still what its first issue says of it."""
    return (row["issues"], row["updated"]) == ([row["id"][:7]], row["published"])


def test_the_data_hold_all_these_records(shipped: Built) -> None:
    assert {record_id for _kind, record_id, *_rest in FACTS} <= set(shipped.records)


@pytest.mark.parametrize(("kind", "record_id", "days", "countries", "people"), FACTS)
def test_a_record_is_as_the_office_told_it(
    shipped: Built, kind: str, record_id: str, days: list[str], countries: str, people: dict[str, str]
) -> None:
    row = shipped.records[record_id]
    issue = record_id[:7]
    if not as_first_told(row):
        pytest.skip("it was told again, or put right")

    assert row["kind"] == kind
    assert spans(row) == [MONTHS.get(day, day) for day in days]
    assert row["precision"] == ("month" if days[0] in MONTHS else "day")
    assert (row["start"], row["end"]) == (spans(row)[0][:10], spans(row)[-1][-10:])
    assert row["countries"] == countries.split()
    assert named(row["people"]) == people
    assert named(row["hosts"]) == HOSTS.get(record_id, {})
    assert row["places"] == PLACES.get(record_id, row["places"])
    assert (row["status"], row["issue"], row["issues"]) == ("confirmed", issue, [issue])
    assert row["page"] == f"issues/{issue}.html#{record_id}"
    [place] = shipped.html(f"issues/{issue}.html").xpath(f"//*[@id='{record_id}']")
    assert row["title"] in " ".join(place.text_content().split())


def test_a_calendar_read_by_other_hands_has_the_same_days(shipped: Built) -> None:
    """``all.ics`` holds what ends in the 12 months before the newest issue or later, but no news and no mere months."""
    entries = vobject.readOne(shipped.text("calendar/all.ics")).vevent_list
    newest = max(row["issue"] for row in shipped.records.values())
    oldest_end = f"{int(newest[:4]) - 1}{newest[4:7]}-01"

    found = {
        (entry.summary.value, entry.dtstart.value.isoformat(), (entry.dtend.value - timedelta(days=1)).isoformat())
        for entry in entries
        if type(entry.dtstart.value) is date  # those with an hour are another test's
    }

    assert found == {
        (row["title"], each["start"], each["end"])
        for row in shipped.records.values()
        if row["kind"] != "news" and row["precision"] == "day" and row["end"] >= oldest_end
        for each in row["occurrences"]
        if not each["time_start"] and row["status"] == "confirmed"
    }


@pytest.mark.parametrize("year", ["2023", "2025", "2026"])
def test_a_year_is_a_calendar_of_its_own(shipped: Built, year: str) -> None:
    entries = vobject.readOne(shipped.text(f"calendar/years/{year}.ics")).vevent_list

    touching = [
        each
        for row in shipped.records.values()
        if row["kind"] != "news" and row["precision"] == "day"
        for each in row["occurrences"]
        if each["start"][:4] <= year <= each["end"][:4]
    ]
    assert len(entries) == len(touching) > 0


def test_every_address_of_the_contract_is_there(shipped: Built) -> None:
    """The PDFs come with ``make``, whose own test asks for them."""
    pages = {"index", "search", "404", "issues/2026-05", "issues/2025-12", "issues/2023-12"}
    registers = ("agenda", "missioni", "delegazioni", "paesi", "persone", "temi", "archivio")
    pages |= {f"indexes/{name}" for name in registers}
    calendars = {"all", "events", "delegations", "missions", "years/2023", "years/2025", "years/2026"}
    dated = [row for row in shipped.records.values() if row["kind"] != "news" and row["precision"] == "day"]
    calendars |= {f"records/{row['id']}" for row in dated}
    calendars |= {f"issues/{issue}" for issue in ("2026-05", "2025-12", "2023-12")}
    expected = {f"{page}.html" for page in pages} | {f"calendar/{name}.ics" for name in calendars}
    expected |= {"feeds/atom.xml", "feeds/feed.json", "sitemap.xml", "robots.txt"}
    expected |= {f"data/{name}" for name in ("records.json", "records.csv", "records.schema.json", "datapackage.json")}

    assert expected - set(shipped.tree) == set()
    assert all("VEVENT" in shipped.text(path) for path in shipped.tree if path.endswith(".ics")), "none is empty"
    assert not any(path.startswith("calendar/news") for path in shipped.tree)


def test_no_link_of_the_site_leads_nowhere(shipped: Built) -> None:
    anchors: dict[str, set[str]] = {}
    for page in (path for path in shipped.tree if path.endswith(".html")):
        anchors[page] = set(shipped.html(page).xpath("//@id"))
    broken = []
    for page in anchors.keys() - {"404.html"}:
        for href in shipped.html(page).xpath("//a/@href | //link/@href | //img/@src | //script/@src"):
            path, _hash, anchor = href.partition("#")
            if re.match(r"[a-z]+:", href) or path.startswith("pdf/"):
                continue
            target = (shipped.folder / page).parent.joinpath(path.partition("?")[0]).resolve() if path else None
            name = target.relative_to(shipped.folder.resolve()).as_posix() if target else page
            if name not in shipped.tree or (anchor and name in anchors and anchor not in anchors[name]):
                broken.append((page, href))
    assert broken == []


def test_japan_shows_two_missions_and_a_delegation(shipped: Built) -> None:
    links = shipped.links("countries/jp.html")

    first = ["2026-05-tokyo", "2025-12-nagoya", "2025-12-giappone"]
    shown = [PurePosixPath(href).stem for href in links.values() if "records/" in href]
    assert [record_id for record_id in shown if record_id in first] == first


def test_the_mayor_shows_his_missions_and_the_delegation_he_received_with_his_role(shipped: Built) -> None:
    page = shipped.html("people/stefano-lo-russo.html")
    items = page.xpath("//main//ul[contains(@class, 'records-list')]/li")
    lines = {item.xpath("string(.//a)"): " ".join(item.text_content().split()) for item in items}
    first = {
        "Tokyo",
        "Nagoya",
        "Giappone",
        "COP28",
        "Assemblea annuale della World Union of Olympic Cities",
        "Presentazione del Tour de France 2024",
        "Bloomberg CityLab",
    }
    assert first <= set(lines)
    assert all(lines[title].endswith("· Sindaco") for title in first)


def test_a_role_belongs_to_its_appearance(shipped: Built) -> None:
    page = shipped.html("people/francesco-tresso.html")
    roles = {
        PurePosixPath(link).stem: " ".join(item.text_content().split()).rpartition(" · ")[2]
        for item in page.xpath("//main//ul[contains(@class, 'records-list')]/li")
        for link in item.xpath(".//a/@href")[:1]
    }

    for row in FACTS:
        if TRESSO in row[4]:
            assert roles[row[1]] == row[4][TRESSO]


REGISTERS = {
    "agenda": {row[1] for row in FACTS if row[0] == "event"},
    "missioni": {row[1] for row in FACTS if row[0] == "mission"},
    "delegazioni": {row[1] for row in FACTS if row[0] == "delegation"},
    "archivio": {row[1] for row in FACTS},
}


@pytest.mark.parametrize("register", REGISTERS)
def test_a_register_lists_what_it_should(shipped: Built, register: str) -> None:
    hrefs = shipped.html(f"indexes/{register}.html").xpath("//main//a/@href")

    assert REGISTERS[register] <= {PurePosixPath(href).stem for href in hrefs if "records/" in href}


def test_one_follows_a_record_from_a_register_to_its_issue_and_back(shipped: Built) -> None:
    facts = shipped.links("issues/2026-05.html", "//*[@id='2026-05-tokyo']")

    assert facts["Giappone"] == "../countries/jp.html"
    assert facts[LO_RUSSO] == "../people/stefano-lo-russo.html"
    assert facts["Innovazione"] == "../topics/innovazione.html"


def test_the_feed_has_an_entry_for_each_issue_newest_first(shipped: Built) -> None:
    atom = {"a": "http://www.w3.org/2005/Atom"}
    titles = [
        title.lower() for title in shipped.xml("feeds/atom.xml").xpath("//a:entry/a:title/text()", namespaces=atom)
    ]

    first = ["maggio 2026", "dicembre 2025", "dicembre 2023"]
    assert [title for title in titles if title in first] == first


def test_the_issue_has_its_sections_in_the_order_of_the_office(shipped: Built) -> None:
    page = shipped.html("issues/2026-05.html")
    headings = [" ".join(each.text_content().split()).rstrip("¶") for each in page.xpath("//main//section/h2")]

    order = [
        "Top News",
        "Appuntamenti sportivi internazionali",
        "Approfondimenti",
        "Aprile 2026",
        "Coming Soon",
        "Contatti",
    ]
    assert [heading for heading in headings if heading in order] == order
    months = [" ".join(each.text_content().split()).rstrip("¶") for each in page.xpath("//main//section/h3")]
    lookback = ["Delegazioni ricevute", "Missioni all'estero", "In primo piano"]
    assert [heading for heading in months if heading in lookback] == lookback


def test_levels_of_headings_are_never_skipped(shipped: Built) -> None:
    for page in (path for path in shipped.tree if path.endswith(".html")):
        levels = [int(each.tag[1]) for each in shipped.html(page).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        assert levels.count(1) == 1, page
        assert all(after <= before + 1 for before, after in pairwise(levels)), page


def test_no_link_says_nothing(shipped: Built) -> None:
    for page in (path for path in shipped.tree if path.endswith(".html")):
        texts = {text.lower() for text in shipped.links(page, "//body")}
        assert not texts & {"", "qui", "link", "clicca qui", "leggi", "#"}, page
