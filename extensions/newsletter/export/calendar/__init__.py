# SPDX-License-Identifier: EUPL-1.2
"""Calendars (iCalendar): to subscribe to, and to download."""

from newsletter.export.calendar.calendar_files import calendar_files
from newsletter.export.calendar.catalogue import Calendar, calendars, offered_calendars, record_calendar

__all__ = ["Calendar", "calendar_files", "calendars", "offered_calendars", "record_calendar"]
