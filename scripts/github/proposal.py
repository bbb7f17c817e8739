# SPDX-License-Identifier: EUPL-1.2
"""A filled form becomes a pull request with one file, the block, and an answer under the form."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from newsletter.tools.escaping import inert
from newsletter.tools.report import Report, mapping, read_json, read_report, text
from scripts.github import gh
from scripts.github.change import Change, propose_change
from scripts.github.comments import marked, say_once

_PATH = re.compile(r"issues/[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_BLOCK = re.compile(r":{3,}\{(?:event|delegation|mission|news)\} \S")
_BLOCK_LIMIT = 40_000


@dataclass(frozen=True, slots=True)
class Proposal:
    """Hold what was made of a form: a file, where its answers can be taken, and what to say of them."""

    path: str
    """Empty where there is no file."""
    block: str
    title: str
    report: Report


def read_proposal(data: object) -> Proposal:
    """Return the proposal that *data* is; raise :exc:`ValueError` where it is none, or goes where no block belongs."""
    found = mapping(data)
    path, block = text(found, "path"), text(found, "block", limit=_BLOCK_LIMIT + 1)
    if path and not _PATH.fullmatch(path):
        raise ValueError(f"{path!r} is no place for a block")
    if path and (len(block) > _BLOCK_LIMIT or not _BLOCK.match(block)):
        raise ValueError("The file is no block")
    title = inert(text(found, "title", limit=200))
    return Proposal(path, block, title, read_report(found.get("report")))


def propose(source: Path) -> None:
    """Do what the proposal in the file *source* says, for the form that started the job."""
    data = read_json(source)
    if data is None:
        print("This issue is no filled form: nothing to do.")
        return
    proposal = read_proposal(data)
    occasion = gh.event()
    form = gh.whole(mapping(occasion["issue"]), "number")
    if proposal.path:
        body = marked("form", f"Closes #{form}\n\n{proposal.report.as_markdown()}")
        files = {proposal.path: proposal.block}
        change = Change(f"modulo/{form}", proposal.title, body, files, mark=f"Modulo: #{form}")
        propose_change(change, base=text(mapping(occasion["repository"]), "default_branch"))
    say_once(form, "form", proposal.report.as_markdown())
