"""The worked examples of indicators (rulebook 9.2), read from the views."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.kit import Ledger
from tests.progress import lay_values

COLUMNS = ("value", "shown_decimals", "status", "gap", "needed", "still_needed")
PLANNED = 20_000_000
SCHOOL_HOURS = 1440


@pytest.fixture
def ledger():
    return Ledger()


def read(ledger, indicator, *columns, region="KZ-31", period=2022):
    """Return the columns of one row of mart.progress; numbers as text, so that digits show."""
    (row,) = ledger.read(
        f"select {', '.join(columns)} from mart.progress"
        " where indicator = $indicator and region = $region and period = $period",
        indicator=indicator,
        region=region,
        period=period,
    )
    return tuple(str(x) if isinstance(x, Decimal) else x for x in row.values())


def test_ex_09_a_share_below_its_target_says_how_many_are_wanted(ledger):
    lay_values(ledger, ("IND-01", 31, 58))

    assert read(ledger, "IND-01", *COLUMNS) == ("53.448", 1, "not_met", "-1.552", 32, 1)


def test_ex_10_fifty_five_of_a_hundred_meet_55_percent(ledger):
    lay_values(ledger, ("IND-01", 55, 100))

    assert read(ledger, "IND-01", *COLUMNS) == ("55.000", 1, "met", "0.000", 55, 0)


@pytest.mark.parametrize(
    ("period", "count", "expected"),
    [
        (2022, 31, ("53.448", "not_met", 32)),
        (2023, 41, ("70.690", "met", 41)),
        (2024, 49, ("84.483", "not_met", 50)),
        (2025, 58, ("100.000", "met", 58)),
    ],
)
def test_ex_11_each_year_has_its_own_step(ledger, period, count, expected):
    lay_values(
        ledger, {"indicator": "IND-01", "numerator": count, "denominator": 58, "period": period}
    )

    assert read(ledger, "IND-01", "value", "status", "needed", period=period) == expected


@pytest.mark.parametrize("denominator", [0, None])
def test_ex_12_without_a_denominator_there_is_no_value_and_the_region_stays(ledger, denominator):
    lay_values(ledger, ("IND-01", 3, denominator))

    regions = ledger.read("select count(*) as n from mart.progress where region <> 'KZ'")
    assert read(ledger, "IND-01", "value", "status", "gap") == (None, "no_data", None)
    assert regions == [{"n": 20}]


@pytest.mark.parametrize(
    ("copies", "expected"),
    [
        (8120, ("40.600", 1, "met", "0.600", 8000, 0)),
        (7992, ("39.960", 2, "not_met", "-0.040", 8000, 8)),
    ],
)
def test_ex_13_rounding_does_not_hide_the_status(ledger, copies, expected):
    lay_values(
        ledger, {"indicator": "IND-02", "numerator": copies, "denominator": 20000, "period": 2023}
    )

    assert read(ledger, "IND-02", *COLUMNS, period=2023) == expected


def test_ex_14_the_country_is_the_ratio_of_sums_and_not_a_mean_of_shares(ledger):
    a = {"indicator": "IND-01", "numerator": 9, "denominator": 10, "region": "KZ-31"}
    b = {"indicator": "IND-01", "numerator": 40, "denominator": 100, "region": "KZ-35"}
    lay_values(ledger, a, b)

    assert read(ledger, "IND-01", "numerator", "denominator", *COLUMNS, region="KZ") == (
        49, 110, "44.545", 1, "not_met", "-10.455", 61, 12,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "subjects", "by_hours", "by_subjects"),
    [
        (288, 2, ("20.000", "met", None), ("14.286", "met")),
        (289, 2, ("20.069", "exceeded", None), ("14.286", "met")),
        (260, 3, ("18.056", "met", "other_reading"), ("21.429", "exceeded")),
    ],
)
def test_ex_15_distance_hours_and_the_other_reading_by_subjects(
    ledger, hours, subjects, by_hours, by_subjects
):
    lay_values(ledger, ("IND-04", hours, SCHOOL_HOURS), ("IND-04a", subjects, 14))

    assert read(ledger, "IND-04", "value", "status", "note") == by_hours
    assert read(ledger, "IND-04a", "value", "status") == by_subjects


def test_ex_16_the_norm_is_five_times_the_index_of_the_year(ledger):
    mci = {"indicator": "MCI", "numerator": 3450, "region": "KZ", "period": 2023}
    plan = {"indicator": "IND-13", "numerator": PLANNED, "denominator": 1200, "period": 2023}
    lay_values(ledger, mci, plan)

    assert read(ledger, "IND-13", "reference", "needed", "still_needed", period=2023) == (
        17250,
        20_700_000,
        700_000,
    )


def test_ex_17_thirteen_of_twenty_centres_by_2025_and_no_regional_target(ledger):
    ten = {"indicator": "IND-08", "numerator": 10, "region": "KZ-31"}
    lay_values(ledger, ten, {"indicator": "IND-08", "numerator": 3, "region": "KZ-35"})

    assert read(
        ledger, "IND-08", "numerator", "target", "target_year", "reached", "still_needed",
        region="KZ",
    ) == (13, 20, 2025, "65.000", 7)  # fmt: skip
    assert read(ledger, "IND-08", "target", "status") == (None, "no_target")


@pytest.mark.parametrize(
    ("as_of", "expected"),
    [("2022-10-15", ("met", 0)), ("2022-10-16", ("not_met", 1))],
    ids=["due day", "a day later"],
)
def test_ex_18_a_course_counts_to_its_due_day_and_on_it(ledger, as_of, expected):
    lay_values(
        ledger, {"indicator": "IND-17", "numerator": 1, "since": "2019-10-15", "as_of": as_of}
    )
    (row,) = ledger.read("select status, days_over from mart.indicator_dates")

    assert tuple(row.values()) == expected
    assert read(ledger, "IND-17", "status") == (expected[0],)


@pytest.mark.parametrize(
    ("since", "as_of", "expected", "heads"),
    [
        ("2015-09-01", "2022-08-31", (dt.date(2022, 9, 1), "not_due"), 0),
        ("2015-09-01", "2022-09-01", (dt.date(2022, 9, 1), "due"), 1),
        ("2016-02-29", "2023-02-27", (dt.date(2023, 2, 28), "not_due"), 0),
        ("2016-02-29", "2023-02-28", (dt.date(2023, 2, 28), "due"), 1),
    ],
)
def test_ex_19_rotation_is_due_after_seven_years(ledger, since, as_of, expected, heads):
    lay_values(ledger, {"indicator": "IND-18", "numerator": 1, "since": since, "as_of": as_of})
    (row,) = ledger.read("select due_on, status from mart.indicator_dates")

    assert tuple(row.values()) == expected
    assert read(ledger, "IND-18", "numerator", "denominator") == (heads, 1)


def test_ex_20_a_share_without_a_target_has_no_target_line(ledger):
    lay_values(ledger, ("IND-03", 23, 41))

    assert read(ledger, "IND-03", "value", "status", "target", "gap", "needed") == (
        "56.098", "no_target", None, None, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "given", "expected"),
    [
        ("IND-21", 180, ("met", "0.000", 0, None)),
        ("IND-21", 184, ("exceeded", "4.000", 4, None)),
        ("IND-20", 58, ("not_met", "-2.000", 0, "exception_possible")),
        ("IND-20", 35, ("not_met", "-25.000", 0, None)),
        ("IND-23", 179, ("not_met", "-1.000", 0, None)),
        ("IND-22", 60, ("met", "0.000", 0, None)),
        ("IND-24", 181, ("exceeded", "1.000", 1, None)),
        ("IND-25", 60, ("met", "0.000", 0, None)),
        ("IND-26", 59, ("not_met", "-1.000", 0, None)),
    ],
)
def test_ex_21_credits_keep_to_their_range(ledger, indicator, given, expected):
    row = {"indicator": indicator, "numerator": given, "organisation": "college"}
    lay_values(ledger, row)

    assert read(ledger, indicator, "status", "gap", "excess", "note") == expected


@pytest.mark.parametrize(("period", "regions"), [(2021, 17), (2022, 20)])
def test_ind_01_regions_of_2022_start_in_2022(ledger, period, regions):
    lay_values(ledger, {"indicator": "IND-01", "numerator": 1, "denominator": 2, "period": period})

    listed = ledger.read("select count(*) as n from mart.progress where region <> 'KZ'")
    assert listed == [{"n": regions}]


@pytest.mark.parametrize(
    ("period", "expected"), [(2024, (20, 2025)), (2025, (20, 2025)), (2026, (None, None))]
)
def test_ind_08_a_deadline_is_asked_for_before_it_and_not_after(ledger, period, expected):
    lay_values(ledger, {"indicator": "IND-08", "numerator": 5, "region": "KZ", "period": period})

    columns = ("target", "target_year")
    assert read(ledger, "IND-08", *columns, region="KZ", period=period) == expected


def test_ind_01_after_2025_there_is_no_target(ledger):
    lay_values(ledger, {"indicator": "IND-01", "numerator": 1, "denominator": 2, "period": 2026})

    assert read(ledger, "IND-01", "status", "target", period=2026) == ("no_target", None)


@pytest.mark.parametrize(
    ("winners", "status"), [(4, "not_met"), (5, "met"), (30, "met"), (31, "exceeded")]
)
def test_ind_36_winners_of_2022_are_five_to_thirty(ledger, winners, status):
    lay_values(ledger, ("IND-36", winners))

    assert read(ledger, "IND-36", "target", "target_maximum", "status") == (5, 30, status)


def test_a_reported_figure_of_the_country_goes_before_the_sum(ledger):
    lay_values(
        ledger,
        ("IND-01", 1, 2),
        {"indicator": "IND-01", "numerator": 400, "denominator": 706, "region": "KZ"},
    )

    assert read(ledger, "IND-01", "numerator", "origin", region="KZ") == (400, "reported")


def test_the_public_reads_indicators_once_their_year_is_published(ledger):
    lay_values(ledger, ("IND-01", 31, 58))
    ledger.see(audience="public")
    before = ledger.read("select count(*) as n from mart.progress")
    ledger.publish(2022)
    ledger.see(audience="public")

    assert (before, read(ledger, "IND-01", "numerator")) == ([{"n": 0}], (31,))


def test_ind_19_the_test_windows_of_2022_are_days_and_not_numbers(ledger):
    windows = ledger.read(
        "select starts_on, days from mart.indicator_windows"
        " where indicator = 'IND-19' order by starts_on"
    )

    assert [tuple(row.values()) for row in windows] == [
        (dt.date(2022, 4, 11), 19),
        (dt.date(2022, 7, 1), 29),
        (dt.date(2022, 11, 1), 30),
    ]


def test_the_list_of_indicators_is_the_rulebooks(ledger):
    directions = ledger.read(
        "select indicator, any_value(direction) as direction from mart.indicators"
        " where regexp_matches(indicator, '^IND-[0-9]+$') group by indicator order by indicator"
    )
    found = {row["indicator"]: row["direction"] for row in directions}

    numbers = [*range(1, 44), *range(50, 54)]
    assert list(found) == [f"IND-{number:02d}" for number in numbers]
    assert [found[f"IND-{number:02d}"] for number in (1, 3, 4, 20, 36)] == [
        "at_least", "information", "at_most", "exact", "range",
    ]  # fmt: skip
