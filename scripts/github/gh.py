# SPDX-License-Identifier: EUPL-1.2
"""Ask GitHub through ``gh``, the command that its runners have; it reads the job's token from ``GH_TOKEN``."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from newsletter.tools.report import mapping, read_json

Body = Mapping[str, object]

BOT = "github-actions[bot]"
"""Who writes with the token of a workflow."""


def get(path: str) -> Body:
    """Return what is at *path* of the job's repository."""
    return mapping(_api(path))


def each(path: str, **query: str) -> Iterator[Body]:
    """Yield the entries of the list at *path*, of all its pages."""
    fields = [word for name, value in query.items() for word in ("--raw-field", f"{name}={value}")]
    pages = _api(path, "--method", "GET", "--paginate", "--slurp", "--raw-field", "per_page=100", *fields)
    yield from (mapping(entry) for page in (pages if isinstance(pages, list) else []) for entry in page)


def post(path: str, body: Body) -> Body:
    """Make something new at *path*, and return it."""
    return mapping(_api(path, "--method", "POST", body=body))


def patch(path: str, body: Body) -> None:
    """Alter what is at *path*."""
    _api(path, "--method", "PATCH", body=body)


def put(path: str) -> None:
    """Ask for what *path* stands for."""
    _api(path, "--method", "PUT")


def event() -> Body:
    """Return the event that started the job, as GitHub left it in a file: no word of it goes through a shell."""
    return mapping(read_json(Path(os.environ["GITHUB_EVENT_PATH"])))


def whole(found: Body, name: str) -> int:
    """Return the whole number called *name*."""
    value = found.get(name)
    if not isinstance(value, int):
        raise ValueError(f"{name!r} is no number")  # noqa: TRY004 - the answer is wrong, not the program
    return value


def is_ours(found: Body) -> bool:
    """Tell whether a comment or an issue was written by a workflow, and not by someone who borrowed its marker."""
    user = found.get("user")
    return isinstance(user, dict) and user.get("login") == BOT


def _api(path: str, *options: str, body: Body | None = None) -> object:
    words = ["gh", "api", f"repos/{os.environ['GITHUB_REPOSITORY']}/{path}", *options]
    given = None if body is None else json.dumps(body)
    words += [] if body is None else ["--input", "-"]
    answer = subprocess.run(words, input=given, stdout=subprocess.PIPE, text=True, encoding="utf-8", check=True).stdout
    return json.loads(answer) if answer.strip() else {}
