"""The awards of one contest and the team table in its four orders."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts, words
from kasipkor_core.i18n import format_number, mark, ntext, sort_key, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import filters, reads, session
from kasipkor_core.ui.board import FIGURE_SPACE, render_pill, render_why
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor

ORDERS = {
    "medal_points": mark("Medal points"),
    "average_medal_points": mark("Mean of medal points"),
    "scale_points": mark("Scale points"),
    "average_scale_points": mark("Mean of scale points"),
}
_LEADS = {
    "medal_points": mark("{team} leads with {points} medal points"),
    "average_medal_points": mark("{team} leads with a mean of {points} medal points"),
    "scale_points": mark("{team} leads with {points} scale points"),
    "average_scale_points": mark("{team} leads with a mean of {points} scale points"),
}
_MEDALS = (
    ("gold", mark("Gold")),
    ("silver", mark("Silver")),
    ("bronze", mark("Bronze")),
    ("medallion", mark("Medallion")),
)
_GROUP = ("season", "programme", "level", "stream")


def list_events(who: Visitor) -> list[tuple[Any, ...]]:
    """Return the events that have a team table, newest first, as far as the filters leave them."""
    rows = reads.read("team_events", who).to_pylist()
    wanted = {name: who.chosen(name) for name in ("season", "programme", "level")}
    left = [
        row
        for row in rows
        if all(code is None or str(row[name]) == code for name, code in wanted.items())
    ]
    found = {tuple(row[name] for name in _GROUP) for row in left}
    rank = list(words.LEVELS)
    return sorted(
        found, key=lambda event: (-event[0], -_rank(rank, event[2]), event[1], str(event[3]))
    )


def find_event(events: list[tuple[Any, ...]], who: Visitor) -> tuple[Any, ...] | None:
    """Return the first event whose team table has a team: entries may be of no region."""
    order = chosen_order()
    return next((one for one in events if read_teams(who, one, order).num_rows), None)


def _rank(levels: list[str], level: str) -> int:
    """Rank the republic first, then oblasts and colleges; the world last of a season."""
    return -1 if level == "international" else levels.index(level) if level in levels else 0


def event_name(event: tuple[Any, ...], lang: str) -> str:
    """Return what an event is called: programme, level, season."""
    season, programme, level, stream = event
    facts = {"season": season, "level": level}
    parts = [words.word(words.PROGRAMMES, programme, lang), words.word(words.LEVELS, level, lang)]
    if stream and stream != "wsk":
        parts.append(words.word(words.STREAMS, stream, lang))
    return " · ".join([*parts, words.season_name(facts, lang)])


def read_teams(who: Visitor, event: tuple[Any, ...], order: str) -> pa.Table:
    """Return the team table of one event, best first by one of the four orders."""
    season, programme, level, stream = event
    table = reads.read_event("event_teams", who, season=season, programme=programme, level=level)
    place = f"place_{order}"
    rows = [row for row in table.to_pylist() if row["stream"] == stream]
    rows.sort(key=lambda row: (row[place] is None, row[place] or 0, row["region"] or ""))
    without = text("without region", who.lang)
    named = [{**row, "region_name": row["region_name"] or row["region"] or without} for row in rows]
    return pa.Table.from_pylist(named, schema=table.schema)


def chosen_order() -> str:
    """Return the order that the visitor chose for the team table."""
    return str(st.session_state.get("team_order") or next(iter(ORDERS)))


def find_title(teams: pa.Table, order: str, lang: str) -> str:
    """Return the finding: who leads in the chosen order, and with how much.

    Args:
        teams: The team table in that order.
        order: A key of ``ORDERS``.
        lang: kk, ru or en.
    """
    first = [row for row in teams.to_pylist() if row[f"place_{order}"] == 1 and row[order]]
    if not first:
        return text("No team has points yet", lang)
    points = _points(first[0], order, lang)
    if len(first) == 1:
        return text(_LEADS[order], lang, team=first[0]["region_name"], points=points)
    name = text(ORDERS[order], lang)
    return ntext(
        "{n} team shares the first place, {order}: {points}",
        "{n} teams share the first place, {order}: {points}",
        len(first),
        lang,
        order=name[:1].lower() + name[1:],
        points=points,
    )


def _points(team: dict[str, Any], order: str, lang: str) -> str:
    """Write what a team is ordered by: means with two decimals."""
    return format_number(team[order], lang, 2 if order.startswith("average") else 0)


def render_teams(teams: pa.Table, order: str, lang: str) -> str:
    """Return the team table as people read it, as HTML."""
    rows = teams.to_pylist()
    width = len(str(len(rows)))
    columns = [
        ("place", text("Place", lang)),
        ("name", text("Region", lang)),
        ("points", text(ORDERS[order], lang)),
        *((name, text(key, lang)) for name, key in _MEDALS),
        ("entries", text("Entries", lang)),
        ("skills", text("Skills", lang)),
    ]
    body = [
        [(name, _team_cell(row, name, order, width, lang)) for name, _ in columns] for row in rows
    ]
    return render_table(columns, body, label=text("Team table", lang), testid="teams")


def _team_cell(row: dict[str, Any], name: str, order: str, width: int, lang: str) -> str:
    match name:
        case "place":
            return f"<b>{str(row[f'place_{order}'] or '').rjust(width, FIGURE_SPACE)}</b>"
        case "name":
            return escape(row["region_name"])
        case "points":
            return f"<b>{_points(row, order, lang)}</b>"
    return format_number(row[name], lang)


@st.cache_resource(max_entries=64, show_spinner=False)
def _chart(eyes: session.Eyes, event: tuple[Any, ...], order: str, theme: Theme) -> dict[str, Any]:
    teams = read_teams(session.see_with(eyes), event, order)
    return charts.medals(teams, lang=eyes.lang, theme=theme)


def draw_medals(who: Visitor, event: tuple[Any, ...], order: str) -> None:
    """Draw the medals by region, in the order of the team table."""
    lang, teams = who.lang, read_teams(who, event, order)
    draw_figure(
        Figure(
            name="medals",
            title=text("Medals by region", lang),
            about=text("in the order of the table", lang),
            alt=text("Medals by region", lang),
            make=lambda theme: _chart(who.eyes(), event, order, theme),
            table=teams,
            columns={
                "region_name": text("Region", lang),
                **{name: text(key, lang) for name, key in _MEDALS},
            },
            lang=lang,
        )
    )


def list_contests(who: Visitor) -> list[dict[str, Any]]:
    """Return the contests of the filters that have points, newest season and act first."""
    rows = [row for row in filters.matching(who) if row["marks"] or row["is_archive"]]
    return sorted(rows, key=_newest_first)


def _newest_first(row: dict[str, Any]) -> tuple[int, int, Any]:
    return -row["season"], -(row["updated_batch_no"] or 0), sort_key(row["unit_name"] or "")


def contest_name(contest: dict[str, Any], lang: str) -> str:
    """Return a contest's name in a list: unit, place, season."""
    parts = (
        words.unit_title(contest, lang),
        contest["region_name"] or "",
        words.season_name(contest, lang),
    )
    return " · ".join(part for part in parts if part)


def name_contests(who: Visitor) -> dict[str, str]:
    """Return what the contests that somebody may see are called, by their ids."""
    return {row["contest"]: contest_name(row, who.lang) for row in reads.list_contests(who)}


def render_awards(awards: pa.Table, lang: str) -> str:
    """Return the awards of one contest as HTML."""
    columns = [
        ("award", text("Award", lang)),
        ("name", text("Participant", lang)),
        ("region", text("Region", lang)),
        ("points", text("Points", lang)),
        ("scale", text("Scale", lang)),
        ("why", ""),
    ]
    body = [_award_cells(row, lang) for row in awards.to_pylist()]
    return render_table(columns, body, label=text("Awards", lang), testid="awards", is_sparse=True)


def _award_cells(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    return [
        ("award", render_pill(row["award"], lang)),
        ("name", escape(row["name"] or row["entry"])),
        ("region", escape(row["region_name"] or row["region"] or "")),
        ("points", f"<b>{format_number(row['total'], lang, 2)}</b>"),
        ("scale", format_number(row["scale"], lang)),
        ("why", render_why(row, lang)),
    ]
