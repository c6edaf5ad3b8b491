"""The forms that write the register of a jury: declare, decide, replace, give a penalty."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import mark, text
from kasipkor_core.store import append_decision
from kasipkor_core.ui import acts, reads, session
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
RELATIONS = {
    "relative": mark("relative"),
    "same_employer": mark("same employer"),
    "trained": mark("prepared the participant"),
    "interest": mark("an interest of another kind"),
    "other": mark("something else"),
}
_RULINGS = {
    "aside": mark("Does not mark here"),
    "kept": mark("Marks nonetheless"),
}
_WHOLE = ""  # the choice of no entry: the whole contest


def draw_forms(row: Row, conflicts: list[Row], who: Visitor) -> None:
    """Draw a button for each form that the visitor may use.

    Args:
        row: The contest, a row of ``mart.contests``.
        conflicts: ``mart.conflicts`` of it.
        who: The visitor; who may decide sees all forms, an expert declares only.
    """
    experts = _list_experts(row, who)
    entries = reads.read("entries_of_contest", who, contest_no=row["contest_no"]).to_pylist()
    names = {one["entry"]: str(one["name"] or one["entry"]) for one in entries}
    if experts:
        _draw_declaration(row, experts, names, who)
    if not access.may(who.role, "decide"):
        return
    waiting = [one for one in conflicts if one["state"] == "open"]
    if waiting:
        _draw_ruling(row, waiting, who)
    if len(experts) > 1:
        _draw_replacement(row, experts, who)
    if names:
        _draw_penalty(row, names, who)


def _list_experts(row: Row, who: Visitor) -> list[str]:
    rows = reads.read("experts", who, contest_no=row["contest_no"]).to_pylist()
    return sorted({one["name"] for one in rows if one["name"]})


def _draw_declaration(row: Row, experts: list[str], names: dict[str, str], who: Visitor) -> None:
    lang = who.lang
    with st.popover(text("Declare a conflict of interest", lang), key="declare"):
        st.selectbox(text("Expert", lang), experts, key="declare_expert")
        st.selectbox(
            text("About", lang),
            [_WHOLE, *names],
            format_func=lambda one: names.get(one) or text("the whole contest", lang),
            key="declare_entry",
        )
        st.selectbox(
            text("Relation", lang),
            list(RELATIONS),
            format_func=lambda code: words.word(RELATIONS, code, lang),
            key="declare_relation",
        )
        _draw_reason("declare", lambda: _declare(row["contest"]), lang)


def _declare(contest: str) -> int:
    state = st.session_state
    entry = state["declare_entry"]
    return _write(
        "conflict",
        f"{contest}/{entry}" if entry else contest,
        state["declare_relation"],
        state["declare_expert"],
        form="declare",
    )


def _draw_ruling(row: Row, waiting: list[Row], who: Visitor) -> None:
    lang = who.lang
    about = {
        f"{one['judge']} · {one['name'] or one['entry'] or text('the whole contest', lang)}": one
        for one in waiting
    }
    with st.popover(text("Decide about a conflict", lang), key="rule"):
        chosen = st.selectbox(text("Conflict of interest", lang), list(about), key="rule_conflict")
        st.radio(
            text("Decision", lang),
            list(_RULINGS),
            format_func=lambda code: words.word(_RULINGS, code, lang),
            key="rule_value",
        )
        one = about[chosen or next(iter(about))]
        _draw_reason("rule", lambda: _rule(row["contest"], one), lang)


def _rule(contest: str, conflict: Row) -> int:
    entry = conflict["entry"]
    subject = f"{contest}/{entry}" if entry else contest
    value = st.session_state["rule_value"]
    return _write("conflict_ruling", subject, value, conflict["judge"], form="rule")


def _draw_replacement(row: Row, experts: list[str], who: Visitor) -> None:
    lang = who.lang
    with st.popover(text("Replace an expert", lang), key="replace"):
        st.markdown(
            text(
                "Marks the replaced expert gave count on and stay under that name; whoever takes "
                "over gives those that are still missing.",
                lang,
            )
        )
        st.selectbox(text("Replaced expert", lang), experts, key="replace_expert")
        st.selectbox(text("Takes over", lang), experts, index=1, key="replace_successor")
        _draw_reason("replace", lambda: _replace(row["contest"]), lang)


def _replace(contest: str) -> int:
    state = st.session_state
    return _write(
        "replacement",
        contest,
        state["replace_successor"],
        state["replace_expert"],
        form="replace",
    )


def _draw_penalty(row: Row, names: dict[str, str], who: Visitor) -> None:
    lang = who.lang
    with st.popover(text("Give a penalty", lang), key="penalty"):
        st.markdown(
            text("The rules know no points taken away: a warning, or removal (BP-07).", lang)
        )
        st.selectbox(
            text("Participant", lang),
            list(names),
            format_func=names.__getitem__,
            key="penalty_entry",
        )
        st.radio(
            text("Penalty", lang),
            list(words.PENALTIES),
            format_func=lambda code: words.word(words.PENALTIES, code, lang),
            key="penalty_kind",
        )
        _draw_reason("penalty", lambda: _punish(row["contest"]), lang)


def _punish(contest: str) -> int:
    state = st.session_state
    subject = f"{contest}/{state['penalty_entry']}"
    if state["penalty_kind"] == "removal":
        return _write("exclude", subject, "removal", None, form="penalty")
    return _write("penalty", subject, state["penalty_kind"], None, form="penalty")


def _draw_reason(form: str, write: Callable[[], int], lang: str) -> None:
    reason = st.text_input(text("Reason", lang), key=f"{form}_reason")
    st.button(
        text("Record", lang),
        type="primary",
        key=f"{form}_now",
        disabled=not reason.strip(),
        on_click=_record,
        args=(form, write),
    )


def _record(form: str, write: Callable[[], int]) -> None:
    if acts.keep_outcome(write):
        st.session_state[f"{form}_reason"] = ""


def _write(kind: str, subject: str, value: str, expert: str | None, *, form: str) -> int:
    return append_decision(
        session.store(),
        kind,
        subject=subject,
        value=value,
        expert=expert,
        reason=st.session_state[f"{form}_reason"].strip(),
        **session.look().signature(),
    )
