# SPDX-License-Identifier: EUPL-1.2
"""Digest plain values, to tell whether anything in them has changed since the last build."""

from __future__ import annotations

import copyreg
import hashlib
import io
import pickle
from collections.abc import Mapping
from dataclasses import dataclass, field

from newsletter.archive.selection import Query
from newsletter.model.record import Record


@dataclass(frozen=True, slots=True)
class Digests:
    """The digests of an output: one for each page by docname, and one for all that lies beside the pages."""

    pages: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, str] = field(default_factory=dict)
    """Those of pages that no source file is behind."""
    beside: str = ""


class Digester:
    """Makes digests of values; a record, which many pages show, is gone through once.

    Values are pickled, several times faster than ``repr``, without the memo that would show which of equal values are
    one object: that differs from build to build.
    """

    def __init__(self) -> None:
        # By the object, which is kept so that no other takes its place: an example may have the id of a record.
        self._records: dict[int, tuple[Record, str]] = {}
        self._reducers = copyreg.dispatch_table | {
            Record: lambda record: (str, (self._record(record),)),
            Query: lambda _query: (str, ()),  # what a list asks for follows from the source of its page
        }

    def of(self, *values: object) -> str:
        """Return the digest of *values*: plain ones, and records without their body, which few pages show."""
        octets = io.BytesIO()
        writer = pickle.Pickler(octets, protocol=5)
        writer.fast, writer.dispatch_table = True, self._reducers
        writer.dump(values)
        return hashlib.sha256(octets.getvalue()).hexdigest()[:16]

    def _record(self, record: Record) -> str:
        if id(record) not in self._records:
            self._records[id(record)] = record, self.of(*((name, getattr(record, name)) for name in _SHOWN))
        return self._records[id(record)][1]


_SHOWN = tuple(name for name in Record.__slots__ if name != "body")
