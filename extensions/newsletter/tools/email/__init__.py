# SPDX-License-Identifier: EUPL-1.2
"""``make email``, ``make email-test`` and ``make email-send``: an issue as a mail, tried out and sent."""
