"""Batches: every act on the ledger, its original, and its undo."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import batches

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
rows = batches.list_batches(visitor)
with ui.head(
    batches.find_title(rows, lang), text("Nothing is ever deleted: an undo is a batch too", lang)
):
    ui.download(
        lambda: ui.read("batches", visitor), name="batches", lang=lang, key="batches_download"
    )
batches.draw_outcome(lang)
if rows:
    left, right = st.columns([5, 3])
    with left:
        batches.draw_list(rows, visitor)
    with right, st.container(border=True, key="batch_card"):
        chosen = batches.choose_batch(rows, lang)
        batches.draw_batch(chosen, visitor)
    batches.draw_undo(chosen, visitor)
else:
    ui.empty(text("Upload the first sheet on the page “Upload”.", lang))
