"""Quotas and honours in two engines: shapes, random regions, and planted bugs."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.recount import QuotaRule, Winner, decide_seats
from kasipkor_core.store.compare_movement import compare_honours, compare_quotas
from tests.kit import Ledger
from tests.movement import ENFORCED, PRIZE_WINNERS, Championship
from tests.recount.laying import lay_facts
from tests.recount.test_two_engines import ladder, plant

SEEDS = range(6)
winners = st.lists(
    st.builds(
        Winner,
        entry=st.tuples(st.integers(1, 10**9), st.just(1)),
        place=st.integers(1, 3),
        total=st.none() | st.integers(0, 4).map(lambda n: Fraction(n, 2) + 60),
        persons=st.frozensets(st.sampled_from("ABCDEFGHIJ"), min_size=1, max_size=3),
    ),
    max_size=12,
    unique_by=lambda one: one.entry,
)


@pytest.mark.long
@settings(max_examples=300, deadline=None)
@given(winners=winners, maximum=st.integers(0, 8))
def test_a_limit_is_never_passed_and_the_order_never_turned(winners, maximum):
    seats = decide_seats(winners, QuotaRule(0, maximum, enforce=True))
    going = {person for one in winners if seats[one.entry] == "in" for person in one.persons}
    order = ("in", "hold", "out")
    ranked = sorted(winners, key=lambda one: one.rank)
    own = [order.index(seats[one.entry]) for one in ranked if _is_first(one, ranked)]

    assert len(going) <= maximum
    assert own == sorted(own)


def _is_first(one, ranked):
    """Say whether nobody of the entry stands in another row."""
    return all(one is other or not one.persons & other.persons for other in ranked)


@pytest.mark.long
@settings(max_examples=100, deadline=None)
@given(winners=winners, maximum=st.integers(0, 8), seed=st.integers(0, 99))
def test_the_order_of_the_rows_changes_no_seat(winners, maximum, seed):
    rule = QuotaRule(0, maximum, enforce=True)
    shuffled = Random(seed).sample(winners, len(winners))

    assert decide_seats(shuffled, rule) == decide_seats(winners, rule)


def make_region(seed):
    """Lay a region with teams, people who win twice, guests, ties and decisions."""
    random = Random(seed)
    championship = Championship(ENFORCED, PRIZE_WINNERS, ("maximum = 30 ", "maximum = 5 "))
    people = "ABCDEFGH"
    for _ in range(5):
        marks = sorted((random.choice((70, 80, 80.004, 90)) for _ in range(3)), reverse=True)
        championship.hold(*((mark, make_entry(random, people)) for mark in marks))
    ledger = championship.settle()
    for number in range(1, 6):
        kind, value = random.choice(
            (("tie", "in"), ("tie", "out"), ("waiver", "seat"), ("person_merge", "contest-1/e1"))
        )
        ledger.decide(kind, value, contest_no=number, entry_no=random.randint(1, 3))
    return championship


def make_entry(random, people):
    entry = {"region": random.choice(("KZ-35", "KZ-35", "KZ-11"))}
    if random.random() < 0.7:
        entry["persons"] = random.sample(people, random.choice((1, 1, 2)))
    return entry


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("seed", SEEDS)
def test_the_engines_agree_on_random_regions(seed):
    assert compare_quotas(make_region(seed).ledger.con) == []


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        ("score.seat_region", "cumulated, tied_persons, maximum) = 'in'",
         "cumulated + 1, tied_persons, maximum) = 'in'", "status"),
        ("score.seat_region", "tied_persons, maximum) = 'out'",
         "tied_persons + 1, maximum) = 'out'", "status"),
        ("score.seat_field", "coalesce(board.region, rule.region) as region",
         "rule.region as region", "persons"),
        ("mart.quotas", "unnest(persons) as person\n",
         "concat(unnest(persons), contest_no) as person\n", "persons"),
        ("mart.quotas", "< bound.minimum then", "<= bound.minimum then", "status"),
    ],
)  # fmt: skip
def test_a_bug_planted_in_the_quota_views_is_seen(view, old, new, field):
    range_of_six = ("minimum = 5 ", "minimum = 6 "), ("maximum = 30 ", "maximum = 5 ")
    championship = Championship(ENFORCED, *range_of_six)
    for mark, persons in enumerate(("F", "E", "D", "C", "AB", "A"), 90):
        championship.hold((mark, {"persons": [*persons]}))
    championship.hold((95, {"region": "KZ-11"}))
    ledger = championship.settle()
    before = compare_quotas(ledger.con)
    plant(ledger, view, old, new)
    found = {one.field.rpartition(".")[2] for one in compare_quotas(ledger.con)}

    assert (before, field in found) == ([], True)


def test_the_engines_agree_on_honours():
    ledger = Ledger()
    for contest_no in (1, 2):
        lay_facts(ledger, ladder(), contest_no=contest_no, ruleset="worldskills")

    assert compare_honours(ledger.con) == []


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("scale = max(scale) over of_region", "scale >= max(scale) over of_region - 40"),
        ("scale = max(scale) over of_event", "scale = min(scale) over of_event"),
        ("partition by event, region", "partition by event, contest_no"),
    ],
)
def test_wm_37_a_bug_planted_in_the_honours_is_seen(old, new):
    ledger = Ledger()
    for contest_no in (1, 2):
        lay_facts(ledger, ladder(), contest_no=contest_no, ruleset="worldskills")
    plant(ledger, "mart.honours", old, new)

    assert compare_honours(ledger.con) != []
