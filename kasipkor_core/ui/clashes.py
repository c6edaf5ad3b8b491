"""What speaks against the calendar, in words."""

import datetime as dt
from collections.abc import Mapping
from html import escape
from typing import Any

from kasipkor_core.i18n import format_date, format_days, mark, text
from kasipkor_core.ui.grid import render_table

_REASONS = {
    "host_clash": mark("{host} hosts {second} on the same days"),
    "wsk_clash": mark("{second} is held on the same days"),
    "wsk_clash_same_city": mark("{second} is held on the same days in the same city"),
    "nqt_clash": mark("{second} runs at the same time"),
    "state_language": mark("{second} runs at the same time"),
    "nedb_collection": mark("{second} runs at the same time"),
    "holiday": mark("Days off: {note}"),
    "person_clash": mark("{person} is also in {second}"),
    "rows_wrong": mark("The schedule has not as many contests as its rules say"),
    "number_repeated": mark("A number stands twice in the schedule"),
    "industry_repeated": mark("An industry stands twice in the schedule"),
    "window_backwards": mark("The last day stands before the first"),
    "outside_school_year": mark("The days lie outside the school year"),
    "out_of_window": mark("The days lie outside the months of the schedule"),
    "host_differs": mark("{host} hosts it, the schedule says {note}"),
    "load": mark("Too many contests in one week"),
    "base_missing": mark("The base organisation is not named"),
    "partner_missing": mark("A partner among the experts is missing"),
    "no_participant": mark("Nobody takes part yet: {note}"),
    "regional_late": mark("The regional stage ended too late"),
    "no_winner": mark("The regional stage has no winner yet: {note}"),
}
_MISSING = frozenset({"base_missing", "partner_missing", "no_participant", "no_winner"})
_SEVERITIES = {
    "error": ("k-red", mark("Clash")),
    "warning": ("k-wait", mark("Warning")),
    "info": ("k-grey", mark("Note")),
}


def list_certain(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what is known to clash: errors and warnings about days that are set."""
    return [row for row in found if _is_grave(row) and row["reason"] not in _MISSING]


def list_missing(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return what a contest is known to lack."""
    return [row for row in found if _is_grave(row) and row["reason"] in _MISSING]


def _is_grave(row: dict[str, Any]) -> bool:
    return row["severity"] != "info" and bool(row["is_certain"])


def render_clashes(
    found: list[dict[str, Any]], names: Mapping[str, str], hosts: Mapping[str, str], lang: str
) -> str:
    """Return clashes as an HTML table: how grave, which contest, why, and what days are left.

    Args:
        found: Rows of ``mart.schedule_clashes``.
        names: What items are called.
        hosts: Short names of regions.
        lang: kk, ru or en.
    """
    columns = [
        ("severity", text("How grave", lang)),
        ("item", text("Contest", lang)),
        ("reason", text("Why", lang)),
        ("rule", text("Rule", lang)),
    ]
    body = [_cells(row, names, hosts, lang) for row in found]
    return render_table(columns, body, label=text("Clashes", lang), testid="clashes", leads="item")


def _cells(
    row: dict[str, Any], names: Mapping[str, str], hosts: Mapping[str, str], lang: str
) -> list[tuple[str, str]]:
    look, word = _SEVERITIES[row["severity"]]
    days = "" if row["reason"] == "holiday" else format_days(row["starts_on"], row["ends_on"], lang)
    about = [names.get(row["first"], ""), hosts.get(row["region"] or "", "")]
    return [
        ("severity", f'<span class="k-badge {look}">{escape(text(word, lang))}</span>'),
        ("item", escape(" · ".join(part for part in about if part))),
        ("reason", escape(" · ".join(filter(None, (tell(row, names, hosts, lang), days))))),
        ("rule", escape(row["kind"])),
    ]


def render_missing(found: list[dict[str, Any]], names: Mapping[str, str], lang: str) -> str:
    """Return what contests lack as an HTML table, one row a contest.

    Args:
        found: Rows of ``list_missing``; the regions that take no part are codes in ``note``.
        names: What items are called, in the order to show.
        lang: kk, ru or en.
    """
    columns = [
        ("item", text("Contest", lang)),
        ("base", text("Base organisation", lang)),
        ("partners", text("Partners among the experts", lang)),
        ("entries", text("Regions that take no part", lang)),
    ]
    body = []
    for item, name in names.items():
        lacks = {row["reason"]: row for row in found if row["first"] == item}
        if lacks:
            body.append([("item", escape(name)), *_say_lacks(lacks, lang)])
    return render_table(columns, body, label=text("Still missing", lang), testid="missing")


def _say_lacks(lacks: Mapping[str, dict[str, Any]], lang: str) -> list[tuple[str, str]]:
    said = [
        (column, text("not named", lang) if reason in lacks else "✓")
        for column, reason in (("base", "base_missing"), ("partners", "partner_missing"))
    ]
    absent = lacks.get("no_participant")
    regions = len(absent["note"].split(", ")) if absent and absent["note"] else 0
    return [*said, ("entries", str(regions) if regions else "✓")]


def tell(row: dict[str, Any], names: Mapping[str, str], hosts: Mapping[str, str], lang: str) -> str:
    """Return why in one sentence."""
    second = row["second_name"] or names.get(row["second"] or "", row["second"] or "")
    return text(
        _REASONS[row["reason"]],
        lang,
        host=hosts.get(row["region"] or "", ""),
        second=second,
        person=row["person"] or "–",
        note=_say_note(row, hosts, lang),
    )


def _say_note(row: dict[str, Any], hosts: Mapping[str, str], lang: str) -> str:
    if row["reason"] == "host_differs":
        return hosts.get(row["note"], row["note"])
    if row["reason"] != "holiday" or not row["note"]:
        return row["note"] or "–"
    return ", ".join(
        format_date(dt.date.fromisoformat(day), lang) for day in row["note"].split(", ")
    )
