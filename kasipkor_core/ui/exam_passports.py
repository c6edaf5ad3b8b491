"""Skills Passports: who gets one and on what basis, who waits, and the file for the operator."""

from html import escape
from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import ui, words
from kasipkor_core.i18n import (
    Count,
    format_date,
    format_number,
    format_season,
    mark,
    ntext,
    text,
)
from kasipkor_core.ui import choices, reads, session
from kasipkor_core.ui.exam_proofs import VERDICTS
from kasipkor_core.ui.exams import Row, keep_chosen, render_second, render_state
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor

_MOST = 300  # rows on the screen; the download has all
STATUSES = {
    "all": ("", mark("All persons")),
    "act": ("missed", mark("Somebody must act")),
    "numbered": ("in", mark("Number given")),
    "final": ("hold", mark("Number awaited")),
    "waiting": ("out", mark("Waits for the signature")),
    "none": ("out", mark("No passport")),
}


def list_passports(who: Visitor, season: int | None) -> list[Row]:
    """Return the persons of the filters with their status, those somebody must act for first."""
    rows = keep_chosen(who, reads.read("passports", who).to_pylist(), season)
    order = list(STATUSES)
    told = [{**row, "status": find_status(row)} for row in rows]
    return sorted(told, key=lambda row: order.index(row["status"]))


def find_status(row: Row) -> str:
    """Return how far one passport is: a code of ``STATUSES``."""
    acts = row["is_to_confirm"] or row["is_number_shared"]
    if acts or row["reason"] in ("site_not_accredited", "score_missing"):
        return "act"
    if not row["eligible"]:
        return "none"
    if row["number"] is not None:
        return "numbered"
    return "final" if row["is_final"] else "waiting"


def find_title(rows: list[Row], lang: str) -> str:
    """Return the finding: how many of those who get a passport have its number."""
    due = [row for row in rows if row["eligible"]]
    if not due:
        return text("Nobody of this filter gets a Skills Passport", lang)
    given = sum(row["number"] is not None for row in due)
    if not given:
        return text("None of {all} Skills Passports has a number yet", lang, all=len(due))
    return text("{n} of {all} Skills Passports have a number", lang, n=given, all=len(due))


def draw_passports(who: Visitor, rows: list[Row]) -> None:
    """Draw the list with a choice of status, and the file for the operator."""
    lang = who.lang
    counts = {code: sum(row["status"] == code for row in rows) for code in STATUSES}
    counts["all"] = len(rows)
    with st.container(horizontal=True, vertical_alignment="center", key="passport_choices"):
        status = choices.select(
            "status",
            [code for code in STATUSES if counts[code] or code == "all"],
            default="all",
            label=text("Status", lang),
            called=lambda code: f"{text(STATUSES[code][1], lang)} · {Count(counts[code], lang)}",
            width=320,
        )
        st.space("stretch")
        ui.download(
            lambda: make_export(who, rows),
            name="passport-export",
            lang=lang,
            key="operator_download",
            label=text("File for the operator", lang),
        )
    shown = [row for row in rows if status in ("all", row["status"])]
    st.html(render_passports(shown[:_MOST], lang))
    if len(shown) > _MOST:
        st.caption(
            text(
                "The first {n} of {all}; choose a region or an exam, or take the download.",
                lang,
                n=_MOST,
                all=len(shown),
            )
        )
    says = text("DE-12: every examinee gets one, whatever the points (DE-10: no threshold)", lang)
    issued = text("numbers are given by {operator}, never here", lang, operator=_operator(who))
    st.html(f'<p class="k-rule">{escape(says)} · {escape(issued)}</p>')


def _operator(who: Visitor) -> str:
    names = reads.read("passports", who).column("operator").unique().to_pylist()
    return ", ".join(sorted(name for name in names if name)) or "–"


def render_passports(rows: list[Row], lang: str) -> str:
    """Return the persons as a table."""
    columns = [
        ("name", text("Examinee", lang)),
        ("points", text("Points", lang)),
        ("reason", text("Status", lang)),
        ("number", text("Number", lang)),
        ("skill", text("Competency", lang)),
        ("college", text("College", lang)),
    ]
    body = [_passport_cells(row, lang) for row in rows]
    return render_table(
        columns, body, label=text("Skills Passports", lang), testid="passports", leads="name"
    )


def _passport_cells(row: Row, lang: str) -> list[tuple[str, str]]:
    look, word = STATUSES[row["status"]]
    points = f"<b>{format_number(row['score'], lang, 2)}</b>"
    grade = "" if row["grade"] is None else f" <small>({row['grade']})</small>"
    region = reads.region_name(row["region"], lang)
    day = format_date(row["ends_on"], lang, year=True)
    return [
        ("name", escape(row["name"]) + render_second(row["examinee"])),
        ("points", escape(row["score_text"] or "") or points + grade),
        ("reason", render_state(look, text(word, lang)) + render_second(tell_reason(row, lang))),
        ("number", escape(row["number"] or "")),
        ("skill", escape(row["unit_name"] or "") + render_second(day)),
        ("college", escape(row["organisation"] or "") + render_second(region)),
    ]


def tell_reason(row: Row, lang: str) -> str:
    """Return why, in words, with the rule."""
    if row["is_number_shared"]:
        return text("another passport has the same number", lang)
    if row["is_to_confirm"]:
        return text(VERDICTS["to_confirm"], lang)
    says = text(words.PASSPORT_REASONS[row["reason"]], lang)
    if row["basis"] in words.BASES:
        says = f"{says}: {text(words.BASES[row['basis']], lang).lower()}"
    return f"{says} · {row['rule']}" if row["rule"] else says


def make_export(who: Visitor, rows: list[Row]) -> pa.Table:
    """Return the file for the operator: the columns of the ruleset, one row a final passport."""
    kept = {(row["contest_no"], row["entry_no"]) for row in rows}
    cells = [
        cell
        for cell in reads.read("passport_export", who).to_pylist()
        if (cell["contest_no"], cell["entry_no"]) in kept
    ]
    return pivot(cells)


def pivot(cells: list[Row]) -> pa.Table:
    """Return cells as a table of texts; columns in their order, those of other rulesets after."""
    names = list(
        dict.fromkeys(cell["column_name"] for cell in sorted(cells, key=lambda one: one["ord"]))
    )
    lines: dict[tuple[int, int], dict[str, Any]] = {}
    for cell in cells:
        line = lines.setdefault((cell["contest_no"], cell["entry_no"]), {})
        line[cell["column_name"]] = cell["value"]
    return pa.table(
        {name: pa.array([line.get(name) for line in lines.values()], pa.string()) for name in names}
    )


def describe(who: Visitor, rows: list[Row], season: int | None) -> str:
    """Return the grey line: of which exam or season, and of how many persons."""
    lang = who.lang
    parts = [text("Demonstration exams and Skills Passports", lang)]
    if who.chosen("contest") and rows:
        first = rows[0]
        parts = [str(first["organisation"] or ""), str(first["unit_name"] or "")]
        parts.append(format_date(first["ends_on"], lang, year=True))
    elif season is not None:
        parts.append(format_season(season))
    parts.append(ntext("{n} person on the sheets", "{n} persons on the sheets", len(rows), lang))
    return " · ".join(part for part in parts if part)


def leave_exam() -> None:
    """Go back to all exams."""
    session.choose("contest", None)
