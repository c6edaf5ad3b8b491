"""The calendar and its clashes: both engines say the same of any school year."""

import datetime as dt

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core.recount.calendar import find_due
from kasipkor_core.recount.days import count_working_days
from kasipkor_core.store.compare_calendar import compare_calendar
from tests.kit import Ledger
from tests.school_year import TABLE, SchoolYear

UNITS = [unit for unit, *_ in TABLE]
REGIONS = ("KZ-71", "KZ-31", "KZ-10")
DAYS = st.dates(dt.date(2022, 8, 20), dt.date(2023, 9, 10))
SPANS = st.tuples(DAYS, st.integers(0, 12)).map(
    lambda one: (one[0], one[0] + dt.timedelta(days=one[1]))
)
CONTESTS = st.lists(
    st.tuples(
        st.sampled_from(["teacher-skill", "worldskills", "state-language"]),
        st.sampled_from(["oblast", "republic"]),
        st.sampled_from(["it", "sport"]),
        st.sampled_from(REGIONS),
        SPANS,
        st.lists(
            st.tuples(
                st.sampled_from(["Дана", "дана", "Болат"]),
                st.sampled_from([None, "p1", "p2"]),
                st.sampled_from([None, *REGIONS]),
                st.sampled_from(["active", "active", "absent", "withdrawn"]),
            ),
            max_size=3,
        ),
    ),
    max_size=4,
)
EVENTS = st.lists(
    st.tuples(
        st.sampled_from(["worldskills", "state-language", "other"]),
        st.sampled_from([None, "oblast", "republic"]),
        st.sampled_from([None, *REGIONS]),
        st.sampled_from(["planned", "stopped"]),
        st.one_of(SPANS, st.integers(1, 12)),
    ),
    max_size=3,
)
RULESETS = {
    "teacher-skill": "teacher-skill-2022",
    "worldskills": "worldskills",
    "state-language": "state-language-2022",
}
slow = settings(
    max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def name_contest(number, given_contest):
    programme, level, unit, *_ = given_contest
    return f"{programme}-2022-{level}-{unit}-{number}"


def lay_contest(year, number, given_contest):
    programme, level, unit, region, (first, last), people = given_contest
    year.lay_contest(
        RULESETS[programme], number, level=level, unit=unit, season=2022, starts_on=first,
        ends_on=last, host=region, region=region if level == "oblast" else None,
        contest=name_contest(number, given_contest),
    )  # fmt: skip
    if people:
        year.lay_entries(
            *(
                {"name": name, "person": person, "region": home, "status": status}
                for name, person, home, status in people
            ),
            contest_no=number,
        )


def lay_event(year, number, given_event):
    programme, level, region, state, when = given_event
    term = {"first_month": when, "last_month": when} if isinstance(when, int) else {}
    days = {} if isinstance(when, int) else {"starts_on": when[0], "ends_on": when[1]}
    what = {"event": f"event-{number}", "level": level, "region": region, "state": state}
    year.lay_event(
        programme, contest_no=number, ruleset=RULESETS.get(programme), **what, **term, **days
    )


@slow
@given(
    dated=st.dictionaries(st.sampled_from(UNITS), SPANS, max_size=6),
    contests=CONTESTS,
    events=EVENTS,
    words=st.lists(
        st.tuples(
            st.sampled_from(["person_merge", "person_split"]),
            st.integers(10, 13),
            st.integers(10, 13),
        ),
        max_size=3,
    ),
)
@pytest.mark.long
def test_both_engines_find_the_same_lines_and_the_same_clashes(dated, contests, events, words):
    year = SchoolYear(**dated)
    for number, one in enumerate(contests, start=10):
        lay_contest(year, number, one)
    for number, one in enumerate(events, start=20):
        lay_event(year, number, one)
    people = {n: name_contest(n, one) for n, one in enumerate(contests, start=10) if one[5]}
    for kind, one, other in words:
        if {one, other} <= people.keys() and one != other:
            year.decide(kind, f"{people[other]}/e1", entry_no=1, contest_no=one)

    assert compare_calendar(year.con) == []


@pytest.fixture(scope="module")
def ledger():
    return Ledger()


@settings(deadline=None)
@given(first=st.dates(dt.date(2016, 1, 1), dt.date(2034, 1, 1)), number=st.integers(0, 20))
def test_sl_05_both_engines_reckon_backwards_alike_and_leave_so_many_working_days(
    ledger, first, number
):
    due = find_due(first, number)
    sql = "select score.last_day_before($first, $number) as day"
    one = dt.timedelta(days=1)

    assert ledger.read(sql, first=first, number=number)[0]["day"] == due
    assert count_working_days(due + one, first - one) == number
