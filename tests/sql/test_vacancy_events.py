"""VC-Q03: achievements counted by events, told apart by their days."""

from decimal import Decimal

from tests.kit import Ledger
from tests.vacancy import answer, fill, lay_answers, open_vacancy, points, points_as


def vacancy(*answers):
    return lay_answers(open_vacancy(Ledger()), fill(*answers))


def test_vc_q03_every_event_counts_once_whatever_the_number_of_its_winners():
    ledger = vacancy(
        answer("achievements", "olymp_city", amount=5, event_date="2024-03-01"),
        *(
            answer("achievements", "olymp_region", event_date=day)
            for day in ("2024-04-01", "2024-04-01", "2024-05-01")
        ),
        answer("achievements", "olymp_republic", event_date="2024-05-01"),
        answer("achievements", "olymp_republic_prize", event_date="2024-05-01"),
    )

    assert points(ledger, "achievements") == Decimal("3.5")
    assert points_as(ledger, "VC-Q03=event", "achievements") == Decimal("4.5")
    assert points_as(ledger, "VC-Q03=each", "achievements") == Decimal("9.5")


def test_vc_q03_events_without_a_day_cannot_be_told_apart_and_are_one():
    ledger = vacancy(answer("achievements", "olymp_city"), answer("achievements", "olymp_city"))

    assert points_as(ledger, "VC-Q03=event", "achievements") == Decimal("0.5")
