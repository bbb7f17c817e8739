# SPDX-License-Identifier: EUPL-1.2
"""``python3 -m scripts.github TASK FILE``, or ``… keep``: do what needs a token that may write."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.github.links import report_links
from scripts.github.locks import propose_locks
from scripts.github.proposal import propose
from scripts.github.published import note_published
from scripts.github.review import post_review
from scripts.github.schedules import keep_schedules

_TASKS = {
    "review": post_review,
    "links": report_links,
    "propose": propose,
    "locks": propose_locks,
    "published": note_published,
    "keep": keep_schedules,
}

parser = argparse.ArgumentParser(prog="scripts.github")
parser.add_argument("task", choices=list(_TASKS))
parser.add_argument("file", type=Path, nargs="?", default=Path())
asked = parser.parse_args()
_TASKS[asked.task](asked.file)
