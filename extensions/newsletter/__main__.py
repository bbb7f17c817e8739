# SPDX-License-Identifier: EUPL-1.2
"""``python -m newsletter``: the command ``newsletter``."""

import sys

from newsletter.tools.command import main

sys.exit(main())
