"""What stands between contests and their publication: problems with owner and due day."""

import datetime as dt
from html import escape
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import Count, format_date, mark, ntext, text
from kasipkor_core.ui import live, reads
from kasipkor_core.ui.board import render_table

PROBLEMS = {
    "experts_missing": mark("Experts missing"),
    "single_expert": mark("Only one expert"),
    "marks_missing": mark("Marks missing"),
    "rescore_needed": mark("Aspects to re-score"),
    "winner_undecided": mark("Tie for the first place"),
    "single_participant": mark("Only one participant"),
    "few_entries": mark("Few entries for a scale"),
    "flag_undecided": mark("A remark of the examination waits for a decision"),
    "site_not_accredited": mark("The examination site is not accredited"),
    "scores_missing": mark("Examination points missing"),
    "conflict_open": mark("A conflict of interest waits for a decision"),
    "not_signed": mark("Not signed"),
    "not_decided": mark("The jury has not decided"),
}
OWNERS = {
    "organiser": mark("organiser"),
    "expert": mark("experts"),
    "jury": mark("jury"),
    "chief_expert": mark("chief expert"),
}
_FEW = 2
_SIGNS = {"error": "◆", "warning": "◐", "info": "○"}
_ICONS = {
    "error": ":red[:material/error:]",
    "warning": ":orange[:material/warning:]",
    "info": ":gray[:material/info:]",
}
_WORST = {"error": 0, "warning": 1, "info": 2}
_COUNTED = frozenset(
    {"experts_missing", "marks_missing", "rescore_needed", "winner_undecided", "scores_missing"}
)
_CHAIN = ("not_signed", "not_decided")  # only after the marks are in


def is_blocking(row: dict[str, Any]) -> bool:
    """Say whether a problem keeps a contest from the public."""
    return row["severity"] == "error" and not row["waived_by"]


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
    rows = sorted(list_first(rows), key=lambda row: (_WORST[row["severity"]], row["problem"]))
    return [
        f"{_ICONS[row['severity']]} **{say_problem(row, lang)}** :gray[{_say_owner(row, lang)}]"
        for row in rows
    ]


def say_problem(row: dict[str, Any], lang: str) -> str:
    """Return a problem in words, with its number where one is told."""
    word = words.word(PROBLEMS, row["problem"], lang)
    return f"{word}: {Count(row['number'], lang)}" if row["problem"] in _COUNTED else word


def _say_owner(row: dict[str, Any], lang: str) -> str:
    if row["waived_by"]:
        return text("waived by {who}", lang, who=row["waived_by"])
    return words.word(OWNERS, row["owner"], lang)


def group(
    problems: list[dict[str, Any]], contests: list[dict[str, Any]], *, today: dt.date
) -> list[dict[str, Any]]:
    """Return one row for each contest that is due or in work and is blocked, the oldest due first.

    A contest that has not begun yet and lacks only its signature is not blocked by anybody.

    Args:
        problems: Rows of ``mart.readiness``.
        contests: Rows of ``mart.contests`` that the filters leave.
        today: The day it is.
    """
    by_contest: dict[int, list[dict[str, Any]]] = {}
    for problem in problems:
        by_contest.setdefault(problem["contest_no"], []).append(problem)
    rows = []
    for contest in contests:
        found = by_contest.get(contest["contest_no"], [])
        due = contest["ends_on"]
        is_late = due is not None and due < today
        blocking = [one for one in found if is_blocking(one)]
        has_work = contest["state"] != "planned" or any(
            one["problem"] not in _CHAIN for one in blocking
        )
        if blocking and (is_late or has_work):
            first = list_first(found)
            rows.append({**contest, "problems": first, "due": due, "is_late": is_late})
    return sorted(rows, key=lambda row: (row["due"] or dt.date.max, row["contest"]))


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
    """Return the blocked contests by level and region; those with the most work come first."""
    groups: dict[tuple[str, str | None], list[dict[str, Any]]] = {}
    for row in rows:
        groups.setdefault((row["level"], row["region"]), []).append(row)

    def work(key: tuple[str, str | None]) -> tuple[int, int, str]:
        found = groups[key]
        unready = sum(not needs_only_signature(row) for row in found)
        return -unready, -len(found), key[1] or ""

    return {key: groups[key] for key in sorted(groups, key=work)}


def draw_regions(rows: list[dict[str, Any]], lang: str) -> None:
    """Draw a block for each region; those that need more than a signature stand open."""
    groups = group_by_region(rows)
    for number, ((level, region), found) in enumerate(groups.items()):
        is_open = len(groups) <= _FEW or not all(map(needs_only_signature, found))
        label = _say_group(level, region, found, lang)
        with st.expander(label, expanded=is_open, key=f"readiness_{number}"):
            st.html(render_list(found, lang, where=_say_place(level, region, lang)))


def _say_place(level: str, region: str | None, lang: str) -> str:
    return reads.region_name(region, lang) if region else words.word(words.LEVELS, level, lang)


def _say_group(level: str, region: str | None, found: list[dict[str, Any]], lang: str) -> str:
    where = _say_place(level, region, lang)
    number = ntext("{n} contest", "{n} contests", len(found), lang)
    signature = sum(map(needs_only_signature, found))
    said = text("lacking only the signature: {n}", lang, n=signature)
    return f"**{where}** · {number}" + (f" · {said}" if signature else "")


def render_list(rows: list[dict[str, Any]], lang: str, *, where: str) -> str:
    """Return the blocked contests as HTML: contest, what blocks it, who can put it right, due."""
    columns = [
        ("contest", text("Contest", lang)),
        ("problem", text("What blocks it", lang)),
        ("owner", text("Whose turn", lang)),
        ("due", text("Due", lang)),
    ]
    body = [
        [
            ("contest", _name(row, lang)),
            ("problem", _problems(row, lang)),
            ("owner", escape(_owners(row, lang))),
            ("due", _due(row, lang)),
        ]
        for row in rows
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


def _problems(row: dict[str, Any], lang: str) -> str:
    ordered = sorted(row["problems"], key=lambda one: (_WORST[one["severity"]], one["problem"]))
    return "".join(
        f'<span class="k-problem{" k-act-text" if is_blocking(one) else ""}">'
        f"{_SIGNS[one['severity']]} {escape(say_problem(one, lang))}</span>"
        for one in ordered
    )


def _owners(row: dict[str, Any], lang: str) -> str:
    owners = dict.fromkeys(one["owner"] for one in row["problems"] if is_blocking(one))
    return ", ".join(words.word(OWNERS, owner, lang) for owner in owners)


def _due(row: dict[str, Any], lang: str) -> str:
    if row["due"] is None:
        return ""
    said = format_date(row["due"], lang, year=True)
    if not row["is_late"]:
        return escape(said)
    return f'{escape(said)}<span class="k-under">{escape(text("overdue", lang))}</span>'
