"""Contests: their list with state and progress, and one contest in full with its acts."""

from typing import Any

import streamlit as st

from kasipkor_core import access, ui, words
from kasipkor_core.i18n import text
from kasipkor_core.ui import (
    acts,
    ceremony,
    contest,
    contests,
    eyes,
    filters,
    live,
    naming,
    new_contest,
    session,
)

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
rows = filters.matching(visitor)
wanted = visitor.chosen("contest")
known = ui.list_contests(visitor)
found = next((row for row in known if row["contest"] == wanted), None)


def one_contest(row: dict[str, Any]) -> None:
    """Draw one contest from its state to its people."""
    about = words.contest_line(row, lang, place=live.place_of(row, lang))
    with ui.head(contest.find_title(row, lang), about):
        query = {"contest": row["contest"], "lang": lang}
        for page, label in (
            ("pages/results/live.py", text("To the board", lang)),
            ("pages/organise/marks.py", text("Enter marks", lang)),
        ):
            st.page_link(page, label=label, query_params=query)
        ceremony.draw_buttons(row, visitor)
        st.button(
            text("All contests", lang),
            type="tertiary",
            key="all_contests",
            on_click=session.choose,
            args=("contest", None),
        )
    acts.draw_outcome(lang)
    left, right = st.columns([3, 2])
    with left:
        ui.section(text("State", lang))
        contest.draw_state(row, visitor)
    with right:
        ui.section(text("What blocks publication", lang))
        contest.draw_blocks(row, visitor)
    eyes.draw_way(row, visitor)
    contest.draw_readings(row, visitor)
    ui.section(text("Marking scheme", lang))
    contest.draw_scheme(row, visitor)
    ui.section(text("Experts", lang))
    contest.draw_experts(row, visitor)
    naming.draw(row, visitor)
    ui.section(text("Rules", lang))
    contest.draw_rules(row, visitor)


if found is not None:
    one_contest(found)
else:
    about = text("State, progress and publication of every contest of the filter", lang)
    with ui.head(contests.find_title(rows, lang), about):
        if access.may(visitor.role, "upload"):
            new_contest.draw_button(visitor)
    new_contest.draw_outcome(lang)
    contests.draw_list(contests.list_stage(rows, contests.choose_stage(rows, lang)), lang)
