"""Overview: what is live, what waits, what comes next, and the country at a glance."""

import datetime as dt

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import ZONE, format_date, format_weekday, text
from kasipkor_core.ui import alarms, filters, overview, trends, waiting

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
contests = filters.matching(visitor)
today = dt.datetime.now(ZONE).date()
lines = waiting.read_waiting(visitor, contests)
with ui.head(
    overview.title(contests, len(lines), lang),
    f"{format_date(today, lang, year=True)}, {format_weekday(today, lang)}",
):
    pass

alarms.draw_alarms(visitor)
left, right = st.columns([3, 2])
with left:
    ui.section(text("What waits for you", lang))
    waiting.draw_waiting(lines, lang)
with right:
    ui.section(text("Next dates", lang))
    overview.draw_dates(contests, lang, today=today)

ui.section(text("Being marked now", lang))
overview.draw_running(contests, lang)

ui.section(text("The country", lang))
left, right = st.columns([3, 2])
with left:
    overview.draw_map(visitor)
with right:
    overview.draw_figures(overview.list_figures(visitor, contests))
trends.draw_trends(visitor)
