"""My result: one entry's own marks, place and lines, and its appeals; nobody else's."""

from html import escape
from typing import Any, NamedTuple

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import (
    format_date,
    format_days,
    format_number,
    format_stamp,
    mark,
    ntext,
    text,
    to_local,
)
from kasipkor_core.store import ABOUT, append_decision
from kasipkor_core.ui import acts, appeals, reads, session, why
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.steps import Step, render_list

Row = dict[str, Any]
_STATES = {
    "planned": mark("The contest has not begun."),
    "held": mark("The contest is being held."),
    "awaited": mark("The result is being checked and signed. It is not published yet."),
}


class Result(NamedTuple):
    """A published result of the own entry.

    Attributes:
        contest: Row of ``mart.contests``.
        board: Own row of the leaderboard.
        lines: Own row of ``mart.entry_lines``.
    """

    contest: Row
    board: Row
    lines: Row


def read_entry(who: Visitor) -> Row | None:
    """Return the own entry of the participant who looks; null for anybody else."""
    own = session.see_own(who)
    rows = reads.read("own_entry", own).to_pylist() if own else []
    return rows[0] if rows else None


def read_result(who: Visitor, entry: Row) -> Result | None:
    """Return the own result as it is published; null before that (BP-24)."""
    rows = reads.list_contests(who)
    contest = next((row for row in rows if row["contest_no"] == entry["contest_no"]), None)
    board = _pick("why_entry", who, entry) if contest else None
    lines = _pick("entry_lines", who, entry) if board else None
    if contest is None or board is None or lines is None:
        return None
    return Result(contest, board | {"name": entry["name"]}, lines)  # the own name, in full


def _pick(name: str, who: Visitor, entry: Row) -> Row | None:
    rows = reads.read(name, who, contest_no=entry["contest_no"]).to_pylist()
    return next((row for row in rows if row["entry"] == entry["entry"]), None)


def find_title(result: Result | None, lang: str) -> str:
    """Return the finding: the place, or that nothing is published yet."""
    if result is None:
        return text("Your result is not published yet", lang)
    return why.find_title(result.board, lang, hides=False)


def describe(entry: Row, result: Result | None, lang: str) -> str:
    """Return the grey line: at what, where from; who too, while the title does not name them."""
    parts = (
        (entry["name"] or entry["entry"]) if result is None else None,
        words.unit_title(entry, lang),
        words.season_name(entry, lang),
        entry["region_name"],
        entry["organisation"],
    )
    return " · ".join(part for part in parts if part)


def say_state(entry: Row, lang: str) -> str:
    """Return how far the contest is, in a sentence."""
    if entry["state"] == "published":
        day = format_date(to_local(entry["published_at"]).date(), lang, year=True)
        return text("The result was published on {day}.", lang, day=day)
    days = format_days(entry["starts_on"], entry["ends_on"], lang)
    said = text(_STATES[entry["state"]], lang)
    return f"{said} {text('Days: {days}.', lang, days=days)}" if days else said


def render_steps(who: Visitor, entry: Row, result: Result) -> str:
    """Return how the place came about and how far the lines are, as HTML."""
    steps, _ = why.show_entry(who, result.contest, entry["entry"])
    lines = list_lines(result, who.lang)
    return steps + (render_list(lines, text("Lines above", who.lang)) if lines else "")


def list_lines(result: Result, lang: str) -> list[Step]:
    """Return the lines above the entry: an award, and the next level."""
    lines = result.lines
    steps: list[Step] = []
    if lines["next_award"]:
        award = words.word(words.AWARDS, lines["next_award"], lang)
        how = text("Points to the last who has it: {award}.", lang, award=award)
        gap = format_number(lines["to_award"], lang, 2)
        steps.append(Step(text("To the next award", lang), gap, (how,), "WM-31"))
    if lines["seat_status"]:
        why_so = [lines["seat_rule"] or ""]
        if lines["to_seat"] is not None:
            gap = format_number(lines["to_seat"], lang, 2)
            why_so.append(
                text("Points to the last who goes on from this contest: {gap}.", lang, gap=gap)
            )
        status = words.word(words.SEATS, lines["seat_status"], lang)
        rule = lines["seat_rule_id"] or "WS-10"
        steps.append(Step(text("Next level", lang), status, tuple(filter(None, why_so)), rule))
    return steps


def render_walk(who: Visitor, result: Result) -> str:
    """Return the own marks by criterion and aspect, down to their cells, as HTML."""
    _, walk = why.show_entry(who, result.contest, result.board["entry"])
    return walk


def draw_appeals(who: Visitor, entry: Row) -> None:
    """Draw the clock, the own appeals, and the form while the clock runs."""
    lang = who.lang
    own = session.see_own(who)
    if own is None:
        return
    section(text("Appeal", lang))
    st.markdown(say_clock(entry, lang))
    rows = reads.read("own_appeals", own, contest_no=entry["contest_no"]).to_pylist()
    if rows:
        st.html(_render_appeals(rows, lang))
    if entry["days_left"] is not None and access.may(who.role, "appeal"):
        _draw_form(entry, lang)


def say_clock(entry: Row, lang: str) -> str:
    """Return until when an appeal can be handed in, in working days."""
    if entry["closes_on"] is None:
        return text("Appeals open when the result is published.", lang)
    day = format_date(entry["closes_on"], lang, year=True)
    if entry["days_left"] is None:
        return text("The last day to appeal was {day}.", lang, day=day)
    if entry["days_left"] == 0:
        return text("Today is the last day to appeal: until midnight.", lang)
    left = ntext("{n} working day is left", "{n} working days are left", entry["days_left"], lang)
    return text("You can appeal until the end of {day}: {left}.", lang, day=day, left=left)


def _render_appeals(rows: list[Row], lang: str) -> str:
    columns = [
        ("act", text("Appeal", lang)),
        ("about", text("It is about", lang)),
        ("at", text("Lodged", lang)),
        ("state", text("State", lang)),
        ("reason", text("Reason", lang)),
    ]
    body = [
        [
            ("act", str(row["appeal"])),
            ("about", escape(words.word(appeals.ABOUT_WORDS, row["about"], lang))),
            ("at", format_stamp(row["lodged_at"])),
            ("state", escape(appeals.say_state(row, lang))),
            ("reason", escape(row["ruling_reason"] or "")),
        ]
        for row in rows
    ]
    return render_table(columns, body, label=text("Your appeals", lang), testid="own-appeals")


def _draw_form(entry: Row, lang: str) -> None:
    with st.form("own_appeal", clear_on_submit=False):
        st.selectbox(
            text("It is about", lang),
            ABOUT,
            format_func=lambda code: words.word(appeals.ABOUT_WORDS, code, lang),
            key="own_appeal_about",
        )
        st.text_area(text("Words of the appeal", lang), key="own_appeal_words", max_chars=4000)
        st.form_submit_button(
            text("Hand in", lang),
            type="primary",
            on_click=_lodge,
            args=(f"{entry['contest']}/{entry['entry']}",),
        )


def _lodge(subject: str) -> None:
    """Hand an appeal in; the ledger asks whose it is and whether the clock still runs."""
    about = st.session_state["own_appeal_about"]

    def write(reason: str) -> int:
        told = session.look().signature()
        return append_decision(
            session.store(), "appeal", subject=subject, value=about, reason=reason, **told
        )

    acts.do(write, "own_appeal_words")
