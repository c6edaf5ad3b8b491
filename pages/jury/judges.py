"""Judges: severity and agreement in one contest, with honest uncertainty."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import awards, judges
from kasipkor_core.ui.figure import draw_figure, draw_rows

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
contests = {row["contest"]: row for row in judges.list_contests(visitor)}


def judges_block(contest_no: int) -> None:
    """Draw chart, table and what they do not say."""
    table = judges.read_judges(visitor, contest_no)
    figure = judges.make_figure(table, visitor, contest_no)
    if table.num_rows == table["interval_low"].null_count:
        draw_rows(table, figure.columns, lang=lang)
    else:
        draw_figure(figure)
    for line in judges.explain(table.to_pylist(), lang):
        st.markdown(f":gray[{line}]")


if not contests:
    with ui.head(text("No marks to compare yet", lang), ""):
        pass
    ui.empty(text("No contest of this filter has results. Remove a filter.", lang))
else:
    chosen = visitor.chosen("contest")
    contest = contests.get(chosen or "", next(iter(contests.values())))
    rows = judges.read_judges(visitor, contest["contest_no"]).to_pylist()
    with ui.head(judges.find_title(rows, lang), awards.contest_name(contest, lang)):
        pass
    ui.choose_contest(visitor, contests, lambda row: awards.contest_name(row, lang))
    judges_block(contest["contest_no"])
