"""What the overview tells: what is live, what comes, and the country in figures."""

import datetime as dt
from collections import Counter
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts, words
from kasipkor_core.i18n import format_days, format_stamp, ntext, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import live, reads
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.state import count, render_open, render_progress
from kasipkor_core.ui.waiting import about

_LIVE_PAGE = "pages/results/live.py"
_CONTESTS_PAGE = "pages/organise/contests.py"
_MOST_CARDS = 6
_MOST_DATES = 4


def title(contests: list[dict[str, Any]], waiting: int, lang: str) -> str:
    """Return the finding of the overview: how many contests are being marked, what waits."""
    running = sum(row["is_marking"] for row in contests)
    if not running and not waiting:
        return text("No contest is being marked now", lang)
    if not running:
        return ntext(
            "No contest is being marked, {n} matter waits for you",
            "No contest is being marked, {n} matters wait for you",
            waiting,
            lang,
        )
    marked = ntext(
        "{n} contest is being marked now", "{n} contests are being marked now", running, lang
    )
    if not waiting:
        return marked
    waits = ntext("{n} matter waits for you", "{n} matters wait for you", waiting, lang)
    return f"{marked}, {waits}"


def list_running(contests: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the contests in which marks are still coming, the newest act first."""
    running = [row for row in contests if row["is_marking"]]
    return sorted(running, key=lambda row: (-(row["updated_batch_no"] or 0), row["contest"]))


def draw_running(contests: list[dict[str, Any]], lang: str) -> None:
    """Draw a card for each of the newest, and the way to the others."""
    running = list_running(contests)
    if not running:
        empty(
            text("No contest of this filter is being marked. Remove a filter to see others.", lang)
        )
        return
    with st.grid(3, min_column_width=240, key="live_cards"):
        for row in running[:_MOST_CARDS]:
            _draw_card(row, lang)
    if len(running) > _MOST_CARDS:
        st.page_link(
            _CONTESTS_PAGE,
            label=ntext(
                "Show all {n} contest that is being marked",
                "Show all {n} contests that are being marked",
                len(running),
                lang,
            ),
            icon=":material/arrow_forward:",
            query_params={"state": "marking", "lang": lang},
        )


def draw_dates(contests: list[dict[str, Any]], lang: str, *, today: dt.date) -> None:
    """Draw the next dates: the contests that begin soonest."""
    ahead = [row for row in contests if row["starts_on"] and row["starts_on"] > today]
    ahead = sorted(ahead, key=lambda row: (row["starts_on"], row["contest"]))[:_MOST_DATES]
    if not ahead:
        empty(text("No later contest has a date yet.", lang))
        return
    with st.container(border=True, height="stretch", key="dates"):
        rows = "".join(_date_row(row, lang) for row in ahead)
        st.html(f'<table class="k-dates"><tbody>{rows}</tbody></table>')


def _date_row(row: dict[str, Any], lang: str) -> str:
    days = format_days(row["starts_on"], row["ends_on"], lang)
    name, place = escape(words.unit_title(row, lang)), escape(live.place_of(row, lang))
    return f"<tr><th scope='row'>{days}</th><td>{name} <span>· {place}</span></td></tr>"


def _draw_card(row: dict[str, Any], lang: str) -> None:
    """Draw one contest that is being marked: name, place, share, what waits."""
    with st.container(border=True, height="stretch", gap=None):
        st.page_link(
            _LIVE_PAGE,
            label=f"**{words.unit_title(row, lang)}**",
            query_params={"contest": row["contest"], "lang": lang},
        )
        st.html(
            f'<div class="k-card"><p class="k-about">{escape(about(row, lang))}</p>'
            f"{render_progress(row, lang)}{render_open(row, lang)}</div>"
        )


def list_figures(who: Visitor, contests: list[dict[str, Any]]) -> list[tuple[str, str, str]]:
    """Return the figures of the country as (what, number, what stands beside it)."""
    lang = who.lang
    done = sum(row["is_final"] for row in contests)
    planned = sum(row["state"] == "planned" for row in contests)
    people = [row for row in contests if row["entries"]]
    acts = [row for row in reads.read("batches", who).to_pylist() if row["in_force"]]
    sheets = [row for row in acts if row["kind"] == "sheet"]
    last = max((row["at"] for row in sheets), default=None)
    regions = {code for code, _ in _participants(who.eyes())}
    return [
        (
            text("Contests decided", lang),
            f"{count(done, lang)} / {count(len(contests), lang)}",
            text("planned: {n}", lang, n=planned),
        ),
        (
            text("Participants", lang),
            count(sum(row["entries"] for row in people), lang),
            ntext("in {n} contest", "in {n} contests", len(people), lang),
        ),
        (
            text("Regions", lang),
            f"{len(regions)} / {len(reads.region_names(lang))}",
            text("with participants, newest season", lang),
        ),
        (
            text("Sheets in force", lang),
            count(len(sheets), lang),
            text("last: {when}", lang, when=format_stamp(last)) if last else "",
        ),
    ]


def draw_figures(figures: list[tuple[str, str, str]]) -> None:
    """Draw figures two by two."""
    with st.grid(2, min_column_width=120, height="stretch", key="figures"):
        for what, number, beside in figures:
            with st.container(border=True, height="stretch", vertical_alignment="center"):
                st.html(
                    f'<p class="k-figure"><span>{escape(what)}</span><b>{number}</b>'
                    f"<span>{escape(beside)}</span></p>"
                )


@st.cache_resource(max_entries=64, show_spinner=False)
def _participants(eyes: Eyes) -> list[tuple[str, int]]:
    """Return participants by region, over the newest season of the team tables."""
    who, totals = see_with(eyes), Counter[str]()
    seasons = {row["season"] for row in reads.read("team_events", who).to_pylist()}
    for season in sorted(seasons, reverse=True):
        for row in reads.read_event("event_teams", who, season=season).to_pylist():
            if row["region"] in reads.region_names(eyes.lang):
                totals[row["region"]] += row["entries"]
        if totals:
            break
    return sorted(totals.items())


def draw_map(who: Visitor) -> None:
    """Draw participants by region; one form for wide screens and one for phones."""
    lang = who.lang
    draw_figure(
        Figure(
            name="participants_map",
            title=text("Participants", lang),
            about=text("by region, newest season", lang),
            alt=text("Map of Kazakhstan: participants by region", lang),
            make=lambda theme: _map(who.eyes(), theme, 380),
            narrow=lambda theme: _map(who.eyes(), theme, 240),
            table=_map_table(who),
            columns={
                "region_name": text("Region", lang),
                "participants": text("Participants", lang),
            },
            lang=lang,
            picks=charts.PICKS,
        )
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _map(eyes: Eyes, theme: Theme, height: int) -> dict[str, Any]:
    return charts.kzmap(
        dict(_participants(eyes)),
        names=reads.region_names(eyes.lang),
        legend=text("Participants", eyes.lang),
        lang=eyes.lang,
        theme=theme,
        height=height,
    )


def _map_table(who: Visitor) -> pa.Table:
    """Return the numbers of the map, the most first."""
    names = reads.region_names(who.lang)
    rows = sorted(_participants(who.eyes()), key=lambda pair: (-pair[1], pair[0]))
    return pa.table(
        {
            "region": pa.array([code for code, _ in rows], pa.string()),
            "region_name": pa.array([names[code] for code, _ in rows], pa.string()),
            "participants": pa.array([number for _, number in rows], pa.int64()),
        }
    )
