"""The radar: skills by regions, in every cell how much is open and how bad it is at worst."""

from collections.abc import Callable
from html import escape
from typing import Any
from urllib.parse import urlencode

from kasipkor_core import words
from kasipkor_core.i18n import Count, sort_key, text
from kasipkor_core.ui import reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.problems import SIGNS, is_open, say_problem, sort_worst_first

Place = tuple[str, str]  # level (empty: a region), region
Cells = dict[tuple[str, Place], list[dict[str, Any]]]


def list_cells(contests: list[dict[str, Any]], open_rows: list[dict[str, Any]], lang: str) -> Cells:
    """Return the contests of every cell, by skill and place, with what is open in each.

    Args:
        contests: Rows of ``mart.contests`` that the filters leave.
        open_rows: Of these, with their ``problems``, those in which something is open.
        lang: The reader's language.
    """
    found = {row["contest_no"]: row["problems"] for row in open_rows}
    cells: Cells = {}
    for row in contests:
        if not row["is_archive"]:
            open_now = list(filter(is_open, found.get(row["contest_no"], [])))
            key = (words.unit_title(row, lang), _place(row))
            cells.setdefault(key, []).append({**row, "open": open_now})
    return cells


def _place(row: dict[str, Any]) -> Place:
    return ("", row["region"]) if row["region"] else (row["level"], "")


def render_grid(cells: Cells, lang: str) -> str:
    """Return the grid as HTML: skills in which something is open by all places."""
    found = {unit for (unit, _), rows in cells.items() if any(r["open"] for r in rows)}
    units = sorted(found, key=sort_key)
    places = sorted({place for unit, place in cells if unit in units})
    columns = [
        ("contest", text("Skill", lang)),
        *(("cell", _say_place(place, lang)) for place in places),
    ]
    body = [
        [
            ("contest", f"<b>{escape(unit)}</b>"),
            *(("cell", _cell(cells.get((unit, place), []), lang)) for place in places),
        ]
        for unit in units
    ]
    return render_table(columns, body, label=text("Radar", lang), testid="radar")


def _say_place(place: Place, lang: str) -> str:
    level, region = place
    return words.word(words.LEVELS, level, lang) if level else reads.region_name(region, lang)


def _cell(rows: list[dict[str, Any]], lang: str) -> str:
    """Return a cell: empty without a contest, ticked without a problem, else sign and number."""
    if not rows:
        return ""
    found = sort_worst_first([one for row in rows for one in row["open"]])
    if not found:
        return f'<span title="{escape(text("Nothing is open", lang))}">✓</span>'
    said = f"{SIGNS[found[0]['severity']]} {Count(len(found), lang)}"
    told = escape("; ".join(say_problem(one, lang) for one in found))
    wrap: Callable[[str], str] = _link(rows, lang) if len(rows) == 1 else str
    return wrap(f'<span title="{told}">{said}</span>')


def _link(rows: list[dict[str, Any]], lang: str) -> Callable[[str], str]:
    query = escape(urlencode({"contest": rows[0]["contest"], "lang": lang}))
    return lambda said: f'<a href="contests?{query}" target="_self">{said}</a>'
