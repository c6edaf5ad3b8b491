"""The register of a jury: conflicts of interest, replaced experts, penalties."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import Count, format_stamp, mark, text
from kasipkor_core.ui import panel_forms, reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
_STATES = {
    "open": mark("○ waits for a decision"),
    "aside": mark("✓ does not mark here"),
    "kept": mark("✓ marks, for the reason told"),
    "replaced": mark("✓ replaced"),
}


def draw_register(row: Row, who: Visitor) -> None:
    """Draw the register of a contest, and the forms that write it for whoever may.

    Args:
        row: The contest, a row of ``mart.contests``.
        who: The visitor; who may decide sees all forms, an expert declares only.

    Source:
        CONTRACTS "Decision kinds"; rulebook WM-02, WM-07, BP-07.
    """
    number, lang = row["contest_no"], who.lang
    conflicts = reads.read("conflicts", who, contest_no=number).to_pylist()
    replaced = reads.read("replacements", who, contest_no=number).to_pylist()
    penalties = reads.read("penalties", who, contest_no=number).to_pylist()
    may_declare = any(access.may(who.role, act) for act in access.act_of("decision", "conflict"))
    if not (conflicts or replaced or penalties or may_declare):
        return
    section(text("Conflicts of interest, replacements, penalties", lang))
    if conflicts:
        st.html(render_conflicts(conflicts, lang))
    if replaced:
        st.html(render_replaced(replaced, lang))
    if penalties:
        st.html(render_penalties(penalties, lang))
    if not (conflicts or replaced or penalties):
        st.markdown(f":gray[{text('Nothing is on record.', lang)}]")
    if may_declare:
        with st.container(horizontal=True, key="panel_acts"):
            panel_forms.draw_forms(row, conflicts, who)


def render_conflicts(rows: list[Row], lang: str) -> str:
    """Return the conflicts of interest with what was decided about them, as HTML."""
    columns = [
        ("name", text("Expert", lang)),
        ("name", text("About", lang)),
        ("state", text("Relation", lang)),
        ("state", text("State", lang)),
        ("who", text("Declared by", lang)),
        ("who", text("Decided by", lang)),
        ("at", text("When", lang)),
        ("reason", text("Reason", lang)),
        ("act", text("Batch", lang)),
    ]
    body = [
        [
            ("name", escape(one["judge"] or "")),
            ("name", escape(one["name"] or one["entry"] or text("the whole contest", lang))),
            ("state", escape(words.word(panel_forms.RELATIONS, one["relation"], lang))),
            ("state", escape(_say_state(one, lang))),
            ("who", escape(one["declared_by"])),
            ("who", escape(one["ruled_by"] or "–")),
            ("at", format_stamp(one["ruled_at"] or one["declared_at"])),
            ("reason", escape(one["ruling_reason"] or one["reason"])),
            ("act", str(one["batch_no"])),
        ]
        for one in rows
    ]
    label = text("Conflicts of interest", lang)
    return render_table(columns, body, label=label, testid="conflicts")


def _say_state(one: Row, lang: str) -> str:
    said = words.word(_STATES, one["state"], lang)
    return f"{said} · {one['successor']}" if one["successor"] else said


def render_replaced(rows: list[Row], lang: str) -> str:
    """Return who was replaced by whom, with the marks that count on, as HTML."""
    columns = [
        ("name", text("Replaced expert", lang)),
        ("name", text("Takes over", lang)),
        ("value", text("Marks that count on", lang)),
        ("who", text("Decided by", lang)),
        ("at", text("When", lang)),
        ("reason", text("Reason", lang)),
        ("act", text("Batch", lang)),
    ]
    body = [
        [
            ("name", escape(one["judge"] or "")),
            ("name", escape(one["successor"] or "")),
            ("value", f"{Count(one['marks'], lang)}"),
            *_decided(one),
        ]
        for one in rows
    ]
    return render_table(columns, body, label=text("Replaced experts", lang), testid="replaced")


def render_penalties(rows: list[Row], lang: str) -> str:
    """Return the warnings and removals, as HTML; none of them takes points."""
    columns = [
        ("name", text("Participant", lang)),
        ("state", text("Penalty", lang)),
        ("who", text("Decided by", lang)),
        ("at", text("When", lang)),
        ("reason", text("Reason", lang)),
        ("act", text("Batch", lang)),
    ]
    body = [
        [
            ("name", escape(one["name"] or one["entry"])),
            ("state", escape(words.word(words.PENALTIES, one["penalty"], lang))),
            *_decided(one),
        ]
        for one in rows
    ]
    label = text("Penalties; they take no points", lang)
    return render_table(columns, body, label=label, testid="penalties")


def _decided(one: Row) -> list[tuple[str, str]]:
    return [
        ("who", escape(one["who"])),
        ("at", format_stamp(one["at"])),
        ("reason", escape(one["reason"])),
        ("act", str(one["batch_no"])),
    ]
