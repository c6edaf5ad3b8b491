"""Live: the leaderboard of one contest, refreshed while juries mark."""

from functools import partial

import streamlit as st

from kasipkor_core import meters, ui, words
from kasipkor_core.i18n import text
from kasipkor_core.ui import ceremony, hall, live, marking, pace

visitor = ui.visitor()
in_hall = st.query_params.get("screen") == "hall"
if not in_hall:
    ui.filter_bar(visitor)
contest = live.find_contest(visitor)
_CALM = 5  # refreshes of the board to one of the jury's part


@st.fragment(run_every=pace.interval())
def board(contest_no: int) -> None:
    """Draw the newest version."""
    pace.beat()
    with ui.Guard(visitor.lang), meters.REFRESHES.time():
        now = ui.at_version(visitor, ui.data_version(visitor, contest_no))
        live.draw_board(now, contest_no, ui.theme())


@st.fragment(run_every=pace.interval())
def hall_board(contest_no: int) -> None:
    """Draw the page of the hall screen that is on now."""
    pace.beat()
    with ui.Guard(visitor.lang):
        now = ui.at_version(visitor, ui.data_version(visitor))
        rows = ui.read("leaderboard", now, contest_no=contest_no).num_rows
        st.html(live.show_hall(now, contest_no, hall.page_now(rows)))


@st.fragment(run_every=pace.interval() * _CALM)
def marking_block(contest_no: int) -> None:
    """Draw what the jury needs: only while it is open, and less often than the board."""
    with ui.Guard(visitor.lang):
        now = ui.at_version(visitor, ui.data_version(visitor, contest_no))
        st.html(marking.show_marking(now, contest_no))


def jury() -> None:
    """Draw the part for juries, closed; nothing of it is read before it is opened."""
    box = st.expander(
        text("For the jury: what is missing, where judges disagree", visitor.lang),
        icon=":material/checklist:",
        key="live_jury",
        on_change="rerun",
    )
    if box.open:
        with box:
            marking_block(contest["contest_no"])


def head() -> None:
    """Draw the contest's name, what it is, and the actions."""
    about = words.contest_line(contest, visitor.lang, place=live.place_of(contest, visitor.lang))
    with ui.head(words.unit_title(contest, visitor.lang), about):
        st.page_link(
            "pages/results/live.py",
            label=text("Big screen", visitor.lang),
            icon=":material/fullscreen:",
            query_params={"contest": contest["contest"], "screen": "hall", "lang": visitor.lang},
        )
        ceremony.draw_buttons(contest, visitor)
        ui.download(
            lambda: ui.read("leaderboard", visitor, contest_no=contest["contest_no"]),
            name=contest["contest"],
            lang=visitor.lang,
            key="live_download",
            draw=partial(live.make_chart, visitor, contest["contest_no"], "light")
            if live.has_chart(visitor, contest["contest_no"])
            else None,
        )


if contest is None:
    with ui.head(text("No contest matches", visitor.lang), ""):
        pass
    ui.empty(text("Remove a filter, or upload a sheet of contests.", visitor.lang))
elif in_hall:
    hall_board(contest["contest_no"])
else:
    head()
    board(contest["contest_no"])
    if not contest["is_final"]:
        jury()
