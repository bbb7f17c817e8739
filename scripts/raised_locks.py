# SPDX-License-Identifier: EUPL-1.2
"""``make raised``: tell what ``make lock`` has changed since the last commit, as data for the job that proposes it."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from newsletter.tools.report import Item, Report, Section

ROOT = Path(__file__).resolve().parents[1]
OUT = ROOT / "_build" / "lock" / "proposal.json"
_PIN = re.compile(r"^([\w.-]+)==([^ ]+)", re.MULTILINE)


def versions(lock: str) -> dict[str, str]:
    """Return the version of each package in the text *lock*; several, where Pythons differ, in one string."""
    found: dict[str, list[str]] = {}
    for name, version in _PIN.findall(lock):
        found.setdefault(name, []).append(version)
    return {name: ", ".join(several) for name, several in found.items()}


def compare(before: dict[str, str], after: dict[str, str]) -> Report:
    """Return which packages change from *before* to *after*, in Italian."""
    common = sorted(before.keys() & after.keys())
    changed = [Item(name, f"{before[name]} → {after[name]}") for name in common if before[name] != after[name]]
    added = [Item(name, after[name]) for name in sorted(after.keys() - before.keys())]
    removed = [Item(name, before[name]) for name in sorted(before.keys() - after.keys())]
    titled = (("Cambiate", changed), ("Aggiunte", added), ("Tolte", removed))
    return Report(
        "Versioni da installare",
        ("«make lock» le ha scelte, e con esse le prove sono passate.",),
        tuple(Section(title, tuple(items)) for title, items in titled if items),
    )


def main(_words: list[str]) -> int:
    """Write the locks that differ from the last commit, and what differs in them, and print the latter."""
    before: dict[str, str] = {}
    after: dict[str, str] = {}
    files: dict[str, str] = {}
    for path in sorted(ROOT.glob("requirements*.lock")):
        words = ["git", "show", f"HEAD:./{path.name}"]
        committed = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=True).stdout
        fresh = path.read_text("utf-8")
        before |= versions(committed)
        after |= versions(fresh)
        if fresh != committed:
            files[path.name] = fresh
    report = compare(before, after)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text(json.dumps({"files": files, "report": asdict(report)}, ensure_ascii=False), "utf-8")
    print(report.as_markdown(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main([]))
