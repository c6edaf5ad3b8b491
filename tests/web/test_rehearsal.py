"""A rehearsal gives the marks of a season again into a copy, and the copy ends where it ended."""

import datetime as dt
import shutil

import pytest

from kasipkor_core.errors import NotFound, Refused
from kasipkor_core.store import (
    append_decision,
    open_store,
    prepare_rehearsal,
    query,
    read_head,
    read_now,
    verify,
)
from kasipkor_core.store.rehearsal import DAY
from kasipkor_core.web.rehearsal import Robot
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import find_played

SCHEME = "sub_criterion,type,aspect,max_mark\nA1,M,A1.M1,60\nA1,M,A1.M2,40\n"
ENTRIES = f"contest,entry,name,region\n{REPUBLIC},a,Aigerim,KZ-75\n{REPUBLIC},b,Bolat,KZ-71\n"
FIRST = "entry,aspect,mark\na,A1.M1,50\nb,A1.M1,60\n"
SECOND = "entry,aspect,mark\na,A1.M2,35\nb,A1.M2,10\n"
BOARD = "select entry, total, place, marks from mart.leaderboard order by entry"
START = dt.datetime(2026, 5, 18, 9, tzinfo=dt.UTC)


def play(store):
    hold_contests(store)
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries")
    give(store, FIRST, kind="marks", contest=REPUBLIC)
    give(store, SECOND, kind="marks", contest=REPUBLIC)
    append_decision(
        store, "exclude", subject=f"{REPUBLIC}/b", value="yes", actor="chief", reason="left"
    )


def lay_out(store):
    hold_contests(store)
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries")


def open_copy_of(name, play, folder):
    return open_store(shutil.copy(find_played(name, play), folder / "office.duckdb"))


class Watch:
    now = START

    def __call__(self):
        return self.now


@pytest.fixture
def begun(tmp_path):
    """A rehearsal at its first morning, sixty times as quick as the event was, and its watch."""
    opened = []

    def begin(name, play, **asked):
        store = open_copy_of(name, play, tmp_path)
        made = prepare_rehearsal(store, tmp_path / "copy.duckdb", season=2026, **asked)
        store.close()
        copy, watch = open_store(tmp_path / "copy.duckdb"), Watch()
        opened.append(copy)
        robot = Robot(copy, made, speed=60, clock=watch)
        robot.prepare()
        return copy, robot, watch

    yield begin
    for each in opened:
        each.close()


def read_board(store):
    return [tuple(row.values()) for row in query(store, BOARD, read_now(store)).to_pylist()]


def let_pass(robot, watch, days):
    watch.now += dt.timedelta(seconds=days * DAY / 60)
    robot.look()


def test_it_begins_before_the_first_mark_and_the_rows_come_evenly_over_the_days(begun):
    copy, robot, watch = begun("rehearsed", play)
    at_first = read_head(copy), len(robot.left)
    days = robot.left[-1].due / DAY
    let_pass(robot, watch, days / 2)
    halfway = [marks for *_, marks in read_board(copy)]
    let_pass(robot, watch, days / 2)

    assert at_first == (3, 4)
    assert halfway == [1, 1]
    assert [row[1:] for row in read_board(copy)] == [(85, 1, 2), (70, 2, 2)]
    assert (robot.refused, len(robot.left), verify(copy)) == (0, 0, [])


def test_rows_that_are_due_together_are_given_together(begun):
    _, robot, watch = begun("rehearsed", play)
    let_pass(robot, watch, 99)

    assert (robot.given, len(robot.left)) == (2, 0)


def test_what_is_refused_is_written_down_and_the_rest_goes_on(begun, caplog):
    copy, robot, watch = begun("rehearsed", play)
    give(copy, FIRST, kind="marks", contest=REPUBLIC)  # somebody was quicker
    let_pass(robot, watch, 99)

    assert (robot.given, robot.refused) == (1, 1)
    assert "was refused" in caplog.text
    assert [marks for *_, marks in read_board(copy)] == [2, 2]


def test_marks_are_invented_for_a_contest_that_has_none_and_the_number_decides_them(begun):
    copy, robot, watch = begun("laid out", lay_out, seed=7)
    let_pass(robot, watch, 99)
    board = read_board(copy)

    assert [marks for *_, marks in board] == [2, 2]
    assert all(0 <= total <= 100 for _, total, *_ in board)
    assert verify(copy) == []


@pytest.mark.parametrize(
    ("season", "seed", "said"),
    [(2031, None, NotFound), (2026, None, Refused)],
)
def test_without_a_contest_or_a_mark_there_is_nothing_to_rehearse(tmp_path, season, seed, said):
    store = open_copy_of("laid out", lay_out, tmp_path)
    with pytest.raises(said):
        prepare_rehearsal(store, tmp_path / "copy.duckdb", season=season, seed=seed)
    store.close()

    assert not (tmp_path / "copy.duckdb").exists()
