"""Below the charts: single organisations, persons by day, windows of dates."""

import datetime as dt
from html import escape

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import ZONE, format_date, format_number, text
from kasipkor_core.ui import progress, reads
from kasipkor_core.ui.amounts import write_amount, write_gap
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.progress import Row, Standing
from kasipkor_core.ui.progress_rows import count_organisations
from kasipkor_core.ui.session import Visitor


def draw_organisations(who: Visitor, standing: Standing) -> None:
    """Draw the organisations that report by themselves, those of the chosen region if any."""
    if standing.year is None or not (standing.summary and standing.summary["organisations"]):
        return
    rows = _of_region(
        who,
        reads.read(
            "progress_organisations",
            who,
            indicator=str(standing.indicator["indicator"]),
            period=standing.year,
        ).to_pylist(),
    )
    section(text("Organisations", who.lang))
    if not rows:
        st.caption(text("No organisation of this region reports by itself.", who.lang))
        return
    st.caption(count_organisations(standing))
    st.html(render_organisations(rows, standing))


def render_organisations(rows: list[Row], standing: Standing) -> str:
    """Return the organisations as a table, those that miss the target first."""
    lang = standing.lang
    columns = [
        ("college", text("Organisation", lang)),
        ("region", text("Region", lang)),
        ("points", text("Value", lang)),
        ("points", text("Target", lang)),
        ("gap", text("To the target", lang)),
        ("gap", text("Year on year", lang)),
        ("marked", text("Status", lang)),
    ]
    body = [_organisation_cells(row, standing) for row in rows]
    return render_table(
        columns, body, label=text("Organisations", lang), testid="progress_organisations"
    )


def _organisation_cells(row: Row, standing: Standing) -> list[tuple[str, str]]:
    lang, unit, digits = standing.lang, standing.unit, row["shown_decimals"] or 0
    return [
        ("college", escape(row["organisation"])),
        ("region", escape(reads.region_name(row["region"], lang))),
        ("points", f"<b>{escape(write_amount(row['value'], unit, lang, digits))}</b>"),
        ("points", escape(_target(row, unit, lang))),
        ("gap", write_gap(row["gap"], unit, lang, digits)),
        ("gap", write_gap(row["change"], unit, lang, digits)),
        ("marked", escape(text(words.REACHED[row["status"]], lang))),
    ]


def _target(row: Row, unit: str, lang: str) -> str:
    return progress.write_target(row["target"], row["target_maximum"], unit, lang)


def _of_region(who: Visitor, rows: list[Row]) -> list[Row]:
    region = who.chosen("region")
    return [row for row in rows if region in (None, row["region"])]


def draw_dates(who: Visitor, standing: Standing) -> None:
    """Draw groups of persons by the day on which their courses, or years in office, are over."""
    if standing.year is None:
        return
    indicator = str(standing.indicator["indicator"])
    table = reads.read("indicator_dates", who, indicator=indicator, period=standing.year)
    rows = _of_region(who, table.to_pylist())
    if not rows:
        return
    lang = who.lang
    section(text("By day", lang))
    columns = [
        ("region", text("Region", lang)),
        ("college", text("Organisation", lang)),
        ("points", text("Persons", lang)),
        ("date", text("Since", lang)),
        ("date", text("Due on", lang)),
        ("gap", text("Days over", lang)),
        ("marked", text("Status", lang)),
    ]
    body = [_date_cells(row, lang) for row in rows]
    st.html(render_table(columns, body, label=text("By day", lang), testid="progress_dates"))


def _date_cells(row: Row, lang: str) -> list[tuple[str, str]]:
    words = {
        "met": text("Valid", lang),
        "not_met": text("Over", lang),
        "due": text("Due", lang),
        "not_due": text("Not due yet", lang),
    }
    return [
        ("region", escape(reads.region_name(row["region"], lang))),
        ("college", escape(row["organisation"] or "")),
        ("points", f"<b>{format_number(row['persons'], lang)}</b>"),
        ("date", format_date(row["since"], lang, year=True)),
        ("date", format_date(row["due_on"], lang, year=True)),
        ("gap", format_number(row["days_over"], lang) if row["days_over"] else ""),
        ("marked", escape(words[row["status"]])),
    ]


def list_windows(who: Visitor, indicator: str) -> list[Row]:
    """Return the windows of dates that an indicator names instead of a number."""
    rows = reads.read("indicator_windows", who).to_pylist()
    return [row for row in rows if row["indicator"] == indicator]


def render_windows(windows: list[Row], today: dt.date, lang: str) -> str:
    """Return windows as a table: first day, last day, days, and how they stand today."""
    columns = [
        ("date", text("First day", lang)),
        ("date", text("Last day", lang)),
        ("points", text("Days", lang)),
        ("marked", text("Today", lang)),
        ("college", text("Source", lang)),
    ]
    body = [
        [
            ("date", format_date(row["starts_on"], lang, year=True) or text("open", lang)),
            ("date", format_date(row["ends_on"], lang, year=True)),
            ("points", format_number(row["days"], lang)),
            ("marked", escape(tell_window(row, today, lang))),
            ("college", escape(row["rule"] or "")),
        ]
        for row in windows
    ]
    return render_table(columns, body, label=text("Windows", lang), testid="progress_windows")


def tell_window(window: Row, today: dt.date, lang: str) -> str:
    """Return in words whether a window is ahead, open or over."""
    if window["ends_on"] < today:
        return text("over", lang)
    if window["starts_on"] and window["starts_on"] > today:
        return text("ahead", lang)
    return text("open", lang)


def find_window_title(standing: Standing, windows: list[Row]) -> str:
    """Return the finding of an indicator of dates: the last day of its windows."""
    last = max(row["ends_on"] for row in windows)
    return text(
        "{name}: {number} windows, the last until {day}",
        standing.lang,
        name=standing.indicator["short_name"],
        number=len(windows),
        day=format_date(last, standing.lang, year=True),
    )


def today() -> dt.date:
    """Return the day in the zone in which contests are reckoned."""
    return dt.datetime.now(ZONE).date()
