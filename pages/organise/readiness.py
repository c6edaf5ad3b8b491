"""Readiness: what is not as it should be in contests, whose turn it is, by when."""

import datetime as dt

import streamlit as st

from kasipkor_core import ui, words
from kasipkor_core.i18n import ZONE, Count, text
from kasipkor_core.ui import filters, problems, radar, readiness

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
today = dt.datetime.now(ZONE).date()
found = problems.read_problems(visitor)
contests = filters.matching(visitor)
rows = readiness.group(found.to_pylist(), contests, today=today)
with ui.head(
    readiness.find_title(rows, lang),
    text("What is missing, impossible or unlike the earlier stage; whose turn it is", lang),
):
    ui.download(lambda: found, name="readiness", lang=lang, key="readiness_download")
if rows:
    with st.grid(4, min_column_width=150, key="figures"):
        for problem, owner, number in readiness.count_by_problem(rows):
            with st.container(border=True):
                what = words.word(problems.PROBLEMS, problem, lang)
                whose = words.word(problems.OWNERS, owner, lang)
                st.html(
                    f'<p class="k-figure"><span>{what}</span><b>{Count(number, lang)}</b>'
                    f"<span>{whose}</span></p>"
                )
    ui.caption(
        text("Radar", lang),
        text("◆ keeps a contest from the public, ◐ has to be put right, ✓ nothing is open", lang),
    )
    st.html(radar.render_grid(radar.list_cells(contests, rows, lang), lang))
    readiness.draw_regions(rows, lang, today=today)
else:
    ui.empty(text("No contest of this filter is blocked. Remove a filter to see others.", lang))
