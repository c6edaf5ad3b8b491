"""Selections in both engines: any funnel counts alike, and a bug in a view is seen."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core import house
from kasipkor_core.recount.selection import find_window
from kasipkor_core.rulesets import load_rulesets
from kasipkor_core.store.compare_selection import compare_selections
from tests.selection import (
    RULESET,
    ability,
    checked,
    essay,
    finalist,
    interview,
    law,
    lay_world,
    pq,
    row,
    to_ability,
)

RULES = next(one for one in load_rulesets() if one.ruleset == RULESET).selection
WHEN = st.sampled_from([None, "2023-06-05 10:00:00+06", "2023-06-05 10:46:00+06"])
VERDICTS = st.sampled_from([None, None, None, "V2", "calculator"])
MARKS = st.lists(st.sampled_from([None, 2, 3, 4, Decimal("3.5")]), max_size=3)
STATES = st.sampled_from([None, None, None, None, "absent", "withdrawn"])


@st.composite
def candidates(draw, category, has_law):
    """Draw what is recorded of one candidate: a few close results, so that lines are tied."""
    tie = {
        "seniority_days": draw(st.sampled_from([None, 0, 365, 1461])),
        "education": draw(st.sampled_from([None, "master", "higher"])),
    }
    rows = [
        row("pq", score=draw(st.sampled_from([64, 65, 66, 70])), category=category, **tie),
        checked("pq", violation=draw(VERDICTS)),
        row("ability", "start", happened_at=draw(WHEN)),
        row("ability", score=draw(st.integers(38, 41)), status=draw(STATES)),
    ]
    rows += [checked("ability", violation=draw(VERDICTS))] if draw(st.integers(0, 5)) else []
    if category == "C-1" and draw(st.booleans()):
        rows += [row("essay", "start", happened_at="2023-06-05 10:00:00+06")]
        rows += [row("essay", "essay", happened_at=draw(WHEN)), *essay(*draw(MARKS))[1:]]
    if draw(st.integers(0, 5)):
        rows += interview(draw(st.sampled_from([0, 1, Decimal("1.5")])), status=draw(STATES))
    tests = [*law(10, 8, 7, 5), row("law", "lang_state", draw(st.sampled_from([None, 4, 5])))]
    return rows[draw(st.sampled_from([0, 0, 0, 0, 0, 2])) :] + (tests if has_law else [])


fields = st.tuples(st.sampled_from(["C-1", "C-4"]), st.booleans()).flatmap(
    lambda drawn: st.lists(candidates(*drawn), min_size=1, max_size=9)
)


@settings(max_examples=3, deadline=None, suppress_health_check=list(HealthCheck))
@given(contests=st.lists(fields, min_size=1, max_size=2))
def test_the_engines_agree_on_any_funnel_by_every_reading(contests):
    assert compare_selections(lay_funnels(contests).con) == []


@pytest.mark.long
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(contests=st.lists(fields, min_size=1, max_size=2))
def test_the_engines_agree_on_sixty_funnels_by_every_reading(contests):
    assert compare_selections(lay_funnels(contests).con) == []


def lay_funnels(contests):
    """Return a ledger with the given fields of candidates."""
    return lay_world({f"any-{number}": field for number, field in enumerate(contests)}).ledger


@settings(max_examples=100, deadline=None)
@given(day=st.dates(dt.date(2023, 3, 1), dt.date(2023, 12, 31)), interviewed=st.integers(1, 4))
def test_cs_36_the_window_of_appointment_opens_before_it_closes(day, interviewed):
    window = find_window(RULES, day, interviewed=interviewed)

    assert window.appoint_from <= window.appoint_until
    assert (window.appoint_from == day) == (interviewed == 1)
    assert window.documents_due == day + dt.timedelta(days=10)


def announced(candidate):
    """Return a candidate with the day of the announcement."""
    return [*candidate, row("result", "announced", happened_at="2023-06-05 12:00:00+06")]


WORLD = {
    "half": [to_ability(points) for points in (45, 44, 40, 38, 38, 30, 29)],
    "essay": [
        [*pq(category="C-1"), *ability(40), *essay(*marks)] for marks in ((3, 3, 2), (3, 3, 3))
    ],
    "tie": [
        announced(finalist(150, days=100, education="higher")),
        finalist(150, days=100, education="master"),
        finalist(150, days=200, education="higher"),
        finalist(140, days=300),
    ],
}
BUGS = [
    ("views/score/selection_course", "order by points desc", "order by points", "place"),
    ("macros/goes_on", "place <= number", "place < number", "status"),
    ("macros/half_of", "(n + 1) // 2, n // 2", "n // 2, n // 2", "number"),
    ("views/score/selection_course", "order by experience desc", "order by experience", "place"),
    (
        "views/score/selection_verdict",
        "then dossier.essay_sum >= rule.essay_least * dossier.essay_count",
        "then round(dossier.essay_sum / dossier.essay_count) >= rule.essay_least",
        "essay.reason",
    ),
    (
        "views/score/selection_outcome",
        "score.nth_working_day(announced_on, appoint_days)",
        "announced_on + appoint_days::integer",
        "appoint_until",
    ),
    ("views/mart/selection", "    shown.place,", "    shown.number as place,", "mart.selection"),
]


@pytest.fixture(scope="module")
def world():
    return lay_world(WORLD).ledger


def read(name):
    return (house.SQL / f"{name}.sql").read_text(encoding="utf-8")


@pytest.mark.long
def test_the_world_of_the_planted_bugs_counts_alike(world):
    assert compare_selections(world.con) == []


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(("name", "old", "new", "field"), BUGS)
def test_a_planted_bug_is_seen(world, name, old, new, field):
    text = read(name)
    assert old in text

    world.con.execute(text.replace(old, new, 1))
    try:
        found = compare_selections(world.con)
    finally:
        world.con.execute(text)

    assert [one for one in found if field in one.field], found
