"""Quotas of one region: its entries in order, the line, and the deciding rule in words."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import words
from kasipkor_core.charts.quotas import quota_strip
from kasipkor_core.i18n import NBSP, format_number, format_signed, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import reads
from kasipkor_core.ui.board import FIGURE_SPACE
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.quotas import Event, link
from kasipkor_core.ui.session import Eyes, Visitor, see_with


def read_seats(who: Visitor, event: Event, region: str) -> pa.Table:
    """Return the entries of one region, in the order of the list."""
    return reads.read_event("quota_seats", who, **event._asdict(), region=region)


def read_limited(who: Visitor, event: Event, region: str, limit: int | None) -> pa.Table:
    """Return the entries as they would stand if so many persons went on; None: as they stand."""
    seats = read_seats(who, event, region)
    if limit is None:
        return seats
    found = reads.read_event("quota_limit", who, **event._asdict(), region=region, maximum=limit)
    states = {(row["contest"], row["entry"]): row["status"] for row in found.to_pylist()}
    rows = [_judge(row, states[row["contest"], row["entry"]]) for row in seats.to_pylist()]
    return pa.Table.from_pylist(rows, schema=seats.schema)


def _judge(row: dict[str, Any], status: str) -> dict[str, Any]:
    """Return an entry with another status; the rule that decided it does not hold then."""
    if status == row["status"]:
        return row
    return row | {"status": status, "reason": {"out": "over", "hold": "tie"}.get(status, "limit")}


def draw_strip(who: Visitor, event: Event, region: str, limit: int | None) -> None:
    """Draw the entries by place and mark with the line.

    Args:
        who: The visitor.
        event: The event left behind.
        region: ISO code.
        limit: Persons of a what-if, None for what holds.
    """
    lang = who.lang
    seats = read_limited(who, event, region, limit)
    about = (
        text("points of 100, a row a place; the gold stroke is the line", lang)
        if limit is None
        else text("what if {n} persons went on; not saved", lang, n=limit)
    )
    draw_figure(
        Figure(
            name="quota_strip",
            title=text("Who goes on", lang),
            about=about,
            alt=describe_strip(seats.to_pylist(), lang),
            make=lambda theme: _strip(who.eyes(), event, region, limit, theme),
            table=seats,
            columns={
                "place": text("Place", lang),
                "name": text("Participant", lang),
                "mark": text("Points", lang),
                "rule": text("By which rule", lang),
            },
            lang=lang,
        )
    )


@st.cache_resource(max_entries=128, show_spinner=False)
def _strip(
    eyes: Eyes, event: Event, region: str, limit: int | None, theme: Theme
) -> dict[str, Any]:
    seats = read_limited(see_with(eyes), event, region, limit).to_pylist()
    return quota_strip(seats, lang=eyes.lang, theme=theme)


def describe_strip(seats: list[dict[str, Any]], lang: str) -> str:
    """Return the strip in words, for those who cannot see it."""
    counts = {state: sum(row["status"] == state for row in seats) for state in words.SEATS}
    parts = [
        f"{text(word, lang)}: {counts[state]}"
        for state, word in words.SEATS.items()
        if counts[state]
    ]
    return f"{text('Entries by place and points', lang)}. {'; '.join(parts)}."


def render_seats(seats: list[dict[str, Any]], lang: str, *, wide: bool) -> str:
    """Return the list as HTML: place, who, decision, distance, points, skill, rule.

    Args:
        seats: Rows of ``mart.quota_seats``, in order.
        lang: kk, ru or en.
        wide: Entries of more than one person are among them: their number is told.
    """
    columns = [
        ("place", text("Place", lang)),
        ("name", text("Participant", lang)),
        ("decision", text("Decision", lang)),
        ("gap", text("Persons to the line", lang)),
        ("scale", text("Points", lang)),
        *([("entries", text("Persons", lang))] if wide else []),
        ("skill", text("Skill", lang)),
        ("rule", text("By which rule", lang)),
    ]
    width = max((len(str(row["place"])) for row in seats), default=1)
    shared = list_shared(seats)
    names = [name for name, _ in columns]
    body = [_cells(row, names, width, shared, lang) for row in seats]
    return render_table(
        columns,
        body,
        label=text("Who goes on", lang),
        testid="seats",
        marks=list_marks(seats),
        leads="name",
    )


def list_marks(seats: list[dict[str, Any]]) -> list[str]:
    """Return the look of each row: held ones are tinted, reserve is muted."""
    looks = {"hold": "k-held", "reserve": "k-muted"}
    return [looks.get(row["status"], "") for row in seats]


def list_shared(seats: list[dict[str, Any]]) -> set[str]:
    """Return the entries that nothing tells apart: same place and mark, both held."""
    held = [(row["place"], row["mark"]) for row in seats if row["reason"] == "tie"]
    return {
        row["entry"]
        for row in seats
        if row["reason"] == "tie" and held.count((row["place"], row["mark"])) > 1
    }


def _cells(
    row: dict[str, Any],
    names: list[str],
    width: int,
    shared: set[str],
    lang: str,
) -> list[tuple[str, str]]:
    tie = " =" if row["entry"] in shared else ""
    cells = {
        "place": f"<b>{str(row['place']).rjust(width, FIGURE_SPACE)}{tie}</b>",
        "name": escape(row["name"] or row["entry"]),
        "decision": render_decision(row["status"], row["reserve_no"], lang),
        "gap": "" if row["distance"] is None else format_signed(row["distance"], lang),
        "scale": f"<b>{format_number(row['mark'], lang, 2)}</b>",
        "entries": str(row["persons"]),
        "skill": link("live", lang, skill_name(row, lang), contest=row["contest"]),
        "rule": escape(row["rule"] or ""),
    }
    return [(name, cells[name]) for name in names]


def skill_name(row: dict[str, Any], lang: str) -> str:
    """Return the skill of an entry, with its stream when it is not the main one."""
    name = words.unit_title({"unit_name": row["unit_name"], "contest": row["contest"]}, lang)
    if row["stream"] in (None, "wsk"):
        return name
    return f"{name} · {words.word(words.STREAMS, row['stream'], lang)}"


def render_decision(status: str, reserve_no: int | None, lang: str) -> str:
    """Return the decision as a word in a pill; a reserve has its number."""
    number = f"{NBSP}{reserve_no}" if reserve_no and status == "reserve" else ""
    word = escape(text(words.SEATS[status], lang))
    return f'<span class="k-pill k-seat-{status}">{word}{number}</span>'


def draw_order_rule(lang: str) -> None:
    """Say how the list is ordered, and that marks of different skills compare only loosely."""
    says = text(
        "In order of place, then points; persons are counted, a team whole. Points of different "
        "skills compare only loosely.",
        lang,
    )
    st.html(f'<p class="k-rule">{escape(says)}</p>')
