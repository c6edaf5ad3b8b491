"""What juries need while they mark: how far, what is missing and by whom, where they disagree."""

from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

import streamlit as st

from kasipkor_core.i18n import Count, format_number, ntext, text
from kasipkor_core.ui import reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Eyes, Visitor, see_with

Row = dict[str, Any]


def show_marking(who: Visitor, contest_no: int) -> str:
    """Return the three blocks as HTML, made once for all readers of a version."""
    return _show_marking(contest_no, who.eyes())


@st.cache_resource(max_entries=128, show_spinner=False)
def _show_marking(contest_no: int, eyes: Eyes) -> str:
    who, lang = see_with(eyes), eyes.lang
    progress = reads.read("marking_progress", who, contest_no=contest_no).to_pylist()
    waiting = reads.read("marking_judges", who, contest_no=contest_no).to_pylist()
    disagreed = reads.read("disagreements", who, contest_no=contest_no).to_pylist()
    blocks = (
        render_disagreements(disagreed, lang),
        render_progress(progress, waiting, lang),
    )
    return "".join(blocks)


def render_progress(progress: list[Row], waiting: list[Row], lang: str) -> str:
    """Return the sub-criteria with what is marked, what is missing, and who it waits for.

    Args:
        progress: ``mart.marking_progress`` of one contest.
        waiting: ``mart.marking_judges`` with something missing.
        lang: kk, ru or en.
    """
    if not progress:
        return f'<p class="k-note">{escape(text("No scheme and no marks yet.", lang))}</p>'
    named = any(row["sub_criterion_name"] for row in progress)
    columns = [
        ("sub", text("Part", lang)),
        *([("name", text("Sub-criterion", lang))] if named else []),
        ("bar", text("Marked", lang)),
        ("done", ""),
        ("entries", text("Missing", lang)),
        ("skills", text("Re-score", lang)),
        ("waits", text("Waits for", lang)),
    ]
    names = {name for name, _ in columns}
    by_sub: dict[str, list[Row]] = {}
    for row in waiting:
        by_sub.setdefault(row["sub_criterion"], []).append(row)
    body = [
        [cell for cell in _progress_cells(row, by_sub, lang) if cell[0] in names]
        for row in progress
    ]
    title = escape(text("Progress of marking", lang))
    table = render_table(
        columns, body, label=text("Progress of marking", lang), testid="marking", is_sparse=True
    )
    return f"<h3>{title}</h3>{table}"


def _progress_cells(row: Row, by_sub: dict[str, list[Row]], lang: str) -> list[tuple[str, str]]:
    share = row["marked"] * 100 // row["expected"] if row["expected"] else 0
    waits = by_sub.get(row["sub_criterion"], [])
    return [
        ("sub", f"<b>{escape(name_sub(row['sub_criterion'], lang))}</b>"),
        ("name", escape(row["sub_criterion_name"] or "")),
        ("bar", f'<span class="k-track"><span style="width:{share}%"></span></span>'),
        ("done", f"{Count(row['marked'], lang)} / {Count(row['expected'], lang)}"),
        ("entries", _unless_zero(row["missing"], lang)),
        ("skills", f'<b class="k-act">{_unless_zero(row["rescore"], lang)}</b>'),
        ("waits", escape(" · ".join(_name_waiting(one, lang) for one in waits))),
    ]


def name_sub(code: str, lang: str) -> str:
    """Return what a part of a contest is called: its code, or the total of a bare sheet."""
    return text("Total", lang) if code == "total" else code


def _name_waiting(row: Row, lang: str) -> str:
    if row["judge_no"] is None:
        who = text("any judge", lang)
    else:
        who = row["judge"] or text("judge {number}", lang, number=row["judge_no"])
    return f"{who} {Count(row['missing'], lang)}"


def _unless_zero(number: int, lang: str) -> str:
    return format_number(number, lang) if number else ""


def render_disagreements(rows: list[Row], lang: str) -> str:
    """Return the aspects to be scored again with what each judge gave; empty when there are none.

    Args:
        rows: ``mart.disagreements`` of one contest, ordered by aspect and entry.
        lang: kk, ru or en.
    """
    if not rows:
        return ""
    columns = [
        ("sub", text("Aspect", lang)),
        ("name", text("Participant", lang)),
        ("what", text("What is marked", lang)),
        ("waits", text("Marks of the judges", lang)),
        ("done", text("Apart", lang)),
    ]
    groups = [list(group) for _, group in groupby(rows, key=itemgetter("aspect", "entry"))]
    body = [_disagreement(group, lang) for group in groups]
    says = ntext(
        "{n} aspect to be scored again: the judges differ too much",
        "{n} aspects to be scored again: the judges differ too much",
        len(groups),
        lang,
    )
    table = render_table(columns, body, label=says, testid="disagreements", leads="name")
    return f'<h3 class="k-act">◆ {escape(says)}</h3>{table}'


def _disagreement(group: list[Row], lang: str) -> list[tuple[str, str]]:
    first = group[0]
    digits = 0 if first["kind"] == "J" else 2
    given = " · ".join(
        f"{row['judge'] or text('judge {number}', lang, number=row['judge_no'])} "
        f"{format_number(row['mark'], lang, digits)}"
        for row in group
    )
    apart = format_number(first["greatest"] - first["least"], lang, digits)
    allowed = format_number(first["allowed"], lang, digits)
    return [
        ("sub", f"<b>{escape(first['aspect'])}</b>"),
        ("name", escape(first["name"] or first["entry"])),
        ("what", escape(first["description"] or "")),
        ("waits", escape(given)),
        ("done", escape(text("{apart}, allowed {allowed}", lang, apart=apart, allowed=allowed))),
    ]
