"""Working days: days off, transfers and worked weekends, in the views and in the second engine."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.recount.days import count_working_days, find_working_day, is_working_day
from tests.days import FILE, write_days
from tests.kit import Ledger

NTH = "select score.nth_working_day($event, $n) as day"
COUNT = "select score.working_days($first, $last) as days"
days = st.dates(dt.date(2015, 1, 2), dt.date(2035, 6, 1))


@pytest.mark.parametrize(
    ("event", "number", "expected"),
    [
        ("2025-03-04", 7, "2025-03-14"),  # VC: published on 4 March
        ("2023-03-07", 1, "2023-03-09"),  # CS-13: 8 March is off
        ("2023-03-20", 1, "2023-03-24"),  # CS-13: 21 to 23 March are off
        ("2023-12-15", 1, "2023-12-19"),  # CS-E57: 18 December is off
        ("2023-06-27", 6, "2023-07-05"),  # CS-E43: Saturday 1 July is worked
        ("2023-06-27", 10, "2023-07-13"),  # CS-E43: 6 and 7 July are off
    ],
)
def test_a_period_of_working_days_starts_on_the_day_after_the_event(event, number, expected):
    event = dt.date.fromisoformat(event)
    in_views = Ledger().read(NTH, event=event, n=number)[0]["day"]

    assert in_views == dt.date.fromisoformat(expected)
    assert find_working_day(event, number) == in_views


@pytest.mark.long
@settings(deadline=None)
@given(event=days, number=st.integers(1, 60))
def test_both_engines_find_the_same_working_day(event, number):
    found = find_working_day(event, number)

    assert Ledger().read(NTH, event=event, n=number)[0]["day"] == found
    assert is_working_day(found)
    assert count_working_days(event + dt.timedelta(days=1), found) == number


@settings(deadline=None)
@given(first=days, length=st.integers(0, 60))
def test_both_engines_count_the_same_working_days(first, length):
    last = first + dt.timedelta(days=length)

    assert Ledger().read(COUNT, first=first, last=last)[0]["days"] == count_working_days(
        first, last
    )


def test_the_days_off_are_those_of_the_package():
    assert FILE.read_text(encoding="utf-8") == write_days()
