"""Quotas: which event, what was found in it, and the words of decisions and ranges."""

from html import escape
from typing import Any, NamedTuple
from urllib.parse import urlencode

import streamlit as st

from kasipkor_core import words
from kasipkor_core.i18n import mark, ntext, sort_key, text
from kasipkor_core.ui import reads, session
from kasipkor_core.ui.session import Visitor

_FIRST_LEVELS = ("oblast", "college", "republic")


class Event(NamedTuple):
    """One level of one season, from which entries go on to the next."""

    programme: str
    season: int
    level: str


def list_events(who: Visitor) -> list[Event]:
    """Return every event with quotas, the newest season and the oblasts first."""
    found = [Event(**row) for row in reads.read("quota_events", who).to_pylist()]
    return sorted(found, key=lambda one: (-one.season, _rank(one.level), one.programme))


def _rank(level: str) -> int:
    return _FIRST_LEVELS.index(level) if level in _FIRST_LEVELS else len(_FIRST_LEVELS)


def find_event(events: list[Event], who: Visitor) -> Event | None:
    """Return the first event that the filters leave, or None."""
    for event in events:
        codes = event._asdict().items()
        if all(who.chosen(name) in (None, str(code)) for name, code in codes):
            return event
    return None


def event_name(event: Event, lang: str) -> str:
    """Return what an event is called: level and season."""
    season = words.season_name({"season": event.season, "level": event.level}, lang)
    return f"{words.word(words.LEVELS, event.level, lang)} · {season}"


def choose_event(events: list[Event], event: Event, lang: str) -> None:
    """Draw the choice of the event; it stands in the address as season and level."""
    codes = {f"{one.programme} {one.season} {one.level}": one for one in events}
    st.session_state["quota_event"] = " ".join(map(str, event))
    st.selectbox(
        text("Championship", lang),
        list(codes),
        format_func=lambda code: event_name(codes[code], lang),
        key="quota_event",
        on_change=_write_event,
        label_visibility="collapsed",
        width=340,
    )


def _write_event() -> None:
    _, season, level = str(st.session_state["quota_event"]).split()
    session.choose("season", season)
    session.choose("level", level)


def read_regions(who: Visitor, event: Event) -> list[dict[str, Any]]:
    """Return the quotas of all regions at one event: those out of the range, then by persons."""
    rows = reads.read_event("quotas", who, **event._asdict()).to_pylist()
    found = reads.read_event("quota_matches", who, **event._asdict()).to_pylist()
    matches = {row["region"]: row["matches_proposed"] for row in found}
    rows = [row | {"matches_proposed": matches.get(row["region"], 0)} for row in rows]
    return sorted(rows, key=lambda row: (-row["persons"], sort_key(row["region_name"])))


def find_country_title(rows: list[dict[str, Any]], lang: str) -> str:
    """Return the finding about all regions: how many are out of the range, or how many go on."""
    below = sum(row["status"] == "below_min" for row in rows)
    above = sum(row["status"] == "above_max" for row in rows)
    if below and above:
        return text(
            "{below} of {all} regions are below the range, {above} above it",
            lang,
            below=below,
            above=above,
            all=len(rows),
        )
    if below:
        return text(
            "{below} of {all} regions are below the range", lang, below=below, all=len(rows)
        )
    if above:
        return text(
            "{above} of {all} regions are above the range", lang, above=above, all=len(rows)
        )
    if all(row["status"] == "in_range" for row in rows):
        return text("All {all} regions are in the range", lang, all=len(rows))
    persons = sum(row["seats_in"] for row in rows)
    return ntext(
        "{n} person goes on to the next level", "{n} persons go on to the next level", persons, lang
    )


def find_region_title(row: dict[str, Any], lang: str) -> str:
    """Return the finding about one region: what is settled, what is held, how far the range is."""
    name = row["region_name"]
    if row["entries_hold"]:
        return _held_title(row, lang)
    if not row["persons"]:
        return text("{region}: nobody goes on yet", lang, region=name)
    if row["status"] == "below_min":
        return text(
            "{region}: {n} go on, {short} fewer than the range asks for",
            lang,
            region=name,
            n=row["seats_in"],
            short=row["short_by"],
        )
    if row["status"] == "above_max":
        return text(
            "{region}: {n} go on, {above} winners more than the range has",
            lang,
            region=name,
            n=row["seats_in"],
            above=row["above_by"],
        )
    return ntext(
        "{region}: {n} person goes on",
        "{region}: {n} persons go on",
        row["seats_in"],
        lang,
        region=name,
    )


def _held_title(row: dict[str, Any], lang: str) -> str:
    values = {"region": row["region_name"], "held": row["entries_hold"], "n": row["seats_in"]}
    if row["maximum"] is None:
        return text("{region}: {n} go on, {held} wait for a decision", lang, **values)
    left = row["maximum"] - row["seats_in"]
    if left == 1:
        return text(
            "{region}: {n} of {seats} places are settled, {held} tie for the last",
            lang,
            seats=row["maximum"],
            **values,
        )
    return text(
        "{region}: {n} of {seats} places are settled, {held} tie for the rest",
        lang,
        seats=row["maximum"],
        **values,
    )


def describe_rule(row: dict[str, Any], lang: str) -> str:
    """Return the range in words, with what it is: a limit, or a range that is only observed."""
    if row["minimum"] is None and row["maximum"] is None:
        return text("no range is set for this season", lang)
    key = _RULES[bool(row["is_enforced"])]
    return text(key, lang, least=row["minimum"] or 0, most=row["maximum"] or 0)


_RULES = {
    True: mark("{least}–{most} persons a region, the limit is enforced"),
    False: mark("{least}–{most} persons a region, a range and no limit"),
}


def list_cautions(rows: list[dict[str, Any]], lang: str) -> list[str]:
    """Return what may still change the list: unsigned contests, persons who may be one."""
    unsigned = sum(row["contests_unsigned"] for row in rows)
    matches = sum(row["matches_proposed"] for row in rows)
    held = sum(row["entries_hold"] for row in rows)
    said = []
    if held:
        said.append(text("Entries that wait for the commission: {n}", lang, n=held))
    if unsigned:
        whole = sum(row["contests"] for row in rows)
        said.append(
            text(
                "Not signed off: {n} of {all} contests, the list may change",
                lang,
                n=unsigned,
                all=whole,
            )
        )
    if matches:
        said.append(text("Pairs of winners who may be one person: {n}", lang, n=matches))
    return said


def draw_cautions(said: list[str]) -> None:
    """Draw what may still change as one line of badges; nothing when all is settled."""
    if said:
        badges = "".join(f'<span class="k-badge k-wait">◐ {escape(one)}</span> ' for one in said)
        st.html(f'<p class="k-cautions">{badges}</p>')


def link(path: str, lang: str, label: str, **codes: str | int | None) -> str:
    """Return a link to a page of this server, with its codes and the reader's language."""
    given = {name: code for name, code in codes.items() if code is not None}
    query = urlencode({**given, "lang": lang})
    return f'<a href="{path}?{query}" target="_self">{escape(label)}</a>'


def leave_region() -> None:
    """Go back to all regions."""
    session.choose("region", None)
