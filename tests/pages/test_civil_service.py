"""Civil service on the screen: the funnel, the line of the cut, clocks, numbers and no names."""

import datetime as dt
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.charts.funnel import cut_strip, selection_funnel
from kasipkor_core.store import MEMORY, Store
from kasipkor_core.ui import selection_steps, selections
from tests.selection import CONTEST, lay, open_selection, to_ability

PAGE = str(house.ROOT / "pages" / "selection" / "civil_service.py")


@pytest.fixture(scope="module")
def ledger():
    """Return six candidates after the ability test: the better half goes on."""
    return lay(open_selection(), *(to_ability(points) for points in (40, 38, 36, 34, 34, 30)))


def open_page(ledger, **query):
    ui.use_store(Store(MEMORY, ledger.con))
    page = AppTest.from_file(PAGE, default_timeout=120)
    for name, code in query.items():
        page.query_params[name] = code
    page = page.run()
    assert not page.exception
    return page


def html_of(page):
    return "".join(one.proto.body for one in page.get("html"))


@pytest.mark.long
def test_cs_20_the_page_shows_the_line_and_each_candidates_distance_by_number(ledger):
    page = open_page(ledger, contest=CONTEST, step="ability", lang="en")
    html = html_of(page)

    assert page.title[0].value.startswith("Specialist: 3 of 6 candidates have reached the step")
    assert [f">{number}<" in html for number in ("17-001", "17-006")] == [True, True]
    assert [f">{gap}<" in html for gap in ("+4.00", "−2.00", "−6.00")] == [True, True, True]


def test_cs_41_the_page_of_other_readings_says_what_the_total_is_made_of(ledger):
    page = open_page(ledger, step="readings", lang="en")

    assert "Total: points of steps 5 to 8 as they are" in html_of(page)


@pytest.mark.long
def test_an_empty_ledger_says_what_to_do(store):
    ui.use_store(store)
    page = AppTest.from_file(PAGE, default_timeout=120)
    page.query_params["lang"] = "en"

    assert [one.value for one in page.run().title] == ["No selection matches"]


def outcome(**values):
    plain = {
        "post": "Маман", "winner": None, "total": None, "tie_step": None, "applicants": 8,
        "is_signed": False, "members": 0, "signatures_missing": 0,
    }  # fmt: skip
    return plain | values


STEPS = [
    {"step": "pq", "step_no": 5, "step_name": "Жеке қасиеттер", "entered": 8, "in": 5, "out": 2,
     "waiting": 0, "absent": 1, "line": Decimal(65)},
    {"step": "ability", "step_no": 6, "step_name": "Қабілет", "entered": 5, "in": 0, "out": 0,
     "waiting": 5, "absent": 0, "line": None},
]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "title"),
    [
        (
            outcome(winner="17-004", total=Decimal(214)),
            "Маман: жеңімпаз – 17-004 нөмірі, 214,00 балл",
        ),
        (outcome(tie_step="undecided"), "Маман: бірінші орынға тең, комиссия шешеді"),
        (outcome(applicants=0), "Маман: ешкім өтініш бермеген"),
        (outcome(), "Маман: 8 үміткердің 5-і «Қабілет» қадамына жетті"),
    ],
)  # fmt: skip
def test_the_title_of_a_selection_is_its_finding(row, title):
    assert selections.find_title(row, STEPS, "kk") == title


def values_of(spec, layer):
    return spec["datasets"][spec["layer"][layer]["data"]["name"]]


def test_a_bar_of_the_funnel_adds_up_to_those_who_reached_the_step():
    bars = values_of(selection_funnel(STEPS, lang="en", theme="light"), 0)

    assert [(bar["status"], bar["start"], bar["end"]) for bar in bars] == [
        ("Passed", 0, 5),
        ("Stopped", 5, 7),
        ("Absent", 7, 8),
        ("Waiting", 0, 5),
    ]


def test_the_strip_draws_every_line_once_and_leaves_out_who_has_no_points():
    row = {"candidate": "17-001", "distance": Decimal(1), "status": "in", "text": ""}
    rows = [row | {"score": points, "line": Decimal(65)} for points in (Decimal(66), None)]
    spec = cut_strip(rows, lang="kk", theme="dark")

    assert [one["label"] for one in values_of(spec, 0)] == ["шек 65"]
    assert len(values_of(spec, -1)) == 1


@pytest.mark.parametrize(
    ("row", "word"),
    [
        ({"status": "overdue", "days_left": None, "unit": "working"}, "Мерзімі өтті"),
        ({"status": "open", "days_left": 2, "unit": "working"}, "2 жұмыс күні қалды"),
        ({"status": "open", "days_left": 1, "unit": "calendar"}, "1 күн қалды"),
        ({"status": "waiting", "days_left": None, "unit": "working"}, "Мерзімі көрсетілмеген"),
    ],
)
def test_a_clock_tells_its_days_in_their_unit(row, word):
    assert word in selections.render_clock(row, "kk")


def test_only_readings_that_change_something_are_listed():
    row = {
        "reading": "CS-Q01", "other": "down", "candidate": "17-003", "is_changed": True,
        "is_winner_changed": False, "place": 3, "other_place": 4,
    }  # fmt: skip
    rows = [row, row | {"reading": "CS-Q02", "is_changed": False}]

    assert [one["says"] for one in selection_steps.list_changes(rows, "en")] == [
        ["17-003: place 3 → 4"]
    ]


def test_the_day_of_an_undone_deadline_stands_before_its_name():
    row = {
        "deadline_name": "Хаттама", "candidate": None, "due_on": dt.date(2023, 5, 12),
        "status": "open", "days_left": 3, "unit": "working", "missing": None,
    }  # fmt: skip

    assert "<th scope='row'>12\u00a0мамыр</th><td>Хаттама" in selections.render_clocks([row], "kk")
