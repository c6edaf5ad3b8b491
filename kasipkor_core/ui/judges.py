"""Judges of one contest: severity and agreement, how surely, and what does not follow."""

from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import charts
from kasipkor_core.i18n import mark, ntext, text
from kasipkor_core.palette import Theme
from kasipkor_core.ui import filters, reads
from kasipkor_core.ui.figure import Figure
from kasipkor_core.ui.session import Eyes, Visitor, see_with

NOTES = {
    "lenient": mark("more lenient than the others"),
    "severe": mark("more severe than the others"),
    "within_chance": mark("no difference beyond chance"),
    "few_entries": mark("too few participants to say"),
    "alone": mark("nobody to compare with"),
}
_APART = ("lenient", "severe")


def list_contests(who: Visitor) -> list[dict[str, Any]]:
    """Return the contests of the filters that have marks, newest season and act first."""
    rows = [row for row in filters.matching(who) if row["marks"]]
    return sorted(
        rows, key=lambda row: (-row["season"], -(row["updated_batch_no"] or 0), row["contest_no"])
    )


def read_judges(who: Visitor, contest_no: int) -> pa.Table:
    """Return the judges of a contest with their names and what is said of each in words."""
    table = reads.read("judges", who, contest_no=contest_no)
    rows = table.to_pylist()
    names = [
        row["judge"] or text("judge {number}", who.lang, number=row["judge_no"]) for row in rows
    ]
    notes = [text(NOTES[row["note"]], who.lang) for row in rows]
    return table.append_column("name", pa.array(names, pa.string())).append_column(
        "says", pa.array(notes, pa.string())
    )


def find_title(judges: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many judges stand apart from the others."""
    apart = sum(row["note"] in _APART for row in judges)
    if apart:
        return ntext(
            "{n} of {all} judges stands apart from the others",
            "{n} of {all} judges stand apart from the others",
            apart,
            lang,
            all=len(judges),
        )
    if any(row["note"] == "within_chance" for row in judges):
        return ntext(
            "{n} judge, no difference beyond chance",
            "{n} judges, no difference beyond chance",
            len(judges),
            lang,
        )
    if any(row["note"] == "few_entries" for row in judges):
        return text("Too few participants to compare the judges", lang)
    return text("Nothing to compare: one judge an entry", lang)


def make_figure(judges: pa.Table, who: Visitor, contest_no: int) -> Figure:
    """Return the chart of severity with its table."""
    lang, eyes = who.lang, who.eyes()
    return Figure(
        name="judges",
        title=text("Severity", lang),
        about=text("points an entry above or below the other judges", lang),
        alt=text("Difference of every judge to the others, with its interval", lang),
        make=lambda theme: _chart(contest_no, eyes, theme),
        table=judges,
        columns={
            "name": text("Judge", lang),
            "mean_difference": text("Difference", lang),
            "interval_low": text("from", lang),
            "interval_high": text("to", lang),
            "scatter": text("Scatter", lang),
            "entries": text("Entries", lang),
            "marks": text("Marks", lang),
            "rescore_count": text("Re-score", lang),
            "says": text("What it says", lang),
        },
        lang=lang,
    )


@st.cache_resource(max_entries=64, show_spinner=False)
def _chart(contest_no: int, eyes: Eyes, theme: Theme) -> dict[str, Any]:
    table = read_judges(see_with(eyes), contest_no)
    known = [row for row in table.to_pylist() if row["interval_low"] is not None]
    return charts.severity(
        pa.Table.from_pylist(known, schema=table.schema), lang=eyes.lang, theme=theme
    )


def explain(judges: list[dict[str, Any]], lang: str) -> list[str]:
    """Return what a reader has to know: method, uncertainty, warning, and no consequence."""
    lines = [
        text("The official result is not adjusted: nothing here changes a mark or a place.", lang),
        text(
            "Each mark is compared with the mean of the other judges for the same participant and "
            "the same aspect or criterion. The intervals hold for all judges of the contest "
            "together: without any bias, at most 5 of 100 panels would show a judge apart.",
            lang,
        ),
        text(
            "Scatter tells agreement: the smaller, the closer the judge goes along with the "
            "others. A difference says only that judges differ, not who is right.",
            lang,
        ),
    ]
    fewest = min((row["entries"] for row in judges if row["entries"]), default=None)
    if fewest is not None and fewest < _SMALL:
        lines.insert(
            1,
            text(
                "Small sample: {n} participants. Only a large bias can be seen; no finding does "
                "not mean no bias.",
                lang,
                n=fewest,
            ),
        )
    return lines


_SMALL = 15  # below it a bias of one SD may go unseen
