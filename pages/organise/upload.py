"""Upload: a sheet is read, understood, checked, and then written whole or not at all."""

import streamlit as st

from kasipkor_core import access, ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import found, incoming, understood, upload

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)


def both_sides(file: incoming.Incoming) -> None:
    """Draw how the sheet was understood beside what was found in it."""
    prepared = file.prepared
    if prepared is None:
        return
    left, right = st.container(key="sides").columns(2, gap="large")
    with left:
        ui.section(text("How it was understood", lang))
        understood.draw_facts(file, prepared, lang)
        understood.draw_near(file, prepared, lang)
        understood.draw_columns(file, prepared, lang)
        understood.draw_rows(file, prepared, lang)
    with right:
        ui.section(text("What was found", lang))
        upload.draw_replacing(file, prepared, lang)
        found.draw_findings(file, lang)
        found.draw_accepted(file, lang)
    upload.draw_changes(file, visitor)
    upload.draw_decision(file, prepared, lang)


def one_file(file: incoming.Incoming) -> None:
    """Draw one file from what it is to what became of it."""
    upload.draw_steps(file, lang)
    if file.receipt is not None:
        upload.draw_receipt(file, lang)
        return
    upload.draw_belonging(file, visitor)
    if file.error is not None:
        ui.tell(file.error, lang)
        st.caption(text("Nothing was written, and the file was not kept.", lang))
    both_sides(file)


if not access.may(visitor.role, "upload"):
    ui.empty(text("Your role may not upload. An administrator can invite you as organiser.", lang))
    st.stop()

head = st.container()
dropped = st.file_uploader(
    text("Result sheets", lang),
    accept_multiple_files=True,
    key="sheets",
    label_visibility="collapsed",
)
taken = incoming.take_in(dropped, visitor)
chosen = upload.choose_file(taken, lang) if taken else None
with head, ui.head(upload.find_title(chosen, lang), upload.find_about(chosen, visitor)):
    if upload.count_clean(taken, lang):
        st.button(
            upload.count_clean(taken, lang),
            key="write_all",
            on_click=upload.write_all,
            args=(taken, lang),
        )
if chosen is not None:
    one_file(chosen)
