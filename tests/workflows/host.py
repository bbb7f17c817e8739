# SPDX-License-Identifier: EUPL-1.2
"""A ``gh`` that answers as GitHub would, as far as the workflows ask, and remembers what it is told."""

from __future__ import annotations

import argparse
import json
import os
import pickle
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

BOT = "github-actions[bot]"
NAME = "borgoluce/newsletter"
TOKEN = "not-a-real-one"  # noqa: S105 - and so it is

Json = dict[str, Any]


@dataclass
class Memory:
    """What the repository of Borgoluce holds."""

    issues: dict[int, Json] = field(default_factory=dict)
    comments: dict[int, list[Json]] = field(default_factory=dict)
    pulls: list[Json] = field(default_factory=list)
    commits: dict[str, Json] = field(default_factory=lambda: {"c0": {"message": "Start", "tree": {"sha": "t0"}}})
    trees: dict[str, Json] = field(default_factory=dict)
    refs: dict[str, str] = field(default_factory=lambda: {"heads/main": "c0"})
    dispatched: list[Json] = field(default_factory=list)
    workflows: list[Json] = field(default_factory=list)
    enabled: list[int] = field(default_factory=list)
    numbers: int = 100

    def next(self) -> int:
        self.numbers += 1
        return self.numbers

    def comment(self, number: int, body: str, login: str = BOT) -> Json:
        """Let *login* comment on the issue or pull request *number*."""
        comment = {"id": self.next(), "body": body, "user": {"login": login}}
        self.comments.setdefault(number, []).append(comment)
        return comment

    def files(self, branch: str) -> dict[str, str]:
        """Return what the latest commit of *branch* adds."""
        tree = self.trees[self.commits[self.refs[f"heads/{branch}"]]["tree"]["sha"]]
        return {entry["path"]: entry["content"] for entry in tree["tree"]}

    # What each address does.

    def get(self, path: str, query: Json) -> Any:
        if match := re.fullmatch(r"git/ref/(heads/.+)", path):
            return {"object": {"sha": self.refs[match[1]]}}
        if match := re.fullmatch(r"git/matching-refs/(heads/.+)", path):
            return [
                {"ref": f"refs/{name}", "object": {"sha": sha}}
                for name, sha in self.refs.items()
                if name.startswith(match[1])
            ]
        if match := re.fullmatch(r"git/commits/(\w+)", path):
            return self.commits[match[1]]
        if match := re.fullmatch(r"issues/(\d+)/comments", path):
            return self.comments.get(int(match[1]), [])
        if path == "actions/workflows?per_page=100":
            return {"total_count": len(self.workflows), "workflows": self.workflows}
        lists: dict[str, list[Json]] = {"issues": list(self.issues.values()), "pulls": self._pulls(query)}
        return lists[path]

    def post(self, path: str, body: Json) -> Json:
        if match := re.fullmatch(r"issues/(\d+)/comments", path):
            return self.comment(int(match[1]), body["body"])
        if match := re.fullmatch(r"actions/workflows/([\w.-]+)/dispatches", path):
            self.dispatched.append({"workflow": match[1], **body})
            return {}
        number = self.next()
        if path == "issues":
            self.issues[number] = {"number": number, "state": "open", "user": {"login": BOT}, **body}
        elif path == "pulls":
            self.pulls.append({"number": number, "state": "open", **body})
        elif path == "git/refs":
            self.refs[body["ref"].removeprefix("refs/")] = body["sha"]
        elif path == "git/trees":
            self.trees[f"t{number}"] = body
        elif path == "git/commits":
            self.commits[f"c{number}"] = {**body, "tree": {"sha": body["tree"]}}
        else:
            raise AssertionError(path)
        return {"number": number, "sha": f"{'t' if path == 'git/trees' else 'c'}{number}"}

    def put(self, path: str) -> Json:
        match = re.fullmatch(r"actions/workflows/(\d+)/enable", path)
        assert match, path
        self.enabled.append(int(match[1]))
        return {}

    def patch(self, path: str, body: Json) -> Json:
        if match := re.fullmatch(r"issues/comments/(\d+)", path):
            found = next(each for all_ in self.comments.values() for each in all_ if each["id"] == int(match[1]))
        elif match := re.fullmatch(r"issues/(\d+)", path):
            found = self.issues[int(match[1])]
        elif match := re.fullmatch(r"pulls/(\d+)", path):
            found = next(each for each in self.pulls if each["number"] == int(match[1]))
        else:
            branch = path.removeprefix("git/refs/")
            assert body["force"] is (branch != "heads/main")
            self.refs[branch] = body["sha"]
            return {}
        found.update(body)
        return found

    def _pulls(self, query: Json) -> list[Json]:
        owner = NAME.partition("/")[0]
        return [
            pull
            for pull in self.pulls
            if pull["state"] == query.get("state")
            and query.get("head")
            == (pull["head"]["label"] if isinstance(pull["head"], dict) else f"{owner}:{pull['head']}")
        ]


@dataclass(frozen=True)
class Host:
    """The command on the path of a job, and what it remembers between its calls, in a folder of its own."""

    folder: Path
    memory: Memory = field(default_factory=Memory)

    def install(self) -> str:
        """Put ``gh`` into the folder, and return the folder as the path for programs."""
        program = self.folder / "gh"
        code = f"import sys; sys.path[0] = {str(Path(__file__).parents[2])!r}; from tests.workflows.host import main"
        program.write_text(f"#!{sys.executable} -S\n{code}\nmain({str(self._state)!r})\n", "utf-8")
        program.chmod(0o755)
        self._state.write_bytes(pickle.dumps(self.memory))
        return str(self.folder)

    def recall(self) -> None:
        """Take over what was told since the command was installed."""
        self.memory.__dict__.update(pickle.loads(self._state.read_bytes()).__dict__)

    @property
    def _state(self) -> Path:
        return self.folder / "memory"


def main(state: str) -> None:
    """Answer one ``gh api``: lists by pages, which ``--slurp`` puts into a list; options as in its manual."""
    parser = argparse.ArgumentParser(prog="gh")
    parser.add_argument("command", choices=["api"])
    parser.add_argument("path")
    parser.add_argument("--method")
    parser.add_argument("--raw-field", action="append", default=[])
    parser.add_argument("--input", choices=["-"])
    parser.add_argument("--paginate", action="store_true")
    parser.add_argument("--slurp", action="store_true")
    asked = parser.parse_args()
    memory = pickle.loads(Path(state).read_bytes())
    path = asked.path.removeprefix(f"repos/{NAME}/")
    if path == asked.path or os.environ.get("GH_TOKEN") != TOKEN:
        sys.exit("gh: Resource not accessible by integration (HTTP 403)")
    query = dict(each.split("=", 1) for each in asked.raw_field)
    match asked.method or ("POST" if query or asked.input else "GET"):
        case "GET":
            found = memory.get(path, query)
        case "POST":
            found = memory.post(path, json.load(sys.stdin))
        case "PUT":
            found = memory.put(path)
        case method:
            assert method == "PATCH"
            found = memory.patch(path, json.load(sys.stdin))
    if isinstance(found, list):
        size = int(query.get("per_page", 30))
        pages = [found[first : first + size] for first in range(0, len(found), size)] or [[]]
        found = (pages if asked.slurp else found) if asked.paginate else pages[0]
    Path(state).write_bytes(pickle.dumps(memory))
    json.dump(found, sys.stdout)
