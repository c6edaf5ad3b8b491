"""Why this place: one entry of a contest, its steps and the walk to its cells."""

from typing import Any

import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import format_number, text
from kasipkor_core.ui import cells, live, reads, wish
from kasipkor_core.ui.session import Eyes, Visitor, see_with
from kasipkor_core.ui.steps import list_steps, render_steps


def list_entries(who: Visitor, contest: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the entries of a contest, best first; by their code while places are hidden."""
    rows = reads.read("why_entry", who, contest_no=contest["contest_no"]).to_pylist()
    if sees_places(who, contest):
        return rows
    return sorted(rows, key=lambda row: row["entry"])


def sees_places(who: Visitor, contest: dict[str, Any]) -> bool:
    """Tell whether the visitor may see places of the contest now (WM-08)."""
    return access.sees_places(
        who.role,
        is_final=contest["is_final"],
        shown_while_marking=contest["show_places_while_marking"],
    )


def find_contest(who: Visitor) -> dict[str, Any] | None:
    """Return the contest of the address, else the one that Live would show."""
    return live.find_contest(who)


def find_title(entry: dict[str, Any], lang: str, *, hides: bool) -> str:
    """Return the finding: the place and what it rests on."""
    name = entry["name"] or entry["entry"]
    if hides or entry["place"] is None:
        return text("{name}: no place yet", lang, name=name)
    if entry["total"] is None:
        return text(
            "{name}: place {place} with {scale} scale points",
            lang,
            name=name,
            place=entry["place"],
            scale=entry["scale"],
        )
    return text(
        "{name}: place {place} with {points} points",
        lang,
        name=name,
        place=entry["place"],
        points=format_number(entry["total"], lang, 2),
    )


def describe_entry(entry: dict[str, Any], contest: dict[str, Any], lang: str) -> str:
    """Return the grey line: contest, region and college of the entry."""
    parts = (
        words.unit_title(contest, lang),
        words.season_name(contest, lang),
        entry["region_long"],
        entry["organisation"],
    )
    return " · ".join(part for part in parts if part)


def show_entry(who: Visitor, contest: dict[str, Any], entry: str) -> tuple[str, str]:
    """Return the steps, and the walk from criteria to cells, as HTML."""
    return _show_entry(contest["contest_no"], entry, who.eyes())


@st.cache_resource(max_entries=256, show_spinner=False)
def _show_entry(contest_no: int, entry: str, eyes: Eyes) -> tuple[str, str]:
    who, lang = see_with(eyes), eyes.lang
    contest = live.read_contest(who, contest_no)
    others = reads.read("why_entry", who, contest_no=contest_no).to_pylist()
    own = next(row for row in others if row["entry"] == entry)
    criteria = reads.read("criteria", who, contest_no=contest_no, entry=entry).to_pylist()
    aspects = reads.read("aspects", who, contest_no=contest_no, entry=entry).to_pylist()
    lineage = reads.read("lineage", who, contest_no=contest_no, entry=entry).to_pylist()
    decided = [
        row
        for row in reads.read("decisions", who).to_pylist()
        if row["contest_no"] == contest_no and row["entry"] in {entry, None}
    ]
    walk = cells.Walk(criteria, aspects, lineage, decided, lang)
    if not sees_places(who, contest):
        return "", cells.render_walk(walk)
    scale = next(iter(reads.read("scales", who, contest_no=contest_no).to_pylist()), None)
    steps = list_steps(own, others=others, criteria=criteria, scale=scale, lang=lang)
    return render_steps(steps, lang), cells.render_walk(walk)


def find_entry(entries: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the entry of the address, else the first."""
    wanted = st.query_params.get("entry")
    return next((row for row in entries if row["entry"] == wanted), entries[0])


def choose_entry(who: Visitor, entries: list[dict[str, Any]]) -> None:
    """Draw the list of participants; the chosen one stands in the address.

    Args:
        who: The visitor.
        entries: Rows of the leaderboard, not empty.
    """
    names = {row["entry"]: str(row["name"] or row["entry"]) for row in entries}
    wish.choose(
        "entry",
        names,
        label=text("Participant", who.lang),
        chosen=find_entry(entries)["entry"],
    )
