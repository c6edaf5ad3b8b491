"""Participants: the people of all entries, a search, and pairs that may be one person."""

from typing import Any

import pyarrow as pa
import streamlit as st

from kasipkor_core import access
from kasipkor_core.i18n import format_season, mark, ntext, text
from kasipkor_core.ui import acts, reads, words
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.search import matches
from kasipkor_core.ui.session import Visitor

STATUSES = {
    "active": mark("takes part"),
    "absent": mark("absent"),
    "withdrawn": mark("withdrawn"),
    "excluded": mark("excluded"),
}
PAIR_STATES = {
    "proposed": mark("Proposed"),
    "merged": mark("One person"),
    "split": mark("Two persons"),
}
_AGREES = {"organisation": mark("the organisation agrees too"), "region": mark("the region agrees")}
_FILTERS = ("season", "programme", "level", "unit")
_MOST_PAIRS = 20


def list_people(who: Visitor, wanted: str) -> list[dict[str, Any]]:
    """Return the people that the filters and the search leave, in the order of the alphabet."""
    rows = reads.read("entries", who).to_pylist()
    return [row for row in rows if _fits(row, who) and _is_wanted(row, wanted)]


def _fits(row: dict[str, Any], who: Visitor) -> bool:
    region = who.chosen("region")
    if region is not None and region not in (row["region"], row["scope"], row["host"]):
        return False
    return all(who.chosen(name) in (None, str(row[name])) for name in _FILTERS)


def _is_wanted(row: dict[str, Any], wanted: str) -> bool:
    return not wanted.strip() or matches(wanted, row["name"], row["entry"], row["organisation"])


def find_title(people: list[dict[str, Any]], wanted: str, lang: str) -> str:
    """Return the finding: how many people, in how many contests."""
    contests = len({row["contest"] for row in people})
    if not people:
        return text("No participant is found", lang)
    if wanted.strip():
        return ntext("{n} participant is found", "{n} participants are found", len(people), lang)
    return ntext(
        "{n} participant in {contests} contests",
        "{n} participants in {contests} contests",
        len(people),
        lang,
        contests=contests,
    )


def draw_people(people: list[dict[str, Any]], lang: str) -> None:
    """Draw people as a table that scrolls."""
    if not people:
        empty(
            text("Nobody is called so in this filter. Shorten the name or remove a filter.", lang)
        )
        return
    column = st.column_config.TextColumn
    st.dataframe(
        pa.Table.from_pylist([_row(one, lang) for one in people]),
        hide_index=True,
        key="people",
        height="content" if len(people) <= 12 else 520,  # noqa: PLR2004  rows that fit a screen
        column_config={
            "name": column(text("Participant", lang), width=230),
            "unit": column(text("Skill, industry or profession", lang), width=260),
            "level": column(text("Level", lang), width=170),
            "season": column(text("Season", lang), width=80),
            "entry": column(text("Entry", lang), width=70),
            "state": column(text("State", lang), width=110),
            "region": column(text("Region", lang), width=170),
            "organisation": column(text("Organisation", lang), width=320),
        },
    )


def _row(one: dict[str, Any], lang: str) -> dict[str, str]:
    status = "excluded" if one["status"] == "active" and not one["is_expected"] else one["status"]
    guest = f" · {text('guest', lang)}" if one["is_guest"] else ""
    return {
        "name": one["name"] or text("(erased)", lang),
        "unit": one["unit_name"] or one["unit"] or "",
        "level": words.word(words.LEVELS, one["level"], lang),
        "season": format_season(one["season"]),
        "entry": one["entry"],
        "state": words.word(STATUSES, status, lang) + guest,
        "region": one["region_name"] or one["region"] or "",
        "organisation": one["organisation"] or "",
    }


def list_pairs(who: Visitor) -> list[dict[str, Any]]:
    """Return the pairs that the filters leave, those that nobody has decided first."""
    rows = reads.read("person_matches", who).to_pylist()
    left = [
        row
        for row in rows
        if who.chosen("region") in (None, row["region"])
        and all(who.chosen(name) in (None, str(row[name])) for name in _FILTERS[:3])
    ]
    return sorted(left, key=lambda row: row["state"] != "proposed")


def find_pairs_title(pairs: list[dict[str, Any]], lang: str) -> str:
    """Return the finding: how many pairs wait for a decision."""
    open_ = sum(row["state"] == "proposed" for row in pairs)
    if not open_:
        return text("No pair of entries waits for a decision", lang)
    return ntext(
        "{n} pair of entries may be one person",
        "{n} pairs of entries may be one person",
        open_,
        lang,
    )


def draw_pairs(pairs: list[dict[str, Any]], who: Visitor) -> None:
    """Draw each pair side by side, with the two decisions."""
    lang = who.lang
    if not pairs:
        empty(text("No name stands in two contests of the same level and season.", lang))
    for number, pair in enumerate(pairs[:_MOST_PAIRS]):
        with st.container(border=True, key=f"pair_{number}"):
            said = words.word(PAIR_STATES, pair["state"], lang)
            agrees = words.word(_AGREES, pair["agrees"], lang)
            st.markdown(f"**{pair['name']}** :gray[{said} · {agrees}]")
            left, right = st.columns(2)
            left.markdown(_side(pair, "", lang))
            right.markdown(_side(pair, "other_", lang))
            if access.may(who.role, "decide"):
                _draw_decisions(pair, number, lang)
    if len(pairs) > _MOST_PAIRS:
        st.caption(text("More pairs follow when these are decided.", lang))


def _side(pair: dict[str, Any], prefix: str, lang: str) -> str:
    entry, contest = pair[f"{prefix}entry"], pair[f"{prefix}contest"]
    said = text("entry {entry} of {contest}", lang, entry=entry, contest=f"`{contest}`")
    return f"{pair[f'{prefix}name']}  \n:gray[{pair[f'{prefix}organisation'] or ''}]  \n{said}"


def _draw_decisions(pair: dict[str, Any], number: int, lang: str) -> None:
    subject = f"{pair['contest']}/{pair['entry']}"
    other = f"{pair['other_contest']}/{pair['other_entry']}"
    with st.container(horizontal=True, key=f"pair_acts_{number}"):
        if pair["state"] != "merged":
            acts.with_reason(
                text("One person", lang),
                acts.decide("person_merge", subject=subject, value=other),
                key=f"merge_{number}",
                said=text("Both entries count as one person, in quotas too.", lang),
                lang=lang,
            )
        if pair["state"] != "split":
            acts.with_reason(
                text("Two persons", lang),
                acts.decide("person_split", subject=subject, value=other),
                key=f"split_{number}",
                said=text("The entries belong to two persons of one name.", lang),
                lang=lang,
            )
