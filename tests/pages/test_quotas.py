"""Quotas on the screen: findings as titles, the line, the list, the commission's page."""

import re
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.charts import quotas as strip
from kasipkor_core.charts.ranges import quota_range
from kasipkor_core.store import MEMORY, Store
from kasipkor_core.ui import handout, movement, quota_country, quota_region, quotas, session
from tests.movement import Championship, enforced

PAGE = str(house.ROOT / "pages" / "selection" / "quotas.py")
AWARDS = str(house.ROOT / "pages" / "results" / "awards.py")
SECONDS = (88.10, 86.00, 85.20, 84.00, 82.50, 80.75, 79.30)
EVENT = quotas.Event("worldskills", 2022, "oblast")


def look(ledger, lang="kk"):
    """Return a visitor of the ledger, which the pages read from now on."""
    ui.use_store(Store(MEMORY, ledger.con))
    return session.see_with(session.Eyes(ledger.batch_no, "staff", lang, "local"))


def open_page(ledger, path=PAGE, **query):
    ui.use_store(Store(MEMORY, ledger.con))
    page = AppTest.from_file(path, default_timeout=30)
    for name, code in query.items():
        page.query_params[name] = code
    page = page.run()
    assert not page.exception
    return page


def titles(page):
    return [one.value for one in page.title]


def html_of(page):
    return "".join(one.proto.body for one in page.get("html"))


@pytest.fixture(scope="module")
def tied():
    """Return EX-04: 29 are in, two tie for the last of 30 places, three are out."""
    return enforced((*SECONDS, 78.40, 78.40, 77.95, 70.00, 69.50)).ledger


def quota(**values):
    plain = {
        "region_name": "Қарағанды", "entries_hold": 0, "persons": 6, "seats_in": 6,
        "status": "in_range", "maximum": 30, "minimum": 5, "short_by": 0, "above_by": 0,
        "contests": 3, "contests_unsigned": 0, "matches_proposed": 0, "is_enforced": False,
    }  # fmt: skip
    return plain | values


@pytest.mark.parametrize(
    ("row", "kk", "ru"),
    [
        (
            quota(entries_hold=2, seats_in=10, maximum=11),
            "Қарағанды: 11 орынның 10-ы белгілі, соңғысына екеу тең",
            "Қарағанды: известны 10 из 11 мест, на последнее равных: 2",
        ),
        (
            quota(entries_hold=9, seats_in=20),
            "Қарағанды: 30 орынның 20-сы белгілі, қалғанына 9 адам таласады",
            "Қарағанды: известны 20 из 30 мест, на остальные претендуют: 9",
        ),
        (quota(), "Қарағанды: 6 адам өтеді", "Қарағанды: проходят 6 человек"),
        (
            quota(status="below_min", persons=4, seats_in=4, short_by=1),
            "Қарағанды: 4 адам өтеді, ең аз санға 1 адам жетпейді",
            "Қарағанды: проходят 4, до нижней границы не хватает 1",
        ),
        (
            quota(status="above_max", persons=47, seats_in=47, above_by=17),
            "Қарағанды: 47 адам өтеді, ең көп саннан 17 адам артық",
            "Қарағанды: проходят 47, на 17 больше верхней границы",
        ),
        (
            quota(persons=0, seats_in=0, status="no_rule", maximum=None, minimum=None),
            "Қарағанды: әзірге ешкім өткен жоқ",
            "Қарағанды: пока никто не проходит",
        ),
    ],
)
def test_the_title_of_a_region_is_the_finding_in_whole_sentences(row, kk, ru):
    assert [quotas.find_region_title(row, lang) for lang in ("kk", "ru")] == [kk, ru]


@pytest.mark.parametrize(
    ("states", "title"),
    [
        (("below_min", "in_range"), "2 өңірдің 1-і ең аз санға жетпейді"),
        (
            ("below_min", "above_max", "in_range"),
            "3 өңірдің 1-і ең аз санға жетпейді, 1-і ең көп саннан асады",
        ),
        (("above_max",), "1 өңірдің 1-і аралықтан көп"),
        (("in_range", "in_range"), "Барлық 2 өңір белгіленген аралықта"),
        (("no_rule", "no_rule"), "Келесі кезеңге 12 адам өтеді"),
    ],
)
def test_the_title_of_the_country_says_how_many_regions_are_out_of_the_range(states, title):
    assert quotas.find_country_title([quota(status=state) for state in states], "kk") == title


def test_a_season_without_ranges_has_no_column_that_says_so_in_every_row():
    facts = {"region": "KZ-35", "winners": 3, "entries": 3}
    none = {"status": "no_rule", "minimum": None, "maximum": None}
    free, held = quota(**facts, **none), quota(**facts)
    tables = [
        quota_country.render_regions(rows, EVENT, "kk") for rows in ([free, free], [free, held])
    ]

    assert ["Ереже жоқ" in table for table in tables] == [False, True]
    assert ["k-col-decision" in table for table in tables] == [False, True]


@pytest.mark.long
def test_ex_04_the_page_of_a_region_names_the_tie_and_tints_those_who_wait(tied):
    page = open_page(tied, region="KZ-35")

    assert titles(page) == ["Қарағанды: 30 орынның 29‑ы белгілі, соңғысына екеу тең"]
    held = re.findall(r'<tr class="k-held"[^>]*>.*?бос орын: 1, тең түскен адам: 2', html_of(page))
    assert len(held) == 2


@pytest.mark.long
def test_the_same_page_speaks_russian_and_the_country_is_one_click_away(tied):
    page = open_page(tied, region="KZ-35", lang="ru")
    page.button(key="all_regions").click().run()

    assert "region" not in dict(page.query_params)
    assert titles(page) == ["Выше диапазона регионов: 1 из 1"]


def test_a_region_without_entries_says_so_and_what_to_do(tied):
    page = open_page(tied, region="KZ-11", lang="en")

    assert titles(page) == ["Akmola: no entry yet"]


def test_a_filter_without_quotas_leaves_the_head_and_one_sentence(tied):
    page = open_page(tied, season="2019", lang="en")

    assert titles(page) == ["No quota for this filter"]


@pytest.mark.long
def test_the_slider_of_a_region_asks_what_if_and_the_list_stays_as_it_is(tied):
    page = open_page(tied, region="KZ-35", lang="en")
    before = html_of(page).count("k-seat-in")
    page.slider(key="limit_KZ-35").set_value(22).run()

    assert "Goes on: 22; Out: 12" in html_of(page)
    assert html_of(page).count("k-seat-in") == before == 29


@pytest.mark.long
def test_floors_that_need_more_places_than_there_are_are_refused_in_words(tied):
    page = open_page(tied, lang="en")
    page.slider(key="what_if_bounds").set_value((10, 60)).run()

    assert "20 regions with at least 10 places each need more than 34." in html_of(page)


def seat(mark, *, place=2, status="in", reason="limit"):
    return {
        "mark": Decimal(str(mark)), "place": place, "status": status, "reason": reason,
        "name": "A", "unit_name": "Skill", "rule": "",
    }  # fmt: skip


def line_of(*seats):
    dots, heads, height = strip.lay_strip(seats, "en")
    return strip.find_line(dots, heads, 60, 100, height)


def test_the_line_stands_between_the_last_who_may_go_and_the_first_who_may_not():
    (stroke,) = line_of(
        seat(90, place=1), seat(79), seat(78, status="hold", reason="tie"),
        seat(77, status="out", reason="over"),
    )  # fmt: skip

    assert (stroke["mark"], stroke["mark2"]) == (77.5, 77.5)


def test_without_a_limit_the_line_lies_level_below_the_last_place_that_goes_on():
    (stroke,) = line_of(seat(90, place=1), seat(95, place=2, status="reserve", reason="reserve"))

    assert (stroke["mark"], stroke["mark2"], stroke["y"] == stroke["y2"]) == (60, 100, True)


def test_where_nobody_goes_on_there_is_no_line():
    assert line_of(seat(90, status="reserve", reason="reserve")) == []


def test_equal_marks_stand_on_each_other_and_places_in_rows_of_their_own():
    dots, heads, _ = strip.lay_strip([seat(80, place=1), seat(80, place=1), seat(70)], "en")
    first, second, third = (dot["y"] for dot in dots)

    assert first - second == 17
    assert third > first
    assert [head["head"] for head in heads] == ["place 1", "place 2"]


def test_the_strip_has_a_shape_for_each_decision_beside_its_colour(tied):
    seats = quota_region.read_seats(look(tied), EVENT, "KZ-35").to_pylist()
    spec = strip.quota_strip(seats, lang="kk", theme="light")
    dots = spec["layer"][-1]["encoding"]

    assert dots["shape"]["scale"]["range"] == ["circle", "diamond", "circle"]
    assert dots["fill"]["scale"]["domain"] == ["Кіреді", "Күтуде", "Кірмейді"]


def test_a_region_out_of_the_range_is_a_diamond_and_the_range_has_its_lines():
    rows = [
        {"region": "KZ-35", "region_name": "Қарағанды", "persons": 4, "minimum": 5,
         "maximum": 30, "status": "below_min", "seats": 6, "seats_tied": 1},
    ]  # fmt: skip
    spec = quota_range(rows, lang="kk", theme="dark")
    (bar,) = (
        (one for data in spec["datasets"].values() for one in data if "code" in one)
        if ("datasets" in spec)
        else (one for layer in spec["layer"] for one in layer["data"]["values"] if "code" in one)
    )

    assert (bar["is_missed"], bar["seats_figure"]) == (True, "6 + 1?")


def test_the_commission_gets_every_entry_with_its_rule_and_the_state_of_the_ledger(tied):
    who = look(tied)
    rows = quotas.read_regions(who, EVENT)
    page = handout.render_page(who, EVENT, rows)

    assert page.count('<tr class="held">') == 2
    assert page.count("<tr>") == 1 + 1 + 32
    assert f"{tied.batch_no}-бума" in page
    assert "script" not in page


def test_names_cannot_bring_markup_onto_the_page_of_the_commission():
    championship = Championship()
    championship.hold((95, {"name": "<script>alert(1)</script>"}))
    who = look(championship.settle())
    page = handout.render_page(who, EVENT, quotas.read_regions(who, EVENT))

    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_workbook_of_the_commission_speaks_the_readers_language(tied):
    who = look(tied, "ru")
    table = handout.name_seats(who, EVENT, quotas.read_regions(who, EVENT))

    assert table.num_rows == 34
    assert table.column_names[:3] == ["Регион", "Место", "Участник"]
    assert set(table["Решение"].to_pylist()) == {"Проходит", "Ожидает", "Не проходит"}


def test_ws_05_duties_are_told_as_far_as_the_data_show_them():
    row = {
        "is_held": True, "starts_on": None, "ends_on": None, "contests_held": 2, "contests": 3,
        "streams": "wsk", "streams_missing": "deafskills", "experts": 4, "experts_known": 0,
        "partners": 0,
    }  # fmt: skip

    assert [said for _, said in movement.list_duties(row, "en")] == [
        "held, day not known",
        "2 of 3 have results",
        "WorldSkills; missing: DeafSkills",
        "4 on record, employers not known",
    ]
    assert movement.list_duties(row | {"experts": None}, "kk")[-1][1] == "тіркелмеген"


@pytest.mark.parametrize(
    ("path", "title"),
    [(PAGE, "No quota for this filter"), (AWARDS, "No team table yet")],
)
def test_a_championship_whose_entries_are_of_no_region_has_neither_quotas_nor_teams(path, title):
    held = Championship(season=2023, region=None)
    held.hold(95, 90)

    assert titles(open_page(held.settle(), path, lang="en")) == [title]
