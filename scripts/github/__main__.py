# SPDX-License-Identifier: EUPL-1.2
"""``python3 -m scripts.github review|links|propose|locks FILE``: do with the token what another job asks for."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.github.links import report_links
from scripts.github.locks import propose_locks
from scripts.github.proposal import propose
from scripts.github.review import post_review

_TASKS = {"review": post_review, "links": report_links, "propose": propose, "locks": propose_locks}

parser = argparse.ArgumentParser(prog="scripts.github")
parser.add_argument("task", choices=list(_TASKS))
parser.add_argument("file", type=Path)
asked = parser.parse_args()
_TASKS[asked.task](asked.file)
