# SPDX-License-Identifier: EUPL-1.2
"""What machines get: calendars, feeds, data, read by programs that are not ours."""
