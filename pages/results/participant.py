"""Why this place: from a published number to the cells it was made of."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import why

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
contest = why.find_contest(visitor)
entries = why.list_entries(visitor, contest) if contest else []

if not contest or not entries:
    with ui.head(text("Nobody to explain yet", lang), ""):
        pass
    ui.empty(text("Choose a contest with participants on the Live page.", lang))
else:
    chosen = why.find_entry(entries)
    hides = not why.sees_places(visitor, contest)
    with ui.head(
        why.find_title(chosen, lang, hides=hides), why.describe_entry(chosen, contest, lang)
    ):
        st.page_link(
            "pages/results/live.py",
            label=text("Whole board", lang),
            icon=":material/leaderboard:",
            query_params={"contest": contest["contest"], "lang": lang},
        )
    why.choose_entry(visitor, entries)
    steps, walk = why.show_entry(visitor, contest, chosen["entry"])
    st.html(steps or f'<p class="k-note">{text("Places are hidden while juries mark.", lang)}</p>')
    with st.container(key="walk"):
        st.html(walk)
