"""Venues without internet: lending a copy, packing what was done on it, merging a package."""

import datetime as dt
import hashlib
import tempfile
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from kasipkor_core.errors import KasipkorError
from kasipkor_core.i18n import format_moment, format_number, ntext, text
from kasipkor_core.store import (
    Lent,
    Merged,
    Take,
    find_lent,
    lend_copy,
    list_open,
    look_at_package,
    merge_package,
    pack_venue,
    read_head,
    refuse_role,
)
from kasipkor_core.ui import session, venue_report
from kasipkor_core.ui.awards import name_contests
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import empty
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.trouble import tell

_STATE = "kasipkor_merged"
_LOOK = "kasipkor_package"
_KEY = "package_key"
Row = dict[str, Any]


def find_own() -> Lent | None:
    """Return what this ledger knows of itself as a venue's copy; null: it is an office's own."""
    return find_lent(session.store())


def find_title(lent: Lent | None, merges: Sequence[Row], lang: str) -> str:
    """Return the finding: whose copy this is, or how many packages were merged."""
    if lent:
        return text("This is the copy of {venue}", lang, venue=lent.venue)
    if not merges:
        return text("No package of a venue has come yet", lang)
    return ntext("{n} package merged", "{n} packages merged", len(merges), lang)


def draw_lending(lang: str) -> None:
    """Draw the way to make a copy for a venue; it is made when the button is pressed."""
    with st.popover(text("Copy for a venue", lang), icon=":material/usb:", key="lend"):
        venue = st.text_input(text("What people call the venue", lang), key="lend_venue").strip()
        st.markdown(
            text(
                "The copy holds all names and marks, and none of the office's keys and links. "
                "Carry it on an encrypted stick. At the venue: `kasipkor restore FILE`.",
                lang,
            )
        )
        told = _sign()  # here: the copy is made outside the run that knows who looks
        if venue:
            st.download_button(
                text("Make the copy", lang),
                lambda: _lend(venue, told),
                file_name=f"{_name_file(venue)}.duckdb",
                key="lend_now",
                on_click="ignore",
            )


def _lend(venue: str, told: Mapping[str, str]) -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "venue.duckdb"
        lend_copy(session.store(), target, venue=venue, **told)
        return target.read_bytes()


def draw_packing(lent: Lent, lang: str) -> None:
    """Draw what a venue gives the office: its package, and the key by which it is known."""
    if read_head(session.store()) <= lent.base_batch_no:
        empty(text("Nothing was written since the copy was lent: there is nothing to pack.", lang))
        return
    role = _sign()["actor_role"]  # here: it is packed outside the run that knows who looks
    st.markdown(
        text(
            "Everything written here since batch {number} goes into one file, sealed for the "
            "office. It may be packed as often as you like: the office takes what it does not "
            "have.",
            lang,
            number=format_number(lent.base_batch_no, lang),
        )
    )
    st.download_button(
        text("Pack for the office", lang),
        lambda: pack_venue(session.store(), now=_now(), actor_role=role),
        file_name=f"{_name_file(lent.venue)}.package",
        icon=":material/package_2:",
        type="primary",
        key="pack_now",
        on_click="ignore",
    )
    st.caption(text("If the office asks for the key of this venue, read it out:", lang))
    st.code(lent.public_key, language=None, wrap_lines=True)


def draw_merging(who: Visitor) -> None:
    """Draw the way a package comes in: what differs, the answers, and the button."""
    lang = who.lang
    file = st.file_uploader(text("Package of a venue", lang), key="package")
    if file is None:
        return
    data = file.getvalue()
    try:
        seen = _look(data, who)
    except KasipkorError as error:
        tell(error, lang)
        return
    if not seen.batches:
        st.info(text("Everything {venue} packed is here already.", lang, venue=seen.venue))
        return
    answers = venue_report.draw_report(seen.conflicts, who)
    left = list_open(seen.conflicts, answers)
    if seen.stranger:
        _ask_key(seen.stranger, lang)
    count, named = len(seen.batches), seen.venue
    st.button(
        ntext(
            "Merge {n} batch of {venue}", "Merge {n} batches of {venue}", count, lang, venue=named
        ),
        type="primary",
        key="merge_now",
        disabled=bool(left),
        on_click=_merge,
        args=(data, answers, file.name, lang),
    )


def _ask_key(key: str, lang: str) -> None:
    st.warning(
        text(
            "Nobody here knows the key that signed this package. Ask the venue for its key by "
            "telephone and write it here; it must be this one:",
            lang,
        ),
        icon=":material/key:",
    )
    st.code(key, language=None, wrap_lines=True)
    st.text_input(text("Key as the venue says it", lang), key=_KEY)


def draw_outcome(lang: str) -> None:
    """Say what came of the merge that was just made."""
    outcome = st.session_state.pop(_STATE, None)
    if isinstance(outcome, KasipkorError):
        tell(outcome, lang)
    elif outcome:
        st.success(outcome, icon=":material/check:")


def draw_merges(merges: Sequence[Row], who: Visitor) -> None:
    """Draw the packages that were merged, the newest first."""
    if not merges:
        return
    lang = who.lang
    names = name_contests(who)
    columns = [
        ("no", text("Batch", lang)),
        ("name", text("Venue", lang)),
        ("n", text("Batches", lang)),
        ("days", text("When", lang)),
        ("who", text("Who", lang)),
        ("what", text("Given to", lang)),
    ]
    body = [
        [
            ("no", format_number(row["batch_no"], lang)),
            ("name", escape(row["venue"])),
            ("n", format_number(row["batches"], lang)),
            ("days", escape(format_moment(row["at"], lang))),
            ("who", escape(row["actor"])),
            ("what", escape(venue_report.name_taken(row["taken"] or "", names, lang))),
        ]
        for row in merges
    ]
    label = text("Merged packages", lang)
    st.html(render_table(columns, body, label=label, testid="merges", is_sparse=True, leads="name"))


def _look(data: bytes, who: Visitor) -> Merged:
    """Look at a package once for each state of the ledger: it is laid and taken away again."""
    key = (hashlib.sha256(data).hexdigest(), who.as_of)
    kept = st.session_state.get(_LOOK)
    if kept is None or kept[0] != key:
        refuse_role(who.role, "merge")
        kept = (key, look_at_package(session.store(), data, now=_now()))
        st.session_state[_LOOK] = kept
    seen: Merged = kept[1]
    return seen


def _merge(data: bytes, answers: Mapping[str, Take], name: str, lang: str) -> None:
    trusted = st.session_state.get(_KEY, "").strip() or None
    try:
        merged = merge_package(
            session.store(),
            data,
            now=_now(),
            answers=answers,
            trusted=trusted,
            file_name=name,
            **_sign(),
        )
    except KasipkorError as error:
        st.session_state[_STATE] = error
        return
    st.session_state[_STATE] = text(
        "{venue} is merged: batches {first} to {last}.",
        lang,
        venue=merged.venue,
        first=format_number(min(merged.batches.values()), lang),
        last=format_number(max(merged.batches.values()), lang),
    )


def _sign() -> dict[str, str]:
    told = session.look().signature()
    return {"actor": told["actor"], "actor_role": told["actor_role"]}


def _now() -> dt.datetime:
    return dt.datetime.now(dt.UTC)


def _name_file(venue: str) -> str:
    words = "".join(sign if sign.isalnum() else " " for sign in venue).split()
    return "-".join(words) or "venue"
