"""Participants: the people of all entries, a search, and pairs that may be one person."""

from collections.abc import Callable
from functools import partial
from html import escape
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import streamlit as st

from kasipkor_core import access, words
from kasipkor_core.i18n import format_season, mark, ntext, text
from kasipkor_core.ui import acts, awards, reads
from kasipkor_core.ui.grid import render_table
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
_EVENT = ("season", "programme", "level")
_FILTERS = {name: (name,) for name in (*_EVENT, "unit")} | {"region": ("region", "scope", "host")}
_SEARCHED = ("name", "entry", "organisation")
_MOST_PAIRS = 20
_MOST_PEOPLE = 100


def list_people(who: Visitor, wanted: str) -> pa.Table:
    """Return the people that the filters and the search leave, in the order of the alphabet.

    A table: rows of the thousands of a national season would take a third of a second to make.
    """
    people = reads.read("entries", who)
    for name, columns in _FILTERS.items():
        code = who.chosen(name)
        if code is not None:
            people = _keep(people, columns, lambda *codes, code=code: code in codes)
    if wanted.strip():
        people = _keep(people, _SEARCHED, partial(matches, wanted))
    return people


def _keep(people: pa.Table, columns: tuple[str, ...], fits: Callable[..., bool]) -> pa.Table:
    """Return the rows whose texts in these columns fit."""
    texts = (people[name].cast(pa.string()).to_pylist() for name in columns)
    kept = [fits(*row) for row in zip(*texts, strict=True)]
    return people.filter(pa.array(kept, pa.bool_()))


def find_title(people: pa.Table, wanted: str, lang: str) -> str:
    """Return the finding: how many people, in how many contests."""
    count = people.num_rows
    if not count:
        return text("No participant is found", lang)
    if wanted.strip():
        return ntext("{n} participant is found", "{n} participants are found", count, lang)
    return ntext(
        "{n} participant in {contests} contests",
        "{n} participants in {contests} contests",
        count,
        lang,
        contests=pc.count_distinct(people["contest"]).as_py(),
    )


def draw_people(people: pa.Table, lang: str) -> None:
    """Draw people as a table; a long one ends with how to find the others."""
    if not people.num_rows:
        empty(
            text("Nobody is called so in this filter. Shorten the name or remove a filter.", lang)
        )
        return
    st.html(render_people(people.slice(0, _MOST_PEOPLE).to_pylist(), lang))
    rest = people.num_rows - _MOST_PEOPLE
    if rest > 0:
        st.caption(
            ntext(
                "{n} more participant: search a name or choose a region.",
                "{n} more participants: search a name or choose a region.",
                rest,
                lang,
            )
        )


def render_people(people: list[dict[str, Any]], lang: str) -> str:
    """Return people as HTML: who, in which contest, from where, in which state."""
    columns = [
        ("person", text("Participant", lang)),
        ("contest", text("Contest", lang)),
        ("region", text("Region", lang)),
        ("college", text("Organisation", lang)),
        ("state", text("State", lang)),
    ]
    body = [
        [
            ("person", f"<b>{escape(one['name'] or text('(erased)', lang))}</b>"),
            ("contest", _contest(one, lang)),
            ("region", escape(one["region_name"] or one["region"] or "")),
            ("college", escape(one["organisation"] or "")),
            ("state", escape(_state(one, lang))),
        ]
        for one in people
    ]
    return render_table(
        columns, body, label=text("Participants", lang), testid="people", leads="person"
    )


def _contest(one: dict[str, Any], lang: str) -> str:
    about = (
        words.level_name(one, lang) or words.word(words.PROGRAMMES, one["programme"], lang),
        format_season(one["season"]),
        text("entry {entry}", lang, entry=one["entry"]),
    )
    return f'{escape(words.unit_title(one, lang))}<span class="k-under">{" · ".join(about)}</span>'


def _state(one: dict[str, Any], lang: str) -> str:
    status = "excluded" if one["status"] == "active" and not one["is_expected"] else one["status"]
    guest = f" · {text('guest', lang)}" if one["is_guest"] else ""
    return words.word(STATUSES, status, lang) + guest


def list_pairs(who: Visitor) -> list[dict[str, Any]]:
    """Return the pairs that the filters leave, those that nobody has decided first."""
    rows = reads.read("person_matches", who).to_pylist()
    left = [
        row
        for row in rows
        if who.chosen("region") in (None, row["region"])
        and all(who.chosen(name) in (None, str(row[name])) for name in _EVENT)
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
    contests = {row["contest"]: row for row in reads.list_contests(who)}
    if not pairs:
        empty(text("No name stands in two contests of the same level and season.", lang))
    for number, pair in enumerate(pairs[:_MOST_PAIRS]):
        with st.container(border=True, key=f"pair_{number}"):
            said = words.word(PAIR_STATES, pair["state"], lang)
            agrees = words.word(_AGREES, pair["agrees"], lang)
            st.markdown(f":gray-badge[{said}] :gray[{agrees}]")
            left, right = st.columns(2)
            left.markdown(_side(pair, "", contests, lang))
            right.markdown(_side(pair, "other_", contests, lang))
            if access.may(who.role, "decide"):
                _draw_decisions(pair, number, lang)
    if len(pairs) > _MOST_PAIRS:
        st.caption(text("More pairs follow when these are decided.", lang))


def _side(pair: dict[str, Any], prefix: str, contests: dict[str, dict[str, Any]], lang: str) -> str:
    """Return one entry of a pair: name, contest, organisation."""
    row = contests.get(pair[f"{prefix}contest"])
    where = awards.contest_name(row, lang) if row else pair[f"{prefix}contest"]
    entry = text("entry {entry}", lang, entry=pair[f"{prefix}entry"])
    return (
        f"**{pair[f'{prefix}name']}**  \n{where} · {entry}  \n"
        f":gray[{pair[f'{prefix}organisation'] or ''}]"
    )


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
