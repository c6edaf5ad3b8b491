"""Quotas of the country: every region against the range, and a what-if beside it."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import words
from kasipkor_core.charts.ranges import PICKS, quota_range
from kasipkor_core.errors import Refused
from kasipkor_core.i18n import format_number, text
from kasipkor_core.palette import Theme
from kasipkor_core.store.what_if import Sharing, read_what_if
from kasipkor_core.ui import session
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.quotas import Event, link, read_regions
from kasipkor_core.ui.reads import region_name
from kasipkor_core.ui.session import Eyes, Visitor, see_with

_OUTSIDE = ("below_min", "above_max")
_COLUMNS = ("region", "region_name", "persons", "minimum", "maximum", "status")


def draw_ranges(who: Visitor, event: Event, sharing: Sharing | None) -> None:
    """Draw the persons of all regions against the range, and the places of the what-if.

    Args:
        who: The visitor.
        event: The event left behind.
        sharing: The what-if, or None when it cannot be reckoned.
    """
    lang = who.lang
    draw_figure(
        Figure(
            name="quota_ranges",
            title=text("Persons by region", lang),
            about=text("filled: now; hollow: what if, not saved; a click opens the region", lang),
            alt=text("Persons who go on by region, against the range and the what-if", lang),
            make=lambda theme: _ranges(who.eyes(), event, sharing, theme),
            table=read_compared(who, event, sharing),
            columns={
                "region_name": text("Region", lang),
                "persons": text("Persons now", lang),
                "seats": text("Places, what if", lang),
                "seats_tied": text("Places still tied", lang),
                "weight": text("Weight", lang),
            },
            lang=lang,
            picks=PICKS,
        )
    )


@st.cache_resource(max_entries=128, show_spinner=False)
def _ranges(eyes: Eyes, event: Event, sharing: Sharing | None, theme: Theme) -> dict[str, Any]:
    rows = read_compared(see_with(eyes), event, sharing).to_pylist()
    return quota_range(rows, lang=eyes.lang, theme=theme)


def read_compared(who: Visitor, event: Event, sharing: Sharing | None) -> pa.Table:
    """Return what is beside what would be, a row a region; regions without an entry are last."""
    return _compare(who.eyes(), event, sharing)


@st.cache_resource(max_entries=128, show_spinner=False)
def _compare(eyes: Eyes, event: Event, sharing: Sharing | None) -> pa.Table:
    who = see_with(eyes)
    shared = {} if sharing is None else _index(read_shared(eyes, sharing))
    rows = [{name: row[name] for name in _COLUMNS} for row in read_regions(who, event)]
    known = {row["region"] for row in rows}
    rows += [_without(code, eyes.lang) for code in sorted(set(shared) - known)]
    whole = [row | _shared_of(shared.get(row["region"])) for row in rows]
    return pa.Table.from_pylist(whole, schema=_SCHEMA)


_FIELDS: dict[str, Any] = {
    "region": pa.string(),
    "region_name": pa.string(),
    "persons": pa.int64(),
    "minimum": pa.int64(),
    "maximum": pa.int64(),
    "status": pa.string(),
    "weight": pa.int64(),
    "seats": pa.int64(),
    "seats_tied": pa.int64(),
}
_SCHEMA = pa.schema(_FIELDS)


def _without(code: str, lang: str) -> dict[str, Any]:
    row = {"region": code, "region_name": region_name(code, lang), "persons": 0}
    return row | {"minimum": None, "maximum": None, "status": "no_rule"}


def _index(table: pa.Table) -> dict[str, dict[str, Any]]:
    return {row["region"]: row for row in table.to_pylist()}


def _shared_of(row: dict[str, Any] | None) -> dict[str, Any]:
    if row is None:
        return {"weight": None, "seats": None, "seats_tied": None}
    return {name: row[name] for name in ("weight", "seats", "seats_tied")}


@st.cache_resource(max_entries=256, show_spinner=False)
def read_shared(eyes: Eyes, sharing: Sharing) -> pa.Table:
    """Return the places of a what-if; the same question is asked once."""
    return read_what_if(session.store(), sharing, reader=see_with(eyes).reader())


def is_possible(who: Visitor, sharing: Sharing) -> Refused | None:
    """Return why a what-if cannot be reckoned, or None when it can."""
    try:
        read_shared(who.eyes(), sharing)
    except Refused as refused:
        return refused
    return None


def render_regions(rows: list[dict[str, Any]], event: Event, lang: str) -> str:
    """Return all regions as HTML; the name opens the region."""
    columns = [
        ("name", text("Region", lang)),
        ("decision", text("State", lang)),
        ("points", text("Persons", lang)),
        ("gap", text("Range", lang)),
        ("entries", text("Winners", lang)),
        ("skills", text("Held", lang)),
        ("rule", text("May still change", lang)),
    ]
    ordered = sorted(rows, key=lambda row: (row["status"] not in _OUTSIDE, not row["entries_hold"]))
    ruled = any(row["status"] != "no_rule" for row in rows)  # else the line below the title says so
    body = [_cells(row, event, lang, is_ruled=ruled) for row in ordered]
    marks = ["k-held" if row["entries_hold"] else "" for row in ordered]
    label = text("Persons by region", lang)
    return render_table(columns, body, label=label, testid="quotas", marks=marks, is_sparse=True)


def _cells(
    row: dict[str, Any], event: Event, lang: str, *, is_ruled: bool
) -> list[tuple[str, str]]:
    codes = {"region": row["region"], "season": event.season, "level": event.level}
    return [
        ("name", link("quotas", lang, row["region_name"], **codes)),
        ("decision", render_range_state(row, lang) if is_ruled else ""),
        ("points", f"<b>{format_number(row['persons'], lang)}</b>"),
        ("gap", _range(row)),
        ("entries", format_number(row["winners"], lang)),
        ("skills", str(row["entries_hold"] or "")),
        ("rule", escape(_caution(row, lang))),
    ]


def _range(row: dict[str, Any]) -> str:
    if row["minimum"] is None and row["maximum"] is None:
        return ""
    return f"{row['minimum'] or 0}–{'' if row['maximum'] is None else row['maximum']}"


def render_range_state(row: dict[str, Any], lang: str) -> str:
    """Return where a region stands as a word in a pill, with by how many."""
    by = row["short_by"] if row["status"] == "below_min" else row["above_by"]
    sign = {"below_min": "−", "above_max": "+"}.get(row["status"])
    number = f" {sign}{by}" if sign else ""
    word = escape(text(words.RANGES[row["status"]], lang))
    return f'<span class="k-pill k-range-{row["status"]}">{word}{number}</span>'


def _caution(row: dict[str, Any], lang: str) -> str:
    said = []
    if row["contests_unsigned"]:
        said.append(
            text("unsigned: {n} of {all}", lang, n=row["contests_unsigned"], all=row["contests"])
        )
    if row["matches_proposed"]:
        said.append(text("perhaps one person: {n}", lang, n=row["matches_proposed"]))
    return " · ".join(said)
