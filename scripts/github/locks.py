# SPDX-License-Identifier: EUPL-1.2
"""Raised locks become a pull request that tells which versions change."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from newsletter.tools.report import mapping, read_json, read_report, text
from scripts.github.change import Change, propose_change
from scripts.github.comments import marked

_PATH = re.compile(r"requirements(?:-[a-z]+)?\.lock")
_LINE = re.compile(r"#.*|[a-z0-9-]+==[0-9A-Za-z.+!]+(?: ; [\w.<>='* ()]+)? \\|    --hash=sha256:[0-9a-f]{64}(?: \\)?")
_LIMIT = 2_000_000


def read_locks(data: object) -> Mapping[str, str]:
    """Return the locks in *data*, by path; raise :exc:`ValueError` where one has more than versions and hashes."""
    files = mapping(data)
    for path in files:
        if not _PATH.fullmatch(path):
            raise ValueError(f"{path!r} is no lock")
        for number, line in enumerate(text(files, path, limit=_LIMIT).splitlines(), 1):
            if not _LINE.fullmatch(line):
                raise ValueError(f"{path}:{number} is neither a version nor a hash")
    return {path: text(files, path, limit=_LIMIT) for path in files}


def propose_locks(source: Path) -> None:
    """Propose the locks in the file *source*, which another job has raised and tried."""
    found = mapping(read_json(source))
    files, report = read_locks(found.get("files")), read_report(found.get("report"))
    if not files:
        print("No version has changed: nothing to propose.")
        return
    body = marked("locks", report.as_markdown())
    change = Change("versioni", "Versioni: quelle uscite nel frattempo", body, files, mark="Da lock.yml")
    propose_change(change, base=os.environ["GITHUB_REF_NAME"])
