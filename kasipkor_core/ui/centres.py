"""Competence centres: how many are ready, what each lacks, and where they are."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts
from kasipkor_core.i18n import Count, format_date, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import choices, reads
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.state import render_part

_GONE = ("done", "not_applicable")
Row = dict[str, Any]


def list_centres(who: Visitor) -> list[Row]:
    """Return the centres of the chosen region, or all, those that lack least first."""
    region = who.chosen("region")
    return [row for row in _list_centres(who.eyes()) if region in (None, row["region"])]


@st.cache_resource(max_entries=64, show_spinner=False)
def _list_centres(eyes: Eyes) -> list[Row]:
    """Return all centres with what they lack, in words."""
    who = see_with(eyes)
    lacking: dict[str, list[Row]] = {}
    for step in reads.read("centre_steps", who).to_pylist():
        if step["is_required"] and step["state"] not in _GONE:
            lacking.setdefault(_key(step), []).append(step)
    return [
        {
            **row,
            "key": _key(row),
            "lacks": [step["item_name"] for step in lacking.get(_key(row), [])],
            "figure": f"{row['satisfied']} / {row['required']}",
        }
        for row in reads.read("centre_readiness", who).to_pylist()
    ]


def _key(row: Row) -> str:
    """Return what names one centre in the address: region, college, profile."""
    return ".".join(str(row[name] or "") for name in ("region", "organisation", "profile"))


def find_title(centres: list[Row], lang: str) -> str:
    """Return the finding: how many of the centres are ready."""
    if not centres:
        return text("No competence centre has reported yet", lang)
    ready = sum(row["status"] == "ready" for row in centres)
    if len(centres) == 1:
        name = centres[0]["organisation"]
        if ready:
            return text("{name}: the centre is ready", lang, name=name)
        done, due = (Count(centres[0][one], lang) for one in ("satisfied", "required"))
        return text(
            "{name}: {done} of {due} conditions are met", lang, name=name, done=done, due=due
        )
    if not ready:
        return text("None of {all} centres is ready yet", lang, all=len(centres))
    return text("{ready} of {all} centres are ready", lang, ready=ready, all=len(centres))


def describe(centres: list[Row], lang: str) -> str:
    """Return the grey line: what readiness is, and the day it was judged on."""
    about = text("Conditions and mandatory documents; ready only when nothing is missing", lang)
    days = [row["checked_on"] for row in centres if row["checked_on"]]
    if not days:
        return about
    return f"{about} · {format_date(max(days), lang, year=True)}"


def render_badges(centres: list[Row], lang: str) -> str:
    """Return the counts as badges, in Markdown."""
    ready = sum(row["status"] == "ready" for row in centres)
    working = sum(bool(row["is_operating"]) for row in centres)
    counts = (
        ("blue", "●", text("Ready", lang), ready),
        ("blue", "✓", text("At work", lang), working),
        ("gray", "◆", text("Not ready", lang), len(centres) - ready),
    )
    return " ".join(
        f":{colour}-badge[{icon} {word} {count}]" for colour, icon, word, count in counts if count
    )


def draw_map(who: Visitor) -> None:
    """Draw where the centres are and which are ready."""
    lang, region = who.lang, who.chosen("region")
    draw_figure(
        Figure(
            name="centres_map",
            title=text("Map", lang),
            about=text("circle: ready, diamond: not yet; conditions met", lang),
            alt=text("Map of Kazakhstan: competence centres and what they have", lang),
            make=lambda theme: charts.choose(_map(who.eyes(), theme, 400), region),
            narrow=lambda theme: charts.choose(_map(who.eyes(), theme, 250), region),
            table=_make_table(who),
            columns={
                "name": text("Region", lang),
                "organisation": text("College", lang),
                "figure": text("Conditions", lang),
                "steps": text("Steps", lang),
                "word": text("Status", lang),
            },
            lang=lang,
            picks=charts.CENTRE_PICKS,
        )
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _map(eyes: Eyes, theme: Theme, height: int) -> dict[str, Any]:
    rows = [_mark(row, eyes.lang) for row in _list_centres(eyes)]
    return charts.centre_map(rows, lang=eyes.lang, theme=theme, height=height)


def _mark(row: Row, lang: str) -> Row:
    is_ready = row["status"] == "ready"
    return {
        "code": row["region"] or "",
        "name": reads.region_name(row["region"], lang),
        "organisation": row["organisation"],
        "figure": row["figure"],
        "steps": f"{row['steps_done']} / {row['steps_required']}",
        "is_ready": is_ready,
        "word": text("Ready", lang) if is_ready else text("Not ready", lang),
    }


def _make_table(who: Visitor) -> pa.Table:
    return pa.Table.from_pylist([_mark(row, who.lang) for row in _list_centres(who.eyes())])


def render_list(centres: list[Row], lang: str) -> str:
    """Return the centres as a table: what they have, what they lack in words, the steps abroad."""
    columns = [
        ("region", text("Region", lang)),
        ("centre", text("College", lang)),
        ("conditions", text("Conditions", lang)),
        ("lacks", text("What is missing", lang)),
        ("steps", text("Assessment steps", lang)),
    ]
    body = [_cells(row, lang) for row in centres]
    return render_table(
        columns, body, label=text("Competence centres", lang), testid="centres", leads="centre"
    )


def _cells(row: Row, lang: str) -> list[tuple[str, str]]:
    return [
        ("region", escape(reads.region_name(row["region"], lang))),
        ("centre", escape(row["organisation"])),
        ("conditions", render_part(row["satisfied"], row["required"])),
        ("lacks", _tell_lacks(row, lang)),
        ("steps", render_part(row["steps_done"], row["steps_required"])),
    ]


def _tell_lacks(row: Row, lang: str) -> str:
    if row["is_operating"]:
        return f'<span class="k-quiet">● {escape(text("At work", lang))}</span>'
    if not row["lacks"]:
        return f'<span class="k-quiet">● {escape(text("Nothing: ready", lang))}</span>'
    return "<br>".join(f"◆ {escape(one)}" for one in row["lacks"])


def choose_centre(who: Visitor, centres: list[Row]) -> Row:
    """Draw the list of centres and return the chosen one; it stands in the address."""
    by_key = {row["key"]: row for row in centres}
    picked = choices.select(
        "centre",
        list(by_key),
        default=next(iter(by_key)),
        label=text("Centre", who.lang),
        called=lambda key: (
            f"{reads.region_name(by_key[key]['region'], who.lang)} · {by_key[key]['organisation']}"
        ),
        width=440,
    )
    return by_key[picked]
