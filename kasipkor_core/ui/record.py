"""The record of a tie: each step of the rules with what every entry had, and where it was told."""

from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import format_points, text
from kasipkor_core.ui.grid import render_table

Row = dict[str, Any]
_SHOWN = 12  # digits of a hash


def render_record(steps: list[Row], lang: str) -> str:
    """Return the steps of one tie with the values of all, as HTML.

    Args:
        steps: ``mart.tie_record`` of one contest and place, ordered by step and entry.
        lang: kk, ru or en.

    Source:
        Rulebook BP-15, BP-17.
    """
    if not steps:
        return ""
    entries = {row["entry"]: row["name"] or row["entry"] for row in steps}
    columns = [
        ("sub", text("Step", lang)),
        ("name", text("What is compared", lang)),
        *(("points", name) for name in entries.values()),
        ("state", text("What became of it", lang)),
        ("why", text("Rule", lang)),
    ]
    body = []
    for step, group in groupby(steps, key=itemgetter("step")):
        by_entry = {row["entry"]: row for row in group}
        first = next(iter(by_entry.values()))
        body.append(
            [
                ("sub", str(step)),
                ("name", escape(_name_step(first, lang))),
                *(("points", _say_value(by_entry.get(entry), lang)) for entry in entries),
                ("state", escape(_say_outcome(first, lang))),
                ("why", f"<small>{escape(first['rule'])}</small>"),
            ]
        )
    return render_table(columns, body, label=text("Record of the tie", lang), testid="chain")


def _name_step(row: Row, lang: str) -> str:
    if row["kind"] == "criterion":
        return str(row["label"] or row["criterion"])
    name = words.word(words.TIE_STEPS, row["kind"], lang)
    if row["batch_no"] is None:
        return name
    return f"{name} · {text('batch {number}', lang, number=str(row['batch_no']))}"


def _say_value(row: Row | None, lang: str) -> str:
    """Return what an entry had at a step, bold while nobody is ahead of it."""
    if row is None:
        return ""
    if row["kind"] == "draw" and row["words"]:
        value = f'<code title="{escape(row["words"])}">{escape(row["words"][:_SHOWN])}</code>'
    elif row["kind"] in ("jury", "shared", "draw"):
        value = "✓" if row["is_left"] and row["outcome"] != "waits" else "–"
    else:
        value = format_points(row["points"], lang) or "–"
    return f"<b>{value}</b>" if row["is_left"] and row["outcome"] != "not_asked" else value


def _say_outcome(row: Row, lang: str) -> str:
    said = words.word(words.TIE_OUTCOMES, row["outcome"], lang)
    if row["kind"] == "jury" and row["words"]:
        return f"{said}: {row['words']}"
    return said
