"""VC examples of posts and people: deadline, documents, sheets, places, proposals, visibility."""

import datetime as dt

import pytest

from tests.kit import Ledger, vary
from tests.vacancy import (
    answer,
    column,
    fill,
    hand_in,
    lay_answers,
    lay_totals,
    none,
    open_vacancy,
    read_other,
)

LAST = dt.date(2025, 3, 14)
RULESET = "vacancy-2025"


def post(ledger, *columns):
    (row,) = ledger.read(f"select {', '.join(columns)} from mart.vacancies")
    return tuple(row.values())


def have(*facts):
    return [
        {"criterion": name, "option": value if isinstance(value, str) else None}
        | ({} if isinstance(value, str) else {"amount": value})
        for name, value in facts
    ]


def test_vc_e01_two_units_have_two_proposals_at_most():
    ledger = lay_totals(open_vacancy(Ledger(), units=2), 27, 25, 19)

    assert column(ledger, "proposal") == ["proposed", "proposed", "reserve"]


def test_vc_e02_a_pedagogical_education_meets_the_requirement_whatever_the_service():
    ledger = lay_answers(
        open_vacancy(Ledger()),
        [*fill(form=18), *hand_in(), *have(("qualification", "secondary_special_ped"))],
        [*fill(form=18), *hand_in(), *have(("qualification", "other"))],
    )

    assert column(ledger, "is_qualified") == [True, False]
    assert column(ledger, "proposal") == ["proposed", "not_qualified"]


@pytest.mark.parametrize(
    ("published_on", "last_day"),
    [("2025-03-04", "2025-03-14"), ("2025-03-03", "2025-03-13"), ("2025-03-05", "2025-03-17")],
)
def test_vc_e03_seven_working_days_from_the_day_after_publication(published_on, last_day):
    ledger = open_vacancy(Ledger(), published_on=published_on)

    assert post(ledger, "last_day") == (dt.date.fromisoformat(last_day),)


def test_vc_e04_the_last_publication_counts():
    ledger = open_vacancy(Ledger(), published_on="2025-03-04")
    ledger.lay("vacancy", {"published_on": "2025-02-28"})

    assert post(ledger, "published_on", "last_day") == (dt.date(2025, 3, 4), LAST)


@pytest.mark.long
@pytest.mark.parametrize(("day", "is_late"), [("2025-03-14", False), ("2025-03-15", True)])
@pytest.mark.sampled
def test_vc_e05_the_last_day_counts_to_its_end(day, is_late):
    rows = [*fill(form=18), *hand_in(event_date=day)]
    ledger = lay_answers(open_vacancy(Ledger()), rows)

    assert column(ledger, "is_late") == [is_late]
    assert column(ledger, "proposal") == ["late" if is_late else "proposed"]


def test_the_last_day_may_be_read_as_exclusive_or_counted_from_the_publication():
    rows = [*fill(form=18), *hand_in(event_date="2025-03-14")]
    ledger = lay_answers(open_vacancy(Ledger()), rows)

    assert read_other(ledger, "VC-Q18", "exclusive", "other_proposal") == "late"
    assert read_other(ledger, "VC-Q18", "same_day", "other_last_day") == dt.date(2025, 3, 13)


@pytest.mark.long
@pytest.mark.parametrize(("absent", "missing"), [((8,), "8"), ((6, 7), "6, 7")])
@pytest.mark.sampled
def test_vc_e06_a_missing_document_is_ground_for_return(absent, missing):
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(form=18), *hand_in(absent=absent)])

    assert (column(ledger, "complete"), column(ledger, "missing")) == ([False], [missing])
    assert (column(ledger, "proposal"), column(ledger, "place")) == (["return"], [None])


def test_vc_e06_a_decision_lets_an_incomplete_file_through():
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(form=18), *hand_in(absent=(8,))])
    ledger.decide("waiver", "documents", entry_no=1)

    assert (column(ledger, "missing"), column(ledger, "place")) == (["8"], [1])


@pytest.mark.long
def test_vc_e07_what_there_is_only_if_any_is_no_ground_for_return():
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(), *hand_in(absent=(5, 9))])

    assert (column(ledger, "complete"), column(ledger, "missing")) == ([True], [None])


def test_a_post_of_english_needs_document_10():
    ledger = lay_answers(open_vacancy(Ledger(), is_english=True), [*fill(), *hand_in()])

    assert column(ledger, "missing") == ["10"]


def test_one_letter_is_enough_unless_both_are_asked_for():
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(), *hand_in()])

    assert read_other(ledger, "VC-Q21", "both", "other_proposal") == "return"


@pytest.mark.long
@pytest.mark.parametrize(
    ("pedagogical", "total", "form", "by_total"), [(0, 72, 18, 17), (1, 72, 17, 17), (0, 0, 18, 18)]
)
@pytest.mark.sampled
def test_vc_e09_pedagogical_service_decides_the_sheet(pedagogical, total, form, by_total):
    service = have(("service_pedagogical", pedagogical), ("service_total", total))
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(), *hand_in(), *service])

    assert column(ledger, "form_due") == [form]
    assert read_other(ledger, "VC-Q20", "service_total", "other_form_due") == by_total


@pytest.mark.long
def test_vc_e09_a_wrong_sheet_is_named_and_counts_as_handed_in():
    service = have(("service_pedagogical", 0))
    ledger = lay_answers(open_vacancy(Ledger()), [*fill(), *hand_in(), *service])

    assert (column(ledger, "is_wrong_form"), column(ledger, "complete")) == ([True], [True])


@pytest.mark.long
def test_vc_e29_places_follow_verified_points_and_are_shared():
    ledger = lay_totals(open_vacancy(Ledger()), 27, 25, 25, 19)

    assert column(ledger, "place") == [1, 2, 2, 4]
    assert column(ledger, "is_tied") == [False, True, True, False]


@pytest.mark.long
def test_vc_e30_a_tie_across_the_last_unit_is_left_to_the_commission():
    ledger = lay_totals(open_vacancy(Ledger(), units=2), 27, 25, 25)

    assert column(ledger, "proposal") == ["proposed", "commission_decides", "commission_decides"]
    assert post(ledger, "units_left", "tied_at_line", "status") == (1, 2, "commission_decides")


@pytest.mark.long
def test_vc_e31_one_candidate_leaves_a_unit_vacant_and_none_leaves_the_post_open():
    one = lay_totals(open_vacancy(Ledger(), units=2), 20)
    nobody = open_vacancy(Ledger(), units=2)

    assert column(one, "proposal") == ["proposed"]
    assert post(one, "proposed", "units_left", "status") == (1, 1, "partly_proposed")
    assert post(nobody, "candidates", "status") == (0, "not_filled")


def mixed(ledger):
    first = [*fill(answer("courses", "course", amount=46)), *hand_in()]
    second = [*fill(answer("certificates", "certificate", form=18, amount=27), form=18), *hand_in()]
    return lay_answers(ledger, first, second)


@pytest.mark.long
def test_vc_e32_both_sheets_stand_in_one_list_and_in_two():
    ledger = mixed(open_vacancy(Ledger()))

    assert column(ledger, "verified") == [23, 27]
    assert (column(ledger, "place"), column(ledger, "place_of_form")) == ([2, 1], [1, 1])
    assert post(ledger, "is_mixed", "best_17", "best_18") == (True, 23, 27)
    assert read_other(ledger, "VC-25", "per_sheet", "other_place") == 1
    assert read_other(ledger, "VC-25", "per_sheet", "other_proposal") == "proposed"


@pytest.mark.long
def test_vc_e32_a_ruleset_may_keep_the_lists_apart():
    ledger = Ledger(vary(RULESET, ('pool = "joint"', 'pool = "per_sheet"')))
    mixed(open_vacancy(ledger, ruleset=f"{RULESET}-variant"))

    assert column(ledger, "place") == [1, 1]


def test_vc_e34_the_public_sees_a_code_and_no_document():
    ledger = open_vacancy(Ledger())
    ledger.lay_entries({"entry": "candidate-01", "name": "Әлиева Айгерім"})
    rows = [*fill(form=18), *hand_in(absent=(8,))]
    ledger.lay("candidate_answer", *({"entry_no": 1, **row} for row in rows))
    ledger.publish()
    ledger.see(audience="public")
    shown = ledger.read("select candidate, missing, verified, place from mart.vacancy_ranking")
    closed = [
        ledger.read(f"select count(*) as n from mart.{view}")[0]["n"]
        for view in ("vacancy_answers", "vacancy_documents", "vacancy_readings")
    ]

    assert shown == [
        {"candidate": "candidate-01", "missing": None, "verified": None, "place": None}
    ]
    assert closed == [0, 0, 0]


@pytest.mark.long
def test_vc_e35_the_channel_is_kept_and_changes_nothing():
    rows = [answer("summer_camp", "yes", form=18)]
    ledger = lay_answers(
        open_vacancy(Ledger()),
        *(
            [*fill(*rows, form=18), *hand_in(event_date="2025-03-13", channel=channel)]
            for channel in ("paper", "electronic")
        ),
    )

    assert column(ledger, "channel") == ["paper", "electronic"]
    assert (column(ledger, "verified"), column(ledger, "place")) == ([2, 2], [1, 1])


@pytest.mark.long
def test_documents_nobody_has_entered_hold_nobody_back_from_the_order():
    ledger = lay_answers(open_vacancy(Ledger()), none("degree"), fill())

    assert column(ledger, "proposal") == ["unanswered", "documents_awaited"]
    assert column(ledger, "place") == [None, 1]


@pytest.mark.long
def test_people_decide_who_is_out_and_the_decision_is_shown():
    ledger = lay_totals(open_vacancy(Ledger()), 27, 25)
    ledger.decide("exclude", "withdrew", entry_no=1)

    assert column(ledger, "place") == [None, 1]
    assert column(ledger, "decision") == ["exclude: withdrew", None]
