# SPDX-License-Identifier: EUPL-1.2
"""The search index: Pagefind's, made by a process of its own while the build goes on."""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Sequence
from tempfile import TemporaryFile
from typing import Any

from newsletter.export.site import File
from newsletter.search import conversation
from newsletter.search.conversation import PagefindError
from newsletter.search.entry import SearchEntry

FOLDER = "pagefind/"
"""Where the index stands in the site."""


class Indexing:
    """A search index in the making; the same entries give the same bytes.

    The entries stand in the order of their dates, in which a search for the token of all of them gives them back: that
    is how ``search.js`` sorts hits, and it spares readers the 7 KB (at 2,640 entries) that Pagefind's sorting costs.

    All entries go under one *language* (a BCP 47 tag), the site's, whatever language they are written in: Pagefind
    keeps an index for each language and asks only that of the page, so that anything else would never be found.

    It is a process, and not a thread: a parallel build forks, which goes wrong where there are threads.

    :raises PagefindError: where Pagefind is not installed.
    """

    def __init__(self, entries: Sequence[SearchEntry], language: str) -> None:
        program = _executable()
        in_order = sorted(entries, key=lambda entry: (entry.date, entry.url))
        # Files without a name: a build that is killed leaves nothing behind. Pipes would have to be served meanwhile.
        self._result = TemporaryFile()  # noqa: SIM115 - read in files()
        with TemporaryFile() as task:
            pickle.dump((language, [_record(entry, language) for entry in in_order]), task)
            task.seek(0)
            self._process = subprocess.Popen(  # noqa: S603 - no part of the command comes from outside
                [sys.executable, "-I", "-S", conversation.__file__, program, str(os.getpid())],
                stdin=task,
                stdout=self._result,
                stderr=subprocess.PIPE,
            )

    def files(self) -> list[File]:
        """Return the files, once they are made.

        :raises PagefindError: where they could not be made; the message says why.
        """
        with self._result:
            _output, complaint = self._process.communicate()
            if self._process.returncode:
                raise PagefindError(complaint.decode("utf-8", "replace").strip().rpartition("\n")[2])
            self._result.seek(0)
            made: dict[str, bytes] | str = pickle.load(self._result)  # noqa: S301 - our own process wrote it
        if isinstance(made, str):
            raise PagefindError(made)
        files = [File(FOLDER + path, content) for path, content in made.items()]
        return sorted(_needed(files), key=lambda file: file.path)

    def give_up(self) -> None:
        """End the process, if it has not ended: nobody asks for the files any more."""
        self._result.close()
        if self._process.poll() is None:
            self._process.kill()
            self._process.communicate()


def build_index(entries: Sequence[SearchEntry], language: str) -> list[File]:
    """Return the search index of *entries*, as :class:`Indexing` does."""
    return Indexing(entries, language).files()


def _executable() -> str:
    """Return the path of the program that the package ``pagefind_bin`` brings."""
    try:
        # Its absence is an error of ours, told below; the package is untyped.
        from pagefind_bin import get_executable  # type: ignore[import-untyped]  # noqa: PLC0415

        return str(get_executable())
    except (ImportError, OSError) as error:
        raise PagefindError(f"Pagefind is not installed: {error}") from error


def _record(entry: SearchEntry, language: str) -> dict[str, Any]:
    """Return what Pagefind's request ``AddRecord`` takes."""
    return {
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
