"""Works of Best Professionals: late, missing, short, flagged; what is ranked and what is signed."""

import pytest

from kasipkor_core import house
from kasipkor_core.store.compare import compare_contests
from tests.kit import vary
from tests.professionals import RULESET, column, contest, papers, problems

IN_TIME = "2023-01-15T06:00:00Z"
LAST = "2023-01-20T17:59:59Z"  # 23:59:59 in Almaty, then six hours ahead
LATE = "2023-01-20T18:00:00Z"
ZERO = vary(RULESET, ('missing_work = "unranked"', 'missing_work = "zero"'))
STRICT = vary(RULESET, ('min_pages_effect = "warn"', 'min_pages_effect = "refuse"'))


def hand_in(ledger, *works):
    """Put the works of entries 1, 2, ...: the time of each, or its columns; None: no work."""
    rows = [
        {"entry_no": entry, **(work if isinstance(work, dict) else {"received_at": work})}
        for entry, work in enumerate(works, 1)
        if work is not None
    ]
    ledger.lay("work", *rows)
    ledger.tally()
    assert compare_contests(ledger.con, contests=[1]) == {1: []}
    return ledger


def works(ledger, *columns):
    rows = ledger.read(f"select {', '.join(columns)} from mart.works order by entry_no")
    return [tuple(row.values()) for row in rows]


@pytest.mark.long
def test_bp_e04_a_late_or_missing_work_is_registered_and_not_marked():
    ledger = hand_in(contest(90, None, None, level="oblast"), IN_TIME, "2023-01-25T06:00:00Z", None)

    assert works(ledger, "status", "state") == [
        ("registered", "accepted"),
        ("registered_no_work", "late"),
        ("registered_no_work", "missing"),
    ]
    assert (column(ledger, "place"), column(ledger, "marks_expected")) == (
        [1, None, None],
        [1, 0, 0],
    )
    assert "marks_missing" not in problems(ledger)


@pytest.mark.long
def test_bp_e04_by_the_other_reading_who_has_no_work_stands_last_with_zero():
    ledger = contest(90, 30, None, variants=(ZERO,), level="oblast")
    hand_in(ledger, IN_TIME, LATE, None)

    assert (column(ledger, "total"), column(ledger, "place")) == ([90, 0, 0], [1, 2, 2])
    assert (column(ledger, "marks_expected"), papers(ledger)["certificate"]) == ([1, 1, 1], 3)


def test_bp_e04_without_a_sheet_of_works_nothing_is_said_about_them():
    ledger = contest(90, 80, level="oblast")

    assert (works(ledger, "state"), column(ledger, "place")) == ([], [1, 2])


def test_bp_e03_bp_e04_a_work_is_due_to_the_end_of_the_day_in_almaty():
    ledger = hand_in(contest(90, 80, level="oblast"), LAST, LATE)

    assert works(ledger, "state", "is_late") == [("accepted", False), ("late", True)]


def test_bp_e04_somebody_may_let_a_late_work_through():
    ledger = contest(90, 80, level="oblast")
    ledger.decide("waiver", "late", entry_no=2)
    hand_in(ledger, IN_TIME, LATE)

    assert works(ledger, "state", "is_late")[1] == ("accepted", True)
    assert column(ledger, "place") == [1, 2]


def test_bp_e26_the_day_of_the_first_tour_does_not_bind_the_second():
    ledger = hand_in(contest(90, 80, level="republic"), "2023-02-10T06:00:00Z", None)

    assert works(ledger, "state") == [("accepted",), ("missing",)]


def test_bp_e06_nine_pages_are_few_and_marked_all_the_same():
    pages = [{"received_at": IN_TIME, "pages": number} for number in (10, 9)]
    ledger = hand_in(contest(90, 80, level="oblast"), *pages)

    assert works(ledger, "is_short", "state") == [(False, "accepted"), (True, "accepted")]
    assert column(ledger, "place") == [1, 2]


@pytest.mark.long
def test_bp_e06_a_ruleset_may_refuse_a_short_work_and_somebody_may_waive_it():
    pages = [{"received_at": IN_TIME, "pages": number} for number in (10, 9, 9)]
    ledger = contest(90, 80, 70, variants=(STRICT,), level="oblast")
    ledger.decide("waiver", "pages", entry_no=3)
    hand_in(ledger, *pages)

    assert works(ledger, "state") == [("accepted",), ("refused",), ("accepted",)]
    assert column(ledger, "place") == [1, None, 2]


@pytest.mark.long
def test_bp_e07_a_flag_waits_for_the_jury_and_changes_no_points():
    flagged = {"received_at": IN_TIME, "has_flag": True}
    ledger = hand_in(contest(84, 80, level="oblast"), flagged, IN_TIME)
    before = works(ledger, "decision"), "flag_undecided" in problems(ledger)
    ledger.decide("waiver", "flag", entry_no=1)

    assert before == ([("pending",), (None,)], True)
    assert (works(ledger, "decision")[0], column(ledger, "total")) == (("keep",), [84, 80])
    assert "flag_undecided" not in problems(ledger)


def test_bp_e07_the_jury_may_exclude_and_a_flag_raised_later_is_decided_anew():
    flagged = {"entry_no": 1, "received_at": IN_TIME, "has_flag": True}
    ledger = contest(84, 80, level="oblast")
    ledger.decide("waiver", "flag", entry_no=1)
    ledger.lay("work", flagged, {"entry_no": 2})
    pending = works(ledger, "decision")[0]
    ledger.decide("exclude", "internet", entry_no=1)
    ledger.tally()

    assert (pending, works(ledger, "decision")[0]) == (("pending",), ("exclude",))
    assert (column(ledger, "total"), column(ledger, "place")) == ([84, 80], [None, 1])


def test_bp_e24_who_has_no_work_gets_no_paper():
    ledger = hand_in(contest(95, 90, None, level="oblast"), IN_TIME, IN_TIME, None)

    assert papers(ledger) == {"certificate": 2, "diploma": 2}


@pytest.mark.long
@pytest.mark.sampled
@pytest.mark.parametrize(
    ("view", "old", "new"),
    [
        ("score.competitor", "when work.is_late and", "when not work.is_late and"),
        ("score.competitor", "when work.entry_no is null then 'missing'", "when false then ''"),
        ("score.work", "coalesce(ruleset.due_level = contest.level, true)", "true"),
        ("score.entry_points", "when is_zero then [0", "when is_zero then [1"),
    ],
)
def test_a_bug_planted_in_works_is_seen(view, old, new):
    ledger = contest(90, 30, None, variants=(ZERO,), level="oblast")
    hand_in(ledger, LAST, LATE, None)
    ledger.lay_contest(RULESET, 2, level="republic")
    ledger.lay_entries(2, contest_no=2)
    ledger.lay("score", *({"contest_no": 2, "entry_no": n, "points": 50 + n} for n in (1, 2)))
    ledger.lay("work", *({"contest_no": 2, "entry_no": n, "received_at": LATE} for n in (1, 2)))
    layer, name = view.split(".")
    text = (house.SQL / "views" / layer / f"{name}.sql").read_text(encoding="utf-8")
    assert old in text
    ledger.con.execute(text.replace(old, new, 1))
    ledger.tally(1, 2)

    assert any(compare_contests(ledger.con, contests=[1, 2]).values())
