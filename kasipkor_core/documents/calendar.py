"""Rows of ``mart.schedule`` as an iCalendar file: whole days, stable ids."""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

from icalendar import Calendar, Event

_DOMAIN = "kasipkor.kz"
_DAY = dt.timedelta(days=1)


def write_calendar(rows: Iterable[Mapping[str, Any]], *, name: str, made_at: dt.datetime) -> bytes:
    """Return the dated rows as an iCalendar file; rows of months only are left out.

    Args:
        rows: ``mart.schedule``: item, unit_name, region_name, place, starts_on, ends_on.
        name: What the calendar is called.
        made_at: When the facts it shows were written (UTC): the same facts give the same bytes.

    Source:
        RFC 5545; the end of a whole-day event is the day after its last day.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Kasipkor//schedule//KK")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for row in rows:
        if row["starts_on"] is not None:
            calendar.add_component(_write_event(row, made_at))
    return bytes(calendar.to_ical())


def _write_event(row: Mapping[str, Any], made_at: dt.datetime) -> Event:
    event = Event()
    event.add("uid", f"{row['item']}@{_DOMAIN}")
    event.add("dtstamp", made_at)
    event.add("summary", row["unit_name"])
    event.add("dtstart", row["starts_on"])
    event.add("dtend", (row["ends_on"] or row["starts_on"]) + _DAY)
    place = ", ".join(str(row[key]) for key in ("region_name", "place") if row[key])
    if place:
        event.add("location", place)
    return event
