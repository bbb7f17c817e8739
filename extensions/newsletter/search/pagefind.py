# SPDX-License-Identifier: EUPL-1.2
"""The search index: Pagefind's.

Pagefind runs as a service: a request is ``{"message_id", "payload"}`` as JSON, in base64, followed by a comma, on its
standard input; its answer comes in the same form on its standard output. The Python wrapper of Pagefind 1.5.2 is not
used because it sleeps 0.1 s at each request.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from itertools import count
from threading import Timer
from typing import IO, Any

from newsletter.export.site import File
from newsletter.search.entry import SearchEntry

FOLDER = "pagefind/"
"""The folder of the index in the site."""

_PATIENCE = 300
"""Seconds for a whole index: 2,640 entries take two."""

_AT_ONCE = 20
"""Requests that are sent before their answers, of 200 bytes each, are read: these fit into a pipe of Windows (4 KB)."""

# What Pagefind's allocator keeps for longer than so many milliseconds is a quarter of all its memory in the end.
_ALLOCATOR = {"_RJEM_MALLOC_CONF": "dirty_decay_ms:200,muzzy_decay_ms:0"}


class PagefindError(RuntimeError):
    """The search index could not be made; the message says why."""


def build_index(entries: Sequence[SearchEntry], language: str, patience: float = _PATIENCE) -> list[File]:
    """Return the files of a search index of *entries*, made within *patience* seconds; equal entries give equal bytes.

    The entries stand in the order of their dates, in which a search for the token of all of them gives them back: that
    is how ``search.js`` sorts hits, and it spares readers the 7 KB (at 2,640 entries) that Pagefind's sorting costs.

    All entries go under one *language* (a BCP 47 tag), the site's, whatever language they are written in: Pagefind
    keeps an index for each language and asks only that of the page: anything else would never be found.

    :raises PagefindError: where Pagefind is missing, refuses a request, ends or takes too long.
    """
    in_order = sorted(entries, key=lambda entry: (entry.date, entry.url))
    with _service(patience) as service:
        (index,) = service.request([{"type": "NewIndex", "config": {"force_language": language}}])
        for batch in _batches(in_order):
            service.request([_add_record(index["index_id"], entry, language) for entry in batch])
        # Not “WriteFiles”, which answers before the files are whole.
        (made,) = service.request([{"type": "GetFiles", "index_id": index["index_id"]}])
    files = [File(FOLDER + file["path"], base64.b64decode(file["content"])) for file in made["files"]]
    return sorted(_needed(files), key=lambda file: file.path)


class _Service:
    """A running Pagefind, asked through pipes."""

    def __init__(self, requests: IO[bytes], answers: IO[bytes]) -> None:
        self._requests = requests
        self._answers = _read_answers(answers)
        self._numbers = count()

    def request(self, payloads: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Send *payloads* and return their answers.

        :raises PagefindError: where one is refused.
        :raises OSError: where Pagefind has ended.
        """
        numbered = [{"message_id": next(self._numbers), "payload": payload} for payload in payloads]
        self._requests.write(b"".join(base64.b64encode(json.dumps(each).encode()) + b"," for each in numbered))
        self._requests.flush()
        return [self._answer(each) for each in numbered]

    def _answer(self, request: dict[str, Any]) -> dict[str, Any]:
        try:
            answer = next(self._answers, None)
            if answer is None:
                raise BrokenPipeError
            number, payload = answer["message_id"], dict(answer["payload"])
        except (KeyError, TypeError, ValueError) as error:
            raise PagefindError(f"Pagefind's answer cannot be read: {error}") from error
        if payload.get("type") == "Error":
            raise PagefindError(f"Pagefind refused {request['payload']['type']}: {payload.get('message')}")
        if number != request["message_id"]:
            raise PagefindError(f"Pagefind answered request {number} instead of {request['message_id']}")
        return payload


@contextlib.contextmanager
def _service(patience: float) -> Iterator[_Service]:
    """Run Pagefind for as long as the context lasts, or *patience* does, in seconds.

    :raises PagefindError: where it is missing, ends or takes too long.
    """
    command = [_executable(), "--service"]
    with tempfile.TemporaryFile() as errors:
        pipe, surroundings = subprocess.PIPE, {**_ALLOCATOR, **os.environ}
        try:
            process = subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=errors, env=surroundings)  # noqa: S603 - no part of it comes from outside
        except OSError as error:
            raise PagefindError(f"Pagefind does not start: {error}") from error
        watch = Timer(patience, process.kill)
        watch.start()
        try:
            yield _Service(*filter(None, (process.stdin, process.stdout)))
        except OSError as error:
            if not watch.is_alive():
                raise PagefindError(f"Pagefind has not finished within {patience:g} seconds") from error
            errors.seek(0)
            told = errors.read().decode("utf-8", "replace").strip()
            raise PagefindError(f"Pagefind ended before its time: {told}") from error
        finally:
            watch.cancel()
            process.kill()
            process.communicate()


def _read_answers(stream: IO[bytes]) -> Iterator[Any]:
    """Yield what Pagefind says; an answer ends with a comma, which stands in no base64."""
    unfinished = bytearray()
    while piece := os.read(stream.fileno(), 1 << 20):
        *whole, rest = piece.split(b",")
        for end in whole:
            yield json.loads(base64.b64decode(unfinished + end))
            unfinished.clear()
        unfinished += rest


def _executable() -> str:
    """Return the path of the program that the package ``pagefind_bin`` brings."""
    try:
        # Its absence is an error of ours, told below; the package is untyped.
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415

        return str(get_executable())
    except (ImportError, OSError) as error:
        raise PagefindError(f"Pagefind is not installed: {error}") from error


def _batches(entries: Sequence[SearchEntry]) -> Iterator[Sequence[SearchEntry]]:
    return (entries[start : start + _AT_ONCE] for start in range(0, len(entries), _AT_ONCE))


def _add_record(index_id: int, entry: SearchEntry, language: str) -> dict[str, Any]:
    """Return the request that adds *entry*."""
    return {
        "type": "AddRecord",
        "index_id": index_id,
        "url": entry.url,
        "content": entry.content,
        "language": language,
        "meta": dict(sorted(entry.meta.items())),
    }


def _needed(files: list[File]) -> list[File]:
    """Leave out Pagefind's own interface, its worker and the programs for languages that the index is not in."""
    entry = next((file for file in files if file.path == f"{FOLDER}pagefind-entry.json"), None)
    if entry is None:
        raise PagefindError("Pagefind made no index")
    languages = json.loads(entry.content)["languages"].values()
    needed = {"pagefind.js", "pagefind-entry.json"}
    needed |= {f"wasm.{language.get('wasm') or 'unknown'}.pagefind" for language in languages}
    folders = tuple(FOLDER + name for name in ("pagefind.", "index/", "fragment/"))
    return [file for file in files if file.path.removeprefix(FOLDER) in needed or file.path.startswith(folders)]
