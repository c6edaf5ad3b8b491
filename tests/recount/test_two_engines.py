"""The views and the second engine count the same contests: no difference, and a bug is seen."""

from dataclasses import replace
from decimal import Decimal
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from kasipkor_core import house
from kasipkor_core.recount import ContestFacts, Entry, Score
from kasipkor_core.store.compare import compare_contests, compare_teams
from tests.kit import Ledger
from tests.recount.cases import build_facts, shapes
from tests.recount.laying import lay_facts

SOURCES = ("marks", "criteria", "totals", "archive")
NUMBERS = count(1)
LADDER = (90, 90, 80, 74, 73, 60, 50, 41, 30, 10)


@pytest.fixture(scope="module")
def ledger():
    return Ledger()


def list_differences(ledger, facts, ruleset):
    contest_no = next(NUMBERS)
    lay_facts(ledger, facts, contest_no=contest_no, ruleset=ruleset)
    return compare_contests(ledger.con, contests=[contest_no])[contest_no]


def ladder():
    numbers = range(1, len(LADDER) + 1)
    return ContestFacts(
        entries=tuple(Entry(number, f"KZ-{70 + number % 3}") for number in numbers),
        scores=tuple(
            Score(number, 0, "total", Decimal(points))
            for number, points in zip(numbers, LADDER, strict=True)
        ),
    )


def plant(ledger, view, old, new):
    """Make a view again from its own text with one token altered."""
    layer, name = view.split(".")
    text = (house.SQL / "views" / layer / f"{name}.sql").read_text(encoding="utf-8")
    assert old in text
    ledger.con.execute(text.replace(old, new, 1))


@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(shape=shapes(*SOURCES))
def test_the_engines_agree_on_any_contest(ledger, shape):
    assert list_differences(ledger, build_facts(shape), shape.ruleset) == []


@pytest.mark.long
@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(shape=shapes(*SOURCES))
def test_the_engines_agree_on_a_thousand_contests(ledger, shape):
    assert list_differences(ledger, build_facts(shape), shape.ruleset) == []


def test_the_engines_agree_on_the_team_tables():
    ledger = Ledger()
    for contest_no in (1, 2):
        lay_facts(ledger, ladder(), contest_no=contest_no, ruleset="worldskills")

    assert compare_teams(ledger.con) == []


@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        (
            "score.proposal",
            "list_position(order_keys, entry.order_key) as place",
            "list_position(list_reverse_sort(list_distinct(order_keys)), entry.order_key) as place",
            "place",
        ),
        ("score.ladder", "then factor * mad", "then 1.1 * factor * mad", "scale"),
        ("score.ladder", "- tolerance as gold_floor", "- 40 * tolerance as gold_floor", "award"),
    ],
)
def test_a_planted_bug_makes_the_comparison_fail(view, old, new, field):
    ledger = Ledger()
    plant(ledger, view, old, new)
    found = {difference.field for difference in list_differences(ledger, ladder(), "worldskills")}

    assert field in found


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        ("sum(award.medal_points)", "sum(award.medal_points + 1)", "medal_points"),
        ("total.award = 'silver'", "total.award = 'gold'", "silver"),
        ("and competitor.is_competing", "", "entries"),
    ],
)
def test_a_bug_planted_in_the_team_view_makes_the_comparison_fail(old, new, field):
    ledger = Ledger()
    facts = ladder()
    guest = Entry(11, "KZ-70", is_guest=True)
    facts = replace(facts, entries=(*facts.entries, guest))
    lay_facts(ledger, facts, contest_no=1, ruleset="worldskills")
    plant(ledger, "mart.teams", old, new)
    found = {difference.field.rpartition(".")[2] for difference in compare_teams(ledger.con)}

    assert field in found
