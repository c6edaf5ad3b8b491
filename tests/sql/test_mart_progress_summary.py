"""How many regions stand where, what a year has changed (rulebook 6, EX-12, EX-14)."""

from decimal import Decimal

from tests.kit import Ledger
from tests.progress import lay_values

REGIONS = 20


def lay(ledger):
    lay_values(
        ledger,
        *(
            {"indicator": "IND-01", "region": region, "period": year, "numerator": n,
             "denominator": 100}
            for region, year, n in (
                ("KZ-31", 2024, 85), ("KZ-35", 2024, 84), ("KZ-31", 2025, 100),
                ("KZ-35", 2025, 84), ("KZ-10", 2025, 91),
            )
        ),
        {"indicator": "IND-01", "region": "KZ-31", "organisation": "One", "period": 2025,
         "numerator": 1, "denominator": 2},
        {"indicator": "IND-04", "region": "KZ-31", "period": 2025, "numerator": 21,
         "denominator": 100},
    )  # fmt: skip
    return ledger


def test_ex_12_every_region_stands_somewhere_and_silent_ones_are_counted_as_silent():
    ledger = lay(Ledger())
    rows = ledger.read(
        "select period, indicator, regions, met, not_met, exceeded, no_data, no_target, target,"
        " country_value, organisations from mart.progress_summary order by period, indicator"
    )

    assert [tuple(row.values()) for row in rows] == [
        (2024, "IND-01", REGIONS, 1, 1, 0, 18, 0, 85, Decimal("84.500"), 0),
        (2025, "IND-01", REGIONS, 1, 2, 0, 17, 0, 100, Decimal("91.667"), 1),
        (2025, "IND-04", 1, 0, 0, 1, 0, 0, 20, None, 0),
    ]


def test_year_on_year_is_the_difference_of_what_is_published_and_none_without_a_pair():
    ledger = lay(Ledger())
    rows = ledger.read(
        "select region, period, value_before, change from mart.progress"
        " where indicator = 'IND-01' and organisation is null and value is not null"
        " order by region, period"
    )

    assert [
        tuple(str(x) if isinstance(x, Decimal) else x for x in row.values()) for row in rows
    ] == [
        ("KZ", 2024, None, None),
        ("KZ", 2025, "84.500", "7.167"),
        ("KZ-10", 2025, None, None),
        ("KZ-31", 2024, None, None),
        ("KZ-31", 2025, "85.000", "15.000"),
        ("KZ-35", 2024, None, None),
        ("KZ-35", 2025, "84.000", "0.000"),
    ]


def test_the_targets_can_be_read_alone():
    """A window over them brought DuckDB 1.5.5 down, the server with it."""
    ledger = lay(Ledger())

    assert ledger.read(
        "select year, minimum from score.indicator_limit"
        " where region = 'KZ-31' and organisation is null and indicator = 'IND-01' order by year"
    ) == [{"year": 2024, "minimum": 85}, {"year": 2025, "minimum": 100}]
