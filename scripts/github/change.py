# SPDX-License-Identifier: EUPL-1.2
"""A pull request that a workflow keeps up to date: one commit on a branch that is the workflow's own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass

from newsletter.tools.report import mapping, text
from scripts.github import gh

_WORKFLOW = "pull-request.yml"


@dataclass(frozen=True, slots=True)
class Change:
    """Hold a proposal: the *files* of one commit, and the words around them."""

    branch: str
    title: str
    """Of the commit and the pull request."""
    body: str
    files: Mapping[str, str]
    """The files that the commit writes, by path."""
    mark: str
    """The last line of the commit's message, by which the workflow knows its own."""


def propose_change(change: Change, base: str) -> None:
    """Open the pull request of *change* onto the branch *base*, or bring it up to date, and have it built.

    What someone added to the branch by hand stays, and then nothing is done.
    """
    if _put(change, base):
        _open(change, base)
        # What the token of a workflow does starts no other workflow, but for this.
        gh.post(f"actions/workflows/{_WORKFLOW}/dispatches", {"ref": change.branch})


def _put(change: Change, base: str) -> bool:
    """Make the branch the *base* and one commit; return whether it was done."""
    # The list has the branches whose names only begin so, too.
    alike = gh.each(f"git/matching-refs/heads/{change.branch}")
    known = next((found for found in alike if found["ref"] == f"refs/heads/{change.branch}"), None)
    if known is not None:
        latest = gh.get(f"git/commits/{_sha(known)}")
        if not text(latest, "message").rstrip().endswith(change.mark):
            print(f"{change.branch} has been worked on by hand and stays as it is.")
            return False
    commit = commit_files(base, change.files, f"{change.title}\n\n{change.mark}")
    if known is None:
        gh.post("git/refs", {"ref": f"refs/heads/{change.branch}", "sha": commit})
    else:
        gh.patch(f"git/refs/heads/{change.branch}", {"sha": commit, "force": True})
    return True


def commit_files(base: str, files: Mapping[str, str], message: str) -> str:
    """Make a commit of *files*, by path, upon the branch *base*, which stays where it is; return its digest."""
    tip = _sha(gh.get(f"git/ref/heads/{base}"))
    tree = mapping(gh.get(f"git/commits/{tip}")["tree"])["sha"]
    blobs = [{"path": path, "mode": "100644", "type": "blob", "content": words} for path, words in files.items()]
    grown = gh.post("git/trees", {"base_tree": tree, "tree": blobs})
    return text(gh.post("git/commits", {"message": message, "tree": grown["sha"], "parents": [tip]}), "sha")


def _open(change: Change, base: str) -> None:
    owner = os.environ["GITHUB_REPOSITORY_OWNER"]
    content: gh.Body = {"title": change.title, "body": change.body}
    for pull in gh.each("pulls", state="open", head=f"{owner}:{change.branch}"):
        gh.patch(f"pulls/{gh.whole(pull, 'number')}", content)
        return
    gh.post("pulls", {**content, "head": change.branch, "base": base})


def _sha(reference: gh.Body) -> str:
    return text(mapping(reference["object"]), "sha")
