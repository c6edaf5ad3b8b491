"""Why this place: every step with its rule and numbers, down to the cell."""

import re
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import find_contest, query, read_now
from kasipkor_core.ui import cells
from kasipkor_core.ui.board import render_why
from kasipkor_core.ui.steps import Step, list_steps, render_steps
from tests.giving import REPUBLIC, give, hold_contests
from tests.ready import lend

SCHEME = """sub_criterion,name,day,type,aspect,description,wsos_section,max_mark
A1,Беттеу,1,M,A1.M1,Бет ашылады,1,20
A1,Беттеу,1,J,A1.J1,Көрінісі,1,30
B1,Код,2,M,B1.M1,Код жұмыс істейді,1,50
"""
ENTRIES = """entry,name,region
01,Қасымова Әлия,KZ-35
02,Алиев Ерлан,KZ-71
03,Ким Иван,KZ-75
"""
MARKS = {
    ("01", "A1.M1"): (20,),
    ("01", "A1.J1"): (3, 2, 2),
    ("01", "B1.M1"): (50,),
    ("02", "A1.M1"): (10,),
    ("02", "A1.J1"): (1, 2, 1),
    ("02", "B1.M1"): (50,),
    ("03", "A1.M1"): (0,),
    ("03", "A1.J1"): (1, 1, 1),
    ("03", "B1.M1"): (25,),
}
NUMBERS = {
    "aspects": "select entry, aspect as what, mark as value from mart.aspects",
    "criteria": "select entry, criterion as what, points as value from mart.criteria",
    "totals": "select entry, 'total' as what, total as value from mart.leaderboard",
    "cells": "select entry, concat(aspect, ' ', judge_no) as what, value from mart.lineage",
}


def sheet(changes=None):
    rows = [
        f"{entry},{aspect},Төреші {judge},{mark}\n"
        for (entry, aspect), given in (MARKS | (changes or {})).items()
        for judge, mark in enumerate(given, 1)
    ]
    return "entry,aspect,judge,mark\n" + "".join(rows)


def mark(store):
    hold_contests(store)
    give(store, SCHEME, kind="scheme", contest=REPUBLIC)
    give(store, ENTRIES, kind="entries", contest=REPUBLIC)
    give(store, sheet(), kind="marks", contest=REPUBLIC, name="day-1.csv")


kept = lend("why_marked", mark)


@pytest.fixture
def marked(kept):
    ui.use_store(kept)
    return kept


def read_numbers(store):
    """Return every number of the contest by what it is about."""
    reader = read_now(store)
    number = find_contest(store, REPUBLIC, reader)
    return {
        name: {
            (row["entry"], row["what"]): row["value"]
            for row in query(
                store, f"{question} where contest_no = $n", reader, n=number
            ).to_pylist()
        }
        for name, question in NUMBERS.items()
    }


@pytest.mark.long
def test_changing_one_cell_changes_exactly_the_numbers_in_its_lineage(marked):
    before = read_numbers(marked)
    changed = sheet({("02", "A1.M1"): (12,)})
    give(marked, changed, kind="marks", contest=REPUBLIC, replaces="yes")
    after = read_numbers(marked)
    moved = {
        name: {key for key in numbers if numbers[key] != after[name][key]}
        for name, numbers in before.items()
    }

    assert moved == {
        "aspects": {("02", "A1.M1")},
        "criteria": {("02", "A")},
        "totals": {("02", "total")},
        "cells": {("02", "A1.M1 1")},
    }


def test_every_number_of_an_entry_adds_up_from_its_cells(marked):
    numbers = read_numbers(marked)
    for entry in ("01", "02", "03"):
        parts = [value for (one, _), value in numbers["criteria"].items() if one == entry]
        marks = [value for (one, _), value in numbers["aspects"].items() if one == entry]

        assert sum(parts) == sum(marks) == numbers["totals"][entry, "total"]


def open_page(store, path, **query):
    ui.use_store(store)
    page = AppTest.from_file(str(house.ROOT / "app.py"), default_timeout=60)
    for name, code in query.items():
        page.query_params[name] = code
    page.run().switch_page(f"pages/{path}").run()

    assert (len(page.exception), len(page.error)) == (0, 0)
    return page


def test_the_page_walks_from_the_place_to_the_cell_in_the_language_of_the_address(marked):
    said = {}
    for lang in ("kk", "ru"):
        page = open_page(marked, "results/participant.py", contest=REPUBLIC, entry="01", lang=lang)
        said[lang] = page.title[0].value

    assert said == {
        "kk": "Қасымова Әлия: 1‑орын, 93,33 ұпай",
        "ru": "Қасымова Әлия: место 1, баллы: 93,33",
    }


@pytest.mark.long
def test_a_contest_without_participants_says_what_to_do(season):
    page = open_page(season, "results/participant.py", lang="en")

    assert page.title[0].value == "Nobody to explain yet"


ENTRY = {
    "entry": "01", "name": "А", "place": 2, "is_tied": True, "total": Decimal("80.00"),
    "scale": 720, "scale_method": "mad", "award": "silver", "decided_by": "WM-31",
    "tie_step": None, "tie_reason": "shared_place", "marks": 2, "marks_expected": 3,
    "open_aspects": 0, "distance_to_next": Decimal("2.500"),
}  # fmt: skip
SCALE = {
    "estimator": "mad", "scale_method": "mad", "ranked": 3, "centre": 700, "spread": 30,
    "factor": Decimal("1.4826"), "median": Decimal(70), "mad": Decimal(10), "mean": Decimal(63),
    "deviation": Decimal(17), "few_entries": True, "tolerance": 2, "gold_floor": 760,
    "silver_floor": 718, "bronze_floor": None,
}  # fmt: skip
CRITERIA = [
    {"criterion": "A", "label": None, "points": Decimal(30), "marks": 1},
    {"criterion": "B", "label": None, "points": Decimal(50), "marks": 1},
]


def steps(entry=None, scale=SCALE, criteria=CRITERIA, lang="en"):
    own = ENTRY | (entry or {})
    others = [own, {**ENTRY, "entry": "02", "name": "Б"}, {**ENTRY, "place": 1, "entry": "03"}]
    return list_steps(own, others=others, criteria=criteria, scale=scale, lang=lang)


def test_each_step_has_its_rule_and_its_numbers():
    points, place, scale, award = steps()

    assert points == Step(
        "Points",
        "80.00",
        ("A\u00a030.00 + B\u00a050.00 = 80.00",
         "2 of 3 are marked so far: the place may change."),
        "WM-11",
    )  # fmt: skip
    assert place.result == "2 ="
    assert place.how[1:] == (
        "2.50 points to the place above.",
        "Shared with: Б.",
        "Equal points share a place; nothing tells them apart.",
    )
    assert scale.how[0] == "700 + 30 × (80.00 − 70.00) ÷ (1.4826 × 10.00) = 720"
    assert (scale.rule, "Few participants" in scale.how[-1]) == ("WM-20", True)
    assert award.how == ("720 reaches 718: the best of the group less 2.",)
    assert [step.rule for step in (place, award)] == ["WM-12", "WM-31"]


def test_a_distance_below_a_hundredth_keeps_its_third_decimal():
    assert steps({"distance_to_next": Decimal("0.004")})[1].how[1] == (
        "0.004 points to the place above."
    )


@pytest.mark.parametrize(
    ("change", "scale", "rule"),
    [
        ({"scale_method": "sd"}, SCALE, "WM-22"),
        ({"scale_method": "sd"}, SCALE | {"estimator": "sd"}, "WM-21"),
        ({"scale_method": "centre"}, SCALE, "WM-22"),
        ({"scale_method": "archive", "total": None}, SCALE, "WM-24"),
    ],
)
def test_wm_20_to_24_each_way_to_a_scale_names_its_own_rule(change, scale, rule):
    assert [step.rule for step in steps(change, scale) if step.name == "Scale"] == [rule]


def test_wm_06_an_entry_with_a_re_score_says_why_it_has_no_total():
    bare = {"total": None, "place": None, "scale": None, "decided_by": None, "open_aspects": 2}
    (step,) = steps(bare)

    assert step == Step("Points", "–", ("Aspects to re-score: 2",), "WM-06")


def test_bp_17_what_the_jury_decided_is_not_called_a_rule():
    award = steps({"decided_by": "jury", "award": "winner"})[-1]

    assert "WM" not in render_steps([award], "en")


def test_the_link_from_a_place_is_relative_and_keeps_the_language():
    row = {"contest": "a-b", "entry": "01 & 2", "name": "<А>"}
    link = render_why(row, "ru")

    assert 'href="participant?contest=a-b&amp;entry=01+%26+2&amp;lang=ru"' in link
    assert "<А>" not in link


def test_names_from_sheets_are_shown_as_text_never_as_markup():
    evil = "<script>alert(1)</script>"
    mark = {
        "number": "mark", "criterion": "A", "aspect": "A1.M1", "judge_no": 1, "judge": evil,
        "value": Decimal(1), "words": None, "batch_no": 3, "file_name": evil, "sheet": evil,
        "row": 2, "column": "B", "file_sha256": "ab", "sha256": "cd", "actor": evil, "at": None,
        "ruleset": evil, "ruleset_hash": "ef",
    }  # fmt: skip
    criterion = {"criterion": "A", "label": evil, "points": Decimal(1), "maximum": None, "marks": 1,
                 "marks_expected": 1}  # fmt: skip
    html = cells.render_walk(cells.Walk([criterion], [], [mark], [], "en"))

    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 4


@pytest.mark.parametrize(
    ("row", "name"),
    [
        ({"row": 17, "column": "F", "sheet": "Лист1"}, "Лист1!F17"),
        ({"row": 17, "column": "F", "sheet": None}, "F17"),
        ({"row": 17, "column": None, "sheet": None}, "17"),
        ({"row": None, "column": None, "sheet": None}, ""),
    ],
)
def test_a_cell_is_named_as_the_file_has_it(row, name):
    assert cells.name_cell(row) == name


def test_the_walk_shows_each_judge_with_value_cell_file_and_hash(marked):
    reader = read_now(marked)
    number = find_contest(marked, REPUBLIC, reader)

    def read(name):
        text = (house.SQL / "reads" / f"{name}.sql").read_text(encoding="utf-8")
        return query(marked, text, reader, contest_no=number, entry="01").to_pylist()

    walk = cells.Walk(read("criteria"), read("aspects"), read("lineage"), [], "kk")
    plain = re.sub(r"<[^>]+>", "|", cells.render_walk(walk))

    assert re.search(r"A1\.J1\|.*?Төреші 1\|+3\|+D\d+\|+day-1\.csv\|", plain)
    assert {row["sha256"][:12] in plain for row in walk.lineage} == {True}


def test_an_answer_to_an_open_question_is_told_in_words_and_not_by_its_key():
    told = [
        cells.name_value({"kind": "reading", "value": value}, "kk")
        for value in ("interview_max=50", "all", "BP-Q01")
    ]

    assert told == ["әңгімелесудің ең жоғары балы: 50", "белгіленген түсіндірмелер", "BP-Q01"]
