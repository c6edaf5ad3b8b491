"""Overview: what is live, what waits, what comes next, and the country at a glance."""

import datetime as dt

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import ZONE, format_date, format_weekday, text
from kasipkor_core.ui import filters, overview

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
contests = filters.matching(visitor)
today = dt.datetime.now(ZONE).date()
with ui.head(
    overview.title(contests, lang),
    f"{format_date(today, lang, year=True)}, {format_weekday(today, lang)}",
):
    pass

left, right = st.columns([3, 2])
with left:
    ui.section(text("What waits for you", lang))
    overview.draw_waiting(overview.list_waiting(contests, lang), lang)
with right:
    ui.section(text("Next dates", lang))
    overview.draw_dates(contests, lang, today=today)

running = [row for row in contests if row["is_live"]]
ui.section(text("Being marked now", lang))
if running:
    with st.grid(3, min_column_width=240, key="live_cards"):
        for row in running:
            overview.draw_card(row, lang)
else:
    ui.empty(
        text("No contest of this filter is being marked. Remove a filter to see others.", lang)
    )

ui.section(text("The country", lang))
left, right = st.columns([3, 2])
with left:
    overview.draw_map(visitor)
with right:
    overview.draw_figures(overview.list_figures(visitor, contests))
