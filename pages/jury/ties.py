"""Ties and decisions: what the rules say step by step, and what was decided, by whom and why."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import acts, awards, deciding, drawing, record, ties

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
groups = ties.list_ties(visitor)
waiting = [group for group in groups if group[0]["is_open"]]


def tie_block(group: list[dict[str, object]]) -> None:
    """Draw one tie: its entries, its rule, the criteria one by one."""
    contest_no = int(str(group[0]["contest_no"]))
    ui.section(ties.name_contest(visitor, contest_no))
    st.html(ties.render_tie(group, lang))
    if group[0]["rule"] != "BP-15":
        return
    steps = ui.read("tie_record", visitor, contest_no=contest_no).to_pylist()
    st.html(record.render_record([step for step in steps if step["place"] == 1], lang))
    contest, is_open = str(group[0]["contest"]), bool(group[0]["is_open"])
    drawing.draw_lots(visitor, contest_no, contest, is_open=is_open and group in waiting[:1])


with ui.head(
    ties.find_title(groups, lang),
    text("Places that are shared, by which rule, and what was decided", lang),
):
    ui.download(lambda: ui.read("ties", visitor), name="ties", lang=lang, key="ties_download")
deciding.draw_outcome(lang)
acts.draw_outcome(lang)
for tie in groups[: ties.MOST]:
    tie_block(tie)
    if tie in waiting[:1]:
        deciding.draw_form(
            visitor,
            ties.list_choices(tie, lang),
            label=text("What does the jury decide?", lang),
            button=text("Record the decision", lang),
        )
if groups[ties.MOST :]:
    st.caption(ties.tell_more(len(groups) - ties.MOST, lang))
if not groups:
    ui.empty(text("Nobody shares a place in the contests of this filter.", lang))
decisions = ties.list_decisions(visitor)
ui.section(text("Recorded decisions", lang))
if decisions:
    names = awards.name_contests(visitor)
    first, more = decisions[: ties.FIRST], decisions[ties.FIRST :]
    st.html(ties.render_decisions(first, names, lang))
    if more:
        with st.expander(text("Earlier decisions: {n}", lang, n=len(more)), key="more_decisions"):
            st.html(ties.render_decisions(more, names, lang))
else:
    ui.empty(text("Nothing was decided in the contests of this filter.", lang))
