# SPDX-License-Identifier: EUPL-1.2
"""``python3 -m github review|links|propose FILE``: what a job with a token does with what another job found."""

from __future__ import annotations

import argparse
from pathlib import Path

from .api import Repository
from .links import report_links
from .proposal import propose
from .review import post_review

_TASKS = {"review": post_review, "links": report_links, "propose": propose}

parser = argparse.ArgumentParser(prog="github")
parser.add_argument("task", choices=list(_TASKS))
parser.add_argument("file", type=Path)
asked = parser.parse_args()
_TASKS[asked.task](Repository.of_job(), asked.file)
