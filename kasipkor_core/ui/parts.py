"""The parts of a contest from draft to locked: their states, and who may accept, lock, unlock."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import Count, mark, text
from kasipkor_core.ui import acts, marking, reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_ALL = "all"
_STATES = {
    "draft": mark("○ draft"),
    "entered": mark("◐ entered"),
    "checked": mark("◐ checked"),
    "accepted": mark("✓ accepted"),
    "locked": mark("✓ locked"),
}


def draw_parts(row: Row, who: Visitor) -> None:
    """Draw the parts of a contest with their states, and the acts that move them on.

    Args:
        row: The contest, a row of ``mart.contests``.
        who: The visitor; an expert accepts, the chief expert locks and unlocks.

    Source:
        Rulebook WM-09.
    """
    lang = who.lang
    parts = reads.read("sub_criteria", who, contest_no=row["contest_no"]).to_pylist()
    if not parts or row["is_archive"]:
        return
    section(text("Parts: entered, checked, accepted, locked", lang))
    st.html(render_parts(parts, lang))
    with st.container(horizontal=True, key="part_acts"):
        if access.may(who.role, "check"):
            _draw_acceptance(row, parts, who)
        if access.may(who.role, "lock"):
            _draw_locks(row, parts, who)


def render_parts(parts: list[Row], lang: str) -> str:
    """Return the parts with their states, as HTML.

    Args:
        parts: ``mart.sub_criteria`` of one contest.
        lang: kk, ru or en.
    """
    columns = [
        ("sub", text("Part", lang)),
        ("name", text("Sub-criterion", lang)),
        ("state", text("State", lang)),
        ("value", text("Accepted", lang)),
        ("who", text("By whom", lang)),
        ("reason", text("Reason", lang)),
        ("act", text("Batch", lang)),
    ]
    body = [
        [
            ("sub", escape(marking.name_sub(part["sub_criterion"], lang))),
            ("name", escape(part["sub_criterion_name"] or "")),
            ("state", escape(words.word(_STATES, part["state"], lang))),
            ("value", f"{Count(part['accepted'], lang)} / {Count(part['entries'], lang)}"),
            ("who", escape(part["locked_by"] or part["unlocked_by"] or "")),
            ("reason", escape(part["reason"] or "")),
            ("act", "" if part["batch_no"] is None else str(part["batch_no"])),
        ]
        for part in parts
    ]
    return render_table(columns, body, label=text("Parts", lang), testid="parts", is_sparse=True)


def _draw_acceptance(row: Row, parts: list[Row], who: Visitor) -> None:
    lang = who.lang
    entries = reads.read("entries_of_contest", who, contest_no=row["contest_no"]).to_pylist()
    names = {one["entry"]: str(one["name"] or one["entry"]) for one in entries}
    open_ = [part["sub_criterion"] for part in parts if part["state"] in ("entered", "checked")]
    if not names or not open_:
        return
    with st.popover(text("Accept", lang), key="accept"):
        st.markdown(
            text("The expert of the own side confirms that the marks are as they were given.", lang)
        )
        st.selectbox(
            text("Participant", lang),
            list(names),
            format_func=names.__getitem__,
            key="accept_entry",
        )
        _choose_part(open_, "accept", lang)
        _draw_reason("accept", row["contest"], text("Accept", lang), lang)


def _draw_locks(row: Row, parts: list[Row], who: Visitor) -> None:
    lang = who.lang
    ripe = [part["sub_criterion"] for part in parts if part["state"] in ("checked", "accepted")]
    if who.role == "local":  # nobody can tell a second person there
        ripe += [part["sub_criterion"] for part in parts if part["state"] == "entered"]
    locked = [part["sub_criterion"] for part in parts if part["state"] == "locked"]
    for kind, label, choices, said in (
        ("lock", text("Lock", lang), ripe, text("Nothing of it can be changed any more.", lang)),
        ("unlock", text("Unlock", lang), locked, text("Its marks can be changed again.", lang)),
    ):
        if choices:
            with st.popover(label, key=kind):
                st.markdown(said)
                _choose_part(choices, kind, lang)
                _draw_reason(kind, row["contest"], label, lang)


def _choose_part(choices: list[str], kind: str, lang: str) -> None:
    st.selectbox(
        text("Part", lang),
        [_ALL, *choices],
        format_func=lambda one: (
            text("all parts", lang) if one == _ALL else marking.name_sub(one, lang)
        ),
        key=f"{kind}_part",
    )


def _draw_reason(kind: str, contest: str, label: str, lang: str) -> None:
    reason = st.text_input(text("Reason", lang), key=f"{kind}_reason")
    st.button(
        label,
        type="primary",
        key=f"{kind}_now",
        disabled=not reason.strip(),
        on_click=_do,
        args=(kind, contest),
    )


def _do(kind: str, contest: str) -> None:
    state = st.session_state
    subject = f"{contest}/{state['accept_entry']}" if kind == "accept" else contest
    act = acts.decide(kind, subject=subject, value=state[f"{kind}_part"])
    acts.do(act, f"{kind}_reason")
