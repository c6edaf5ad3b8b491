"""What is missing and where judges disagree; ties, decisions and what a scale is drawn from."""

from decimal import Decimal

import pytest

from tests.kit import Ledger, vary
from tests.professionals import CRITERIA, RULESET, SHEET

ASPECTS = (
    {"aspect": "A1.J1", "kind": "J", "max_mark": 2, "day": 1},
    {"aspect": "A1.M1", "day": 1},
    {"aspect": "B1.M1", "criterion": "B", "sub_criterion": "B1", "day": 2},
)


@pytest.fixture
def marked():
    """Two entries, one sub-criterion half marked, one not begun; entry 2 is open at A1.J1."""
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(2)
    ledger.lay("aspect", *ASPECTS)
    given = {(1, 1): 2, (1, 2): 2, (2, 1): 0, (2, 2): 3, (2, 3): 1}
    ledger.lay(
        "mark",
        *(
            {"entry_no": entry, "judge_no": judge, "aspect": "A1.J1", "mark": mark}
            for (entry, judge), mark in given.items()
        ),
        {"entry_no": 1, "judge_no": 1, "aspect": "A1.M1", "mark": 1},
    )
    ledger.tally()
    return ledger


def test_wm_08_what_is_missing_is_told_by_sub_criterion(marked):
    rows = marked.read(
        "select sub_criterion, day, expected, marked, missing, rescore"
        " from mart.marking_progress order by 1"
    )

    assert [tuple(row.values()) for row in rows] == [("A1", 1, 4, 1, 2, 1), ("B1", 2, 2, 0, 2, 0)]


def test_wm_08_and_by_judge_and_what_any_judge_may_bring_waits_for_nobody(marked):
    rows = marked.read(
        "select sub_criterion, judge_no, marked, missing from mart.marking_judges"
        " order by sub_criterion, judge_no nulls last"
    )

    assert [tuple(row.values()) for row in rows] == [
        ("A1", 1, 3, 0),
        ("A1", 2, 2, 0),
        ("A1", 3, 1, 1),
        ("A1", None, 0, 1),
        ("B1", None, 0, 2),
    ]


def test_wm_07_an_entry_that_is_withdrawn_holds_nothing_up(marked):
    marked.decide("exclude", entry_no=2)
    marked.tally()
    rows = marked.read("select sum(expected) as n, sum(rescore) as o from mart.marking_progress")

    assert rows == [{"n": 3, "o": 0}]


def test_wm_06_where_judges_differ_too_much_each_of_them_is_named(marked):
    rows = marked.read(
        "select entry, aspect, judge_no, mark, least, greatest, allowed"
        " from mart.disagreements order by judge_no"
    )

    assert [tuple(row.values()) for row in rows] == [
        ("e2", "A1.J1", judge, mark, 0, 3, 1) for judge, mark in ((1, 0), (2, 3), (3, 1))
    ]


def test_wm_06_two_measurements_that_differ_are_a_disagreement_too(marked):
    marked.lay("mark", {"entry_no": 1, "judge_no": 2, "aspect": "A1.M1", "mark": 0})
    rows = marked.read("select distinct entry, kind, allowed from mart.disagreements order by 1")

    assert [tuple(row.values()) for row in rows] == [("e1", "M", 0), ("e2", "J", 1)]


def test_wm_02_criteria_and_aspects_of_an_entry_add_up_to_its_total(marked):
    marked.lay("mark", {"entry_no": 1, "judge_no": 3, "aspect": "A1.J1", "mark": 3})
    marked.tally()
    criteria = marked.read(
        "select criterion, points, maximum, marks, marks_expected"
        " from mart.criteria where entry_no = 1"
    )
    aspects = marked.read(
        "select aspect, mark, judges, judges_needed, is_open"
        " from mart.aspects where entry_no = 1 order by 1"
    )

    assert criteria == [
        {
            "criterion": "A",
            "points": Decimal("2.560"),
            "maximum": 3,
            "marks": 2,
            "marks_expected": 2,
        }
    ]
    assert [tuple(row.values()) for row in aspects] == [
        ("A1.J1", Decimal("1.560"), 3, 3, False),
        ("A1.M1", 1, 1, 1, False),
        ("B1.M1", None, 0, 1, False),
    ]
    assert marked.column("mart.leaderboard", "total")[1] == criteria[0]["points"]


def test_wm_23_the_numbers_behind_a_scale_are_those_of_the_worked_example():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(3)
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in enumerate((80, 70, 40), 1)))
    ledger.tally()
    (row,) = ledger.read(
        "select ranked, median, mad, mean, centre, spread, factor, gold_floor, few_entries"
        " from mart.scales"
    )
    shown = round(
        row["centre"] + row["spread"] * (80 - row["median"]) / (row["factor"] * row["mad"])
    )

    assert row == {
        "ranked": 3,
        "median": 70,
        "mad": 10,
        "mean": Decimal("63.333"),
        "centre": 700,
        "spread": 30,
        "factor": Decimal("1.4826"),
        "gold_floor": 718,
        "few_entries": True,
    }
    assert ledger.column("mart.leaderboard", "scale")[1] == shown


BY_CRITERIA = vary(
    RULESET,
    SHEET,
    ('winner_tie = "jury_decision"', 'winner_tie = "criteria_order"'),
    ("criteria_order = []", 'criteria_order = ["content", "beauty"]'),
)


def tied(*variants, ruleset=RULESET):
    ledger = Ledger(*variants)
    ledger.lay_contest(ruleset)
    ledger.lay_entries(3)
    parts = {1: (50, 15, 15), 2: (50, 20, 10), 3: (40, 10, 10)}
    ledger.lay(
        "score",
        *(
            {"entry_no": entry, "criterion": criterion, "points": points}
            for entry, row in parts.items()
            for criterion, points in zip(CRITERIA, row, strict=True)
        ),
    )
    ledger.tally()
    return ledger


@pytest.mark.long
def test_bp_15_the_steps_of_a_tie_show_both_values_and_which_one_decided():
    ledger = tied(BY_CRITERIA, ruleset=f"{RULESET}-variant")
    rows = ledger.read(
        "select step, criterion, entry, points, is_left, outcome from mart.tie_record"
        " where kind = 'criterion' order by step, entry"
    )

    assert [tuple(row.values()) for row in rows] == [
        (2, "content", "e1", 50, True, "equal"),
        (2, "content", "e2", 50, True, "equal"),
        (3, "beauty", "e1", 15, False, "decides"),
        (3, "beauty", "e2", 20, True, "decides"),
    ]


@pytest.mark.long
def test_bp_15_a_tie_is_open_until_the_jury_decides_and_the_decision_is_kept_with_its_reason():
    ledger = tied(vary(RULESET, SHEET), ruleset=f"{RULESET}-variant")
    before = ledger.column("mart.ties", "is_open")
    ledger.decide("tie", "both")
    ledger.tally()

    assert before == {1: True, 2: True}
    assert ledger.column("mart.ties", "rule") == {1: "BP-15", 2: "BP-15"}
    assert ledger.column("mart.ties", "tie_reason") == {1: "jury_decision", 2: "jury_decision"}
    assert ledger.read("select kind, value, who, reason from mart.decisions") == [
        {"kind": "tie", "value": "both", "who": "jury", "reason": "decided"}
    ]


@pytest.mark.parametrize(
    "view", ["decisions", "judges", "disagreements", "marking_judges", "lineage"]
)
def test_the_public_is_not_told_who_judged_or_decided(marked, view):
    marked.decide("sign_off", "chief_expert")
    marked.con.execute(
        "insert into private.judge by name"
        " select 1 as contest_no, 1 as judge_no, 'A' as judge, '' as salt"
    )
    marked.publish()
    column = "who" if view == "decisions" else "judge"
    question = f"select count(*) as n, count({column}) as names from mart.{view}"
    marked.see(audience="public")
    public = marked.read(question)[0]
    marked.see()
    staff = marked.read(question)[0]

    assert (public["names"], public["n"] > 0, staff["names"] > 0) == (0, True, True)


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Алия", "Әлия"),
        ("Aliya", "Әлия"),
        ("alia", "Әлия"),
        ("Galymzhan", "Ғалымжан"),
        ("Shyngys", "Шыңғыс"),
        ("Khasan", "Хасан"),
        ("Aigul", "Айгүл"),
        ("Өмірбек", "Омирбек"),
    ],
)
def test_a_name_is_found_by_kazakh_russian_and_latin_letters(typed, name):
    found = Ledger().read(
        "select score.searched($typed) = score.searched($name) as same", typed=typed, name=name
    )

    assert found == [{"same": True}]
