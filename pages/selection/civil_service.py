"""Civil service: the selections, and the funnel of one with its lines and clocks."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import reads, selection_steps, selections, vacancies

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)


def one_selection(row: dict) -> None:
    """Draw one selection: funnel beside clocks, then one step with its line."""
    number = row["contest_no"]
    steps = selections.read_funnel(visitor, number)
    about = " · ".join(part for part in (row["body"], row["region_name"]) if part)
    with ui.head(selections.find_title(row, steps, lang), about):
        st.button(
            text("All selections", lang),
            icon=":material/arrow_back:",
            key="all_selections",
            on_click=vacancies.leave_post,
        )
        ui.download(
            lambda: reads.read("selection_funnel", visitor, contest_no=number),
            name=f"selection-{number}",
            lang=lang,
            key="selection_download",
        )
    left, right = st.columns([3, 2])
    with left:
        selections.draw_funnel(visitor, number)
    with right:
        selections.draw_clocks(visitor, number)
    selections.draw_outcome(row, lang)
    step = selection_steps.choose_step(steps, lang)
    if step == selection_steps.READINGS:
        selection_steps.draw_readings(visitor, number)
    else:
        selection_steps.draw_step(visitor, number, step)


def all_selections() -> None:
    """Draw the selections of the filter."""
    rows = selections.list_selections(visitor)
    title = selections.find_list_title(rows, lang) if rows else text("No selection matches", lang)
    with ui.head(title, text("Personal numbers only, no names", lang)):
        pass
    if rows:
        st.html(selections.render_selections(rows, lang))
    else:
        ui.empty(text("Remove a filter, or upload a sheet of a selection.", lang))


chosen = selections.find_selection(visitor)
if chosen is None:
    all_selections()
else:
    one_selection(chosen)
