"""The list of contests: what state each is in, how far the marking is, what is published."""

from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_days, format_percent, mark, ntext, text
from kasipkor_core.ui import choice, live
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.state import share_marked

_MOST_ROWS = 60
_ORDER = ("marking", "marked", "signed", "planned", "published")
_STATES = {
    "all": mark("All"),
    "marking": mark("Being marked"),
    "marked": mark("To be signed"),
    "signed": mark("Signed"),
    "published": mark("Published"),
    "planned": mark("Planned"),
}


def stage(row: dict[str, Any]) -> str:
    """Return the stage of a contest in the list: planned, marking, marked, signed, published."""
    if row["is_marking"]:
        return "marking"
    return "signed" if row["state"] == "decided" else str(row["state"])


def list_stage(contests: list[dict[str, Any]], wanted: str) -> list[dict[str, Any]]:
    """Return the contests of a stage: those in work first, then the newest season and act."""
    rows = [row for row in contests if wanted in ("all", stage(row))]
    return sorted(
        rows,
        key=lambda row: (
            -row["season"],
            _ORDER.index(stage(row)),
            -(row["updated_batch_no"] or 0),
            row["contest"],
        ),
    )


def find_title(contests: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many contests there are and how many wait for a signature."""
    if not contests:
        return text("No contest matches", lang)
    waiting = sum(stage(row) == "marked" for row in contests)
    if not waiting:
        return ntext(
            "{n} contest, none waits for a signature",
            "{n} contests, none waits for a signature",
            len(contests),
            lang,
        )
    return ntext(
        "{n} of {total} contests waits for a signature",
        "{n} of {total} contests wait for a signature",
        waiting,
        lang,
        total=len(contests),
    )


def choose_stage(contests: list[dict[str, Any]], lang: str) -> str:
    """Draw the stages with their numbers and return the chosen one."""
    numbers = {code: len(list_stage(contests, code)) for code in _STATES}
    return choice.segments(
        "state",
        {
            code: f"{text(word, lang)} · {Count(numbers[code], lang)}"
            for code, word in _STATES.items()
            if numbers[code] or code == "all"
        },
        label=text("State", lang),
    )


def draw_list(rows: list[dict[str, Any]], lang: str) -> None:
    """Draw contests as a table; each name leads to its contest."""
    if not rows:
        empty(text("No contest of this filter. Remove a filter, or enter a new contest.", lang))
        return
    st.html(render_list(rows[:_MOST_ROWS], lang, link=dict(st.query_params)))
    if len(rows) > _MOST_ROWS:
        rest = len(rows) - _MOST_ROWS
        st.caption(
            ntext(
                "{n} more contest: choose a region, a skill or a season.",
                "{n} more contests: choose a region, a skill or a season.",
                rest,
                lang,
            )
        )


def render_list(rows: list[dict[str, Any]], lang: str, *, link: dict[str, str]) -> str:
    """Return the table of contests as HTML.

    Args:
        rows: Rows of ``mart.contests``.
        lang: kk, ru or en.
        link: Codes of the address that the links keep.
    """
    columns = [
        ("contest", text("Contest", lang)),
        ("state", text("State", lang)),
        ("entries", text("Entries", lang)),
        ("done", text("Marked", lang)),
        ("dates", text("Dates", lang)),
        ("public", text("Published", lang)),
    ]
    body = [
        [
            ("contest", _name(row, lang, link)),
            ("state", render_stage(row, lang)),
            ("entries", f"{Count(row['entries'], lang)}" if row["entries"] else ""),
            ("done", _progress(row, lang)),
            ("dates", escape(format_days(row["starts_on"], row["ends_on"], lang))),
            ("public", _published(row, lang)),
        ]
        for row in rows
    ]
    return render_table(
        columns, body, label=text("Contests", lang), testid="contests", leads="contest"
    )


def _name(row: dict[str, Any], lang: str, link: dict[str, str]) -> str:
    query = urlencode({**link, "contest": row["contest"], "lang": lang})
    about = words.contest_line(row, lang, place=live.place_of(row, lang))
    return (
        f'<a href="?{escape(query)}" target="_self">{escape(words.unit_title(row, lang))}</a>'
        f'<span class="k-under">{escape(about)}</span>'
    )


def render_stage(row: dict[str, Any], lang: str) -> str:
    """Return the stage of a contest as a badge: gold where somebody has to sign."""
    code = stage(row)
    sign, kind = {
        "planned": ("○", "k-grey"),
        "marking": ("◐", "k-grey"),
        "marked": ("◆", "k-wait"),
    }.get(code, ("✓", "k-grey"))
    word = _STATES.get(code) or words.STATES.get(code, code)
    return f'<span class="k-badge {kind}">{sign} {escape(text(word, lang))}</span>'


def _progress(row: dict[str, Any], lang: str) -> str:
    share = share_marked(row)
    if share is None:
        return ""
    return (
        f'<span class="k-track"><span style="width:{share * 100:.0f}%"></span></span>'
        f" {format_percent(share, lang)}"
    )


def _published(row: dict[str, Any], lang: str) -> str:
    """Return up to which batch the public reads, and whether there is something newer."""
    if row["published_batch_no"] is None:
        return ""
    said = text("up to batch {number}", lang, number=str(row["published_batch_no"]))
    newer = row["state"] != "published"
    return escape(said) + (f" · {escape(text('changed since', lang))}" if newer else "")
