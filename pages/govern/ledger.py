"""Ledger: the head of the chain, whether all holds, and boards as of any moment."""

import datetime as dt

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import ZONE, text
from kasipkor_core.ui import awards, chain, filters, moments

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
heads = chain.list_heads(visitor)


def time_machine() -> None:
    """Draw the choice of a contest and two moments, what differs, and the board of the first."""
    contests = moments.list_contests(filters.matching(visitor))
    if not contests:
        ui.empty(text("No contest matches. Remove a filter.", lang))
        return
    chosen = contests[ui.choose_contest(visitor, contests, lambda r: awards.contest_name(r, lang))]
    steps = ui.read("moments", visitor, contest_no=chosen["contest_no"]).to_pylist()
    picked = moments.choose_both(visitor, steps)
    today = dt.datetime.now(ZONE).date()
    numbers = [moments.resolve(visitor, words, today=today) for words in picked]
    if None in numbers:
        ui.empty(text("That is neither a time nor a batch number. Write 14:05 or 41.", lang))
        return
    first, second = (moments.look_at(visitor, chosen["contest_no"], n) for n in numbers)
    moments.draw_between(first, second, steps, lang)
    moments.draw_past(first, heads, lang)


about = text("Every act seals all acts before it; nothing is ever changed or deleted", lang)
with ui.head(chain.find_title(heads, lang), about):
    chain.draw_export(visitor)
if not heads:
    ui.empty(text("Nothing is published yet.", lang))
    st.stop()
left, right = st.columns([3, 2])
with left:
    ui.section(text("Head of the chain", lang))
    chain.draw_head(heads[0], visitor)
with right:
    ui.section(text("Does everything hold?", lang))
    chain.draw_verdict(visitor)
ui.section(text("Time machine", lang))
time_machine()
ui.section(text("Batches", lang))
chain.draw_list(heads, visitor)
