# SPDX-License-Identifier: EUPL-1.2
"""Open data: every record as JSON and CSV, who appears in it, and what describes them to people and catalogues."""

from newsletter.export.opendata.columns import COLUMNS, Column, columns_of
from newsletter.export.opendata.data_files import opendata_files, record_json
from newsletter.export.opendata.data_sets import DATA_SETS

__all__ = ["COLUMNS", "DATA_SETS", "Column", "columns_of", "opendata_files", "record_json"]
