"""Competence centres: which are ready, what is missing, the steps, passport and accreditors."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import centre, centres, lists

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
listed = centres.list_centres(visitor)
with ui.head(centres.find_title(listed, lang), centres.describe(listed, lang)):
    ui.download(
        lambda: ui.read("centre_readiness", visitor),
        name="centres",
        lang=lang,
        key="centres_download",
    )

if listed:
    st.markdown(centres.render_badges(listed, lang))
    left, right = st.columns([3, 2])
    with left:
        centres.draw_map(visitor)
    with right:
        centre.draw_accreditors(visitor)
    st.html(centres.render_list(listed, lang))
    ui.section(text("One centre", lang))
    chosen = centres.choose_centre(visitor, listed)
    steps = centre.read_steps(visitor, chosen)
    left, right = st.columns(2)
    with left:
        centre.draw_checklist(steps, lang)
    with right:
        centre.draw_lines(steps, chosen, lang)
        centre.draw_passport(visitor, steps)
    lists.draw_centre(visitor, chosen["organisation"])
else:
    ui.empty(
        text(
            "No centre of this region has reported. Remove the region filter, or upload a sheet "
            "of kind “centres”.",
            lang,
        )
    )
    centre.draw_accreditors(visitor)
