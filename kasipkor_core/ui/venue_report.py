"""Where a venue and the office differ: the report, and the question whose each contest is."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from html import escape

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import format_points, mark, text
from kasipkor_core.sheets.formats import name_kind
from kasipkor_core.store import TAKES, Conflict, Take
from kasipkor_core.ui import awards
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor

_KINDS = {
    "both_changed": mark("Changed on both sides"),
    "marked_twice": mark("Marked on both sides"),
    "made_twice": mark("Made on both sides"),
    "decided_twice": mark("Decided on both sides"),
    "ruleset_differs": mark("Other rules"),
    "ruleset_unknown": mark("Rules that are not here: bring both to one version"),
    "clock": mark("The clock of the venue"),
    "listed_twice": mark("Listed on both sides: undo one of the two"),
    "turned_twice": mark("Taken out on both sides: undo one of the two"),
    "erased": mark("Erased here: erase at the venue too, and pack again"),
    "erased_there": mark("Erased at the venue: erase here too, then merge"),
    "person_differs": mark("One code of a person, two names"),
}
_TAKES = {
    "venue": mark("as the venue has it"),
    "centre": mark("as the office has it"),
    "both": mark("both together"),
}
_CLOCK = "clock"


def draw_report(conflicts: Sequence[Conflict], who: Visitor) -> dict[str, Take]:
    """Draw what differs and ask whose each contest is; return the answers given so far."""
    lang = who.lang
    if not conflicts:
        return {}
    names = awards.name_contests(who)
    st.html(render_conflicts(conflicts, names, lang))
    asked = dict.fromkeys(one.subject for one in conflicts if one.is_answerable and one.subject)
    answers: dict[str, Take] = {}
    for subject in asked:
        is_clock = subject == _CLOCK
        answer = st.segmented_control(
            text("Times of the venue", lang) if is_clock else names.get(subject, subject),
            TAKES[:1] if is_clock else TAKES,
            format_func=lambda take: text(_TAKES[take], lang),
            key=f"take_{subject}",
        )
        if answer:
            answers[subject] = answer
    return answers


def name_taken(taken: str, names: Mapping[str, str], lang: str) -> str:
    """Return whose contests were said to be.

    Args:
        taken: As ``mart.merges`` has it: ``CONTEST=venue, CONTEST=centre``; empty: none.
        names: What contests are called.
        lang: kk, ru or en.
    """
    said = [one.rpartition("=") for one in taken.split(", ") if one]
    return "; ".join(
        f"{names.get(contest, contest)}: {words.word(_TAKES, whose, lang)}"
        for contest, _, whose in said
    )


def render_conflicts(conflicts: Sequence[Conflict], names: Mapping[str, str], lang: str) -> str:
    """Return the report as a table: what, of which contest and entry, what each side says.

    Args:
        conflicts: What was found.
        names: What contests are called; one that is not listed is shown by its id.
        lang: kk, ru or en.
    """
    columns = [
        ("kind", text("What", lang)),
        ("contest", text("Contest", lang)),
        ("entry", text("Entry", lang)),
        ("what", text("What exactly", lang)),
        ("venue", text("At the venue", lang)),
        ("centre", text("At the office", lang)),
    ]
    body = [
        [
            ("kind", escape(text(_KINDS[one.kind], lang))),
            ("contest", escape(names.get(one.contest or "", one.contest or ""))),
            ("entry", escape(one.entry or "")),
            ("what", escape(_name_what(one, lang))),
            ("venue", _tell_side(one, one.venue, one.venue_batch_no, lang)),
            ("centre", _tell_side(one, one.centre, one.centre_batch_no, lang)),
        ]
        for one in conflicts
    ]
    label = text("Where the venue and the office differ", lang)
    return render_table(
        columns, body, label=label, testid="conflicts", is_sparse=True, leads="kind"
    )


def _name_what(one: Conflict, lang: str) -> str:
    """Return which aspect and judge a mark is of; of anything else what it is about."""
    if one.kind != "marked_twice":
        return one.what or ""
    _, aspect, judge = [*(one.what or "").split(" ", 2), "", ""][:3]
    return " · ".join(filter(None, (text("Total", lang) if aspect == "total" else aspect, judge)))


def _tell_side(one: Conflict, value: str | None, batch_no: int | None, lang: str) -> str:
    number = text("batch {number}", lang, number=str(batch_no)) if batch_no else ""
    said = _tell_value(one.kind, value, lang) if value else ""
    return "<br>".join(escape(part) for part in (said, number) if part)


def _tell_value(kind: str, value: str, lang: str) -> str:
    if kind == "marked_twice":
        return format_points(Decimal(value), lang)
    if kind == "both_changed":
        return ", ".join(_name_act(code, lang) for code in value.split(", "))
    return value


def _name_act(code: str, lang: str) -> str:
    if code in words.BATCH_KINDS:
        return words.word(words.BATCH_KINDS, code, lang)
    return name_kind(code, lang)
