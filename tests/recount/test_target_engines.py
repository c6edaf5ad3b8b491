"""Targets that somebody has set, found twice: no difference, and a bug is seen."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kasipkor_core.store.compare_progress import compare_progress
from tests.kit import Ledger
from tests.progress import lay_values
from tests.recount.test_two_engines import plant

INDICATORS = ("IND-01", "IND-04", "IND-36")
REGIONS = ("KZ-10", "KZ-31", "KZ")
YEARS = (2022, 2026)
VALUES = [
    {"indicator": name, "region": region, "period": year, "numerator": 11, "denominator": 20}
    for name in INDICATORS
    for region in ("KZ-10", "KZ-31")
    for year in YEARS
]
BATCHES = st.lists(
    st.lists(
        st.fixed_dictionaries(
            {
                "indicator": st.sampled_from(INDICATORS),
                "region": st.sampled_from([None, *REGIONS]),
                "year": st.sampled_from(YEARS),
                "minimum": st.one_of(st.none(), st.integers(0, 100)),
                "maximum": st.one_of(st.none(), st.integers(0, 100)),
            }
        ),
        min_size=1,
        max_size=4,
        unique_by=lambda row: (row["indicator"], row["region"], row["year"]),
    ),
    max_size=4,
)


def lay_targets(ledger, *rows):
    """Put one batch of targets."""
    ledger.lay("indicator_target", *({"contest_no": row["year"], **row} for row in rows))


@pytest.mark.long
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(batches=BATCHES)
def test_6_3_the_engines_agree_on_any_targets(batches):
    ledger = Ledger()
    lay_values(ledger, *VALUES)
    for rows in batches:
        lay_targets(ledger, *rows)

    assert compare_progress(ledger.con) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("max_by(struct_pack", "min_by(struct_pack"),
        ("(given.region is not null)::integer", "(given.region is null)::integer"),
        ("area.region <> 'KZ'", "true"),
        ("        and area.organisation is null\n", ""),
    ],
)
def test_a_bug_planted_in_the_choice_of_a_target_makes_the_comparison_fail(old, new):
    college = {"indicator": "IND-17", "organisation": "college", "numerator": 1, "denominator": 2}
    ledger = Ledger()
    lay_values(ledger, *VALUES, college)
    row = {"indicator": "IND-01", "year": 2022}
    lay_targets(ledger, row | {"minimum": 40}, row | {"minimum": 41, "region": "KZ-31"})
    lay_targets(ledger, row | {"minimum": 60}, {"indicator": "IND-17", "year": 2022, "minimum": 1})
    plant(ledger, "score.indicator_limit", old, new)

    assert compare_progress(ledger.con)
