"""The schedule: its finding, its clashes in words, its file for other calendars."""

import datetime as dt

import pytest
from icalendar import Calendar

from kasipkor_core import charts
from kasipkor_core.documents.calendar import write_calendar
from kasipkor_core.ui import clashes, schedule, schedule_blocks
from kasipkor_core.ui.schedule import Year

TODAY = dt.date(2026, 11, 26)
ITEM = {
    "item": "teacher-skill-2026-republic-it",
    "kind": "schedule",
    "no": 10,
    "programme": "teacher-skill",
    "unit": "it",
    "unit_name": "IT",
    "region": "KZ-71",
    "region_name": "Астана қаласы",
    "place": None,
    "starts_on": dt.date(2026, 11, 24),
    "ends_on": dt.date(2026, 11, 28),
    "first_month": "2026-11",
    "last_month": "2026-11",
}
OVER = ITEM | {"item": "over", "ends_on": dt.date(2026, 11, 25)}
OPEN = ITEM | {"item": "open", "starts_on": None, "ends_on": None}
CLASH = {
    "reason": "wsk_clash_same_city",
    "kind": "TC-C6",
    "severity": "warning",
    "is_certain": True,
    "first": ITEM["item"],
    "second": "WS-E1",
    "second_name": "WorldSkills Kazakhstan",
    "region": "KZ-71",
    "person": None,
    "note": None,
    "starts_on": ITEM["starts_on"],
    "ends_on": ITEM["ends_on"],
}
LACK = CLASH | {"reason": "no_participant", "note": "KZ-10, KZ-11"}


def year(*contests, against=()):
    return Year(season=2026, contests=list(contests), events=[], clashes=list(against))


@pytest.mark.parametrize(
    ("shown", "lang", "title"),
    [
        (
            year(ITEM, OVER, OPEN, against=[CLASH, LACK]),
            "kk",
            "3 байқау: 1-і өтті, 1-і жүріп жатыр, 1 қайшылық бар",
        ),
        (year(OVER, OPEN), "ru", "Конкурсов 2: прошло 1, накладок нет"),
        (year(OPEN, against=[LACK]), "en", "1 contests: 0 over, none clashes"),
        (year(), "en", "No contest is planned in this school year"),
    ],
)
def test_the_title_counts_what_is_over_what_runs_and_what_clashes(shown, lang, title):
    assert schedule.find_title(shown, TODAY, lang) == title


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (ITEM, "24–28\u00a0қараша"),
        (OPEN, "қараша"),
        (OPEN | {"first_month": "2026-10"}, "қазан – қараша"),
        (OPEN | {"first_month": None, "last_month": None}, "күні белгіленбеген"),
    ],
)
def test_days_are_written_as_far_as_they_are_known(row, words):
    assert schedule.days_of(row, "kk").lower() == words


def test_tc_c6_a_clash_says_why_and_a_possible_one_is_only_a_note():
    possible = CLASH | {"is_certain": False, "severity": "info"}
    told = clashes.tell(CLASH, {}, {}, "kk")

    assert told == "Сол күндері осы қалада WorldSkills Kazakhstan өтеді"
    assert clashes.list_certain([possible, LACK, CLASH]) == [CLASH]
    assert clashes.list_missing([possible, LACK, CLASH]) == [LACK]


def test_what_a_contest_lacks_is_one_row_with_the_number_of_absent_regions():
    html = clashes.render_missing([LACK], {ITEM["item"]: "IT", "other": "Спорт"}, "kk")

    assert (html.count("<tr>"), "Спорт" in html) == (2, False)
    assert '<td class="k-col-entries">2</td>' in html


def test_the_file_for_calendars_has_whole_days_and_the_same_bytes_for_the_same_facts():
    made_at = dt.datetime(2026, 11, 26, 10, tzinfo=dt.UTC)
    one, again = (write_calendar([ITEM, OPEN], name="Кесте", made_at=made_at) for _ in range(2))
    events = Calendar.from_ical(one).walk("VEVENT")

    assert one == again
    assert [(str(e["uid"]), e["dtstart"].dt, e["dtend"].dt, e["location"]) for e in events] == [
        (f"{ITEM['item']}@kasipkor.kz", ITEM["starts_on"], dt.date(2026, 11, 29), "Астана қаласы")
    ]


def test_a_row_without_days_has_a_window_and_no_bar():
    november = (dt.date(2026, 11, 1), dt.date(2026, 11, 30))
    spec = charts.gantt(
        [charts.Bar("it", "IT", "Астана", "", november, None, "coming")],
        [],
        months=november,
        today=(TODAY, "бүгін"),
        lang="kk",
        theme="light",
    )
    drawn = [
        (layer["mark"]["type"], len(spec["datasets"][layer["data"]["name"]]))
        for layer in spec["layer"]
    ]

    assert [count for mark, count in drawn if mark == "bar"] == [1, 0]


def test_one_championship_in_many_regions_is_one_line_that_counts_them():
    day = dt.date(2026, 11, 9)
    held = {"kind": "contests", "programme": "vacancy", "level": "college", "place": None,
            "first_month": "2026-11", "starts_on": day, "ends_on": day}  # fmt: skip
    events = [held | {"item": str(number), "region": code}
              for number, code in enumerate(["KZ-10", "KZ-71", "KZ-71"])]  # fmt: skip
    lines = schedule_blocks.group_events([*events, {**events[1], "starts_on": None}])

    assert [schedule_blocks.say_place(line, "kk") for line in lines] == ["2 өңір", "Астана"]
