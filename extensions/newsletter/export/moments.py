# SPDX-License-Identifier: EUPL-1.2
"""Days and hours of the city's clock as moments with an offset (RFC 3339)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

_MINUTE = timedelta(minutes=1)


def moment(day: date, zone: ZoneInfo, hour: time = time.min) -> str:
    """Return *hour* of *day* in *zone* as ``2026-05-13T18:00:00+02:00``.

    Before standard time offsets had seconds, which RFC 3339 (section 4.2) cannot write: such a moment
    is given as if in UTC.
    """
    local = datetime.combine(day, hour, tzinfo=zone)
    offset = local.utcoffset()
    if offset is None or offset % _MINUTE:
        local = local.replace(tzinfo=UTC)
    return local.isoformat()
