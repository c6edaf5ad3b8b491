"""Archive: final results of all seasons, by filter and by name."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import archive, wish
from kasipkor_core.ui.figure import draw_figure

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
typed = wish.read("q").strip()
rows = archive.list_results(visitor, typed)
with ui.head(
    archive.find_title(rows, typed, lang),
    text("Signed contests and results published elsewhere, the newest first", lang),
):
    ui.download(lambda: rows, name="results", lang=lang, key="archive_download")
wish.type_words(
    "q",
    label=text("Search by name or college", lang),
    hint=text("Name or college: Алия, Aliya, Әлия", lang),
)
region = visitor.chosen("region")
figure = archive.make_figure(visitor, region) if region else None
if figure:
    draw_figure(figure)
if rows.num_rows:
    st.html(archive.render_results(rows, lang))
    more = archive.tell_more(rows, lang)
    if more:
        st.markdown(f":gray[{more}]")
else:
    ui.empty(text("No final result fits. Remove a filter or type less of the name.", lang))
