"""What the commission verified by the rule in force, and what it proves by another reading."""

from decimal import Decimal

from tests.kit import Ledger
from tests.vacancy import answer, fill, lay_answers, open_vacancy, points, points_as


def vacancy(*answers, form=17):
    return lay_answers(open_vacancy(Ledger()), fill(*answers, form=form))


def test_vc_e19_points_verified_by_the_rule_in_force_prove_all_items_of_another_reading():
    ledger = vacancy(
        answer("achievements", "olymp_city", amount=5, verified=Decimal("0.5")),
        answer("achievements", "olymp_region", amount=2, verified=1),
        answer("achievements", "olymp_republic", verified=2),
    )

    assert points(ledger, "achievements") == Decimal("3.5")
    assert points_as(ledger, "VC-Q03=each", "achievements") == Decimal("6.5")
    assert points_as(ledger, "VC-Q03=highest", "achievements") == 2


def test_vc_q14_what_is_verified_once_proves_every_time_of_another_reading():
    ledger = vacancy(answer("volunteering", "yes", form=18, amount=3, verified=1), form=18)

    assert points(ledger, "volunteering") == 1
    assert points_as(ledger, "VC-Q14=each", "volunteering") == 3


def test_vc_18_fewer_verified_items_of_a_line_that_counts_each_stay_fewer():
    ledger = vacancy(answer("courses", "course", amount=4, verified=1))

    assert points(ledger, "courses") == 1
    assert points_as(ledger, "VC-Q03=each", "courses") == 1
