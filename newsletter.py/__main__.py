# SPDX-License-Identifier: EUPL-1.2
"""``python newsletter.py COMMAND``: what ``make COMMAND`` does, where there is no make; ``help`` lists the commands.

A folder, which Python runs like a file: a file of this name would stand in the way of the package ``newsletter``.
"""

import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from scripts.environment import main  # noqa: E402 - once it can be found

sys.exit(main(sys.argv[1:]))
