"""Targets on the screen: the form writes a sheet, the list says who set what and why."""

import pytest

from kasipkor_core.store import append_undo
from kasipkor_core.ui import screen_sheet, targets
from tests.giving import give
from tests.pages.test_pages import open_page

PAGE = "progress/regions.py"
VALUES = "indicator,region,period,numerator,denominator\nIND-01,KZ-31,2024,25,31\n"
OF_ALL = "indicator,region,year,target,source\nIND-01,,2024,75,жоспар\n"


@pytest.fixture
def reported(store):
    give(store, VALUES, kind="indicators")
    return store


def html_of(page):
    return "".join(one.proto.body for one in page.get("html"))


def test_the_form_writes_a_sheet_with_its_source_and_the_page_shows_the_new_target(reported):
    before = open_page(reported, PAGE, year="2024", region="KZ-31", lang="en")
    values = {"indicator": "IND-01", "region": "KZ-31", "year": 2024, "target": 80, "former": 0}
    lacking = screen_sheet.check(targets.make_sheet(values | {"source": None}))
    written = screen_sheet.write(targets.make_sheet(values | {"source": "Order 5"}))
    late = screen_sheet.write(targets.make_sheet(values | {"source": "Order 6", "target": 70}))
    after = open_page(reported, PAGE, year="2024", region="KZ-31", lang="en")

    assert before.button(key="target_form_open").label == "Set a target"
    assert [one.code for one in lacking.findings] == ["missing_value"]
    assert (written.receipt.batch_no, late.receipt) == (2, None)
    assert [one.code for one in late.findings] == ["target_moved"]
    assert after.title[0].value == "Zhambyl has reached the target: 80.6%"
    assert "Order 5" in html_of(after)


@pytest.mark.long
def test_6_3_the_list_names_source_and_state_and_the_undo_brings_the_text_back(reported):
    give(reported, OF_ALL, kind="targets")
    give(reported, OF_ALL.replace("IND-01,,", "IND-01,KZ-31,"), kind="targets")
    page = open_page(reported, PAGE, year="2024", lang="en")
    for number in (2, 3):
        append_undo(reported, number, actor="admin", reason="қате")
    back = open_page(reported, PAGE, year="2024", lang="en")

    assert page.title[0].value == "1 region with data has reached the target: 75%"
    assert (html_of(page).count("жоспар"), "001 §12" in html_of(page)) == (2, True)
    assert back.title[0].value == "1 region is short of the 85% target"
    assert 'data-testid="targets"' not in html_of(back)


@pytest.mark.long
def test_regions_with_different_targets_have_a_title_of_their_own(reported):
    give(reported, OF_ALL.replace("IND-01,,2024,75", "IND-01,KZ-31,2024,90"), kind="targets")

    assert open_page(reported, PAGE, year="2024", lang="en").title[0].value == (
        "1 region misses its own target"
    )


def test_a_sheet_of_the_form_leaves_every_region_empty_and_names_what_it_takes_the_place_of():
    values = {"indicator": "IND-01", "region": "", "year": 2026, "target": 80, "source": "plan"}
    sheet = targets.make_sheet(values | {"former": 7})

    assert sheet.rows == (("IND-01", "", "2026", "80", "", "plan", "7"),)
