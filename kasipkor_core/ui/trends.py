"""The targets of the regions at a glance: how many regions meet each, and a year before."""

from typing import Any

import streamlit as st

from kasipkor_core.i18n import text
from kasipkor_core.ui import progress, reads
from kasipkor_core.ui.board import write_move
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import section
from kasipkor_core.ui.quotas import link
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.state import render_part

MOST = 6
Row = dict[str, Any]


def list_trends(summaries: list[Row], names: dict[str, str]) -> list[Row]:
    """Return the indicators of the newest year with a target, those that fewest regions meet first.

    Args:
        summaries: Rows of ``mart.progress_summary``.
        names: Short names by indicator; one without a name is left out.
    """
    aimed = {
        (row["indicator"], row["period"]): row
        for row in summaries
        if row["target"] is not None and row["regions"] and row["indicator"] in names
    }
    newest = max((period for _, period in aimed), default=None)
    rows = [
        {**row, "name": names[indicator], "before": aimed.get((indicator, period - 1))}
        for (indicator, period), row in aimed.items()
        if period == newest
    ]
    order = list(names)
    return sorted(
        rows, key=lambda row: (row["met"] / row["regions"], order.index(row["indicator"]))
    )


def draw_trends(who: Visitor) -> None:
    """Draw the targets that fewest regions meet, each with the way to its map; none, no block."""
    indicators = progress.list_indicators(who)
    names = {code: str(row["short_name"]) for code, row in indicators.items()}
    rows = list_trends(reads.read("progress_summary", who).to_pylist(), names)
    if rows:
        section(text("Regions that meet their targets", who.lang))
        st.html(render_trends(rows[:MOST], who.lang))


def render_trends(rows: list[Row], lang: str) -> str:
    """Return the targets as a table: regions that meet each this year, the year before, change."""
    year = rows[0]["period"]
    columns = [
        ("problem", text("Indicator", lang)),
        ("done", text("Met in {year}", lang, year=str(year))),
        ("done", str(year - 1)),
        ("move", "±"),
    ]
    label = text("Regions that meet their targets", lang)
    return render_table(columns, [_cells(row, lang) for row in rows], label=label, testid="trends")


def _cells(row: Row, lang: str) -> list[tuple[str, str]]:
    before, codes = row["before"], {"indicator": row["indicator"], "year": row["period"]}
    return [
        ("problem", link("progress", lang, row["name"], **codes)),
        ("done", render_part(row["met"], row["regions"])),
        ("done", f"{before['met']} / {before['regions']}" if before else ""),
        ("move", write_move(row["met"] - before["met"]) if before else ""),
    ]
