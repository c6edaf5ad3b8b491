"""Appeals: the register, what is still open for appeals, the next step, and a new appeal."""

import datetime as dt

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import ZONE, text
from kasipkor_core.ui import acts, appeals

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
rows = appeals.list_appeals(visitor)
names = appeals.name_contests(visitor)
with ui.head(
    appeals.find_title(rows, lang),
    text("What was appealed, until when it could be, and what came of it", lang),
):
    ui.download(lambda: ui.read("appeals", visitor), name="appeals", lang=lang, key="appeals_file")
acts.draw_outcome(lang)
if rows:
    st.html(appeals.render_appeals(rows, names, visitor))
else:
    ui.empty(text("No appeal in the contests of this filter.", lang))
appeals.draw_next(rows, visitor)
appeals.draw_windows(visitor, names, today=dt.datetime.now(ZONE).date())
appeals.draw_form(visitor, names)
