"""Medals on the scale, and what the jury decides instead."""

import pytest

from tests.kit import Ledger, vary

G, S, B, M, C = "gold", "silver", "bronze", "medallion", "certificate"


def archive(*scores, ruleset="worldskills-500", variants=()):
    ledger = Ledger(*variants)
    ledger.lay_contest(ruleset, is_archive=True)
    ledger.lay_entries(len(scores))
    ledger.lay("scale_score", *({"entry_no": n, "scale": s} for n, s in enumerate(scores, 1)))
    return ledger


def awards(ledger):
    return list(ledger.column("score.entry_tally", "award").values())


def rules(ledger):
    return list(ledger.column("score.entry_tally", "decided_by").values())


@pytest.mark.parametrize(
    ("scores", "medals"),
    [
        ((545, 543, 542, 541), [G, G, B, B]),
        ((550, 540, 539, 538, 535), [G, S, S, S, M]),
        ((530, 529, 528, 527, 526), [G, G, G, B, B]),
        ((520, 510, 505, 504, 503, 502, 499), [G, S, B, B, B, M, C]),
    ],
)
def test_wm_36_the_worked_medals(scores, medals):
    assert awards(archive(*scores)) == medals


def test_wm_30_gold_is_all_within_two_points_of_the_best():
    assert awards(archive(540, 538, 537)) == [G, G, B]


def test_wm_31_one_gold_and_one_silver_leave_bronze_to_the_next_group():
    assert awards(archive(540, 530, 520, 519, 518, 517)) == [G, S, B, B, B, M]


def test_wm_31_two_silvers_leave_bronze_only_within_two_of_the_last():
    assert awards(archive(540, 530, 528, 527, 526, 525)) == [G, S, S, B, B, M]
    assert awards(archive(540, 530, 528, 525)) == [G, S, S, M]


def test_wm_32_two_golds_leave_no_silver():
    assert awards(archive(540, 539, 510, 508, 507)) == [G, G, B, B, M]


def test_wm_33_three_golds_may_leave_no_bronze():
    assert awards(archive(540, 539, 538, 535)) == [G, G, G, M]


def test_wm_34_a_medal_has_no_minimum_and_a_medallion_begins_at_the_centre():
    assert awards(archive(400, 390, 380)) == [G, S, B]
    assert awards(archive(560, 550, 540, 500, 499)) == [G, S, B, M, C]
    assert awards(archive(760, 750, 740, 700, 699, ruleset="worldskills")) == [G, S, B, M, C]


@pytest.mark.long
def test_each_award_names_its_rule():
    assert rules(archive(540, 530, 520, 501, 499)) == ["WM-30", "WM-31", "WM-31", "WM-34", "WM-34"]
    assert rules(archive(540, 540, 520)) == ["WM-30", "WM-30", "WM-32"]
    assert rules(archive(540, 540, 540, 538)) == ["WM-30"] * 4
    assert rules(archive(540, 539, 538, 537)) == ["WM-30", "WM-30", "WM-30", "WM-33"]


def limit(*fewest):
    """Return a ruleset with the fewest entries of each award, gold to certificate."""
    first, *parts = vary("worldskills-500").split("min_entries = 0")
    return first + "".join(
        f"min_entries = {number}{part}" for number, part in zip(fewest, parts, strict=True)
    )


@pytest.mark.parametrize(
    ("scores", "medals"),
    [
        ((560, 550, 540, 530, 520, 490), [G, S, B, M, M, C]),
        ((560, 550, 540, 530, 490), [G, S, M, M, C]),
        ((560, 550, 540, 490), [G, M, M, C]),
        ((560, 550, 540), [None, None, None]),
    ],
)
@pytest.mark.sampled
def test_wm_35_a_city_may_ask_for_six_entries(scores, medals):
    ledger = archive(*scores, ruleset="worldskills-500-variant", variants=[limit(4, 5, 6, 4, 4)])

    assert awards(ledger) == medals


def test_wm_35_no_limit_is_the_default():
    assert awards(archive(510)) == [G]


def test_wm_12_different_places_may_share_a_medal():
    ledger = archive(540, 539, 520)

    assert ledger.column("score.entry_tally", "place") == {1: 1, 2: 2, 3: 3}
    assert awards(ledger) == [G, G, B]


def test_a_guest_gets_no_medal():
    ledger = Ledger()
    ledger.lay_contest("worldskills-500", is_archive=True)
    ledger.lay_entries({"is_guest": True}, {}, {})
    scores = {1: 560, 2: 540, 3: 520}
    ledger.lay("scale_score", *({"entry_no": n, "scale": s} for n, s in scores.items()))

    assert ledger.column("score.entry_tally", "scale") == {1: 560, 2: 540, 3: 520}
    assert awards(ledger) == [None, G, S]


def test_the_jury_is_above_the_rules_and_the_newest_decision_holds():
    ledger = archive(540, 530, 520)
    ledger.decide("award", "bronze", entry_no=2)
    ledger.decide("award", "none", entry_no=3)
    ledger.decide("award", "medallion", entry_no=2)

    assert awards(ledger) == [G, M, None]
    assert rules(ledger) == ["WM-30", "jury", "jury"]


def test_an_undone_decision_counts_no_more():
    ledger = archive(540, 530)
    ledger.undo(1, ledger.decide("award", "none", entry_no=1))

    assert awards(ledger) == [G, S]
