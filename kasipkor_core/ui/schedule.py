"""What the schedule tells: contests of a school year by industry, and what speaks against them."""

import dataclasses
import datetime as dt
from dataclasses import dataclass
from typing import Any

import streamlit as st

from kasipkor_core import charts, words
from kasipkor_core.i18n import format_date, format_days, format_month, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import clashes, reads
from kasipkor_core.ui.session import Eyes, Visitor, see_with

_SCHOOL_YEAR = 8  # a school year is thought to begin in August: so says the calendar of sheets
_CHAMPIONSHIPS = "worldskills"
_BEYOND = ("republic", "international")


@dataclass(frozen=True)
class Year:
    """One school year as the filters leave it.

    Attributes:
        season: The year in which it begins.
        contests: Planned contests, in the order of the schedule.
        events: Everything else, by first day.
        clashes: What speaks against the contests, the gravest first.
    """

    season: int
    contests: list[dict[str, Any]]
    events: list[dict[str, Any]]
    clashes: list[dict[str, Any]]


def read_year(who: Visitor, today: dt.date) -> Year | None:
    """Return the chosen school year, else the one of today, else the newest; None when empty."""
    rows = reads.read("schedule", who).to_pylist()
    season = _choose_season(who, rows, today)
    if season is None:
        return None
    shown = [row for row in rows if row["season"] == season and _fits(who, row)]
    items = {row["item"] for row in shown}
    against = reads.read("schedule_clashes", who).to_pylist()
    return Year(
        season=season,
        contests=[row for row in shown if row["kind"] == "schedule"],
        events=[row for row in shown if row["kind"] != "schedule"],
        clashes=[row for row in against if row["first"] in items],
    )


def _choose_season(who: Visitor, rows: list[dict[str, Any]], today: dt.date) -> int | None:
    chosen = who.chosen_number("season")
    if chosen is not None:
        return chosen
    seasons = {row["season"] for row in rows}
    now = today.year if today.month >= _SCHOOL_YEAR else today.year - 1
    return now if now in seasons else max(seasons, default=None)


def _fits(who: Visitor, row: dict[str, Any]) -> bool:
    wanted = {name: who.chosen(name) for name in ("programme", "level", "region", "unit")}
    return all(code is None or row[name] == code for name, code in wanted.items())


def item_name(row: dict[str, Any], lang: str) -> str:
    """Return what a row is called; a whole championship by its programme and level."""
    if row["kind"] == "contests" and not row["unit"]:
        programme = words.word(words.PROGRAMMES, row["programme"], lang)
        level = words.word(words.LEVELS, row["level"], lang)
        return f"{programme} · {level}" if row["programme"] == _CHAMPIONSHIPS else programme
    return str(row["unit_name"])


def days_of(row: dict[str, Any], lang: str) -> str:
    """Return the days of a row in words, its months, or that nothing is known."""
    if row["starts_on"] is not None:
        return format_days(row["starts_on"], row["ends_on"], lang)
    if row["first_month"] is None:
        return text("no day set", lang)
    first, last = (_month(row[key], lang) for key in ("first_month", "last_month"))
    return first if first == last else f"{first} – {last}"


def _month(month: str, lang: str) -> str:
    return format_month(dt.date.fromisoformat(f"{month}-01"), lang)


def find_title(year: Year, today: dt.date, lang: str) -> str:
    """Return the finding: how many are over, whether one is running, how many clash."""
    if not year.contests:
        return text("No contest is planned in this school year", lang)
    dated = [row for row in year.contests if row["ends_on"]]
    counts = {
        "n": len(year.contests),
        "past": sum(row["ends_on"] < today for row in dated),
        "now": sum(row["starts_on"] <= today <= row["ends_on"] for row in dated),
        "clashes": len(clashes.list_certain(year.clashes)),
    }
    if counts["now"] and counts["clashes"]:
        return text("{n} contests: {past} over, {now} running, {clashes} clash", lang, **counts)
    if counts["now"]:
        return text("{n} contests: {past} over, {now} running, none clashes", lang, **counts)
    if counts["clashes"]:
        return text("{n} contests: {past} over, {clashes} clash", lang, **counts)
    return text("{n} contests: {past} over, none clashes", lang, **counts)


@st.cache_resource(max_entries=64, show_spinner=False)
def draw_gantt(
    eyes: Eyes, filters: tuple[tuple[str, str], ...], today: dt.date, theme: Theme
) -> dict[str, Any]:
    """Return the chart of the contests of the year that ``read_year`` gives."""
    who = dataclasses.replace(see_with(eyes), filters=filters)
    year = read_year(who, today)
    if year is None:
        return {}
    lang = eyes.lang
    return charts.gantt(
        [_bar(row, year, today, lang) for row in year.contests],
        [
            charts.Band(item_name(row, lang), row["starts_on"], row["ends_on"])
            for row in year.events
            if row["starts_on"] and row["level"] in _BEYOND
        ],
        months=_find_months(year.contests),
        today=(today, text("today, {day}", lang, day=format_date(today, lang))),
        lang=lang,
        theme=theme,
    )


def _find_months(contests: list[dict[str, Any]]) -> tuple[dt.date, dt.date]:
    """Return the first day of the first month and the last day of the last one."""
    known = [row[key] for row in contests for key in ("first_month", "last_month") if row[key]]
    first, last = (dt.date.fromisoformat(f"{month}-01") for month in (min(known), max(known)))
    return first, (last + dt.timedelta(days=32)).replace(day=1) - dt.timedelta(days=1)


def _bar(row: dict[str, Any], year: Year, today: dt.date, lang: str) -> charts.Bar:
    dates = (row["starts_on"], row["ends_on"]) if row["starts_on"] else None
    return charts.Bar(
        code=row["unit"],
        name=str(row["unit_name"]),
        host=reads.region_name(row["region"], lang),
        days=days_of(row, lang) if dates else text("no day set", lang),
        window=_find_months([row]) if row["first_month"] else None,
        dates=dates,
        state=_state(row, year, today),
    )


def _state(row: dict[str, Any], year: Year, today: dt.date) -> str:
    if row["item"] in {one["first"] for one in clashes.list_certain(year.clashes)}:
        return "clash"
    if row["ends_on"] is None or row["starts_on"] > today:
        return "coming"
    return "past" if row["ends_on"] < today else "running"
