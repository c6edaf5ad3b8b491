"""Working days of Kazakhstan: a five-day week, days off, and weekends that are worked."""

import csv
import datetime as dt
from functools import cache

from kasipkor_core import house

_FILE = house.DATA / "reference" / "days_off.csv"
_SATURDAY = 5
_DAY = dt.timedelta(days=1)


def is_working_day(day: dt.date) -> bool:
    """Say whether a day is worked: a transferred weekend is, a day off is not."""
    kind = _read_kinds().get(day)
    return kind == "working" or (kind is None and day.weekday() < _SATURDAY)


def find_working_day(event: dt.date, number: int) -> dt.date:
    """Return the ``number``-th working day after an event; the day of the event never counts.

    Source: CONTRACTS "Time and numbers".
    """
    day = event
    while number:
        day += _DAY
        number -= is_working_day(day)
    return day


def count_working_days(first: dt.date, last: dt.date) -> int:
    """Return how many working days there are from ``first`` to ``last``, both counted."""
    span = (last - first).days + 1
    return sum(is_working_day(first + number * _DAY) for number in range(span))


@cache
def _read_kinds() -> dict[dt.date, str]:
    with _FILE.open(encoding="utf-8", newline="") as lines:
        return {dt.date.fromisoformat(row["day"]): row["kind"] for row in csv.DictReader(lines)}
