"""The worked examples of rulebook W, on the second engine."""

from decimal import Decimal
from fractions import Fraction

import pytest

from kasipkor_core.recount import (
    Aspect,
    ContestFacts,
    Decision,
    Entry,
    HonourEntry,
    Mark,
    MedalRules,
    Rules,
    ScaleRules,
    ScaleScore,
    Score,
    TeamEntry,
    count_teams,
    list_honours,
    recount_contest,
)
from kasipkor_core.recount.awards import give_medals
from kasipkor_core.recount.marking import OPEN, mark_aspect

OLD = Rules(scale=ScaleRules(centre=500, estimator="sd"))
LETTERS = {
    "gold": "G",
    "silver": "S",
    "bronze": "B",
    "medallion": "M",
    "certificate": "-",
    None: " ",
}


def contest_of(*totals, rules=None, **facts):
    numbers = range(1, len(totals) + 1)
    return ContestFacts(
        rules=rules or Rules(),
        entries=facts.pop("entries", None) or tuple(map(Entry, numbers)),
        scores=tuple(
            Score(number, 0, "total", Decimal(str(total)))
            for number, total in zip(numbers, totals, strict=True)
            if total is not None
        ),
        **facts,
    )


def archive_of(*scales, rules=OLD):
    numbers = range(1, len(scales) + 1)
    return ContestFacts(
        rules=rules,
        is_archive=True,
        entries=tuple(map(Entry, numbers)),
        scale_scores=tuple(map(ScaleScore, numbers, scales)),
    )


def scales(facts):
    return [entry.scale for entry in recount_contest(facts)]


def awards(facts):
    return " ".join(LETTERS[entry.award] for entry in recount_contest(facts))


def places(facts):
    return [entry.place for entry in recount_contest(facts)]


def judged(*scores, maximum="2.00"):
    aspect = Aspect("A1.J1", "A", "J", Decimal(maximum))
    return mark_aspect(
        aspect, [None if score is None else Decimal(score) for score in scores], Rules()
    )


def measured(*marks):
    aspect = Aspect("A1.M1", "A", "M", Decimal("1.00"))
    return mark_aspect(aspect, [None if mark is None else Decimal(mark) for mark in marks], Rules())


def test_wm_04_judges_of_a_measurement_must_agree():
    found = [measured("0.5"), measured("1", "1"), measured("1", "0.5"), measured(None), measured()]

    assert found == [Decimal("0.5"), 1, OPEN, None, None]


def test_wm_05_a_judgement_is_the_sum_of_three_scores_over_nine():
    found = [judged(3, 3, 3), judged(2, 2, 1), judged(0, 0, 1), judged(0, 0, 0), judged(1, 2)]

    assert found == [2, Decimal("1.11"), Decimal("0.22"), 0, None]


def test_wm_05_half_a_hundredth_is_rounded_up():
    assert judged(1, 1, 1, maximum="0.75") == Decimal("0.25")
    assert judged(2, 2, 2, maximum="0.135") == Decimal("0.09")
    assert judged(1, 1, 1, maximum="0.015") == Decimal("0.01")


def test_wm_06_scores_more_than_one_apart_open_the_aspect_again():
    assert [judged(1, 2, 2), judged(1, 2, 3), judged(0, 2)] == [Decimal("1.11"), OPEN, OPEN]


def test_wm_06_an_entry_with_an_open_aspect_has_no_total():
    scheme = (Aspect("A1.M1", "A", "M", Decimal(1)), Aspect("A1.J1", "A", "J", Decimal(2)))
    marks = (
        Mark(1, "A1.M1", 0, Decimal(1)),
        Mark(1, "A1.J1", 1, Decimal(1)),
        Mark(1, "A1.J1", 2, Decimal(3)),
        Mark(1, "A1.J1", 3, Decimal(2)),
    )
    (found,) = recount_contest(ContestFacts(aspects=scheme, marks=marks, entries=(Entry(1),)))

    assert (found.points_sum, found.place, found.scale, found.award) == (None, None, None, None)
    assert (found.marks, found.marks_expected, found.open_aspects) == (1, 2, 1)


def test_wm_11_a_total_counts_the_marks_so_far():
    scheme = tuple(Aspect(f"A1.M{n}", "A", "M", Decimal(1)) for n in range(1, 221))
    marks = tuple(Mark(1, f"A1.M{n}", 0, Decimal(1)) for n in range(1, 88))
    entries = (Entry(1), Entry(2))
    found = recount_contest(ContestFacts(aspects=scheme, marks=marks, entries=entries))

    assert [(e.points_sum, e.marks, e.marks_expected, e.place) for e in found] == [
        (87, 87, 220, 1),
        (None, 0, 220, None),
    ]


def test_wm_12_ties_share_a_place_and_the_next_place_is_skipped():
    found = recount_contest(contest_of("60.5", "80", "60.5", "12"))

    assert [(e.place, e.is_tied) for e in found] == [(2, True), (1, False), (2, True), (4, False)]


def test_wm_12_guests_and_absent_entries_are_not_ranked_and_show_their_total():
    entries = (Entry(1, is_guest=True), Entry(2), Entry(3, status="absent"), Entry(4))
    found = recount_contest(contest_of(90, 80, 85, 40, entries=entries))

    assert [(e.points_sum, e.place, e.scale, e.award) for e in found] == [
        (90, None, None, None),
        (80, 1, 720, "gold"),
        (85, None, None, None),
        (40, 2, 680, "silver"),
    ]


def test_wm_20_a_score_has_no_limit_at_the_top():
    assert scales(contest_of(10, 11, 12, 13, 90)) == [660, 680, 700, 720, 2278]


def test_wm_21_the_old_scale_uses_mean_and_population_deviation():
    found = recount_contest(contest_of(50, 50, 50, 90, rules=OLD))

    assert [(e.scale, e.scale_method) for e in found] == [(483, "sd")] * 3 + [(552, "sd")]


@pytest.mark.parametrize(
    ("totals", "expected", "method"),
    [
        ((80, 70, 40), [720, 700, 639], "mad"),
        ((60, 50), [720, 680], "mad"),
        ((77,), [700], "centre"),
        ((50, 50, 50, 90), [700, 700, 700, 769], "sd"),
        ((50, 50, 50), [700, 700, 700], "centre"),
    ],
)
def test_wm_22_and_23_worked_scales(totals, expected, method):
    found = recount_contest(contest_of(*totals))

    assert [(e.scale, e.scale_method) for e in found] == [(scale, method) for scale in expected]


def test_wm_24_an_archive_is_ranked_by_its_own_scale_and_not_rescaled():
    found = recount_contest(archive_of(541, 533, 521, 521))

    assert [(e.place, e.scale, e.scale_method, e.points_sum) for e in found] == [
        (1, 541, "archive", None),
        (2, 533, "archive", None),
        (3, 521, "archive", None),
        (3, 521, "archive", None),
    ]
    assert awards(archive_of(541, 533, 521, 521)) == "G S B B"


@pytest.mark.parametrize(
    ("ladder", "expected"),
    [
        ((545, 543, 542, 541), "G G B B"),
        ((550, 540, 539, 538, 535), "G S S S M"),
        ((530, 529, 528, 527, 526), "G G G B B"),
        ((520, 510, 505, 504, 503, 502, 499), "G S B B B M -"),
    ],
)
def test_wm_30_to_36_worked_medals(ladder, expected):
    assert awards(archive_of(*ladder)) == expected


def test_wm_31_two_silvers_leave_bronze_to_those_within_two_points_of_the_last():
    assert awards(archive_of(550, 540, 538, 536, 535)) == "G S S B M"


def test_wm_33_three_golds_may_leave_no_bronze():
    assert awards(archive_of(530, 530, 530, 527)) == "G G G M"


def test_wm_34_a_medal_has_no_minimum_and_the_medallion_begins_at_the_centre():
    new = Rules()

    assert awards(archive_of(400, 390, 380)) == "G S B"
    assert awards(archive_of(740, 730, 720, 700, 699, rules=new)) == "G S B M -"


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (6, ["gold", "silver", "bronze", "medallion", "medallion", "medallion"]),
        (5, ["gold", "silver", "medallion", "medallion", "medallion"]),
        (4, ["gold", "medallion", "medallion", "medallion"]),
        (3, []),
    ],
)
def test_wm_35_few_entries_may_bring_fewer_medals(entries, expected):
    rules = MedalRules(
        fewest=(("bronze", 6), ("silver", 5), ("gold", 4), ("medallion", 4), ("certificate", 4))
    )
    scores = {number: 800 - 10 * number for number in range(entries)}

    assert list(give_medals(scores, rules, centre=700).values()) == expected


def test_wm_37_the_best_of_a_region_and_of_the_event_may_share_the_honour():
    entries = [
        HonourEntry("09", 1, "KZ-75", 741),
        HonourEntry("10", 1, "KZ-75", 741),
        HonourEntry("10", 2, "KZ-71", 730),
        HonourEntry("11", 4, "KZ-71", 720),
    ]
    found = [(h.kind, h.entry.contest, h.entry.region) for h in list_honours(entries)]

    assert found == [
        ("best_of_region", "10", "KZ-71"),
        ("best_of_region", "09", "KZ-75"),
        ("best_of_region", "10", "KZ-75"),
        ("best_of_event", "09", "KZ-75"),
        ("best_of_event", "10", "KZ-75"),
    ]


def test_wm_41_medal_points_of_eighteen_skills():
    medals = (
        ["gold"] * 3 + ["silver"] * 2 + ["bronze"] * 4 + ["medallion"] * 5 + ["certificate"] * 4
    )
    worth = {"gold": 4, "silver": 3, "bronze": 2, "medallion": 1, "certificate": 0}
    entries = [
        TeamEntry((2022,), "KZ-75", skill, medal, worth[medal], 700)
        for skill, medal in enumerate(medals)
    ]
    (found,) = count_teams(entries)

    assert (found.medal_points, found.skills, found.scale_points) == (31, 18, 12600)
    assert round(float(found.average_medal_points), 3) == 1.722
    assert found.average_scale_points == Fraction(700)


def test_wm_40_teams_share_places_in_four_orders():
    entries = [
        TeamEntry((2022,), "KZ-75", 1, "gold", 4, 720),
        TeamEntry((2022,), "KZ-75", 2, None, 0, 640),
        TeamEntry((2022,), "KZ-71", 1, "silver", 3, 710),
        TeamEntry((2022,), "KZ-71", 2, "medallion", 1, 700),
        TeamEntry((2022,), "KZ-79", 2, "gold", 4, 730),
    ]
    found = {
        row.region: (
            row.place_medal_points,
            row.place_average_medal_points,
            row.place_scale_points,
            row.place_average_scale_points,
        )
        for row in count_teams(entries)
    }

    assert found == {"KZ-75": (1, 2, 2, 3), "KZ-71": (1, 2, 1, 2), "KZ-79": (1, 1, 3, 1)}


def test_wm_34_a_jury_may_take_an_award_away():
    decided = (Decision("award", "none", entry_no=1),)

    assert awards(contest_of(80, 70, 40, decisions=decided)) == "  S B"
