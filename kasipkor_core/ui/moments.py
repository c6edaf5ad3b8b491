"""The time machine: a contest's board at a moment, and what differs between two moments."""

import dataclasses
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core.i18n import (
    ZONE,
    Count,
    format_moment,
    format_number,
    format_signed,
    format_stamp,
    ntext,
    text,
)
from kasipkor_core.ui import batches, live, reads
from kasipkor_core.ui.board import Board, render_board, render_pill
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import caption, empty
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
BOARDLESS = frozenset({"vacancy", "civil-service", "demo-exam", "competence-centre"})
_NUMBER = re.compile(r"\d{1,3}([\s,.]\d{3})*|\d+")
_CLOCK = re.compile(
    r"((?P<day>\d{1,2})\.(?P<month>\d{1,2})(\.(?P<year>\d{4}))?,?\s+)?(?P<hour>\d{1,2}):(?P<minute>\d\d)"
)
_MOST = 12  # acts listed between two moments


@dataclass(frozen=True)
class Seen:
    """A contest at one moment.

    Attributes:
        batch_no: The newest batch of the moment.
        contest: Row of ``mart.contests``; null: the reader saw nothing of it then.
        board: Its board; null as well.
    """

    batch_no: int
    contest: Row | None
    board: Board | None


@dataclass(frozen=True)
class Change:
    """An entry whose place, points or award differ; a side is null when it was not there."""

    entry: str
    name: str
    before: Row | None
    after: Row | None


def list_contests(rows: Sequence[Row]) -> dict[str, Row]:
    """Return the contests that have a board by id, the newest change first."""
    found = [row for row in rows if row["programme"] not in BOARDLESS and row["entries"]]
    found.sort(key=lambda row: (row["is_archive"], -(row["updated_batch_no"] or 0), row["contest"]))
    return {row["contest"]: row for row in found}


def parse_moment(words: str, *, today: dt.date) -> int | dt.datetime | None:
    """Return the batch number or the moment that somebody wrote, None when it is neither.

    Args:
        words: ``4182``, ``4 182``, ``14:05``, ``24.11 14:05``, ``24.11.2026 14:05`` or ISO 8601.
        today: The day of a clock time without a day, in the zone of the contests.
    """
    words = words.strip()
    if _NUMBER.fullmatch(words):
        return int(re.sub(r"\D", "", words))
    try:
        clock = _CLOCK.fullmatch(words)
        moment = _read_clock(clock, today) if clock else dt.datetime.fromisoformat(words)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=ZONE)


def _read_clock(clock: re.Match[str], today: dt.date) -> dt.datetime:
    return dt.datetime(
        int(clock["year"] or today.year),
        int(clock["month"] or today.month),
        int(clock["day"] or today.day),
        int(clock["hour"]),
        int(clock["minute"]),
        tzinfo=ZONE,
    )


def find_batch(who: Visitor, moment: int | dt.datetime) -> int:
    """Return the newest batch of a moment that the visitor may see; a later one is the newest."""
    if isinstance(moment, int):
        return min(moment, who.as_of)
    found = reads.read("batch_at", who, moment=moment.isoformat())
    return int(found["batch_no"][0].as_py())


def look_at(who: Visitor, contest_no: int, batch_no: int) -> Seen:
    """Return a contest as it stood after a batch, with the eyes of the visitor."""
    then = reads.at_version(who, batch_no)
    rows = reads.list_contests(then)
    contest = next((row for row in rows if row["contest_no"] == contest_no), None)
    return Seen(batch_no, contest, live.read_board(then, contest) if contest else None)


def compare(before: Board, after: Board) -> list[Change]:
    """Return the entries whose place, points or award differ, in the order of the later board."""
    former = {row["entry"]: row for row in before.rows}
    latter = {row["entry"]: row for row in after.rows}
    gone = [entry for entry in former if entry not in latter]
    return [
        Change(entry, str(row["name"] or entry), former.get(entry), latter.get(entry))
        for entry in [*latter, *gone]
        for row in [latter.get(entry) or former[entry]]
        if _numbers(former.get(entry)) != _numbers(latter.get(entry))
    ]


def _numbers(row: Row | None) -> tuple[Any, ...] | None:
    """Return what is compared; a scale only where no points are known, for it moves with all."""
    return (row["place"], row["is_tied"], _points(row), row["award"]) if row else None


def choose_moment(name: str, label: str, steps: Sequence[Row], default: int, lang: str) -> str:
    """Draw the list of a contest's moments; a time or a number can be written as well.

    Returns what was chosen: a batch number of the list, or the words that were written.
    """
    known = {str(row["batch_no"]): row for row in steps}
    chosen = st.query_params.get(name) or str(default)
    key = f"moment_{name}"
    st.session_state[key] = chosen
    st.selectbox(
        label,
        [*known, *([] if chosen in known else [chosen])],
        format_func=lambda code: _name_step(known[code], lang) if code in known else code,
        key=key,
        accept_new_options=True,
        on_change=_write,
        args=(name, key),
        help=text("Choose a change, or write a time (14:05, 24.11 14:05) or a batch number.", lang),
    )
    return chosen


def _write(name: str, key: str) -> None:
    st.query_params[name] = st.session_state[key] or ""


def _name_step(row: Row, lang: str) -> str:
    parts = (
        format_stamp(row["at"]),
        text("batch {number}", lang, number=format_number(row["batch_no"], lang)),
        batches.what(row, lang),
        row["actor"],
    )
    return " · ".join(part for part in parts if part)


def say_seen(seen: Seen, at: dt.datetime | None, lang: str) -> str:
    """Return what a board is as of: batch and moment."""
    said = text("as of batch {number}", lang, number=format_number(seen.batch_no, lang))
    return f"{said} · {format_moment(at, lang)}" if at else said


def say_changes(changes: Sequence[Change], lang: str) -> str:
    """Return how much differs."""
    if not changes:
        return text("The board is the same at both moments", lang)
    return ntext(
        "{n} participant has another place, other points or another award",
        "{n} participants have another place, other points or another award",
        len(changes),
        lang,
    )


def render_changes(changes: Sequence[Change], lang: str) -> str:
    """Return the differences as a table: before, after, and by how much."""
    columns = [
        ("name", text("Participant", lang)),
        ("place", text("Place before", lang)),
        ("place", text("after", lang)),
        ("points", text("Points before", lang)),
        ("points", text("after", lang)),
        ("points", "±"),
        ("award", text("Award before", lang)),
        ("award", text("after", lang)),
    ]
    body = [_cells(change, lang) for change in changes]
    label = text("What differs between the two moments", lang)
    return render_table(columns, body, label=label, testid="differences")


def _cells(change: Change, lang: str) -> list[tuple[str, str]]:
    before, after = change.before or {}, change.after or {}
    former, latter = _points(before), _points(after)
    moved = 0 if former is None or latter is None else latter - former
    digits = 0 if "total" in after and after["total"] is None else 2
    return [
        ("name", escape(change.name)),
        ("place", _place(before, lang)),
        ("place", f"<b>{_place(after, lang)}</b>"),
        ("points", format_number(former, lang, digits)),
        ("points", f"<b>{format_number(latter, lang, digits)}</b>"),
        ("points", format_signed(moved, lang, digits) if moved else ""),
        ("award", render_pill(before.get("award"), lang)),
        ("award", render_pill(after.get("award"), lang)),
    ]


def _points(row: Row) -> Any:  # noqa: ANN401  decimal points, or a whole scale
    return row.get("total") if row.get("total") is not None else row.get("scale")


def _place(row: Row, lang: str) -> str:
    if not row:
        return escape(text("not there", lang))
    return "–" if row["place"] is None else f"{row['place']}{' =' if row['is_tied'] else ''}"


def render_acts(steps: Sequence[Row], lang: str) -> str:
    """Return the acts that lie between two moments, the newest first."""
    lines = "".join(f"<li>{escape(_name_step(row, lang))}</li>" for row in steps[:_MOST])
    more = len(steps) - _MOST
    if more > 0:
        lines += f"<li>{escape(text('and {n} more', lang, n=Count(more, lang)))}</li>"
    says = escape(text("Acts between the two moments", lang))
    return f'<div class="k-acts"><p>{says}</p><ul>{lines}</ul></div>'


def render_past(board: Board) -> str:
    """Return a board without links: they would lead to what holds today."""
    return render_board(dataclasses.replace(board, is_past=True))


def choose_both(who: Visitor, steps: Sequence[Row]) -> tuple[str, str]:
    """Draw the two choices: the change before the newest, and the newest, if nothing is chosen."""
    newest = steps[0]["batch_no"] if steps else who.as_of
    before = steps[1]["batch_no"] if len(steps) > 1 else newest
    left, right = st.columns(2)
    with left:
        first = choose_moment("at", text("Board as of", who.lang), steps, before, who.lang)
    with right:
        second = choose_moment("than", text("Compared with", who.lang), steps, newest, who.lang)
    return first, second


def resolve(who: Visitor, words: str, *, today: dt.date) -> int | None:
    """Return the batch of what somebody chose or wrote, None when it is no moment."""
    moment = parse_moment(words, today=today)
    return None if moment is None else find_batch(who, moment)


def draw_between(first: Seen, second: Seen, steps: Sequence[Row], lang: str) -> None:
    """Draw what differs between two moments, and the acts between them."""
    early, late = sorted((first, second), key=lambda seen: seen.batch_no)
    between = [row for row in steps if early.batch_no < row["batch_no"] <= late.batch_no]
    with st.container(border=True, key="between"):
        if early.board is None or late.board is None:
            st.markdown(text("At one of the moments you see nothing of this contest yet.", lang))
        elif early.board.hides_places or late.board.hides_places:
            st.markdown(text("Places are not shown while the contest is being marked.", lang))
        else:
            changes = compare(early.board, late.board)
            st.markdown(f"**{say_changes(changes, lang)}**")
            if between:
                st.html(render_acts(between, lang))
            if changes:
                st.html(render_changes(changes, lang))


def draw_past(seen: Seen, heads: Sequence[Row], lang: str) -> None:
    """Draw the board of a moment."""
    at = next((row["at"] for row in heads if row["batch_no"] <= seen.batch_no), None)
    caption(text("The board", lang), say_seen(seen, at, lang))
    if seen.board is None:
        empty(text("At this moment you see nothing of this contest yet.", lang))
    else:
        st.html(render_past(seen.board))
