# SPDX-License-Identifier: EUPL-1.2
"""Commit what subscribers have seen to the branch that was published, once the site is in place."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from pathlib import Path

from newsletter.tools.report import mapping, read_json, text
from scripts.github import gh
from scripts.github.change import commit_files

_PATH = re.compile(r"published/[0-9]{4}-[0-9]{2}(?:-[a-z0-9-]+)?\.json")
_LIMIT = 2_000_000
_TEXTS = frozenset(
    {"id", "occurrence", "date", "title", "kind", "state", "digest", "day", "noted", "was", "countries", "topics"}
)


def read_published(data: object) -> Mapping[str, str]:
    """Return the files in *data*, by path; raise :exc:`ValueError` where one is not what ``make published`` writes."""
    files = mapping(data)
    for path in files:
        rows = json.loads(text(files, path, limit=_LIMIT))
        if not _PATH.fullmatch(path) or not isinstance(rows, list) or not all(map(_is_occurrence, rows)):
            raise ValueError(f"{path!r} holds no occurrences")
    return {path: text(files, path, limit=_LIMIT) for path in files}


def _is_occurrence(row: object) -> bool:
    return (
        isinstance(row, dict)
        and row.keys() <= {*_TEXTS, "revision"}
        and isinstance(row.get("revision"), int)
        and all(isinstance(row[name], str) for name in row.keys() & _TEXTS)
    )


def note_published(source: Path) -> None:
    """Commit the files in the file *source*, which the job that built the site has left."""
    files = read_published(mapping(read_json(source)).get("files"))
    if not files:
        print("Nothing that was published is new.")
        return
    branch = os.environ["GITHUB_REF_NAME"]
    commit = commit_files(branch, files, "Ciò che gli iscritti hanno visto\n\nDa publish.yml")
    # Not by force: whoever pushed meanwhile has the next publication note it.
    gh.patch(f"git/refs/heads/{branch}", {"sha": commit, "force": False})
