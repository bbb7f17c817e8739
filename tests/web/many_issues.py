# SPDX-License-Identifier: EUPL-1.2
"""Sites of many invented issues."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from pathlib import Path

from scripts.bench.sources import write_ours
from tests.project import ROOT, Built

TODAY = "2026-05-18T10:00:00+00:00"


def build(folder: Path, issues: int) -> Built:
    """Build an archive of so many invented issues, of 22 records each."""
    write_ours(ROOT, folder / "sources", issues)
    epoch = str(int(datetime.fromisoformat(TODAY).timestamp()))
    surroundings = os.environ | {"SOURCE_DATE_EPOCH": epoch, "PYTHONPATH": str(ROOT / "extensions")}
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", "-d", folder / "d", folder / "sources", folder / "h"]
    subprocess.run(list(map(str, command)), check=True, env=surroundings)
    return Built(folder / "h", 0, "")
