"""Ties: who shares a place, what the rules say step by step, and what the jury may decide."""

from html import escape
from itertools import groupby
from operator import itemgetter
from typing import Any

from kasipkor_core import words
from kasipkor_core.i18n import format_points, format_stamp, mark, ntext, text
from kasipkor_core.ui import awards, cells, deciding, filters, reads, why
from kasipkor_core.ui.board import render_why
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.session import Visitor

Row = dict[str, Any]
FIRST = 12  # decisions that stand open
MOST = 20  # ties that are drawn: a nation shares thousands of places
REASONS = {
    "shared_place": mark("the place is shared"),
    "jury_decision_needed": mark("waits for the jury"),
    "jury_decision": mark("decided by the jury"),
    "criteria_order": mark("decided by the order of criteria"),
}
CHAIN = {
    "share": mark("Equal points share the first place and its award."),
    "jury_decision": mark("Only one may have the first place: the jury decides in the open."),
    "criteria_order": mark("The criteria are compared one by one; the first difference decides."),
}


def list_ties(who: Visitor) -> list[list[Row]]:
    """Return the ties of the filters, each with its entries; open ones first, archives left out."""
    contests = {row["contest_no"] for row in filters.matching(who) if why.sees_places(who, row)}
    rows = [
        row
        for row in reads.read("ties", who).to_pylist()
        if row["contest_no"] in contests and not row["is_archive"]
    ]
    chosen = who.chosen("contest")
    if chosen:
        rows = [row for row in rows if row["contest"] == chosen]
    groups = [list(group) for _, group in groupby(rows, key=itemgetter("contest_no", "place"))]
    return sorted(groups, key=lambda group: not group[0]["is_open"])


def find_title(ties: list[list[Row]], lang: str) -> str:
    """Return the finding: how many ties wait for the jury."""
    waiting = sum(group[0]["is_open"] for group in ties)
    if waiting:
        return ntext("{n} tie waits for the jury", "{n} ties wait for the jury", waiting, lang)
    if not ties:
        return text("Nobody shares a place", lang)
    return ntext(
        "{n} place is shared, none waits for the jury",
        "{n} places are shared, none waits for the jury",
        len(ties),
        lang,
    )


def tell_more(number: int, lang: str) -> str:
    """Say how many ties are not drawn, and how to find them."""
    return ntext(
        "{n} more place is shared: choose a region, a skill or a contest.",
        "{n} more places are shared: choose a region, a skill or a contest.",
        number,
        lang,
    )


def name_contest(who: Visitor, contest_no: int) -> str:
    """Return what a contest is called."""
    rows = reads.list_contests(who)
    row = next(row for row in rows if row["contest_no"] == contest_no)
    return awards.contest_name(row, who.lang)


def render_tie(group: list[Row], lang: str) -> str:
    """Return the entries of one tie with the rule, as HTML."""
    columns = [
        ("place", text("Place", lang)),
        ("name", text("Participant", lang)),
        ("region", text("Region", lang)),
        ("points", text("Points", lang)),
        ("award", text("Award", lang)),
        ("state", text("What became of it", lang)),
        ("why", ""),
    ]
    body = [_tie_cells(row, lang) for row in group]
    rule = group[0]["rule"]
    says = (
        text(CHAIN[group[0]["winner_tie"]], lang)
        if rule == "BP-15"
        else text("Equal points share a place; the next place is skipped.", lang)
    )
    table = render_table(columns, body, label=text("Tie", lang), testid="tie", leads="name")
    return f'<p class="k-rule">{escape(says)} <small>{escape(rule)}</small></p>{table}'


def _tie_cells(row: Row, lang: str) -> list[tuple[str, str]]:
    region = row["region"]
    return [
        ("place", f"<b>{row['place']} =</b>"),
        ("name", escape(row["name"] or row["entry"])),
        ("region", escape(reads.region_name(region, lang) if region else "")),
        ("points", f"<b>{format_points(row['total'], lang)}</b>"),
        ("award", escape(words.word(words.AWARDS, row["award"], lang))),
        ("state", escape(text(REASONS[row["tie_reason"]], lang))),
        ("why", render_why(row, lang)),
    ]


def list_choices(group: list[Row], lang: str) -> dict[str, deciding.Choice]:
    """Return what the jury may decide about an open tie: share it, or one of them."""
    contest = group[0]["contest"]
    one = {
        text("The first place goes to {name}", lang, name=row["name"] or row["entry"]): (
            "award",
            f"{contest}/{row['entry']}",
            "winner",
        )
        for row in group
    }
    return {text("They share the first place", lang): ("tie", contest, "both"), **one}


def list_decisions(who: Visitor) -> list[Row]:
    """Return the decisions in the contests of the filters, the newest first."""
    contests = {row["contest_no"] for row in filters.matching(who)}
    rows = [
        row for row in reads.read("decisions", who).to_pylist() if row["contest_no"] in contests
    ]
    chosen = who.chosen("contest")
    return _join_workplaces([row for row in rows if chosen is None or row["contest"] == chosen])


def _join_workplaces(rows: list[Row]) -> list[Row]:
    """Return a draw of workplaces once: it is recorded for everybody who starts."""
    seen: set[int] = set()
    joined = []
    for row in rows:
        if row["kind"] != "workplace_draw":
            joined.append(row)
        elif row["batch_no"] not in seen:
            seen.add(row["batch_no"])
            joined.append(row | {"name": None})
    return joined


def render_decisions(rows: list[Row], names: dict[str, str], lang: str) -> str:
    """Return the recorded decisions as HTML: what, about whom, by whom, when, why.

    Args:
        rows: Rows of ``mart.decisions``.
        names: What contests are called; one that is not listed is shown by its id.
        lang: kk, ru or en.
    """
    columns = [
        ("kind", text("Decision", lang)),
        ("name", text("About", lang)),
        ("value", text("Value", lang)),
        ("who", text("Decided by", lang)),
        ("at", text("When", lang)),
        ("reason", text("Reason", lang)),
        ("act", text("Batch", lang)),
    ]
    body = [
        [
            ("kind", escape(text(words.DECISIONS[row["kind"]], lang))),
            ("name", escape(_name_about(row, names))),
            ("value", escape(cells.name_value(row, lang))),
            ("who", escape(row["who"] or "")),
            ("at", format_stamp(row["at"])),
            ("reason", escape(_say_why(row, names, lang))),
            ("act", str(row["batch_no"])),
        ]
        for row in rows
    ]
    return render_table(
        columns, body, label=text("Decisions", lang), testid="decisions", leads="kind"
    )


def _name_about(row: Row, names: dict[str, str]) -> str:
    """Return what a decision is about: the contest, and the entry when it is about one."""
    contest = row["contest"]
    return " · ".join(filter(None, (names.get(contest, contest), row["name"])))


def _say_why(row: Row, names: dict[str, str], lang: str) -> str:
    """Return the reason; of what came with an entry from below, in which contest it was decided."""
    said, below = [row["reason"] or ""], row["from_contest"]
    if below:
        said.append(text("Decided in {contest}", lang, contest=names.get(below, below)))
    return " · ".join(filter(None, said))
