"""Regions: one indicator on the map, against its target, over the years; all of them at once."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import (
    achievements,
    drill,
    progress,
    progress_figures,
    progress_more,
    progress_titles,
    targets,
)

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
indicator = progress.chosen_indicator(visitor)
standing = progress.read_standing(visitor, indicator, progress.chosen_year(visitor, indicator))
windows = progress_more.list_windows(visitor, indicator)
title = (
    progress_more.find_window_title(standing, windows)
    if windows and standing.summary is None
    else progress_titles.find_title(standing, visitor.chosen("region"))
)
targets.draw_outcome(lang)
with ui.head(title, progress.describe(standing)):
    targets.draw_button(visitor, standing)
    ui.download(
        lambda: ui.read("progress", visitor), name="progress", lang=lang, key="progress_download"
    )
progress.draw_choices(visitor)

if windows:
    st.html(progress_more.render_windows(windows, progress_more.today(), lang))
elif standing.summary is None:
    ui.empty(
        text("Nothing has been reported yet. Upload a sheet of indicators with this one.", lang)
    )
elif standing.regions:
    left, right = st.columns([3, 2])
    with left:
        progress_figures.draw_map(visitor, standing)
        progress_figures.draw_card(visitor, standing)
    with right:
        progress_figures.draw_dots(visitor, standing)
else:
    progress_figures.draw_card(visitor, standing)
st.html(f'<p class="k-rule">{progress.cite(standing)}</p>')
targets.draw_history(visitor, standing)
progress_more.draw_organisations(visitor, standing)
progress_more.draw_dates(visitor, standing)
drill.draw_region(visitor)
if standing.year is not None and progress_figures.has_heat(visitor, standing.year):
    progress_figures.draw_heat(visitor, standing.year)
if standing.regions:
    progress_figures.draw_panels(visitor, standing)
achievements.draw_achievements(visitor)
