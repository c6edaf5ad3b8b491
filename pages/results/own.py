"""My result: what a participant sees of the own entry, and the appeal that can be handed in."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import acts, notices, own

visitor = ui.visitor()
lang = visitor.lang
entry = own.read_entry(visitor)
ui.filter_bar(visitor)

if entry is None:
    with ui.head(text("No result of your own here", lang), ""):
        pass
    ui.empty(
        text("Open the link that you were given as a participant: it leads to your result.", lang)
    )
else:
    result = own.read_result(visitor, entry)
    with ui.head(own.find_title(result, lang), own.describe(entry, result, lang)):
        pass
    acts.draw_outcome(lang)
    st.markdown(own.say_state(entry, lang))
    if result is None:
        ui.empty(text("Until the result is published nothing of it is shown, to nobody.", lang))
    else:
        st.html(own.render_steps(visitor, entry, result))
        with st.container(key="walk"):
            st.html(own.render_walk(visitor, result))
    own.draw_appeals(visitor, entry)
    notices.draw_own_address(visitor)
