# SPDX-License-Identifier: EUPL-1.2
"""Open data: every record as JSON and CSV, with a schema and a data package that describe them."""

from newsletter.export.opendata.columns import COLUMNS, Column
from newsletter.export.opendata.data_files import opendata_files, record_json

__all__ = ["COLUMNS", "Column", "opendata_files", "record_json"]
