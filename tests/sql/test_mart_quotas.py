"""Winners per region: persons against the range of the edition, and who goes on."""

from decimal import Decimal

import pytest

from kasipkor_core.store.compare_movement import compare_quotas
from tests.kit import Ledger
from tests.movement import ENFORCED, Championship, enforced

SECONDS = (88.10, 86.00, 85.20, 84.00, 82.50, 80.75, 79.30)


@pytest.fixture(autouse=True)
def both_engines_agree(monkeypatch):
    """After every test here the second engine must say the same."""
    opened = []
    build = Championship.__init__

    def remember(self, *changes, **options):
        build(self, *changes, **options)
        opened.append(self.ledger)

    monkeypatch.setattr(Championship, "__init__", remember)
    yield
    assert [compare_quotas(ledger.con) for ledger in opened] == [[] for _ in opened]


@pytest.mark.long
def test_ex_01_four_winners_are_below_the_range_and_nobody_is_added():
    championship = Championship()
    championship.hold_winners(4)

    assert championship.quota("status", "short_by", "seats_in") == ("below_min", 1, 4)


@pytest.mark.long
@pytest.mark.parametrize("winners", [5, 30])
@pytest.mark.sampled
def test_ex_02_both_ends_of_the_range_are_in_it(winners):
    championship = Championship()
    championship.hold_winners(winners)

    assert championship.quota("status", "persons") == ("in_range", winners)


def test_ex_03_thirty_are_in_and_four_are_beyond_the_line():
    championship = enforced((*SECONDS, 78.40, 77.95, 74.00, 70.00, 69.50))
    marks = [mark for status, mark in championship.seats("status", "mark") if status == "in"]

    assert championship.quota("status", "persons", "seats_in") == ("above_max", 34, 30)
    assert championship.statuses() == {"in": 30, "hold": 0, "out": 4}
    assert marks[-1] == Decimal("78.40")


@pytest.mark.long
def test_ex_04_a_tie_for_the_last_seat_waits_for_a_decision():
    championship = enforced((*SECONDS, 78.40, 78.40, 77.95, 70.00, 69.50))
    championship.ledger.see(lang="en")
    held = [rule for status, rule in championship.seats("status", "rule") if status == "hold"]

    assert championship.statuses() == {"in": 29, "hold": 2, "out": 3}
    assert championship.quota("seats_in", "seats_hold") == (29, 2)
    assert held == ["1 seat, 2 tied persons, decision needed"] * 2


@pytest.mark.long
def test_ex_05_a_team_that_crosses_the_line_waits_and_the_next_is_not_moved_up():
    team = (78.40, {"persons": ["A", "B"]})
    championship = enforced((*SECONDS, team, 77.95))
    tail = championship.seats("status", "reason", "distance")[-2:]

    assert championship.statuses() == {"in": 29, "hold": 1, "out": 1}
    assert tail == [("hold", "team", -1), ("out", "over", -2)]


@pytest.mark.long
def test_ex_06_a_person_who_wins_twice_is_one_person():
    championship = Championship()
    for person in "ABCDEA":
        championship.hold((95, {"persons": [person]}))

    assert championship.quota("winners", "persons", "status") == (6, 5, "in_range")


@pytest.mark.long
def test_ex_06_with_a_limit_the_better_row_counts_and_the_other_follows_it():
    championship = Championship(ENFORCED, ("maximum = 30 ", "maximum = 2 "))
    for mark, person in ((95, "A"), (94, "B"), (93, "A"), (92, "C")):
        championship.hold((mark, {"persons": [person]}))

    assert championship.seats("mark", "status", "reason") == [
        (Decimal("95.00"), "in", "limit"),
        (Decimal("94.00"), "in", "limit"),
        (Decimal("93.00"), "in", "same_person"),
        (Decimal("92.00"), "out", "over"),
    ]


@pytest.mark.long
def test_ex_07_another_edition_has_no_rule():
    now, then = Championship(season=2025, region="KZ-71"), Championship(region="KZ-71")
    for championship in (now, then):
        championship.hold_winners(47)

    assert now.quota("persons", "status", "above_by") == (47, "no_rule", None)
    assert then.quota("persons", "status", "above_by") == (47, "above_max", 17)


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(("regions", "bounds"), [(17, (85, 510)), (20, (100, 600))])
def test_ex_08_the_bounds_of_the_country_follow_the_regions_of_the_results(regions, bounds):
    ledger = Ledger()
    codes = ledger.read(
        "select region from ref.region where valid_to is null order by region limit $n", n=regions
    )
    for row in codes:
        championship = Championship(ledger=ledger, region=row["region"])
        championship.hold(90)
        championship.settle()

    assert ledger.read("select regions, minimum, maximum from mart.quota_totals") == [
        {"regions": regions, "minimum": bounds[0], "maximum": bounds[1]}
    ]


def test_ws_10_streams_are_counted_together_and_shown_apart():
    championship = Championship()
    for stream in (None, "wsk", "abilympics", "deafskills", "agroskills", "agroskills"):
        championship.hold(95, stream=stream)

    columns = ("wsk", "abilympics", "deafskills", "agroskills")
    assert championship.quota("persons", *(f"persons_{name}" for name in columns)) == (
        *(6, 2, 1, 1, 2),
    )


@pytest.mark.long
def test_ws_10_without_enforcement_more_than_the_most_is_a_warning_only():
    championship = Championship()
    championship.hold_winners(31)

    assert championship.quota("status", "above_by", "seats_in") == ("above_max", 1, 31)


def test_ws_20_a_guest_counts_for_the_home_region_unless_out_of_ranking():
    championship = Championship()
    championship.hold((95, {"region": "KZ-11"}), 90)
    championship.hold((95, {"region": "KZ-11", "is_guest": True}), 90)

    assert championship.quota("persons", region="KZ-11") == (1,)
    assert championship.quota("persons") == (1,)


@pytest.mark.long
def test_ws_14_an_edition_may_let_two_places_of_the_republic_go_on():
    edition = (
        'source = "001 §16"\n',
        """source = "001 §16"

[[movement.editions]]
season = 2024
level = "republic"
advance_places = [1, 2]
source = "aqnews.kz"
""",
    )
    championship = Championship(edition, season=2024)
    championship.hold(95, 90, 80, level="republic", region=None)

    assert championship.seats("place", "status") == [(1, "in"), (2, "in")]
    assert championship.quota("status") == ("no_rule",)


@pytest.mark.long
def test_a_decision_settles_a_tie_and_nothing_else_moves():
    championship = enforced((*SECONDS, 78.40, 78.40, 77.95))
    first, second = championship.ledger.read(
        "select contest_no, entry_no from mart.quota_seats where status = 'hold' order by all"
    )
    championship.ledger.decide("tie", "in", **second)
    championship.ledger.decide("tie", "out", **first)

    assert championship.statuses() == {"in": 30, "hold": 0, "out": 2}
    assert championship.quota("seats_in", "seats_hold") == (30, 0)


@pytest.mark.long
def test_a_seat_that_is_given_up_stays_empty_and_the_reserve_is_named_in_its_order():
    championship = Championship(ENFORCED, ("maximum = 30 ", "maximum = 1 "))
    championship.hold(95, 60)
    championship.hold(90, 70)
    championship.settle().decide("waiver", "seat", entry_no=1)
    order = championship.ledger.read(
        "select contest_no, entry_no, status, reserve_no from mart.quota_seats order by all"
    )

    assert [tuple(row.values()) for row in order] == [
        (1, 1, "out", None),
        (1, 2, "reserve", 3),
        (2, 1, "out", 1),
        (2, 2, "reserve", 2),
    ]


def test_a_decision_lets_one_of_the_reserve_go_on():
    championship = Championship()
    championship.hold(95, 60)
    championship.ledger.decide("waiver", "seat", entry_no=1)
    championship.ledger.decide("tie", "in", entry_no=2)

    assert championship.seats("entry_no", "status", "reason") == [
        (1, "out", "given_up"),
        (2, "in", "decided_in"),
    ]
    assert championship.quota("winners", "seats_in") == (1, 1)


def test_a_decision_on_a_seat_does_not_touch_the_awards():
    championship = Championship()
    championship.hold(95, 60)
    ledger = championship.settle()
    before = ledger.column("mart.leaderboard", "award")
    ledger.decide("sign_off", "signed")
    ledger.decide("tie", "out", entry_no=1)
    ledger.tally()

    assert ledger.column("mart.leaderboard", "award") == before
    assert ledger.read("select state from mart.contests") == [{"state": "signed"}]


@pytest.mark.long
def test_people_who_look_alike_are_proposed_and_counted_twice_until_somebody_says_so():
    championship = Championship()
    championship.hold((95, {"name": "Әлиева Дана", "organisation": "Колледж"}))
    championship.hold((95, {"name": "Дана  Әлиева", "organisation": "Колледж"}))

    assert (championship.quota("persons"), championship.matches()) == ((2,), 1)

    championship.ledger.decide("person_merge", "contest-2/e1", entry_no=1)

    assert (championship.quota("persons"), championship.matches()) == ((1,), 0)

    championship.ledger.decide("person_split", "contest-2/e1", entry_no=1)

    assert (championship.quota("persons"), championship.matches()) == ((2,), 0)
    assert championship.ledger.read("select state from mart.person_matches") == [{"state": "split"}]


@pytest.mark.long
def test_merges_reach_over_several_entries():
    championship = Championship()
    championship.hold_winners(4)
    championship.ledger.decide("person_merge", "contest-2/e1", contest_no=1, entry_no=1)
    championship.ledger.decide("person_merge", "contest-3/e1", contest_no=4, entry_no=1)
    championship.ledger.decide("person_merge", "contest-3/e1", contest_no=2, entry_no=1)

    assert championship.quota("winners", "persons") == (4, 1)


def test_people_of_different_codes_or_regions_are_not_proposed():
    championship = Championship()
    same = {"name": "Ким Аян"}
    championship.hold((95, same), (90, same | {"region": "KZ-11"}))

    assert championship.settle().read("select state from mart.person_matches") == []
