"""Duties of the movement as the data show them, and what a region has achieved."""

from html import escape
from typing import Any

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import (
    format_days,
    format_number,
    format_percent,
    format_signed,
    mark,
    sort_key,
    text,
)
from kasipkor_core.ui import reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import empty, section
from kasipkor_core.ui.quotas import Event, link
from kasipkor_core.ui.session import Visitor

_MEDALS = (
    ("gold", mark("Gold")),
    ("silver", mark("Silver")),
    ("bronze", mark("Bronze")),
    ("medallion", mark("Medallion")),
)
_HUNDRED = 100


def read_duties(who: Visitor, event: Event) -> list[dict[str, Any]]:
    """Return what each region has done of its duties; empty at levels without such duties."""
    return reads.read("movement", who, **event._asdict()).to_pylist()


def draw_duties(who: Visitor, event: Event) -> None:
    """Draw the duties of all regions as one table."""
    rows = read_duties(who, event)
    if not rows:
        return
    section(find_duties_title(rows, who.lang))
    st.html(render_duties(rows, event, who.lang))
    _tell_limits(who.lang)


def find_duties_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding about the duties: in how many regions a championship was held."""
    held = sum(row["is_held"] for row in rows)
    return text(
        "A championship was held in {held} of {all} regions", lang, held=held, all=len(rows)
    )


def render_duties(rows: list[dict[str, Any]], event: Event, lang: str) -> str:
    """Return the duties by region as HTML."""
    columns = [
        ("name", text("Region", lang)),
        ("decision", text("Championship", lang)),
        ("days", text("Days", lang)),
        ("entries", text("Skills held", lang)),
        ("rule", text("Streams held", lang)),
        ("missing", text("Streams missing", lang)),
        ("skills", text("Experts", lang)),
        ("gap", text("Of them partners", lang)),
    ]
    ordered = sorted(rows, key=lambda row: (not row["is_held"], sort_key(row["region_name"])))
    body = [_duty_cells(row, event, lang) for row in ordered]
    label = text("Duties of the movement", lang)
    return render_table(columns, body, label=label, testid="duties", leads="name", is_sparse=True)


def _duty_cells(row: dict[str, Any], event: Event, lang: str) -> list[tuple[str, str]]:
    codes = {"region": row["region"], "season": event.season, "level": event.level}
    return [
        ("name", link("quotas", lang, row["region_name"], **codes)),
        ("decision", render_held(row["is_held"], lang)),
        ("days", format_days(row["starts_on"], row["ends_on"], lang)),
        ("entries", f"{row['contests_held']} / {row['contests']}" if row["contests"] else ""),
        ("rule", escape(name_streams(row["streams"], lang))),
        ("missing", escape(name_streams(row["streams_missing"], lang))),
        ("skills", format_number(row["experts"], lang)),
        ("gap", _share(row["partner_share"], lang)),
    ]


def render_held(is_held: bool, lang: str) -> str:  # noqa: FBT001
    """Return whether a championship was held, as a word in a pill."""
    word = text("Was held", lang) if is_held else text("No results yet", lang)
    look = "k-seat-in" if is_held else "k-seat-reserve"
    return f'<span class="k-pill {look}">{escape(word)}</span>'


def name_streams(codes: str | None, lang: str) -> str:
    """Return the streams of a list of codes by their names."""
    listed = [code for code in (codes or "").split(", ") if code]
    return ", ".join(words.word(words.STREAMS, code, lang) for code in listed)


def _share(percent: Any, lang: str) -> str:  # noqa: ANN401  a decimal or nothing
    return "" if percent is None else format_percent(percent / _HUNDRED, lang)


def _tell_limits(lang: str) -> None:
    says = text(
        "Duties WS-05 and WS-06, as far as the data show them. Whether the assessment system was "
        "used is not on record.",
        lang,
    )
    st.html(f'<p class="k-rule">{escape(says)}</p>')


def draw_region(who: Visitor, event: Event, region: str) -> None:
    """Draw the duties of one region in sentences, and its results beside the season before."""
    lang = who.lang
    duties = [row for row in read_duties(who, event) if row["region"] == region]
    if duties:
        section(text("Duties of the movement", lang))
        lines = "".join(
            f"<tr><th scope='row'>{escape(what)}</th><td>{escape(said)}</td></tr>"
            for what, said in list_duties(duties[0], lang)
        )
        with st.container(border=True):
            st.html(f'<table class="k-dates"><tbody>{lines}</tbody></table>')
        _tell_limits(lang)
    section(text("What the region achieved", lang))
    rows = reads.read("benchmark_of_region", who, **event._asdict(), region=region).to_pylist()
    if rows:
        st.html(render_benchmark(rows, lang))
    else:
        empty(text("No entry of this region has a result yet.", lang))


def list_duties(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    """Return the duties of one region as (what, what the data say)."""
    days = format_days(row["starts_on"], row["ends_on"], lang)
    held = (
        text("held, {days}", lang, days=days or text("day not known", lang))
        if row["is_held"]
        else text("no results yet", lang)
    )
    return [
        (text("Championship", lang), held),
        (
            text("Skills", lang),
            text("{n} of {all} have results", lang, n=row["contests_held"], all=row["contests"]),
        ),
        (text("Streams", lang), _tell_streams(row, lang)),
        (text("Experts", lang), _tell_experts(row, lang)),
    ]


def _tell_streams(row: dict[str, Any], lang: str) -> str:
    held, missing = (name_streams(row[name], lang) for name in ("streams", "streams_missing"))
    if not missing:
        return held
    if not held:
        return text("missing: {streams}", lang, streams=missing)
    return text("{held}; missing: {streams}", lang, held=held, streams=missing)


def _tell_experts(row: dict[str, Any], lang: str) -> str:
    if row["experts"] is None:
        return text("none on record", lang)
    if not row["experts_known"]:
        return text("{n} on record, employers not known", lang, n=row["experts"])
    return text(
        "{n} on record; of {known} with a known employer {partners} are social partners",
        lang,
        n=row["experts"],
        known=row["experts_known"],
        partners=row["partners"],
    )


def render_benchmark(rows: list[dict[str, Any]], lang: str) -> str:
    """Return what the region and its organisations achieved as HTML; the region is in bold."""
    columns = [
        ("college", text("Region and its organisations", lang)),
        ("entries", text("Entries", lang)),
        *((name, text(key, lang)) for name, key in _MEDALS),
        ("points", text("Medal points", lang)),
        ("scale", text("Points a skill", lang)),
        ("skills", text("Skills entered", lang)),
        ("gap", text("To last season", lang)),
    ]
    body = [_benchmark_cells(row, lang) for row in rows]
    return render_table(
        columns,
        body,
        label=text("What the region achieved", lang),
        testid="benchmark",
        leads="college",
    )


def _benchmark_cells(row: dict[str, Any], lang: str) -> list[tuple[str, str]]:
    name = escape(row["organisation"] or row["region_name"])
    if row["stream"] not in (None, "wsk"):
        name += f" · {escape(words.word(words.STREAMS, row['stream'], lang))}"
    change = row["medal_points_change"]
    return [
        ("college", name if row["organisation"] else f"<b>{name}</b>"),
        ("entries", format_number(row["entries"], lang)),
        *((medal, format_number(row[medal], lang)) for medal, _ in _MEDALS),
        ("points", f"<b>{format_number(row['medal_points'], lang)}</b>"),
        ("scale", format_number(row["points_per_skill"], lang, 2)),
        ("skills", f"{row['skills']} / {row['skills_held']}"),
        ("gap", "" if change is None else format_signed(change, lang)),
    ]
