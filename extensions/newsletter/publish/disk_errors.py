# SPDX-License-Identifier: EUPL-1.2
"""A disk that is full or cannot be written: a sentence and an end, since no traceback frees a byte."""

from __future__ import annotations

import errno
import re

from sphinx.application import Sphinx
from sphinx.errors import ExtensionError, SphinxParallelError
from sphinx.util import logging

from newsletter.environment.i18n import translate

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_IN_A_WORKER = re.compile(r"\[Errno (\d+)\] [^:\n]*(?:: '(.*)')?")
_logger = logging.getLogger(__name__)


def disk_error(error: BaseException) -> str | None:
    """Return the sentence that tells of *error*; None where neither the disk nor its permissions are to blame."""
    number, path = _number_and_path(error)
    where = f": {path}" if path else ""
    if number in _FULL:
        return translate("The disk is full%(where)s. Free some space, then try again.") % {"where": where}
    if number in _FORBIDDEN:
        return translate(
            "This cannot be read or written%(where)s. Its disk is read-only, or permissions are missing."
        ) % {"where": where}
    return None


def _number_and_path(error: BaseException | None) -> tuple[int | None, str]:
    if isinstance(error, ExtensionError):  # what a handler of an event raised
        return _number_and_path(error.orig_exc)
    if isinstance(error, OSError):
        return error.errno, str(error.filename2 or error.filename or "")
    # Of an error in one of its workers Sphinx passes on the words alone.
    found = _IN_A_WORKER.search(str(error)) if isinstance(error, SphinxParallelError) else None
    return (int(found[1]), found[2] or "") if found else (None, "")


def end_on_disk_error(_app: Sphinx, exception: Exception | None) -> None:
    """End the build with a sentence and status 2 where the disk stopped it (``build-finished``)."""
    sentence = disk_error(exception) if exception is not None else None
    if sentence is not None:
        _logger.error(sentence)
        raise SystemExit(2)
