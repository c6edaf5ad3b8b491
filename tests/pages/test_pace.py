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
    ("sessions", "seconds"), [(1, 1), (20, 1), (21, 2), (200, 2), (500, 5), (1000, 10)]
)
def test_boards_refresh_every_second_for_20_every_two_for_200_and_slower_for_more(
    sessions, seconds
):
    assert crowd(sessions).admit("s0", now=1) == seconds


def test_a_pace_that_is_a_quarter_off_is_renewed_and_a_smaller_drift_is_not():
    made = crowd(200)
    made.admit("s0", now=0)
    due = []
    for number in range(200, 252):
        made.admit(f"s{number}", now=1)
        due.append(made.beat("s0", now=1))

    assert due == [False] * 49 + [True] + [False] * 2  # at 250; the next no sooner than 0.1 s


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
