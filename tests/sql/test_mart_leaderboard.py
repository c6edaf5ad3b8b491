"""The leaderboard and the list of awards."""

from decimal import Decimal

import pytest

from tests.kit import Ledger


@pytest.fixture
def ledger():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(
        {"region": "KZ-75", "organisation": "Колледж 1"},
        {"region": "KZ-10"},
        {"region": "KZ-11", "is_guest": True},
        {"region": "KZ-12", "status": "absent"},
        {"region": "KZ-13"},
    )
    points = {1: "80.25", 2: 90, 3: 95, 5: "80.25"}
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in points.items()))
    ledger.tally()
    return ledger


def read_board(ledger, *columns):
    names = ", ".join(columns)
    rows = ledger.read(f"select {names} from mart.leaderboard where contest_no = 1 order by ord")
    return [tuple(row.values()) for row in rows]


def test_the_best_come_first_and_those_without_a_place_last(ledger):
    columns = ("entry", "place", "is_tied", "tie_reason", "total", "distance_to_next")

    assert read_board(ledger, *columns) == [
        ("e2", 1, False, None, Decimal(90), None),
        ("e1", 2, True, "shared_place", Decimal("80.250"), Decimal("9.750")),
        ("e5", 2, True, "shared_place", Decimal("80.250"), Decimal("9.750")),
        ("e3", None, False, None, Decimal(95), None),
        ("e4", None, False, None, None, None),
    ]


@pytest.mark.parametrize(("entries", "are_few"), [(4, True), (5, False)])
def test_wm_22_few_entries_bear_a_warning(entries, are_few):
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(entries)
    ledger.lay("score", *({"entry_no": n, "points": 60 + n} for n in range(1, entries + 1)))
    ledger.tally()

    assert ledger.read("select few_entries from mart.scales") == [{"few_entries": are_few}]


def test_names_follow_the_language(ledger):
    ledger.see(lang="en")

    assert read_board(ledger, "region", "region_name", "region_long", "name", "organisation")[
        1
    ] == (*("KZ-75", "Almaty city", "Almaty city", "Entry 1", "Колледж 1"),)


def test_bp_16_a_signature_makes_the_result_final_and_a_later_mark_takes_it_back(ledger):
    before = read_board(ledger, "status")[0]
    ledger.decide("sign_off", "signed")
    ledger.tally()
    signed = read_board(ledger, "status")[0]
    ledger.undo(1, ledger.lay("score", {"entry_no": 4, "points": 10}))
    ledger.tally()
    changed = read_board(ledger, "status")[0]

    assert (before, signed, changed) == (("provisional",), ("final",), ("provisional",))


def test_a_reopened_contest_is_provisional_again(ledger):
    ledger.decide("sign_off", "signed")
    ledger.decide("reopen", "a mark was read wrongly")
    ledger.tally()

    assert read_board(ledger, "status")[0] == ("provisional",)


def test_a_signature_over_missing_marks_leaves_the_result_provisional(ledger):
    ledger.lay_entries({"entry_no": 6})
    ledger.decide("sign_off", "signed")
    ledger.tally()

    assert read_board(ledger, "status")[0] == ("provisional",)


def test_an_archive_is_final():
    ledger = Ledger()
    ledger.lay_contest("worldskills-500", is_archive=True)
    ledger.lay_entries(1)
    ledger.lay("scale_score", {"entry_no": 1, "scale": 512})
    ledger.tally()

    assert read_board(ledger, "status", "scale", "total", "scale_method") == [
        ("final", 512, None, "archive")
    ]


def test_the_awards_are_named_in_the_language_of_the_reader(ledger):
    ledger.see(lang="ru")
    rows = ledger.read(
        "select entry, award, award_name, decided_by from mart.awards"
        " where contest_no = 1 order by ord, entry"
    )

    assert [tuple(row.values()) for row in rows] == [
        ("e2", "gold", "Золотая медаль", "WM-30"),
        ("e1", "silver", "Серебряная медаль", "WM-31"),
        ("e5", "silver", "Серебряная медаль", "WM-31"),
    ]


def test_the_public_sees_no_board_before_it_is_published(ledger):
    ledger.see(audience="public")
    before = read_board(ledger, "entry")
    ledger.publish()
    ledger.see(audience="public")

    assert (before, len(read_board(ledger, "entry"))) == ([], 5)


def test_the_board_reads_as_of_an_earlier_batch(ledger):
    number = ledger.batch_no
    ledger.lay("score", {"entry_no": 4, "points": 99})
    ledger.tally()
    ledger.see(as_of=number)

    assert read_board(ledger, "entry", "total")[-1] == ("e4", None)
