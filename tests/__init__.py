# SPDX-License-Identifier: EUPL-1.2
"""What the newsletter promises, told as tests; ``tests.project`` makes small newsletters of a fictional city."""
