"""The Live page: what its readers share."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.ui import live
from tests.giving import give

CONTEST = "worldskills-2026-oblast-KZ-35-17"
SCORES = """contest,entry,name,region,A,B
worldskills-2026-oblast-KZ-35-17,01,Алиев Ерлан,KZ-35,40,47.42
worldskills-2026-oblast-KZ-35-17,02,Бекова Дана,KZ-35,40,45.10
"""
CORRECTION = SCORES.replace("45.10", "59.10")


@pytest.fixture
def board(season):
    give(season, SCORES, kind="scores")
    ui.use_store(season)
    return season


def open_live():
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=30)
    app.query_params["contest"] = CONTEST
    app.run().switch_page("pages/results/live.py").run()
    assert len(app.error) == 0
    return list_drawn(app.main.children[3])


def list_drawn(block):
    """Return what a fragment has drawn, as it goes to the browser."""
    return [one.proto.SerializeToString(deterministic=True) for one in block.children.values()]


@pytest.mark.long
def test_state_board_and_chart_are_drawn_once_for_all_readers_of_a_version(board, monkeypatch):
    first = open_live()
    monkeypatch.setattr(live, "read_board", lambda *_: 1 / 0)

    assert (len(first), open_live()) == (3, first)


def test_a_new_sheet_is_drawn_anew(board):
    first = open_live()
    give(board, CORRECTION, kind="scores", replaces="yes")

    assert open_live() != first


def list_files(app):
    """Return the kinds of files that are offered."""
    return [one.label for one in app.get("download_button")]


def test_the_chart_of_points_goes_out_as_a_picture_unless_it_would_give_places_away(
    board, monkeypatch
):
    app = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=30)
    app.query_params["contest"] = CONTEST
    app.run().switch_page("pages/results/live.py").run()
    shown = list_files(app)
    monkeypatch.setattr("kasipkor_core.access.sees_places", lambda *_, **__: False)
    give(board, CORRECTION, kind="scores", replaces="yes")

    assert (shown, list_files(app.run())) == (["CSV", "XLSX", "PNG", "SVG"], ["CSV", "XLSX"])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"is_marking": True, "season": 2022}, {"updated_batch_no": 9}),
        ({}, {"season": 2022, "updated_batch_no": 9}),
        ({"updated_batch_no": 9}, {"updated_batch_no": 8}),
        ({}, {"marks": 0, "season": 2027}),
    ],
)
def test_the_live_page_opens_what_is_being_marked_else_the_newest_season_and_act(first, second):
    contest = {"marks": 5, "is_archive": False, "is_marking": False, "season": 2026}
    contest |= {"updated_batch_no": 7, "contest_no": 1}

    assert live.rank_contest(contest | first) > live.rank_contest(contest | second)
