"""What if so many persons of a region went on: the second engine knows it for every number."""

from fractions import Fraction

import pytest

from kasipkor_core import house
from kasipkor_core.recount.quotas import QuotaRule, Winner, decide_seats
from tests.movement import PRIZE_WINNERS, Championship

QUESTION = (house.SQL / "reads" / "quota_limit.sql").read_text(encoding="utf-8")
AT = {"programme": "worldskills", "season": 2022, "level": "oblast", "region": "KZ-35"}
NUMBERS = (0, 1, 2, 4, 5, 6, 8, 9)
HELD = (  # marks and persons of each contest, best first; both places go on
    ((95, "A"), (90, "BC")),
    ((94, "D"), (90, "A")),
    ((93, "EF"), (90, "G")),
    ((93, "H"), (80, "D")),
    ((92, "I"), (79, "DB")),
)


def ask(ledger, maximum):
    rows = ledger.read(QUESTION, maximum=maximum, **AT)
    return {(row["contest"], row["entry"]): row["status"] for row in rows}


@pytest.fixture(scope="module")
def ledger():
    championship = Championship(PRIZE_WINNERS)
    for entries in HELD:
        championship.hold(*((mark, {"persons": list(persons)}) for mark, persons in entries))
    return championship.settle()


def recount(maximum):
    winners = [
        Winner(
            entry=(number, place),
            place=place,
            total=Fraction(mark),
            persons=frozenset(persons),
        )
        for number, entries in enumerate(HELD, 1)
        for place, (mark, persons) in enumerate(entries, 1)
    ]
    return decide_seats(winners, QuotaRule(maximum=maximum, enforce=True))


@pytest.mark.long
def test_ws_10_the_what_if_of_a_limit_says_what_the_second_engine_says_for_every_number(ledger):
    numbers = {
        (row["contest"], row["entry"]): (row["contest_no"], row["entry_no"])
        for row in ledger.read("select contest, entry, contest_no, entry_no from mart.quota_seats")
    }
    said = {
        maximum: {numbers[key]: status for key, status in ask(ledger, maximum).items()}
        for maximum in NUMBERS
    }

    assert said == {maximum: recount(maximum) for maximum in NUMBERS}


def test_what_people_decided_stays_decided_in_a_what_if():
    championship = Championship()
    championship.hold(95, 60)
    championship.settle().decide("tie", "in", entry_no=1)

    assert [list(ask(championship.ledger, maximum).values()) for maximum in (0, 1)] == [
        ["in", "reserve"],
        ["in", "reserve"],
    ]
