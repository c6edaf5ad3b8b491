"""What an act would change, shown before it is written: counts, a table a kind, a download."""

from collections import Counter
from dataclasses import replace
from html import escape

import streamlit as st

from kasipkor_core import access
from kasipkor_core.i18n import format_number, mark, text
from kasipkor_core.store import Difference, Foreseen
from kasipkor_core.ui import awards, reads
from kasipkor_core.ui.changes import KINDS, Names, Shown
from kasipkor_core.ui.grid import render_table
from kasipkor_core.ui.head import caption, section
from kasipkor_core.ui.session import Visitor
from kasipkor_core.ui.tables import download

_MOST = 40  # rows of a table; the rest is in the download
_BADGES = {
    "place": ("gray", mark("Places")),
    "award": ("gray", mark("Awards")),
    "total": ("gray", mark("Points")),
    "seat": ("orange", mark("Quota seats")),
    "start_list": ("red", mark("Start lists")),
    "document": ("red", mark("Documents")),
    "signature": ("red", mark("Signatures")),
    "name": ("gray", mark("Names in public")),
}


def draw(foreseen: Foreseen, who: Visitor, *, title: str) -> None:
    """Draw the list that whoever writes approves: counts and a table for each kind of change.

    Args:
        foreseen: What the act would change.
        who: The visitor; names are those of the list.
        title: What the act is.
    """
    lang = who.lang
    shown = hide_places(foreseen, who)
    with st.container(border=True, key="changes"):
        section(title)
        if not foreseen.differences:
            st.markdown(
                f":gray[{text('No place, award, seat, start list or paper changes.', lang)}]"
            )
        if len(shown.differences) < len(foreseen.differences):
            st.markdown(
                f":gray[{text('Places are not shown while the contest is being marked.', lang)}]"
            )
        if shown.differences:
            _draw_list(shown, who)


def _draw_list(shown: Foreseen, who: Visitor) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="changes_head"):
        st.markdown(render_badges(shown, who.lang), width="content")
        download(shown.table, name="changes", lang=who.lang, key="changes_download")
    names = _name_contests(who)
    for name, kind in KINDS.items():
        rows = [one for one in shown.differences if one.field in kind.fields]
        if rows:
            caption(text(kind.title, who.lang), _only(rows, names))
            _draw_table(name, kind.show(rows, names), names)


def hide_places(foreseen: Foreseen, who: Visitor) -> Foreseen:
    """Return the list without what says who leads where juries still mark (WM-08).

    Args:
        foreseen: What the act would change; this is what is approved.
        who: The visitor, whose role may see places or not.
    """
    hidden = {
        row["contest"]
        for row in reads.list_contests(who)
        if not access.sees_places(
            who.role,
            is_final=row["is_final"],
            shown_while_marking=row["show_places_while_marking"],
        )
    }
    kept = (
        one
        for one in foreseen.differences
        if one.contest not in hidden or one.field in ("document", "signature", "name")
    )
    return replace(foreseen, differences=tuple(kept))


def render_badges(foreseen: Foreseen, lang: str) -> str:
    """Return how many values of each kind change, as badges in Markdown."""
    counts = Counter(one.field for one in foreseen.differences)
    return " ".join(
        f":{colour}-badge[{text(word, lang)} {format_number(counts[field], lang)}]"
        for field, (colour, word) in _BADGES.items()
        if counts[field]
    )


def _name_contests(who: Visitor) -> Names:
    rows = reads.list_contests(who)
    return Names(who.lang, {row["contest"]: awards.contest_name(row, who.lang) for row in rows})


def _only(rows: list[Difference], names: Names) -> str:
    """Return the one contest that all rows are about; nothing when there are several."""
    ids = {one.contest for one in rows}
    return names.contest(next(iter(ids))) if len(ids) == 1 else ""


def _draw_table(kind: str, shown: Shown, names: Names) -> None:
    """Draw one table; the contest stands in a column where there are several, else above it."""
    lang, (columns, body, about) = names.lang, shown
    if len({one.contest for one in about}) > 1:
        columns = [*columns, ("contest", text("Contest", lang))]
        body = [
            [*cells, ("contest", escape(names.contest(one.contest)))]
            for cells, one in zip(body, about, strict=True)
        ]
    label = text("What changes", lang)
    st.html(render_table(columns, body[:_MOST], label=label, testid=f"changes_{kind}"))
    if len(body) > _MOST:
        rest = format_number(len(body) - _MOST, lang)
        st.caption(text("{rest} more are in the download.", lang, rest=rest))
