"""Appeals: the register, the clock of each published contest, and the next act of each appeal."""

import datetime as dt
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import ZONE, format_date, format_stamp, mark, ntext, text
from kasipkor_core.store import ABOUT, append_decision, list_rulings
from kasipkor_core.ui import acts, awards, filters, reads, session
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
ABOUT_WORDS = {
    "marks": mark("a mark"),
    "sum": mark("the sum of the points"),
    "procedure": mark("how the contest was held"),
    "exclusion": mark("an exclusion"),
    "other": mark("something else"),
}
_STATES = {
    "filed": mark("○ filed"),
    "admitted": mark("◐ admitted"),
    "decided": mark("◆ upheld, to be corrected"),
    "closed": mark("✓ closed"),
    "refused": mark("– refused"),
}
_VERDICTS = {"upheld": mark("upheld"), "rejected": mark("rejected")}
_RULINGS = {
    "admitted": mark("Admit"),
    "refused": mark("Refuse"),
    "upheld": mark("Uphold"),
    "rejected": mark("Reject"),
    "corrected": mark("Corrected"),
}
_WAITING = frozenset({"filed", "admitted", "decided"})


def list_appeals(who: Visitor) -> list[Row]:
    """Return the appeals in the contests of the filters, those that wait first."""
    contests = {row["contest_no"] for row in filters.matching(who)}
    rows = [row for row in reads.read("appeals", who).to_pylist() if row["contest_no"] in contests]
    chosen = who.chosen("contest")
    rows = [row for row in rows if chosen is None or row["contest"] == chosen]
    return sorted(rows, key=lambda row: row["state"] not in _WAITING)


def find_title(rows: list[Row], lang: str) -> str:
    """Return the finding: how many appeals wait."""
    waiting = sum(row["state"] in _WAITING for row in rows)
    if waiting:
        return ntext("{n} appeal waits", "{n} appeals wait", waiting, lang)
    return text("No appeal waits", lang) if rows else text("Nobody has appealed", lang)


def name_contests(who: Visitor) -> dict[int, str]:
    """Return what each contest is called."""
    rows = reads.list_contests(who)
    return {row["contest_no"]: awards.contest_name(row, who.lang) for row in rows}


def render_appeals(rows: list[Row], names: dict[int, str], who: Visitor) -> str:
    """Return the register as HTML; who is no staff reads no persons.

    Args:
        rows: ``mart.appeals`` in order.
        names: What each contest is called.
        who: The visitor.
    """
    lang = who.lang
    columns = [
        ("act", text("Appeal", lang)),
        ("contest", text("Contest", lang)),
        ("about", text("It is about", lang)),
        ("at", text("Lodged", lang)),
        ("at", text("Last day", lang)),
        ("state", text("State", lang)),
        ("who", text("Decided by", lang)),
        ("reason", text("Reason", lang)),
        ("act", text("Correction", lang)),
    ]
    body = [_cells(row, names, lang) for row in rows]
    return render_table(
        columns,
        body,
        label=text("Appeals", lang),
        testid="appeals",
        is_sparse=True,
        leads="contest",
    )


def _cells(row: Row, names: dict[int, str], lang: str) -> list[tuple[str, str]]:
    person: str | None = row["name"] or row["entry"]
    under = f'<span class="k-under">{escape(person)}</span>' if person else ""
    day = row["closes_on"]
    return [
        ("act", str(row["appeal"])),
        ("contest", f"{escape(names[row['contest_no']])}{under}"),
        ("about", escape(words.word(ABOUT_WORDS, row["about"], lang))),
        ("at", format_stamp(row["lodged_at"])),
        ("at", format_date(day, lang) if day else "–"),
        ("state", escape(say_state(row, lang))),
        ("who", escape(row["ruled_by"] or "")),
        ("reason", escape(row["ruling_reason"] or "")),
        ("act", "" if row["correction_batch_no"] is None else str(row["correction_batch_no"])),
    ]


def say_state(row: Row, lang: str) -> str:
    """Return the state of an appeal, with what was ruled once it is closed."""
    if row["is_late"]:
        return text("– late: refused by the clock", lang)
    said = words.word(_STATES, row["state"], lang)
    if row["state"] != "closed" or not row["verdict"]:
        return said
    return f"{said} · {words.word(_VERDICTS, row['verdict'], lang)}"


def draw_windows(who: Visitor, names: dict[int, str], *, today: dt.date) -> None:
    """Draw until when the results of the filters can be appealed, where it is still possible."""
    lang = who.lang
    open_ = [
        row
        for row in reads.read("appeal_windows", who).to_pylist()
        if row["closes_on"] and row["closes_on"] >= today
    ]
    contests = {row["contest_no"] for row in filters.matching(who)}
    lines = [
        f"- {names[row['contest_no']]}: :gray[{_say_window(row, lang)}]"
        for row in open_
        if row["contest_no"] in contests
    ]
    if lines:
        section(text("Open for appeals", lang))
        st.markdown("\n".join(lines))


def _say_window(row: Row, lang: str) -> str:
    return text(
        "until the end of {day}, {n} working days after the publication (default, not in the text)",
        lang,
        day=format_date(row["closes_on"], lang),
        n=row["days"],
    )


def draw_next(rows: list[Row], who: Visitor) -> None:
    """Draw the rulings that the first appeal that waits leaves open, for those who may decide."""
    lang = who.lang
    waiting = [row for row in rows if list_rulings(row["state"])]
    if not waiting or not access.may(who.role, "decide"):
        return
    numbers = {
        f"{row['appeal']} · {row['name'] or row['entry']}": row for row in waiting if row["entry"]
    }
    if not numbers:
        return
    section(text("The next step", lang))
    chosen = st.selectbox(text("Appeal", lang), list(numbers), key="appeal_chosen")
    row = numbers[chosen or next(iter(numbers))]
    st.text(row["reason"])
    correction = ""
    if row["state"] == "decided":
        correction = st.text_input(text("Batch that corrects", lang), key="appeal_batch").strip()
    with st.container(horizontal=True, key="appeal_acts"):
        for ruling in list_rulings(row["state"]):
            value = f"{row['appeal']} {ruling} {correction}".strip()
            subject = f"{row['contest']}/{row['entry']}"
            acts.with_reason(
                words.word(_RULINGS, ruling, lang),
                acts.decide("ruling", subject=subject, value=value),
                key=f"ruling_{ruling}",
                said=text("Written with your name; it can be undone as a batch.", lang),
                lang=lang,
            )


def draw_form(who: Visitor, names: dict[int, str]) -> None:
    """Draw the form of an appeal of the chosen contest, for those who may decide."""
    lang = who.lang
    contests = {row["contest"]: row for row in filters.matching(who) if not row["is_archive"]}
    if not access.may(who.role, "decide") or not contests:
        return
    section(text("Enter an appeal", lang))
    chosen = who.chosen("contest")
    if chosen in contests:
        _draw_fields(contests[chosen], who)
        return
    st.selectbox(
        text("Contest", lang),
        ["", *contests],
        format_func=lambda one: names[contests[one]["contest_no"]] if one else "–",
        key="appeal_contest",
        on_change=_choose_contest,
    )


def _draw_fields(contest: Row, who: Visitor) -> None:
    lang, now = who.lang, dt.datetime.now(ZONE)
    entries = reads.read("entries_of_contest", who, contest_no=contest["contest_no"]).to_pylist()
    by_entry = {row["entry"]: row["name"] or row["entry"] for row in entries}
    with st.form("appeal", clear_on_submit=False):
        st.selectbox(
            text("Participant", lang),
            list(by_entry),
            format_func=by_entry.__getitem__,
            key="appeal_entry",
        )
        st.selectbox(
            text("It is about", lang),
            ABOUT,
            format_func=lambda code: words.word(ABOUT_WORDS, code, lang),
            key="appeal_about",
        )
        st.date_input(text("Day", lang), now.date(), key="appeal_day", format="DD.MM.YYYY")
        st.time_input(text("Hour", lang), now.time(), key="appeal_hour", step=60)
        st.text_area(text("Words of the appeal", lang), key="appeal_words")
        st.form_submit_button(
            text("Enter", lang), type="primary", on_click=_lodge, args=(contest["contest"],)
        )


def _choose_contest() -> None:
    session.choose("contest", st.session_state["appeal_contest"] or None)


def _lodge(contest: str) -> None:
    state = st.session_state
    now = dt.datetime.now(ZONE)
    told = dt.datetime.combine(state["appeal_day"], state["appeal_hour"], ZONE)
    at = min(told, now) if told.date() == now.date() else told  # the field shows whole minutes

    def write(reason: str) -> int:
        return append_decision(
            session.store(),
            "appeal",
            subject=f"{contest}/{state['appeal_entry']}",
            value=state["appeal_about"],
            reason=reason,
            at=at,
            **session.look().signature(),
        )

    acts.do(write, "appeal_words")
