"""The acts on the ledger as a list, and one of them in full with its undo."""

from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import format_moment, format_number, format_stamp, ntext, text
from kasipkor_core.sheets.formats import name_kind
from kasipkor_core.store import (
    Foreseen,
    append_undo,
    foresee_undo,
    list_dependants,
    read_original,
    sees_original,
)
from kasipkor_core.ui import awards, consequences, reads, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_DONE_STATE = "kasipkor_undone"
_OPEN_STATE = "kasipkor_undo_open"
_FORESEEN_STATE = "kasipkor_undo_foreseen"
_NEWEST, _MOST_ROWS = 12, 300


def find_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many acts there are and how many no longer count."""
    idle = sum(not row["in_force"] for row in rows)
    if not rows:
        return text("Nothing has been written yet", lang)
    if not idle:
        return ntext("{n} batch, all in force", "{n} batches, all in force", len(rows), lang)
    return ntext(
        "{n} batch, {idle} not in force",
        "{n} batches, {idle} not in force",
        len(rows),
        lang,
        idle=idle,
    )


def list_batches(who: Visitor) -> list[dict[str, Any]]:
    """Return the acts that touch the chosen contest, or all, newest first."""
    rows = reads.read("batches", who).to_pylist()
    contest = who.chosen("contest")
    return [row for row in rows if contest is None or row["contest"] == contest]


def name_contests(who: Visitor) -> dict[str, str]:
    """Return what the contests are called, by their ids."""
    rows = reads.list_contests(who)
    return {row["contest"]: awards.contest_name(row, who.lang) for row in rows}


def draw_list(rows: list[dict[str, Any]], who: Visitor) -> None:
    """Draw the newest acts, each number leading to its act; the older ones open below."""
    names, link = name_contests(who), dict(st.query_params)
    newest, older = rows[:_NEWEST], rows[_NEWEST:_MOST_ROWS]
    st.html(render_list(newest, who.lang, names=names, link=link))
    if older:
        label = ntext("{n} older batch", "{n} older batches", len(rows) - _NEWEST, who.lang)
        with st.expander(label, key="older_batches"):
            st.html(render_list(older, who.lang, names=names, link=link))


def render_list(
    rows: list[dict[str, Any]], lang: str, *, names: dict[str, str], link: dict[str, str]
) -> str:
    """Return acts as a table that fits a phone: what and of which contest, state, when and who.

    Args:
        rows: Rows of ``mart.batches``.
        lang: kk, ru or en.
        names: What the contests are called, by their ids.
        link: Codes of the address that the links keep.
    """
    columns = [
        ("number", "№"),
        ("what", text("What", lang)),
        ("state", text("State", lang)),
        ("at", text("When", lang)),
    ]
    body = [
        [
            ("number", _link(row, lang, link)),
            ("what", _with_line(what(row, lang), _about(row, names, lang))),
            ("state", escape(state(row, lang))),
            ("at", _with_line(format_stamp(row["at"]), row["actor"])),
        ]
        for row in rows
    ]
    return render_table(columns, body, label=text("Batches", lang), testid="batches")


def _link(row: dict[str, Any], lang: str, link: dict[str, str]) -> str:
    codes = escape(urlencode({**link, "batch": row["batch_no"], "lang": lang}))
    return f'<a href="?{codes}" target="_self">{row["batch_no"]}</a>'


def _about(row: dict[str, Any], names: dict[str, str], lang: str) -> str:
    """Return of which contest an act is, and how much it brought."""
    contest = row["contest"] or ""
    count = ntext("{n} record", "{n} records", row["rows"], lang) if row["rows"] else ""
    return " · ".join(part for part in (names.get(contest, contest), count) if part)


def _with_line(first: str, second: str) -> str:
    below = f'<span class="k-under">{escape(second)}</span>' if second else ""
    return f"{escape(first)}{below}"


def what(row: dict[str, Any], lang: str) -> str:
    """Return what an act is: its kind, or the kind of its sheet; of a venue what it was there."""
    if row.get("venue"):
        return f"{what({**row, 'venue': None}, lang)} · {row['venue']} {row['venue_batch_no']}"
    if row["kind"] == "undo":
        return text("Undo of batch {number}", lang, number=str(row["undoes_batch_no"]))
    if row["kind"] == "sheet" and row["sheet_kind"]:
        return name_kind(row["sheet_kind"], lang)
    return words.word(words.BATCH_KINDS, row["kind"], lang)


def state(row: dict[str, Any], lang: str) -> str:
    """Return whether an act counts, and what took it out of force."""
    if row["in_force"] or row["kind"] not in ("sheet", "decision", "undo", "correction"):
        return text("● in force", lang)
    if row["undone_by"]:
        return text("○ undone by {number}", lang, number=str(row["undone_by"]))
    if row["replaced_by"]:
        return text("○ replaced by {number}", lang, number=str(row["replaced_by"]))
    return text("○ not in force", lang)


def choose_batch(rows: list[dict[str, Any]], lang: str) -> dict[str, Any]:
    """Draw the list of numbers and return the chosen act; its number stands in the address."""
    numbers = [row["batch_no"] for row in rows]
    wanted = st.query_params.get("batch", "")
    known = wanted.isdecimal() and int(wanted) in numbers
    st.session_state["batch_choice"] = int(wanted) if known else numbers[0]
    by_number = {row["batch_no"]: row for row in rows}
    chosen = st.selectbox(
        text("Batch", lang),
        numbers,
        format_func=lambda number: f"{number} · {what(by_number[number], lang)}",
        key="batch_choice",
        on_change=_write_batch,
    )
    return by_number[chosen]


def _write_batch() -> None:
    st.query_params["batch"] = str(st.session_state["batch_choice"])


def draw_batch(row: dict[str, Any], who: Visitor) -> None:
    """Draw one act in full, with its file and its undo."""
    lang = who.lang
    facts = [
        (text("What", lang), f"{what(row, lang)} · {state(row, lang)}"),
        (text("Contest", lang), name_contests(who).get(row["contest"], row["contest"])),
        (text("Who", lang), row["actor"]),
        (text("When", lang), format_moment(row["at"], lang)),
        (text("Why", lang), row["reason"]),
        (text("Records", lang), format_number(row["rows"], lang)),
        (text("File", lang), row["file_name"]),
        (text("Hash", lang), f"`{row['sha256'][:16]}…{row['sha256'][-8:]}`"),
    ]
    shown = [{"what": f":gray[{name}]", "value": value} for name, value in facts if value]
    st.table(shown, border="horizontal", hide_index=True, hide_header=True)
    if row["has_file"] and access.may(who.role, "see_originals"):
        _original(row, who)
    if may_undo(row, who):
        _offer_undo(row, lang)


def may_undo(row: dict[str, Any], who: Visitor) -> bool:
    """Say whether the visitor may undo an act: it counts, and the role may."""
    return bool(row["in_force"]) and access.may(who.role, "undo")


def _original(row: dict[str, Any], who: Visitor) -> None:
    """Offer the file to those whose place it does not go beyond."""
    store, number = session.store(), row["batch_no"]
    if not sees_original(store, number, role=who.role, scope=who.scope):
        return
    st.download_button(
        text("Download the original", who.lang),
        lambda: read_original(store, number, role=who.role, scope=who.scope),
        file_name=row["file_name"] or f"batch-{row['batch_no']}",
        mime="application/octet-stream",
        icon=":material/download:",
        key="original",
        on_click="ignore",
    )


def _offer_undo(row: dict[str, Any], lang: str) -> None:
    """Draw the button that opens the undo of a batch below, and closes it again."""
    st.button(
        text("Undo this batch", lang),
        icon=":material/undo:",
        key="undo",
        on_click=_turn_open,
        args=(row["batch_no"],),
    )


def _turn_open(batch_no: int) -> None:
    is_open = st.session_state.get(_OPEN_STATE) == batch_no
    st.session_state[_OPEN_STATE] = None if is_open else batch_no


def draw_undo(row: dict[str, Any], who: Visitor) -> None:
    """Draw the undo once it is opened: what it changes, what builds on it, reason and button."""
    if st.session_state.get(_OPEN_STATE) != row["batch_no"] or not may_undo(row, who):
        return
    lang, number = who.lang, row["batch_no"]
    try:
        foreseen = _foresee(number, who)
    except KasipkorError as error:
        tell(error, lang)
        return
    title = text("What the undo of batch {number} changes", lang, number=str(number))
    consequences.draw(foreseen, who, title=title)
    with st.container(border=True, key="undo_block"):
        if later := list_dependants(session.store(), number):
            numbers = ", ".join(map(str, later))
            st.markdown(text("Later batches build on it: {numbers}.", lang, numbers=numbers))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            reason = st.text_input(text("Reason", lang), key="undo_reason")
            st.button(
                text("Undo it", lang),
                type="primary",
                key="undo_now",
                disabled=not reason.strip(),
                on_click=_undo_now,
                args=(number, foreseen, lang),
            )


def _foresee(batch_no: int, who: Visitor) -> Foreseen:
    """Return what an undo changes, reckoned once for each state of the ledger."""
    kept = st.session_state.get(_FORESEEN_STATE)
    key = (batch_no, who.eyes())
    if kept is None or kept[0] != key:
        foreseen = foresee_undo(
            session.store(),
            batch_no,
            reader=who.reader(),
            actor_role=who.role,
            scope=who.scope,
        )
        st.session_state[_FORESEEN_STATE] = kept = (key, foreseen)
    found: Foreseen = kept[1]
    return found


def _undo_now(batch_no: int, approved: Foreseen, lang: str) -> None:
    """Append the undo, and keep its sentence for the next run."""
    who = session.look()
    try:
        done = append_undo(
            session.store(),
            batch_no,
            reason=st.session_state["undo_reason"],
            approved=approved,
            reader=who.reader(),
            **who.signature(),
        )
    except KasipkorError as error:
        st.session_state[_DONE_STATE] = error
        return
    st.session_state[_OPEN_STATE] = None
    st.session_state[_DONE_STATE] = text(
        "Batch {number} no longer counts. To take this back, undo batch {undo}.",
        lang,
        number=str(batch_no),
        undo=str(done.batch_no),
    )
    st.query_params["batch"] = str(done.batch_no)


def draw_outcome(lang: str) -> None:
    """Say what the undo of the last run did."""
    outcome = st.session_state.pop(_DONE_STATE, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif outcome:
        st.info(outcome, icon=":material/check_circle:")
