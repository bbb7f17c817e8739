# SPDX-License-Identifier: EUPL-1.2
"""Digest plain values, to tell whether anything in them has changed since the last build."""

from __future__ import annotations

import copyreg
import hashlib
import io
import pickle
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from newsletter.archive.selection import Query
from newsletter.model.record import Record


@dataclass(frozen=True, slots=True)
class Digests:
    """The digests of an output: one for each page by docname, and one for all that lies beside the pages."""

    pages: Mapping[str, str] = field(default_factory=dict)
    beside: str = ""


class Digester:
    """Digests values; a record, which many pages show, is gone through once."""

    def __init__(self) -> None:
        # By the object, which is kept so that no other takes its place: an example may have the id of a record.
        self._records: dict[int, tuple[Record, str]] = {}

    def of(self, *values: object) -> str:
        """Return the digest of *values*: plain ones, and records without their body, which few pages show."""
        return _digest(values, self._record)

    def _record(self, record: Record) -> str:
        found = self._records.get(id(record))
        if found is None:
            told = [(name, getattr(record, name)) for name in _SHOWN]
            found = self._records[id(record)] = record, _digest(told, self._record)
        return found[1]


_SHOWN = tuple(name for name in Record.__slots__ if name != "body")


class _Writer(pickle.Pickler):
    """Turns values into bytes that depend on nothing but what they say.

    Pickling is several times faster than ``repr``; without its memo it does not show which of equal values are
    one object, which differs from build to build. A record is written as its digest.
    """

    def __init__(self, file: io.BytesIO, digest_of_record: Callable[[Record], str]) -> None:
        super().__init__(file, protocol=5)
        self.fast = True
        reducers: dict[type, Callable[[Any], Any]] = {
            Record: lambda record: (str, (digest_of_record(record),)),
            Query: _reduce_query,
        }
        self.dispatch_table = copyreg.dispatch_table | reducers


def _reduce_query(query: Query) -> tuple[type, tuple[object]]:
    """Return what to write of *query*: lists for its sets, which CPython’s pickler, not so fast, counts as nested."""
    values = (getattr(query, field.name) for field in fields(query))
    return tuple, ([sorted(value) if isinstance(value, frozenset) else value for value in values],)


def _digest(values: object, digest_of_record: Callable[[Record], str]) -> str:
    octets = io.BytesIO()
    _Writer(octets, digest_of_record).dump(values)
    return hashlib.sha256(octets.getvalue()).hexdigest()[:16]
