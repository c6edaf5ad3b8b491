"""What is not as it should be in contests: problems with owner and day, blocking ones first."""

import datetime as dt
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import format_date, ntext, text
from kasipkor_core.ui import live, reads
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.problems import (
    SIGNS,
    is_blocking,
    is_open,
    say_owner,
    say_problem,
    sort_worst_first,
)

_FEW = 2
_ICONS = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "info": ":gray[:material/info:]",
}
_CHAIN = ("not_signed", "not_decided")  # only after the marks are in


def list_first(problems: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return the problems of a contest without the steps whose turn has not come (BP-16).

    First the marks, then the signature, then the decision of the jury.
    """
    blocking = {row["problem"] for row in problems if is_blocking(row)}
    later: set[str] = set(_CHAIN) if blocking - set(_CHAIN) else set()
    if "not_signed" in blocking:
        later.add("not_decided")
    return [row for row in problems if row["problem"] not in later]


def list_lines(rows: list[dict[str, Any]], lang: str) -> list[str]:
    """Return the problems of one contest as lines of Markdown, the worst first."""
    return [
        f"{_ICONS[row['severity']]} **{say_problem(row, lang)}** :gray[{say_owner(row, lang)}]"
        for row in sort_worst_first(list_first(rows))
    ]


def group(
    problems: list[dict[str, Any]], contests: list[dict[str, Any]], *, today: dt.date
) -> list[dict[str, Any]]:
    """Return one row for each contest with open problems, the oldest due first.

    A contest that has not begun yet and lacks only its signature is not blocked by anybody.

    Args:
        problems: Rows of ``mart.readiness`` and ``mart.radar``.
        contests: Rows of ``mart.contests`` that the filters leave.
        today: The day it is.
    """
    by_contest: dict[int, list[dict[str, Any]]] = {}
    for problem in problems:
        by_contest.setdefault(problem["contest_no"], []).append(problem)
    rows = []
    for contest in contests:
        found = list_open(by_contest.get(contest["contest_no"], []), contest, today=today)
        if found:
            rows.append({**contest, "problems": found})
    return sorted(rows, key=lambda row: (row["ends_on"] or dt.date.max, row["contest"]))


def list_open(
    problems: list[dict[str, Any]], contest: dict[str, Any], *, today: dt.date
) -> list[dict[str, Any]]:
    """Return the problems of one contest that somebody can work at, none that only come in time."""
    found = list_first([one for one in problems if not one["waived_by"]])
    is_to_come = contest["state"] == "planned" and (contest["ends_on"] or today) >= today
    if is_to_come:
        found = [one for one in found if one["problem"] not in _CHAIN]
    return found if any(map(is_open, found)) else []


def is_blocked(row: dict[str, Any]) -> bool:
    """Say whether a contest is kept from the public."""
    return any(map(is_blocking, row["problems"]))


def count_by_problem(rows: list[dict[str, Any]]) -> list[tuple[str, str, int]]:
    """Return problem, owner and the number of contests it blocks, the most first."""
    counts: dict[tuple[str, str], int] = {}
    for row in rows:
        for one in filter(is_blocking, row["problems"]):
            key = (one["problem"], one["owner"])
            counts[key] = counts.get(key, 0) + 1
    return sorted(((*key, n) for key, n in counts.items()), key=lambda one: (-one[2], one[0]))


def needs_only_signature(row: dict[str, Any]) -> bool:
    """Say whether only a signature keeps a contest from the public."""
    return {one["problem"] for one in row["problems"] if is_blocking(one)} == {"not_signed"}


def find_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many contests are blocked, and how many by a signature alone."""
    rows = list(filter(is_blocked, rows))
    if not rows:
        return text("Nothing stands in the way of publication", lang)
    signature = sum(map(needs_only_signature, rows))
    blocked = ntext(
        "{n} contest cannot be published yet",
        "{n} contests cannot be published yet",
        len(rows),
        lang,
    )
    if not signature:
        return blocked
    return ntext(
        "{blocked}, {n} lacks only the signature",
        "{blocked}, {n} lack only the signature",
        signature,
        lang,
        blocked=blocked,
    )


def group_by_region(
    rows: list[dict[str, Any]],
) -> dict[tuple[str, str | None], list[dict[str, Any]]]:
    """Return the contests by level and region; those with the most work come first."""
    groups: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["level"], row["region"]), []).append(row)

    def work(key: tuple[str, str | None]) -> tuple[int, int, str]:
        found = groups[key]
        unready = sum(not needs_only_signature(row) for row in found)
        return -unready, -len(found), key[1] or ""

    return {key: groups[key] for key in sorted(groups, key=work)}


def draw_regions(rows: list[dict[str, Any]], lang: str, *, today: dt.date) -> None:
    """Draw a block for each region; those that need more than a signature stand open."""
    groups = group_by_region(rows)
    for number, ((level, region), found) in enumerate(groups.items()):
        is_open = len(groups) <= _FEW or not all(map(needs_only_signature, found))
        label = _say_group(level, region, found, lang)
        with st.expander(label, expanded=is_open, key=f"readiness_{number}"):
            st.html(render_list(found, lang, where=_say_place(level, region, lang), today=today))


def _say_place(level: str, region: str | None, lang: str) -> str:
    return reads.region_name(region, lang) if region else words.word(words.LEVELS, level, lang)


def _say_group(level: str, region: str | None, found: list[dict[str, Any]], lang: str) -> str:
    where = _say_place(level, region, lang)
    number = ntext("{n} contest", "{n} contests", len(found), lang)
    signature = sum(map(needs_only_signature, found))
    said = text("lacking only the signature: {n}", lang, n=signature)
    return f"**{where}** · {number}" + (f" · {said}" if signature else "")


def render_list(rows: list[dict[str, Any]], lang: str, *, where: str, today: dt.date) -> str:
    """Return contests as HTML: what is open in each, whose turn it is and by when."""
    columns = [("contest", text("Contest", lang)), ("problem", text("What is open", lang))]
    body = [
        [("contest", _name(row, lang)), ("problem", _problems(row, lang, today))] for row in rows
    ]
    return render_table(columns, body, label=where, testid="readiness")


def _name(row: dict[str, Any], lang: str) -> str:
    query = urlencode({"contest": row["contest"], "lang": lang})
    about = words.contest_line(row, lang, place=live.place_of(row, lang))
    return (
        f'<a href="contests?{escape(query)}" target="_self">'
        f"{escape(words.unit_title(row, lang))}</a>"
        f'<span class="k-under">{escape(about)}</span>'
    )


def _problems(row: dict[str, Any], lang: str, today: dt.date) -> str:
    return "".join(
        f'<span class="k-problem{" k-act-text" if is_blocking(one) else ""}">'
        f"{SIGNS[one['severity']]} {escape(say_problem(one, lang))}"
        f'<span class="k-under">{escape(_say_turn(one, lang, today))}</span></span>'
        for one in sort_worst_first(row["problems"])
    )


def _say_turn(one: dict[str, Any], lang: str, today: dt.date) -> str:
    owner = say_owner(one, lang)
    if one["due"] is None:
        return owner
    parts = [owner, format_date(one["due"], lang, year=True)]
    if one["due"] < today:
        parts.append(text("overdue", lang))
    return " · ".join(parts)
