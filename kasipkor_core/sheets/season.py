"""The season of a sheet that does not say: its title line, else the school year of today."""

import datetime as dt
import re

from kasipkor_core.i18n import ZONE
from kasipkor_core.reading.grid import Grid
from kasipkor_core.sheets.formats import Format

_AUGUST = 8
_YEARS = re.compile(r"\b(20[0-9][0-9])\s*[-–—/]\s*(20)?([0-9][0-9])\b")
_YEAR = re.compile(r"\b(20[0-9][0-9])\s*(?:оқу жыл|учебн\w* год|school year)")


def find_season(grid: Grid, fmt: Format, chosen: int | None) -> tuple[int | None, str | None]:
    """Return the season that holds where the sheet has none, and where it is from.

    Args:
        grid: The sheet; its title lines are notes.
        fmt: Format of its kind.
        chosen: The season chosen at upload.

    Returns:
        The season with ``chosen``, ``title`` or ``today``; nothing for a kind that has to say
        its season itself.

    Source:
        CONTRACTS "Sheet formats" (schedule: its column, --season, a title line, or else the
        current school year, from 1 August, with a warning).
    """
    if chosen is not None:
        return chosen, "chosen"
    if not fmt.is_seasonal:
        return None, None
    titles = (note.found for note in grid.notes if note.code == "title_line")
    season = next(filter(None, map(_read_title, titles)), None)
    return (season, "title") if season else (_find_school_year(read_today()), "today")


def read_today() -> dt.date:
    """Return the day it is in the zone of contests."""
    return dt.datetime.now(ZONE).date()


def _find_school_year(day: dt.date) -> int:
    return day.year - (day.month < _AUGUST)


def _read_title(title: str) -> int | None:
    """Return the year a school year of the title begins: ``2022-2023 оқу жылында`` is 2022."""
    for begins, _, ends in _YEARS.findall(title):
        if int(ends) == (int(begins) + 1) % 100:
            return int(begins)
    named = _YEAR.search(title)
    return int(named[1]) if named else None
