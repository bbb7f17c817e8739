# SPDX-License-Identifier: EUPL-1.2
"""All exporters: what each writes, in which folder of the site, and what of it readers are offered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from newsletter.export.calendar import calendar_files
from newsletter.export.feeds import ATOM_FEED, JSON_FEED, feed_files
from newsletter.export.opendata import DATA_SETS, opendata_files
from newsletter.export.site import File, Site
from newsletter.model.diagnostics import _


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format in which the archive is published."""

    files: Callable[[Site], Iterator[File]]
    """A pure function; it yields each file's address, which starts with the folder, and its content."""
    folder: str
    """The folder that is its own: what it no longer writes there is removed."""
    offered: tuple[tuple[str, str], ...] = ()
    """The files that ``{downloads}`` offers under the folder's name, each with what it is called; always written."""


EXPORTERS = (
    Exporter(calendar_files, "calendar"),  # {downloads} has shelves of its own for it
    Exporter(
        feed_files,
        "feeds",
        (
            (ATOM_FEED, _("The issues as a feed (Atom)")),
            (JSON_FEED, _("The issues as a feed (JSON Feed)")),
        ),
    ),
    Exporter(
        opendata_files,
        "data",
        (
            *((file.path, file.label) for data_set in DATA_SETS for file in data_set.files),
            ("data/records.schema.json", _("What each field means (JSON Schema)")),
            ("data/datapackage.json", _("The description of the data set (Data Package)")),
            ("data/catalog.jsonld", _("The description for catalogues of open data (DCAT-AP_IT)")),
        ),
    ),
)

OFFERED = {exporter.folder: exporter.offered for exporter in EXPORTERS if exporter.offered}
"""Files that readers are offered, by folder."""
