# SPDX-License-Identifier: EUPL-1.2
"""What is measured is the same work for everybody, and the same at every run."""

from __future__ import annotations

from pathlib import Path

from newsletter.core.dates import parse_dates
from newsletter.core.record import Kind
from newsletter.tools.bench.__main__ import table
from newsletter.tools.bench.archive import issues, write_issues
from newsletter.tools.bench.measure import Cost, middle

_TOPICS = ("musica", "gemellaggi", "clima")


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}


def test_an_archive_is_invented_the_same_way_each_time(tmp_path: Path) -> None:
    for name in ("one", "other"):
        write_issues(tmp_path / name, 14, _TOPICS, plain=False)
    assert texts(tmp_path / "one") == texts(tmp_path / "other")
    assert min(texts(tmp_path / "one")) == "2025-04.md"
    assert len(texts(tmp_path / "one")) == 14


def test_blocks_and_plain_sections_hold_the_same_words(tmp_path: Path) -> None:
    write_issues(tmp_path / "blocks", 2, _TOPICS, plain=False)
    write_issues(tmp_path / "plain", 2, _TOPICS, plain=True)
    for name, plain in texts(tmp_path / "plain").items():
        words = set(plain.replace(".", " ").split()) - {"#", "##", "###"}
        assert words <= set(texts(tmp_path / "blocks")[name].replace(".", " ").split())
        assert plain.count("\n### ") == texts(tmp_path / "blocks")[name].count("\n:::{") == 22


def test_invented_dates_are_right_for_their_issues() -> None:
    for period, entries in issues(14, _TOPICS):
        for entry in entries:
            dates = parse_dates(entry.options["date"], period=period, kind=Kind(entry.kind))
            assert (dates.start.year, dates.start.month) in {
                (near.year, near.month) for near in (period, period.plus(-1))
            }


def test_the_table_gives_medians_and_their_ratio_to_plain_sphinx() -> None:
    costs = [Cost(cpu, cpu * 2, 100.0) for cpu in (9.0, 1.0, 2.0)]
    assert middle(costs) == Cost(2.0, 4.0, 100.0)
    small = {
        "this project": Cost(1.0, 1, 1),
        "plain Sphinx": Cost(2.0, 1, 1),
        "plain Sphinx, no search": Cost(1.0, 1, 1),
    }
    large = {name: Cost(cost.cpu * 8, 1, 1) for name, cost in small.items()}
    text = table({12: small, 120: large})
    assert "| 12 | this project | 1.00 | 1.00 | 1 | 0.50 |" in text
    assert "this project 8.0" in text
