"""From a region to its organisations: what each of them does in a season, and the year before."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core.i18n import format_number, format_season, format_signed, mark, ntext, text
from kasipkor_core.ui import reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.quotas import link
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_ONWARD = (
    ("exams", mark("Demonstration exams")),
    ("centres", mark("Competence centres")),
    ("quotas", mark("Quotas")),
)


def draw_region(who: Visitor) -> None:
    """Draw the organisations of the chosen region and the ways on; nothing without a region."""
    region = who.chosen("region")
    if region is None:
        return
    rows = list_organisations(who, region)
    if not rows:
        return
    lang, season = who.lang, rows[0]["season"]
    name = reads.region_name(region, lang)
    section(text("{name}: organisations, {season}", lang, name=name, season=format_season(season)))
    st.caption(tell_part(rows, lang))
    st.html(render_organisations(rows, lang))
    st.html(render_onward(region, lang))


def list_organisations(who: Visitor, region: str) -> list[Row]:
    """Return the organisations of a region in the chosen season, else in the newest one."""
    rows = reads.read("region_organisations", who, region=region).to_pylist()
    seasons = {row["season"] for row in rows}
    wanted = who.chosen_number("season")
    season = wanted if wanted in seasons else max(seasons, default=None)
    return [row for row in rows if row["season"] == season]


def tell_part(rows: list[Row], lang: str) -> str:
    """Return how many of the organisations did anything in the season."""
    busy = sum(bool(row["entries"] or row["exams"]) for row in rows)
    return ntext(
        "{n} of {all} organisations entered a championship or held an exam",
        "{n} of {all} organisations entered a championship or held an exam",
        busy,
        lang,
        all=len(rows),
    )


def render_organisations(rows: list[Row], lang: str) -> str:
    """Return the organisations as a table; who did nothing is muted and stays."""
    has_before = any(row["entries_before"] is not None for row in rows)
    columns = [
        ("college", text("Organisation", lang)),
        ("points", text("Students", lang)),
        ("points", text("Entries", lang)),
        ("points", text("Medals", lang)),
        ("points", text("Medal points", lang)),
        *([("gap", text("Year on year", lang))] if has_before else []),
        ("points", text("Exams", lang)),
        ("points", text("Examinees", lang)),
    ]
    body = [_cells(row, lang, has_before=has_before) for row in rows]
    marks = ["" if row["entries"] or row["exams"] else "k-muted" for row in rows]
    label = text("Organisations", lang)
    return render_table(columns, body, label=label, testid="drill", leads="college", marks=marks)


def _cells(row: Row, lang: str, *, has_before: bool) -> list[tuple[str, str]]:
    note = "" if row["is_on_record"] else text("not in the list of organisations", lang)
    tail = f'<br><span class="k-guest">{escape(note)}</span>' if note else ""
    return [
        ("college", escape(row["organisation"]) + tail),
        ("points", format_number(row["students"], lang)),
        ("points", format_number(row["entries"], lang)),
        ("points", format_number(row["medals"], lang)),
        ("points", f"<b>{format_number(row['medal_points'], lang)}</b>"),
        *([("gap", _tell_change(row, lang))] if has_before else []),
        ("points", format_number(row["exams"], lang)),
        ("points", format_number(row["examinees"], lang)),
    ]


def _tell_change(row: Row, lang: str) -> str:
    """Return the medal points more or less than a season earlier."""
    change = row["medal_points_change"]
    return "" if change is None else format_signed(change, lang)


def render_onward(region: str, lang: str) -> str:
    """Return the ways to the other screens of the same region."""
    ways = " · ".join(link(path, lang, text(name, lang), region=region) for path, name in _ONWARD)
    return f'<p class="k-rule">{ways}</p>'
