"""VC examples of points: options, bands, windows, levels, totals, and both readings."""

import datetime as dt
from decimal import Decimal

import pytest

from tests.kit import Ledger
from tests.vacancy import (
    CRITERIA,
    answer,
    column,
    fill,
    hand_in,
    lay_answers,
    none,
    open_vacancy,
    points,
    points_as,
    read_other,
)


def vacancy(*answers, form=17, **columns):
    """Return a contest with one candidate who answers so, and "none" to all else."""
    return lay_answers(open_vacancy(Ledger(), **columns), fill(*answers, form=form))


def achieve(*options):
    return [answer("achievements", option) for option in options]


def test_vc_e08_a_category_without_its_certificate_is_complete_and_worth_nothing():
    claimed = {**answer("category", "expert", points=5), "verified": None, "has_evidence": False}
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(claimed), *hand_in(absent=(9,))])

    assert (column(ledger, "complete"), points(ledger, "category", "claimed")) == ([True], 5)
    assert points(ledger, "category") == 0


@pytest.mark.long
def test_vc_e10_the_total_is_what_was_verified_and_the_difference_is_listed():
    lowered = {**answer("degree", "phd", points=10), "verified": 10}
    courses = {**answer("courses", "course", amount=34), "claimed": 17, "verified": 15}
    ledger = vacancy(lowered, courses)
    differing = ledger.read(
        "select criterion, difference from mart.vacancy_answers where difference <> 0"
    )

    assert (column(ledger, "claimed"), column(ledger, "verified")) == ([27], [25])
    assert differing == [{"criterion": "courses", "difference": 2}]


@pytest.mark.parametrize("has_evidence", [False, None], ids=["said", "left-empty"])
def test_vc_e11_without_proof_a_summer_camp_is_worth_nothing(has_evidence):
    camp = {**answer("summer_camp", "yes", form=18, points=2), "verified": None}
    ledger = vacancy(camp | {"has_evidence": has_evidence}, form=18)

    assert (points(ledger, "summer_camp", "claimed"), points(ledger, "summer_camp")) == (2, 0)


def test_what_nobody_has_looked_at_is_not_zero():
    rows = [row | {"verified": None} for row in fill(answer("degree", "phd", points=10))]
    ledger = lay_answers(open_vacancy(Ledger()), rows)

    assert (column(ledger, "claimed"), column(ledger, "verified")) == ([10], [None])


def test_vc_e12_of_several_degrees_of_education_the_highest_counts():
    ledger = vacancy(*(answer("education", o) for o in ("tve", "higher_honours", "master")))

    assert points(ledger, "education") == 5


def test_vc_e13_of_several_posts_the_highest_counts_or_they_add_up():
    ledger = vacancy(
        answer("admin_service", "methodist", amount=3),
        answer("admin_service", "director", amount=1),
    )

    assert points(ledger, "admin_service") == 4
    assert points_as(ledger, "VC-Q09=sum", "admin_service") == 7


def test_vc_e14_a_mentor_and_one_option_of_language_add_up():
    ledger = vacancy(
        *(answer("public_work", option) for option in ("mentor", "lang_three", "lang_kk_ru"))
    )

    assert points(ledger, "public_work") == Decimal("5.5")
    assert points_as(ledger, "VC-Q11=all", "public_work") == Decimal("7.5")
    assert points_as(ledger, "VC-Q11=one", "public_work") == 5


@pytest.mark.parametrize(("years", "expected"), [("2", 3), ("2.003", 4), ("0.003", 3), ("0", 0)])
@pytest.mark.sampled
def test_vc_e15_exactly_two_years_are_the_lower_line(years, expected):
    ledger = vacancy(answer("admin_service", "deputy", amount=Decimal(years)))

    assert points(ledger, "admin_service") == expected


@pytest.mark.parametrize(
    ("percent", "expected", "strict", "upper"),
    [
        (49, 0, 0, 0),
        (50, 2, 2, 2),
        (55, 2, 0, 2),
        (60, 4, 4, 4),
        (80, 6, 6, 4),
        (100, 6, 6, 6),
    ],
)
@pytest.mark.sampled
def test_vc_e16_certification_is_read_by_half_open_bands(percent, expected, strict, upper):
    ledger = vacancy(answer("certification", "percent", form=18, amount=percent), form=18)

    assert points(ledger, "certification") == expected
    assert points_as(ledger, "VC-Q04=strict", "certification") == strict
    assert points_as(ledger, "VC-Q04=upper_closed", "certification") == upper


@pytest.mark.parametrize(
    ("years", "expected", "other"), [("1", 2, 1), ("3", 2, 2), ("3.003", 3, 3), ("0.5", 1, 1)]
)
def test_vc_e17_a_web_page_of_exactly_one_year_is_the_second_line(years, expected, other):
    ledger = vacancy(answer("web_page", "years", form=18, amount=Decimal(years)), form=18)

    assert points(ledger, "web_page") == expected
    assert points_as(ledger, "VC-12=to_one_year", "web_page") == other


@pytest.mark.parametrize(("day", "expected"), [("2020-03-14", "0.5"), ("2020-03-13", "0")])
def test_vc_e18_the_window_begins_five_years_before_the_last_day(day, expected):
    ledger = vacancy(answer("achievements", "olymp_city", event_date=day))

    assert points(ledger, "achievements") == Decimal(expected)


def test_vc_e18_an_old_medal_counts_only_without_the_window():
    medal = answer("achievements", "honoured_teacher_medal", event_date="2015-05-01")
    ledger = vacancy(medal)

    assert points(ledger, "achievements") == 0
    assert read_other(ledger, "VC-Q12", "false", "other_verified") == 10


def test_vc_e19_each_level_counts_once_whatever_the_number_of_winners():
    ledger = vacancy(
        answer("achievements", "olymp_city", amount=5),
        *achieve("olymp_region", "olymp_region", "olymp_republic"),
    )

    assert points(ledger, "achievements") == Decimal("3.5")
    assert points_as(ledger, "VC-Q03=each", "achievements") == Decimal("6.5")
    assert points_as(ledger, "VC-Q03=highest", "achievements") == 2


def test_vc_e20_a_science_project_of_a_city_is_half_a_point_or_one_by_the_footnote():
    ledger = vacancy(*achieve("science_city"))

    assert points(ledger, "achievements") == Decimal("0.5")
    assert points_as(ledger, "VC-Q01=1", "achievements") == 1


def test_vc_e21_a_republican_prize_winner_has_two_points_or_three_by_the_last_line():
    ledger = vacancy(*achieve("olymp_republic_prize"))

    assert points(ledger, "achievements") == 2
    assert points_as(ledger, "VC-Q02=3", "achievements") == 3


def test_vc_e22_of_taking_part_and_winning_the_higher_counts():
    ledger = vacancy(
        answer("achievements", "best_teacher_participant", event_date="2023-05-01"),
        answer("achievements", "best_teacher_winner", event_date="2024-05-01"),
    )

    assert points(ledger, "achievements") == 5
    assert points_as(ledger, "VC-17=sum", "achievements") == 6


def test_vc_e23_every_course_and_certificate_counts_with_service():
    ledger = vacancy(answer("courses", "course", amount=4), answer("courses", "certificate"))

    assert points(ledger, "courses") == Decimal("2.5")
    assert points_as(ledger, "VC-Q06=false", "courses") == 2


def test_vc_e23_without_service_only_the_certificate_of_the_list_counts():
    ledger = vacancy(answer("certificates", "certificate", form=18, amount=1), form=18)

    assert points(ledger, "certificates") == 1


@pytest.mark.parametrize(("times", "expected"), [(0, 0), (3, 3), (4, 4), (6, 4)])
def test_vc_e24_study_contests_bring_four_points_at_most(times, expected):
    ledger = vacancy(answer("study_contests", "participation", form=18, amount=times), form=18)

    assert points(ledger, "study_contests") == expected


def test_vc_e25_a_letter_from_the_university_is_complete_and_brings_nothing_with_service():
    letter = answer("recommendation_work", "from_study", points=0)
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(letter), *hand_in()])

    assert (column(ledger, "complete"), points(ledger, "recommendation_work")) == ([True], 0)


WITH_SERVICE = (
    answer("education", "higher_honours"),
    answer("category", "expert"),
    answer("admin_service", "deputy", amount=2),
    answer("recommendation_work", "positive"),
    *achieve("olymp_city", "olymp_region", "science_city", "best_teacher_participant"),
    answer("public_work", "mo_head"),
    answer("public_work", "lang_kk_ru"),
    answer("courses", "course", amount=4),
)
WITHOUT_SERVICE = [
    {"criterion": criterion, "option": option, "amount": amount, "verified": 1, "form": 18}
    for criterion, option, amount in (
        ("education", "higher", None),
        ("certification", "percent", 80),
        ("practice", "5", None),
        ("recommendation_study", "positive", None),
        ("volunteering", "yes", None),
        ("web_page", "years", 2),
        ("summer_camp", "yes", None),
        ("study_contests", "participation", 6),
        ("certificates", "certificate", 2),
    )
]


def test_vc_e26_a_whole_sheet_with_service():
    ledger = vacancy(*WITH_SERVICE)

    assert column(ledger, "verified") == [23]
    assert read_other(ledger, "VC-Q01", "1", "other_verified") == Decimal("23.5")


def test_vc_e27_a_whole_sheet_without_service():
    each = [row | {"verified": row["amount"]} for row in WITHOUT_SERVICE[-2:]]
    ledger = vacancy(*WITHOUT_SERVICE[:-2], *each, form=18)

    assert column(ledger, "verified") == [27]
    assert read_other(ledger, "VC-Q04", "upper_closed", "other_verified") == 25


@pytest.mark.long
def test_vc_e28_above_the_printed_range_there_is_a_note_and_no_limit():
    ledger = vacancy(
        answer("education", "master"),
        answer("degree", "phd"),
        answer("category", "master_teacher"),
        answer("admin_service", "director", amount=3),
        answer("recommendation_work", "positive"),
        answer("courses", "course"),
    )

    assert column(ledger, "verified") == [Decimal("33.5")]
    assert column(ledger, "is_above_printed_range") == [True]
    assert read_other(ledger, "VC-Q05", "30", "other_verified") == 30


@pytest.mark.long
def test_vc_e33_a_criterion_without_an_answer_leaves_the_total_empty():
    rows = [row for row in none(*CRITERIA[18], form=18) if row["criterion"] != "practice"]
    ledger = lay_answers(open_vacancy(Ledger()), rows, [*rows, *none("practice", form=18)])

    assert column(ledger, "verified") == [None, 0]
    assert column(ledger, "unanswered") == [1, 0]


def test_vc_e36_what_is_not_claimed_brings_nothing_and_is_no_ground_for_return():
    paper = {**answer("publications", "research_paper", points=0), "has_evidence": True}
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(), *hand_in()], [*fill(paper), *hand_in()])

    assert column(ledger, "complete") == [True, True]
    assert points(ledger, "publications", entry_no=2) == 0


@pytest.mark.long
def test_a_line_without_points_leaves_the_criterion_to_the_commission():
    ledger = vacancy(answer("education", "higher_correspondence"))
    chosen = vacancy(
        answer("education", "higher_correspondence"), answer("education", "higher_fulltime")
    )

    assert (points(ledger, "education"), points(chosen, "education")) == (None, 2)
    assert ledger.read("select last_day from mart.vacancies") == [
        {"last_day": dt.date(2025, 3, 14)}
    ]
