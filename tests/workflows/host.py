# SPDX-License-Identifier: EUPL-1.2
"""A host that answers like GitHub's REST interface, as far as the workflows ask, and remembers what it was told."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl, urlsplit

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

    # What each address does; a page of a list has 100 entries.

    def get(self, path: str, query: Json) -> Any:
        if match := re.fullmatch(r"git/ref/(heads/.+)", path):
            sha = self.refs.get(match[1])
            return {"object": {"sha": sha}} if sha else None
        if match := re.fullmatch(r"git/commits/(\w+)", path):
            return self.commits[match[1]]
        lists: dict[str, list[Json]] = {"issues": list(self.issues.values()), "pulls": self._pulls(query)}
        if match := re.fullmatch(r"issues/(\d+)/comments", path):
            lists[path] = self.comments.get(int(match[1]), [])
        first = (int(query["page"]) - 1) * int(query["per_page"])
        return lists[path][first : first + int(query["per_page"])]

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

    def patch(self, path: str, body: Json) -> Json:
        if match := re.fullmatch(r"issues/comments/(\d+)", path):
            found = next(each for all_ in self.comments.values() for each in all_ if each["id"] == int(match[1]))
        elif match := re.fullmatch(r"issues/(\d+)", path):
            found = self.issues[int(match[1])]
        elif match := re.fullmatch(r"pulls/(\d+)", path):
            found = next(each for each in self.pulls if each["number"] == int(match[1]))
        else:
            assert body["force"] is True
            self.refs[path.removeprefix("git/refs/")] = body["sha"]
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


class Host(ThreadingHTTPServer):
    """The host itself, on a free port of this machine."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.memory = Memory()

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class Handler(BaseHTTPRequestHandler):
    """Answers one request."""

    server: Host

    def do_GET(self) -> None:
        self._answer(lambda path, query, _body: self.server.memory.get(path, query))

    def do_POST(self) -> None:
        self._answer(lambda path, _query, body: self.server.memory.post(path, body))

    def do_PATCH(self) -> None:
        self._answer(lambda path, _query, body: self.server.memory.patch(path, body))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the signature is the library's
        """Stay silent."""

    def _answer(self, act: Any) -> None:
        address = urlsplit(self.path)
        path = address.path.removeprefix(f"/repos/{NAME}/")
        body = json.loads(self.rfile.read(int(self.headers.get("Content-Length") or 0)) or "{}")
        allowed = path != address.path and self.headers["Authorization"] == f"Bearer {TOKEN}"
        found = act(path, dict(parse_qsl(address.query)), body) if allowed else None
        content = json.dumps(found).encode()
        self.send_response(200 if found is not None else 404 if allowed else 403)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
