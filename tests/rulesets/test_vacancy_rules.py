"""The sheets of annexes 17 and 18 as data: their bounds, and the other readings of them."""

from decimal import Decimal

import pytest

from kasipkor_core.rulesets import load_rulesets
from tests.kit import Ledger


@pytest.mark.parametrize(
    ("variant", "form", "criteria", "expected"),
    [
        ("default", 17, 5, 33),
        ("default", 17, 8, Decimal("78.5")),
        ("default", 18, 9, 32),
        ("VC-Q01=1", 17, 8, 79),
        ("VC-Q11=all", 17, 8, Decimal("83.5")),
    ],
)
def test_the_bounds_of_the_sheets_are_those_of_the_rulebook(variant, form, criteria, expected):
    (row,) = Ledger().read(
        "select sum(max_points) as points from ref.vacancy_criterion"
        " where variant = $variant and form = $form and ord <= $criteria",
        variant=variant,
        form=form,
        criteria=criteria,
    )

    assert row["points"] == expected


def test_only_courses_and_certificates_have_no_limit():
    rows = Ledger().read(
        "select form, ord from ref.vacancy_criterion"
        " where variant = 'default' and max_points is null order by form"
    )

    assert [tuple(row.values()) for row in rows] == [(17, 9), (18, 10)]


def test_every_other_answer_changes_the_rules_and_has_its_question():
    (ruleset,) = [one for one in load_rulesets() if one.vacancy]
    asked = {one.reading for one in ruleset.readings}
    plain = ruleset.vacancy.model_copy(update={"alternatives": ()})

    assert {one.reading for one in ruleset.vacancy.alternatives} == asked - {"VC-Q16"}
    assert [one.name for one in ruleset.vacancy.alternatives if plain.read_as(one) == plain] == []
