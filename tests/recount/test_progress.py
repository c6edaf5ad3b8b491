"""Indicators and centres counted twice: no difference, a bug is seen, and the rules have shape."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core.recount.centres import Evidence, count_readiness
from kasipkor_core.recount.progress import Limits, Value, add_years, count_progress, judge_value
from kasipkor_core.recount.rounding import round_half_away
from kasipkor_core.rulesets import load_rulesets
from kasipkor_core.store.compare_progress import compare_centres, compare_progress
from tests.kit import Ledger
from tests.progress import CHECKLIST, lay_items, lay_values
from tests.recount.test_two_engines import plant

CENTRE = next(one.checklist for one in load_rulesets() if one.ruleset == CHECKLIST)
ITEMS = [item.item for item in CENTRE.items]
DAYS = st.dates(dt.date(2012, 1, 1), dt.date(2024, 12, 31))
COUNTS = st.integers(0, 500)


def find_key(row):
    return tuple(row[name] for name in ("indicator", "region", "organisation", "period", "since"))


VALUES = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from(["IND-01", "IND-02", "IND-04", "IND-08", "IND-13", "IND-36"]),
        "region": st.sampled_from(["KZ", "KZ-10", "KZ-31", "KZ-35"]),
        "organisation": st.sampled_from([None, None, "college"]),
        "period": st.sampled_from([2021, 2022, 2023, 2025, 2026]),
        "numerator": COUNTS,
        "denominator": st.one_of(st.none(), COUNTS),
        "since": st.none(),
    }
)
DATED = st.fixed_dictionaries(
    {
        "indicator": st.sampled_from(["IND-17", "IND-18", "IND-40"]),
        "region": st.sampled_from(["KZ-31", "KZ-35"]),
        "organisation": st.none(),
        "period": st.sampled_from([2022, 2023]),
        "numerator": COUNTS,
        "denominator": st.none(),
        "since": DAYS,
        "as_of": st.one_of(st.none(), DAYS),
    }
)
ROWS = st.lists(st.one_of(VALUES, DATED), max_size=20, unique_by=find_key)
EVIDENCE = st.lists(
    st.fixed_dictionaries(
        {
            "item": st.sampled_from(ITEMS),
            "state": st.sampled_from(["done", "done", "done", "missing", "not_applicable"]),
            "basis": st.sampled_from([None, "experience", "internship"]),
            "evidence": st.sampled_from([None, "Post 1", "post 1", "post 2"]),
            "done_on": st.one_of(st.none(), DAYS),
            "valid_to": st.one_of(st.none(), DAYS),
        }
    ),
    min_size=1,
    max_size=90,
)


def index():
    return {"indicator": "MCI", "region": "KZ", "numerator": 3450, "period": 2023}


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=ROWS)
def test_the_engines_agree_on_any_reports(rows):
    ledger = Ledger()
    lay_values(ledger, index(), *rows)

    assert compare_progress(ledger.con) == []


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=EVIDENCE, profile=st.sampled_from(["004", "004+001"]), day=st.one_of(st.none(), DAYS))
def test_the_engines_agree_on_any_centre(rows, profile, day):
    ledger = Ledger()
    lay_items(ledger, *rows, profile=profile, checked_on=day)

    assert compare_centres(ledger.con) == []


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        ("score.indicator_standing", "+ scale - 1) // scale", ") // scale", "needed"),
        ("score.indicator_standing", "< minimum * div", "<= minimum * div", "status"),
        ("score.indicator_area", "or value.denominator > 0", "or true", "numerator"),
        ("score.indicator_date", "as_of <= due_on", "as_of < due_on", "numerator"),
        ("score.indicator_limit", "year = area.period", "year <= area.period", "target"),
    ],
)  # fmt: skip
def test_a_bug_planted_in_the_indicators_makes_the_comparison_fail(view, old, new, field):
    ledger = Ledger()
    lay_values(
        ledger,
        ("IND-01", 31, 58),
        {"indicator": "IND-01", "region": "KZ-10", "numerator": 11, "denominator": 20},
        {"indicator": "IND-01", "region": "KZ-35", "numerator": 7, "denominator": None},
        {"indicator": "IND-17", "numerator": 2, "since": "2019-12-31"},
        {"indicator": "IND-01", "period": 2026, "numerator": 1, "denominator": 2},
    )
    plant(ledger, view, old, new)

    assert f"mart.progress.{field}" in {one.field for one in compare_progress(ledger.con)}


@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new", "field"),
    [
        ("score.centre_evidence", "valid_to >= centre.day", "valid_to > centre.day", "satisfied"),
        ("score.centre_evidence", "item.window_years) >=", "item.window_years + 1) >=", "missing"),
        ("score.centre_evidence", "lower(fact.evidence)", "fact.evidence", "satisfied"),
        ("score.centre_standing", "is_satisfied and is_split as", "false as", "noted"),
        ("mart.centre_readiness", "and is_applicable)", ")", "steps_required"),
    ],
)  # fmt: skip
def test_a_bug_planted_in_the_centres_makes_the_comparison_fail(view, old, new, field):
    ledger = Ledger()
    lay_items(
        ledger,
        {"item": "CC-04", "valid_to": "2022-06-01"},
        {"item": "CC-03.1", "evidence": "1", "basis": "experience"},
        {"item": "CC-03.2", "evidence": "2", "basis": "experience"},
        {"item": "CC-05.1", "evidence": "Зауыт"},
        {"item": "CC-05.1", "evidence": "ЗАУЫТ"},
        {"item": "CC-41.13", "state": "not_applicable"},
        checked_on="2022-06-01",
    )
    lay_items(
        ledger,
        {"item": "CC-03.1", "evidence": "1", "basis": "internship", "done_on": "2016-07-01"},
        {"item": "CC-03.1", "evidence": "2", "basis": "experience"},
        organisation="other",
        checked_on="2022-06-01",
    )
    plant(ledger, view, old, new)

    found = {one.field for one in compare_centres(ledger.con)}
    assert f"mart.centre_readiness.{field}" in found


@settings(deadline=None)
@given(whole=st.integers(1, 10_000), part=st.integers(0, 10_000), target=st.integers(0, 100))
def test_needed_is_the_least_numerator_that_meets_the_target(whole, part, target):
    found = judge_value("IND-02", part, whole, Limits(minimum=target))
    least = judge_value("IND-02", found.needed, whole, Limits(minimum=target))
    below = judge_value("IND-02", max(found.needed - 1, 0), whole, Limits(minimum=target))

    assert (least.status, found.status == "met") == ("met", part >= found.needed)
    assert found.needed == 0 or below.status == "not_met"


@settings(deadline=None)
@given(part=st.integers(0, 3000), whole=st.integers(1, 3000), target=st.integers(1, 99))
def test_the_shown_digits_stand_on_the_right_side_of_the_target(part, whole, target):
    found = judge_value("IND-02", part, whole, Limits(minimum=target))
    shown = round_half_away(found.value, found.shown_decimals)

    assert (shown >= target) == (found.value >= target) or found.shown_decimals == 3


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 50)), min_size=1, max_size=3))
def test_the_country_lies_between_its_lowest_and_highest_region(pairs):
    regions = ("KZ-31", "KZ-35", "KZ-55")
    values = [
        Value("IND-02", region, 2022, part, whole)
        for region, (part, whole) in zip(regions, pairs, strict=False)
    ]
    shares = [Fraction(100 * part, whole) for part, whole in pairs]
    country = count_progress(values)[2022, "IND-02", ("KZ", None)]

    assert min(shares) <= country.value <= max(shares)


@settings(deadline=None)
@given(EVIDENCE, st.sampled_from(ITEMS))
def test_one_more_thing_done_never_makes_a_centre_less_ready(rows, item):
    given_rows = [Evidence(**row) for row in rows]
    more = [*given_rows, Evidence(item, "done", evidence="post 9")]
    day = dt.date(2022, 6, 1)
    ready, readier = (
        count_readiness(CENTRE, found, profile="004", day=day) for found in (given_rows, more)
    )
    is_part = next(one.part_of for one in CENTRE.items if one.item == item)

    assert is_part or readier.satisfied >= ready.satisfied


@pytest.mark.parametrize(
    ("day", "years", "later"),
    [
        (dt.date(2016, 2, 29), 7, dt.date(2023, 2, 28)),
        (dt.date(2016, 2, 29), 4, dt.date(2020, 2, 29)),
        (dt.date(2019, 10, 15), 3, dt.date(2022, 10, 15)),
    ],
)
def test_years_are_added_alike_in_both_engines(day, years, later):
    (row,) = Ledger().read("select score.years_after($day, $n) as later", day=day, n=years)

    assert (add_years(day, years), row["later"]) == (later, later)
