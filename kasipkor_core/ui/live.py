"""What the Live page shows of one contest, made once per version and shared by all readers."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access, charts, words
from kasipkor_core.i18n import text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import filters, hall, panel, reads
from kasipkor_core.ui.board import Board, render_board, render_rule
from kasipkor_core.ui.figure import draw_spec
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.state import render_state


def find_contest(who: Visitor) -> dict[str, Any] | None:
    """Return the contest to show: the one named, else one being marked, else the newest result.

    Without a named contest the filters choose; None when they leave none.
    """
    named = who.chosen("contest")
    rows = reads.list_contests(who)
    if named is not None:
        return next((row for row in rows if row["contest"] == named), None)
    left = filters.matching(who)
    live = [row for row in left if row["is_live"]]
    return max(live or left, key=rank_contest, default=None)


def rank_contest(contest: dict[str, Any]) -> tuple[bool, bool, int, int, int]:
    """Order contests by what a visitor came for: being marked, shown, season, newest act."""
    return (
        contest["is_marking"],
        bool(contest["marks"] or contest["is_archive"]),
        contest["season"],
        contest["updated_batch_no"] or 0,
        contest["contest_no"],
    )


def draw_board(who: Visitor, contest_no: int, theme: Theme) -> None:
    """Draw state line, progress, board, rule and chart at the visitor's horizon."""
    _draw_board(contest_no, who.eyes(), theme)


@st.cache_resource(max_entries=256, show_spinner=False)
def _draw_board(contest_no: int, eyes: Eyes, theme: Theme) -> None:
    """Draw once for each version: Streamlit keeps the elements and sends them to all readers."""
    who, lang = see_with(eyes), eyes.lang
    contest = read_contest(who, contest_no)
    board = read_board(who, contest)
    html = f"{render_state(contest, lang)}{render_board(board)}{render_rule(board)}"
    penalties = reads.read("penalties", who, contest_no=contest_no).to_pylist()
    if penalties:
        label = escape(text("Penalties; they take no points", lang))
        html += f'<p class="k-rule">{label}</p>{panel.render_penalties(penalties, lang)}'
    st.html(html)
    if has_chart(who, contest_no):
        section(text("Points and the distance to the place above", lang))
        draw_spec(
            make_chart(who, contest_no, theme),
            key="live_chart",
            alt=text("Points of every participant, best first", lang),
        )


def has_chart(who: Visitor, contest_no: int) -> bool:
    """Tell whether anything is marked and no place is hidden: the chart would give it away."""
    return _has_chart(contest_no, who.eyes())


@st.cache_resource(max_entries=256, show_spinner=False)
def _has_chart(contest_no: int, eyes: Eyes) -> bool:
    who = see_with(eyes)
    board = read_board(who, read_contest(who, contest_no))
    return not board.hides_places and any(row["total"] is not None for row in board.rows)


def make_chart(who: Visitor, contest_no: int, theme: Theme) -> dict[str, Any]:
    """Return the chart of points as a spec."""
    table = reads.read("leaderboard", who, contest_no=contest_no)
    return charts.leaderboard(table, lang=who.lang, theme=theme)


def read_contest(who: Visitor, contest_no: int) -> dict[str, Any]:
    """Return one contest's row of ``mart.contests``."""
    rows = reads.list_contests(who)
    return next(row for row in rows if row["contest_no"] == contest_no)


def read_board(who: Visitor, contest: dict[str, Any]) -> Board:
    """Return the board with the movement since the version before this one."""
    table = reads.read("leaderboard", who, contest_no=contest["contest_no"])
    hides = not access.sees_places(
        who.role,
        is_final=contest["is_final"],
        shown_while_marking=contest["show_places_while_marking"],
    )
    return Board(
        rows=table.to_pylist(),
        before=_places_before(who, contest),
        lang=who.lang,
        is_final=contest["is_final"],
        hides_places=hides,
    )


def _places_before(who: Visitor, contest: dict[str, Any]) -> dict[str, int | None]:
    """Return places by entry in the version before the contest's newest act."""
    newest = contest["updated_batch_no"]
    if not newest or contest["is_archive"]:
        return {}
    before = reads.at_version(who, newest - 1)
    table = reads.read("leaderboard", before, contest_no=contest["contest_no"])
    return {row["entry"]: row["place"] for row in table.select(["entry", "place"]).to_pylist()}


def show_hall(who: Visitor, contest_no: int, page: int) -> str:
    """Return one page of the hall screen at the visitor's horizon."""
    return _show_hall(contest_no, who.eyes(), page)


@st.cache_resource(max_entries=256, show_spinner=False)
def _show_hall(contest_no: int, eyes: Eyes, page: int) -> str:
    who, lang = see_with(eyes), eyes.lang
    contest = read_contest(who, contest_no)
    place = place_of(contest, lang)
    line = " · ".join(part for part in (words.level_name(contest, lang), place) if part)
    return hall.render_hall(
        read_board(who, contest), contest, page=page, line=line, after=_next_live(who, contest)
    )


def place_of(contest: dict[str, Any], lang: str) -> str:
    """Return where a contest is held: its region in full, else the host city."""
    return contest["region_name"] or reads.region_name(contest["host"], lang)


def _next_live(who: Visitor, contest: dict[str, Any]) -> str:
    """Return the name of the contest that is live after this one, in order of their numbers."""
    live = [row for row in reads.list_contests(who) if row["is_live"]]
    after = [row for row in live if row["contest_no"] > contest["contest_no"]]
    found = (after or [row for row in live if row is not contest])[:1]
    if not found or found[0]["contest_no"] == contest["contest_no"]:
        return ""
    return words.unit_title(found[0], who.lang)
