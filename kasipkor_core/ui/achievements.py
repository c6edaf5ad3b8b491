"""Medal points and entries of the regions over seasons, and their colleges."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts, words
from kasipkor_core.i18n import format_number, format_season, format_signed, ntext, sort_key, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import choices, reads
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import caption, section
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.tables import download

_MOST_COLLEGES = 12
Row = dict[str, Any]


def draw_achievements(who: Visitor) -> None:
    """Draw the medal points of one kind of championship, and the colleges behind them."""
    events = list_events(who)
    if not events:
        return
    section(text("Medal points and entries", who.lang))
    event = choices.select(
        "event",
        events,
        default=events[0],
        label=text("Championship", who.lang),
        called=lambda code: name_event(code, who.lang),
        width=440,
    )
    left, right = st.columns([3, 2])
    with left:
        _draw_points(who, event)
    with right:
        _draw_colleges(who, event)


def list_events(who: Visitor) -> list[str]:
    """Return championships of the regions, the newest first: programme, level and stream."""
    found: dict[str, None] = {}
    for row in _list_rows(who.eyes()):
        wanted = {name: who.chosen(name) for name in ("programme", "level")}
        if all(code in (None, row[name]) for name, code in wanted.items()):
            found.setdefault(_event(row))
    return list(found)


def _event(row: Row) -> str:
    return f"{row['programme']}.{row['level']}.{row['stream']}"


def name_event(event: str, lang: str) -> str:
    """Return what a championship is called."""
    programme, level, stream = event.split(".")
    parts = [words.word(words.PROGRAMMES, programme, lang), words.word(words.LEVELS, level, lang)]
    if stream != "wsk":
        parts.append(words.word(words.STREAMS, stream, lang))
    return " · ".join(parts)


@st.cache_resource(max_entries=64, show_spinner=False)
def _list_rows(eyes: Eyes) -> list[Row]:
    """Return the achievements of regions and colleges of the country; members abroad are none."""
    names = reads.region_names(eyes.lang)
    rows = reads.read("benchmark", see_with(eyes)).to_pylist()
    return [row for row in rows if row["region"] in names and row["level"] != "international"]


def list_points(who: Visitor, event: str) -> list[Row]:
    """Return the regions by seasons, the most points of the newest season first."""
    return _list_points(who.eyes(), event)


def _list_points(eyes: Eyes, event: str) -> list[Row]:
    lang = eyes.lang
    rows = [row for row in _list_rows(eyes) if _event(row) == event and row["organisation"] is None]
    newest = max((row["season"] for row in rows), default=0)
    points = {row["region"]: row["medal_points"] for row in rows if row["season"] == newest}
    rows.sort(key=lambda row: (-points.get(row["region"], -1), row["region"], -row["season"]))
    return [
        {
            "code": row["region"],
            "name": reads.region_name(row["region"], lang),
            "season": format_season(row["season"]),
            "points": int(row["medal_points"]),
            "figure": format_number(row["medal_points"], lang),
            "entries": format_number(row["entries"], lang),
            "label": text("entries: {entries}", lang, entries=row["entries"]),
            "change": _signed(row["medal_points_change"], lang),
            "per_skill": format_number(row["points_per_skill"], lang, 2),
            "is_newest": row["season"] == newest,
        }
        for row in rows
    ]


def _signed(change: int | None, lang: str) -> str:
    return "" if change is None else format_signed(change, lang)


@st.cache_resource(max_entries=64, show_spinner=False)
def _chart(eyes: Eyes, event: str, theme: Theme) -> dict[str, Any]:
    return charts.season_points(_list_points(eyes, event), lang=eyes.lang, theme=theme)


def _draw_points(who: Visitor, event: str) -> None:
    lang, rows = who.lang, list_points(who, event)
    seasons = list(dict.fromkeys(sorted((row["season"] for row in rows), reverse=True)))
    draw_figure(
        Figure(
            name="medal_points",
            title=text("Medal points by region", lang),
            about=text("season {season}", lang, season=seasons[0])
            if len(seasons) == 1
            else text(
                "season {season}; hollow: {before}",
                lang,
                season=seasons[0],
                before=", ".join(seasons[1:]),
            ),
            alt=text("Regions in the order of their medal points", lang),
            make=lambda theme: charts.choose(
                _chart(who.eyes(), event, theme), who.chosen("region")
            ),
            table=pa.Table.from_pylist(rows),
            columns={
                "name": text("Region", lang),
                "season": text("Season", lang),
                "points": text("Medal points", lang),
                "change": text("Year on year", lang),
                "entries": text("Entries", lang),
                "per_skill": text("Points a skill", lang),
            },
            lang=lang,
            picks=charts.SEASON_PICKS,
        )
    )


def list_colleges(who: Visitor, event: str) -> list[Row]:
    """Return the colleges of the newest season, of the chosen region if any, the best first."""
    region = who.chosen("region")
    rows = [row for row in _list_rows(who.eyes()) if _event(row) == event]
    newest = max((row["season"] for row in rows), default=0)
    rows = [row for row in rows if row["season"] == newest and row["organisation"] is not None]
    found = [row for row in rows if region in (None, row["region"])]
    return sorted(
        found, key=lambda row: (-row["medal_points"], sort_key(row["organisation"] or ""))
    )


def _draw_colleges(who: Visitor, event: str) -> None:
    lang, rows = who.lang, list_colleges(who, event)
    region = who.chosen("region")
    with st.container(border=True, height="stretch", key="colleges"):
        with st.container(horizontal=True, horizontal_alignment="distribute"):
            with st.container(width="stretch"):
                caption(
                    text("Colleges", lang),
                    reads.region_name(region, lang)
                    if region
                    else text("choose a region on a chart to see its colleges", lang),
                )
            download(
                lambda: reads.read("benchmark", who),
                name="medal_points",
                lang=lang,
                key="colleges_download",
            )
        if not rows:
            st.caption(text("No college of this region has entered.", lang))
            return
        st.html(render_colleges(rows[:_MOST_COLLEGES], lang))
        if len(rows) > _MOST_COLLEGES:
            st.caption(
                ntext(
                    "{n} more college; all are in the file",
                    "{n} more colleges; all are in the file",
                    len(rows) - _MOST_COLLEGES,
                    lang,
                )
            )


def render_colleges(rows: list[Row], lang: str) -> str:
    """Return colleges as a table: name, medal points, year on year, entries."""
    columns = [
        ("centre", text("College", lang)),
        ("points", text("Points", lang)),
        ("gap", "±"),
        ("entries", text("Entries", lang)),
    ]
    body = [
        [
            ("centre", escape(row["organisation"])),
            ("points", f"<b>{format_number(row['medal_points'], lang)}</b>"),
            ("gap", _signed(row["medal_points_change"], lang)),
            ("entries", format_number(row["entries"], lang)),
        ]
        for row in rows
    ]
    return render_table(columns, body, label=text("Colleges", lang), testid="colleges")
