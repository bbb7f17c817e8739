# SPDX-License-Identifier: EUPL-1.2
"""``python3 -m scripts.github review|links|propose FILE``: do with the token what another job's findings ask for."""

from __future__ import annotations

import argparse
from pathlib import Path

from scripts.github.links import report_links
from scripts.github.proposal import propose
from scripts.github.review import post_review

_TASKS = {"review": post_review, "links": report_links, "propose": propose}

parser = argparse.ArgumentParser(prog="scripts.github")
parser.add_argument("task", choices=list(_TASKS))
parser.add_argument("file", type=Path)
asked = parser.parse_args()
_TASKS[asked.task](asked.file)
