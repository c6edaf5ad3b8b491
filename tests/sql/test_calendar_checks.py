"""The checks of a schedule: rulebook 3.3, one test or more for each."""

import pytest

from kasipkor_core.store.compare_calendar import compare_calendar
from tests.kit import vary
from tests.school_year import SchoolYear, day, name


def test_tc_c1_a_schedule_has_13_rows_and_each_number_and_industry_once():
    year = SchoolYear()
    year.lay("schedule_item", year.plan(1, {}) | {"region": "KZ-71"})
    found = year.clashes("TC-C1", of=("severity", "reason", "note"))

    assert found == [
        ("error", "industry_repeated", "oil_gas"),
        ("error", "number_repeated", f"{name('oil_gas')}, {name('oil_gas')}"),
        ("error", "rows_wrong", "14 / 13"),
    ]


@pytest.mark.parametrize(
    ("months", "reason"),
    [
        ({"first_month": 12, "last_month": 10}, "window_backwards"),
        ({"first_month": 10, "first_year": 2023, "last_month": 10, "last_year": 2023},
         "outside_school_year"),
        ({"first_month": 12, "last_month": 1}, None),
        ({"first_month": 8, "last_month": 8}, None),
    ],
    ids=["Dec-Oct", "Oct 2023", "Dec-Jan", "Aug"],
)  # fmt: skip
@pytest.mark.sampled
def test_tc_c2_a_window_runs_forward_inside_the_school_year(months, reason):
    year = SchoolYear()
    other = {"contest_no": 2, "season": 2022, "level": "oblast"}
    year.register("schedule:teacher-skill-2022-b", contest_no=2)
    year.lay("schedule_item", year.plan(1, {}) | other | months)

    assert [row[0] for row in year.clashes("TC-C2", of=("reason",))] == ([reason] if reason else [])


def test_tc_c4_one_host_with_two_contests_at_once_is_an_error_when_days_are_known():
    year = SchoolYear(
        agriculture=("2022-10-26", "2022-11-02"), art_culture=("2022-11-01", "2022-11-04")
    )

    assert year.clashes("TC-C4", of=("severity", "first", "second", "days")) == [
        ("error", name("agriculture"), name("art_culture"), 2)
    ]


def test_tc_c4_the_host_a_contest_has_counts_before_the_planned_one_and_both_are_told():
    year = SchoolYear()
    year.lay_dated_contest("it", 3, "2022-11-14", "2022-11-16", host="KZ-35")
    year.lay_dated_contest("construction", 4, "2022-11-15", "2022-11-17")

    assert year.clashes("TC-C4", of=("severity", "first", "second", "region", "days")) == [
        ("error", name("it"), name("construction"), "KZ-35", 2)
    ]
    assert year.clashes("TC-C6", "it", of=("reason",)) == [("wsk_clash",)]
    assert year.clashes("TC-D2", of=("reason", "severity", "first", "region", "note")) == [
        ("host_differs", "warning", name("it"), "KZ-35", "KZ-71")
    ]
    assert compare_calendar(year.con) == []


def test_tc_c5_the_sheets_own_id_of_a_person_tells_two_of_the_same_name_apart():
    year = SchoolYear()
    year.lay_dated_contest("it", 3, "2022-11-07", "2022-11-10")
    year.lay_dated_contest("art_culture", 4, "2022-11-10", "2022-11-12")
    for contest_no, person in ((3, "p1"), (4, "p2")):
        year.lay_entries(
            {"name": "Ким Дана", "person": person, "region": "KZ-75"}, contest_no=contest_no
        )

    assert year.clashes("TC-C5") == []


def test_tc_c5_a_participant_of_another_region_is_another_person():
    year = SchoolYear()
    year.lay_dated_contest("it", 3, "2022-11-07", "2022-11-10")
    year.lay_dated_contest("art_culture", 4, "2022-11-10", "2022-11-12")
    for contest_no, region in ((3, "KZ-75"), (4, "KZ-10")):
        year.lay_entries({"name": "Ким Дана", "region": region}, contest_no=contest_no)

    assert year.clashes("TC-C5") == []


@pytest.mark.long
@pytest.mark.parametrize(
    ("names", "region", "kind", "found"),
    [
        (("Ким Дана", "Дана КИМ"), "KZ-75", None, 1),
        (("Ким Дана", "Ким Дана"), "KZ-75", "person_split", 0),
        (("Ким Дана", "Пак Дана"), "KZ-10", None, 0),
        (("Ким Дана", "Пак Дана"), "KZ-10", "person_merge", 1),
    ],
    ids=["surname last", "said to be two", "two names", "said to be one"],
)
@pytest.mark.sampled
def test_tc_c5_what_people_say_of_two_entries_comes_before_names(names, region, kind, found):
    year = SchoolYear()
    year.lay_dated_contest("it", 3, "2022-11-07", "2022-11-10")
    year.lay_dated_contest("art_culture", 4, "2022-11-10", "2022-11-12")
    for contest_no, its_name, home in ((3, names[0], "KZ-75"), (4, names[1], region)):
        year.lay_entries({"name": its_name, "region": home}, contest_no=contest_no)
    if kind:
        year.decide(kind, f"{name('art_culture')}/e1", entry_no=1, contest_no=3)

    assert [days for (days,) in year.clashes("TC-C5", of=("days",))] == [1] * found
    assert compare_calendar(year.con) == []


def test_tc_c6_in_another_city_the_overlap_is_no_clash_of_hosts():
    year = SchoolYear(art_culture=("2022-11-17", "2022-11-21"))

    assert year.clashes("TC-C6", "art_culture") == [
        ("wsk_clash", "warning", day("2022-11-17"), day("2022-11-18"), 2)
    ]


def test_tc_c6_where_only_months_are_known_the_clash_is_possible_and_days_are_left():
    found = SchoolYear().clashes("TC-C6", "it", of=("severity", "is_certain", "working_days_left"))

    assert found == [("info", False, 15)]  # 22 working days of November, 7 of 10-18 November


def test_tc_c7_a_window_wholly_inside_the_testing_clashes_whatever_the_days():
    found = SchoolYear().clashes("TC-C7", of=("first", "is_certain"))

    assert {first for first, is_certain in found if is_certain} == {name("it"), name("art_culture")}
    assert len(found) == 7


def test_tc_c7_testing_entered_as_an_event_takes_the_place_of_the_days_of_the_ruleset():
    year = SchoolYear(it=("2022-11-14", "2022-11-16"), sport=("2023-05-15", "2023-05-19"))
    testing = {"level": "republic", "event": "IND-19", "title": "Testing"}
    year.lay_event("qualification-testing", **testing, starts_on="2023-05-16", ends_on="2023-05-17")

    assert year.clashes("TC-C7", of=("first", "second", "second_name", "days")) == [
        (name("sport"), "IND-19", "Testing", 2)
    ]


def test_tc_c8_the_state_language_contest_and_forum_are_noted():
    found = SchoolYear(sport=("2023-05-15", "2023-05-19")).clashes("TC-C8", of=("first", "days"))

    assert (name("agriculture"), 31) in found
    assert name("sport") not in {first for first, _ in found}


def test_tc_c8_facts_of_the_state_language_contest_take_the_place_of_the_months():
    year = SchoolYear(it=("2022-11-14", "2022-11-16"))
    event = {"event": "SL-04", "level": "republic"}
    year.lay_event("state-language", **event, starts_on="2022-12-05", ends_on="2022-12-07")

    assert year.clashes("TC-C8", "it") == []


@pytest.mark.parametrize(
    ("unit", "days", "note"),
    [
        ("healthcare", ("2022-12-12", "2022-12-16"), "2022-12-16"),
        ("sport", ("2023-05-01", "2023-05-09"), "2023-05-01, 2023-05-08, 2023-05-09"),
        ("mining", ("2023-04-10", "2023-04-16"), None),
    ],
    ids=["16 Dec", "1 and 8-9 May", "a weekend is no day off"],
)
def test_tc_c9_days_off_inside_the_event(unit, days, note):
    found = SchoolYear(**{unit: days}).clashes("TC-C9", unit, of=("severity", "note"))

    assert found == ([("warning", note)] if note else [])


def test_tc_c9_a_saturday_that_is_worked_counts_as_a_working_day():
    year = SchoolYear(agriculture=("2022-10-21", "2022-10-25"))

    assert year.line("agriculture")["working_days"] == 2  # Friday 21 and Saturday 22 October


def test_tc_c10_a_base_and_partners_are_missing_until_they_are_filled_in():
    year = SchoolYear()
    year.lay_dated_contest("it", 3, "2022-11-14", "2022-11-16")
    before = year.clashes("TC-C10", "it", of=("reason", "second"))
    year.lay("expert", {"for_contest_no": 3, "contest_no": 0, "employer_kind": "enterprise"})

    assert before == [
        ("base_missing", None),
        ("partner_missing", "enterprise"),
        ("partner_missing", "university"),
    ]
    assert year.clashes("TC-C10", "it", of=("reason", "second")) == [
        ("base_missing", None), ("partner_missing", "university"),
    ]  # fmt: skip


def test_tc_c11_regions_without_an_entry_are_named_and_the_matrix_has_all_of_them():
    year = SchoolYear()
    year.lay_dated_contest("it", 3, "2022-11-14", "2022-11-16")
    year.lay_entries(
        {"region": "KZ-10"},
        {"region": "KZ-10"},
        {"region": "KZ-11", "status": "withdrawn"},
        {"region": "KZ-15", "status": "absent"},
        contest_no=3,
    )
    matrix = year.read("select * from mart.participation")
    of_it = {row["region"]: row for row in matrix if row["unit"] == "it"}
    (note,) = year.clashes("TC-C11", "it", of=("note",))

    assert (len(matrix), len(of_it)) == (20 * 13, 20)
    assert {r: row["entries"] for r, row in of_it.items() if row["entries"]} == {
        "KZ-10": 2, "KZ-15": 1,
    }  # fmt: skip
    assert [of_it["KZ-10"]["status"], of_it["KZ-11"]["status"]] == ["registered", "none"]
    assert note[0].split(", ")[:2] == ["KZ-11", "KZ-19"]


@pytest.mark.long
def test_tc_c12_more_than_three_contests_in_one_calendar_week():
    week = ("2022-10-05", "2022-10-07")
    three = SchoolYear(oil_gas=week, engineering=week, service=week)
    four = SchoolYear(oil_gas=week, engineering=week, service=week, construction=week)

    assert three.clashes("TC-C12") == []
    assert four.clashes("TC-C12") == [("load", "info", day("2022-10-03"), day("2022-10-09"), 7)]


@pytest.mark.long
def test_tc_c12_n_is_a_key_of_the_ruleset():
    week = ("2022-10-05", "2022-10-07")
    text = vary("teacher-skill-2022", ("contests_a_week = 3 ", "contests_a_week = 1 "))
    year = SchoolYear(text, ruleset="teacher-skill-2022-variant", oil_gas=week, service=week)

    assert len(year.clashes("TC-C12")) == 1


def test_tc_c13_months_of_the_national_database_are_noted():
    found = SchoolYear().clashes("TC-C13", of=("first", "severity"))

    assert (name("mining"), "info") in found
    assert {name("sport"), name("it")} & {first for first, _ in found} == set()


@pytest.mark.parametrize(
    ("starts_on", "due"),
    [("2022-11-21", "2022-11-06"), ("2022-11-09", "2022-10-25")],
    ids=["plain", "over the days off of October"],
)
def test_tc_05_the_regional_stage_is_reckoned_backwards_in_working_days(starts_on, due):
    year = SchoolYear(it=(starts_on, starts_on))

    assert year.line("it")["regional_due_on"] == day(due)


def test_tc_05_a_regional_stage_that_lasts_too_long_is_named():
    year = SchoolYear(it=("2022-11-21", "2022-11-25"))
    late = {"region": "KZ-10", "level": "oblast", "contest": "regional-it"}
    year.lay_contest(
        "teacher-skill-2022", 3, unit="it", season=2022, starts_on="2022-11-03",
        ends_on="2022-11-08", **late,
    )  # fmt: skip

    assert year.clashes("TC-05", of=("reason", "first", "second", "starts_on", "days")) == [
        ("regional_late", "regional-it", name("it"), day("2022-11-07"), 2)
    ]
