"""The contests of a juror: what is missing, what is to be scored again, who signed."""

import datetime as dt
from html import escape
from typing import Any
from urllib.parse import urlencode

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_days, format_stamp, ntext, text
from kasipkor_core.ui import filters, live, reads, why
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
FIRST = 10  # rows that stand open
_URGENCY = ("open", "marked", "planned", "signed", "decided", "published")


def list_contests(who: Visitor) -> list[Row]:
    """Return the contests of the filters, what waits for the jury first; archives are left out."""
    rows = [row for row in filters.matching(who) if not row["is_archive"] and row["entries"]]
    return sorted(rows, key=_urgency)


def _urgency(row: Row) -> tuple[Any, ...]:
    starts = row["starts_on"] or dt.date.max
    return (
        not row["open_aspects"],
        _URGENCY.index(row["state"]),
        starts,
        row["contest_no"],
    )


def waits(row: Row) -> bool:
    """Tell whether a contest waits for its jury: begun, and not signed."""
    return row["state"] in {"open", "marked"}


def find_title(rows: list[Row], lang: str) -> str:
    """Return the finding: how many contests wait for marks or a signature."""
    number = sum(waits(row) for row in rows)
    if not number:
        return text("No contest waits for a jury", lang)
    return ntext(
        "{n} contest waits for marks or a signature",
        "{n} contests wait for marks or a signature",
        number,
        lang,
    )


def read_signatures(who: Visitor) -> dict[int, Row]:
    """Return the newest sign-off or reopening of each contest."""
    rows = reads.read("decisions", who).to_pylist()
    signed = [row for row in reversed(rows) if row["kind"] in {"sign_off", "reopen"}]
    return {row["contest_no"]: row for row in signed}


def render_contests(rows: list[Row], signatures: dict[int, Row], who: Visitor) -> str:
    """Return the contests as an HTML table.

    Args:
        rows: ``mart.contests`` in order.
        signatures: The newest sign-off or reopening by contest_no.
        who: The visitor; shared places are shown where places are (WM-08).
    """
    lang = who.lang
    columns = [
        ("name", text("Contest", lang)),
        ("region", text("Region", lang)),
        ("state", text("State", lang)),
        ("bar", text("Marked", lang)),
        ("entries", text("Missing", lang)),
        ("skills", text("Re-score", lang)),
        ("gap", text("Shared places", lang)),
        ("signed", text("Signature", lang)),
    ]
    body = [_cells(row, signatures.get(row["contest_no"]), who) for row in rows]
    return render_table(
        columns, body, label=text("Contests", lang), testid="contests", is_sparse=True, leads="name"
    )


def _cells(row: Row, signature: Row | None, who: Visitor) -> list[tuple[str, str]]:
    lang = who.lang
    tied = row["tied"] if why.sees_places(who, row) else 0
    codes = urlencode({"contest": row["contest"], "lang": lang})
    share = row["marks"] * 100 // row["marks_expected"] if row["marks_expected"] else 0
    place = live.place_of(row, lang)
    name = escape(words.unit_title(row, lang))
    return [
        ("name", f'<a class="k-why" href="my-contests?{escape(codes)}">{name}</a>'),
        ("region", escape(place)),
        ("state", escape(words.word(words.STATES, row["state"], lang))),
        ("bar", f'<span class="k-track"><span style="width:{share}%"></span></span>'),
        ("entries", _number(row["marks_expected"] - row["marks"], lang)),
        ("skills", f'<b class="k-act">{_number(row["open_aspects"], lang)}</b>'),
        ("gap", _number(tied, lang)),
        ("signed", escape(describe_signature(row, signature, lang))),
    ]


def _number(number: int, lang: str) -> str:
    return f"{Count(number, lang)}" if number else ""


def describe_signature(row: Row, signature: Row | None, lang: str) -> str:
    """Say who signed and when, or that a signature no longer holds."""
    if signature is None:
        return text("waits", lang) if row["state"] == "marked" else ""
    when = format_stamp(signature["at"])
    if signature["kind"] == "reopen":
        return text("opened again {when}", lang, when=when)
    if row["state"] not in {"signed", "decided", "published"}:
        return text("void since a later change ({when})", lang, when=when)
    return f"{signature['who'] or ''} {when}".strip()


def describe_contest(row: Row, lang: str) -> str:
    """Return one contest in a line: unit, place, days, state."""
    parts = (
        words.unit_title(row, lang),
        live.place_of(row, lang),
        format_days(row["starts_on"], row["ends_on"], lang),
        words.word(words.STATES, row["state"], lang),
    )
    return " · ".join(part for part in parts if part)
