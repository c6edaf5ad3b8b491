"""Erasing a person on the page of participants."""

import pytest
from streamlit.testing.v1 import AppTest

from kasipkor_core import house, ui
from kasipkor_core.store import query, read_now
from kasipkor_core.ui import erasing
from tests.own import mark
from tests.ready import open_played

PAGE = house.ROOT / "pages" / "organise" / "participants.py"


@pytest.fixture
def page():
    """Return the page on a ledger of three entries, one of them a team; ``local`` looks."""
    store = open_played("own", mark)
    ui.use_store(store)
    opened = AppTest.from_file(str(PAGE), default_timeout=60)
    opened.query_params["lang"] = "en"
    yield opened.run()
    store.close()


def search(page, wanted):
    return page.text_input(key="people_search").set_value(wanted).run()


def test_who_is_found_is_erased_after_the_page_has_said_what_goes(page):
    search(page, "Serik")
    said = next(one.value for one in page.markdown if one.value.startswith("- Name and contacts"))
    page.text_input(key="erase_reason").set_value("on request").run()
    page.button(key="erase_now").click().run()
    names = query(ui.session.store(), "select name from mart.entries", read_now(ui.session.store()))

    assert said.splitlines() == [
        "- Name and contacts go from 1 entry. `worldskills-2026-republic-17/01`",
        "- 1 uploaded file that holds the name can be downloaded no more.",
        "- Marks, places and awards stay under the number of the entry.",
    ]
    assert "Әлия Серік" not in names["name"].to_pylist()
    assert [one.value for one in page.info] == ["Written as batch 5"]
    assert not page.exception


def test_of_a_team_each_member_is_chosen_apart(page):
    search(page, "Оспан")

    assert page.selectbox(key="erase_person").options == [
        "Бибігүл Оспан · Web Technologies · 2026/27 · entry 02",
        "Болат Оспан · Web Technologies · 2026/27 · entry 02",
    ]


@pytest.mark.long
def test_without_a_search_or_with_nobody_found_there_is_nothing_to_erase(page):
    keys = {box.key for box in page.selectbox}
    search(page, "Nobody")

    assert "erase_person" not in keys | {box.key for box in page.selectbox}


@pytest.mark.long
def test_only_who_may_erase_is_offered_it(page, monkeypatch):
    monkeypatch.setattr(erasing.access, "may", lambda _role, act: act != "erase")
    search(page, "Serik")

    assert "erase_person" not in {box.key for box in page.selectbox}
