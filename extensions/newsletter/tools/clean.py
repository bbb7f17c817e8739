# SPDX-License-Identifier: EUPL-1.2
"""``make clean``: removes all that was built."""

from __future__ import annotations

import shutil
from collections.abc import Sequence

from newsletter.tools.console import PROJECT


def main(_words: Sequence[str]) -> int:
    """Remove ``_build``."""
    if (PROJECT / "_build").exists():
        shutil.rmtree(PROJECT / "_build")
    return 0
