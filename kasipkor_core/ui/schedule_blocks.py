"""The blocks of the schedule: bars or a list, clashes, who takes part, other events."""

import datetime as dt
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core.documents.calendar import write_calendar
from kasipkor_core.i18n import format_season, ntext, text
from kasipkor_core.ui import clashes, reads, schedule
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.schedule import Year
from kasipkor_core.ui.session import Visitor

_ICS = "text/calendar"


def draw_calendar_button(who: Visitor, year: Year) -> None:
    """Offer the dated contests and events as a file for any calendar."""
    name = text("Schedule {years}", who.lang, years=format_season(year.season, short=False))
    rows = [
        {**row, "unit_name": schedule.item_name(row, who.lang)}
        for row in (*year.contests, *year.events)
    ]
    st.download_button(
        text("Add to calendar", who.lang),
        lambda: write_calendar(rows, name=name, made_at=dt.datetime.now(dt.UTC)),
        file_name=f"kasipkor-{year.season}.ics",
        mime=_ICS,
        key="schedule_ics",
        on_click="ignore",
        icon=":material/calendar_add_on:",
    )


def draw_contests(who: Visitor, year: Year, today: dt.date) -> None:
    """Draw the bars, and for narrow screens the same as a list."""
    lang = who.lang
    with st.container(key="gantt_block"):
        st.html(_legend(lang))
        draw_figure(
            Figure(
                name="schedule",
                title=text("Contests by industry", lang),
                about=text("months of the schedule, days that are set, host", lang),
                alt=text("Contests of the school year by industry and month", lang),
                make=lambda theme: schedule.draw_gantt(who.eyes(), who.filters, today, theme),
                table=_tabulate(year, lang),
                columns={
                    "no": text("No", lang),
                    "unit_name": text("Industry", lang),
                    "region_name": text("Host", lang),
                    "days": text("Days", lang),
                    "working_days": text("Working days", lang),
                    "regional_due_on": text("Regional stage until", lang),
                },
                lang=lang,
                picks={"pick_unit": "unit"},
            )
        )
    with st.container(key="gantt_list"):
        st.html(_list_contests(year, lang))


def _legend(lang: str) -> str:
    signs = (
        ("k-coming", text("coming", lang)),
        ("k-past", text("over", lang)),
        ("k-window", text("only the month is known", lang)),
        ("k-clash", text("clash", lang)),
    )
    marks = "".join(f'<span><i class="{look}"></i>{escape(word)}</span>' for look, word in signs)
    return f'<div class="k-legend">{marks}</div>'


def _tabulate(year: Year, lang: str) -> pa.Table:
    rows = [{**row, "days": schedule.days_of(row, lang)} for row in year.contests]
    fields = {
        "no": pa.int64(),
        "item": pa.string(),
        "unit": pa.string(),
        "unit_name": pa.string(),
        "region": pa.string(),
        "region_name": pa.string(),
        "place": pa.string(),
        "days": pa.string(),
        "starts_on": pa.date32(),
        "ends_on": pa.date32(),
        "first_month": pa.string(),
        "last_month": pa.string(),
        "working_days": pa.int64(),
        "regional_due_on": pa.date32(),
        "status": pa.string(),
    }
    return pa.table({name: pa.array([row[name] for row in rows], fields[name]) for name in fields})


def _list_contests(year: Year, lang: str) -> str:
    """Return one line a contest: days, industry, host, and its first clash."""
    names, hosts = _names(year, lang), reads.region_names(lang)
    against: dict[str, str] = {}
    for row in clashes.list_certain(year.clashes):
        against.setdefault(row["first"], clashes.tell(row, names, hosts, lang))
    lines = []
    for row in year.contests:
        why = against.get(row["item"])
        lines.append(
            f"<li><b>{escape(str(row['unit_name']))}</b> "
            f"<span>{escape(schedule.days_of(row, lang))}"
            f" · {escape(reads.region_name(row['region'], lang))}</span>"
            + (f'<span class="k-act">◆ {escape(why)}</span>' if why else "")
            + "</li>"
        )
    return f'<ul class="k-lines" data-testid="schedule-list">{"".join(lines)}</ul>'


def _names(year: Year, lang: str) -> dict[str, str]:
    return {row["item"]: schedule.item_name(row, lang) for row in (*year.contests, *year.events)}


def draw_clashes(year: Year, lang: str) -> None:
    """Draw what is known to clash; what hangs on days not yet set stands closed below."""
    names, hosts = _names(year, lang), reads.region_names(lang)
    certain = clashes.list_certain(year.clashes)
    missing = clashes.list_missing(year.clashes)
    others = [row for row in year.clashes if row not in certain and row not in missing]
    section(text("Clashes", lang))
    if certain:
        st.html(clashes.render_clashes(certain, names, hosts, lang))
    else:
        st.markdown(f":gray[{text('Nothing that is certain speaks against the schedule.', lang)}]")
    if missing:
        section(text("Still missing", lang))
        named = {row["item"]: names[row["item"]] for row in year.contests}
        st.html(clashes.render_missing(missing, named, lang))
    if others:
        with st.expander(text("To keep in mind: {n}", lang, n=len(others)), key="other_clashes"):
            st.html(clashes.render_clashes(others, names, hosts, lang))


def draw_participation(who: Visitor, year: Year) -> None:
    """Draw which regions take part in which industries, in a closed block."""
    rows = [
        row
        for row in reads.read("participation", who).to_pylist()
        if row["season"] == year.season and row["entries"]
    ]
    if not rows:
        return
    with st.expander(text("Who takes part", who.lang), key="participation"):
        st.html(_render_matrix(rows, who.lang))


def _render_matrix(rows: list[dict[str, Any]], lang: str) -> str:
    found = {(row["region"], row["unit"]): row["entries"] for row in rows}
    units = dict(sorted({row["unit"]: row["unit_name"] for row in rows}.items()))
    columns = [("name", text("Region", lang)), *(("entries", name) for name in units.values())]
    body = [
        [
            ("name", escape(name)),
            *(("entries", str(found.get((code, unit), "–"))) for unit in units),
        ]
        for code, name in reads.region_names(lang).items()
    ]
    return render_table(columns, body, label=text("Who takes part", lang), testid="participation")


def draw_events(year: Year, lang: str) -> None:
    """Draw championships and other events of the school year."""
    known = [row for row in year.events if row["first_month"]]
    if not known:
        return
    section(text("Championships and other events", lang))
    columns = [
        ("name", text("Event", lang)),
        ("days", text("Days", lang)),
        ("place", text("Place", lang)),
    ]
    body = [
        [
            ("event", escape(schedule.item_name(row, lang))),
            ("days", escape(schedule.days_of(row, lang))),
            ("host", escape(say_place(row, lang))),
        ]
        for row in group_events(known)
    ]
    st.html(
        render_table(
            columns, body, label=text("Championships and other events", lang), testid="events"
        )
    )


def group_events(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the events by day; the same championship in many regions is one line."""
    lines: dict[tuple[Any, ...], dict[str, Any]] = {}
    for row in sorted(rows, key=lambda row: (row["first_month"], str(row["starts_on"]))):
        many = row["kind"] == "contests"
        key = ("many", row["programme"], row["level"]) if many else ("one", row["item"])
        days = (row["starts_on"], row["ends_on"])
        first = lines.setdefault((*key, *days), {**row, "regions": set()})
        first["regions"].add(row["region"])
    return list(lines.values())


def say_place(event: dict[str, Any], lang: str) -> str:
    """Return where an event of ``group_events`` is held, or in how many regions."""
    regions = event["regions"] - {None}
    if len(regions) > 1:
        return ntext("{n} region", "{n} regions", len(regions), lang)
    return "".join(reads.region_name(code, lang) for code in regions) or event["place"] or ""
