"""The standard scale."""

from decimal import Decimal

import pytest

from tests.kit import Ledger, vary


def scale(*points, ruleset="worldskills", variants=()):
    ledger = Ledger(*variants)
    ledger.lay_contest(ruleset)
    ledger.lay_entries(len(points))
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in enumerate(points, 1)))
    rows = ledger.read(
        "select scale, scale_method from score.entry_tally where contest_no = 1 order by entry_no"
    )
    methods = {row["scale_method"] for row in rows if row["scale"] is not None}
    return [row["scale"] for row in rows], methods


def test_wm_20_the_distance_from_the_median_is_measured_in_median_deviations():
    # the median is 50, the MAD 20: 700 + 30 * 50 / 29.652 = 750.6
    assert scale(100, 60, 40, 20)[0] == [751, 710, 690, 670]


@pytest.mark.long
def test_wm_20_a_half_is_rounded_away_from_zero():
    # 700 + 31 * 0.5 and 700 - 31 * 0.5
    text = vary(
        "worldskills", ("spread = 30 ", "spread = 31 "), ("factor = 1.4826", "factor = 2.0")
    )

    assert scale(60, 50, ruleset="worldskills-variant", variants=[text])[0] == [716, 685]


@pytest.mark.parametrize(
    ("points", "scores", "method"),
    [
        ((80, 70, 40), [720, 700, 639], "mad"),
        ((60, 50), [720, 680], "mad"),
        ((77,), [700], "centre"),
        ((50, 50, 50, 90), [700, 700, 700, 769], "sd"),
    ],
)
def test_wm_23_the_worked_scores(points, scores, method):
    assert scale(*points) == (scores, {method})


def test_wm_21_the_scale_of_500_is_centred_on_the_mean():
    # mean 60, population SD 16.3299
    assert scale(80, 60, 40, ruleset="worldskills-500") == ([537, 500, 463], {"sd"})


def test_wm_22_equal_totals_are_the_centre_on_both_scales():
    assert scale(50, 50, 50) == ([700, 700, 700], {"centre"})
    assert scale(50, 50, ruleset="worldskills-500") == ([500, 500], {"centre"})


def test_wm_20_medians_are_not_cut_to_the_decimals_of_the_points():
    # the median is 60.015; cut to 60.01 the scores would be 700 and 740
    assert scale(Decimal("60.01"), Decimal("60.02"))[0] == [680, 720]


def test_wm_20_entries_without_total_and_guests_do_not_move_the_scale():
    ledger = Ledger()
    ledger.lay_contest("worldskills")
    ledger.lay_entries({}, {}, {}, {"is_guest": True}, {})
    points = {1: 80, 2: 70, 3: 40, 4: 100}
    ledger.lay("score", *({"entry_no": n, "points": p} for n, p in points.items()))

    assert ledger.column("score.entry_tally", "scale") == {1: 720, 2: 700, 3: 639, 4: None, 5: None}


def test_wm_24_an_archive_keeps_its_ready_made_scores():
    ledger = Ledger()
    ledger.lay_contest("worldskills-500", is_archive=True)
    ledger.lay_entries(3)
    scores = {1: 520, 2: 535, 3: 520}
    ledger.lay("scale_score", *({"entry_no": n, "scale": s} for n, s in scores.items()))
    columns = "entry_no, points_sum, place, is_tied, scale, scale_method, award, marks_expected"
    rows = ledger.read(f"select {columns} from score.entry_tally where contest_no = 1 order by 1")

    assert [tuple(row.values()) for row in rows] == [
        (1, None, 2, True, 520, "archive", "silver", 0),
        (2, None, 1, False, 535, "archive", "gold", 0),
        (3, None, 2, True, 520, "archive", "silver", 0),
    ]


def test_a_ruleset_without_scale_gives_none():
    assert scale(80, 70, ruleset="best-professionals-2022") == ([None, None], set())
