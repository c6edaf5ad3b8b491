"""Awards: the team table in its four orders, the medals, and the awards of one contest."""

import streamlit as st

from kasipkor_core import ui
from kasipkor_core.i18n import text
from kasipkor_core.ui import awards

visitor = ui.visitor()
lang = visitor.lang
ui.filter_bar(visitor)
event = awards.find_event(awards.list_events(visitor), visitor)


def teams_block(event: tuple) -> None:
    """Draw the team table of one event beside its medals."""
    order = awards.chosen_order()
    with ui.head(
        awards.find_title(awards.read_teams(visitor, event, order), order, lang),
        awards.event_name(event, lang),
    ):
        ui.download(
            lambda: awards.read_teams(visitor, event, order),
            name="teams",
            lang=lang,
            key="teams_download",
        )
    st.segmented_control(
        text("Order", lang),
        list(awards.ORDERS),
        format_func=lambda code: text(awards.ORDERS[code], lang),
        default=next(iter(awards.ORDERS)),
        required=True,
        key="team_order",
        label_visibility="collapsed",
    )
    left, right = st.columns([3, 2])
    with left:
        st.html(awards.render_teams(awards.read_teams(visitor, event, order), order, lang))
    with right:
        awards.draw_medals(visitor, event, order)


def contest_block() -> None:
    """Draw the awards of the contest that is chosen in the address, else the newest."""
    contests = {row["contest"]: row for row in awards.list_contests(visitor)}
    if not contests:
        ui.empty(text("No contest of this filter has results. Remove a filter.", lang))
        return
    chosen = ui.choose_contest(visitor, contests, lambda row: awards.contest_name(row, lang))
    table = ui.read("awards", visitor, contest_no=contests[chosen]["contest_no"])
    if table.num_rows:
        st.html(awards.render_awards(table, lang))
        ui.download(lambda: table, name=f"awards-{chosen}", lang=lang, key="awards_download")
    else:
        ui.empty(text("No award is proposed for this contest yet.", lang))


if event:
    teams_block(event)
else:
    with ui.head(
        text("No team table yet", lang), text("It needs at least one marked contest.", lang)
    ):
        pass
ui.section(text("Awards of one contest", lang))
contest_block()
