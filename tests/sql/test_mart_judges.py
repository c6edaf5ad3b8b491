"""Severity of judges: what is said, how surely, and that no result follows from it."""

import itertools
from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

from kasipkor_core.recount.judges import Value, find_quantile, judge_judges
from tests import panels
from tests.kit import Ledger
from tests.panels import JUDGE_SPREAD, SPREAD, lay_panels, simulate

QUICK, LONG = 300, 1000
KINDS = {  # judges, bias of the first, how many times as uncertain as the others it is
    "nobody is biased": (3, 0.0, 1.0),
    "one is three times as uncertain": (3, 0.0, 3.0),
    "nobody of five": (5, 0.0, 1.0),
    "nobody of two": (2, 0.0, 1.0),
    "one of three, by one SD of marks": (3, SPREAD, 1.0),
    "one of five, by one SD of marks": (5, SPREAD, 1.0),
}
BIASED = {name for name, (_, bias, _) in KINDS.items() if bias}
ROWS = """
    select contest_no, judge_no, entries, mean_difference, scatter, interval_low, interval_high,
        note
    from mart.judges
    order by contest_no, judge_no
"""


def judge(*groups):
    """Return the judges of every panel, group after group."""
    ledger = Ledger()
    lay_panels(ledger, *(np.array(points, dtype=float) for points in groups))
    return ledger.read(ROWS)


def alarms(rows):
    """Return the panels in which anybody is called severe or lenient."""
    return {row["contest_no"] for row in rows if row["note"] in {"severe", "lenient"}}


def found(rows):
    """Return the panels in which the first judge is called lenient."""
    return {row["contest_no"] for row in rows if (row["judge_no"], row["note"]) == (1, "lenient")}


def check_rates(number):
    """Check the rates on so many panels of each kind, all in one ledger."""
    groups = [
        simulate(seed, panels=number, entries=15, judges=judges, bias=bias, noisy=noisy)
        for seed, (judges, bias, noisy) in enumerate(KINDS.values())
    ]
    rows = judge(*groups)
    alarmed, lenient = (
        {
            name: sum(first * number < panel <= (first + 1) * number for panel in kind(rows))
            for first, name in enumerate(KINDS)
        }
        for kind in (alarms, found)
    )

    assert max(alarmed[name] for name in KINDS if name not in BIASED) <= 0.05 * number, alarmed
    assert min(lenient[name] for name in BIASED) >= 0.8 * number, lenient


@pytest.mark.long
def test_false_alarms_stay_under_five_percent_of_panels_and_a_bias_of_one_sd_is_found():
    check_rates(QUICK)


@pytest.mark.long
def test_the_same_holds_for_a_thousand_panels_of_each_kind():
    check_rates(LONG)


@pytest.mark.long
def test_a_bias_of_one_sd_of_a_judges_own_uncertainty_is_found_in_half_of_the_panels():
    rows = judge(simulate(1, panels=LONG, entries=15, judges=3, bias=JUDGE_SPREAD))

    assert 0.5 <= len(found(rows)) / LONG <= 0.75


def test_marks_in_coarse_steps_raise_no_more_false_alarms():
    numbers = np.random.default_rng(3)
    truth = numbers.normal(1.5, 0.8, (QUICK, 15, 1))
    steps = np.clip(np.round(truth + numbers.normal(0, 0.5, (QUICK, 15, 3))), 0, 3)

    assert len(alarms(judge(steps))) <= 0.05 * QUICK


def test_the_difference_is_to_the_mean_of_the_others_and_the_interval_is_students():
    points = [[60, 58, 57], [70, 68, 67], [80, 79, 78], [50, 49, 47], [65, 62, 61], [75, 72, 72]]
    rows = judge([points])
    by_hand = [2.5, 2.5, 1.5, 2.0, 3.5, 3.0]
    mean, scatter = np.mean(by_hand), np.std(by_hand, ddof=1)
    margin = 4.0321 * scatter / np.sqrt(6)  # t of 5 degrees, 3 % / 3 judges / 2 sides

    assert rows[0]["mean_difference"] == Decimal("2.500")
    assert float(rows[0]["scatter"]) == pytest.approx(scatter, abs=1e-3)
    assert float(rows[0]["interval_low"]) == pytest.approx(mean - margin, abs=1e-3)
    assert float(rows[0]["interval_high"]) == pytest.approx(mean + margin, abs=1e-3)
    assert [row["note"] for row in rows] == ["lenient", "within_chance", "severe"]


@pytest.mark.parametrize(
    ("entries", "note"), [(1, "few_entries"), (5, "few_entries"), (6, "lenient")]
)
def test_few_entries_are_said_to_be_few_and_nothing_is_concluded(entries, note):
    points = [[[70 + number, 60 + number] for number in range(entries)]]

    assert judge(points)[0]["note"] == note


def test_a_judge_alone_is_compared_with_nobody():
    row = judge([[[70], [60], [50], [40], [30], [20]]])[0]

    assert (row["note"], row["mean_difference"], row["interval_low"]) == ("alone", None, None)


def test_no_result_follows_from_it():
    ledger = Ledger()
    lay_panels(ledger, simulate(1, panels=1, entries=15, judges=3, bias=SPREAD))
    views = ledger.read(
        "select view_name, sql from duckdb_views() where schema_name in ('fact', 'score', 'mart')"
    )
    readers = {
        row["view_name"]
        for row in views
        if any(f"score.judge_{name}" in row["sql"] for name in ("severity", "difference", "limit"))
    }

    assert readers == {"judge_difference", "judge_severity", "judge_limit", "judges"}


def test_wm_05_judgements_are_compared_in_points_and_measurements_are_not():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(2)
    ledger.lay("aspect", {"aspect": "A1.J1", "kind": "J", "max_mark": 3}, {"aspect": "A1.M1"})
    steps = {1: (3, 2, 2), 2: (2, 1, 1)}
    ledger.lay(
        "mark",
        *(
            {"entry_no": entry, "aspect": "A1.J1", "judge_no": judge_no, "mark": mark}
            for entry, marks in steps.items()
            for judge_no, mark in enumerate(marks, 1)
        ),
        {"entry_no": 1, "aspect": "A1.M1", "judge_no": 1, "mark": 1},
        {"entry_no": 2, "aspect": "A1.M1", "judge_no": 4, "mark": 0},
    )
    rows = ledger.read(
        "select judge_no, marks, entries, mean_difference from mart.judges order by 1"
    )

    assert [tuple(row.values()) for row in rows] == [
        (1, 3, 2, Decimal(1)),
        (2, 2, 2, Decimal("-0.500")),
        (3, 2, 2, Decimal("-0.500")),
        (4, 1, 0, None),
    ]


def test_wm_06_marks_to_be_scored_again_are_counted_for_each_judge():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries(1)
    ledger.lay("aspect", {"aspect": "A1.J1", "kind": "J"}, {"aspect": "A1.J2", "kind": "J"})
    ledger.lay(
        "mark",
        *(
            {"entry_no": 1, "aspect": aspect, "judge_no": judge_no, "mark": mark}
            for aspect, marks in (("A1.J1", (0, 3, 1)), ("A1.J2", (1, 1, 2)))
            for judge_no, mark in enumerate(marks, 1)
        ),
    )

    assert [row["n"] for row in ledger.read("select rescore_count as n from mart.judges")] == [
        1
    ] * 3


def test_both_engines_say_the_same_of_random_panels():
    sizes = ((1, 3), (2, 2), (3, 4), (5, 3), (6, 2), (8, 4), (12, 5), (40, 16))
    groups = [
        simulate(entries, panels=2, entries=entries, judges=judges, bias=4.0)
        for entries, judges in sizes
    ]
    by_panel = {}
    for row in judge(*groups):
        by_panel.setdefault(row["contest_no"], []).append(row)
    for rows, panel in zip(by_panel.values(), itertools.chain(*groups), strict=True):
        twin = judge_judges(list_values(panel), range(1, panel.shape[1] + 1))
        for row in rows:
            other = twin[row["judge_no"]]
            exact = (row["entries"], row["mean_difference"], row["note"])

            assert exact == (other.entries, other.mean_difference, other.note)
            for name in ("scatter", "interval_low", "interval_high"):
                assert is_near(row[name], getattr(other, name))


def list_values(panel):
    """Return a panel as the second engine reads it."""
    return [
        Value(entry, "total", judge_no + 1, Fraction(str(points)))
        for entry, row in enumerate(panel)
        for judge_no, points in enumerate(row)
    ]


def is_near(shown, value):
    """Tell whether a number of three decimals shows a value; both may be missing."""
    if shown is None or value is None:
        return shown is value
    return abs(float(shown) - value) <= max(0.0006, abs(value) * 1e-5)


def test_the_quantile_of_students_t_is_that_of_the_integral():
    sizes = [(entries, judges) for entries in (2, 3, 4, 6, 15, 41) for judges in (2, 5, 16)]
    ledger = Ledger()
    lay_panels(ledger, *(simulate(1, panels=1, entries=e, judges=j) for e, j in sizes))
    errors = {
        row["contest_no"]: row["errors"]
        for row in ledger.read("select contest_no, errors from score.judge_limit")
    }
    expected = {
        number: find_quantile(0.015 / judges, entries - 1)
        for number, (entries, judges) in enumerate(sizes, 1)
    }

    assert errors == pytest.approx(expected, rel=1e-5)


def test_the_panels_are_what_they_are_said_to_be():
    points = simulate(1, panels=400, entries=15, judges=3)

    assert points.std() == pytest.approx(SPREAD, rel=0.05)
    assert (points - points.mean(axis=2, keepdims=True)).std() == pytest.approx(
        panels.JUDGE_SPREAD * np.sqrt(2 / 3), rel=0.05
    )
