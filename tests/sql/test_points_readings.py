"""What other answers to BP-Q01 and BP-Q02 would change where experts give points."""

from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings

from kasipkor_core.recount import translate_ruleset
from kasipkor_core.recount.readings import OtherPlace, list_other_places
from kasipkor_core.recount.rounding import round_half_away
from kasipkor_core.rulesets import load_rulesets
from kasipkor_core.store.facts import read_facts
from tests.kit import Ledger
from tests.professionals import contest
from tests.recount.cases import build_facts, shapes
from tests.recount.laying import lay_facts

BEST = next(one for one in load_rulesets() if one.ruleset == "best-professionals-2022")
NUMBERS = count(1)


@pytest.fixture(scope="module")
def ledger():
    return Ledger()


def read(ledger, reading, other, *fields):
    rows = ledger.read(
        "select * from mart.points_readings"
        " where contest_no = 1 and reading = $reading and other = $other order by entry_no",
        reading=reading,
        other=other,
    )
    return [tuple(row[name] for name in fields) for row in rows]


def test_bp_q02_the_median_of_the_experts_is_another_winner():
    ledger = contest((90, 90, 60), (85, 85, 85))

    assert read(ledger, "BP-Q02", "median", "total", "other_total", "place", "other_place") == [
        (80, 90, 2, 1),
        (85, 85, 1, 2),
    ]


def test_bp_e12_the_sum_of_three_experts_is_above_the_limit_of_all_together():
    ledger = contest((88, 91, 90), (50,))

    assert read(ledger, "BP-Q02", "sum", "other_total", "other_place") == [(269, 1), (50, 2)]
    assert read(ledger, "BP-Q01", "entry", "points_together", "is_refused", "other_place") == [
        (269, True, None),
        (50, False, 1),
    ]


def test_only_staff_see_other_readings_and_nothing_is_asked_of_other_rules():
    ledger = contest((88, 91, 90), (50,))
    ledger.publish()
    ledger.see(audience="public")

    assert ledger.read("from mart.points_readings") == []


def list_found(ledger, contest_no):
    facts = read_facts(ledger.con, contests=[contest_no])[contest_no]
    listed = list_other_places(facts, BEST.marking.max_points)
    return {(one.entry_no, one.other): (say(one), one.place) for one in listed}


def say(one: OtherPlace):
    return round_half_away(one.total * 1000) / 1000


def list_shown(ledger, contest_no):
    rows = ledger.read(
        "select * from mart.points_readings where contest_no = $contest_no", contest_no=contest_no
    )
    return {
        (row["entry_no"], row["other"]): (row["other_total"], row["other_place"]) for row in rows
    }


def agree(ledger, shape):
    contest_no = next(NUMBERS)
    lay_facts(ledger, build_facts(shape), contest_no=contest_no, ruleset=BEST.ruleset)
    return list_shown(ledger, contest_no) == list_found(ledger, contest_no)


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(shape=shapes("criteria", "totals", most=12))
def test_the_engines_agree_on_other_readings_of_any_contest(ledger, shape):
    assert agree(ledger, shape)


@pytest.mark.long
@settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))
@given(shape=shapes("criteria", "totals", "marks", most=20))
def test_the_engines_agree_on_other_readings_of_two_hundred_contests(ledger, shape):
    assert agree(ledger, shape)


def test_the_answers_that_hold_are_those_of_the_ruleset():
    assert (BEST.marking.limit_scope, translate_ruleset(BEST).combine) == ("expert", "mean")
