"""One step of a selection: its line, each candidate's distance, and other readings."""

from collections.abc import Sequence
from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core.charts.funnel import STEP_WORDS, cut_strip
from kasipkor_core.i18n import format_number, format_signed, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import reads
from kasipkor_core.ui.board import FIGURE_SPACE
from kasipkor_core.ui.figure import Figure, draw_figure
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.vacancy_sheets import render_changes

READINGS = "readings"
_LOOKS = {"in": "in", "waiting": "hold", "out": "out", "absent": "reserve"}


def choose_step(steps: Sequence[dict[str, Any]], lang: str) -> str:
    """Draw the choice of the step and return its code; it stands in the address."""
    names = {step["step"]: f"{step['step_no']}. {step['step_name']}" for step in steps}
    names[READINGS] = text("Other readings", lang)
    reached = [step["step"] for step in steps if step["entered"]]
    first = find_cut([step for step in steps if step["entered"]]) or (reached or list(names))[0]
    wanted = st.query_params.get("step")
    st.session_state["pick_step"] = wanted if wanted in names else first
    chosen: str = st.selectbox(
        text("Step", lang),
        list(names),
        format_func=names.__getitem__,
        key="pick_step",
        on_change=_write_step,
        label_visibility="collapsed",
        width=340,
    )
    return chosen


def find_cut(steps: Sequence[dict[str, Any]]) -> str | None:
    """Return the last step that has a line: where somebody is looked for first."""
    cut = [step["step"] for step in steps if step["line"] is not None]
    return cut[-1] if cut else None


def _write_step() -> None:
    st.query_params["step"] = st.session_state["pick_step"]


def read_step(who: Visitor, contest_no: int, step: str) -> pa.Table:
    """Return the candidates of one step, the best first, by personal number."""
    return reads.read("selection_step", who, contest_no=contest_no, step=step)


def draw_step(who: Visitor, contest_no: int, step: str) -> None:
    """Draw the candidates of one step by points with the line, and their list."""
    table = read_step(who, contest_no, step)
    rows = table.to_pylist()
    if not rows:
        empty(text("Nobody has reached this step yet.", who.lang))
        return
    if any(row["score"] is not None for row in rows):
        _draw_strip(who, contest_no, step, table)
    st.html(render_step(rows, who.lang))


def _draw_strip(who: Visitor, contest_no: int, step: str, table: pa.Table) -> None:
    lang = who.lang
    draw_figure(
        Figure(
            name="selection_cut",
            title=text("The line of the cut", lang),
            about=text("points; the gold stroke is the line", lang),
            alt=text("Candidates of the step by points, with the line", lang),
            make=lambda theme: _strip(who.eyes(), contest_no, step, theme),
            table=table,
            columns={
                "place": text("Place", lang),
                "candidate": text("Personal number", lang),
                "score": text("Points", lang),
                "line": text("Line, points", lang),
                "distance": text("To the line", lang),
            },
            lang=lang,
        )
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _strip(eyes: Eyes, contest_no: int, step: str, theme: Theme) -> dict[str, Any]:
    rows = read_step(see_with(eyes), contest_no, step).to_pylist()
    return cut_strip(rows, lang=eyes.lang, theme=theme)


def render_step(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the candidates of one step as HTML; personal numbers only."""
    columns = [
        ("place", text("Place", lang)),
        ("name", text("Personal number", lang)),
        ("decision", text("State", lang)),
        ("gap", text("To the line", lang)),
        ("points", text("Points", lang)),
        ("scale", text("Line, points", lang)),
        ("rule", text("By which rule", lang)),
    ]
    width = max((len(str(row["place"] or "")) for row in rows), default=1)
    shared = [row["place"] for row in rows]
    body = [_step_cells(row, width, shared, lang) for row in rows]
    marks = ["k-held" if row["status"] == "waiting" else "" for row in rows]
    return render_table(
        columns, body, label=text("Candidates", lang), testid="steps", leads="name", marks=marks
    )


def _step_cells(
    row: dict[str, Any],
    width: int,
    shared: list[int | None],
    lang: str,
) -> list[tuple[str, str]]:
    place = str(row["place"] or "").rjust(width, FIGURE_SPACE)
    tie = " =" if row["place"] is not None and shared.count(row["place"]) > 1 else ""
    word = escape(text(STEP_WORDS[row["status"]], lang))
    gap = "" if row["distance"] is None else format_signed(row["distance"], lang, 2)
    said = " · ".join(part for part in (row["text"], row["rule"]) if part)
    return [
        ("place", f"<b>{place}{tie}</b>"),
        ("name", escape(row["candidate"])),
        ("decision", f'<span class="k-pill k-seat-{_LOOKS[row["status"]]}">{word}</span>'),
        ("gap", gap),
        ("points", f"<b>{format_number(row['score'], lang, 2)}</b>"),
        ("scale", format_number(row["line"], lang, 2)),
        ("rule", escape(said)),
    ]


def draw_readings(who: Visitor, contest_no: int) -> None:
    """Draw what each other reading of the text would change, and how many change nothing."""
    lang = who.lang
    rows = reads.read("selection_readings", who, contest_no=contest_no).to_pylist()
    composed = next((row["question"] for row in rows if row["key"] == "components"), None)
    if composed:
        st.html(f'<p class="k-rule">{escape(composed)}</p>')
    changes = list_changes(rows, lang)
    idle = len({(row["reading"], row["other"]) for row in rows}) - len(changes)
    if changes:
        st.html(render_changes(changes, lang))
    says = text("Other readings that would change nothing here: {n}", lang, n=idle)
    st.html(f'<p class="k-rule">{escape(says)}</p>')


def list_changes(rows: Sequence[dict[str, Any]], lang: str) -> list[dict[str, Any]]:
    """Return the readings that change something, each with what it changes, in sentences."""
    found: dict[tuple[str, str], dict[str, Any]] = {}
    for row in rows:
        if not (row["is_changed"] or row["is_winner_changed"]):
            continue
        kept = found.setdefault((row["reading"], row["other"]), {**row, "says": []})
        kept["says"].append(tell_change(row, lang))
    return list(found.values())


def tell_change(row: dict[str, Any], lang: str) -> str:
    """Return what another reading changes for one candidate."""
    if row["is_winner_changed"]:
        return text("{name}: the winner changes", lang, name=row["candidate"])
    if row["place"] != row["other_place"]:
        was, other = (str(row[name] or "–") for name in ("place", "other_place"))
        return text(
            "{name}: place {was} → {other}", lang, name=row["candidate"], was=was, other=other
        )
    return text("{name}: gets to another step", lang, name=row["candidate"])
