"""Readiness: what stands between contests and their publication, and whose turn it is."""

import datetime as dt

import streamlit as st

from kasipkor_core import ui, words
from kasipkor_core.i18n import ZONE, Count, text
from kasipkor_core.ui import filters, readiness

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
problems = ui.read("readiness", visitor)
rows = readiness.group(
    problems.to_pylist(), filters.matching(visitor), today=dt.datetime.now(ZONE).date()
)
with ui.head(
    readiness.find_title(rows, lang),
    text("Contests that have begun or are overdue; the oldest first", lang),
):
    ui.download(lambda: problems, name="readiness", lang=lang, key="readiness_download")
if rows:
    with st.grid(4, min_column_width=150, key="figures"):
        for problem, owner, number in readiness.count_by_problem(rows):
            with st.container(border=True):
                what = words.word(readiness.PROBLEMS, problem, lang)
                whose = words.word(readiness.OWNERS, owner, lang)
                st.html(
                    f'<p class="k-figure"><span>{what}</span><b>{Count(number, lang)}</b>'
                    f"<span>{whose}</span></p>"
                )
    readiness.draw_regions(rows, lang)
else:
    ui.empty(text("No contest of this filter is blocked. Remove a filter to see others.", lang))
