"""Mark entry on screen, for juries without sheets: it writes the same batches as an upload."""

import streamlit as st

from kasipkor_core import access, ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import awards, choice, entering, mark_grid, mark_writing

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
if not access.may(visitor.role, "mark"):
    ui.empty(text("Your role may not enter marks. The chief expert can name you as judge.", lang))
    st.stop()


def entry_form(form: entering.Form) -> None:
    """Draw the two entries, the grid or the form for phones, and the decision."""
    passes = {
        "first": text("First entry", lang),
        "second": text("Second entry, blind", lang),
        "compare": text("Compare", lang),
    }
    number = choice.segments("pass", passes, label=text("Entry", lang))
    if number == "compare":
        mark_grid.draw_comparison(form, lang)
    else:
        with st.container(key="wide_marks"):
            mark_grid.draw_grid(form, number, lang)
            st.caption(
                text(
                    "Arrow keys move, Enter opens a cell, Delete empties it; an empty cell is not "
                    "marked, never zero.",
                    lang,
                )
            )
        with st.container(key="narrow_marks"):
            mark_grid.draw_phone(form, number, lang)
    approved = mark_writing.draw_changes(form, visitor)
    mark_writing.draw_decision(form, lang, approved)


contests = entering.list_contests(visitor)
head = st.container()
if not contests:
    with head, ui.head(entering.find_title(None, None, lang), ""):
        pass
    ui.empty(text("Remove a filter, or enter the contest, its scheme and its entries first.", lang))
    st.stop()
chosen = ui.choose_contest(visitor, contests, lambda row: awards.contest_name(row, lang))
form = entering.choose_form(visitor, contests[chosen])
with (
    head,
    ui.head(
        entering.find_title(form, contests[chosen], lang),
        awards.contest_name(contests[chosen], lang),
    ),
):
    pass
mark_writing.draw_outcome(lang)
if form is None:
    ui.empty(
        text("A marking scheme and a judge are needed. Upload the scheme, name a judge.", lang)
    )
elif not form.entries:
    ui.empty(text("No participant has been entered yet.", lang))
else:
    entry_form(form)
