"""How often boards look for something new, and how they are told another pace."""

import pytest

from kasipkor_core.ui import pace
from kasipkor_core.ui.pace import Crowd


def crowd(sessions, now=0.0):
    made = Crowd()
    for number in range(sessions):
        made.admit(f"s{number}", now=now)
    return made


@pytest.mark.parametrize(
    ("sessions", "seconds"), [(1, 1), (20, 1), (21, 2), (200, 2), (201, 4), (500, 8), (1000, 16)]
)
def test_boards_refresh_every_second_for_20_every_two_for_200_and_slower_for_more(
    sessions, seconds
):
    assert crowd(sessions).admit("s0", now=1) == seconds


def test_a_page_is_told_a_slower_pace_with_the_next_step_and_a_quicker_one_when_there_is_room():
    made = crowd(200)
    made.admit("s0", now=0)
    grown = [made.beat("s0", now=1)]
    made.admit("s200", now=1)
    grown += [made.beat("s0", now=1), made.admit("s0", now=1)]
    shrunk = []
    for number in range(1, 42):
        del made.seen[f"s{number}"]
        shrunk.append(made.beat("s0", now=2))

    assert grown == [False, True, 4]
    assert shrunk == [False] * 40 + [True]  # 160 times 1.25 are 200


def test_pages_are_run_anew_one_after_the_other_and_not_all_at_once():
    made = crowd(300)
    due = [made.beat(f"s{number}", now=1 + number / 100) for number in range(100)]

    assert sum(due) == 10


def test_those_who_went_away_are_forgotten_and_the_rest_become_quick_again():
    made = crowd(500)
    early = made.beat("s499", now=29)
    late = made.beat("s499", now=31)

    assert (early, late, made.admit("s499", now=32), len(made.seen)) == (False, True, 1, 1)


def test_every_session_has_its_own_interval_a_fifth_around_the_pace():
    factors = [pace.spread(f"s{number}") for number in range(200)]

    assert len(set(factors)) > 150
    assert 0.8 <= min(factors) <= 0.82
    assert 1.18 <= max(factors) <= 1.2
    assert 0.98 <= sum(factors) / len(factors) <= 1.02
