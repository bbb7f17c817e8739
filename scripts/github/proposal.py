# SPDX-License-Identifier: EUPL-1.2
"""A filled form becomes a pull request with one file, the block, and an answer under the form."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

from newsletter.tools.escaping import inert
from newsletter.tools.report import Report, mapping, read_json, read_report, text
from scripts.github import gh
from scripts.github.comments import marked, say_once

_PATH = re.compile(r"issues/[0-9]{4}-(?:0[1-9]|1[0-2])(?:-[a-z0-9]+)*/[a-z0-9]+(?:-[a-z0-9]+)*\.md")
_BLOCK = re.compile(r":{3,}\{(?:event|delegation|mission|news)\} \S")
_BLOCK_LIMIT = 40_000
_WORKFLOW = "pull-request.yml"


@dataclass(frozen=True, slots=True)
class Proposal:
    """What was made of a form: a file, where its answers can be taken, and what to say of them."""

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
    branch = f"modulo/{form}"
    if proposal.path:
        base = text(mapping(occasion["repository"]), "default_branch")
        if _put(proposal, form, branch, base):
            _open(proposal, form, branch, base)
            # What the token of a workflow does starts no other workflow, but for this.
            gh.post(f"actions/workflows/{_WORKFLOW}/dispatches", {"ref": branch})
    say_once(form, "form", proposal.report.as_markdown())


def _put(proposal: Proposal, form: int, branch: str, base: str) -> bool:
    """Make *branch* the *base* and one commit; return whether it was done: what someone added by hand stays."""
    mark = f"Modulo: #{form}"
    # The list has the branches whose names only begin so, too.
    alike = gh.each(f"git/matching-refs/heads/{branch}")
    known = next((found for found in alike if found["ref"] == f"refs/heads/{branch}"), None)
    if known is not None:
        latest = gh.get(f"git/commits/{_sha(known)}")
        if not text(latest, "message").rstrip().endswith(mark):
            print(f"{branch} has been worked on by hand and stays as it is.")
            return False
    tip = _sha(gh.get(f"git/ref/heads/{base}"))
    tree = mapping(gh.get(f"git/commits/{tip}")["tree"])["sha"]
    file = {"path": proposal.path, "mode": "100644", "type": "blob", "content": proposal.block}
    grown = gh.post("git/trees", {"base_tree": tree, "tree": [file]})
    message = f"{proposal.title}\n\n{mark}"
    commit = gh.post("git/commits", {"message": message, "tree": grown["sha"], "parents": [tip]})
    if known is None:
        gh.post("git/refs", {"ref": f"refs/heads/{branch}", "sha": commit["sha"]})
    else:
        gh.patch(f"git/refs/heads/{branch}", {"sha": commit["sha"], "force": True})
    return True


def _open(proposal: Proposal, form: int, branch: str, base: str) -> None:
    """Open the pull request of *branch*, or bring it up to date."""
    body = marked("form", f"Closes #{form}\n\n{proposal.report.as_markdown()}")
    owner = os.environ["GITHUB_REPOSITORY_OWNER"]
    content: gh.Body = {"title": proposal.title, "body": body}
    for pull in gh.each("pulls", state="open", head=f"{owner}:{branch}"):
        gh.patch(f"pulls/{gh.whole(pull, 'number')}", content)
        return
    gh.post("pulls", {**content, "head": branch, "base": base})


def _sha(reference: gh.Body) -> str:
    return text(mapping(reference["object"]), "sha")
