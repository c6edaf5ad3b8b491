"""My contests: what is missing, where judges differ, and the signature."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import acts, deciding, eyes, juror, marking, panel, parts

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
rows = juror.list_contests(visitor)
by_id = {row["contest"]: row for row in rows}


def contest_block(row: dict[str, object]) -> None:
    """Draw one contest: how far, where judges differ, the ways on, and the signature."""
    ui.section(juror.describe_contest(row, lang))
    codes = {"contest": str(row["contest"]), "lang": lang}
    with st.container(horizontal=True, gap="small", key="onward"):
        for page, name in (
            ("pages/results/live.py", text("Live", lang)),
            ("pages/jury/judges.py", text("Judges", lang)),
            ("pages/jury/ties.py", text("Ties and decisions", lang)),
        ):
            st.page_link(page, label=name, query_params=codes)
    st.html(marking.show_marking(visitor, int(str(row["contest_no"]))))
    eyes.draw_way(row, visitor)
    parts.draw_parts(row, visitor)
    panel.draw_register(row, visitor)
    if row["state"] == "marked" and not row["open_aspects"]:
        ui.section(text("Signature", lang))
        choice = ("sign_off", str(row["contest"]), "chief_expert")
        label = text("Sign the result of this contest", lang)
        deciding.draw_form(visitor, {label: choice}, label=label, button=text("Sign", lang))


with ui.head(
    juror.find_title(rows, lang),
    text("Contests of the filter above, what waits for the jury first", lang),
):
    ui.download(lambda: ui.read("contests", visitor), name="contests", lang=lang, key="my_download")
deciding.draw_outcome(lang)
acts.draw_outcome(lang)
if not rows:
    ui.empty(text("No contest of this filter has participants. Remove a filter.", lang))
else:
    signatures = juror.read_signatures(visitor)
    first, more = rows[: juror.FIRST], rows[juror.FIRST :]
    st.html(juror.render_contests(first, signatures, visitor))
    if more:
        with st.expander(text("More contests: {n}", lang, n=len(more)), key="more_contests"):
            st.html(juror.render_contests(more, signatures, visitor))
    contest_block(by_id.get(visitor.chosen("contest") or "", rows[0]))
