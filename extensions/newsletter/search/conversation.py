# SPDX-License-Identifier: EUPL-1.2
"""A conversation with Pagefind, the program that makes the search index; by itself, a program that has it.

Pagefind runs as a service: a request is ``{"message_id", "payload"}`` as JSON, in base64, followed by a comma, on its
standard input; its answer comes in the same form on its standard output. The Python wrapper of Pagefind 1.5.2 is not
used because it sleeps 0.1 s at each call, nor ``WriteFiles``, which answers before the files are whole: ``GetFiles``
gives the bytes.

Nothing of the newsletter is imported here, so that the program starts at once.
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections import deque
from collections.abc import Iterator, Sequence
from threading import Thread, Timer
from typing import IO, Any

_PATIENCE = 300
"""Seconds for a whole index: 2,640 entries take two."""

# Pagefind packs each of its thousands of small files with memory of its own, which its allocator hands back to the
# system and asks for again, three times a file, unless it may keep pieces of this size: a sixth of the time. What it
# keeps longer than so many milliseconds is a quarter of all that it holds in the end, and serves nobody.
_ALLOCATOR = {"_RJEM_MALLOC_CONF": "tcache_max:131072,dirty_decay_ms:200,muzzy_decay_ms:0"}


class PagefindError(RuntimeError):
    """The search index could not be made; the message says why."""


class PagefindService:
    """A conversation with a running Pagefind, whose standard error goes to *errors*; it ends after *patience*."""

    def __init__(self, process: subprocess.Popen[bytes], errors: IO[bytes], patience: float) -> None:
        assert process.stdin is not None  # noqa: S101  # for the type checker: pagefind_service() asks for pipes
        assert process.stdout is not None  # noqa: S101  # the same
        self._requests = process.stdin
        self._answers = process.stdout
        self._errors = errors
        self._sent = self._answered = 0
        self._waiting: deque[bytes] = deque()
        self._unfinished: list[bytes] = []
        self._patience = patience
        self._out_of_patience = False

    def end_for_good(self, process: subprocess.Popen[bytes]) -> None:
        """End *process*, which has not answered in time; what waits for it is told so."""
        self._out_of_patience = True
        process.kill()

    def request(self, payload: dict[str, Any]) -> dict[str, Any]:
        """Send *payload* and return the answer's; raise :exc:`PagefindError` where it is a complaint or none."""
        return self.requests([payload])[0]

    def requests(self, payloads: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
        """Send all *payloads*, not awaiting one answer before the next, and return the answers in their order.

        Waiting for each costs both programs a wake-up an entry: a third of the time of an index.
        """
        # A thread writes, for Pagefind reads no more once its answers have filled their pipe.
        writer = Thread(target=self._write, args=([self._message(payload) for payload in payloads],), daemon=True)
        writer.start()
        return [self._answer(payload) for payload in payloads]

    def _message(self, payload: dict[str, Any]) -> bytes:
        self._sent += 1
        message = json.dumps({"message_id": self._sent, "payload": payload})
        return base64.b64encode(message.encode("ascii")) + b","

    def _write(self, messages: list[bytes]) -> None:
        with contextlib.suppress(OSError):  # where Pagefind has ended, no answer comes: that is told
            self._requests.writelines(messages)
            self._requests.flush()

    def _answer(self, payload: dict[str, Any]) -> dict[str, Any]:
        try:
            answer = self._read()
        except OSError as error:
            if self._out_of_patience:
                raise PagefindError(f"Pagefind has not finished within {self._patience:g} seconds") from error
            raise PagefindError(f"Pagefind ended before its time: {self._complaint()}") from error
        except (ValueError, KeyError, TypeError) as error:
            raise PagefindError(f"Pagefind's answer cannot be read: {error}") from error
        if answer["type"] == "Error":
            raise PagefindError(f"Pagefind refused {payload.get('type')}: {answer.get('message')}")
        return answer

    def _read(self) -> dict[str, Any]:
        while not self._waiting:
            self._take_in()
        answer = json.loads(base64.b64decode(self._waiting.popleft(), validate=True))
        self._answered += 1
        if answer["message_id"] != self._answered:
            raise ValueError(f"it answers message {answer['message_id']}, not {self._answered}")
        payload: dict[str, Any] = answer["payload"]
        return payload

    def _take_in(self) -> None:
        """Read what has come; an answer ends with a comma, which stands in no base64."""
        piece = os.read(self._answers.fileno(), 1 << 20)
        if not piece:
            raise BrokenPipeError
        end, *others = piece.split(b",")
        self._unfinished.append(end)
        if others:
            *whole, rest = others
            self._waiting += [b"".join(self._unfinished), *whole]
            self._unfinished = [rest]

    def _complaint(self) -> str:
        """Return what the program wrote on its standard error."""
        self._errors.seek(0)
        return self._errors.read().decode("utf-8", "replace").strip()


@contextlib.contextmanager
def pagefind_service(program: str, patience: float = _PATIENCE) -> Iterator[PagefindService]:
    """Run the *program* Pagefind for as long as the context lasts, or *patience* does, in seconds.

    :raises PagefindError: where it is missing, and in the context where it complains, ends or takes too long.
    """
    with tempfile.TemporaryFile() as errors:
        try:
            process = subprocess.Popen(  # noqa: S603  # no part of the command comes from outside
                [program, "--service"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env=_ALLOCATOR | os.environ,
            )
        except OSError as error:
            raise PagefindError(f"Pagefind does not start: {error}") from error
        service = PagefindService(process, errors, patience)
        watch = Timer(patience, service.end_for_good, [process])
        watch.daemon = True
        watch.start()
        try:
            yield service
        finally:
            watch.cancel()
            process.kill()
            process.communicate()


def make_index(program: str, language: str, records: Sequence[dict[str, Any]]) -> dict[str, bytes]:
    """Return the files of an index of *records* by path; they are what ``AddRecord`` takes, without the index.

    :raises PagefindError: where Pagefind is missing, complains, ends or takes too long.
    """
    with pagefind_service(program) as service:
        index = service.request({"type": "NewIndex", "config": {"force_language": language}})["index_id"]
        service.requests([{"type": "AddRecord", "index_id": index, **record} for record in records])
        answer = service.request({"type": "GetFiles", "index_id": index})
    return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}


def _end_with(build: int) -> None:
    """End when the process *build* has, killed perhaps: nobody asks for the index then. Pagefind follows its input."""
    while os.getppid() == build:
        time.sleep(1)
    os._exit(1)


def main(program: str, build: str) -> None:
    """Read language and records from standard input; write the files of their index, or a complaint, to its output.

    Both are pickled. The process *build* waits for it.
    """
    Thread(target=_end_with, args=[int(build)], daemon=True).start()
    language, records = pickle.load(sys.stdin.buffer)  # noqa: S301 - our own process wrote it
    try:
        made: dict[str, bytes] | str = make_index(program, language, records)
    except PagefindError as error:
        made = str(error)
    pickle.dump(made, sys.stdout.buffer)


if __name__ == "__main__":
    main(*sys.argv[1:])
