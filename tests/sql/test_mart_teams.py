"""Team tables and honours."""

from decimal import Decimal

import pytest

from tests.kit import Ledger

MEDALS = {"gold": 540, "silver": 530, "bronze": 520, "medallion": 510, "certificate": 490}


def lay_skill(ledger, number, *entries, **contest):
    """Put one archive contest: ``(region, scale)`` or ``(region, scale, columns)`` an entry."""
    columns = {"is_archive": True, "level": "international"} | contest
    ledger.lay_contest(columns.pop("ruleset", "worldskills-500"), number, **columns)
    rows = [entry if len(entry) == 3 else (*entry, {}) for entry in entries]
    ledger.lay_entries(
        *({"region": region} | extra for region, _, extra in rows), contest_no=number
    )
    scores = [
        {"contest_no": number, "entry_no": n, "scale": scale}
        for n, (_, scale, _) in enumerate(rows, 1)
    ]
    ledger.lay("scale_score", *scores)
    ledger.tally(number)


def read_teams(ledger, *columns):
    names = ", ".join(columns)
    rows = ledger.read(f"select region, {names} from mart.teams order by region")
    return {row.pop("region"): tuple(row.values()) for row in rows}


def test_wm_41_the_worked_table():
    ledger = Ledger()
    others = {"gold": (), "silver": (("XX", 540),), "bronze": (("XX", 540), ("XX", 530))}
    top = (("XX", 540), ("XX", 530), ("XX", 520))
    wished = ["gold"] * 3 + ["silver"] * 2 + ["bronze"] * 4 + ["medallion"] * 5
    wished += ["certificate"] * 4
    for number, award in enumerate(wished, 1):
        lay_skill(ledger, number, ("KZ", MEDALS[award]), *others.get(award, top))
    names = ("gold", "silver", "bronze", "medallion", "skills", "medal_points")

    assert read_teams(ledger, *names, "average_medal_points")["KZ"] == (
        *(3, 2, 4, 5, 18, 31),
        Decimal("1.722"),
    )


def test_wm_40_four_orders_of_one_table_share_places_for_equal_values():
    ledger = Ledger()
    lay_skill(ledger, 1, ("A", 560), ("B", 550), ("C", 550))
    lay_skill(ledger, 2, ("B", 530), ("C", 520))
    places = [
        "place_medal_points",
        "place_average_medal_points",
        "place_scale_points",
        "place_average_scale_points",
    ]

    # A: 4 of one skill; B: 3 + 4 of two; C: 3 + 3 of two
    assert read_teams(ledger, "medal_points", "scale_points", *places) == {
        "A": (4, 560, 3, 1, 3, 1),
        "B": (7, 1080, 1, 2, 1, 2),
        "C": (6, 1070, 2, 3, 2, 3),
    }


@pytest.mark.long
def test_wm_40_equal_averages_over_different_numbers_of_skills_share_a_place():
    ledger = Ledger()
    # A: 1 of 3 skills, B: 2 of 6 skills (equal averages)
    lay_skill(ledger, 1, ("X", 560), ("X", 550), ("X", 540), ("A", 510), ("B", 510))
    lay_skill(ledger, 2, ("X", 560), ("X", 550), ("X", 540), ("A", 490), ("B", 510))
    for number in (3, 4, 5, 6):
        extra = (("A", 490),) if number == 3 else ()
        lay_skill(ledger, number, ("X", 560), ("X", 550), ("X", 540), ("B", 490), *extra)

    assert read_teams(ledger, "skills", "medal_points", "place_average_medal_points") == {
        "A": (3, 1, 2),
        "B": (6, 2, 2),
        "X": (6, 54, 1),
    }


def test_wm_40_guests_absent_and_excluded_entries_do_not_count():
    ledger = Ledger()
    lay_skill(
        ledger,
        1,
        ("A", 540),
        ("B", 530, {"is_guest": True}),
        ("C", 520, {"status": "absent"}),
        ("D", 510),
    )
    ledger.decide("exclude", "fraud", entry_no=4)
    ledger.tally()

    assert read_teams(ledger, "entries", "gold", "silver") == {"A": (1, 1, 0)}


def test_a_member_that_is_no_region_of_kazakhstan_shows_its_code():
    ledger = Ledger()
    lay_skill(ledger, 1, ("JP", 540), ("KZ-75", 530))
    ledger.see(lang="ru")

    assert read_teams(ledger, "region_name", "region_long") == {
        "JP": ("JP", "JP"),
        "KZ-75": ("г. Алматы", "город Алматы"),
    }


def test_contests_without_medals_stay_out_of_the_table():
    ledger = Ledger()
    ledger.lay_contest("best-professionals-2022")
    ledger.lay_entries({"region": "KZ-75"})
    ledger.lay("score", {"entry_no": 1, "points": 90})
    ledger.tally()

    assert read_teams(ledger, "entries") == {}


def test_wm_37_the_best_of_a_region_and_of_the_event_are_shared():
    ledger = Ledger()
    lay_skill(ledger, 1, ("A", 560), ("B", 540), ("B", 530))
    lay_skill(ledger, 2, ("A", 560), ("A", 500), ("B", 540))
    rows = ledger.read(
        "select kind, region, contest_no, entry_no, scale from mart.honours"
        " where event = 'worldskills-2022-international' order by all"
    )

    assert [tuple(row.values()) for row in rows] == [
        ("best_of_event", "A", 1, 1, 560),
        ("best_of_event", "A", 2, 1, 560),
        ("best_of_region", "A", 1, 1, 560),
        ("best_of_region", "A", 2, 1, 560),
        ("best_of_region", "B", 1, 2, 540),
        ("best_of_region", "B", 2, 3, 540),
    ]
