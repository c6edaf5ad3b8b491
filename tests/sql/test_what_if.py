"""Places shared out by weight: every method against brute force on small cases."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kasipkor_core.errors import Refused
from kasipkor_core.store import MEMORY, Reader, Sharing, Store, read_what_if
from tests.kit import Ledger
from tests.movement import Championship

DIVISORS = {"sainte_lague": lambda seats: 2 * seats - 1, "dhondt": lambda seats: seats}
cases = st.tuples(
    st.lists(st.integers(0, 12), min_size=1, max_size=4),
    st.integers(0, 8),
    st.integers(0, 2),
    st.none() | st.integers(2, 5),
).filter(lambda case: len(case[0]) * case[2] <= case[1])


@pytest.fixture(scope="module")
def ledger():
    return Ledger()


def share(ledger, method, case):
    """Return (seats, is_tied, seats_tied) of each weight, in their order."""
    weights, total, floor, cap = case
    listed = [{"region": at, "weight": weight} for at, weight in enumerate(weights)]
    rows = ledger.read(
        "select seats, is_tied, seats_tied"
        " from score.share_seats($w, $method, $total, $floor, $cap) order by region",
        w=listed,
        method=method,
        total=total,
        floor=floor,
        cap=cap,
    )
    return [tuple(row.values()) for row in rows]


def list_allocations(weights, total, floor, cap):
    """Return every way to give out as many places as can be given: none to a weight of zero."""
    tops = [floor if weight == 0 else total if cap is None else cap for weight in weights]
    spans = [range(floor, max(floor, top) + 1) for top in tops]
    given_out = min(total, sum(max(span) for span in spans))
    return [seats for seats in product(*spans) if sum(seats) == given_out]


def is_fair(method, weights, seats, floor, cap):
    """Say whether no place would be claimed more strongly elsewhere (highest averages)."""
    divisor = DIVISORS[method]
    given_up = [
        Fraction(weight, divisor(own))
        for weight, own in zip(weights, seats, strict=True)
        if own > floor
    ]
    wanted = [
        Fraction(weight, divisor(own + 1))
        for weight, own in zip(weights, seats, strict=True)
        if cap is None or own < cap
    ]
    return not given_up or not wanted or min(given_up) >= max(wanted)


def find_shares(weights, total, floor, cap):
    """Return the proportional shares inside floor and cap, found by trying who is at which."""
    high = Fraction(total if cap is None else cap)
    for state in product("lfh", repeat=len(weights)):
        fixed = sum(floor if one == "l" else high for one in state if one != "f")
        free = sum(weight for weight, one in zip(weights, state, strict=True) if one == "f")
        if free == 0:
            if fixed == total and is_consistent(weights, state, floor, high):
                return [Fraction(floor) if one == "l" else high for one in state]
            continue
        rate = (total - fixed) / Fraction(free)
        shares = [
            {"l": Fraction(floor), "h": high, "f": weight * rate}[one]
            for weight, one in zip(weights, state, strict=True)
        ]
        if all(
            share == min(max(weight * rate, floor), high)
            for share, weight in zip(shares, weights, strict=True)
        ):
            return shares
    return None


def is_consistent(weights, state, floor, high):
    """Say whether some rate puts all of these at their bounds."""
    at_floor = [w for w, one in zip(weights, state, strict=True) if one == "l" and w]
    at_cap = [w for w, one in zip(weights, state, strict=True) if one == "h"]
    if 0 in at_cap and high > floor:
        return False
    most = min((Fraction(floor, w) for w in at_floor), default=None)
    least = max((high / w for w in at_cap if w), default=Fraction(0))
    return most is None or most >= least


def find_best(method, case):
    """Return every allocation the method allows; more than one: a tie."""
    weights, total, floor, cap = case
    ways = list_allocations(weights, total, floor, cap)
    if method in DIVISORS:
        positive = [at for at, weight in enumerate(weights) if weight]
        return [
            seats
            for seats in ways
            if is_fair(
                method, [weights[at] for at in positive], [seats[at] for at in positive], floor, cap
            )
        ]
    shares = find_shares(weights, total, floor, cap)
    if shares is None:
        return ways
    misses = [sum((a - b) ** 2 for a, b in zip(seats, shares, strict=True)) for seats in ways]
    return [seats for seats, miss in zip(ways, misses, strict=True) if miss == min(misses)]


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize("method", ["largest_remainder", "sainte_lague", "dhondt"])
@settings(max_examples=120, deadline=None)
@given(case=cases)
def test_every_method_gives_what_brute_force_finds(ledger, method, case):
    best = find_best(method, case)
    found = share(ledger, method, case)
    certain = tuple(min(column) for column in zip(*best, strict=True))
    contended = tuple(len(set(column)) > 1 for column in zip(*best, strict=True))

    assert tuple(seats for seats, _, _ in found) == certain
    assert tuple(tied for _, tied, _ in found) == contended
    assert {n for _, tied, n in found if tied} <= {sum(best[0]) - sum(certain)}


WORKED = {  # 100 votes, 10 places: the textbook figures
    "largest_remainder": (5, 3, 2),
    "sainte_lague": (6, 2, 2),
    "dhondt": (6, 2, 2),
}


@pytest.mark.parametrize("method", WORKED)
def test_the_methods_on_one_case(ledger, method):
    found = share(ledger, method, ((53, 24, 23), 10, 0, None))

    assert tuple(seats for seats, _, _ in found) == WORKED[method]


def test_a_tie_for_the_last_place_is_shown_and_not_broken(ledger):
    # 10, 10, then 5, 5 and 5 for the third place
    assert share(ledger, "dhondt", ((10, 10, 5), 3, 0, None)) == [
        (1, True, 1),
        (1, True, 1),
        (0, True, 1),
    ]


def test_too_few_places_for_the_floors_give_nothing(ledger):
    assert share(ledger, "dhondt", ((1, 2), 3, 2, None)) == [(None, False, 0)] * 2


def lay_two_regions():
    ledger = Ledger()
    for region, entries in (("KZ-35", 3), ("KZ-11", 1)):
        championship = Championship(ledger=ledger, region=region)
        championship.hold(*range(90, 90 - entries, -1))
        championship.settle()
    ledger.lay("organisation", *(
        {"contest_no": 0, "organisation": f"C{at}", "region": "KZ-11"} for at in range(3)
    ))  # fmt: skip
    return Store(MEMORY, ledger.con), Reader(as_of=ledger.batch_no)


def what_if(weight, **more):
    store, reader = lay_two_regions()
    sharing = Sharing("worldskills", 2022, "oblast", weight=weight, **more)
    rows = read_what_if(store, sharing, reader=reader).to_pylist()
    return [(row["region"], row["weight"], row["seats"]) for row in rows[:2]]


@pytest.mark.long
def test_the_weights_come_from_the_ledger():
    assert what_if("entries", total=8) == [("KZ-35", 3, 6), ("KZ-11", 1, 2)]
    assert what_if("colleges", total=8, cap=5)[0] == ("KZ-11", 3, 5)


@pytest.mark.long
def test_impossible_wishes_are_refused_with_a_sentence():
    with pytest.raises(Refused, match="20 regions with at least 5 places each"):
        what_if("entries", total=99, floor=5)
    with pytest.raises(Refused, match="must lie between"):
        what_if("entries", total=99, floor=5, cap=4)
