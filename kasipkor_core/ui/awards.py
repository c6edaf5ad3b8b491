"""The awards of one contest and the team table in its four orders."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts
from kasipkor_core.i18n import format_number, mark, ntext, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import filters, reads, session, words
from kasipkor_core.ui.board import FIGURE_SPACE, render_pill
from kasipkor_core.ui.session import Visitor

ORDERS = {
    "medal_points": mark("Medal points"),
    "average_medal_points": mark("Mean of medal points"),
    "scale_points": mark("Scale points"),
    "average_scale_points": mark("Mean of scale points"),
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
    rows = reads.read("teams", who).to_pylist()
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
    table = reads.read("teams", who)
    place = f"place_{order}"
    rows = [row for row in table.to_pylist() if tuple(row[name] for name in _GROUP) == event]
    rows.sort(key=lambda row: (row[place] is None, row[place] or 0, row["region"] or ""))
    named = [{**row, "region_name": _team(row["region"], who.lang)} for row in rows]
    fields = [*table.schema, pa.field("region_name", pa.string())]
    return pa.Table.from_pylist(named, schema=pa.schema(fields))


def _team(region: str | None, lang: str) -> str:
    return reads.region_name(region, lang) or text("without region", lang)


def find_title(teams: pa.Table, lang: str) -> str:
    """Return the finding: which region has the most gold medals."""
    rows = teams.to_pylist()
    most = max((row["gold"] or 0 for row in rows), default=0)
    if not most:
        return text("No gold medal is decided yet", lang)
    leaders = [row["region_name"] for row in rows if row["gold"] == most]
    if len(leaders) > 1:
        return ntext(
            "{teams} teams lead with {n} gold medal each",
            "{teams} teams lead with {n} gold medals each",
            most,
            lang,
            teams=len(leaders),
        )
    return ntext(
        "{team} leads with {n} gold medal",
        "{team} leads with {n} gold medals",
        most,
        lang,
        team=leaders[0],
    )


def draw_teams(teams: pa.Table, order: str, lang: str) -> None:
    """Draw the team table as people read it."""
    rows = teams.to_pylist()
    width = len(str(len(rows)))
    st.dataframe(
        pa.Table.from_pylist([_team_row(row, order, width, lang) for row in rows]),
        hide_index=True,
        key=f"teams_{order}",
        height="content" if len(rows) <= _TALL else 35 * _TALL,
        column_config=_team_columns(order, lang),
    )


_TALL = 22


def _team_row(row: dict[str, Any], order: str, width: int, lang: str) -> dict[str, str]:
    place = str(row[f"place_{order}"] or "").rjust(width, FIGURE_SPACE)
    figures = {name: format_number(row[name], lang) for name, _ in _MEDALS}
    return {
        "place": place,
        "region": row["region_name"],
        "value": format_number(row[order], lang, 2 if order.startswith("average") else 0),
        **figures,
        "entries": format_number(row["entries"], lang),
        "skills": format_number(row["skills"], lang),
    }


def _team_columns(order: str, lang: str) -> dict[str, Any]:
    return {
        "place": st.column_config.TextColumn(text("Place", lang), width=60),
        "region": st.column_config.TextColumn(text("Region", lang), width=150),
        "value": _figures(text(ORDERS[order], lang), 150),
        **{name: _figures(text(key, lang), 84) for name, key in _MEDALS},
        "entries": _figures(text("Entries", lang), 96),
        "skills": _figures(text("Skills", lang), 96),
    }


def _figures(title: str, width: int) -> Any:  # noqa: ANN401  Streamlit's column type is private
    return st.column_config.TextColumn(title, width=width, alignment="right")


@st.cache_resource(max_entries=64, show_spinner=False)
def _chart(eyes: session.Eyes, event: tuple[Any, ...], order: str, theme: Theme) -> dict[str, Any]:
    teams = read_teams(session.see_with(eyes), event, order)
    return charts.medals(teams, lang=eyes.lang, theme=theme)


def draw_medals(who: Visitor, event: tuple[Any, ...], order: str, theme: Theme) -> None:
    """Draw the medals by region."""
    st.vega_lite_chart(
        _chart(who.eyes(), event, order, theme),
        theme=None,
        key="medals_chart",
        alt=text("Medals by region", who.lang),
    )


def list_contests(who: Visitor) -> list[dict[str, Any]]:
    """Return the contests of the filters that have points, the newest act first."""
    rows = [row for row in filters.matching(who) if row["marks"] or row["is_archive"]]
    return sorted(rows, key=lambda row: (-(row["updated_batch_no"] or 0), row["unit_name"] or ""))


def contest_name(contest: dict[str, Any], lang: str) -> str:
    """Return a contest's name in a list: unit, place, season."""
    parts = (
        contest["unit_name"] or contest["contest"],
        contest["region_name"] or "",
        words.season_name(contest, lang),
    )
    return " · ".join(part for part in parts if part)


def render_awards(awards: pa.Table, lang: str) -> str:
    """Return the awards of one contest as an HTML table."""
    titles = (
        ("award", text("Award", lang)),
        ("name", text("Participant", lang)),
        ("region", text("Region", lang)),
        ("points", text("Points", lang)),
        ("scale", text("Scale", lang)),
    )
    head = "".join(
        f'<th scope="col" class="k-{name}">{escape(title)}</th>' for name, title in titles
    )
    body = "".join(_award_row(row, lang) for row in awards.to_pylist())
    return (
        f'<div class="k-scroll" tabindex="0" role="region" aria-label="{text("Awards", lang)}">'
        f'<table class="k-board" data-testid="awards"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _award_row(row: dict[str, Any], lang: str) -> str:
    cells = (
        ("award", render_pill(row["award"], lang)),
        ("name", escape(row["name"] or row["entry"])),
        ("region", escape(reads.region_name(row["region"], lang))),
        ("points", f"<b>{format_number(row['total'], lang, 2)}</b>"),
        ("scale", format_number(row["scale"], lang)),
    )
    inner = "".join(f'<td class="k-{name}">{cell}</td>' for name, cell in cells)
    return f'<tr data-entry="{escape(row["entry"])}">{inner}</tr>'
