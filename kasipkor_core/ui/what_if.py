"""The what-if of quotas: sliders that share the places out anew; nothing of it is saved."""

from dataclasses import replace
from html import escape
from typing import Any

import streamlit as st

from kasipkor_core.i18n import error_text, mark, text
from kasipkor_core.store.what_if import Method, Sharing, Weight
from kasipkor_core.ui.head import caption
from kasipkor_core.ui.quota_country import is_possible, read_compared
from kasipkor_core.ui.quota_region import describe_strip, read_limited
from kasipkor_core.ui.quotas import Event
from kasipkor_core.ui.session import Visitor

METHODS: dict[Method, str] = {
    "largest_remainder": mark("Largest remainder"),
    "sainte_lague": mark("Sainte-Laguë"),
    "dhondt": mark("D'Hondt"),
}
WEIGHTS: dict[Weight, str] = {
    "entries": mark("Entries"),
    "colleges": mark("Colleges"),
    "medal_points_before": mark("Last year's medal points"),
}
_MOST_TOTAL, _MOST_SEATS, _SPARE = 700, 60, 10


def draw_sliders(who: Visitor, event: Event, *, persons: int, regions: int) -> Sharing | None:
    """Draw the sliders and return the what-if, or None when it asks for the impossible.

    Args:
        who: The visitor.
        event: The event whose places are shared out.
        persons: Persons who go on now: the total to begin with.
        regions: Regions there are now.
    """
    lang = who.lang
    with st.container(border=True, height="stretch", key="what_if"):
        caption(text("What if?", lang), text("not saved", lang))
        total = st.slider(
            text("Places in all", lang),
            1,
            max(_MOST_TOTAL, persons),
            max(persons, regions, 1),
            key="what_if_total",
        )
        floor, cap = st.slider(
            text("Least and most for a region", lang),
            0,
            _MOST_SEATS,
            (0, _MOST_SEATS),
            key="what_if_bounds",
        )
        sharing = _choose_way(who, Sharing(**event._asdict(), total=total, floor=floor, cap=cap))
        if refused := is_possible(who, sharing):
            st.html(f'<p class="k-act">◆ {error_text(refused, lang)}</p>')
            return None
        tell_left(who, event, sharing)
    return sharing


def _choose_way(who: Visitor, sharing: Sharing) -> Sharing:
    """Draw the choices of what places go by and how they are rounded."""
    lang = who.lang
    weight: Weight = st.selectbox(
        text("In proportion to", lang),
        list(WEIGHTS),
        format_func=lambda code: text(WEIGHTS[code], lang),
        key="what_if_weight",
    )
    method: Method = st.selectbox(
        text("Method", lang),
        list(METHODS),
        format_func=lambda code: text(METHODS[code], lang),
        key="what_if_method",
    )
    cap = None if sharing.cap == _MOST_SEATS else sharing.cap
    return replace(sharing, weight=weight, method=method, cap=cap)


def tell_left(who: Visitor, event: Event, sharing: Sharing) -> None:
    """Say how many places are given out, how many wait for a tie, how many nobody may take."""
    rows = read_compared(who, event, sharing).to_pylist()
    given = sum(row["seats"] or 0 for row in rows)
    tied = max((row["seats_tied"] or 0 for row in rows), default=0)
    says = text("Shared out: {n} of {all} places", who.lang, n=given, all=sharing.total)
    if tied:
        says += f"; {text('tied: {n}', who.lang, n=tied)}"
    if not any(row["weight"] for row in rows):
        says = text("Nobody has a weight of this kind in this season.", who.lang)
    st.html(f'<p class="k-note">{says}</p>')


def draw_limit(who: Visitor, event: Event, row: dict[str, Any]) -> int | None:
    """Draw the slider of one region and return the limit it asks for, None for what holds.

    Args:
        who: The visitor.
        event: The event left behind.
        row: ``mart.quotas`` of the region.
    """
    lang = who.lang
    whole = max(row["persons"], row["maximum"] or 0, 1)
    now = row["maximum"] if row["is_enforced"] and row["maximum"] else whole
    with st.container(border=True, height="stretch", key="what_if"):
        caption(text("What if?", lang), text("not saved", lang))
        limit: int = st.slider(
            text("Persons who go on", lang), 0, whole + _SPARE, now, key=f"limit_{row['region']}"
        )
        chosen = None if limit == now else limit
        seats = read_limited(who, event, row["region"], chosen).to_pylist()
        says = describe_strip(seats, lang)
        st.html(f'<p class="k-note">{escape(says)}</p>')
    return chosen
