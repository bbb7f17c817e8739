# SPDX-License-Identifier: EUPL-1.2
"""GitHub's REST interface, as much of it as the workflows need (docs.github.com/rest, version 2022-11-28)."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote, urlencode
from urllib.request import Request, urlopen

from .report import mapping, read_json

Body = Mapping[str, object]

BOT = "github-actions[bot]"
"""Who writes with the token of a workflow."""

_PAGE = 100
_PAGES = 20
_SECONDS = 30


@dataclass(frozen=True)
class Repository:
    """One repository, as the token of the running job may use it."""

    name: str
    """``owner/name``."""
    token: str
    api: str = "https://api.github.com"

    @classmethod
    def of_job(cls) -> Repository:
        """Return the repository of the running job."""
        return cls(os.environ["GITHUB_REPOSITORY"], os.environ["GITHUB_TOKEN"], os.environ["GITHUB_API_URL"])

    @property
    def owner(self) -> str:
        """The account that the repository belongs to."""
        return self.name.partition("/")[0]

    def get(self, path: str, **query: str) -> object:
        """Return what is at *path*; raise :exc:`urllib.error.HTTPError` where there is nothing."""
        return self._call("GET", path + ("?" + urlencode(query) if query else ""))

    def find(self, path: str) -> Body | None:
        """Return what is at *path*; None where there is nothing."""
        try:
            return mapping(self.get(path))
        except HTTPError as error:
            if error.code == HTTPStatus.NOT_FOUND:
                return None
            raise

    def each(self, path: str, **query: str) -> Iterator[Body]:
        """Return the entries of the list at *path*, page by page."""
        for page in range(1, _PAGES + 1):
            found = self.get(path, **query, per_page=str(_PAGE), page=str(page))
            entries = found if isinstance(found, list) else []
            yield from map(mapping, entries)
            if len(entries) < _PAGE:
                return

    def post(self, path: str, body: Body) -> Body:
        """Make something new at *path*."""
        return mapping(self._call("POST", path, body))

    def patch(self, path: str, body: Body) -> Body:
        """Alter what is at *path*."""
        return mapping(self._call("PATCH", path, body))

    def _call(self, method: str, path: str, body: Body | None = None) -> object:
        request = Request(  # noqa: S310 - the address is that of GITHUB_API_URL
            f"{self.api}/repos/{quote(self.name)}/{path}",
            data=None if body is None else json.dumps(body).encode(),
            method=method,
            headers={
                "Authorization": f"Bearer {self.token}",
                "Accept": "application/vnd.github+json",
                "Content-Type": "application/json",
                "X-GitHub-Api-Version": "2022-11-28",
                "User-Agent": "newsletter",
            },
        )
        with urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310 - the same
            content = answer.read()
        return json.loads(content) if content else {}


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
